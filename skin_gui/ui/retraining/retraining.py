"""The training that the program is doing, whichever windows are open; without a widget."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skin_gui.progress import CancelCheck, Progress
from skin_gui.training.plan import TrainingPlan
from skin_gui.wording.fact import Fact
from skin_gui.workers.base import as_task
from skin_gui.workers.runner import Runner
from skin_gui.workers.training import TrainingWorker

if TYPE_CHECKING:
    from skin_gui.classifier.store import ModelStore
    from skin_gui.training.fitting.head_fit import Epoch
    from skin_gui.training.run.events import Note, StageProgress, TrainingOutcome


class TrainingPhase(Enum):
    """What the training is doing, or how the last one ended."""

    IDLE = "idle"
    RUNNING = "running"
    STOPPING = "stopping"
    """The fit ends early; calibration and evaluation follow."""
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    FAILED = "failed"
    FINISHED = "finished"
    """The new model lies in the store, and waits for a decision."""


BUSY = frozenset({TrainingPhase.RUNNING, TrainingPhase.STOPPING, TrainingPhase.CANCELLING})


class Retraining(QObject):
    """One training at a time, with everything that a view needs that was opened later than it began."""

    phase_changed = Signal(object)
    """`TrainingPhase`."""
    advanced = Signal(object)
    """`StageProgress`."""
    epoch_ended = Signal(object)
    """`Epoch`."""
    noted = Signal(object)
    """`Note`."""
    model_changed = Signal()
    """Another model is active now."""
    store_changed = Signal()
    """A model was added, activated or removed."""
    decision_failed = Signal(object)
    """A `Fact` for the user; the decision is still to be made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phase = TrainingPhase.IDLE
        self.problem: Fact | None = None
        self.outcome: TrainingOutcome | None = None
        self._worker: TrainingWorker | None = None
        self._training, self._deciding = Runner(parent=self), Runner(parent=self)
        self._training.succeeded.connect(self._succeed)
        self._training.failed.connect(self._fail)
        self._training.cancelled.connect(lambda: self._end(TrainingPhase.CANCELLED))
        self._deciding.failed.connect(self.decision_failed)
        self._forget()

    @property
    def is_busy(self) -> bool:
        return self.phase in BUSY

    def start(self, plan: TrainingPlan) -> None:
        if self.is_busy:
            return
        self._forget()
        worker = TrainingWorker(plan)
        worker.advanced.connect(self._advance)
        worker.epoch_ended.connect(self._add_epoch)
        worker.noted.connect(self._add_note)
        self._worker = worker
        self._enter(TrainingPhase.RUNNING)
        self._training.start(worker)

    def stop_early(self) -> None:
        """End the fit after this epoch and keep the best."""
        if self._worker is not None and self.phase == TrainingPhase.RUNNING:
            self._worker.stop_early()
            self._enter(TrainingPhase.STOPPING)

    def cancel(self) -> None:
        if self._worker is not None and self.phase in (TrainingPhase.RUNNING, TrainingPhase.STOPPING):
            self._training.cancel()
            self._enter(TrainingPhase.CANCELLING)

    def dismiss(self) -> None:
        """The user has seen how the last training ended."""
        if not self.is_busy:
            self._forget()
            self._enter(TrainingPhase.IDLE)

    def stop(self) -> None:
        """End everything, wait for the threads, and hear nothing more."""
        self._training.stop()
        self._deciding.stop()
        self._worker = None

    # The decision

    def activate(self) -> None:
        self._decide(lambda store, name: store.activate(name), self.model_changed.emit)

    def keep(self) -> None:
        """Leave the new model in the store, and the active one active."""
        if self.outcome is not None and not self._deciding.is_busy:
            self.dismiss()

    def discard(self) -> None:
        self._decide(lambda store, name: store.remove(name), lambda: None)

    def _decide(self, change: "Callable[[ModelStore, str], object]", done: Callable[[], None]) -> None:
        if self.outcome is not None:
            self._deciding.run(_change(change, self.outcome.name), lambda _: self._decided(done))

    def _decided(self, done: Callable[[], None]) -> None:
        self.dismiss()
        done()
        self.store_changed.emit()

    # What the worker says

    def _advance(self, progress: "StageProgress") -> None:
        self.stages[progress.stage] = progress
        self.advanced.emit(progress)

    def _add_epoch(self, epoch: "Epoch") -> None:
        self.epochs.append(epoch)
        self.epoch_ended.emit(epoch)

    def _add_note(self, note: "Note") -> None:
        self.notes.append(note)
        self.noted.emit(note)

    def _succeed(self, outcome: "TrainingOutcome") -> None:
        self.outcome = outcome
        self._end(TrainingPhase.FINISHED)
        self.store_changed.emit()

    def _fail(self, fact: Fact) -> None:
        self.problem = fact
        self._end(TrainingPhase.FAILED)

    def _end(self, phase: TrainingPhase) -> None:
        self._worker = None
        self._enter(phase)

    def _enter(self, phase: TrainingPhase) -> None:
        self.phase = phase
        self.phase_changed.emit(phase)

    def _forget(self) -> None:
        self.stages: dict[str, StageProgress] = {}
        """How far each stage is, in the order begun."""
        self.epochs: list[Epoch] = []
        self.notes: list[Note] = []
        self.problem, self.outcome = None, None


@as_task
def _change(
    _progress: Progress, _cancelled: CancelCheck, change: "Callable[[ModelStore, str], object]", name: str
) -> None:
    from skin_gui.classifier.store import ModelStore  # noqa: PLC0415

    change(ModelStore(), name)
