"""Through which files of the package something passes: `python -m tests.benchmarks.files_passed`.

    python -m tests.benchmarks.files_passed image IMAGE     from opening an image in the window to its number
    python -m tests.benchmarks.files_passed csv FOLDER      from a row that is classified to its line in the CSV

A way is made of steps, each a function that gives what passes another form. Counted are the files on the call stack of
each step: whoever follows the way reads these and no other. What a function of the way asks on the side, and what
else listens (thumbnails, measures, the session), is not on it.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtWidgets import QApplication

import skin_gui
from skin_gui.app import build_application
from skin_gui.classifier import Classifier
from skin_gui.imaging.files import list_images
from skin_gui.review.batch import classify_files
from skin_gui.review.export import write_results_csv
from skin_gui.review.store import SessionStore
from skin_gui.ui.window.main_window import MainWindow
from skin_gui.workers.base import Worker

IMAGE = {
    "asked for": "workers/prediction.py::request",
    "bytes": "imaging/reading.py::read_image_file",
    "pixels": "imaging/codecs/jpeg/decoding.py::decode_jpeg",
    "colours": "imaging/colour.py::to_rgb",
    "network's input": "imaging/preprocess.py::network_input",
    "maps": "classifier/network.py::_extracted",
    "descriptors": "classifier/covariance_pooling.py::covariance_descriptor",
    "vector": "classifier/features.py::vector",
    "logit": "classifier/head.py::logit_and_gradient",
    "probability": "classifier/calibration.py::probability",
    "number": "ui/texts/formats.py::probability_text",
}
"""The steps of an image, a JPEG."""
CSV = {
    "values": "review/columns.py::<lambda>",
    "key": "review/keys.py::path_key",
    "stored": "review/database.py::write",
    "read": "review/database.py::rows",
    "result": "review/rows.py::to_result",
    "label": "classifier/prediction.py::label_at",
    "stamp": "about.py::stamp",
    "cell": "plain_text.py::neutral_cell",
    "file": "atomic.py::move_into_place",
}
"""The steps of a row."""

_PACKAGE = Path(skin_gui.__file__).parent
_ASKED_BY_QT = frozenset({"paintEvent", "paint", "sizeHint", "minimumSizeHint", "heightForWidth", "data"})
_PATIENCE_S = 120


class Trace:
    """Notes the files on the call stack of each step while it is on, on this thread and on those of `on_threads_of`."""

    def __init__(self, steps: dict[str, str]) -> None:
        self.steps = tuple(steps)
        self._step_at = {where: name for name, where in steps.items()}
        self._is_on = False
        self.passed: dict[str, list[str]] = {}
        """By step, the files from the outermost call to the step itself."""

    @property
    def files(self) -> list[str]:
        """All of them, in the order in which they come."""
        stacks = [self.passed.get(step, []) for step in self.steps]
        return list(dict.fromkeys(file for stack in stacks for file in stack))

    def __enter__(self) -> "Trace":
        self._is_on = True
        sys.setprofile(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        self._is_on = False

    def _call(self, frame: FrameType, event: str, _argument: object) -> None:
        step = self._step_at.get(_where(frame)) if event == "call" else None
        if step is None or not self._is_on or step in self.passed:
            return
        stack = [one for one in _above(frame) if one.f_code.co_filename.startswith(str(_PACKAGE))]
        if not _ASKED_BY_QT.intersection(one.f_code.co_name for one in stack):
            self.passed[step] = list(dict.fromkeys(_file(one) for one in reversed(stack)))

    def on_threads_of(self, kind: type[Any]) -> Callable[[], None]:
        """Follow threads that are started from now on. Returns what ends that."""
        run: Callable[[Any], None] = kind.run

        def traced(thread: Any) -> None:
            sys.setprofile(self._call)
            try:
                run(thread)
            finally:
                sys.setprofile(None)

        kind.run = traced
        return lambda: setattr(kind, "run", run)


def _file(frame: FrameType) -> str:
    return Path(frame.f_code.co_filename).relative_to(_PACKAGE).as_posix()


def _where(frame: FrameType) -> str:
    path = frame.f_code.co_filename
    return f"{path[len(str(_PACKAGE)) + 1 :]}::{frame.f_code.co_name}" if path.startswith(str(_PACKAGE)) else ""


def _above(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def start(first: Path) -> tuple[QApplication, MainWindow]:
    """The window with an image open, and its number on the screen."""
    application, window = build_application(["skin-gui"])
    window.show()
    show(application, window, first)
    return application, window


def show(application: QApplication, window: MainWindow, path: Path) -> None:
    """Open an image and wait for its number."""
    window.open([path])
    _wait(application, lambda: window.image.path == path and window.image.prediction is not None)


def image(path: Path) -> Trace:
    """Open an image in the window, which has one open already, and wait for its number."""
    trace = Trace(IMAGE)
    end = trace.on_threads_of(Worker)
    application, window = start(next(found for found in list_images([path.parent], False) if found != path))
    with trace:
        show(application, window, path)
    window.close()
    end()
    return trace


def csv(folder: Path) -> Trace:
    """Classify a folder into a session, and write the session's rows."""
    trace = Trace(CSV)
    with tempfile.TemporaryDirectory() as scratch:
        classifier = Classifier.load(threads=1)
        session = SessionStore(Path(scratch)).open([folder])
        results = list(classify_files(classifier, list_images([folder], False), jobs=1))
        with trace:
            for result in results:
                session.add_result(result)
            write_results_csv(Path(scratch, "results.csv"), session.results())
        session.close()
    return trace


def _wait(application: QApplication, done: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not done():
        application.processEvents()
        if time.monotonic() > end:
            raise TimeoutError


def lines(trace: Trace) -> Iterable[str]:
    """What is new at each step, and how many it is in all."""
    known: set[str] = set()
    for step in trace.steps:
        stack = trace.passed[step]
        yield f"{step}: {', '.join(file for file in stack if file not in known)}"
        known.update(stack)
    yield f"{len(trace.files)} files"


if __name__ == "__main__":
    passed = {"image": image, "csv": csv}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write("".join(f"{line}\n" for line in lines(passed)))
