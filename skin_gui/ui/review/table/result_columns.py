"""The columns of the table of results: each is one entry of `Column`, from its heading to its tool tip."""

import os
from enum import IntEnum

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.imaging.entries import natural_key
from skin_gui.ui.measures.cells import MEASURE_CELLS, cell_key, cell_text, cell_tool_tip
from skin_gui.ui.review.table.column_spec import ColumnSpec, TableRow
from skin_gui.ui.review.table.result_filter import RowArrays
from skin_gui.ui.texts.formats import in_reading_direction, left_to_right, probability_text, time_text
from skin_gui.ui.texts.lesions import standing_text, taken_text, unlike_text, unlike_tool_tip
from skin_gui.ui.texts.results import (
    OTHER_MODEL,
    error_text,
    model_label_text,
    other_model_text,
    review_text,
    short_warning,
    warning_text,
)


def _muted(_: TableRow) -> str:
    return "muted"


def _path(row: TableRow) -> str:
    return left_to_right(str(row.result.path))


def _folder(row: TableRow) -> str:
    return os.path.dirname(row.result.path)  # noqa: PTH120 - a new Path for each row is slow


def _probability(row: TableRow) -> str:
    text = "" if row.result.probability is None else probability_text(row.result.probability)
    return f"{text}{OTHER_MODEL}" if text and row.by_other else text


def _other_model(row: TableRow) -> str | None:
    return other_model_text(row.result.model) if row.by_other else None


def _size(row: TableRow) -> str:
    result = row.result
    return f"{result.width} × {result.height}" if result.width and result.height else ""


def _warnings_in_full(row: TableRow) -> str | None:
    return "\n".join(map(warning_text, row.result.all_warnings)) or None


def _rank_tool_tip(row: TableRow) -> str | None:
    standing = row.place.standing
    if standing.rank is None:
        return None
    text = QCoreApplication.translate(
        "ResultColumns",
        "This patient's lesions by probability: number {rank} of {count}. A lesion counts by its highest picture.",
    )
    locale = QLocale()
    return text.format(rank=locale.toString(standing.rank), count=locale.toString(standing.lesions))


def _order_key(row: TableRow) -> str:
    """Patients keep their lesions together."""
    return "" if row.place.order < 0 else f"{row.place.order:09d}"


def _rank_key(row: TableRow) -> str:
    rank = row.place.standing.rank
    return "" if rank is None else f"{rank:09d} {row.place.order:09d}"


def _unlike_key(row: TableRow) -> str:
    unlike = row.place.standing.unlike
    return "" if unlike is None else f"{unlike:012.6f}"


def _time_key(row: TableRow) -> str:
    time = row.place.membership.time
    return "" if time is None else f"{time:012d}"


def _measure(name: str, width: int) -> ColumnSpec:
    """The column of one of `MEASURE_CELLS`."""
    cell = MEASURE_CELLS[name]
    return ColumnSpec(
        cell.title,
        width,
        lambda row: None if row.measured is None else cell.value(row.measured),
        lambda row: cell_text(name, row.measured),
        sort_text=lambda row: cell_key(name, row.measured),
        tool_tip=lambda row: cell_tool_tip(row.measured),
        colour=_muted,
        shown=False,
        trailing=True,
        measured=True,
    )


class Column(IntEnum):
    """A column's place in the model, in the order in which they stand here; the user may move it in the view."""

    spec: ColumnSpec

    def __new__(cls, spec: ColumnSpec) -> "Column":
        """Number the columns from 0."""
        number = len(cls.__members__)
        column = int.__new__(cls, number)
        column._value_ = number
        column.spec = spec
        return column

    FILE = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "File"),
        136,
        lambda row: row.result.file,
        lambda row: in_reading_direction(row.name),
        tool_tip=_path,
    )
    LABEL = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Label"),
        112,
        lambda row: row.label,
        lambda row: model_label_text(row.label),
        numbers=RowArrays.malignant,
        tool_tip=lambda row: error_text(row.result) or None,
        icon=lambda row: row.label or "error",
        colour=lambda row: row.label or "error",
    )
    PROBABILITY = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Probability"),
        144,
        lambda row: row.result.probability,
        _probability,
        numbers=lambda rows, _threshold: rows.probability,
        tool_tip=_other_model,
    )
    REVIEW = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Review"),
        112,
        lambda row: row.result.reviewer_label,
        lambda row: review_text(row.result.reviewer_label),
        numbers=lambda rows, _threshold: np.where(rows.review == 0, np.nan, rows.review),
        icon=lambda row: row.result.reviewer_label,
        colour=lambda row: row.result.reviewer_label,
    )
    NOTE = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Note"),
        104,
        lambda row: row.result.reviewer_note,
        tool_tip=lambda row: row.result.reviewer_note or None,
    )
    WARNINGS = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Warnings"),
        164,
        lambda row: len(row.result.all_warnings),
        lambda row: ", ".join(map(short_warning, row.result.all_warnings)),
        numbers=lambda rows, _threshold: rows.warnings,
        tool_tip=_warnings_in_full,
        icon=lambda row: "warning" if row.result.all_warnings else None,
        colour=lambda _row: "warning",
    )
    PROBLEM = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Problem"),
        88,
        lambda row: error_text(row.result),
        tool_tip=lambda row: error_text(row.result) or None,
        colour=lambda _row: "error",
    )
    REVIEWED_AT = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Reviewed"),
        136,
        lambda row: row.result.reviewed_at,
        lambda row: time_text(row.result.reviewed_at),
        colour=_muted,
        shown=False,
    )
    SIZE = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Size"),
        104,
        lambda row: (row.result.width or 0) * (row.result.height or 0) or None,
        _size,
        numbers=lambda rows, _threshold: rows.pixels,
        colour=_muted,
        shown=False,
        trailing=True,
    )
    FOLDER = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Folder"),
        240,
        _folder,
        lambda row: in_reading_direction(_folder(row)),
        tool_tip=_path,
        colour=_muted,
        shown=False,
    )
    MODEL = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Model"),
        120,
        lambda row: row.result.model,
        colour=_muted,
        shown=False,
    )
    CLASSIFIED_AT = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Classified"),
        136,
        lambda row: row.result.classified_at,
        lambda row: time_text(row.result.classified_at),
        colour=_muted,
        shown=False,
    )
    PATIENT = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Patient"),
        88,
        lambda row: in_reading_direction(row.place.membership.patient),
        sort_text=_order_key,
        tool_tip=lambda row: in_reading_direction(row.place.membership.patient) or None,
        shown=False,
        of_groups=True,
        shown_once_grouped=True,
    )
    LESION = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Lesion"),
        88,
        lambda row: in_reading_direction(row.place.membership.lesion),
        sort_text=_order_key,
        tool_tip=lambda row: in_reading_direction(row.place.membership.lesion) or None,
        shown=False,
        of_groups=True,
        shown_once_grouped=True,
    )
    RANK = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Rank"),
        80,
        lambda row: row.place.standing.rank,
        lambda row: standing_text(row.place.standing),
        sort_text=_rank_key,
        tool_tip=_rank_tool_tip,
        shown=False,
        of_groups=True,
        shown_once_grouped=True,
    )
    UNLIKE = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Unlike others"),
        128,
        lambda row: row.place.standing.unlike,
        lambda row: unlike_text(row.place.standing),
        sort_text=_unlike_key,
        tool_tip=lambda row: unlike_tool_tip(row.place.standing),
        colour=lambda row: "warning" if row.place.standing.stands_out else None,
        shown=False,
        of_groups=True,
        shown_once_grouped=True,
    )
    TAKEN = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Taken"),
        104,
        lambda row: taken_text(row.place.membership),
        sort_text=_time_key,
        tool_tip=lambda row: taken_text(row.place.membership) or None,
        shown=False,
        of_groups=True,
    )
    SITE = ColumnSpec(
        lambda: QCoreApplication.translate("ResultColumns", "Site"),
        136,
        lambda row: row.place.membership.site,
        sort_text=lambda row: natural_key(row.place.membership.site) if row.place.membership.site else "",
        tool_tip=lambda row: row.place.membership.site or None,
        shown=False,
        of_groups=True,
    )
    SCORE = _measure("score", 112)
    SCORE_LOW = _measure("score_low", 96)
    SCORE_HIGH = _measure("score_high", 96)
    ASYMMETRY = _measure("asymmetry", 96)
    BORDER = _measure("border", 80)
    COLOURS = _measure("colours", 80)
    STRUCTURES = _measure("structures", 96)
    LESION_PART = _measure("area", 96)
    OUTLINE_CONFIDENCE = _measure("confidence", 112)
    IS_CUT = _measure("is_cut", 112)


COLUMNS = tuple(Column)
GROUP_COLUMNS = frozenset(column for column in Column if column.spec.of_groups)
MEASURE_COLUMNS = frozenset(column for column in Column if column.spec.measured)
