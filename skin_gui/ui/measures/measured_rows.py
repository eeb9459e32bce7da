"""Measures the images of a review session once somebody wants to see them, without a widget."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skin_gui.progress import CancelCheck
from skin_gui.review.measurements import Measurement, measure_some, unmeasured
from skin_gui.wording.fact import Fact
from skin_gui.workers.base import Task, Worker
from skin_gui.workers.runner import Done, Runner

if TYPE_CHECKING:
    from skin_gui.measures.measurer import Measurer
    from skin_gui.review.results import Result
    from skin_gui.review.session import Session


class MeasuredRows(QObject):
    """Reads what a session has measured, and measures what it lacks in slices of a second. The owner calls `stop`."""

    read = Signal(object)
    """By path, all `Measurement`s that the session has."""
    measured = Signal(object)
    """By path, the `Measurement`s of one slice; they are saved."""
    left_changed = Signal(int)
    """How many images are still to be measured."""
    failed = Signal(object)
    """A `Fact` for the user; nothing more is measured."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._known: dict[Path, Measurement] | None = None
        self._wanted: Sequence[Result] = ()
        self._tried: set[Path] = set()
        self._measurer: Measurer | None = None
        self._runner = Runner(parent=self)
        self._runner.failed.connect(self._fail)

    def follow(self, session: "Session | None", wanted: "Sequence[Result]" = ()) -> None:
        """Another session, or the same at rest: read what it has, then measure those of the rows wanted it lacks."""
        self._runner.drop()
        self._session, self._wanted, self._known = session, wanted, None
        self._tried = set()
        if session is None:
            self.read.emit({})
            self.left_changed.emit(0)
            return
        self._start(lambda _progress, _cancelled: session.measurements.all(), self._take_known)

    def want(self, wanted: "Sequence[Result]") -> None:
        self._wanted = wanted
        if self._known is not None and not self._runner.is_busy:
            self._go_on()

    def pause(self) -> None:
        """Leave the processor to a batch; `follow` goes on."""
        self._runner.drop()

    def stop(self) -> None:
        self._runner.stop()

    def _take_known(self, known: dict[Path, Measurement]) -> None:
        self._known = known
        self.read.emit(known)
        self._go_on()

    def _go_on(self) -> None:
        session, known = self._session, self._known
        if session is None or known is None:
            return
        # A file that cannot be read any more is not tried for ever.
        files = [path for path in unmeasured(self._wanted, known) if path not in self._tried]
        self.left_changed.emit(len(files))
        if files:
            self._start(lambda _progress, cancelled: self._slice(session, files, cancelled), self._take)

    def _slice(self, session: "Session", files: list[Path], cancelled: CancelCheck) -> dict[Path, Measurement]:
        from skin_gui.measures.measurer import Measurer  # noqa: PLC0415 - on the thread, not before it is needed
        from skin_gui.workers.inference import preferred_cores  # noqa: PLC0415

        if self._measurer is None:
            self._measurer = Measurer.load(threads=1)
        return measure_some(session.measurements, self._measurer, files, jobs=preferred_cores(), cancelled=cancelled)

    def _take(self, found: Mapping[Path, Measurement]) -> None:
        self._tried |= found.keys()
        if self._known is not None:
            self._known |= found
        self.measured.emit(found)
        self._go_on()

    def _start(self, task: Task, done: Done) -> None:
        worker = Worker(task)
        worker.setObjectName("measures")
        self._runner.start(worker, done)

    def _fail(self, fact: Fact) -> None:
        self._wanted = ()
        self.left_changed.emit(0)
        self.failed.emit(fact)
