"""Runs one worker after the other for an owner: the one way in which the window has something done on a thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from skin_gui.wording.fact import Fact
from skin_gui.workers.base import Task, Worker

Done = Callable[[Any], None]
"""Called on the owner's thread with what the worker has made."""


class Runner(QObject):
    """At most one worker counts at a time. The owner calls `stop` before it goes away.

    `start` lets the newest win; `run` waits its turn, that is, it refuses while something runs. A worker that is left
    ends by itself and unheard: nobody waits for a slow drive that is no longer of interest.
    """

    busy_changed = Signal(bool)
    succeeded = Signal(object)
    """What the worker has made."""
    failed = Signal(object)
    """A `Fact` for the user."""
    cancelled = Signal()
    """The worker stopped because `cancel` asked it to."""
    progressed = Signal(float)
    """The part done, from 0 to 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._done: Done | None = None
        self._left: list[Worker] = []

    @property
    def is_busy(self) -> bool:
        return self._worker is not None

    def run(self, task: Task, done: Done) -> bool:
        """Run a task and hand over what it returns; False, and nothing done, while another one runs."""
        if self._worker is not None:
            return False
        self.start(Worker(task), done)
        return True

    def start(self, worker: Worker, done: Done | None = None) -> None:
        """Run a worker, and leave the one that runs; `done` is called before `succeeded` is emitted."""
        was_busy = self.is_busy
        self._leave()
        worker.setParent(self)
        worker.succeeded.connect(self._succeed)
        worker.failed.connect(self._fail)
        worker.cancelled.connect(self._cancel)
        worker.progress.connect(self.progressed)
        self._worker, self._done = worker, done
        if not was_busy:
            self.busy_changed.emit(True)
        worker.start()

    def cancel(self) -> None:
        """Ask the worker to stop; `cancelled` follows once it has."""
        if self._worker is not None:
            self._worker.cancel()

    def drop(self) -> None:
        """Leave the worker that runs, if any."""
        if self._worker is not None:
            self._leave()
            self.busy_changed.emit(False)

    def stop(self) -> None:
        """Interrupt, wait, and hear nothing more."""
        self._leave()
        for worker in self._left:
            worker.stop()
            worker.deleteLater()
        self._left.clear()

    def _leave(self) -> None:
        if self._worker is not None:
            self._worker.left.connect(self._forget)
            self._worker.leave()
            self._left.append(self._worker)
        self._worker = self._done = None

    def _forget(self, worker: Worker) -> None:
        if worker in self._left:  # else `stop` was quicker
            self._left.remove(worker)
            worker.wait()
            worker.deleteLater()

    def _succeed(self, result: object) -> None:
        done = self._done
        self._end()
        if done is not None:
            done(result)
        self.succeeded.emit(result)

    def _fail(self, fact: Fact) -> None:
        self._end()
        self.failed.emit(fact)

    def _cancel(self) -> None:
        self._end()
        self.cancelled.emit()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.wait()
            self._worker.deleteLater()
        self._worker = self._done = None
        self.busy_changed.emit(False)
