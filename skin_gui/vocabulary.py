"""Words that files and layers have in common, each spelt once; `ui` words what users see. Light to import."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal

Engine = Literal["float32", "int8"]
"""The numbers in which the network is computed."""


class ImageWarning(StrEnum):
    """A reason to doubt a result. The values stand in exports and in saved sessions: they never change."""

    OUTSIDE_TRAINING_DATA = "outside training data"
    BROKEN_PROFILE = "broken colour profile"
    BLURRED = "blurred"
    TOO_DARK = "too dark"
    TOO_BRIGHT = "too bright"
    CHANGED_SINCE_REVIEW = "changed since review"
    """The file has other content than the reviewer saw: the decision is kept, and so marked. Never stored."""
    MODEL_NOT_VALIDATED = "model not validated"
    """Nobody has checked the model. Never stored: the model's name says it there."""


class ModelKey(StrEnum):
    """Keys in `data`, `metrics` and `training` of model.json that are written in one place and read in others."""

    IMAGES = "images"
    """In `data`: sorted prefixes of the SHA-256 of the images that the model and its base were fitted to."""
    COUNTS = "counts"
    """In `data`: images by part and class."""
    SOURCES = "sources"
    """In `data`: training images by source; in `metrics`: figures of each source when it was held out."""
    OUT_OF_FOLD = "out_of_fold"
    """In `metrics`: those of a retraining's folds, beside those of its held-out images."""
    OPERATING_CURVE = "operating_curve"
    """In `metrics`: (threshold, sensitivity, specificity) of each point."""
    HOME = "home"
    """In `metrics`: those of folds by lesion, beside those with a source held out."""
    CALIBRATED_FROM = "calibrated_from"
    """In `training` of a model that is another one but for calibration and operating point: that one's."""
    RUN = "run"
    """In `training`: which run made the model."""


def all_warnings(of_image: Sequence[str], *, validated: bool) -> tuple[str, ...]:
    """All there is to doubt a number for: the warnings of its image, and that nobody has checked its model."""
    return tuple(of_image) if validated else (*of_image, ImageWarning.MODEL_NOT_VALIDATED)


def is_same_model(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two identities with names are of one model.

    Told by the identity of what it computes, and by name only where the first was made before that was recorded.
    """
    return one[0] == other[0] if one[0] else one[1] == other[1]


def read_warning(text: str) -> str:
    """A stored warning; one that this version does not know stays the text it is."""
    try:
        return ImageWarning(text)
    except ValueError:
        return text
