"""The columns of the table that say which patient and lesion an image shows, and how the lesion stands."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QColor

from skin_gui.imaging.entries import natural_key
from skin_gui.lesions.groups import Place
from skin_gui.ui.review.result_columns import GROUP_COLUMNS, Column
from skin_gui.ui.widgets.formats import in_reading_direction
from skin_gui.ui.widgets.lesion_texts import standing_text, taken_text, unlike_text, unlike_tool_tip
from skin_gui.ui.widgets.theme import theme

__all__ = ["GROUP_COLUMNS", "group_cell", "group_sort_text"]


def group_cell(place: Place, column: Column, role: int) -> Any:
    """What one of `GROUP_COLUMNS` shows for an image."""
    if role == Qt.ItemDataRole.DisplayRole:
        return _text(place, column)
    if role == Qt.ItemDataRole.ToolTipRole:
        return _tool_tip(place, column)
    if role == Qt.ItemDataRole.ForegroundRole and column == Column.UNLIKE and place.standing.stands_out:
        return QColor(theme().colours.warning)
    return None


def group_sort_text(place: Place, column: Column) -> str:
    """What an image is sorted by; empty without a value. Patients keep their lesions together."""
    standing = place.standing
    match column:
        case Column.SITE:
            return natural_key(place.membership.site) if place.membership.site else ""
        case Column.TAKEN:
            time = place.membership.time
            return "" if time is None else f"{time:012d}"
        case Column.UNLIKE:
            return "" if standing.unlike is None else f"{standing.unlike:012.6f}"
        case Column.RANK:
            return "" if standing.rank is None else f"{standing.rank:09d} {place.order:09d}"
        case _:
            return "" if place.order < 0 else f"{place.order:09d}"


def _text(place: Place, column: Column) -> str:
    membership, standing = place.membership, place.standing
    match column:
        case Column.PATIENT:
            return in_reading_direction(membership.patient)
        case Column.LESION:
            return in_reading_direction(membership.lesion)
        case Column.TAKEN:
            return taken_text(membership)
        case Column.SITE:
            return membership.site
        case Column.RANK:
            return standing_text(standing)
        case _:
            return unlike_text(standing)


def _tool_tip(place: Place, column: Column) -> str | None:
    if column == Column.UNLIKE:
        return unlike_tool_tip(place.standing)
    standing = place.standing
    if column == Column.RANK and standing.rank is not None:
        text = QCoreApplication.translate(
            "ResultColumns",
            "This patient's lesions by probability: number {rank} of {count}. A lesion counts by its highest picture.",
        )
        locale = QLocale()
        return text.format(rank=locale.toString(standing.rank), count=locale.toString(standing.lesions))
    return _text(place, column) or None
