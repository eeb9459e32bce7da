"""Through which files of the package something passes: `python -m tests.benchmarks.files_passed`.

    python -m tests.benchmarks.files_passed image IMAGE     from opening an image in the window to its number
    python -m tests.benchmarks.files_passed csv FOLDER      from a row that is classified to its line in the CSV

Counted are the files whose functions are called, on every thread. What Qt asks for by itself is left out, with all that
it calls: painting, sizes, cells in view.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
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
from skin_gui.workers.base import Worker

_PACKAGE = Path(skin_gui.__file__).parent
_ASKED_BY_QT = {"paintEvent", "paint", "sizeHint", "minimumSizeHint", "heightForWidth", "data", "event", "eventFilter"}
_PATIENCE_S = 120


class Trace:
    """Notes the files of the package that are called while it is on."""

    def __init__(self) -> None:
        self.files: set[str] = set()

    def __enter__(self) -> "Trace":
        threading.settrace(self._call)
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)
        threading.settrace(None)  # type: ignore[arg-type]

    def _call(self, frame: FrameType, _event: str, _argument: object) -> None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE) and frame.f_code.co_name != "<module>" and not _is_asked_by_qt(frame):
            self.files.add(path.relative_to(_PACKAGE.parent).as_posix())

    def on_threads_of(self, kind: type[Any]) -> None:
        """Qt's own threads know nothing of `threading.settrace`."""
        run: Callable[[Any], None] = kind.run

        def traced(thread: Any) -> None:
            sys.settrace(self._call)
            run(thread)

        kind.run = traced


def _is_asked_by_qt(frame: FrameType) -> bool:
    return any(above.f_code.co_name in _ASKED_BY_QT for above in _above(frame))


def _above(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def image(path: Path) -> Trace:
    """Open an image in the window, which has one open already, and wait for its number."""
    trace = Trace()
    trace.on_threads_of(Worker)
    application, window = build_application(["skin-gui"])
    window.show()
    shown: list[object] = []
    window.worker.predicted.connect(shown.append)
    first = next(found for found in list_images([path.parent], False) if found != path)
    window.open([first])
    _wait(application, lambda: len(shown) > 0)
    with trace:
        window.open([path])
        _wait(application, lambda: len(shown) > 1)
    window.close()
    return trace


def csv(folder: Path) -> Trace:
    """Classify a folder into a session, and write the session's rows."""
    with tempfile.TemporaryDirectory() as scratch:
        classifier = Classifier.load(threads=1)
        session = SessionStore(Path(scratch)).open([folder])
        results = list(classify_files(classifier, list_images([folder], False), jobs=1))
        with Trace() as trace:
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


if __name__ == "__main__":
    passed = {"image": image, "csv": csv}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write("".join(f"{name}\n" for name in sorted(passed.files)) + f"{len(passed.files)} files\n")
