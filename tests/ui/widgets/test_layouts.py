"""Widgets below each other or side by side, with shares, places and spaces."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from skin_gui.ui.widgets.layouts import STRETCH, add_parts, in_column, in_row


def test_parts_stand_in_order_with_their_shares_spaces_and_places(qtbot):
    owner, first, second, third, last = (QWidget() for _ in range(5))
    qtbot.addWidget(owner)
    row = in_row(None, second, (third, 2))
    column = in_column(
        owner, (first, Qt.AlignmentFlag.AlignHCenter), 8, (row, 1), STRETCH, spacing=4, margins=(1, 2, 3, 4)
    )
    add_parts(column, last)

    assert [column.itemAt(place).widget() for place in (0, 4)] == [first, last]
    assert column.itemAt(0).alignment() == Qt.AlignmentFlag.AlignHCenter
    assert column.itemAt(1).spacerItem().sizeHint().height() == 8
    assert column.itemAt(2).layout() is row
    assert [column.stretch(place) for place in range(5)] == [0, 0, 1, 1, 0]
    assert [row.stretch(place) for place in range(2)] == [0, 2]
    assert (column.spacing(), column.getContentsMargins()) == (4, (1, 2, 3, 4))
    assert all(part.parent() is owner for part in (first, second, third, last))


def test_without_margins_the_style_has_its_own(qtbot):
    bare, styled = QWidget(), QWidget()
    for owner in (bare, styled):
        qtbot.addWidget(owner)
    assert in_column(bare, QWidget()).getContentsMargins() == (0, 0, 0, 0)
    assert in_column(styled, QWidget(), margins=None).getContentsMargins() != (0, 0, 0, 0)
