"""The batch review in the window: one image for table, browser and stage."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import OPERATING_POINT, THRESHOLD
from skin_gui.review.store import SessionStore
from skin_gui.training.data.images_seen import Unseen
from skin_gui.training.plan import HeldOutFrom
from skin_gui.training.reports.model_comparison import ComparedImage, compare
from skin_gui.training.run.events import TrainingOutcome
from skin_gui.ui.browser.browser_model import Role
from skin_gui.ui.browser.browser_state import Review
from skin_gui.ui.review.export_dialog import ExportDialog
from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.texts import formats
from skin_gui.ui.widgets.window_state import add_recent
from skin_gui.wording.training import ComparisonFact
from tests.ui.window.steps import SLOW, click_row, click_thumbnail, look_at, shown


def test_a_row_of_a_sub_folder_is_shown_and_keeps_the_keyboard(classified, qtbot, samples, tmp_path):
    table, inner = classified.batch_review.table, tmp_path / "sub" / samples[1].name

    click_row(table, inner)
    qtbot.waitUntil(lambda: shown(classified, inner), timeout=SLOW)
    assert table.view.hasFocus()

    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert classified.view.hasFocus()


def test_files_named_alike_are_told_apart_everywhere(window, qtbot, samples, tmp_path):
    files = [tmp_path / name / "1.jpg" for name in ("anna", "ben")]
    for sample, file in zip(samples, files, strict=False):
        file.parent.mkdir()
        shutil.copy(sample, file)
    window.open([tmp_path])
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=SLOW)
    table = window.batch_review.table
    window.batch_review.dock.show()
    qtbot.waitUntil(table.batch_bar.recursive_button.isEnabled, timeout=SLOW)
    qtbot.mouseClick(table.batch_bar.recursive_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(window, files[0]), timeout=SLOW)
    assert window.panel.file_name.toolTip() == "anna/1.jpg"
    assert [window.browser.model.index(row).data() for row in range(2)] == ["anna/1.jpg", "ben/1.jpg"]

    qtbot.mouseClick(window.panel.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("File: anna/1.jpg\n")
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=SLOW)
    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model.rows.total == 2 and not table.is_busy, timeout=SLOW)
    assert {table.model.index(row, Column.FILE).data() for row in range(2)} == {"anna/1.jpg", "ben/1.jpg"}

    QTest.keyClicks(table.filters.text, "ben/")
    qtbot.waitUntil(lambda: [row.path for row in table.model.rows.shown()] == files[1:])
    click_row(table, files[1])
    qtbot.waitUntil(lambda: shown(window, files[1]), timeout=SLOW)
    assert window.windowTitle().startswith("ben/1.jpg")


def test_browser_and_table_have_one_state_of_sub_folders_and_keep_it(classified, qtbot, samples, tmp_path):
    browser, table, inner = classified.browser, classified.batch_review.table, tmp_path / "sub" / samples[1].name
    # Chosen in the table, shown in the browser.
    qtbot.waitUntil(lambda: browser.model.listing.row(inner) >= 0, timeout=SLOW)
    assert browser.recursive

    classified.open([samples[3]])
    qtbot.waitUntil(lambda: table.session.roots == (samples[3].parent,), timeout=SLOW)
    classified.open([tmp_path])
    qtbot.waitUntil(lambda: browser.model.listing.row(inner) >= 0, timeout=SLOW)  # remembered when opened again
    qtbot.waitUntil(browser.header.recursive.isEnabled, timeout=SLOW)
    assert browser.recursive
    assert table.session.recursive

    qtbot.mouseClick(browser.header.recursive, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not table.session.recursive and not table.batch_bar.recursive_button.isChecked())
    qtbot.waitUntil(lambda: browser.model.listing.row(inner) < 0, timeout=SLOW)


def test_a_folder_without_images_of_its_own_leaves_nothing_of_the_folder_before(classified, qtbot, samples, tmp_path):
    look_at(classified, qtbot, tmp_path / samples[0].name)
    outer = tmp_path / "outer"
    (outer / "inner").mkdir(parents=True)
    shutil.copy(samples[2], outer / "inner")

    classified.open([outer])

    assert classified.panel.predicted is None
    assert not classified.view.has_image()
    qtbot.waitUntil(lambda: classified.central.currentWidget() is classified.error_page, timeout=SLOW)
    assert "Sub-folders" in classified.error_page.text.text()
    assert classified.sequence.current is None
    assert classified.windowTitle() == "Skin GUI"
    qtbot.mouseClick(classified.browser.header.recursive, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(classified, outer / "inner" / samples[2].name), timeout=SLOW)


def test_sub_folders_asked_for_while_the_folder_opens_are_shown(classified, qtbot, samples, tmp_path):
    outer = tmp_path / "outer"
    (outer / "inner").mkdir(parents=True)
    shutil.copy(samples[2], outer / "inner")

    classified.open([outer])
    assert classified.batch_review.table.session.phase == SessionPhase.OPENING
    qtbot.mouseClick(classified.browser.header.recursive, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: shown(classified, outer / "inner" / samples[2].name), timeout=SLOW)
    qtbot.waitUntil(lambda: classified.batch_review.table.session.phase == SessionPhase.READY, timeout=SLOW)
    assert classified.batch_review.table.session.recursive
    assert classified.browser.recursive


def test_a_recent_folder_of_the_browser_opens_in_the_table_too(classified, qtbot, samples, tmp_path):
    other = tmp_path.parent / "another"
    other.mkdir()
    shutil.copy(samples[2], other)

    add_recent(other)

    recent = classified.browser.header.recent
    QTimer.singleShot(100, lambda: QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Down))
    QTimer.singleShot(150, lambda: QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return))
    qtbot.mouseClick(recent, Qt.MouseButton.LeftButton)  # it returns when its menu closes

    qtbot.waitUntil(lambda: classified.batch_review.table.session.roots == (other,), timeout=SLOW)
    qtbot.waitUntil(lambda: shown(classified, other / samples[2].name), timeout=SLOW)


def compared(images):
    fair = Unseen(True, ComparisonFact.NEW_TO_BOTH())
    part = HeldOutFrom.PART_OF_FOLDERS
    return compare(images, names=("Mine", "Skin GUI"), thresholds=(0.5, 0.5), held_out=part, unseen=fair)


def test_an_image_from_a_comparison_brings_its_folder_into_the_table_which_names_it(
    classified, qtbot, samples, tmp_path
):
    batch_review = classified.batch_review
    assert batch_review.dock.windowTitle().endswith(tmp_path.name)
    other = tmp_path.parent / "compared"
    other.mkdir()
    shutil.copy(samples[2], other)

    training = classified.preferences.training
    judged = [ComparedImage(other / samples[2].name, "malignant", 0.9, 0.1), ComparedImage(samples[3], "benign", 0, 0)]
    training.retraining.outcome = TrainingOutcome("Mine", other, False, compared(judged), 3, 10, {})
    training.compare()

    apart = training.comparison_view.disagreements
    qtbot.waitUntil(training.comparison_view.isActiveWindow)
    assert training.comparison_view.windowType() == Qt.WindowType.Window  # a dialog stays before the image
    QTest.mouseClick(apart.viewport(), Qt.MouseButton.LeftButton, pos=apart.visualItemRect(apart.item(0)).center())

    qtbot.waitUntil(lambda: batch_review.table.session.roots == (other,), timeout=SLOW)
    qtbot.waitUntil(lambda: shown(classified, other / samples[2].name), timeout=SLOW)
    assert batch_review.dock.windowTitle() == "Batch Review – compared"
    assert batch_review.dock.toggleViewAction().text() == "Batch Review"
    qtbot.waitUntil(classified.isActiveWindow)


def test_nothing_of_the_former_image_stands_under_the_name_of_the_next(classified, qtbot, samples, tmp_path):
    panel, first, second = classified.panel, tmp_path / samples[7].name, tmp_path / samples[0].name
    look_at(classified, qtbot, first)
    classified.view.setFocus()
    QTest.keyClick(classified.view, Qt.Key.Key_H)
    assert classified.view.heatmap_visible() == (panel.predicted.heatmap is not None)
    former = {panel.result_box.figure.text(), panel.result_box.label.text(), panel.result_box.sentence.text()}
    height = panel.result_box.height()

    click_thumbnail(classified, second)

    assert second.stem in panel.file_name.text().replace("\u200b", "")
    assert not former & {
        panel.result_box.figure.text(),
        panel.result_box.label.text(),
        panel.result_box.sentence.text(),
    }
    assert not panel.facts.isVisible()
    assert not panel.copy_button.isEnabled()
    assert panel.predicted is None
    assert not classified.view.heatmap_visible()
    assert panel.result_box.minimumHeight() == height  # nothing jumps
    qtbot.waitUntil(lambda: shown(classified, second), timeout=SLOW)
    assert classified.view.path == second
    assert panel.result_box.minimumHeight() == 0


def test_the_former_image_leaves_the_screen_when_the_next_is_slow(classified, qtbot, samples, tmp_path):
    first, second = tmp_path / samples[0].name, tmp_path / samples[7].name
    look_at(classified, qtbot, first)
    classified.worker.stop()  # what is asked for takes for ever

    click_thumbnail(classified, second)

    qtbot.waitUntil(lambda: not classified.view.has_image(), timeout=SLOW)
    assert second.stem in classified.panel.file_name.text().replace("\u200b", "")


def test_browser_and_table_follow_each_other(classified, qtbot, samples, tmp_path):
    outer = tmp_path / samples[7].name

    click_thumbnail(classified, outer)
    qtbot.waitUntil(lambda: shown(classified, outer), timeout=SLOW)

    assert classified.batch_review.table.view.current_path == outer


def test_the_sentence_on_a_hundred_lesions_follows_the_slider_while_it_moves(classified, qtbot, samples, tmp_path):
    look_at(classified, qtbot, tmp_path / samples[0].name)
    slider, panel = classified.batch_review.table.threshold.slider, classified.panel
    curve = panel.predicted.model.curve
    said = []

    slider.setFocus()
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
        point = curve.at(slider.value() / slider.maximum())
        said.append(panel.result_box.expectation.text())
        assert f"finds {round(100 * point.sensitivity)} of 100 malignant" in said[-1]
        assert f"flags {round(100 * (1 - point.specificity))} of 100 benign" in said[-1]
    assert len(set(said)) == 3


def test_moving_the_threshold_changes_the_badges_of_the_browser(classified, qtbot, samples, tmp_path):
    table, model = classified.batch_review.table, classified.browser.model
    name = str(tmp_path / samples[0].name)

    for percent, label in ((0.0, "malignant"), (100.0, "benign")):
        table.threshold.spin.setValue(percent)
        qtbot.waitUntil(lambda label=label: model.listing.state(name).label == label, timeout=SLOW)


@pytest.mark.parametrize("how", ["again", "after another folder was looked at", "by one of its images"])
def test_a_folder_that_is_opened_again_has_its_badges(classified, qtbot, samples, tmp_path, how):
    table, model = classified.batch_review.table, classified.browser.model
    files = [tmp_path / samples[index].name for index in (0, 7)]
    table.view.select_path(files[0])
    table.session.steps.decide([files[0]], "malignant")
    qtbot.waitUntil(lambda: model.listing.state(files[0]).reviewer_label == "malignant", timeout=SLOW)

    if how == "after another folder was looked at":
        classified.sequence.open([samples[3]])
        qtbot.waitUntil(lambda: shown(classified, samples[3]), timeout=SLOW)
    classified.open([files[1] if how == "by one of its images" else tmp_path])

    qtbot.waitUntil(lambda: all(model.listing.row(file) >= 0 for file in files), timeout=SLOW)
    assert [model.listing.state(file).probability is None for file in files] == [False, False]
    assert model.listing.state(files[0]).reviewer_label == "malignant"


@pytest.fixture
def running(window, qtbot, samples, tmp_path):
    """The window with a batch of many images under way."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        shutil.copy(samples[number % 8], folder / f"{number}.jpg")
    window.open([folder])
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=SLOW)
    window.batch_review.dock.show()
    table = window.batch_review.table
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=SLOW)
    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model.rows.total >= 1, timeout=SLOW)
    return window


def test_an_image_opened_during_a_batch_is_shown_and_the_batch_goes_on(running, qtbot, samples):
    table = running.batch_review.table
    roots = table.session.roots

    running.open([samples[2]])
    qtbot.waitUntil(lambda: shown(running, samples[2]), timeout=SLOW)

    assert table.is_busy
    assert table.session.roots == roots
    before = table.model.rows.total
    qtbot.waitUntil(lambda: table.model.rows.total > before, timeout=SLOW)


@pytest.mark.parametrize(("button", "stops"), [("Keep Classifying", False), ("Stop and Open", True)])
def test_another_folder_opened_during_a_batch_is_asked_about(running, qtbot, tmp_path, samples, button, stops):
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(samples[0], other)
    table = running.batch_review.table

    running.open([other])
    box = running.findChild(QMessageBox)
    assert "other" in box.text()
    assert table.is_busy
    qtbot.mouseClick(next(one for one in box.buttons() if one.text() == button), Qt.MouseButton.LeftButton)

    if stops:
        qtbot.waitUntil(lambda: table.session.roots == (other,), timeout=SLOW)
        qtbot.waitUntil(lambda: running.browser.folder == other, timeout=SLOW)
        assert SessionStore().unfinished() == []
    else:
        assert table.is_busy
        assert running.browser.folder == tmp_path / "many"


def test_an_image_that_is_only_shown_leaves_the_session_and_takes_no_decision(classified, qtbot, tmp_path, samples):
    table = classified.batch_review.table
    table.view.select_path(tmp_path / samples[0].name)
    classified.sequence.open([samples[3]])
    qtbot.waitUntil(lambda: shown(classified, samples[3]), timeout=SLOW)

    assert table.session.roots == (tmp_path,)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_B)
    assert table.model.rows.summary().reviewed == 0


def test_what_is_undone_from_the_menu_is_told_where_the_table_is_not_to_be_seen(classified, qtbot, tmp_path, samples):
    table, path = classified.batch_review.table, tmp_path / samples[7].name
    look_at(classified, qtbot, path)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_U)
    assert table.model.rows.result(path).reviewer_label == "unsure"
    classified.batch_review.dock.hide()
    look_at(classified, qtbot, tmp_path / samples[0].name)

    menu = classified.menus.edit
    menu.popup(classified.mapToGlobal(classified.rect().center()))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(table.review_bar.undo).center())

    said = classified.statusBar().currentMessage()
    assert said == f"Undone: Unsure, {table.model.rows.name(path)}, now: not reviewed"
    qtbot.waitUntil(lambda: shown(classified, path), timeout=SLOW)


def test_results_are_exported_from_the_file_menu(classified, qtbot):
    commands, table = classified.commands, classified.batch_review.table
    assert commands.export.isEnabled()
    assert not commands.classify_again.isEnabled()

    commands.report.trigger()
    dialog = table.findChild(ExportDialog)
    assert dialog.kind_buttons["report"].isChecked()
    dialog.close()
    classified.preferences.sessions_cleared.emit()
    assert not commands.export.isEnabled()


def test_the_file_menu_offers_to_classify_again_once_another_model_is_in_use(classified, qtbot):
    command, worker = classified.commands.classify_again, classified.worker
    own = classified.image.model
    worker.model_loaded.emit(replace(own, model_id="another"))
    assert command.isEnabled()
    assert classified.batch_review.table.other_models.isVisibleTo(classified.batch_review.table)
    worker.model_loaded.emit(own)
    assert not command.isEnabled()


def test_thumbnails_mark_the_results_of_another_model_as_the_table_does(classified, qtbot, tmp_path, samples):
    table, browser, worker = classified.batch_review.table, classified.browser, classified.worker
    path, own = tmp_path / samples[7].name, classified.image.model
    row, index = table.model.rows.row_of(path), browser.model.index(browser.model.listing.row(path))
    tip = Qt.ItemDataRole.ToolTipRole

    def tile():
        return browser.view.viewport().grab(browser.view.visualRect(index)).toImage()

    qtbot.waitUntil(lambda: browser.view.visualRect(index).isValid())
    plain, text = tile(), index.data(tip)
    worker.model_loaded.emit(replace(own, model_id="another", name=f"{own.name} (int8)"))
    said = table.model.index(row, Column.PROBABILITY).data(tip)
    assert own.name in said
    assert said in index.data(tip).split("\n")
    assert tile() != plain
    look_at(classified, qtbot, path)  # the table's row counts there, whatever the other model says
    assert said in index.data(tip).split("\n")

    worker.model_loaded.emit(own)
    assert index.data(tip) == text


def test_a_thumbnail_that_was_only_looked_at_is_marked_once_another_model_is_in_use(window, qtbot, samples):
    window.open([samples[0]])
    qtbot.waitUntil(lambda: shown(window, samples[0]), timeout=SLOW)
    model, own = window.browser.model, window.image.model
    qtbot.waitUntil(lambda: model.listing.row(samples[0]) >= 0, timeout=SLOW)
    index = model.index(model.listing.row(samples[0]))
    assert not index.data(Role.BY_OTHER)

    window.worker.model_loaded.emit(replace(own, model_id="another", name="Another"))

    assert index.data(Role.BY_OTHER)
    assert own.name in index.data(Qt.ItemDataRole.ToolTipRole)


def test_clearing_the_sessions_leaves_an_empty_table_that_can_begin_again(classified, qtbot, tmp_path, samples):
    table, states = classified.batch_review.table, classified.browser.model
    marked = tmp_path / samples[0].name
    table.session.steps.decide([marked], "unsure")
    assert states.listing.state(marked).review == Review.UNSURE

    classified.preferences.sessions_cleared.emit()

    assert table.model.rows.total == 0
    assert all(states.listing.state(path).label is None for path in states.listing.paths)
    assert states.listing.state(marked).review == Review.NONE
    classified.open([tmp_path])
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=SLOW)


def turn(window, path):
    """Move the table's operating point to where an image has the other label; returns that label."""
    table = window.batch_review.table
    before = table.model.labelled_result(path).label
    table.threshold.spin.setValue(100.0 if before == "malignant" else 0.0)
    after = table.model.labelled_result(path).label
    assert after != before
    return after


def test_looking_at_an_image_leaves_the_badge_of_its_row(classified, qtbot, samples, tmp_path):
    table, states = classified.batch_review.table, classified.browser.model
    path, other = tmp_path / samples[0].name, tmp_path / samples[7].name
    look_at(classified, qtbot, other)
    label = turn(classified, path)
    table.session.steps.decide([path], label)
    qtbot.waitUntil(lambda: states.listing.state(path).label == label, timeout=SLOW)
    assert states.listing.state(path).review == Review.AGREED

    look_at(classified, qtbot, path)

    assert (states.listing.state(path).label, states.listing.state(path).review) == (label, Review.AGREED)
    assert classified.panel.predicted.prediction.label == label


def test_the_panel_judges_as_the_table_does_and_agreeing_means_what_it_shows(classified, qtbot, samples, tmp_path):
    table, panel, path = classified.batch_review.table, classified.panel, tmp_path / samples[0].name
    look_at(classified, qtbot, path)
    own = panel.predicted.model.threshold
    assert panel.predicted.prediction.threshold == own
    assert "of 100 malignant lesions" in panel.result_box.expectation.text()

    label = turn(classified, path)  # the panel follows at once

    assert panel.predicted.prediction.label == label
    assert panel.result_box.label.text().lower() == label
    assert panel.predicted.prediction.threshold == table.threshold.effective
    assert "the review table's operating point; the model's own is" in panel.result_box.expectation.text()
    table.view.select_path(path)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_A)
    assert table.model.rows.result(path).reviewer_label == label

    look_at(classified, qtbot, path)
    qtbot.mouseClick(table.threshold.reset_button, Qt.MouseButton.LeftButton)
    assert panel.predicted.prediction.threshold == own
    assert panel.predicted.prediction.label != label


def test_a_moved_point_that_lasts_is_warned_of_where_its_slider_is_hidden(classified, qtbot, samples, tmp_path):
    table, panel, path = classified.batch_review.table, classified.panel, tmp_path / samples[0].name
    look_at(classified, qtbot, path)
    box, own = panel.result_box, panel.predicted.model.threshold
    assert not box.moved.isVisible()
    turned = turn(classified, path)
    classified.batch_review.dock.hide()
    classified.open([samples[3]])
    qtbot.waitUntil(lambda: table.session.roots == (samples[3].parent,), timeout=SLOW)
    qtbot.waitUntil(lambda: shown(classified, samples[3]), timeout=SLOW)
    assert not box.moved.isVisible()

    classified.open([tmp_path])
    qtbot.waitUntil(lambda: classified.browser.model.listing.row(path) >= 0, timeout=SLOW)
    look_at(classified, qtbot, path)
    qtbot.waitUntil(lambda: panel.predicted.prediction.label == turned, timeout=SLOW)

    assert box.moved.isVisible()
    for point in (own, table.threshold.value):
        assert formats.percent(point) in box.moved.text()
    classified.activateWindow()
    classified.view.setFocus()
    qtbot.waitUntil(lambda: box.reset_button.height() >= box.reset_button.sizeHint().height())
    qtbot.mouseClick(box.reset_button, Qt.MouseButton.LeftButton)
    assert panel.predicted.prediction.threshold == own
    assert panel.predicted.prediction.label != turned
    assert not box.moved.isVisible()
    assert classified.view.hasFocus()
    assert table.threshold.value is None


def test_what_is_exported_as_selected_is_what_is_seen_selected(classified, qtbot, samples, tmp_path):
    table, path = classified.batch_review.table, tmp_path / samples[7].name
    look_at(classified, qtbot, path)
    table.view.selectAll()
    for visible, count in ((True, 3), (False, 1)):
        classified.batch_review.dock.setVisible(visible)
        classified.commands.export.trigger()
        [dialog] = table.findChildren(ExportDialog)
        assert len(dialog._scope.selected) == count
        assert dialog.row_buttons["selected"].isChecked() == visible
        dialog.close()
        qtbot.waitUntil(lambda: not table.findChildren(ExportDialog))


@pytest.mark.parametrize("by", ["key", "close"])
def test_the_image_takes_the_keyboard_when_the_table_goes_with_it(classified, qtbot, by):
    table = classified.batch_review.table
    classified.activateWindow()
    table.view.setFocus()
    qtbot.waitUntil(table.view.hasFocus)

    if by == "key":
        QTest.keyClick(table.view, Qt.Key.Key_F10)
    else:
        classified.batch_review.dock.close()
    assert not classified.batch_review.dock.isVisible()
    assert classified.view.hasFocus()

    classified.batch_review.dock.show()
    classified.browser.view.setFocus()
    QTest.keyClick(classified.browser.view, Qt.Key.Key_F10)
    assert classified.browser.view.hasFocus()


def test_the_batch_review_goes_to_a_window_of_its_own_and_back_by_keyboard(classified, qtbot, tmp_path):
    dock, table = classified.batch_review.dock, classified.batch_review.table
    control = Qt.KeyboardModifier.ControlModifier
    dock.hide()
    QTest.keyClick(classified.view, Qt.Key.Key_F10, control)
    assert dock.isFloating() and dock.isVisible()
    assert classified.batch_review.float_action.isChecked()
    qtbot.waitUntil(table.view.hasFocus)
    QTest.keyClick(table.view, Qt.Key.Key_F10, control)
    assert not dock.isFloating() and dock.isVisible()
    assert not classified.batch_review.float_action.isChecked()
    qtbot.waitUntil(table.view.hasFocus)


@pytest.mark.parametrize("by", ["closing", "another folder"])
def test_a_note_half_typed_is_kept_when_its_rows_go(classified, qtbot, samples, tmp_path, tmp_path_factory, by):
    table, path = classified.batch_review.table, tmp_path / samples[0].name
    look_at(classified, qtbot, path)
    click_row(table, path)
    QTest.keyClick(table.view, Qt.Key.Key_N)
    field = table.view.findChild(QLineEdit)
    QTest.keyClicks(field, "half typ")
    if by == "closing":
        classified.close()
    else:
        other = tmp_path_factory.mktemp("other")
        shutil.copy(samples[2], other)
        classified.open([other])
        qtbot.waitUntil(lambda: table.session.roots == (other,) and not table.model.rows.total, timeout=SLOW)

    with SessionStore().open([tmp_path]) as session:
        assert session.result(path).reviewer_note == "half typ"


def test_a_point_chosen_in_settings_reaches_the_panel_with_the_rows(classified, qtbot, samples, tmp_path):
    table, panel, path = classified.batch_review.table, classified.panel, tmp_path / samples[0].name
    look_at(classified, qtbot, path)
    before = panel.predicted.prediction.threshold
    chosen = 0.999 if table.model.rows.result(path).label == "malignant" else 0.001

    change_preferences({OPERATING_POINT.key: "threshold", THRESHOLD.key: chosen})
    classified.worker.use_model()
    qtbot.waitUntil(lambda: table.threshold.slider.mark == chosen and shown(classified, path), timeout=SLOW)

    assert table.threshold.origin.full_text() == "as classified"
    assert panel.predicted.prediction.threshold == before
    assert "the one chosen in Settings is" in panel.result_box.expectation.text()
    qtbot.mouseClick(table.threshold.reset_button, Qt.MouseButton.LeftButton)
    assert table.threshold.origin.full_text() == "from Settings"
    assert panel.predicted.prediction.threshold == chosen
    assert "review table" not in panel.result_box.expectation.text()


def test_a_row_of_another_model_keeps_its_badge_and_the_panel_names_both_results(classified, qtbot, samples, tmp_path):
    table, panel, states = classified.batch_review.table, classified.panel, classified.browser.model
    path, other = tmp_path / samples[0].name, tmp_path / samples[7].name
    look_at(classified, qtbot, other)
    row = table.model.rows.result(path)
    label = "benign" if row.label == "malignant" else "malignant"
    probability = 0.9 if label == "malignant" else 0.1
    foreign = replace(row, model="Its forerunner", model_id="4567", probability=probability, threshold=0.5)
    table.model.put([foreign])
    classified.browser.model.set_results([foreign])

    look_at(classified, qtbot, path)

    assert panel.predicted.prediction.label == row.label
    assert states.listing.state(path).label == label
    said = panel.warnings.text().replace("\N{NO-BREAK SPACE}", " ")
    assert f"The review table says {label.capitalize()} ({100 * probability:.1f} %), by Its forerunner." in said

    agreeing = replace(foreign, probability=1 - probability)
    table.model.put([agreeing])
    assert panel.predicted.prediction.label == agreeing.label
    said = panel.warnings.text().replace("\N{NO-BREAK SPACE}", " ")
    assert f"({100 * agreeing.probability:.1f} %), by Its forerunner." in said  # the same label, another number

    table.session.close()
    assert "Its forerunner" not in panel.warnings.text()


def test_an_image_without_a_row_is_judged_at_the_point_in_force(classified, qtbot, samples):
    classified.batch_review.table.threshold.spin.setValue(100.0)

    classified.sequence.open([samples[3]])
    qtbot.waitUntil(lambda: shown(classified, samples[3]), timeout=SLOW)

    outcome = classified.panel.predicted
    assert outcome.prediction.threshold == outcome.model.threshold
    qtbot.waitUntil(lambda: classified.browser.model.listing.state(samples[3]).label == outcome.prediction.label)
