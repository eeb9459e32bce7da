"""The table driven as a reviewer does: real files, a real network, keys and clicks."""

import csv
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox

from skin_gui import paths
from skin_gui.review.assessment.terms import Histology
from skin_gui.review.store import SessionStore
from skin_gui.ui.review.batch_bar import BatchBar
from skin_gui.ui.review.export_dialog import ExportDialog
from skin_gui.ui.review.resume_banner import ResumeBanner
from skin_gui.ui.review.review_bar import KeyButton
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.review_table import ReviewTable
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.widgets.icons import icon
from skin_gui.workers.batch import BatchState, BatchWorker
from skin_gui.workers.inference import load_classifier, model_facts
from skin_gui.workers.prediction import PredictionWorker
from tools.samples.drawing import draw_lesion

pytestmark = pytest.mark.usefixtures("shipped_model")
_SLOW = 120_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five images and a file that is none, in a folder with a name from life."""
    images = tmp_path / "Müller 2024 images"
    images.mkdir()
    for number in range(5):
        pixels = draw_lesion(np.random.default_rng(number), "malignant" if number % 2 else "benign", size=96)
        Image.fromarray(pixels).save(images / f"img{number + 1}.png")
        os.utime(images / f"img{number + 1}.png", (1e9, 1e9))
    (images / "img9.jpg").write_text("no image", encoding="utf-8")
    return images


@pytest.fixture
def build_table(qtbot):
    tables = []

    def build() -> ReviewTable:
        image = OpenImage(ImageSequence(), PredictionWorker())
        table = ReviewTable(image)
        qtbot.addWidget(table)
        # The window shows it, and no test here waits for that.
        table.row_selected.connect(lambda path: show(table, path))
        table.resize(1240, 420)
        with qtbot.waitExposed(table):
            table.show()
        tables.append(table)
        return table

    yield build
    for table in tables:
        table.stop()


@pytest.fixture
def table(build_table, folder, qtbot) -> ReviewTable:
    """A table with the folder opened, nothing classified."""
    built = build_table()
    built.session.open([folder])
    qtbot.waitUntil(lambda: built.session.phase == SessionPhase.READY, timeout=_SLOW)
    return built


def look_at(table, path) -> None:
    """Have an image open that has not been painted yet."""
    table.image.sequence.follow([path], 0)


def show(table, path) -> None:
    look_at(table, path)
    table.image.set_painted(path)


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def classify(qtbot, table) -> None:
    click(qtbot, table.batch_bar.classify_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=_SLOW)


def click_row(qtbot, table, path) -> None:
    index = table.model.index(table.model.rows.row_of(path), Column.FILE)
    table.view.scrollTo(index)
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=table.view.visualRect(index).center())


def names(table) -> list[str]:
    return [row.file for row in table.model.rows.shown()]


def label_of(table, name: str) -> str | None:
    return next(row.reviewer_label for row in table.model.rows.all_results() if row.file == name)


def test_a_batch_of_another_camera_is_doubted_once_until_dismissed(build_table, folder, qtbot):
    # The same lesion many times: a model that calls one malignant, or benign, calls all so.
    for number in range(6, 36):
        (folder / f"img{number}.png").write_bytes((folder / "img1.png").read_bytes())
    for name in ("img2.png", "img4.png"):
        (folder / name).unlink()
    table = build_table()
    table.session.open([folder])
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=_SLOW)
    assert not table.camera.isVisible()
    classify(qtbot, table)
    assert table.camera.isVisible()
    assert "do not seem to hold for this camera" in table.camera.message.text()
    assert "Settings, Calibrate" in table.camera.message.text()

    click(qtbot, table.camera.dismiss_button)
    assert not table.camera.isVisible()
    table.view.select_path(folder / "img1.png")
    qtbot.keyClick(table.view, Qt.Key.Key_B)
    assert not table.camera.isVisible()

    # Classifying the failed file again is a batch of its own.
    click(qtbot, table.batch_bar.retry_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.RUNNING or table.camera.isVisible(), timeout=_SLOW)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.FINISHED, timeout=_SLOW)
    assert table.camera.isVisible()


def test_a_small_batch_is_not_doubted(table, qtbot):
    classify(qtbot, table)
    assert not table.camera.isVisible()


def test_a_folder_is_classified_reviewed_by_keyboard_undone_and_exported(table, folder, qtbot, tmp_path):
    assert "6 images" in table.batch_bar.status.full_text()
    classify(qtbot, table)
    assert names(table) == ["img1.png", "img2.png", "img3.png", "img4.png", "img5.png", "img9.jpg"]
    assert table.batch_bar.retry_button.isVisible()
    assert table.summary.failed.text().startswith("1")

    view = table.view
    seen = []
    table.row_selected.connect(seen.append)
    view.setFocus()
    view.select_path(folder / "img1.png")
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert label_of(table, "img1.png") == table.model.rows.result(folder / "img1.png").label
    assert view.current_path == folder / "img2.png"
    for key in (Qt.Key.Key_B, Qt.Key.Key_M, Qt.Key.Key_U):
        qtbot.keyClick(view, key)
    assert [label_of(table, f"img{n}.png") for n in (2, 3, 4)] == ["benign", "malignant", "unsure"]
    assert seen == [folder / f"img{n}.png" for n in (1, 2, 3, 4, 5)]

    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert label_of(table, "img4.png") is None
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert label_of(table, "img4.png") == "unsure"

    view.select_path(folder / "img5.png")
    qtbot.keyClick(view, Qt.Key.Key_N)
    editor = view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Bam, hairs")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.model.rows.result(folder / "img5.png").reviewer_note == "Bam, hairs")
    assert label_of(table, "img5.png") is None

    view.select_path(folder / "img1.png")
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert view.current_path == folder / "img5.png"
    assert "of 3" in table.summary.agreement.text()

    target = tmp_path / "out.csv"
    click(qtbot, table.batch_bar.export_button)
    dialog = table.findChild(ExportDialog)
    dialog.target.field.setText(str(target))
    with qtbot.waitSignal(dialog.exported, timeout=_SLOW):
        click(qtbot, dialog.export_button)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["file"] for row in rows] == names(table)
    assert rows[4]["reviewer_note"] == "Bam, hairs"


def test_what_a_batch_told_before_the_session_was_closed_comes_to_nothing(table, qtbot):
    click(qtbot, table.batch_bar.classify_button)
    assert table.session.findChild(BatchWorker).wait(_SLOW)  # its rows and its end are told and not heard yet

    table.session.close()
    qtbot.wait(50)

    assert table.model.rows.total == 0
    assert table.session.phase == SessionPhase.CLOSED


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


def test_the_threshold_labels_at_once_is_marked_and_comes_back(table, folder, qtbot, build_table):
    classify(qtbot, table)
    default = table.threshold.effective
    assert default == pytest.approx(0.4)
    assert table.threshold.slider.mark == pytest.approx(0.4)
    assert table.threshold.origin.full_text() == "of the model"
    table.threshold.slider.setFocus()
    qtbot.keyClick(table.threshold.slider, Qt.Key.Key_Home)
    assert table.threshold.origin.full_text() == "chosen here"
    assert table.model.rows.summary().malignant == 5
    assert table.view.model().index(0, Column.LABEL).data() == "Malignant"

    table.view.select_path(folder / "img1.png")
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_A)
    assert label_of(table, "img1.png") == "malignant"

    table.stop()
    again = build_table()
    again.session.open([folder])
    qtbot.waitUntil(lambda: again.session.phase == SessionPhase.READY, timeout=_SLOW)
    assert again.threshold.effective == 0.0
    click(qtbot, again.threshold.reset_button)
    assert again.threshold.effective == pytest.approx(0.4)


def test_filters_and_counts_show_the_rows_behind_them(table, folder, qtbot):
    classify(qtbot, table)
    click(qtbot, table.summary.failed)
    assert names(table) == ["img9.jpg"]
    assert table.filters.count.text() == "1 of 6 shown"
    click(qtbot, table.filters.clear_button)
    assert len(names(table)) == 6
    table.focus_filter()
    assert QApplication.focusWidget() is table.filters.text
    qtbot.keyClicks(table.filters.text, "img3")
    qtbot.waitUntil(lambda: names(table) == ["img3.png"])
    table.filters.set_filter(ResultFilter(text="nothing like it"))
    assert table.pages.currentWidget() is table.empty


def test_a_decision_takes_the_row_out_of_the_unreviewed_and_the_keyboard_goes_on(table, folder, qtbot):
    classify(qtbot, table)
    table.filters.set_filter(ResultFilter(review="unreviewed"))
    table.view.select_path(folder / "img2.png")
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_U)
    assert names(table) == ["img1.png", "img3.png", "img4.png", "img5.png"]
    assert table.view.current_path == folder / "img3.png"


def test_cancel_leaves_a_usable_table_and_continue_does_the_rest(table, folder, qtbot):
    click(qtbot, table.batch_bar.classify_button)
    qtbot.waitUntil(lambda: table.model.rows.total >= 1, timeout=_SLOW)
    assert not table.batch_bar.classify_button.isVisible()
    click(qtbot, table.batch_bar.cancel_button)
    qtbot.waitUntil(lambda: not table.is_busy, timeout=_SLOW)
    done = table.model.rows.total
    if table.session.phase == SessionPhase.CANCELLED:
        assert table.batch_bar.status.full_text().startswith("Cancelled")
        assert table.batch_bar.classify_button.text() == "Continue"
    assert SessionStore().unfinished() == []  # the user wanted no more of it
    assert done == len(names(table))
    classify(qtbot, table)
    assert table.model.rows.total == 6


def test_a_pause_shows_as_asked_for_until_the_batch_stands_still(qtbot):
    bar = BatchBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.set_phase(SessionPhase.RUNNING)
    bar.show_state(BatchState(60, 3, 0, 2.0, 28.5))
    click(qtbot, bar.pause_button)
    bar.show_state(BatchState(60, 4, 0, 2.0, 28.0))  # a file that was in hand
    bar.show_counts(60, 4, 0)
    assert bar.status.full_text() == "Pausing…"
    assert not bar.pause_button.isEnabled()
    assert bar.cancel_button.isEnabled()

    bar.set_phase(SessionPhase.PAUSED)
    assert "paused" in bar.status.full_text()
    with qtbot.waitSignal(bar.resume):
        click(qtbot, bar.pause_button)
    bar.set_phase(SessionPhase.RUNNING)
    assert bar.status.full_text().startswith("4 of 60")
    assert bar.pause_button.isEnabled()


def test_failed_rows_are_retried_alone(table, folder, qtbot):
    classify(qtbot, table)
    (folder / "img9.jpg").write_bytes((folder / "img1.png").read_bytes())
    click(qtbot, table.batch_bar.retry_button)
    qtbot.waitUntil(lambda: not table.model.rows.failed_paths() and not table.is_busy, timeout=_SLOW)
    assert not table.batch_bar.retry_button.isVisible()


def test_closed_while_busy_the_next_start_offers_to_continue(table, folder, qtbot, build_table):
    click(qtbot, table.batch_bar.classify_button)
    qtbot.waitUntil(lambda: table.model.rows.total >= 1, timeout=_SLOW)
    table.stop()

    banner = ResumeBanner()
    qtbot.addWidget(banner)
    banner.looked.connect(banner.offer)
    banner.check()
    qtbot.waitUntil(lambda: not banner.isHidden(), timeout=_SLOW)
    assert folder.name in banner.text.text()
    with qtbot.waitSignal(banner.accepted) as accepted:
        click(qtbot, banner.continue_button)
    banner.stop()
    assert accepted.args == [[folder], False]

    again = build_table()
    again.session.open(*accepted.args[:1], recursive=accepted.args[1], classify=True)
    qtbot.waitUntil(lambda: again.session.phase == SessionPhase.FINISHED, timeout=_SLOW)
    assert again.model.rows.total == 6
    assert SessionStore().unfinished() == []


def test_rows_of_another_model_are_classified_again_with_their_decisions_kept(
    table, folder, qtbot, make_model, monkeypatch, tmp_path
):
    classify(qtbot, table)
    table.set_model(table._facts)
    assert not table.other_models.isVisible()
    table.session.steps.decide([folder / "img1.png"], "unsure")
    before = table.model.rows.result(folder / "img1.png")
    other = make_model(tmp_path / "other", "Skin GUI test", seed=5, validated=True)
    monkeypatch.setattr(paths, "shipped_model", lambda: other)

    table.set_model(model_facts(load_classifier(None)))
    assert table.other_models.message.text() == (
        "These results, marked *, are of the model Skin GUI test (another of that name). In use is Skin GUI test."
    )
    shown = table.model.index(table.model.rows.row_of(before.path), Column.PROBABILITY)
    assert shown.data().endswith("% *")
    assert before.model in shown.data(Qt.ItemDataRole.ToolTipRole)
    classify(qtbot, table)
    assert table.model.rows.result(folder / "img1.png") == before  # done is done, whichever model made it

    click(qtbot, table.other_models.button)
    qtbot.waitUntil(lambda: table.is_busy, timeout=_SLOW)
    assert not table.other_models.button.isEnabled()
    qtbot.waitUntil(lambda: not table.is_busy, timeout=_SLOW)
    after = table.model.rows.result(folder / "img1.png")
    assert after.reviewer_label == "unsure"
    assert after.probability != before.probability
    assert not table.other_models.isVisible()
    assert "*" not in shown.data()


def test_sub_folders_stay_chosen_for_the_folder(table, folder, qtbot, build_table):
    click(qtbot, table.batch_bar.recursive_button)
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=_SLOW)
    table.stop()

    again = build_table()
    again.session.open([folder], recursive=False)
    qtbot.waitUntil(lambda: again.session.phase == SessionPhase.READY, timeout=_SLOW)
    assert again.session.recursive
    assert again.batch_bar.recursive_button.isChecked()


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


def test_an_image_by_a_model_that_nobody_has_checked_is_marked(table, folder, qtbot, make_model, monkeypatch, tmp_path):
    other = make_model(tmp_path / "other", "Mine", seed=5, validated=False)
    monkeypatch.setattr(paths, "shipped_model", lambda: other)
    classify(qtbot, table)

    index = table.view.model().index(0, Column.WARNINGS)
    assert not table.view.isColumnHidden(Column.WARNINGS)
    assert "model not validated" in index.data()
    assert "By a model that is not validated" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_columns_are_hidden_and_stay_hidden(table, build_table):
    menu = table.view.columns.menu()
    next(action for action in menu.actions() if action.text() == "Warnings").trigger()
    assert table.view.isColumnHidden(Column.WARNINGS)
    table.stop()
    assert build_table().view.isColumnHidden(Column.WARNINGS)


def show_column(table, title: str) -> None:
    next(action for action in table.view.columns.menu().actions() if action.text() == title).trigger()


def test_measures_are_made_once_their_column_is_shown_sorted_exported_and_kept(
    table, folder, qtbot, build_table, tmp_path
):
    classify(qtbot, table)
    assert table.model.rows.measured == {}

    show_column(table, "Dermoscopy score")
    qtbot.waitUntil(lambda: len(table.model.rows.measured) == 5, timeout=_SLOW)
    found = {path.name: measured for path, measured in table.model.rows.measured.items()}
    assert set(found) == {f"img{number}.png" for number in range(1, 6)}  # no failed file
    scores = {name: measured.score.value for name, measured in found.items() if measured.score}
    assert scores

    table.view.sortByColumn(Column.SCORE, Qt.SortOrder.DescendingOrder)
    shown = [scores[name] for name in names(table) if name in scores]
    assert shown == sorted(scores.values(), reverse=True)
    index = table.model.index(0, Column.SCORE)
    assert index.data() == f"{shown[0]:.2f}"
    assert "No part of the probability" in index.data(Qt.ItemDataRole.ToolTipRole)

    table.export()
    dialog = table.findChild(ExportDialog)
    target = tmp_path / "results.csv"
    assert dialog.measures.isVisible()
    dialog.target.field.setText(str(target))
    with qtbot.waitSignal(dialog.exported, timeout=_SLOW):
        click(qtbot, dialog.export_button)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["file"]: row for row in csv.DictReader(stream)}
    assert {name: float(rows[name]["measured_tds"]) for name in scores} == scores
    assert rows["img9.jpg"]["measured_tds"] == ""

    table.stop()
    again = build_table()
    again.session.open([folder])
    qtbot.waitUntil(lambda: again.model.rows.measured == table.model.rows.measured, timeout=_SLOW)


def test_a_batch_measures_nothing_that_nobody_wants_to_see(table, qtbot):
    show_column(table, "Border (B)")
    show_column(table, "Border (B)")
    classify(qtbot, table)
    qtbot.waitUntil(lambda: not table.measures._runner.is_busy, timeout=_SLOW)
    assert table.session.saved.measurements.all() == {}


def test_long_names_that_differ_in_their_ends_look_different(build_table, folder, qtbot):
    for file in folder.iterdir():
        file.rename(folder / f"{'Unterarm links dorsal ' * 8}{file.name}")
    table = build_table()
    table.session.open([folder])
    qtbot.waitUntil(lambda: table.session.phase == SessionPhase.READY, timeout=_SLOW)
    classify(qtbot, table)
    table.view.clearSelection()
    table.view.setColumnWidth(Column.FILE, 200)
    cells = [table.view.visualRect(table.model.index(row, Column.FILE)) for row in (1, 2)]
    one, another = (table.view.viewport().grab(cell).toImage() for cell in cells)
    assert one != another


def test_every_control_has_a_name_and_fits_right_to_left(table, qtbot):
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.wait(10)
    assert table.summary.mapTo(table, QPoint(0, 0)).x() < table.view.mapTo(table, QPoint(0, 0)).x()
    for widget in table.findChildren(QLineEdit):
        if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit":
            assert widget.accessibleName()


def test_warnings_stay_in_sight_once_images_are_grouped(table):
    view = table.view
    view.columns.show_groups()
    columns = view.horizontalHeader()
    for column in (Column.PATIENT, Column.LESION, Column.LABEL, Column.PROBABILITY, Column.WARNINGS):
        assert columns.sectionViewportPosition(column) + columns.sectionSize(column) <= table.pages.width()


def test_no_word_of_the_bars_is_cut_while_others_have_room(table):
    search = table.filters.text
    bar, advance = table.review_bar, table.review_bar.advance
    for width in range(table.minimumSizeHint().width(), 1500, 60):
        table.resize(width, 420)
        QApplication.processEvents()
        assert search.width() >= search.fontMetrics().horizontalAdvance(search.placeholderText()) + 40
        if any(button.spared for button in bar.findChildren(KeyButton)):
            assert advance.width() >= advance.sizeHint().width()
    caption = next(label for label in table.findChildren(QLabel) if label.text() == "Operating point")
    assert caption.height() < 1.5 * caption.fontMetrics().height()


def test_headings_leave_room_for_themselves_and_the_arrow(table):
    columns = table.view.horizontalHeader()
    for column in Column:
        table.view.setColumnHidden(column, False)
        needed = columns.fontMetrics().horizontalAdvance(column.spec.title())
        assert columns.sectionSize(column) >= needed
