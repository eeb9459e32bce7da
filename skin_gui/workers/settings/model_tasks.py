"""What the Model page does with the store, as tasks for a worker: hashing, zipping and trying a model take time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from skin_gui.classifier.store import ModelStore, StoredModel
from skin_gui.progress import CancelCheck, Progress
from skin_gui.wording.fact import Fact
from skin_gui.workers.base import as_task


@dataclass(frozen=True)
class ModelListing:
    """The store as the page shows it."""

    models: tuple[StoredModel, ...]
    broken: tuple[tuple[Path, Fact], ...]
    """Folders that hold no usable model, each with the reason."""
    problem: Fact | None
    """Why the shipped model stands in for the chosen one; None when all is well."""
    changed: str = ""
    """The name of the model that was just changed or added; empty after a look alone."""
    can_roll_back: bool = False
    """Whether there is an earlier model to go back to."""


def listing(_progress: Progress, _cancelled: CancelCheck) -> ModelListing:
    """A task that lists the models. Raises: ModelError."""
    return _list("")


@as_task
def then_list(
    _progress: Progress, _cancelled: CancelCheck, change: Callable[[ModelStore], StoredModel | None]
) -> ModelListing:
    """A task that changes something in the store, then lists it; it raises ModelError with a sentence for the user."""
    changed = change(ModelStore())
    return _list(changed.info.name if changed else "")


def _list(changed: str) -> ModelListing:
    store = ModelStore()
    return ModelListing(tuple(store.list()), tuple(store.broken()), store.problem(), changed, store.can_roll_back())
