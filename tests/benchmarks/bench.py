"""How fast the program is on this machine, beside Keras on the same images: `make bench`.

Both engines take turns in one process, round by round, so that whatever else the machine does meets both alike;
what is printed is the median of the rounds. Keras predicts with the VGG16 base alone, images prepared beforehand;
ours includes resizing, head, calibration, heatmap and quality warnings.
"""

import argparse
import os
import platform
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from skin_gui import __version__, paths  # first, as in the program: NumPy's threads are set there

# isort: split
import numpy as np

from skin_gui.classifier import Classifier
from skin_gui.classifier.classifier import available_cores
from skin_gui.classifier.model_folder import NETWORK, find_file
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import DECODE_SIDE, network_input, resize_to_input
from skin_gui.review.batch import classify_files
from tests.benchmarks import event_loop, retraining
from tests.benchmarks.rows import REPORT, ROOT, TRAINING_IMAGES, Row, child, spread, write_first_part

KERAS_BATCH = 32

IMPORT_TENSORFLOW = """
import time
started = time.perf_counter()
import tensorflow
print(time.perf_counter() - started)
"""

START_WINDOW = """
import sys, time
started = float(sys.argv[1])
from pathlib import Path
from skin_gui import paths
from skin_gui.app import build_application
app, window = build_application(["skin-gui", sys.argv[2]])
window.worker.use_model(Path(sys.argv[3]))
def tell(*_):
    print(time.time() - started, flush=True)
def end(*_):
    tell()
    window.close()
window.painted.connect(tell)
window.worker.predicted.connect(end)
window.worker.image_failed.connect(lambda *_: app.exit(1))
window.worker.model_failed.connect(lambda *_: app.exit(1))
window.show()
sys.exit(app.exec())
"""


def stopwatch(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def find_images(count: int) -> tuple[list[Path], str]:
    """Real images, evenly from all there are, or the synthetic samples."""
    real = sorted(TRAINING_IMAGES.rglob("*.jpg"))
    if len(real) >= count:
        return real[:: len(real) // count][:count], "dermoscopic images of the ISIC Archive"
    samples = sorted(paths.samples().glob("*.jpg"))
    return [samples[index % len(samples)] for index in range(count)], "synthetic sample images"


def against_keras(name: str, ours: Callable[[], object], keras: Callable[[], object], count: int, rounds: int) -> Row:
    """Images a second of both, in turns, each first every other round; the ratio is taken round by round."""
    ours(), keras()  # warm-up
    rates: dict[Callable[[], object], list[float]] = {ours: [], keras: []}
    for turn in range(rounds):
        for work in (ours, keras) if turn % 2 == 0 else (keras, ours):
            rates[work].append(count / stopwatch(work))
    ratios = [one / other for one, other in zip(rates[ours], rates[keras], strict=True)]
    return Row(name, spread(rates[ours], 1, "images/s"), spread(rates[keras], 1, "images/s"), spread(ratios, 2, "x"))


def throughput(model: Path, files: list[Path], rounds: int) -> list[Row]:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from skin_gui.classifier.vgg16 import unpack_weights
    from tools.train_model.convert import keras_base

    base = keras_base(unpack_weights(find_file(NETWORK[1], model, paths.shipped_model()).read_bytes()))
    classifier = Classifier.load(model)

    def prepared(path: Path) -> np.ndarray:
        return network_input(resize_to_input(read_image(path, minimum_side=DECODE_SIDE))).transpose(1, 2, 0)

    pixels = [read_image(path, minimum_side=DECODE_SIDE) for path in files]
    batch = np.stack([prepared(path) for path in files])

    def keras_alone() -> object:
        return base.predict(batch, batch_size=KERAS_BATCH, verbose=0)

    def keras_from_files() -> object:
        with ThreadPoolExecutor(available_cores()) as pool:
            return base.predict(np.stack(list(pool.map(prepared, files))), batch_size=KERAS_BATCH, verbose=0)

    def ours_alone() -> object:
        with ThreadPoolExecutor(available_cores()) as pool:
            return list(pool.map(classifier.predict, pixels))

    def ours_from_files() -> object:
        results = list(classify_files(classifier, files))
        if any(result.status != "ok" for result in results):
            raise SystemExit("An image could not be classified: these figures would mean nothing.")
        return results

    count = len(files)
    return [
        against_keras("decoded images, all cores", ours_alone, keras_alone, count, rounds),
        against_keras("files, decoding and all (classify_files)", ours_from_files, keras_from_files, count, rounds),
    ]


def single_image(model: Path, file: Path, rounds: int) -> list[Row]:
    cores = available_cores()
    loads = [stopwatch(lambda: Classifier.load(model, threads=cores)) for _ in range(rounds + 1)]
    classifier = Classifier.load(model, threads=cores)
    image = read_image(file, minimum_side=DECODE_SIDE)
    first = stopwatch(lambda: classifier.predict(image))
    later = [1000 * stopwatch(lambda: classifier.predict(image)) for _ in range(4 * rounds)]
    return [
        Row("load the model, checksums and all", spread(loads[1:], 2, "s")),
        Row("first prediction after that", f"{1000 * first:.0f} ms"),
        Row(f"one prediction on {cores} cores", spread(later, 0, "ms")),
    ]


def start_up(model: Path, file: Path, rounds: int) -> list[Row]:
    """From the start of the process to the painted window and the first prediction, beside `import tensorflow`."""
    tensorflow, painted, predicted = [], [], []
    for turn in range(rounds + 1):  # the first one fills the disk's cache
        imported = child(["-c", IMPORT_TENSORFLOW])
        shown = child(["-c", START_WINDOW, str(time.time()), str(file), str(model)])
        if turn > 0 and imported and len(shown) == 2:
            tensorflow += imported
            painted.append(shown[0])
            predicted.append(shown[1])
    if not painted:
        return [Row("window painted", "not available"), Row("first prediction in the window", "not available")]
    ratios = [one / other for one, other in zip(painted, tensorflow, strict=True)]
    imports = f"{spread(tensorflow, 2, 's')} for import tensorflow"
    return [
        Row("window painted, from the process's start", spread(painted, 2, "s"), imports, spread(ratios, 2, "x")),
        Row("first prediction in the window, likewise", spread(predicted, 2, "s")),
    ]


def event_loop_row(files: list[Path], source: str) -> Row:
    """In a folder of its own: the batch is a whole folder."""
    with tempfile.TemporaryDirectory() as folder:
        for number, file in enumerate(files):
            shutil.copy(file, Path(folder) / f"{number:04d}-{file.name}")
        return event_loop.batch_row(Path(folder), f"{len(files)} {source}")


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def report(rows: list[Row], count: int, source: str, rounds: int, load: str) -> str:
    lines = ["| measured | Skin GUI | Keras / TensorFlow | ratio |", "|---|---|---|---|"]
    lines += [f"| {row.measured} | {row.ours} | {row.keras} | {row.ratio} |" for row in rows]
    return "\n".join(
        [
            *lines,
            "",
            f"Medians of {rounds} rounds (least to most), {count} {source}, Keras in batches of {KERAS_BATCH};",
            "retraining once.",
            f"{machine()}{load}.",
        ]
    )


def machine() -> str:
    """Processor, versions and date, as they stand below figures."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("ncnn", "keras", "numpy"))
    return (
        f"{available_cores()} cores of {processor()}, Skin GUI {__version__}, Python {platform.python_version()}, "
        f"{versions}, {platform.system()}, {datetime.now(UTC):%Y-%m-%d}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=64, help="how many images a round takes (64)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, besides one to warm up (5)")
    parser.add_argument("--model", type=Path, default=paths.shipped_model(), help="a model's folder (the shipped one)")
    parser.add_argument("--training", action="store_true", help="measure retraining too, on SKIN_GUI_DATA (minutes)")
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(ROOT)} too")
    arguments = parser.parse_args()
    files, source = find_images(arguments.images)
    rounds = arguments.rounds
    load = f", load average {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    # Child processes first: later TensorFlow's threads live in this process.
    rows = [
        *start_up(arguments.model.resolve(), files[0], rounds),
        *single_image(arguments.model, files[0], rounds),
        event_loop_row(files, source),
        *throughput(arguments.model, files, rounds),
        *(retraining.rows(arguments.model) if arguments.training else []),
    ]
    text = report(rows, len(files), source, rounds, load)
    print(text)
    if arguments.write:
        call = f'make bench BENCH_ARGS="{shlex.join(sys.argv[1:])}"'
        write_first_part(f"Made by `{call}`; see tests/benchmarks/bench.py.\n\n{text}")


if __name__ == "__main__":
    main()
