"""Runs one task after the other on a thread, for a page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from skin_gui.workers.base import Task, Worker


class TaskRunner(QObject):
    """At most one task at a time. The owner calls `stop` before it goes away."""

    busy_changed = Signal(bool)
    failed = Signal(str)
    """A sentence for the user."""
    progressed = Signal(float)
    """The part done, from 0 to 1."""
    cancelled = Signal()
    """The task stopped because `cancel` asked it to."""

    def __init__(self, expected: tuple[type[Exception], ...] = (), parent: QObject | None = None) -> None:
        """Args: the errors whose text is already a sentence for the user, and the owner."""
        super().__init__(parent)
        self._expected = expected
        self._worker: Worker | None = None
        self._done: Callable[[object], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a task runs."""
        return self._worker is not None

    def run(self, task: Task, done: Callable[[object], None]) -> bool:
        """Run a task and hand over what it returns; False, and nothing done, while another one runs."""
        if self._worker is not None:
            return False
        worker = Worker(task, expected=self._expected, parent=self)
        worker.succeeded.connect(self._succeed)
        worker.failed.connect(self._fail)
        worker.cancelled.connect(self._cancel)
        worker.progress.connect(self.progressed)
        self._worker, self._done = worker, done
        self.busy_changed.emit(True)
        worker.start()
        return True

    def cancel(self) -> None:
        """Ask the task to stop; `cancelled` follows once it has."""
        if self._worker is not None:
            self._worker.cancel()

    def stop(self) -> None:
        """Interrupt, wait, and hear nothing more."""
        if self._worker is not None:
            self._worker.stop()
            self._worker.deleteLater()
            self._worker = None

    def _succeed(self, result: object) -> None:
        done = self._done
        self._end()
        if done is not None:
            done(result)

    def _fail(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _cancel(self) -> None:
        self._end()
        self.cancelled.emit()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.wait()
            self._worker.deleteLater()
        self._worker = self._done = None
        self.busy_changed.emit(False)
