"""Which model is active, and which ones were before: the file active.json beside the models."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from skin_gui import paths
from skin_gui.atomic import write_atomic
from skin_gui.classifier.model_folder import ModelError, read_info, verify
from skin_gui.wording.fact import Fact, UnusableError
from skin_gui.wording.models import ModelFact, ModelFault
from skin_gui.wording.system import reason

_LOG = logging.getLogger(__name__)

STATE = "active.json"
_KEPT = 50

ModelId = str | None
"""Name of a user model's folder (it outlives a rename of the model), or None for the shipped model."""


@dataclass(frozen=True)
class ActiveModel:
    """The active model and the history that `rollback` walks back, the latest last."""

    active: ModelId = None
    previous: tuple[ModelId, ...] = ()

    def activate(self, model: ModelId) -> "ActiveModel":
        if model == self.active:
            return self
        return ActiveModel(model, (*self.previous, self.active)[-_KEPT:])

    def without(self, model: str) -> "ActiveModel":
        """The state after a model was removed: it never comes back through the history."""
        previous: list[ModelId] = []
        active = None if model == self.active else self.active
        for one in self.previous:
            if one != model and (not previous or previous[-1] != one):
                previous.append(one)
        while previous and previous[-1] == active:
            previous.pop()
        return ActiveModel(active, tuple(previous))

    def save(self, folder: Path) -> None:
        """Write the state in one step.

        Raises:
            OSError: it cannot be written; the old state stands.
        """
        text = json.dumps({"active": self.active, "previous": self.previous}, indent=2)
        write_atomic(folder / STATE, text.encode())


def load_state(folder: Path) -> ActiveModel:
    """Read the state; where there is none yet, the shipped model is active. Raises ValueError, OSError."""
    try:
        content = json.loads((folder / STATE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ActiveModel()
    if not isinstance(content, dict) or not isinstance(content.get("previous"), list) or "active" not in content:
        raise UnusableError(ModelFault.CHOICE_MALFORMED(file=STATE))
    if not all(_is_id(model) for model in (content["active"], *content["previous"])):
        raise UnusableError(ModelFault.CHOICE_NAMES_NO_MODEL(file=STATE))
    return ActiveModel(content["active"], tuple(content["previous"]))


def user_models() -> Path:
    """Where the user's models lie; it may not exist yet."""
    return paths.data_dir() / "models"


def active_path() -> Path:
    """The folder of the model in use: the shipped one where the chosen one is missing or damaged."""
    folder, shipped = user_models(), paths.shipped_model()
    model, problem = resolve(folder, shipped)
    if problem:
        _LOG.warning("Fell back to the shipped model: %s", problem)
    return shipped if model is None else folder / model


def why_it_stands_in() -> Fact | None:
    """Why the shipped model is in use and not the chosen one; None when all is well."""
    return resolve(user_models(), paths.shipped_model())[1]


def resolve(folder: Path, shipped: Path) -> tuple[ModelId, Fact | None]:
    """The model in use, and why it is not the chosen one if it is not."""
    try:
        chosen = load_state(folder).active
    except (OSError, ValueError) as error:
        return None, ModelFact.CHOICE_UNREADABLE(why=reason(error))
    if chosen is None:
        return None, None
    found = damage(folder / chosen, shipped)
    if found:
        return None, ModelFact.SHIPPED_STANDS_IN(reason=found)
    return chosen, None


def damage(model: Path, shipped: Path) -> Fact | None:
    """What is wrong with the files of a model's folder, if anything; it is not loaded."""
    try:
        verify(read_info(model), model, shipped)
    except ModelError as error:
        return error.fact
    return None


def _is_id(model: object) -> bool:
    """A plain folder name: never a way out of the models' folder."""
    if model is None:
        return True
    return isinstance(model, str) and bool(model) and not model.startswith(".") and not set(model) & set("/\\:\0")
