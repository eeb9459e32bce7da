"""What the program keeps on the disk: where, how much, and how to be rid of it; as tasks for a worker."""

from dataclasses import dataclass
from pathlib import Path

from skin_gui import paths
from skin_gui.classifier.store import ModelStore
from skin_gui.disk_cache import DiskCache, files_below
from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.store import SessionStore
from skin_gui.training.features.feature_cache import FeatureCache
from skin_gui.wording.fact import FactError
from skin_gui.wording.program import ProgramFact
from skin_gui.wording.system import reason
from skin_gui.workers.base import as_task


class StorageError(FactError):
    """Something could not be deleted; the message is one sentence for the user."""


@dataclass(frozen=True)
class StoredFolder:
    """One of the program's folders, there or not."""

    key: str
    """settings, sessions, models, thumbnails, features or logs."""
    path: Path
    size: int
    """Bytes."""
    files: int


def measure_storage(_progress: Progress, cancelled: CancelCheck) -> tuple[StoredFolder, ...]:
    """A task that measures every folder."""
    return tuple(StoredFolder(key, path, *_measure(path, cancelled)) for key, path in _folders().items())


@as_task
def clear(progress: Progress, cancelled: CancelCheck, key: str) -> tuple[StoredFolder, ...]:
    """A task that deletes what can be deleted ("thumbnails", "features" or "sessions"), then measures again.

    It raises StorageError or SessionError with a sentence for the user.
    """
    _clear(key)
    return measure_storage(progress, cancelled)


def _folders() -> dict[str, Path]:
    return {
        "settings": paths.config_dir(),
        "sessions": SessionStore().folder,
        "models": ModelStore().folder,
        "thumbnails": paths.cache_dir() / "thumbnails",
        "features": FeatureCache().folder,
        "logs": paths.log_dir(),
    }


def _clear(key: str) -> None:
    try:
        match key:
            case "sessions":
                SessionStore().clear()
            case "features":
                FeatureCache().clear()
            case "thumbnails":
                DiskCache(_folders()[key], 0).clear()
            case _:
                raise ValueError(f"{key} cannot be cleared")
    except OSError as error:
        raise StorageError(ProgramFact.NOT_ALL_DELETED(why=reason(error))) from error


def _measure(folder: Path, cancelled: CancelCheck) -> tuple[int, int]:
    """Bytes and files below a folder."""
    sizes = [status.st_size for _, status in files_below(folder, cancelled)]
    return sum(sizes), len(sizes)
