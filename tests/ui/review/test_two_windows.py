"""Two windows of the program on one folder: nothing that was said in one is lost, or written over unseen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.table.result_columns import Column
from tests.ui.review.steps import SLOW, classify, click, click_row, label_of

pytestmark = pytest.mark.usefixtures("shipped_model")


@pytest.fixture
def other(build_table, table, folder, qtbot):
    """A second window on the classified folder of `table`."""
    classify(qtbot, table)
    built = build_table()
    built.session.open([folder])
    qtbot.waitUntil(lambda: built.session.phase == SessionPhase.READY, timeout=SLOW)
    return built


def look_at(qtbot, window, path) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    click_row(qtbot, window, path)


def press(qtbot, window, key) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, key)


def decide(qtbot, window, path, key) -> None:
    look_at(qtbot, window, path)
    qtbot.keyClick(window.view, key)


def test_the_next_step_of_a_window_that_was_never_left_shows_what_came_from_the_other(table, other, folder, qtbot):
    decide(qtbot, other, folder / "img2.png", Qt.Key.Key_M)
    decide(qtbot, table, folder / "img4.png", Qt.Key.Key_B)

    assert (label_of(table, "img4.png"), label_of(table, "img2.png")) == ("benign", "malignant")
    assert table.model.rows.summary().reviewed == 2
    assert "Another window has changed" in table.notice.full_text()
    assert "img2.png" in table.notice.full_text()
    assert "Malignant" in table.notice.full_text()


def test_no_decision_of_the_other_window_is_written_over_unseen(table, other, folder, qtbot):
    look_at(qtbot, table, folder / "img2.png")
    decide(qtbot, other, folder / "img2.png", Qt.Key.Key_M)
    press(qtbot, table, Qt.Key.Key_B)

    assert label_of(table, "img2.png") == table.session.saved.result(folder / "img2.png").reviewer_label == "malignant"
    assert table.view.current_path == folder / "img2.png"
    assert "Nothing was changed here" in table.notice.full_text()

    press(qtbot, table, Qt.Key.Key_B)  # now she has seen it
    assert label_of(table, "img2.png") == "benign"
    table.review_bar.undo.trigger()
    assert label_of(table, "img2.png") == "malignant"


def test_several_rows_of_which_one_came_from_the_other_window_are_not_written_over(table, other, folder, qtbot):
    for name in ("img1.png", "img2.png"):
        look_at(qtbot, table, folder / name)
    table.view.select_paths([folder / "img1.png", folder / "img2.png"])
    decide(qtbot, other, folder / "img2.png", Qt.Key.Key_M)
    press(qtbot, table, Qt.Key.Key_B)

    assert (label_of(table, "img1.png"), label_of(table, "img2.png")) == (None, "malignant")


def test_undo_takes_no_step_back_that_was_not_to_be_seen(table, other, folder, qtbot):
    decide(qtbot, table, folder / "img1.png", Qt.Key.Key_B)
    decide(qtbot, other, folder / "img2.png", Qt.Key.Key_M)
    table.review_bar.undo.trigger()

    assert (label_of(table, "img1.png"), label_of(table, "img2.png")) == ("benign", "malignant")
    assert "Nothing was changed here" in table.notice.full_text()

    table.review_bar.undo.trigger()
    assert (label_of(table, "img1.png"), label_of(table, "img2.png")) == ("benign", None)
    other.review_bar.undo.trigger()  # the other window sees first what was taken back there
    assert (label_of(other, "img1.png"), label_of(other, "img2.png")) == ("benign", None)


def test_what_the_other_window_decides_while_a_batch_runs_here_is_shown_at_its_end(table, other, folder, qtbot):
    look_at(qtbot, other, folder / "img2.png")
    click(qtbot, table.batch_bar.retry_button)
    qtbot.keyClick(other.view, Qt.Key.Key_M)
    assert table.is_busy

    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=SLOW)
    assert label_of(table, "img2.png") == "malignant"
    assert table.model.rows.summary().reviewed == 1
    assert "Another window has changed" in table.notice.full_text()


def test_a_decision_is_not_taken_off_the_screen_by_a_row_that_was_made_before_it(table, other, folder, qtbot):
    look_at(qtbot, table, folder / "img2.png")
    table.session.classify(again=[folder / "img2.png"])
    table.session._batch.wait(SLOW)  # its row is made and not shown yet
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=SLOW)

    assert label_of(table, "img2.png") == "benign"


def test_a_note_that_was_being_typed_is_kept_and_the_other_window_s_comes_back_with_undo(table, other, folder, qtbot):
    look_at(qtbot, table, folder / "img2.png")
    table.review_bar.note.trigger()
    editor = table.view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "typed here")
    other.session.steps.set_note([folder / "img2.png"], "typed there")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: table.model.rows.result(folder / "img2.png").reviewer_note == "typed here")
    assert "typed there" in table.notice.full_text()
    table.review_bar.undo.trigger()
    assert table.model.rows.result(folder / "img2.png").reviewer_note == "typed there"


def test_a_lesion_that_was_put_together_in_the_other_window_is_not_taken_apart(table, other, folder, qtbot):
    first, second, third = (folder / f"img{number}.png" for number in (1, 2, 3))
    with qtbot.waitSignal(other.grouping.changed, timeout=SLOW):
        other.grouping.same_lesion([first, second])
    with qtbot.waitSignal(table.grouping.changed, timeout=SLOW):
        table.grouping.same_lesion([second, third])

    kept = table.session.saved.memberships.all()
    assert {kept[path].lesion for path in (first, second, third)} == {"img1"}
    assert table.grouping.groups.memberships == kept


def test_lesions_that_were_put_together_in_the_other_window_are_seen_with_the_next_step(table, other, folder, qtbot):
    together = [folder / "img1.png", folder / "img2.png"]
    with qtbot.waitSignal(other.grouping.changed, timeout=SLOW):
        other.grouping.same_lesion(together)
    decide(qtbot, table, folder / "img4.png", Qt.Key.Key_B)

    qtbot.waitUntil(lambda: table.model.rows.groups.same_lesion(together[0]) == together, timeout=SLOW)
    assert "Another window has changed the patients and lesions" in table.notice.full_text()
    assert not table.view.isColumnHidden(Column.LESION)


def test_what_this_window_has_said_of_lesions_is_not_told_as_another_s(table, other, folder, qtbot):
    told = []
    table.grouping.changed_elsewhere.connect(lambda: told.append(1))
    table.grouping.same_lesion([folder / "img1.png", folder / "img2.png"])
    decide(qtbot, other, folder / "img3.png", Qt.Key.Key_M)
    decide(qtbot, table, folder / "img4.png", Qt.Key.Key_B)

    qtbot.waitUntil(lambda: len(table.grouping.groups) == 2 and not table.grouping.is_busy, timeout=SLOW)
    assert not told
