"""The thread that watches a training in its child process."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skin_gui.progress import Cancelled, raise_if
from skin_gui.training.plan import TrainingPlan
from skin_gui.workers.base import Worker

if TYPE_CHECKING:
    from skin_gui.training.run.child import TrainingProcess
    from skin_gui.training.run.events import Event, TrainingOutcome

_LOOK_SECONDS = 0.05


class TrainingWorker(Worker):
    """Runs a plan in a child process. `succeeded` brings the `TrainingOutcome`.

    `cancel` ends the child at once and keeps nothing; `stop`, as of every worker, does so unheard.
    """

    advanced = Signal(object)
    """`StageProgress`."""
    epoch_ended = Signal(object)
    """`Epoch`: a point of the learning curves."""
    noted = Signal(object)
    """`Note`."""

    def __init__(self, plan: TrainingPlan, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("training")
        self._plan = plan
        self._wake = threading.Event()
        self._ends_early = False

    def stop_early(self) -> None:
        """End the fit after this epoch and keep the best so far; the run then goes on to its end."""
        self._ends_early = True
        self._wake.set()

    def cancel(self) -> None:
        """End everything at once; `cancelled` follows."""
        super().cancel()
        self._wake.set()

    def work(self) -> "TrainingOutcome":
        """Start the child and watch it; it never outlives this thread."""
        # On the thread: SciPy and scikit-learn take their time to load.
        from skin_gui.training.run.child import TrainingProcess  # noqa: PLC0415

        process = TrainingProcess(self._plan)
        raise_if(self.isInterruptionRequested)
        process.start()
        try:
            return self._watch(process)
        finally:
            process.cancel()  # does nothing once the child has ended

    def _watch(self, process: "TrainingProcess") -> "TrainingOutcome":
        from skin_gui.training.run.events import Done  # noqa: PLC0415

        ordered = False
        while True:
            raise_if(self.isInterruptionRequested)
            if self._ends_early and not ordered:
                process.stop()
                ordered = True
            events = process.poll()
            for event in events:
                if isinstance(event, Done):
                    return self._kept(process, event.outcome)
                self._report(event)
            if not events and not process.running:
                raise Cancelled
            self._wake.wait(_LOOK_SECONDS)
            self._wake.clear()

    def _kept(self, process: "TrainingProcess", outcome: "TrainingOutcome") -> "TrainingOutcome":
        """The outcome, unless it was cancelled at the last moment: then its model goes again, active or not."""
        if self.isInterruptionRequested():
            process.discard()
            raise Cancelled
        return outcome

    def _report(self, event: "Event") -> None:
        from skin_gui.training.run.events import EpochEvent, Note, StageProgress  # noqa: PLC0415

        match event:
            case StageProgress():
                self.emit_to_owner(self.advanced, event)
            case EpochEvent():
                self.emit_to_owner(self.epoch_ended, event.epoch)
            case Note():
                self.emit_to_owner(self.noted, event)
