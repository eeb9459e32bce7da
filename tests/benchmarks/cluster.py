"""What a cluster costs beside the work: `python -m tests.benchmarks.cluster`.

The same images classified by this machine alone and by one and two workers of a cluster on it, in turns, and what the
machine that asks has to do for each chunk. Processor time, children included, since one machine stands for several.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from distributed import LocalCluster

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.cluster.chunks import CHUNK, in_chunks
from skin_gui.cluster.classify import classify_on_cluster
from skin_gui.cluster.connection import connected
from skin_gui.review.batch import classify_files
from skin_gui.review.results import Result
from tests.benchmarks.bench import find_images, machine

_ROWS = 200 * CHUNK


def rows(files: Sequence[Path]) -> list[Result]:
    """Rows as a worker makes them, without the work."""
    return [
        Result(file, "ok", "Model", "0.1.0", "2025-01-01T00:00:00+00:00", 0.5, 0.5, sha256="0" * 64) for file in files
    ]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock, and of this process on the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    files, _ = find_images(arguments.images)
    files = [file.absolute() for file in files]
    many_files = [files[number % len(files)] for number in range(_ROWS)]
    classifier = Classifier.load(paths.shipped_model())
    walls: dict[str, list[float]] = {"alone": [], "1 worker": [], "2 workers": []}
    costs = []
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1") as one,
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1") as two,
        connected(one.scheduler_address) as few,
        connected(two.scheduler_address) as many,
    ):
        ways = {
            "alone": lambda: list(classify_files(classifier, files, jobs=1)),
            "1 worker": lambda: list(classify_on_cluster(few, classifier, files)),
            "2 workers": lambda: list(classify_on_cluster(many, classifier, files)),
        }
        for turn in range(arguments.rounds + 1):  # the first one loads the models
            for name in list(ways)[:: 1 if turn % 2 else -1]:
                wall, _ = timed(ways[name])
                if turn:
                    walls[name].append(wall / len(files))
            many.run(sys.path.insert, 0, str(Path.cwd()))
            wall, cpu = timed(lambda: list(in_chunks(many, rows, many_files, give_up=lambda file: rows([file])[0])))
            costs.append((wall / _ROWS, cpu / _ROWS))
    for name, values in walls.items():
        low, middle, high = (1e3 * value for value in (min(values), statistics.median(values), max(values)))
        print(f"{name}: {middle:.0f} ms an image ({low:.0f} to {high:.0f})")
    for place, name in enumerate(("clock", "processor")):
        print(f"asking for a row, by the {name}: {1e3 * statistics.median(cost[place] for cost in costs):.2f} ms")
    print(machine())


if __name__ == "__main__":
    main()
