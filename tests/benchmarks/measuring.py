"""What the measures cost a batch: `make bench-measures`.

Processor time of one thread from files to rows, each few files in turns alone and with the measures beside them, so
that whatever else the machine does meets both alike.
"""

import argparse
import statistics
import time
from pathlib import Path

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.review.batch import TOGETHER, Beside, classify_together
from skin_gui.workers.inference import measuring_beside
from tests.benchmarks.bench import machine
from tests.benchmarks.int8 import chosen
from tests.benchmarks.rows import DATA, spread


def taken(classifier: Classifier, files: list[Path], beside: Beside | None) -> float:
    """Milliseconds of processor time an image."""
    started = time.thread_time()
    rows = classify_together(classifier, files, beside=beside)
    passed = time.thread_time() - started
    assert all(row.status == "ok" for row in rows)
    return 1e3 * passed / len(files)


def main() -> None:
    """Print the median of the rounds, each the mean of its images."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--images", type=int, default=20, help="files that a round takes (20)")
    parser.add_argument("--rounds", type=int, default=9, help="rounds, besides one to warm up (9)")
    parser.add_argument("--folder", type=Path, default=DATA / "bcn" / "malignant", help="of images that show lesions")
    arguments = parser.parse_args()
    classifier = Classifier.load(paths.shipped_model())
    beside = measuring_beside(classifier, lambda _path, _measured: None)
    files = chosen(arguments.folder, arguments.images)
    groups = [files[first : first + TOGETHER] for first in range(0, len(files), TOGETHER)]
    alone: list[float] = []
    cost: list[float] = []
    for number in range(arguments.rounds + 1):
        pairs = [(taken(classifier, group, None), taken(classifier, group, beside)) for group in groups]
        if number:  # the first round warms up
            alone.append(statistics.mean(one for one, _ in pairs))
            cost.append(statistics.mean(other - one for one, other in pairs))
    print(f"{len(files)} files, {machine()}")
    print(f"a batch alone: {spread(alone, 1, 'ms')} of processor time an image")
    print(f"the measures beside it: {spread(cost, 1, 'ms')} more")


if __name__ == "__main__":
    main()
