"""What a user asks of a training run, and how it refuses."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from skin_gui.wording.fact import FactError

Start = Literal["shipped", "active"]

FEWEST_TO_CALIBRATE = 20
"""Different lesions of each class below which no calibration is fitted."""

MOST_EPOCHS = 500
LARGEST_SEED = 2**31 - 1
"""What every library that draws numbers takes."""


class HeldOutFrom(StrEnum):
    """Which images two models are compared on."""

    OWN_TEST_SPLIT = "the folders' own test split"
    PART_OF_FOLDERS = "images held out of the folders"


class TrainingError(FactError):
    """A run cannot be done; the message is one sentence for the user. Nothing was changed."""


@dataclass(frozen=True)
class TrainingPlan:
    """Everything that decides a run's result."""

    folders: tuple[Path, ...]
    """Labelled images, as `load_dataset` takes them."""
    name: str = "Retrained model"
    metadata: Path | None = None
    """A further CSV of `load_dataset`."""
    preset: str = "default"
    seed: int = 0
    epochs: int | None = None
    """Instead of the preset's."""
    start: Start = "shipped"
    """The model whose network is the base, and whose head is gone on from where that is fair."""
    activate: bool = False
    target_sensitivity: float = 0.9
    """The operating point is chosen for it."""
    run: str = ""
    """A mark in the model's description by which the starter finds what this run stored."""

    def to_json(self) -> dict[str, Any]:
        """Plain values; `from_json` takes them back."""
        paths = {
            "folders": [str(folder) for folder in self.folders],
            "metadata": str(self.metadata) if self.metadata else None,
        }
        return asdict(self) | paths

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "TrainingPlan":
        """The plan that `to_json` wrote.

        Raises:
            KeyError: a value is missing.
        """
        metadata = values["metadata"]
        paths = {
            "folders": tuple(Path(folder) for folder in values["folders"]),
            "metadata": Path(metadata) if metadata else None,
        }
        return cls(**{field.name: values[field.name] for field in fields(cls)} | paths)
