"""Proves that the frozen program runs where nothing of this project is installed.

    python tests/packaging/smoke.py [full|viewer]

It takes the program that `make package` built to another folder and runs it in an empty environment: version, the
same probabilities as from source, the window with a picture of it, and retraining with the use of the new model. Ends
with 1 when anything fails, and prints a table of checks and of sizes. pytest does not collect it.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from frozen import LINUX, ROOT, FrozenProgram, built_folder, foreign_files, x_display
from PIL import Image
from sizes import bytes_below, table
from window import close, wait_until_painted

from skin_gui import __version__
from skin_gui.training.plan import TrainingPlan
from skin_gui.training.run.child import TrainingProcess
from tools.samples.drawing import draw_lesion

SAMPLES = ROOT / "resources" / "samples"
TOLERANCE = 1e-6
VIEWER_LIMIT = 400e6
_IMAGES_PER_CLASS = 20


class Failed(Exception):
    """A check found something wrong."""


def require(condition: object, message: str) -> None:
    """Fail with the message unless the condition holds."""
    if not condition:
        raise Failed(message)


def version(program: FrozenProgram) -> str:
    """It starts, and is what it should be."""
    done = program.run("--version")
    require(done.stdout.strip() == f"skin-gui {__version__}", f"--version says {done.stdout!r} {done.stderr!r}")
    return done.stdout.strip()


def classify(program: FrozenProgram) -> str:
    """The samples get the same probabilities as from source."""
    return _compare(program)


def unusual_files(program: FrozenProgram) -> str:
    """Every format is read, by plug-ins that nothing imports by name; a broken file is told apart."""
    folder = program.home / "Bilder mit Umlaut ä"
    folder.mkdir()
    with Image.open(next(SAMPLES.glob("*.jpg"))) as sample:
        for suffix in ("png", "tif", "bmp", "webp"):
            sample.save(folder / f"image.{suffix}")
        _save_dicom(sample, folder / "image.dcm")
    (folder / "broken.jpg").write_bytes(b"no image")
    done = program.run("classify", folder, "--json")
    rows = {row["file"]: row for row in json.loads(done.stdout)}
    bad = [name for name, row in rows.items() if (row["status"] == "ok") == (name == "broken.jpg")]
    require(done.returncode == 1 and len(rows) == 6 and not bad, f"{bad or rows}: {done.stderr}")
    return "PNG, TIFF, BMP, WebP, DICOM read; a broken JPEG named"


def window(program: FrozenProgram) -> str:
    """The window is painted, and loads nothing of this checkout."""
    if not LINUX:
        return "not run: needs Xvfb"
    with x_display() as display:
        process = program.start_window(display, SAMPLES)
        try:
            picture = wait_until_painted(display, process)
            foreign = foreign_files(process, program.folder, program.home)
            code = close(display, process)
        finally:
            process.kill()
            process.wait()
    file = results_folder() / f"window-{program.variant}.png"
    picture.save(file)
    require(not foreign, f"it uses files from elsewhere: {foreign[:3]}")
    require(code == 0, f"it ended with {code} after Ctrl+Q")
    log = program.log()
    require("ERROR" not in log and "Traceback" not in log, f"its log has errors:\n{log}")
    return f"painted and closed; {file.relative_to(ROOT)}"


def train(program: FrozenProgram) -> str:
    """A model is retrained on a small folder, by the command and by the window's child process, and used."""
    folder = _training_folder(program.home / "training")
    done = program.run("train", folder, "--name", "Smoke", "--epochs", "2")
    require(done.returncode == 0, f"train ended with {done.returncode}: {done.stderr[-2000:]}")
    require("Smoke" in program.run("models", "list").stdout, "the new model is not listed")
    verified = program.run("models", "verify")
    require(verified.returncode == 0, f"the new model is not sound: {verified.stdout}{verified.stderr}")
    return "2 epochs; the new model: " + _compare(program, "--model", "Smoke")


def train_in_child(program: FrozenProgram) -> str:
    """The process that the Retrain page starts speaks with its parent, and its model is active afterwards."""
    plan = TrainingPlan((program.home / "training",), name="Child", epochs=2, activate=True)
    environment = [f"{name}={value}" for name, value in program.environment().items()]
    process = TrainingProcess(plan, command=["/usr/bin/env", "-i", *environment, str(program.command), "train-child"])
    process.start()
    outcome = process.wait(timeout=900)
    require(outcome.activated, "the new model is not active")
    return f"{outcome.epochs} epochs; active: " + _compare(program)


def train_is_refused(program: FrozenProgram) -> str:
    """The viewer says what is missing, in a sentence and not in a traceback."""
    for command in ("train", "evaluate", "audit"):
        done = program.run(command, SAMPLES)
        clear = "viewer edition" in done.stderr and "Traceback" not in done.stderr
        require(done.returncode == 1 and clear, f"{command} says {done.stdout!r} {done.stderr!r}")
    return done.stderr.strip()


def size(program: FrozenProgram) -> str:
    """The viewer stays small."""
    total = bytes_below(program.folder)
    require(
        program.variant == "full" or total < VIEWER_LIMIT, f"{total / 1e6:.0f} MB; at most {VIEWER_LIMIT / 1e6:.0f}"
    )
    return f"{total / 1e6:.0f} MB"


def _compare(program: FrozenProgram, *options: str) -> str:
    """Classify the samples with the frozen program and from source."""
    frozen = program.run("classify", SAMPLES, "--json", *options)
    require(frozen.returncode == 0, f"classify ended with {frozen.returncode}: {frozen.stderr[-2000:]}")
    source = program.run_source("classify", SAMPLES, "--json", *options)
    require(source.returncode == 0, f"classify from source ended with {source.returncode}: {source.stderr[-2000:]}")
    one, other = ({row["file"]: row["probability"] for row in json.loads(run.stdout)} for run in (frozen, source))
    require(one.keys() == other.keys() and len(one) > 1, "not the same images")
    difference = max(abs(one[name] - other[name]) for name in one)
    require(difference <= TOLERANCE, f"probabilities differ by {difference:.2g}")
    return f"{len(one)} images, probabilities differ from source by {difference:.1g} at most"


def _training_folder(folder: Path) -> Path:
    rng = np.random.default_rng(0)
    for label in ("benign", "malignant"):
        (folder / label).mkdir(parents=True)
        for number in range(_IMAGES_PER_CLASS):
            Image.fromarray(draw_lesion(rng, label, 256)).save(folder / label / f"{label}-{number:02d}.png")
    return folder


def _save_dicom(image: Image.Image, file: Path) -> None:
    """An uncompressed colour image as DICOM."""
    from pydicom import Dataset
    from pydicom.dataset import FileMetaDataset
    from pydicom.uid import ExplicitVRLittleEndian, VLPhotographicImageStorage, generate_uid

    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID = VLPhotographicImageStorage
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID = generate_uid()
    dataset.Columns, dataset.Rows = image.size
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PlanarConfiguration = 3, "RGB", 0
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.PixelRepresentation = 7, 0
    dataset.PixelData = image.convert("RGB").tobytes()
    dataset.save_as(file, enforce_file_format=True)


def results_folder() -> Path:
    """Where pictures and tables are put."""
    folder = ROOT / "build" / "smoke"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def main(variant: str) -> int:
    """Run every check; 0 when all hold."""
    built = built_folder(variant)
    training = [train, *([train_in_child] if LINUX else [])] if variant == "full" else [train_is_refused]
    checks: list[Callable[[FrozenProgram], str]] = [version, classify, unusual_files, window, *training, size]
    failures = 0
    with TemporaryDirectory(dir=results_folder(), prefix="machine-") as place:
        program = FrozenProgram(built, Path(place), variant)
        for check in checks:
            begun = time.monotonic()
            try:
                result = f"ok      {check(program)}"
            except Exception as error:
                failures += 1
                result = f"FAILED  {error}"
            print(f"{check.__name__:<18} {time.monotonic() - begun:6.1f} s  {result}", flush=True)
    sizes = table(built)
    (results_folder() / f"sizes-{variant}.txt").write_text(sizes + "\n", encoding="utf-8")
    print(f"\n{sizes}\n\n{len(checks) - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "full"))
