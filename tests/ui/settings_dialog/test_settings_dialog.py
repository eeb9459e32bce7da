import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QTextTable, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QScrollArea

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.classifier.store import ModelStore
from skin_gui.preferences import PreferencesError, change_preferences, current_preferences
from skin_gui.preferences.declared import PREVALENCE, THEME
from skin_gui.review.store import SessionStore
from skin_gui.ui.settings_dialog import SettingsDialog
from skin_gui.ui.settings_dialog.model_table import ModelColumn
from skin_gui.ui.widgets import window_state
from skin_gui.ui.widgets.theme import theme

LONG = 60_000
CURVE = [[0.0, 1.0, 0.0], [0.2, 0.96, 0.6], [0.4, 0.9, 0.8], [0.8, 0.5, 0.96], [1.0, 0.0, 1.0]]


@pytest.fixture(autouse=True)
def _light(qapp):
    yield
    theme().choose("system")
    with suppress(PreferencesError):  # a test may leave a folder that cannot be written to
        change_preferences({"font_scale": 1.0})
    theme().show_preferences()


@pytest.fixture
def dialog(qtbot, shipped_model):
    theme().show_preferences()
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    yield dialog
    dialog.stop()


@pytest.fixture
def store(shipped_model, make_model, tmp_path):
    """The shipped model and two of the user's, none of them active yet."""
    store = ModelStore()
    for seed, name in ((1, "first"), (2, "second")):
        store.add(make_model(tmp_path / name, name, seed=seed))
    return store


@pytest.fixture
def measured_model(shipped_model, random_model, tmp_path, monkeypatch):
    """A shipped model with an operating curve."""
    folder = tmp_path / "measured"
    folder.mkdir()
    for path in random_model.iterdir():
        try:
            os.link(path, folder / path.name)
        except OSError:
            shutil.copy(path, folder / path.name)
    description = json.loads((folder / "model.json").read_text())
    description["metrics"] = {"operating_curve": CURVE, "confusion": {"tp": 90, "fn": 10, "tn": 160, "fp": 40}}
    (folder / "model.json").unlink()
    (folder / "model.json").write_text(json.dumps(description))
    monkeypatch.setattr(paths, "shipped_model", lambda: folder)
    return folder


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def page_of(dialog, name):
    dialog.show_page(name)
    return dialog.current_page


def editor(dialog, page, key):
    return page_of(dialog, page).editors[key]


def choose(box, value):
    """Choose in a box of words with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(value)):
        QTest.keyClick(box, Qt.Key.Key_Down)


def answer(kind, act):
    """Do something with the next modal dialog of a kind."""

    def look():
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            act(found)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def turn_wheel(widget):
    place = QPointF(widget.rect().center())
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    up = QPoint(0, 360)
    QApplication.sendEvent(
        widget, QWheelEvent(place, widget.mapToGlobal(place), QPoint(), up, no_button, no_key, phase, False)
    )


def press(text):
    def act(box):
        click(next(button for button in box.buttons() if button.text() == text))

    return act


def pick(path):
    def act(box):
        box.selectFile(str(path))
        box.findChild(QLineEdit).setText(str(path))
        box.accept()

    return act


def wait_listed(qtbot, page):
    qtbot.waitUntil(lambda: bool(page.table.rows) and not page.runner.is_busy, timeout=LONG)


def select(page, name):
    page.view.selectRow(page.table.row_of(name))


def state(page, name):
    return page.table.index(page.table.row_of(name), ModelColumn.STATE).data()


# Preferences


def test_nothing_changes_before_apply(dialog):
    choose(editor(dialog, "general", "theme").box, "dark")
    assert current_preferences()[THEME] == "system"
    assert theme().name == "system"

    with_signal = []
    dialog.applied.connect(lambda before, after: with_signal.append((before[THEME], after[THEME])))
    click(dialog.apply_button)

    assert current_preferences()[THEME] == "dark"
    assert with_signal == [("system", "dark")]
    assert dialog.isVisible()
    assert not dialog.apply_button.isEnabled()


def test_cancel_forgets_what_was_edited(dialog):
    box = editor(dialog, "general", "theme").box
    choose(box, "dark")
    assert dialog.apply_button.isEnabled()

    click(dialog.cancel_button)

    assert not dialog.isVisible()
    assert not (paths.config_dir() / "settings.json").exists() or current_preferences()[THEME] == "system"
    dialog.show_page("general")
    assert box.currentData() == "system"


def test_escape_and_closing_are_a_cancel(dialog):
    box = editor(dialog, "general", "theme").box
    choose(box, "dark")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert box.currentData() == "system"
    choose(editor(dialog, "general", "theme").box, "dark")
    dialog.close()
    assert box.currentData() == "system"


def test_defaults_are_shown_first_and_applied_by_ok(dialog):
    field = editor(dialog, "general", "thumbnail_cache_mb")
    field.box.setValue(1024)
    click(dialog.apply_button)

    click(dialog.defaults_button)
    assert field.value() == 512
    assert current_preferences().as_dict()["thumbnail_cache_mb"] == 1024

    click(dialog.ok_button)
    assert current_preferences().as_dict()["thumbnail_cache_mb"] == 512
    assert not dialog.isVisible()


def test_only_what_was_edited_is_written(dialog):
    choose(editor(dialog, "general", "theme").box, "dark")
    change_preferences({"font_scale": 1.2})  # meanwhile, elsewhere

    click(dialog.apply_button)

    assert current_preferences().as_dict()["font_scale"] == 1.2


def test_no_page_s_title_is_cut_off_in_large_letters(dialog, qtbot):
    change_preferences({"font_scale": 2.0})
    theme().show_preferences()
    with qtbot.waitExposed(dialog):
        dialog.show()
    longest = max(dialog.page_list.fontMetrics().horizontalAdvance(page.title) for page in dialog.pages)
    item = dialog.page_list.visualItemRect(dialog.page_list.item(0))
    assert item.width() >= longest + dialog.page_list.iconSize().width() + 3 * 8


def test_the_wheel_does_not_change_a_field_that_is_scrolled_past(dialog):
    slider = editor(dialog, "prediction", "prevalence").slider
    before = slider.value()
    dialog.page_list.setFocus()
    turn_wheel(slider)
    assert slider.value() == before


def test_a_folder_that_cannot_be_written_is_said_in_place(dialog):
    choose(editor(dialog, "general", "theme").box, "dark")
    shutil.rmtree(paths.config_dir(), ignore_errors=True)
    paths.config_dir().parent.mkdir(parents=True, exist_ok=True)
    paths.config_dir().write_text("a file where the folder should be")

    click(dialog.ok_button)

    assert dialog.isVisible()
    assert "could not be saved" in dialog.message.text()
    assert dialog.edited() == {"theme": "dark"}
    paths.config_dir().unlink()


def test_every_control_has_a_name(dialog):
    for page in dialog.pages:
        dialog.show_page(page.name)
        if page.has_preferences():
            assert all(one.field.accessibleName() for one in page.editors.values())


# The operating point


def test_without_a_curve_no_sensitivity_can_be_aimed_at(dialog, qtbot):
    page = page_of(dialog, "prediction")
    qtbot.waitUntil(lambda: "40\u00a0%" in page.expectation.heading.text(), timeout=LONG)
    assert page.expectation.sensitivity.figure.text() == "91.0\u00a0% (88.0 – 93.0)"

    choose(page.editors["operating_point"].box, "sensitivity")

    assert "own operating point" in page.message.text()
    assert not dialog.apply_button.isEnabled()
    assert not dialog.ok_button.isEnabled()

    choose(page.editors["operating_point"].box, "threshold")
    assert "not measured" in page.expectation.heading.text()
    assert dialog.apply_button.isEnabled()


def test_what_to_expect_moves_with_the_sliders(measured_model, dialog, qtbot):
    page = page_of(dialog, "prediction")
    choose(page.editors["operating_point"].box, "sensitivity")
    page.editors["target_sensitivity"].box.setValue(95)
    qtbot.waitUntil(lambda: "20\u00a0%" in page.expectation.heading.text(), timeout=LONG)

    box = page.expectation
    assert box.sensitivity.figure.text().startswith("96.0\u00a0% (")
    before = box.positive.figure.text()
    QTest.keyClick(page.editors["prevalence"].slider, Qt.Key.Key_PageUp)
    assert page.values()[PREVALENCE.key] > 0.1
    assert box.positive.figure.text() != before
    assert "Of 1000 lesions" in box.counts.text().replace(",", "")

    click(dialog.apply_button)
    assert current_preferences().as_dict()["target_sensitivity"] == 0.95


# The window


@pytest.fixture
def open_window(build_window, shipped_model, qtbot):
    def build(*arguments):
        window = build_window(*arguments)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return build


def test_the_operating_point_that_is_applied_labels_the_image(open_window, qtbot, samples):
    window = open_window(samples[0])
    qtbot.waitUntil(lambda: window.panel.predicted is not None, timeout=LONG)
    assert window.panel.predicted.prediction.threshold == 0.4
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.preferences.dialog
    qtbot.waitUntil(dialog.isActiveWindow, timeout=LONG)  # until then the arrow keys are the image browser's
    page = page_of(dialog, "prediction")
    choose(page.editors["operating_point"].box, "threshold")
    page.editors["threshold"].box.setValue(0.1)
    choose(page.editors["flips"].box, "on")

    click(dialog.ok_button)

    qtbot.waitUntil(
        lambda: window.panel.predicted is not None and window.panel.predicted.prediction.threshold == 0.001,
        timeout=LONG,
    )
    assert window.panel.predicted.prediction.label == "malignant"
    assert window.panel.predicted.model.sensitivity is None


def test_heatmap_preferences_hold_now_and_at_the_next_start(open_window, qtbot):
    window = open_window()
    window.commands.settings.trigger()
    page = page_of(window.preferences.dialog, "prediction")
    page.editors["heatmap"].box.click()
    page.editors["heatmap_opacity"].box.setValue(25)
    click(window.preferences.dialog.ok_button)

    assert window.panel.heatmap.switch.isChecked()
    assert window.panel.heatmap.opacity == 0.25
    window.close()
    again = open_window()
    assert again.panel.heatmap.switch.isChecked()
    assert again.panel.heatmap.opacity == 0.25


def test_a_broken_settings_file_is_told_in_the_window_and_in_the_dialog(open_window):
    paths.config_dir().mkdir(parents=True)
    (paths.config_dir() / "settings.json").write_text("{")

    window = open_window()

    window.commands.settings.trigger()
    assert "broken" in window.preferences.dialog.message.text()
    assert list(paths.config_dir().glob("settings.broken-*.json"))


# Models


def test_activate_and_roll_back_give_the_same_predictions_as_before(dialog, store, qtbot, synthetic_image):
    before = Classifier.load().predict(synthetic_image)
    page = page_of(dialog, "model")
    wait_listed(qtbot, page)
    assert [row.name for row in page.table.rows] == ["Skin GUI test", "first", "second"]
    assert "Not validated" in state(page, "first")

    select(page, "first")
    with qtbot.waitSignal(dialog.model_changed, timeout=LONG):
        click(page.buttons.activate_button)
    assert "Active" in state(page, "first")
    assert Classifier.load().predict(synthetic_image).probability != before.probability

    with qtbot.waitSignal(dialog.model_changed, timeout=LONG):
        click(page.buttons.roll_back_button)
    after = Classifier.load().predict(synthetic_image)
    assert after.probability == before.probability
    assert np.array_equal(after.heatmap, before.heatmap)


def test_without_an_earlier_model_there_is_no_rolling_back(dialog, store, qtbot):
    page = page_of(dialog, "model")
    wait_listed(qtbot, page)
    button = page.buttons.roll_back_button
    assert not button.isEnabled()
    assert "no earlier model" in button.toolTip()

    select(page, "first")
    with qtbot.waitSignal(dialog.model_changed, timeout=LONG):
        click(page.buttons.activate_button)
    qtbot.waitUntil(button.isEnabled, timeout=LONG)


def test_the_shipped_model_can_be_neither_renamed_nor_deleted(dialog, store, qtbot):
    page = page_of(dialog, "model")
    wait_listed(qtbot, page)

    select(page, "Skin GUI test")
    assert not page.buttons.delete_button.isEnabled()
    assert not page.buttons.rename_button.isEnabled()
    assert not page.buttons.activate_button.isEnabled()
    assert page.buttons.export_button.isEnabled()
    assert "Skin GUI test" in page.card.toPlainText()


def test_a_model_is_renamed_in_the_table(dialog, store, qtbot):
    page = page_of(dialog, "model")
    wait_listed(qtbot, page)
    select(page, "second")
    click(page.buttons.rename_button)
    field = page.view.viewport().findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Own images")
    QTest.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.table.row_of("Own images") >= 0, timeout=LONG)
    assert store.get("Own images")
    assert page.selected.name == "Own images"


def test_a_refused_name_is_explained_and_the_old_one_stays(dialog, store, qtbot):
    page = page_of(dialog, "model")
    wait_listed(qtbot, page)
    page.table.setData(page.table.index(page.table.row_of("second"), 0), "first")

    qtbot.waitUntil(lambda: "already" in page.problem_box.text(), timeout=LONG)
    assert page.table.row_of("second") >= 0


def test_export_delete_and_import_bring_a_model_back(dialog, store, qtbot, tmp_path):
    page = page_of(dialog, "model")
    wait_listed(qtbot, page)
    select(page, "second")
    answer(QFileDialog, pick(tmp_path / "out.zip"))
    click(page.buttons.export_button)
    qtbot.waitUntil(lambda: "Exported" in page.status.text(), timeout=LONG)

    answer(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    click(page.buttons.delete_button)
    assert store.get("second")  # Enter cancels
    answer(QMessageBox, press("Delete"))
    click(page.buttons.delete_button)
    qtbot.waitUntil(lambda: page.table.row_of("second") < 0, timeout=LONG)

    answer(QFileDialog, pick(tmp_path / "out.zip"))
    click(page.buttons.import_button)
    qtbot.waitUntil(lambda: page.table.row_of("second") >= 0, timeout=LONG)
    assert "not active" in page.status.text()


def test_the_model_in_question_is_selected_whichever_way_the_window_runs(dialog, store, qtbot, tmp_path):
    store.export("second", tmp_path / "out.zip")
    store.remove("second")
    dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitExposed(dialog):
        page = page_of(dialog, "model")
    wait_listed(qtbot, page)
    assert page.selected.is_active
    assert page.selected.name in page.card.toPlainText()
    answer(QFileDialog, pick(tmp_path / "out.zip"))
    click(page.buttons.import_button)
    qtbot.waitUntil(lambda: page.table.row_of("second") >= 0, timeout=LONG)
    assert page.selected.name == "second"


def test_a_broken_import_and_a_broken_folder_are_explained(dialog, store, qtbot, tmp_path):
    (store.folder / "damaged").mkdir()
    (tmp_path / "no.zip").write_text("no zip")
    page = page_of(dialog, "model")
    wait_listed(qtbot, page)
    select(page, "damaged")
    assert "model.json is missing" in page.card.toPlainText()
    assert page.buttons.delete_button.isEnabled()

    answer(QFileDialog, pick(tmp_path / "no.zip"))
    click(page.buttons.import_button)

    qtbot.waitUntil(lambda: page.problem_box.text() != "", timeout=LONG)


def test_a_table_without_heads_has_no_empty_row(dialog):
    view = page_of(dialog, "model").card
    view.show_card("|  |  |\n|---|---|\n| a | 1 |\n\n| b |  |\n|---|---|\n| c | 2 |\n")
    assert [text for text in view.toPlainText().split("\n") if text] == ["a", "1", "b", "c", "2"]
    tables = [frame for frame in view.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [table.rows() for table in tables] == [1, 2]


def test_a_card_follows_no_link_and_loads_nothing(dialog):
    view = page_of(dialog, "model").card
    view.show_card("[a](http://example.org) ![b](file:///etc/passwd)\n\n<img src='x'>")

    assert not view.openLinks()
    assert view.loadResource(2, "file:///etc/passwd") is None


# Privacy


def test_the_real_folders_are_shown_and_caches_cleared(dialog, qtbot):
    thumbnails = paths.cache_dir() / "thumbnails" / "ab"
    thumbnails.mkdir(parents=True)
    (thumbnails / "1.jpg").write_bytes(b"x" * 5000)
    page = page_of(dialog, "privacy")
    row = page.rows["thumbnails"]
    qtbot.waitUntil(row.clear_button.isEnabled, timeout=LONG)
    assert str(paths.cache_dir()) in row.help.text()

    click(row.clear_button)

    qtbot.waitUntil(lambda: row.amount.text() == "empty", timeout=LONG)
    assert not list(Path(paths.cache_dir() / "thumbnails").rglob("*.jpg"))


def test_forgetting_leaves_no_path_behind(dialog, tmp_path):
    window_state.add_recent(tmp_path / "Müller Anna")
    window_state.remember_folder("training", tmp_path)

    click(page_of(dialog, "privacy").recent_button)

    assert window_state.recent_paths() == []
    assert window_state.last_folder("training") == ""
    assert tmp_path.name not in (paths.config_dir() / "window.ini").read_text(encoding="utf-8")


def test_sessions_are_cleared_only_after_asking(dialog, qtbot, samples):
    SessionStore().open([samples[0].parent]).close()
    page = page_of(dialog, "privacy")
    row = page.rows["sessions"]
    qtbot.waitUntil(row.clear_button.isEnabled, timeout=LONG)

    answer(QMessageBox, press("Cancel"))
    click(row.clear_button)
    assert SessionStore().recent()

    answer(QMessageBox, press("Delete"))
    with qtbot.waitSignal(dialog.privacy_page.sessions_cleared, timeout=LONG):
        click(row.clear_button)
    qtbot.waitUntil(lambda: row.amount.text() == "empty", timeout=LONG)
    assert SessionStore().recent() == []


def test_tab_goes_from_the_list_through_the_page_to_the_buttons(dialog, qtbot):
    with qtbot.waitActive(dialog):
        dialog.show_page("calibrate")
    qtbot.waitUntil(dialog.calibrate_page.isVisible)
    dialog.page_list.setFocus()
    stops = []
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        if stops[-1] is dialog.page_list:
            break
    page = dialog.calibrate_page
    in_page = [page.isAncestorOf(stop) for stop in stops[:-1]]
    assert in_page == sorted(in_page, reverse=True), "the buttons come before the page"
    assert stops[0] is page.images
    assert [stop for stop in stops if isinstance(stop, QScrollArea)] == [], "nothing to scroll here"
    assert stops[-3:] == [dialog.ok_button, dialog.cancel_button, dialog.page_list]

    dialog.resize(dialog.minimumSizeHint().width(), 260)
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.focusPolicy() == Qt.FocusPolicy.StrongFocus  # now the keyboard scrolls it
