"""What the reviewer says of one lesion beyond label and note, and how that is stored: as one JSON object."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, cast, get_args

from skin_gui.review.assessment.checklists import Menzies, SevenPoint
from skin_gui.review.assessment.terms import Diagnosis, Histology, ReviewerLabel, Tag

_Term = TypeVar("_Term", bound=StrEnum)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Assessment:
    """What is known of a lesion from the reviewer and the pathologist. Empty: nothing."""

    diagnosis: Diagnosis | None = None
    tags: tuple[Tag, ...] = ()
    """In the order of `Tag`, each once."""
    histology: Histology | None = None
    first_read: ReviewerLabel | None = None
    """What the reviewer decided before she saw the model's result; no later decision changes it."""
    seven_point: tuple[SevenPoint, ...] | None = None
    """The criteria found, in the order of `SevenPoint`; empty for none of them, None for a list not filled in."""
    menzies: tuple[Menzies, ...] | None = None
    """The same for Menzies' features."""

    def __bool__(self) -> bool:
        return self != NO_ASSESSMENT

    def toggled(self, tag: Tag) -> tuple[Tag, ...]:
        """Its tags with one more or one fewer."""
        return tuple(each for each in Tag if (each in self.tags) != (each == tag))

    def to_json(self) -> str:
        """For the database: only what there is, "" for nothing."""
        parts = {
            "diagnosis": self.diagnosis,
            "tags": list(self.tags),
            "histology": self.histology,
            "first_read": self.first_read,
        }
        found: dict[str, Any] = {name: value for name, value in parts.items() if value}
        for name, criteria in (("seven_point", self.seven_point), ("menzies", self.menzies)):
            if criteria is not None:
                found[name] = list(criteria)
        return json.dumps(found) if found else ""


NO_ASSESSMENT = Assessment()


def read_assessment(stored: str) -> Assessment:
    """The assessment that `to_json` stored; what cannot be understood, as in a damaged file, is left out."""
    if not stored:
        return NO_ASSESSMENT
    try:
        parts = json.loads(stored)
    except ValueError:
        parts = None
    if not isinstance(parts, Mapping):
        _log.warning("A stored assessment cannot be read and is passed over.")
        return NO_ASSESSMENT
    tags = parts.get("tags")
    first_read = parts.get("first_read")
    return Assessment(
        _member(Diagnosis, parts.get("diagnosis")),
        tuple(tag for tag in Tag if isinstance(tags, list) and tag in tags),
        _member(Histology, parts.get("histology")),
        cast("ReviewerLabel", first_read) if first_read in get_args(ReviewerLabel) else None,
        _members(SevenPoint, parts.get("seven_point")),
        _members(Menzies, parts.get("menzies")),
    )


def _members(terms: type[_Term], values: Any) -> tuple[_Term, ...] | None:
    return tuple(term for term in terms if term in values) if isinstance(values, list) else None


def _member(terms: type[_Term], value: Any) -> _Term | None:
    try:
        return None if value is None else terms(value)
    except ValueError:
        _log.warning("A stored assessment names an unknown %s.", terms.__name__.lower())
        return None
