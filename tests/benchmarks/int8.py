"""The int8 network beside the one in float32: `python -m tests.benchmarks.int8 [--images N] [--rounds N] [--write]`.

Time is that from a folder of 224 px JPEGs to its rows, the two in turns. What int8 changes is told for each source of
labelled images: half benign and half malignant, taken at equal steps in the order of their names.
"""

import argparse
import os
import statistics
import time
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.imaging.files import list_images
from skin_gui.review.batch import classify_files
from skin_gui.review.results import Result
from skin_gui.vocabulary import Engine, ImageWarning
from tests.benchmarks.bench import machine
from tests.benchmarks.rows import DATA, spread, write_section

SOURCES = ("isic/train", "ham_extra", "isic17", "bcn")
ENGINES: tuple[Engine, Engine] = ("float32", "int8")
FILES_A_ROUND = 40
HEADING = "In eight-bit integers"


def chosen(folder: Path, count: int) -> list[Path]:
    """As many files of a folder as are wanted and there, at equal steps."""
    files = list_images([folder], recursive=False)
    return [files[round(place)] for place in np.linspace(0, len(files) - 1, min(count, len(files)))]


Classifiers = dict[Engine, Classifier]


def paces(classifiers: Classifiers, rounds: int, jobs: int) -> dict[Engine, tuple[list[float], list[float]]]:
    """ms an image by the processor and by the clock, of each round."""
    files = chosen(DATA / "ham_extra" / "benign", FILES_A_ROUND)
    taken: dict[Engine, tuple[list[float], list[float]]] = {engine: ([], []) for engine in classifiers}
    for _ in range(rounds):
        for engine, classifier in classifiers.items():
            processor, clock = time.process_time(), time.perf_counter()
            rows = list(classify_files(classifier, files, jobs=jobs))
            assert all(row.status == "ok" for row in rows)
            for times, started, now in zip(
                taken[engine], (processor, clock), (time.process_time(), time.perf_counter()), strict=True
            ):
                times.append(1e3 * (now - started) / len(files))
    return taken


def unfamiliar(rows: list[Result]) -> list[bool]:
    return [ImageWarning.OUTSIDE_TRAINING_DATA in row.warnings for row in rows]


def change(classifiers: Classifiers, source: str, count: int) -> str:
    """A line of the table: what int8 changes on a source."""
    benign, malignant = (chosen(DATA / source / label, count // 2) for label in ("benign", "malignant"))
    truth = [0] * len(benign) + [1] * len(malignant)
    exact, fast = (list(classify_files(classifiers[engine], benign + malignant)) for engine in ENGINES)
    before, after = (np.array([row.probability for row in rows], dtype=float) for rows in (exact, fast))
    aucs = roc_auc_score(truth, before), roc_auc_score(truth, after)
    changes = np.abs(after - before)
    labels = sum(one.label != other.label for one, other in zip(exact, fast, strict=True))
    warnings = sum(one != other for one, other in zip(unfamiliar(exact), unfamiliar(fast), strict=True))
    return (
        f"| {source} | {len(truth)} | {aucs[0]:.4f} | {aucs[1]:.4f} | {aucs[1] - aucs[0]:+.4f} | "
        f"{changes.max():.3f} | {changes.mean():.4f} | {labels} | {warnings} |"
    )


def section(images: int, rounds: int) -> str:
    classifiers = {engine: Classifier.load(paths.shipped_model(), engine=engine) for engine in ENGINES}
    lines = [
        f"Made by `python -m tests.benchmarks.int8 --images {images}`. A folder of 224 px JPEGs to its rows, ms an",
        "image, the two in turns:",
        "",
        "| threads | float32, by the processor | int8, by the processor | float32, by the clock | int8, by the clock "
        "| ratio by the processor |",
        "|---|---|---|---|---|---|",
    ]
    for jobs in (1, 2):
        taken = paces(classifiers, rounds, jobs)
        cells = [spread(taken[engine][kind], 0, "ms") for kind in (0, 1) for engine in ENGINES]
        medians = [statistics.median(taken[engine][0]) for engine in ENGINES]
        lines.append(f"| {jobs} | {' | '.join(cells)} | {medians[0] / medians[1]:.2f} x |")
    lines += [
        "",
        "What it changes, with the shipped head and calibration as they are. The head was fitted to many of these",
        "images, so the AUCs say how much int8 changes, not how good the model is:",
        "",
        "| source | images | AUC float32 | AUC int8 | change | largest change of a probability | mean | labels changed "
        "| warnings changed |",
        "|---|---|---|---|---|---|---|---|---|",
        *(change(classifiers, source, images) for source in SOURCES),
        "",
        f"Medians of {rounds} rounds (least to most). {machine()}. Load average {os.getloadavg()[0]:.1f} at the end.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=150, help="of each source")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write the figures into docs/benchmarks.md")
    arguments = parser.parse_args()
    text = section(arguments.images, arguments.rounds)
    print(text)
    if arguments.write:
        write_section(HEADING, text)


if __name__ == "__main__":
    main()
