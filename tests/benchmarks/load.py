"""A hundred thousand images in one batch, and a doctor's day at the window: does memory grow? `make load`.

    python -m tests.benchmarks.load batch PLACE IMAGES
    python -m tests.benchmarks.load day PLACE CYCLES

The batch is the window's own, with its session, over hard links to a few real images: each is found, read, decoded,
predicted with its warnings, and saved as any other. Its network is a small one with VGG16's last map, so that an hour
is enough; all else is the program's. What was stopped goes on where it was. The day opens an image, waits for the
shipped model's result and closes the image, in the real window: 960 times, one every 30 seconds of 8 hours.
"""

import hashlib
import os
import sys
import time
from itertools import pairwise
from pathlib import Path

import skin_gui  # noqa: F401 - first, as in the program: NumPy's threads are set there

# isort: split
import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication

from skin_gui.app import build_application
from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.features import LayerFeatures
from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import CARD, DESCRIPTION, HEAD, NETWORK, ModelInfo, OperatingPoint
from skin_gui.measured_on import OtherImages
from skin_gui.review.store import SessionStore
from skin_gui.workers.batch import BatchState, BatchWorker
from tests.benchmarks.bench import find_images
from tests.benchmarks.event_loop import wait_for
from tests.benchmarks.growth import linked

_DIFFERENT = 50
_PHOTOGRAPH = (2400, 1800)
_EVERY = 1000  # rows from one look at the memory to the next
_WARM_UP = 0.1  # part of the run during which caches fill
_PATIENCE_MS = 120_000
_FLOAT16_TAG = 0x01306B47
_DEPTHS = (3, 8, 8, 512)  # channels before and behind the convolutions of the small network


def memory() -> float:
    """What this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def handles() -> tuple[int, int]:
    """Open files and threads of this process."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir()), sum(1 for _ in Path("/proc/self/task").iterdir())


class Samples:
    """How memory went, kept beside what is measured."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._taken: list[tuple[int, float]] = []
        self._begun = time.perf_counter()
        self._before = handles()
        path.write_text("number,MB\n", encoding="ascii")

    def take(self, number: int) -> None:
        self._taken.append((number, memory()))
        with self._path.open("a", encoding="ascii") as file:
            print(*self._taken[-1], sep=",", file=file)

    def tell(self, what: str, unit: int) -> None:
        """Print the slope of a straight line through all samples but those of the warm-up."""
        numbers, sizes = np.array(self._taken[int(len(self._taken) * _WARM_UP) :]).T
        slope, _ = np.polyfit(numbers, sizes, 1)
        first, second = (np.median(half) for half in np.array_split(sizes, 2))
        print(
            f"{what}: {int(self._taken[-1][0]):,} in {time.perf_counter() - self._begun:,.0f} s; memory "
            f"{sizes[0]:.1f} MB after the warm-up, {sizes[-1]:.1f} MB at the end, {sizes.max():.1f} MB at most; "
            f"median of the first half {first:.1f}, of the second {second:.1f}; slope {unit * slope:+.3f} MB per "
            f"{unit:,}; open files and threads {self._before} before, {handles()} after"
        )


def small_model(folder: Path) -> Path:
    """A model whose network takes a few milliseconds: block 5 of VGG16 with few channels, on averaged pixels."""
    rng = np.random.default_rng(0)
    lines = ["Input data 0 1 data 0=224 1=224 2=3", "Pooling block4_pool 1 1 data block4_pool 0=1 1=16 2=16"]
    before, weights = "block4_pool", b""
    for number, (depth, width) in enumerate(pairwise(_DEPTHS), 1):
        name, count = f"block5_conv{number}", 9 * depth * width
        lines.append(f"Convolution {name} 1 1 {before} {name} 0={width} 1=3 4=1 5=1 6={count} 9=1")
        weights += _FLOAT16_TAG.to_bytes(4, "little") + (rng.standard_normal(count) / 9).astype("<f2").tobytes()
        weights += bytes(2 * (count % 2)) + np.zeros(width, "<f4").tobytes()
        before = name
    param = "\n".join(["7767517", f"{len(lines)} {len(lines)}", *lines, ""])
    kernels = (rng.standard_normal((512, 8)).astype(np.float32) / 20, rng.standard_normal((8, 1)).astype(np.float32))
    biases = (np.zeros(8, np.float32), np.zeros(1, np.float32))
    head = Head(True, np.zeros(512, np.float32), np.ones(512, np.float32), kernels, biases)
    files = {NETWORK[0]: param.encode(), NETWORK[1]: weights, HEAD: head.to_bytes(), CARD: b"# Load\n"}
    point = OperatingPoint(0.5, 0.9, 0.9, (0.8, 0.95), 0.8, (0.7, 0.85), OtherImages("none"))
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    features = (LayerFeatures("block5_conv3", ("mean",)),)
    info = ModelInfo("Load", "2100-01-01T00:00:00+00:00", features, Calibration(), point, hashes)
    folder.mkdir(exist_ok=True)
    for name, content in (files | {DESCRIPTION: info.to_json().encode()}).items():
        (folder / name).write_bytes(content)
    return folder


def linked_images(folder: Path, count: int) -> Path:
    """As many hard links to a few images."""
    sources, _ = find_images(_DIFFERENT)
    folder.mkdir(exist_ok=True)
    there = {path.name for path in folder.iterdir()}
    for number in range(count):
        if (name := f"{number:06d}.jpg") not in there:
            linked(sources[number % len(sources)], folder / name)
    return folder


def batch(place: Path, count: int) -> None:
    """Classify the images that the session still lacks."""
    app = QCoreApplication(sys.argv[:1])
    folder = linked_images(place / "images", count)
    samples = Samples(place / "batch.csv")
    with SessionStore().open([folder]) as session:
        worker = BatchWorker(session, [folder], model=small_model(place / "model"))
        states: list[BatchState] = []

        def look(state: BatchState) -> None:
            if not states or state.done // _EVERY > states[-1].done // _EVERY:
                states.append(state)
                samples.take(state.done)

        worker.advanced.connect(look)
        worker.failed.connect(lambda sentence: app.exit(print(sentence, file=sys.stderr) or 1))
        worker.succeeded.connect(app.quit)
        worker.start()
        code = app.exec()
        worker.wait()
        good = len(session.probabilities())
    if code or good != count:
        raise SystemExit(f"{good:,} of {count:,} images have a result.")
    samples.tell(f"images in one batch ({states[0].done:,} done before)", 10_000)


def photographs(folder: Path) -> list[Path]:
    """Images as they come from cameras, and small ones, by turns."""
    sources, _ = find_images(_DIFFERENT)
    folder.mkdir(exist_ok=True)
    for number, source in enumerate(sources):
        target = folder / f"{number:02d}.jpg"
        if not target.exists():
            with Image.open(source) as image:
                (image.resize(_PHOTOGRAPH) if number % 2 else image).convert("RGB").save(target, quality=90)
    return sorted(folder.glob("*.jpg"))


def day(place: Path, cycles: int) -> None:
    """Open, predict, close."""
    files = photographs(place / "photographs")
    samples = Samples(place / "day.csv")
    _, window = build_application(["skin-gui"])
    window.show()
    for number in range(cycles):
        window.open([files[number % len(files)]])
        wait_for(lambda: window.panel.predicted is not None, _PATIENCE_MS)
        window.commands.close_image.trigger()
        wait_for(lambda: window.panel.predicted is None and window.central.currentWidget() is window.start_page)
        samples.take(number + 1)
    samples.tell("times opened, predicted and closed", 100)
    window.close()


def main() -> None:
    what, place, count = sys.argv[1], Path(sys.argv[2]).resolve(), int(sys.argv[3])
    place.mkdir(parents=True, exist_ok=True)
    os.environ["SKIN_GUI_HOME"] = str(place / "home")
    {"batch": batch, "day": day}[what](place, count)


if __name__ == "__main__":
    main()
