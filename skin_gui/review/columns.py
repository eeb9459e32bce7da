"""What is known of one file, column by column: one table for the results CSV, for JSON and for the session's database.

A new column is one entry here. One that is stored needs a migration too (`schema.MIGRATIONS`), which adds it to the
sessions that there are; one that is read back, a field of `Result`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any

from skin_gui import about
from skin_gui.review.assessment.checklists import (
    Menzies,
    SevenPoint,
    menzies_is_suspicious,
    revised_score,
    seven_point_score,
)
from skin_gui.review.keys import clean_text, path_key
from skin_gui.review.results import Result
from skin_gui.vocabulary import ImageWarning
from skin_gui.wording.kinds import packed

Value = Callable[[Result], Any]


@dataclass(frozen=True)
class ResultColumn:
    """A column of the results."""

    name: str
    exported: Value | None = None
    """Its value in exports, of a native type: None or "" where a row has none. None: it is in no export."""
    stored: Value | None = None
    """Its value in the database. None: it is not stored, or by another hand (`decisions`)."""


def _both(name: str) -> ResultColumn:
    """A field that is exported and stored as it is."""
    return ResultColumn(name, attrgetter(name), attrgetter(name))


def _packed_warnings(result: Result) -> str:
    warnings = [clean_text(warning) for warning in result.warnings if warning != ImageWarning.CHANGED_SINCE_REVIEW]
    return json.dumps(warnings) if warnings else ""


def _text(term: StrEnum | None) -> str | None:
    return None if term is None else term.value


def _texts(terms: Sequence[StrEnum] | None) -> list[str]:
    return [term.value for term in terms or ()]


def _scored(score: Callable[[Sequence[SevenPoint]], int], found: Sequence[SevenPoint] | None) -> int | None:
    return None if found is None else score(found)


def _suspicion(found: Sequence[Menzies] | None) -> str | None:
    if found is None:
        return None
    return "suspicious" if menzies_is_suspicious(found) else "not suspicious"


COLUMNS = (
    ResultColumn("file", lambda result: clean_text(result.file)),
    ResultColumn("path", lambda result: clean_text(str(result.path)), lambda result: path_key(result.path)),
    ResultColumn("label", attrgetter("label")),
    _both("probability"),
    _both("threshold"),
    _both("status"),
    ResultColumn("warnings", lambda result: list(result.all_warnings), _packed_warnings),
    ResultColumn(
        "error",
        lambda result: clean_text(str(result.error or "")),
        lambda result: packed(result.error) if result.error else "",
    ),
    ResultColumn("reviewer_label", attrgetter("reviewer_label")),
    ResultColumn("reviewer_note", lambda result: clean_text(result.reviewer_note)),
    ResultColumn("reviewed_at", attrgetter("reviewed_at")),
    _both("width"),
    _both("height"),
    _both("sha256"),
    _both("model"),
    ResultColumn("app_version", lambda result: about.stamp(result.app_version), attrgetter("app_version")),
    _both("classified_at"),
    ResultColumn("model_id", stored=attrgetter("model_id")),
    ResultColumn("components", stored=attrgetter("components")),
    # Stored as one, by `decisions`.
    ResultColumn("assessment"),
    ResultColumn("reviewer_diagnosis", lambda result: _text(result.assessment.diagnosis)),
    ResultColumn("reviewer_tags", lambda result: [tag.value for tag in result.assessment.tags]),
    ResultColumn("histology", lambda result: _text(result.assessment.histology)),
    ResultColumn("first_read", lambda result: result.assessment.first_read),
    ResultColumn("seven_point", lambda result: _scored(seven_point_score, result.assessment.seven_point)),
    ResultColumn("seven_point_revised", lambda result: _scored(revised_score, result.assessment.seven_point)),
    ResultColumn("seven_point_criteria", lambda result: _texts(result.assessment.seven_point)),
    ResultColumn("menzies", lambda result: _suspicion(result.assessment.menzies)),
    ResultColumn("menzies_features", lambda result: _texts(result.assessment.menzies)),
)
"""In the order of the results CSV."""

EXPORTED = {column.name: column.exported for column in COLUMNS if column.exported}
STORED = {column.name: column.stored for column in COLUMNS if column.stored}
LOADED = tuple(field.name for field in fields(Result) if field.name not in ("components", "validated"))
"""Columns of the database that make a `Result`, in the order of its fields."""
