"""Widgets below each other or side by side, in one call."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | None
"""A widget, a layout, so many pixels of space, or nothing."""
Part = Item | tuple[Item, int]
"""An item, or one with its share of the room that is left."""
Margins = int | tuple[int, int, int, int]

STRETCH: Final = (None, 1)

_Layout = TypeVar("_Layout", bound=QBoxLayout)


def in_column(
    owner: QWidget | None, *parts: Part, spacing: int | None = None, margins: Margins | None = 0
) -> QVBoxLayout:
    """Lay parts out from top to bottom.

    Args:
        owner: the widget to fill; None for a layout within another.
        parts: from the top.
        spacing: pixels between two; the style's when None.
        margins: pixels around all, or at the left, the top, the right and the bottom; the style's when None.
    """
    return _filled(QVBoxLayout() if owner is None else QVBoxLayout(owner), parts, spacing, margins)


def in_row(owner: QWidget | None, *parts: Part, spacing: int | None = None, margins: Margins | None = 0) -> QHBoxLayout:
    """As `in_column`, in reading direction."""
    return _filled(QHBoxLayout() if owner is None else QHBoxLayout(owner), parts, spacing, margins)


def _filled(layout: _Layout, parts: tuple[Part, ...], spacing: int | None, margins: Margins | None) -> _Layout:
    if margins is not None:
        layout.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    if spacing is not None:
        layout.setSpacing(spacing)
    for part in parts:
        item, stretch = part if isinstance(part, tuple) else (part, 0)
        match item:
            case QWidget():
                layout.addWidget(item, stretch)
            case QLayout():
                layout.addLayout(item, stretch)
            case int():
                layout.addSpacing(item)
            case None:
                layout.addStretch(stretch)
    return layout
