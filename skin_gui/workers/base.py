"""The one shape of every worker: a plain function on a thread of its own, its ends as signals."""

import logging
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from skin_gui.progress import CancelCheck, Cancelled, Progress
from skin_gui.wording.fact import Fact, FactError
from skin_gui.wording.program import ProgramFact

Task = Callable[[Progress, CancelCheck], object]
"""A plain function: it reports its progress, and raises `Cancelled` when the check says so."""

_Rest = ParamSpec("_Rest")
_log = logging.getLogger(__name__)


def as_task(work: Callable[Concatenate[Progress, CancelCheck, _Rest], object]) -> Callable[_Rest, Task]:
    """Called with its other arguments, the function gives the task that does its work with them."""

    @wraps(work)
    def make(*args: _Rest.args, **kwargs: _Rest.kwargs) -> Task:
        return lambda progress, cancelled: work(progress, cancelled, *args, **kwargs)

    return make


class Worker(QThread):
    """Runs a task on a thread and tells its owner how it went; exactly one of the three ends is sent.

    Signals reach the owner on the owner's own thread, whatever they are connected to: the thread does not emit them but
    hands them to `emit_to_owner`. The owner calls `stop` before it goes away; a `Runner` does all this.
    """

    _sent = Signal(object, tuple)
    """A signal and its values on their way from the thread to this object, which lives on the owner's thread."""
    _ended = Signal(object, tuple)
    """The same, of the last that the thread tells."""
    left = Signal(object)
    """This worker, which nobody hears any more, has ended."""
    progress = Signal(float)
    """The part done, from 0 to 1."""
    succeeded = Signal(object)
    """What the task returned."""
    failed = Signal(object)
    """A `Fact` for the user; the details are in the log."""
    cancelled = Signal()
    """The task stopped because it was asked to. Not an error."""

    def __init__(
        self,
        task: Task | None = None,
        *,
        unwanted: Callable[[Any], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare; `start` begins.

        Args:
            unwanted: is given the result where nobody wants it any more, to close what is open in it.
        """
        super().__init__(parent)
        self._task = task
        self._unwanted = unwanted
        self._is_heard = True
        self._sent.connect(self._deliver)
        self._ended.connect(self._deliver_end)

    def work(self) -> object:
        """What the thread does; a worker with more to it than one function overrides this."""
        return (
            self._task(partial(self.emit_to_owner, self.progress), self.isInterruptionRequested) if self._task else None
        )

    def run(self) -> None:
        """The thread itself. No exception leaves it."""
        try:
            result = self.work()
        except Cancelled:
            self._ended.emit(self.cancelled, ())
        except Exception as error:
            self._ended.emit(self.failed, (self.fact_for(error),))
        else:
            self._ended.emit(self.succeeded, (result,))

    def emit_to_owner(self, signal: SignalInstance, *values: object) -> None:
        """Emit a signal of this worker on the owner's thread, unless the owner has left it by then."""
        self._sent.emit(signal, values)

    def _deliver(self, signal: SignalInstance, values: tuple[object, ...]) -> None:
        if self._is_heard:
            signal.emit(*values)

    def _deliver_end(self, signal: SignalInstance, values: tuple[object, ...]) -> None:
        if self._is_heard:
            signal.emit(*values)
            return
        if self._unwanted is not None and signal == self.succeeded:
            self._unwanted(*values)
        self.left.emit(self)

    def fact_for(self, error: Exception) -> Fact:
        """What the user is told of an error; one that was not expected goes to the log in full."""
        if isinstance(error, FactError):
            _log.info("%s: %s", type(error).__name__, error)
            return error.fact
        _log.error("Unexpected error in %s", type(self).__name__, exc_info=error)
        return ProgramFact.UNEXPECTED()

    def cancel(self) -> None:
        """Ask the task to stop; `cancelled` follows once it has."""
        self.requestInterruption()

    def leave(self) -> None:
        """Ask the task to stop and hear nothing more of it; `left` follows once it has."""
        # What the thread has told and nobody heard yet waits at this object, and none of it at the owner's slots.
        self._is_heard = False
        self.cancel()

    def stop(self) -> None:
        """Ask the task to stop, hear nothing more of it and wait for its thread to end."""
        self.leave()
        self.wait()
