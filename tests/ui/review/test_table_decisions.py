"""Decisions in the table: by key and click, on one row and many, undone and redone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from skin_gui.review.assessment.terms import Histology
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.ui.widgets.icons import icon
from tests.ui.review.steps import SLOW, classify, click, click_row, label_of, look_at, names, show

pytestmark = pytest.mark.usefixtures("shipped_model")


def test_several_rows_are_decided_in_one_step(table, folder, qtbot):
    classify(qtbot, table)
    table.view.setFocus()
    table.view.selectAll()
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    box = table.findChild(QMessageBox)
    assert "of them have not been on the screen" in box.informativeText()
    click(qtbot, box.button(QMessageBox.StandardButton.Cancel))
    assert table.model.rows.summary().reviewed == 0
    qtbot.waitUntil(lambda: table.findChild(QMessageBox) is None)
    table.review_bar.benign.trigger()
    click(qtbot, next(one for one in table.findChild(QMessageBox).buttons() if one.text() == "Record for All"))
    assert table.model.rows.summary().reviewed == 5  # one of the six is no image
    table.review_bar.undo.trigger()
    assert table.model.rows.summary().reviewed == 0


def test_the_table_stays_with_an_image_whose_decision_could_not_be_saved(table, folder, qtbot):
    classify(qtbot, table)
    table.view.select_path(folder / "img2.png")
    table.view.setFocus()
    table.session.saved._database.rows("PRAGMA query_only = ON")
    qtbot.keyClick(table.view, Qt.Key.Key_U)
    assert label_of(table, "img2.png") is None
    assert table.view.current_path == table.image.path == folder / "img2.png"

    table.session.saved._database.rows("PRAGMA query_only = OFF")
    qtbot.keyClick(table.view, Qt.Key.Key_U)
    assert label_of(table, "img2.png") == "unsure"
    assert table.view.current_path == folder / "img3.png"


def test_a_decision_takes_the_row_out_of_the_unreviewed_and_the_keyboard_goes_on(table, folder, qtbot):
    classify(qtbot, table)
    table.filters.set_filter(ResultFilter(review="unreviewed"))
    table.view.select_path(folder / "img2.png")
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_U)
    assert names(table) == ["img1.png", "img3.png", "img4.png", "img5.png"]
    assert table.view.current_path == folder / "img3.png"


def test_a_decision_key_first_shows_an_image_that_is_not_on_the_screen(table, folder, qtbot):
    classify(qtbot, table)
    table.view.setFocus()
    table.view.select_path(folder / "img2.png")
    wanted = []
    table.row_selected.disconnect()  # nothing follows it here
    table.row_selected.connect(wanted.append)

    # An image of another folder, or of a row that the filter hides: no row of the table is on the screen.
    look_at(table, folder.parent / "elsewhere.png")
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert table.model.rows.summary().reviewed == 0

    # The row is chosen while the window does not follow: the first key shows it, the second decides.
    table.view.select_path(folder / "img2.png")
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert table.model.rows.summary().reviewed == 0
    assert wanted == [folder / "img2.png"] * 2
    show(table, folder / "img2.png")
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert label_of(table, "img2.png") == "benign"


def test_an_unseen_image_that_is_selected_beside_a_failed_file_is_asked_about_too(table, folder, qtbot):
    classify(qtbot, table)
    table.view.setFocus()
    table.view.select_path(folder / "img9.jpg")
    qtbot.keyClick(table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    table.keys.seen.clear()  # the fixture's window paints whatever the keyboard comes to
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert table.model.rows.summary().reviewed == 0
    click(qtbot, table.findChild(QMessageBox).button(QMessageBox.StandardButton.Cancel))
    assert table.model.rows.summary().reviewed == 0


def test_a_failed_file_takes_no_diagnosis_and_is_counted_in_no_review(table, folder, qtbot):
    classify(qtbot, table)
    table.view.setFocus()
    broken = folder / "img9.jpg"
    assert table.model.rows.summary().unreviewed == 5
    assert table.batch_bar.status.full_text() == "5 of 6 images are classified."
    table.batch_bar.resize(table.batch_bar.minimumSizeHint().width() + 60, table.batch_bar.height())
    qtbot.waitUntil(lambda: "…" in table.batch_bar.status.text())

    click_row(qtbot, table, broken)
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_M, Qt.Key.Key_U):
        qtbot.keyClick(table.view, key)
    assert table.model.rows.result(broken).reviewer_label is None
    assert "takes no decision" in table.notice.full_text()

    for number in range(1, 6):
        click_row(qtbot, table, folder / f"img{number}.png")
        qtbot.keyClick(table.view, Qt.Key.Key_B)
    summary = table.model.rows.summary()
    assert (summary.reviewed, summary.unreviewed) == (5, 0)
    assert not table.review_bar.next.isEnabled()
    table.filters.set_filter(ResultFilter(review="unreviewed"))
    assert names(table) == []


def test_undo_and_redo_select_and_name_what_they_change_even_where_a_filter_hid_it(table, folder, qtbot):
    classify(qtbot, table)
    table.view.select_path(folder / "img4.png")
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_M)
    qtbot.keyClicks(table.filters.text, "img1")
    qtbot.waitUntil(lambda: names(table) == ["img1.png"])
    click_row(qtbot, table, folder / "img1.png")
    table.resize(table.width(), 300)  # so that not all rows are in sight

    qtbot.keyClick(table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table.view.selected_paths() == [folder / "img4.png"]
    assert table.view.current_path == folder / "img4.png"
    assert table.notice.isVisible()
    assert table.notice.full_text() == "Undone: Malignant, img4.png, now: not reviewed"

    assert table.view.viewport().rect().contains(table.view.visualRect(table.view.currentIndex()))
    click_row(qtbot, table, folder / "img1.png")
    qtbot.keyClick(table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert table.view.current_path == folder / "img4.png"
    assert table.notice.full_text() == "Redone: Malignant, img4.png, now: Malignant"


def test_what_is_undone_is_named_whatever_it_was(table, folder, qtbot):
    classify(qtbot, table)
    files = [folder / "img1.png", folder / "img2.png"]
    steps = table.session.steps
    steps.set_note(files[:1], "Again in March")
    steps.assess(files[:1], lambda known: replace(known, histology=Histology.NEVUS))
    steps.decide(files, "unsure")
    steps.withdraw(files[1:])

    told = []
    table.keys.said.connect(told.append)
    table.view.setFocus()
    for _ in range(4):
        qtbot.keyClick(table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [text for text in told if text] == [
        "Undone: decision withdrawn, img2.png, now: Unsure",
        "Undone: Unsure, 2 images",
        "Undone: Histology: Nevus, img1.png, now: not reviewed",
        "Undone: Note: Again in March, img1.png, now: not reviewed",
    ]


def test_taking_a_decision_back_has_not_the_picture_of_deleting(table):
    def picture(icon):
        return icon.pixmap(32, 32).toImage()

    assert picture(table.review_bar.withdraw.icon()) == picture(icon("cancel"))
    assert picture(icon("cancel")) != picture(icon("trash"))


def test_no_decision_without_its_image_painted(table, folder, qtbot):
    classify(qtbot, table)
    table.view.setFocus()
    table.view.select_path(folder / "img2.png")
    table.image.set_painted(None)  # it is being read again, or could not be

    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert table.model.rows.summary().reviewed == 0
    assert table.notice.isVisible()
    assert "not on the screen yet" in table.notice.full_text()

    table.image.set_painted(folder / "img2.png")
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert label_of(table, "img2.png") == "benign"
    assert not table.notice.isVisible()


def test_a_note_that_is_being_typed_outlives_a_new_order_of_the_rows(table, folder, qtbot):
    classify(qtbot, table)
    click_row(qtbot, table, folder / "img2.png")
    table.review_bar.note.trigger()
    qtbot.keyClicks(table.view.viewport().findChild(QLineEdit), "half a no")
    table.model.sort(Column.PROBABILITY)  # as measures that come do where the rows stand by one of them

    qtbot.waitUntil(lambda: isinstance(table.focusWidget(), QLineEdit))
    qtbot.keyClicks(table.focusWidget(), "te")
    qtbot.keyClick(table.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.model.rows.result(folder / "img2.png").reviewer_note == "half a note")


@pytest.mark.parametrize("key", ["A", "B", "M", "U"])
def test_a_key_that_is_held_down_decides_once_and_letters_search_no_name(table, folder, qtbot, key):
    classify(qtbot, table)
    table.view.setFocus()
    click_row(qtbot, table, folder / "img1.png")
    for repeat in (False, True, True, True):
        QTest.simulateEvent(
            table.view, True, Qt.Key[f"Key_{key}"].value, Qt.KeyboardModifier.NoModifier, key.lower(), repeat
        )
    assert table.model.rows.summary().reviewed == 1

    click_row(qtbot, table, folder / "img4.png")
    qtbot.keyClicks(table.view, "i")
    assert table.view.current_path == folder / "img4.png"


def test_two_windows_of_one_folder_show_the_same_decisions(build_table, table, folder, qtbot, qapp):
    classify(qtbot, table)
    other = build_table()
    other.session.open([folder])
    qtbot.waitUntil(lambda: other.session.phase == SessionPhase.READY, timeout=SLOW)
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    click_row(qtbot, other, folder / "img2.png")
    qtbot.keyClick(other.view, Qt.Key.Key_M)
    assert (label_of(other, "img2.png"), label_of(table, "img2.png")) == ("malignant", None)

    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    click_row(qtbot, table, folder / "img4.png")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # as on coming back to a window

    assert label_of(table, "img2.png") == "malignant"
    assert table.notice.full_text() == "Another window has changed img2.png: Malignant."
    assert table.view.current_path == folder / "img4.png"
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert label_of(table, "img4.png") == "benign"
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert label_of(other, "img4.png") == "benign"
    assert other.session.saved.result(folder / "img2.png").reviewer_label == "malignant"
    assert other.review_bar.undo.isEnabled()


def test_rows_that_a_filter_shows_are_reached_and_decided_by_keyboard_alone(table, folder, qtbot):
    classify(qtbot, table)
    click_row(qtbot, table, folder / "img1.png")
    table.focus_filter()
    qtbot.keyClicks(table.filters.text, "img2")
    qtbot.waitUntil(lambda: names(table) == ["img2.png"])
    for _ in range(10):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if table.view.hasFocus():
            break
    assert table.view.selected_paths() == [folder / "img2.png"]
    qtbot.keyClick(table.view, Qt.Key.Key_M)
    assert label_of(table, "img2.png") == "malignant"


def test_the_row_of_the_image_on_the_screen_is_taken_up_again_once_the_filter_shows_it(table, folder, qtbot):
    classify(qtbot, table)
    click_row(qtbot, table, folder / "img1.png")
    table.focus_filter()
    qtbot.keyClicks(table.filters.text, "img2")
    qtbot.waitUntil(lambda: names(table) == ["img2.png"])
    assert table.view.current_path is None
    qtbot.keyClick(table.filters.text, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(names(table)) > 1)
    assert table.view.selected_paths() == [folder / "img1.png"]
