"""Widgets below each other or side by side, in one call."""

from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | None
"""A widget, a layout, so many pixels of space, or nothing."""
Part = Item | tuple[Item, int | Qt.AlignmentFlag]
"""An item, or one with its share of the room that is left, or a widget with where it stands across the layout."""
Margins = int | tuple[int, int, int, int]

STRETCH: Final = (None, 1)

_Layout = TypeVar("_Layout", bound=QBoxLayout)


def in_column(
    owner: QWidget | None, *parts: Part, spacing: int | None = None, margins: Margins | None = 0
) -> QVBoxLayout:
    """Lay parts out from top to bottom.

    Args:
        owner: the widget to fill; None for a layout within another.
        spacing: pixels between two; the style's when None.
        margins: pixels around all, or at the left, the top, the right and the bottom; the style's when None.
    """
    return _set_up(QVBoxLayout() if owner is None else QVBoxLayout(owner), parts, spacing, margins)


def in_row(owner: QWidget | None, *parts: Part, spacing: int | None = None, margins: Margins | None = 0) -> QHBoxLayout:
    """As `in_column`, in reading direction."""
    return _set_up(QHBoxLayout() if owner is None else QHBoxLayout(owner), parts, spacing, margins)


def in_grid(
    owner: QWidget | None, *, spacing: tuple[int, int], margins: Margins | None = 0, stretch: tuple[int, ...] = ()
) -> QGridLayout:
    """An empty grid.

    Args:
        spacing: pixels between two columns, and between two rows.
        stretch: columns that share the room that is left.
    """
    layout = QGridLayout() if owner is None else QGridLayout(owner)
    _set_margins(layout, margins)
    layout.setHorizontalSpacing(spacing[0])
    layout.setVerticalSpacing(spacing[1])
    for column in stretch:
        layout.setColumnStretch(column, 1)
    return layout


def _set_margins(layout: QLayout, margins: Margins | None) -> None:
    if margins is not None:
        layout.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))


def _set_up(layout: _Layout, parts: tuple[Part, ...], spacing: int | None, margins: Margins | None) -> _Layout:
    _set_margins(layout, margins)
    if spacing is not None:
        layout.setSpacing(spacing)
    add_parts(layout, *parts)
    return layout


def add_parts(layout: QBoxLayout, *parts: Part) -> None:
    for part in parts:
        match part if isinstance(part, tuple) else (part, 0):
            case QWidget() as widget, Qt.AlignmentFlag() as where:
                layout.addWidget(widget, 0, where)
            case QWidget() as widget, int(share):
                layout.addWidget(widget, share)
            case QLayout() as inner, int(share):
                layout.addLayout(inner, share)
            case int(space), _:
                layout.addSpacing(space)
            case None, int(share):
                layout.addStretch(share)


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout, and away."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
