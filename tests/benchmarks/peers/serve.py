"""One engine, loaded once, that works when it is told to: `python serve.py ENGINE FOLDER THREADS`.

A line of standard input names the work ("network", "click", or a folder of FOLDER/images), a line of standard output
tells the seconds of the clock and of the processor that an image took.
"""

import csv
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
if sys.argv[1].startswith("skin-gui"):
    import skin_gui  # noqa: F401 - first, as in the program: NumPy's threads are set there
import engines
import numpy as np
from PIL import Image

MEAN_BGR = np.array([103.939, 116.779, 123.68], dtype=np.float32)
BATCH = 32


def prepared(file: Path) -> np.ndarray:
    with Image.open(file) as image:
        pixels = np.asarray(image.convert("RGB").resize((224, 224), Image.Resampling.BILINEAR), dtype=np.float32)
    return np.ascontiguousarray((pixels[:, :, ::-1] - MEAN_BGR).transpose(2, 0, 1))


def to_table(forward: engines.Forward, files: list[Path], table: Path, threads: int) -> None:
    """What a program of one's own around an engine does: decode on all cores, predict in batches, write a table."""
    weights = np.random.default_rng(0).normal(size=512).astype(np.float32)
    with table.open("w", newline="") as stream, ThreadPoolExecutor(threads) as pool:
        writer = csv.writer(stream)
        for start in range(0, len(files), BATCH):
            some = files[start : start + BATCH]
            maps = forward(np.stack(list(pool.map(prepared, some))))
            probabilities = 1 / (1 + np.exp(-maps.mean(axis=(2, 3)) @ weights))
            writer.writerows(zip(some, probabilities, strict=True))


def ours(folder: Path, threads: int):
    """The program itself: everything that stands in its table."""
    from skin_gui.classifier import Classifier
    from skin_gui.imaging.decode import read_image
    from skin_gui.paths import shipped_model
    from skin_gui.review.batch import classify_files
    from skin_gui.review.export import write_results_csv

    of_many, of_one = Classifier.load(shipped_model()), Classifier.load(shipped_model(), threads=threads)

    def table(files: list[Path], target: Path) -> None:
        write_results_csv(target, classify_files(of_many, files, jobs=threads))

    return table, lambda file: of_one.predict(read_image(file))


def peak_memory() -> float:
    """In MB. What `getrusage` tells is the parent's own, where that was more before this process began."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def measured(work, count: int) -> dict[str, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return {"wall": (time.perf_counter() - wall) / count, "cpu": (time.process_time() - cpu) / count}


def main(name: str, folder: Path, threads: int) -> None:
    talk = os.fdopen(os.dup(1), "w")  # engines print what they like
    os.dup2(2, 1)
    forward = engines.load(name, folder, threads)
    images = {kind.name: sorted(kind.iterdir()) for kind in sorted((folder / "images").iterdir())}
    first = images["jpeg"][0]
    batch = np.stack([prepared(file) for file in images["jpeg"]])
    if name == "skin-gui":
        table, click = ours(folder, threads)
    else:
        table = lambda files, target: to_table(forward, files, target, threads)  # noqa: E731
        click = lambda file: forward(prepared(file)[None])  # noqa: E731
    click(first)
    maps = forward(batch[:1])[0]
    print(json.dumps({"maps": maps[:, ::2, ::2].ravel().astype(float).round(3).tolist()}), file=talk, flush=True)
    for line in sys.stdin:
        match line.strip():
            case "network":
                answer = measured(lambda: forward(batch), len(batch))
            case "click":
                answer = measured(lambda: click(first), 1)
            case "memory":
                answer = {"memory": peak_memory()}
            case kind:
                files = images[kind]
                answer = measured(lambda: table(files, folder / f"{os.getpid()}.csv"), len(files))  # noqa: B023
        print(json.dumps(answer), file=talk, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
