"""Threads for each image against images at a time: `python -m tests.benchmarks.threads [--rounds N] [--write]`.

Time is that from a folder of 224 px JPEGs to its rows; the ways take turns, in an order that is drawn for each round.
"""

import argparse
import os
import random
import time

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.review.batch import classify_files
from tests.benchmarks.bench import machine
from tests.benchmarks.int8 import chosen
from tests.benchmarks.rows import DATA, spread, write_section

WAYS = ((1, 1), (2, 1), (1, 2), (2, 2))
"""Threads for each image, images at a time."""
FILES_A_ROUND = 24
HEADING = "Threads or images at a time"


def section(rounds: int) -> str:
    files = chosen(DATA / "ham_extra" / "benign", FILES_A_ROUND)
    classifiers = {threads: Classifier.load(paths.shipped_model(), threads=threads) for threads, _ in WAYS}
    taken: dict[tuple[int, int], tuple[list[float], list[float]]] = {way: ([], []) for way in WAYS}
    for number in range(rounds + 1):
        for threads, jobs in random.sample(WAYS, len(WAYS)):
            started = time.process_time(), time.perf_counter()
            assert all(row.status == "ok" for row in classify_files(classifiers[threads], files, jobs=jobs))
            ended = time.process_time(), time.perf_counter()
            for times, before, now in zip(taken[threads, jobs], started, ended, strict=True):
                if number:  # the first round warms up
                    times.append(1e3 * (now - before) / len(files))
    lines = [
        "Made by `python -m tests.benchmarks.threads`. A folder of 224 px JPEGs to its rows, ms an image, in turns:",
        "",
        "| threads for each image | images at a time | by the processor | by the clock |",
        "|---|---|---|---|",
        *(
            f"| {threads} | {jobs} | {' | '.join(spread(times, 0, 'ms') for times in taken[threads, jobs])} |"
            for threads, jobs in WAYS
        ),
        "",
        f"Medians of {rounds} rounds (least to most). {machine()}. Load average {os.getloadavg()[0]:.1f} at the end.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="write the figures into docs/benchmarks.md")
    arguments = parser.parse_args()
    text = section(arguments.rounds)
    print(text)
    if arguments.write:
        write_section(HEADING, text)


if __name__ == "__main__":
    main()
