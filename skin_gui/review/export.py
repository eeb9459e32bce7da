"""Results for other programs: the results CSV, the ISIC CSV, and plain objects for JSON.

The results CSV is UTF-8 with BOM (so that Excel opens it), quoted as in RFC 4180, times in ISO 8601 UTC. Its columns
are fixed, so the disclaimer stands in `app_version`; the ISIC CSV has no room for it.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.plain_text import neutral_cell
from skin_gui.review.columns import EXPORTED
from skin_gui.review.distinct_names import short_names
from skin_gui.review.export_file import exporting
from skin_gui.review.keys import clean_text
from skin_gui.review.measurements import MEASURED_COLUMNS, Measurement
from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.review.results import Result

RESULT_COLUMNS = tuple(EXPORTED)
ISIC_COLUMNS = ("image", "malignant")
GROUP_COLUMNS: Mapping[str, Callable[[Membership], Any]] = {
    "patient_id": lambda one: one.patient,
    "lesion_id": lambda one: one.lesion,
    "acquisition_date": lambda one: one.taken.isoformat() if one.taken else None,
    "acquisition_day": lambda one: one.day,
    "site": lambda one: one.site,
}
"""What is known of whom an image shows, named like the columns by which images are grouped."""
_GAP = 1e-6  # to either side of 0.5


@dataclass(frozen=True)
class IsicSummary:
    """What became of the rows of an ISIC CSV."""

    left_out: int
    """Failed rows: they have no probability."""
    lengthened: int
    """Rows whose image name has folders or the suffix in it, since another file's would be the same."""
    models: tuple[str, ...]
    """What made the rows, by name, with the precision where it is not the ordinary one: the file has no room for it."""


def record(result: Result) -> dict[str, Any]:
    """A row as an object keyed like the columns of the results CSV, in their order and with native types.

    `warnings` is a list; what a row does not have is None (numbers, labels) or "" (text). A file name need not be
    valid Unicode; such a character is written as its escape.
    """
    return {name: exported(result) for name, exported in EXPORTED.items()}


def results_json(results: Iterable[Result]) -> list[dict[str, Any]]:
    """The rows as objects for `json.dumps`, keyed like the columns of the results CSV."""
    return [record(result) for result in results]


@dataclass(frozen=True)
class CsvStyle:
    """What parts the cells of a table, and what the whole of a number from its fraction."""

    separator: str = ","
    decimal: str = "."


STANDARD = CsvStyle()
"""RFC 4180, with numbers as programs read them."""
DECIMAL_COMMA = CsvStyle(";", ",")
"""What Excel reads and writes where the comma is the decimal sign: it takes 1.5 for the first of May there."""


def write_results_csv(
    path: Path,
    results: Iterable[Result],
    *,
    threshold: float | None = None,
    style: CsvStyle = STANDARD,
    measured: Mapping[Path, Measurement] | None = None,
    memberships: Mapping[Path, Membership] | None = None,
) -> int:
    """Write the results CSV, completely or not at all.

    Args:
        path: the file; replaced if there, unless it is an image or one of the program's own.
        results: the rows, in the order wanted.
        threshold: the operating point that labels all rows; None for the one each was classified at.
        measured: measures by file, for columns of their own at the end (`MEASURED_COLUMNS`); without any, there are
            none.
        memberships: patients and lesions by file, for columns of their own before those (`GROUP_COLUMNS`); without
            any, there are none.

    Returns:
        How many rows were written.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
    """
    columns = (*RESULT_COLUMNS, *(GROUP_COLUMNS if memberships else ()), *(MEASURED_COLUMNS if measured else ()))
    values = (
        [*record(result).values(), *_groups(result, memberships), *_measures(result, measured)]
        for result in (row.at(threshold) for row in results)
    )
    rows = ([cell(value, style) for value in row] for row in values)
    return write_csv(path, columns, rows, encoding="utf-8-sig", style=style)


def _groups(result: Result, memberships: Mapping[Path, Membership] | None) -> Sequence[Any]:
    if not memberships:
        return ()
    found = memberships.get(result.path, UNGROUPED)
    return [value(found) for value in GROUP_COLUMNS.values()]


def _measures(result: Result, measured: Mapping[Path, Measurement] | None) -> Sequence[Any]:
    if not measured:
        return ()
    found = measured.get(result.path)
    return [None if found is None else value(found) for value in MEASURED_COLUMNS.values()]


def write_isic_csv(
    path: Path, results: Iterable[Result], *, among: Iterable[Path] = (), threshold: float | None = None
) -> IsicSummary:
    """Write the CSV of the ISIC challenges, `image,malignant`: file name without suffix, score in [0, 1].

    Where files are named alike, as much of the path stands before the name as tells them apart, with "/" between.

    A score above 0.5 means malignant there, so probabilities are rescaled by `isic_score`: each row by the threshold in
    force, which keeps their order (and with it the AUC) wherever the threshold is one for all. Failed rows are left out
    and counted. Plain UTF-8, without a BOM, as those programs read it, and names as they are, since they are keys.

    Args:
        among: files of the same session: a row's name does not depend on which others are written with it.
        threshold: the operating point for all rows; None for the one each was classified at.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
    """
    rows: list[list[str]] = []
    left_out = lengthened = 0
    results = list(results)
    names = short_names([*among, *(result.path for result in results)], _isic_name)
    for result in (row.at(threshold) for row in results):
        if result.probability is None or result.threshold is None:
            left_out += 1
        else:
            score = isic_score(result.probability, result.threshold)
            name = names[result.path]
            lengthened += name != _isic_name(result.path)
            rows.append([clean_text(name), np.format_float_positional(score, trim="0")])
    write_csv(path, ISIC_COLUMNS, rows, encoding="utf-8", style=STANDARD)
    return IsicSummary(left_out, lengthened, model_names(results))


def model_names(results: Iterable[Result]) -> tuple[str, ...]:
    """The names of the models that made the rows which have a probability, in their order."""
    return tuple(sorted({row.model for row in results if row.probability is not None and row.model}))


def isic_score(probability: float, threshold: float) -> float:
    """The probability on a scale whose 0.5 is the threshold: piecewise linear, strictly rising, 0 -> 0 and 1 -> 1.

    The program calls malignant from the threshold on, ISIC's scorer above 0.5. Both agree, and whoever counts from 0.5
    on, since a gap that outlasts single precision is kept free around 0.5: what lies next to it moves closer together.
    """
    if probability < threshold:
        score = 0.5 * (probability / threshold)
        return min(score, 0.5 - _GAP - (0.5 - score) / 2)
    score = 1.0 if threshold >= 1.0 else 0.5 + 0.5 * ((probability - threshold) / (1.0 - threshold))
    return max(score, 0.5 + _GAP + (score - 0.5) / 2)


def _isic_name(path: Path) -> str:
    """The name without the suffix of an image format; other points belong to it, as in DICOM's 1.2.840.10008."""
    return path.stem if path.suffix.lower() in IMAGE_SUFFIXES else path.name


def write_csv(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]], *, encoding: str, style: CsvStyle
) -> int:
    """Write a table, completely or not at all, and count its rows.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
    """
    count = 0
    with (
        exporting(path) as temporary,
        temporary.open("w", encoding=encoding, newline="") as stream,
    ):
        writer = csv.writer(stream, delimiter=style.separator)  # else as in RFC 4180: doubled quotes, CRLF
        writer.writerow(columns)
        for row in rows:
            writer.writerow(row)
            count += 1
    return count


def cell(value: object, style: CsvStyle) -> str:
    """A value as the text of a CSV cell: numbers as they are, text so that no spreadsheet takes it for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return neutral_cell("; ".join(value))
    return neutral_cell(value) if isinstance(value, str) else repr(value).replace(".", style.decimal)
