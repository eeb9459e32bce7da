"""Why a number may not be relied on: one list for all layers, each of which raises some of it. `ui` has the words."""

from enum import StrEnum


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
    """Nobody has checked the model. Neither stored nor exported: the model's name says it there."""


def read_warning(text: str) -> str:
    """A stored warning; one that this version does not know stays the text it is."""
    try:
        return ImageWarning(text)
    except ValueError:
        return text
