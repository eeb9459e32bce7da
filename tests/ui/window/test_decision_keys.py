"""The keys of decisions in the real window: for the image that is to be seen, once, and for nothing typed elsewhere."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from skin_gui.ui.widgets.menu import Menu
from tests.ui.window.steps import SLOW, click_row, click_thumbnail, look_at, shown


def test_the_keys_of_decisions_work_on_the_image_while_the_table_is_shown(classified, qtbot, samples, tmp_path):
    table, first = classified.batch_review.table, tmp_path / samples[0].name
    table.review_bar.advance.setChecked(False)
    look_at(classified, qtbot, first)
    classified.view.setFocus()

    QTest.keyClick(classified.view, Qt.Key.Key_M)
    assert table.model.rows.result(first).reviewer_label == "malignant"
    assert classified.view.hasFocus()
    assert classified.panel.facts.value("decision") == "Malignant"
    click_row(table, first)
    QTest.keyClick(table.view, Qt.Key.Key_N)
    QTest.keyClicks(editor := table.view.findChild(QLineEdit), "Two colours")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: classified.panel.facts.value("note") == "Two colours")
    qtbot.mouseClick(classified.panel.copy_button, Qt.MouseButton.LeftButton)
    assert "Decision: Malignant\nNote: Two colours\n" in QApplication.clipboard().text()
    classified.view.setFocus()
    for _ in range(2):
        QTest.keyClick(classified.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table.model.rows.result(first).reviewer_label is None

    classified.batch_review.dock.hide()
    QTest.keyClick(classified.view, Qt.Key.Key_M)
    assert table.model.rows.result(first).reviewer_label is None


def test_only_an_image_that_has_been_painted_takes_a_decision(classified, qtbot, samples, tmp_path):
    table, first, second = classified.batch_review.table, tmp_path / samples[0].name, tmp_path / samples[7].name
    look_at(classified, qtbot, first)

    click_row(table, second)  # and at once, before the window can have shown it:
    QTest.keyClick(table.view, Qt.Key.Key_M)
    assert table.model.rows.summary().reviewed == 0

    qtbot.waitUntil(lambda: shown(classified, second), timeout=SLOW)
    QTest.keyClick(table.view, Qt.Key.Key_M)
    assert table.model.rows.result(second).reviewer_label == "malignant"


def test_an_image_that_is_read_but_not_on_the_screen_yet_takes_no_decision(classified, qtbot, samples, tmp_path):
    table, first, second = classified.batch_review.table, tmp_path / samples[0].name, tmp_path / samples[7].name
    look_at(classified, qtbot, first)
    classified.view.viewport().setUpdatesEnabled(False)  # the screen is slower than the disk

    click_thumbnail(classified, second)
    qtbot.waitUntil(lambda: shown(classified, second), timeout=SLOW)
    classified.view.setFocus()
    QTest.keyClick(classified.view, Qt.Key.Key_M)
    assert table.model.rows.summary().reviewed == 0
    assert "not on the screen yet" in table.notice.full_text()

    classified.view.viewport().setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: classified.image.is_painted)
    QTest.keyClick(classified.view, Qt.Key.Key_M)
    assert table.model.rows.result(second).reviewer_label == "malignant"


def test_a_key_that_is_held_down_on_the_image_decides_once(classified, qtbot, samples, tmp_path):
    table, first = classified.batch_review.table, tmp_path / samples[0].name
    look_at(classified, qtbot, first)
    classified.view.setFocus()

    for repeats in (False, True, True):
        QTest.simulateEvent(classified.view, True, Qt.Key.Key_M.value, Qt.KeyboardModifier.NoModifier, "m", repeats)
        # The next image comes to the screen while the key is still down.
        qtbot.waitUntil(lambda: classified.image.path != first and classified.image.is_painted, timeout=SLOW)

    assert [row.path for row in table.model.rows.all_results() if row.reviewer_label] == [first]


def test_a_letter_typed_in_an_open_menu_decides_nothing(classified, qtbot, samples, tmp_path):
    table, bar = classified.batch_review.table, classified.menuBar()
    look_at(classified, qtbot, tmp_path / samples[0].name)
    click_row(table, tmp_path / samples[0].name)

    for key in (Qt.Key.Key_B, Qt.Key.Key_M, Qt.Key.Key_N):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(bar.actions()[-1]).center())
        menu = QApplication.activePopupWidget()
        assert menu is classified.menus.help
        QTest.keyClick(menu, key)
        menu.close()

    assert table.model.rows.summary().reviewed == 0
    assert table.view.findChild(QLineEdit) is None


def right_click(widget, place):
    """The menu that it brings up."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return QApplication.activePopupWidget()


def test_a_letter_typed_in_the_menu_of_a_note_decides_nothing(classified, qtbot, samples, tmp_path):
    table, path = classified.batch_review.table, tmp_path / samples[0].name
    look_at(classified, qtbot, path)
    click_row(table, path)
    QTest.keyClick(table.view, Qt.Key.Key_N)
    editor = table.view.findChild(QLineEdit)

    menu = right_click(editor, editor.rect().center())
    QTest.keyClick(menu, Qt.Key.Key_M)
    menu.close()

    assert table.model.rows.summary().reviewed == 0


def test_every_menu_keeps_its_keys_to_itself(classified, qtbot, samples, tmp_path):
    look_at(classified, qtbot, tmp_path / samples[0].name)
    table = classified.batch_review.table
    menus = [action.menu() for action in classified.menuBar().actions()]
    menus += [classified.menus.recent, classified.menus.theme, classified.browser.header.recent.menu()]
    menus += [classified.createPopupMenu()]
    click_row(table, tmp_path / samples[0].name)
    row = table.view.visualRect(table.view.currentIndex()).center()
    for area, place in (
        (classified.view.viewport(), classified.view.viewport().rect().center()),
        (classified.browser.view.viewport(), QPoint(20, 20)),
        (table.view.viewport(), row),
        (table.view.horizontalHeader().viewport(), QPoint(20, 8)),
    ):
        menus.append(right_click(area, place))
        menus[-1].close()
    assert [menu for menu in menus if not isinstance(menu, Menu)] == []
