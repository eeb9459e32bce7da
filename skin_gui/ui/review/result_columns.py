"""The columns of the table of results: their order, titles, texts and the values they are sorted by."""

import os
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from skin_gui.imaging.entries import natural_key
from skin_gui.review.results import Result
from skin_gui.ui.widgets.formats import probability_text, time_text
from skin_gui.ui.widgets.texts import is_not_validated, model_label_text, review_text

NOT_VALIDATED = "model not validated"
"""Stands among a row's warnings in the table; it is no warning of the classifier's."""


class Column(IntEnum):
    """A column's place in the model; the user may move it in the view."""

    FILE = 0
    LABEL = 1
    PROBABILITY = 2
    REVIEW = 3
    NOTE = 4
    WARNINGS = 5
    PROBLEM = 6
    REVIEWED_AT = 7
    SIZE = 8
    FOLDER = 9
    MODEL = 10
    CLASSIFIED_AT = 11
    PATIENT = 12
    LESION = 13
    RANK = 14
    UNLIKE = 15
    TAKEN = 16
    SITE = 17


GROUP_COLUMNS = frozenset({Column.PATIENT, Column.LESION, Column.RANK, Column.UNLIKE, Column.TAKEN, Column.SITE})
"""What `group_cells` knows of; there is something in them once the images have been grouped."""
SHOWN_ONCE_GROUPED = (Column.PATIENT, Column.LESION, Column.RANK, Column.UNLIKE)

HIDDEN_AT_FIRST = (
    frozenset({Column.REVIEWED_AT, Column.SIZE, Column.FOLDER, Column.MODEL, Column.CLASSIFIED_AT}) | GROUP_COLUMNS
)
NUMERIC = frozenset({Column.LABEL, Column.PROBABILITY, Column.REVIEW, Column.SIZE, Column.WARNINGS})
"""Sorted by a number; the others by text."""


def title(column: Column) -> str:
    """The column's heading."""
    titles = {
        Column.FILE: QCoreApplication.translate("ResultColumns", "File"),
        Column.LABEL: QCoreApplication.translate("ResultColumns", "Label"),
        Column.PROBABILITY: QCoreApplication.translate("ResultColumns", "Probability"),
        Column.REVIEW: QCoreApplication.translate("ResultColumns", "Review"),
        Column.NOTE: QCoreApplication.translate("ResultColumns", "Note"),
        Column.WARNINGS: QCoreApplication.translate("ResultColumns", "Warnings"),
        Column.PROBLEM: QCoreApplication.translate("ResultColumns", "Problem"),
        Column.REVIEWED_AT: QCoreApplication.translate("ResultColumns", "Reviewed"),
        Column.SIZE: QCoreApplication.translate("ResultColumns", "Size"),
        Column.FOLDER: QCoreApplication.translate("ResultColumns", "Folder"),
        Column.MODEL: QCoreApplication.translate("ResultColumns", "Model"),
        Column.CLASSIFIED_AT: QCoreApplication.translate("ResultColumns", "Classified"),
        Column.PATIENT: QCoreApplication.translate("ResultColumns", "Patient"),
        Column.LESION: QCoreApplication.translate("ResultColumns", "Lesion"),
        Column.RANK: QCoreApplication.translate("ResultColumns", "Rank"),
        Column.UNLIKE: QCoreApplication.translate("ResultColumns", "Unlike others"),
        Column.TAKEN: QCoreApplication.translate("ResultColumns", "Taken"),
        Column.SITE: QCoreApplication.translate("ResultColumns", "Site"),
    }
    return titles[column]


def short_warning(warning: str) -> str:
    """A warning in a word or two."""
    known = {
        "outside training data": QCoreApplication.translate("ResultColumns", "unlike training data"),
        "blurred": QCoreApplication.translate("ResultColumns", "blurred"),
        "broken colour profile": QCoreApplication.translate("ResultColumns", "colours uncertain"),
        "too dark": QCoreApplication.translate("ResultColumns", "too dark"),
        "too bright": QCoreApplication.translate("ResultColumns", "too bright"),
        NOT_VALIDATED: QCoreApplication.translate("ResultColumns", "model not validated"),
        "changed since review": QCoreApplication.translate("ResultColumns", "changed since review"),
    }
    return known.get(warning, warning)


def warnings_of(result: Result) -> tuple[str, ...]:
    """What the table warns of in a row: the classifier's warnings, and that nobody has checked its model."""
    return (*result.warnings, NOT_VALIDATED) if is_not_validated(result.model) else result.warnings


def cell_text(result: Result, column: Column, label: str | None) -> str:
    """What stands in a cell.

    Args:
        result: the row.
        column: which of its cells.
        label: the model's label at the operating point in force.
    """
    match column:
        case Column.LABEL:
            return model_label_text(label)
        case Column.PROBABILITY:
            return "" if result.probability is None else probability_text(result.probability)
        case Column.REVIEW:
            return review_text(result.reviewer_label)
        case Column.WARNINGS:
            return ", ".join(short_warning(warning) for warning in warnings_of(result))
        case Column.SIZE:
            return f"{result.width} × {result.height}" if result.width and result.height else ""
        case Column.REVIEWED_AT | Column.CLASSIFIED_AT:
            return time_text(plain_text(result, column))
        case _:
            return plain_text(result, column)


def plain_text(result: Result, column: Column) -> str:
    """The text of a column that holds text, as it is in the row."""
    match column:
        case Column.FILE:
            return result.file
        case Column.NOTE:
            return result.reviewer_note
        case Column.PROBLEM:
            return result.error
        case Column.REVIEWED_AT:
            return result.reviewed_at
        case Column.FOLDER:
            return os.path.dirname(result.path)  # noqa: PTH120 - a new Path for each row is slow
        case Column.MODEL:
            return result.model
        case Column.CLASSIFIED_AT:
            return result.classified_at
        case _:
            return ""


def sort_text(result: Result, column: Column) -> str:
    """The text a row is sorted by: without case, and with img2 before img10."""
    return natural_key(plain_text(result, column))
