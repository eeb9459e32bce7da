"""What the program writes, again and again until it is killed: `python -m tests.faults.jobs JOB FOLDER MODEL`.

Each line printed is a promise: what it names has been saved.
"""

import itertools
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from skin_gui import paths
from skin_gui.review.results import Result

ROWS = 300


def result(path: Path, note: str = "") -> Result:
    """A row as a batch makes it."""
    return Result(path, "ok", "default", "0.1.0", "2100-01-01T00:00:00+00:00", 0.7, 0.5, reviewer_note=note)


def batch(folder: Path) -> Iterator[str]:
    """Classify the images of a folder into its session, again and again: how fast a machine is decides nothing."""
    from skin_gui.classifier import Classifier
    from skin_gui.review.batch import classify_files
    from skin_gui.review.store import SessionStore

    images = sorted(folder.glob("*.png"))
    classifier = Classifier.load()
    with SessionStore().open([folder]) as session:
        while True:
            session.begin(len(images))
            for row in classify_files(classifier, images, jobs=2):
                session.add_result(row)
                yield row.path.name


def review(folder: Path) -> Iterator[str]:
    """Decide on images, each time with another note."""
    from skin_gui.review.store import SessionStore

    path = folder / "a.png"
    with SessionStore().open([folder]) as session:
        session.add_result(result(path))
        for number in itertools.count():
            session.decisions.decide([path], "malignant", note=str(number))
            yield str(number)


def holding(folder: Path) -> Iterator[str]:
    """Begin to write into a session, and stand still."""
    from skin_gui.review.store import SessionStore

    with SessionStore().open([folder]) as session, session._database.transaction():
        yield "nothing yet"
        time.sleep(3600)


def export(folder: Path) -> Iterator[str]:
    """Write one table over and over, each time with other notes."""
    from skin_gui.review.export import write_results_csv

    for number in itertools.count():
        rows = [result(folder / f"{row}.png", note=str(number)) for row in range(ROWS)]
        write_results_csv(folder / "table.csv", rows)
        yield str(number)


def report(folder: Path) -> Iterator[str]:
    """Write a report of one picture over and over, as PDF, and objects for an archive, each time into a new folder."""
    from PySide6.QtGui import QGuiApplication

    from skin_gui.classifier import Classifier
    from skin_gui.review.batch import classify_files
    from skin_gui.ui.report.archive import write_dicom_results
    from skin_gui.ui.report.report import ReportRequest, write_report

    application = QGuiApplication.instance() or QGuiApplication([])
    classifier = Classifier.load()
    request = ReportRequest(list(classify_files(classifier, sorted(folder.glob("*.png"))[:1])))
    for number in itertools.count():
        write_report(folder / "report.pdf", request, classifier=classifier)
        write_dicom_results(folder / f"archive {number} of {os.getpid()}", request)
        yield f"{number} of {os.getpid()}"
    del application


def importing(folder: Path) -> Iterator[str]:
    """Take in a model again and again."""
    from skin_gui.classifier.store import ModelStore

    store = ModelStore()
    while True:
        yield store.import_(folder / "model.zip").info.name


def settings(_folder: Path) -> Iterator[str]:
    """Change a setting to and fro."""
    from skin_gui.preferences import change_preferences
    from skin_gui.preferences.declared import FEATURE_CACHE_MB

    for number in itertools.count(1000):
        change_preferences({FEATURE_CACHE_MB.key: number})
        yield str(number)


def activation(_folder: Path) -> Iterator[str]:
    """Activate two models by turns, and go back."""
    from skin_gui.classifier.store import ModelStore

    store = ModelStore()
    while True:
        for name in ("A", "B"):
            store.activate(name)
            yield name
        store.rollback()
        yield "A"


def calibration(folder: Path) -> Iterator[str]:
    """Fit models to a clinic's images."""
    return _command("calibrate", folder)


def training(folder: Path) -> Iterator[str]:
    """Train models."""
    return _command("train", folder, "--epochs", "2")


def _command(*arguments: object) -> Iterator[str]:
    from skin_gui.cli.commands import app

    for number in itertools.count():
        name = f"Model {number}"
        app([*map(str, arguments), "--name", name], standalone_mode=False)
        yield name


JOBS: dict[str, Callable[[Path], Iterator[str]]] = {
    job.__name__: job
    for job in (batch, review, holding, export, report, importing, settings, activation, calibration, training)
}

if __name__ == "__main__":
    job, folder, model = sys.argv[1:]
    if model:
        paths.shipped_model = lambda: Path(model)
    print("ready", flush=True)  # noqa: T201 - read by the tests
    for saved in JOBS[job](Path(folder)):
        print(f"saved {saved}", flush=True)  # noqa: T201
