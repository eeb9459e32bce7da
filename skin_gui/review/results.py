"""One row of the results: what the classifier said of one file, and what the reviewer made of it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from skin_gui.classifier.prediction import Label, label_at
from skin_gui.review.assessment.assessment import NO_ASSESSMENT, Assessment
from skin_gui.review.assessment.terms import ReviewerLabel
from skin_gui.vocabulary import all_warnings, is_same_model
from skin_gui.wording.fact import Fact

Status = Literal["ok", "failed"]


def utc_now() -> str:
    """The time as results carry it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


ID_PARTS = "-"
"""Parts what a model sees by from its calibration, in its id."""


def seen_by(model_id: str) -> str:
    """What a model sees images by, from its id: models that differ in their calibration alone see the same."""
    return model_id.partition(ID_PARTS)[0]


@dataclass(frozen=True)
class Result:
    """What is known of one file. Its fields are the columns of the results CSV (`file` and `label` follow).

    The CSV's columns are fixed, so `model_id` and `components` are not among them.
    """

    path: Path
    """Absolute path of the image."""
    status: Status
    """"ok" or "failed"; a failed row has an error and no probability."""
    model: str
    app_version: str
    classified_at: str
    """ISO 8601, UTC."""
    probability: float | None = None
    threshold: float | None = None
    warnings: tuple[str, ...] = ()
    """Of the image and its file, as they are stored; `all_warnings` are for the user."""
    error: Fact | None = None
    width: int | None = None
    """Pixels of the file itself, after its orientation is applied."""
    height: int | None = None
    sha256: str = ""
    reviewer_label: ReviewerLabel | None = None
    reviewer_note: str = ""
    reviewed_at: str = ""
    """ISO 8601, UTC."""
    model_id: str = ""
    """Tells the model from all others by its content (`review.batch.model_id`); empty where that was not recorded."""
    assessment: Assessment = NO_ASSESSMENT
    """Diagnosis, tags, histology: what else the reviewer says."""
    components: bytes = field(default=b"", repr=False, compare=False)
    """`Prediction.components` as float16, on its way into the session: rows read back come without it, and
    `Session.components` has them."""

    validated: bool = True
    """Whether its model was checked by the makers of the program."""

    @property
    def all_warnings(self) -> tuple[str, ...]:
        """What there is to doubt the row for, wherever warnings are shown, counted, filtered by or exported."""
        return all_warnings(self.warnings, validated=self.validated or self.probability is None)

    @property
    def file(self) -> str:
        return self.path.name

    @property
    def label(self) -> Label | None:
        """The model's label at the row's threshold; None when it failed."""
        return self.label_at(None)

    def label_at(self, threshold: float | None) -> Label | None:
        """The model's label at an operating point, or at the row's own for None; None when it failed."""
        limit = self.threshold if threshold is None else threshold
        return None if self.probability is None or limit is None else label_at(self.probability, limit)

    def is_by(self, model_id: str, name: str) -> bool:
        return is_same_model((self.model_id, self.model), (model_id, name))

    def at(self, threshold: float | None) -> "Result":
        """The same row at another operating point, or at its own for None; a failed row stays as it is."""
        return self if self.probability is None or threshold is None else replace(self, threshold=threshold)
