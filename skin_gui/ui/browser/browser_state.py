"""What the browser knows of a file beside its name, and the orders that it sorts files in."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any

from skin_gui.ui.texts.results import error_text
from skin_gui.vocabulary import is_same_model

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage
    from skin_gui.review.results import Result
    from skin_gui.workers.shown import ModelFacts


class Review(Enum):
    """What the reviewer made of a result."""

    NONE = 0
    UNSURE = 1
    CHANGED = 2
    AGREED = 3


@dataclass(slots=True)
class FileState:
    """Result, decision and what was found out about a file."""

    probability: float | None = None
    label: str | None = None
    """The model's."""
    reviewer_label: str | None = None
    error: str = ""
    """Why it has no result; a sentence."""
    unreadable: str = ""
    """Why it has no thumbnail; a sentence."""
    synthetic: bool = False
    order: int = -1
    """Its place by patient, lesion and time; -1 where neither patient nor lesion is known."""
    caption: str = ""
    """Patient and lesion; empty as above."""
    model_id: str = ""
    model: str = ""
    """What made the result, as `Result` has it."""
    of_row: bool = False
    """Whether the batch review's row of the file says all this, and not a look at the image."""

    def take(self, result: "Result", threshold: float | None = None) -> None:
        """Adopt a result with its decision, labelled at an operating point or at the one it was made at."""
        self.probability, self.label = result.probability, result.label_at(threshold)
        self.model_id, self.model = result.model_id, result.model
        self.reviewer_label = result.reviewer_label
        self.error = error_text(result)
        self.of_row = True

    def forget_result(self) -> None:
        """Know no result and no decision any more; what was found out about the file itself stays."""
        self.probability = self.label = self.reviewer_label = None
        self.error = ""
        self.of_row = False

    def is_by_other(self, model: "ModelFacts") -> bool:
        """Whether another model made the result; false where there is none."""
        has_result = self.probability is not None
        return has_result and not is_same_model((self.model_id, self.model), (model.model_id, model.name))

    @property
    def problem(self) -> str:
        """What is wrong with the file; empty when nothing is."""
        return self.error or self.unreadable

    @property
    def review(self) -> Review:
        if self.reviewer_label is None or self.problem:
            return Review.NONE
        if self.reviewer_label == "unsure":
            return Review.UNSURE
        return Review.AGREED if self.reviewer_label == self.label else Review.CHANGED


UNKNOWN = FileState()
"""The state of a file of which nothing is known; not to be changed."""


class Order(StrEnum):
    """Orders to sort files in; the values are kept in the settings. Names decide between equals."""

    NAME = "name"
    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST = "largest"
    PROBABILITY = "probability"
    LABEL = "label"
    REVIEW = "review"
    PATIENT = "patient"

    @property
    def key(self) -> Callable[["FoundImage", FileState], Any] | None:
        """What files are compared by; None where their natural order is the one."""
        return _KEYS.get(self)


def _label_rank(_file: "FoundImage", state: FileState) -> int:
    return {"malignant": 0, "benign": 1}.get(state.label or "", 3 if state.problem else 2)


def _probability_rank(_file: "FoundImage", state: FileState) -> float:
    # Without a probability: after all that have one, the failed ones last.
    return -state.probability if state.probability is not None else (2.0 if state.problem else 1.0)


_KEYS: dict[Order, Callable[["FoundImage", FileState], Any]] = {
    Order.NEWEST: lambda file, _: -file.modified_ns,
    Order.OLDEST: lambda file, _: file.modified_ns,
    Order.LARGEST: lambda file, _: -file.size,
    Order.PROBABILITY: _probability_rank,
    Order.LABEL: _label_rank,
    Order.REVIEW: lambda _, state: state.review.value,
    Order.PATIENT: lambda _, state: state.order if state.order >= 0 else sys.maxsize,
}
