"""The thread that looks at training folders: what they hold, what is wrong with them, what a run would take."""

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skin_gui import paths
from skin_gui.progress import CancelCheck, Progress
from skin_gui.training.plan import TrainingPlan
from skin_gui.workers.base import Worker, as_task

if TYPE_CHECKING:
    from skin_gui.training.audit.audit_report import AuditReport
    from skin_gui.training.data.dataset import Dataset
    from skin_gui.training.run.forecast import RunForecast

_SHORTEST_INTERVAL_S = 0.05


@dataclass(frozen=True, eq=False)
class AuditedFolders:
    """What training folders hold."""

    dataset: "Dataset"
    report: "AuditReport"


@dataclass(frozen=True)
class RunNeeds:
    """What a run will take, and what there is."""

    run: "RunForecast"
    free_bytes: int
    """On the disk of the cache."""


class AuditWorker(Worker):
    """Lists and audits folders. `succeeded` brings `AuditedFolders`, `failed` why nothing can be trained on."""

    listed = Signal(object)
    """`Dataset`: what the folders hold, before the files are read."""

    def __init__(self, folders: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("audit")
        self._folders = tuple(folders)
        self._reported_at = 0.0

    def work(self) -> AuditedFolders:
        """List, then read every file."""
        # On the thread: SciPy and scikit-learn take their time to load.
        from skin_gui.training.audit.audit import audit  # noqa: PLC0415
        from skin_gui.training.data.dataset import load_dataset  # noqa: PLC0415

        dataset = load_dataset(self._folders, require_both_classes=False, cancelled=self.isInterruptionRequested)
        self.emit_to_owner(self.listed, dataset)
        return AuditedFolders(dataset, audit(dataset, self._report, self.isInterruptionRequested))

    def _report(self, part: float) -> None:
        now = time.monotonic()
        if part >= 1 or now - self._reported_at >= _SHORTEST_INTERVAL_S:
            self._reported_at = now
            self.emit_to_owner(self.progress, part)


@as_task
def forecast_task(_progress: Progress, _cancelled: CancelCheck, plan: TrainingPlan, dataset: "Dataset") -> RunNeeds:
    """A task that estimates a run; it gives `RunNeeds` and raises TrainingError with a sentence for the user."""
    from skin_gui.training.run.forecast import forecast  # noqa: PLC0415

    return RunNeeds(forecast(plan, dataset), _free_bytes(paths.cache_dir()))


def _free_bytes(folder: Path) -> int:
    """Room on the disk where a folder lies or will lie."""
    there = next((place for place in (folder, *folder.parents) if place.exists()), Path())
    return shutil.disk_usage(there).free
