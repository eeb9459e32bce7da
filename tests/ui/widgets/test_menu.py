"""Menus beside the edges of their window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from skin_gui.ui.widgets.menu import Menu


@pytest.fixture
def window(qtbot):
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.setGeometry(100, 100, 400, 200)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.mark.parametrize("place", [QPoint(390, 20), QPoint(-30, 20), QPoint(50, 195), QPoint(50, 20)])
def test_a_menu_stays_within_its_window(window, place):
    menu = Menu(window)
    for entry in ("1  Melanoma with a long name", "2  Nevus"):
        menu.addAction(entry)
    menu.popup(window.mapToGlobal(place))
    assert window.frameGeometry().contains(menu.geometry())
    menu.close()


def test_a_menu_that_has_no_room_there_is_left_to_the_screen(window):
    menu = Menu(window)
    for number in range(20):
        menu.addAction(str(number))
    menu.popup(window.mapToGlobal(QPoint(50, 20)))
    assert menu.height() > window.height()
    assert menu.y() >= 0
    menu.close()
