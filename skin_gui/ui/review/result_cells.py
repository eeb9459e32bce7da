"""How the cells of the table of results look: icons, colours, tool tips; and their native values."""

from typing import Any

from PySide6.QtGui import QColor, QIcon

from skin_gui.review.results import Result
from skin_gui.ui.review.result_columns import NOT_VALIDATED, Column, plain_text, warnings_of
from skin_gui.ui.widgets.icons import icon
from skin_gui.ui.widgets.texts import not_validated_text, warning_text
from skin_gui.ui.widgets.theme import theme


def native_value(result: Result, column: Column, label: str | None) -> Any:
    """A cell's value as a number or plain text; None where it has none. `label`: the model's, as now in force."""
    match column:
        case Column.LABEL:
            return label
        case Column.PROBABILITY:
            return result.probability
        case Column.REVIEW:
            return result.reviewer_label
        case Column.WARNINGS:
            return len(warnings_of(result))
        case Column.SIZE:
            return result.width * result.height if result.width and result.height else None
        case _:
            return plain_text(result, column)


class CellLook:
    """Icons and colours of the present theme."""

    def __init__(self) -> None:
        self._icons: dict[str, QIcon] = {}

    def forget_icons(self) -> None:
        """The theme has changed: draw them anew."""
        self._icons.clear()

    def tool_tip(self, result: Result, column: Column) -> str | None:
        """What a cell has to say beyond its text."""
        if column == Column.WARNINGS:
            return "\n".join(_in_full(warning) for warning in warnings_of(result)) or None
        if column in (Column.FILE, Column.FOLDER):
            return str(result.path)
        if column in (Column.PROBLEM, Column.LABEL) and result.error:
            return result.error
        return result.reviewer_note or None if column == Column.NOTE else None

    def decoration(self, result: Result, column: Column, label: str | None) -> QIcon | None:
        """A shape for each label and each kind of trouble: colour is never the only difference."""
        if column == Column.LABEL:
            return self._icon(label or "error")
        if column == Column.REVIEW and result.reviewer_label is not None:
            return self._icon(result.reviewer_label)
        if column == Column.WARNINGS and warnings_of(result):
            return self._icon("warning")
        return None

    def foreground(self, result: Result, column: Column, label: str | None) -> QColor | None:
        """The text's colour; None for the ordinary one."""
        if column == Column.LABEL:
            return _colour(label or "error")
        if column == Column.REVIEW:
            return _colour(result.reviewer_label) if result.reviewer_label else None
        if column in (Column.PROBLEM, Column.WARNINGS):
            return _colour("error" if column == Column.PROBLEM else "warning")
        return _colour("muted") if column >= Column.REVIEWED_AT else None

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = _steady(icon(name, _colour(name)))
        return self._icons[name]


def _in_full(warning: str) -> str:
    return not_validated_text() if warning == NOT_VALIDATED else warning_text(warning)


def _steady(picture: QIcon) -> QIcon:
    """The same on a selected row, whose background is as light as the others'."""
    result = QIcon()
    for size in picture.availableSizes():
        pixmap = picture.pixmap(size, 1.0)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            result.addPixmap(pixmap, mode)
    return result


def _colour(name: str) -> QColor:
    return QColor(getattr(theme().colours, "muted" if name == "unsure" else name))
