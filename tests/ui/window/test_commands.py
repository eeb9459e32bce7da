"""What a working day needs is in the menus, and what is dragged over the window shows where it goes."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from skin_gui.ui.review.export_dialog import ExportDialog

_SLOW = 120_000
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(window, qtbot, samples, tmp_path):
    """A folder of two classified images, open in the window."""
    for sample in samples[:2]:
        shutil.copy(sample, tmp_path)
    window.batch_review.dock.show()
    window.batch_review.open([tmp_path], classify=True)
    table = window.batch_review.table
    qtbot.waitUntil(lambda: table.model.rows.total == 2 and not table.is_busy, timeout=_SLOW)
    window.open([tmp_path])
    qtbot.waitUntil(lambda: window.panel.predicted is not None, timeout=_SLOW)
    return tmp_path


def entries(menu):
    return {action.text().replace("&", "").rstrip("…"): action for action in menu.actions() if action.text()}


@pytest.mark.usefixtures("folder")
def test_undo_redo_find_export_and_the_guide_are_in_the_menus_with_their_keys(window):
    edit, file, help_menu = (entries(menu) for menu in (window.menus.edit, window.menus.file, window.menus.help))

    for menu, name, key in (
        (edit, "Undo", "Ctrl+Z"),
        (edit, "Redo", "Ctrl+Shift+Z"),
        (edit, "Find", "Ctrl+F"),
        (file, "Export Results", "Ctrl+E"),
        (help_menu, "User Guide", "Shift+F1"),
    ):
        assert key in {keys.toString() for keys in menu[name].shortcuts()}


@pytest.mark.usefixtures("folder")
def test_one_key_finds_where_the_user_is_at_work_and_one_exports_from_everywhere(window, qtbot):
    table = window.batch_review.table
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_F, _CTRL)
    qtbot.waitUntil(table.filters.text.hasFocus)

    for place in (window.view, window.browser.view, window.measures.tabs):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_F, _CTRL)
        qtbot.waitUntil(window.browser.header.filter.hasFocus)

    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_E, _CTRL)
    dialog = table.findChild(ExportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_what_is_dragged_over_an_image_shows_that_it_can_be_dropped(window, qtbot, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: window.central.currentWidget() is window.view, timeout=_SLOW)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(samples[1]))])
    place, copy = QPoint(window.rect().center()), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    QApplication.sendEvent(window, enter)

    assert window.drop_hint.isVisible()
    assert window.central.rect().contains(window.drop_hint.geometry())
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.drop_hint.isVisible()
