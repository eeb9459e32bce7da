"""The review mode in the real window, by keyboard."""

import shutil

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QKeyCombination, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QPlainTextEdit

from skin_gui.review.assessment.checklists import Menzies, SevenPoint
from skin_gui.review.assessment.terms import Diagnosis, Histology, Tag
from skin_gui.ui.image_comparison.compare_window import CompareWindow
from skin_gui.ui.reading.checklists_dialog import ChecklistsDialog
from skin_gui.ui.reading.folder_dialog import FolderDialog
from skin_gui.ui.texts.assessment import seven_point_text, tags_text

_SLOW = 120_000


@pytest.fixture
def reading(window, qtbot, samples, tmp_path):
    """The window in review mode, on a folder of three classified images."""
    for sample in (samples[0], samples[1], samples[7]):
        shutil.copy(sample, tmp_path)
    window.batch_review.open([tmp_path], classify=True)
    window.open([tmp_path])
    table = window.batch_review.table
    qtbot.waitUntil(lambda: table.model.rows.total == 3 and not table.is_busy, timeout=_SLOW)
    is_read(window, qtbot)
    window.activateWindow()
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_F8)
    assert window.review.reading.is_active
    yield window.review.reading
    window.review.reading.panel.hide_result.setChecked(False)


def is_read(window, qtbot):
    qtbot.waitUntil(lambda: window.image.is_painted and window.image.prediction is not None, timeout=_SLOW)


def is_active(window, qtbot):
    """Offscreen, a menu that is gone leaves no window active."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def choose(window, qtbot, key, number):
    """Press a key on the image, and a number in the menu that it opens."""
    QTest.keyClick(window.view, key)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, number)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_moved_operating_point_is_warned_of_and_reset_in_review_mode(reading, window, qtbot):
    box, table = reading.panel.result_box, window.batch_review.table
    label = window.image.prediction.prediction.label
    assert not box.moved.isVisible()

    table.threshold.spin.setValue(100.0 if label == "malignant" else 0.0)
    assert box.moved.isVisible()

    qtbot.waitUntil(lambda: box.reset_button.height() >= box.reset_button.sizeHint().height())
    qtbot.mouseClick(box.reset_button, Qt.MouseButton.LeftButton)
    assert not box.moved.isVisible()
    assert window.image.prediction.prediction.label == label


@pytest.mark.parametrize("elsewhere", ["filtered", "several selected"])
def test_in_review_mode_keys_are_meant_for_the_image_alone(reading, window, qtbot, elsewhere):
    """Whatever the table that nobody sees has filtered or selected."""
    table, path = window.batch_review.table, window.image.path
    others = [row.path for row in table.model.rows.all_results() if row.path != path]
    QTest.keyClick(window.view, Qt.Key.Key_F8)
    if elsewhere == "filtered":
        window.batch_review.dock.show()
        QTest.keyClicks(table.filters.text, others[0].stem)
        qtbot.waitUntil(lambda: table.model.rowCount() == 1)
        table.view.select_none()
    else:
        table.view.selectAll()
    is_read(window, qtbot)
    qtbot.waitUntil(lambda: window.image.path == path)
    is_active(window, qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_F8)

    QTest.keyClick(window.view, Qt.Key.Key_M)
    choose(window, qtbot, Qt.Key.Key_T, Qt.Key.Key_2)
    is_active(window, qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_N)
    dialog = window.findChild(QInputDialog)
    QTest.keyClicks(dialog.findChild(QPlainTextEdit), "Grown.")
    dialog.accept()

    row = table.model.rows.result(path)
    assert (row.reviewer_label, row.assessment.tags, row.reviewer_note) == ("malignant", (Tag.EXCISION,), "Grown.")
    assert all(table.model.rows.result(other).reviewer_label is None for other in others)
    assert reading.panel.decision.text() == "Malignant"


@pytest.mark.parametrize(
    "leave",
    [
        [QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return)],
        [QKeyCombination(Qt.Key.Key_Tab), QKeyCombination(Qt.Key.Key_Space)],
    ],
    ids=["Ctrl+Return", "Tab, Space"],
)
def test_a_note_has_room_for_lines_and_is_left_by_keys(reading, window, qtbot, leave):
    QTest.keyClick(window.view, Qt.Key.Key_N)
    dialog = window.findChild(QInputDialog)
    field = dialog.findChild(QPlainTextEdit)
    qtbot.waitUntil(lambda: field.isVisible() and field.width() >= 400)
    QTest.keyClicks(field, "Seen in spring.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Grown since.")
    qtbot.waitUntil(dialog.isActiveWindow)
    for key in leave:
        QTest.keyClick(QApplication.focusWidget(), key.key(), key.keyboardModifiers())

    qtbot.waitUntil(lambda: window.image.row.reviewer_note == "Seen in spring.\nGrown since.", timeout=_SLOW)


def test_a_lesion_is_read_without_touching_the_mouse(reading, window, qtbot):
    path, panel = window.image.path, reading.panel
    assert not window.browser.isVisible()
    assert not window.batch_review.dock.isVisible()
    assert panel.result_box.isVisible()

    choose(window, qtbot, Qt.Key.Key_D, Qt.Key.Key_2)
    choose(window, qtbot, Qt.Key.Key_T, Qt.Key.Key_1)
    choose(window, qtbot, Qt.Key.Key_T, Qt.Key.Key_3)
    choose(window, qtbot, Qt.Key.Key_P, Qt.Key.Key_1)

    row = window.batch_review.table.session.saved.result(path)
    assert row.reviewer_label == "malignant"  # what the diagnosis means
    assert row.assessment.diagnosis == Diagnosis.MELANOMA
    assert row.assessment.tags == (Tag.BIOPSY, Tag.FOLLOW_UP)
    assert row.assessment.histology == Histology.NEVUS
    assert row.assessment.first_read is None  # the result was to be seen
    assert panel.value(panel.diagnosis) == "Melanoma"
    assert panel.value(panel.tags) == tags_text((Tag.BIOPSY, Tag.FOLLOW_UP))
    assert panel.agreement.figure("reviewer_histology").startswith("0 of 1: ")
    assert window.image.path == path  # a decision leaves the image where it is

    window.commands.copy.trigger()
    assert "Diagnosis: Melanoma\n" in QApplication.clipboard().text()
    assert "Histology: Nevus\n" in QApplication.clipboard().text()
    assert window.panel.facts.value("diagnosis") == "Melanoma"

    QTest.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.value(panel.histology) == ""
    QTest.keyClick(window.view, Qt.Key.Key_B)
    assert panel.decision.text() == "Benign"
    QTest.keyClick(window.view, Qt.Key.Key_J)
    assert window.image.path != path
    assert panel.decision.text() == "Not decided"
    assert panel.value(panel.diagnosis) == ""


def test_a_first_reader_sees_no_result_before_she_has_decided(reading, window, qtbot):
    panel = reading.panel
    window.commands.heatmap.setChecked(True)
    panel.hide_result.setChecked(True)
    QTest.keyClick(window.view, Qt.Key.Key_Right)
    is_read(window, qtbot)
    path = window.image.path
    assert panel.hidden.isVisible()
    assert not panel.revealed.isVisible()
    assert not panel.result_box.isVisible()
    assert not panel.agreement.isVisible()
    assert not window.view.heatmap_visible()

    QTest.keyClick(window.view, Qt.Key.Key_A)  # with what, while it is hidden?
    assert window.image.row.reviewer_label is None
    assert "hidden" in panel.notice.text()

    QTest.keyClick(window.view, Qt.Key.Key_M)
    assert panel.result_box.isVisible()
    assert panel.agreement.figure("first_read_model")
    QTest.keyClick(window.view, Qt.Key.Key_B)  # she has seen the result and thinks again
    row = window.batch_review.table.session.saved.result(path)
    assert (row.reviewer_label, row.assessment.first_read) == ("benign", "malignant")
    for _ in range(2):
        QTest.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.image.row.reviewer_label is None
    assert panel.result_box.isVisible()  # nothing makes it unseen
    QTest.keyClick(window.view, Qt.Key.Key_B)
    assert window.image.row.assessment.first_read == "malignant"

    QTest.keyClick(window.view, Qt.Key.Key_J)
    is_read(window, qtbot)
    assert panel.hidden.isVisible()
    window.batch_review.dock.show()  # the table has the number
    qtbot.waitUntil(panel.result_box.isVisible)
    QTest.keyClick(window.view, Qt.Key.Key_B)
    assert window.image.row.assessment.first_read is None


def test_what_was_on_the_screen_before_is_no_first_reading(reading, window, qtbot):
    panel, path = reading.panel, window.image.path
    panel.hide_result.click()
    assert panel.hidden.isVisible()
    assert panel.revealed.isVisible()

    QTest.keyClick(window.view, Qt.Key.Key_M)

    row = window.batch_review.table.session.saved.result(path)
    assert (row.reviewer_label, row.assessment.first_read) == ("malignant", None)


def test_no_command_tells_a_first_reader_the_result(reading, window, qtbot):
    QApplication.clipboard().setText("before")
    reading.panel.hide_result.setChecked(True)
    QTest.keyClick(window.view, Qt.Key.Key_Right)
    is_read(window, qtbot)
    copy = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    QTest.keyClick(window.view, *copy)
    assert QApplication.clipboard().text() == "before"
    QTest.keyClick(window.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    comparison = window.findChild(CompareWindow)
    qtbot.waitUntil(lambda: all(pane.view.has_image() for pane in comparison.side.panes), timeout=_SLOW)
    assert all("%" not in pane.result.text() for pane in comparison.side.panes)
    assert not any(pane.view.heatmap_visible() for pane in comparison.side.panes)

    is_active(window, qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_B)
    QTest.keyClick(window.view, *copy)
    assert "%" in QApplication.clipboard().text()


def test_disagreements_only_leads_from_one_to_the_next(reading, window, qtbot):
    table, panel = window.batch_review.table, reading.panel
    rows = table.model.rows.all_results()
    for row in rows[:2]:
        table.session.steps.decide([row.path], "benign" if row.label == "malignant" else "malignant")
    table.session.steps.decide([rows[2].path], "agree")

    qtbot.mouseClick(panel.only_disputed, Qt.MouseButton.LeftButton, pos=panel.only_disputed.rect().center() / 8)
    assert panel.only_disputed.isChecked()
    assert {row.path for row in table.model.rows.shown()} == {row.path for row in rows[:2]}
    seen = {window.image.path}
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(window.view, key)
        seen.add(window.image.path)
    assert seen == {row.path for row in rows[:2]}

    QTest.keyClick(window.view, Qt.Key.Key_F8)
    assert len(table.model.rows.shown()) == 3
    assert window.browser.isVisible()
    assert not panel.isVisible()


def test_reviewed_decisions_become_a_folder_in_two_clicks(reading, window, qtbot, tmp_path):
    QTest.keyClick(window.view, Qt.Key.Key_M)
    qtbot.mouseClick(reading.panel.folder_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(FolderDialog)
    qtbot.mouseClick(dialog.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.show_button.isVisible)
    made = tmp_path.with_name(f"{tmp_path.name}-labelled")
    assert [path.name for path in (made / "malignant").iterdir()] == [window.image.path.name]
    assert window.image.path.is_file()
    dialog.close()


def test_checklists_are_filled_in_by_key_and_kept(reading, window, qtbot):
    QTest.keyClick(window.view, Qt.Key.Key_C)
    dialog = window.findChild(ChecklistsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert (dialog.ticked(SevenPoint), dialog.ticked(Menzies)) == (None, None)  # whatever was proposed for this image
    dialog.boxes[SevenPoint.BLUE_WHITISH_VEIL].setChecked(False)
    for key in ("1", "4"):
        QTest.keyClicks(dialog, key)
    assert dialog.ticked(Menzies) is None  # passed over
    for box in list(dialog.boxes.values())[len(SevenPoint) :]:
        box.setChecked(False)
    QTest.keyClicks(dialog, "C")
    assert seven_point_text(dialog.ticked(SevenPoint)).startswith("3 ")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)

    known = window.image.row.assessment
    assert known.seven_point == (SevenPoint.ATYPICAL_NETWORK, SevenPoint.IRREGULAR_STREAKS)
    assert known.menzies == (Menzies.BLUE_WHITE_VEIL,)
    seven_points, menzies = reading.panel.value(reading.panel.checklists).split("\n")
    assert seven_points.startswith("7-point checklist – 3 ")
    assert menzies == "Menzies' method – suspicious"


def _checklists(window, qtbot):
    is_active(window, qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_C)
    dialog = window.findChild(ChecklistsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_proposals_are_there_each_time_and_ticked_until_their_list_is_filled_in(reading, window, qtbot):
    is_measured = lambda: window.image.measures is not None and window.image.measures.measures is not None  # noqa: E731
    qtbot.waitUntil(is_measured, timeout=_SLOW)
    dialog = _checklists(window, qtbot)
    marked = {criterion for criterion, box in dialog.boxes.items() if "proposed" in box.text()}
    proposed = marked & set(Menzies)
    assert proposed == {criterion for criterion in Menzies if dialog.boxes[criterion].isChecked()} != set()
    QTest.keyClicks(dialog, "1")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.image.row.assessment.menzies is None
    qtbot.waitUntil(lambda: window.findChild(ChecklistsDialog) is None)

    dialog = _checklists(window, qtbot)
    assert {criterion for criterion, box in dialog.boxes.items() if "proposed" in box.text()} == marked
    assert proposed == {criterion for criterion in Menzies if dialog.boxes[criterion].isChecked()}
    refused = sorted(proposed)[0]
    QTest.keyClicks(dialog, dialog.boxes[refused].text()[0])
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(ChecklistsDialog) is None)

    dialog = _checklists(window, qtbot)
    assert "proposed" in dialog.boxes[refused].text()
    assert not dialog.boxes[refused].isChecked()
    dialog.reject()


def test_a_lesion_has_not_one_colour_and_five(reading, window, qtbot):
    QTest.keyClick(window.view, Qt.Key.Key_C)
    dialog = window.findChild(ChecklistsDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    one, many = dialog.boxes[Menzies.ONE_COLOUR], dialog.boxes[Menzies.MANY_COLOURS]
    one.setChecked(False)
    many.setChecked(False)
    keys = {box: box.text()[0] for box in (one, many)}
    for box, other in ((one, many), (many, one), (one, many)):
        QTest.keyClicks(dialog, keys[box])
        assert box.isChecked()
        assert not other.isChecked()
    QTest.keyClicks(dialog, keys[one])
    assert not one.isChecked()
    assert not many.isChecked()
    dialog.reject()


def test_keys_of_the_mode_do_nothing_outside_it(reading, window):
    QTest.keyClick(window.view, Qt.Key.Key_F8)
    QTest.keyClick(window.view, Qt.Key.Key_D)
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(window.view, Qt.Key.Key_M)
    assert window.image.row.reviewer_label is None


def test_a_result_comes_with_its_warnings(reading, window, qtbot, tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (450, 600, 3), dtype=np.uint8)  # no skin at all
    Image.fromarray(noise).save(tmp_path / "noise.png")
    window.open([tmp_path / "noise.png"])
    qtbot.waitUntil(lambda: window.image.path == tmp_path / "noise.png")
    is_read(window, qtbot)
    panel = reading.panel
    assert window.image.prediction.prediction.warnings
    assert panel.warnings.isVisible()
    assert panel.warnings.text() == window.panel.warnings.text() != ""

    window.browser_controller.toggle.setChecked(False)  # it has the number
    panel.hide_result.setChecked(True)
    assert panel.hidden.isVisible()
    assert not panel.warnings.isVisible()


@pytest.mark.parametrize("kept", [None, 40], ids=["damaged", "unreadable"])
@pytest.mark.parametrize("hides", [False, True])
def test_a_file_that_gets_no_result_says_why_and_takes_no_decision(
    reading, window, qtbot, samples, tmp_path, kept, hides
):
    content = samples[2].read_bytes()
    path = tmp_path / "damaged.jpg"
    path.write_bytes(content[: kept or len(content) // 2])
    table, panel = window.batch_review.table, reading.panel
    window.batch_review.open([tmp_path], classify=True)
    qtbot.waitUntil(lambda: table.model.rows.total == 4 and not table.is_busy, timeout=_SLOW)
    window.open([path])
    qtbot.waitUntil(lambda: window.image.path == path and window.image.problem is not None, timeout=_SLOW)
    window.browser_controller.toggle.setChecked(False)
    panel.hide_result.setChecked(hides)

    assert panel.problem.isVisible()
    assert "damaged.jpg" in panel.problem.text()
    assert not panel.waiting.isVisible()
    assert not panel.hidden.isVisible()
    assert not panel.result_box.isVisible()
    bar = table.review_bar
    assert not any(action.isEnabled() for action in (*bar.decisions, *panel.actions_with_keys))

    window.sequence.go(1 if window.sequence.index == 0 else -1)
    is_read(window, qtbot)
    assert not panel.problem.isVisible()
    assert all(action.isEnabled() for action in (*bar.decisions, *panel.actions_with_keys))


def test_a_number_means_the_same_in_every_menu_and_0_none(reading, window, qtbot):
    panel = reading.panel
    for key, action in ((Qt.Key.Key_D, panel.diagnosis), (Qt.Key.Key_P, panel.histology)):
        choose(window, qtbot, key, Qt.Key.Key_7)
        assert panel.value(action) == "Vascular lesion"
        choose(window, qtbot, key, Qt.Key.Key_0)
        assert panel.value(action) == ""
    choose(window, qtbot, Qt.Key.Key_P, Qt.Key.Key_9)
    assert window.image.row.assessment.histology == Histology.OTHER_MALIGNANT

    choose(window, qtbot, Qt.Key.Key_D, Qt.Key.Key_7)
    QTest.keyClick(window.view, Qt.Key.Key_D)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_9)  # no entry
    menu.close()
    assert window.image.row.assessment.diagnosis == Diagnosis.VASCULAR


def test_a_notice_goes_once_something_is_recorded(reading, window, qtbot):
    panel = reading.panel
    panel.hide_result.setChecked(True)
    QTest.keyClick(window.view, Qt.Key.Key_A)
    assert "hidden" in panel.notice.text()
    choose(window, qtbot, Qt.Key.Key_D, Qt.Key.Key_2)
    assert panel.result_box.isVisible()
    assert panel.notice.text() == ""

    path = window.image.path
    QTest.keyClick(window.view, Qt.Key.Key_J)
    assert window.image.path != path
    is_read(window, qtbot)
    is_active(window, qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_A)
    assert "hidden" in panel.notice.text()
    QTest.keyClick(window.view, Qt.Key.Key_J)
    assert window.image.path != path
    assert panel.notice.text() == ""

    QTest.keyClick(window.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Undone" in panel.notice.text()  # said after the step, it stays


@pytest.mark.parametrize("name", ["hide_result", "only_disputed"])
def test_the_keys_go_on_after_a_click_on_a_check_box(reading, window, qtbot, name):
    table, panel = window.batch_review.table, reading.panel
    for row in table.model.rows.all_results():
        table.session.steps.decide([row.path], "benign" if row.label == "malignant" else "malignant")
    box = getattr(panel, name)
    place = QPoint(8, box.height() // 2)
    for on in (True, False):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)
        assert box.isChecked() == on
        path = window.image.path
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left)
        qtbot.waitUntil(lambda path=path: window.image.path != path)
        is_read(window, qtbot)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_P)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()
        is_active(window, qtbot)
