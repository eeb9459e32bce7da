"""The batch review in the window: one image for table, browser and stage."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from skin_gui.review.store import SessionStore
from skin_gui.ui.browser_state import Review
from skin_gui.ui.export_dialog import ExportDialog

_SLOW = 120_000


@pytest.fixture
def classified(window, qtbot, samples, tmp_path):
    """The window with a folder of three images, one of them in a sub-folder, all of them classified."""
    (tmp_path / "sub").mkdir()
    for sample, place in ((samples[0], tmp_path), (samples[7], tmp_path), (samples[1], tmp_path / "sub")):
        shutil.copy(sample, place)
    window.open([tmp_path])
    qtbot.waitUntil(lambda: window.reviewing.table is not None, timeout=_SLOW)
    table = window.reviewing.table
    window.reviewing.dock.show()
    qtbot.waitUntil(table.batch_bar.recursive_button.isEnabled, timeout=_SLOW)
    qtbot.mouseClick(table.batch_bar.recursive_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=_SLOW)
    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model.total == 3 and not table.is_busy, timeout=_SLOW)
    return window


def shown(window, path):
    return window.panel.outcome is not None and window.panel.outcome.path == path


def test_a_row_of_a_sub_folder_is_shown_and_keeps_the_keyboard(classified, qtbot, samples, tmp_path):
    table, inner = classified.reviewing.table, tmp_path / "sub" / samples[1].name
    table.view.setFocus()

    table.view.select_path(inner)
    qtbot.waitUntil(lambda: shown(classified, inner), timeout=_SLOW)
    assert table.view.hasFocus()

    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert classified.view.hasFocus()


def test_browser_and_table_follow_each_other(classified, qtbot, samples, tmp_path):
    outer = tmp_path / samples[7].name

    classified.browser.select(outer)
    qtbot.waitUntil(lambda: shown(classified, outer), timeout=_SLOW)

    assert classified.reviewing.table.view.current_path == outer


def test_moving_the_threshold_changes_the_badges_of_the_browser(classified, qtbot, samples, tmp_path):
    table, model = classified.reviewing.table, classified.browser.model
    name = str(tmp_path / samples[0].name)

    for percent, label in ((0.0, "malignant"), (100.0, "benign")):
        table.threshold.spin.setValue(percent)
        qtbot.waitUntil(lambda label=label: model.state(name).label == label, timeout=_SLOW)


@pytest.fixture
def running(window, qtbot, samples, tmp_path):
    """The window with a batch of many images under way."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        shutil.copy(samples[number % 8], folder / f"{number}.jpg")
    window.open([folder])
    qtbot.waitUntil(lambda: window.reviewing.table is not None, timeout=_SLOW)
    window.reviewing.dock.show()
    table = window.reviewing.table
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=_SLOW)
    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model.total >= 1, timeout=_SLOW)
    return window


def test_an_image_opened_during_a_batch_is_shown_and_the_batch_goes_on(running, qtbot, samples):
    table = running.reviewing.table
    sources = table.session.sources

    running.open([samples[2]])
    qtbot.waitUntil(lambda: shown(running, samples[2]), timeout=_SLOW)

    assert table.is_busy
    assert table.session.sources == sources
    before = table.model.total
    qtbot.waitUntil(lambda: table.model.total > before, timeout=_SLOW)


@pytest.mark.parametrize(("button", "stops"), [("Keep Classifying", False), ("Stop and Open", True)])
def test_another_folder_opened_during_a_batch_is_asked_about(running, qtbot, tmp_path, samples, button, stops):
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(samples[0], other)
    table = running.reviewing.table

    running.open([other])
    box = running.findChild(QMessageBox)
    assert "other" in box.text()
    assert table.is_busy
    qtbot.mouseClick(next(one for one in box.buttons() if one.text() == button), Qt.MouseButton.LeftButton)

    if stops:
        qtbot.waitUntil(lambda: table.session.sources == (other,), timeout=_SLOW)
        qtbot.waitUntil(lambda: running.browser.folder == other, timeout=_SLOW)
        assert SessionStore().unfinished() == []
    else:
        assert table.is_busy
        assert running.browser.folder == tmp_path / "many"


def test_an_image_that_is_only_shown_leaves_the_session_and_takes_no_decision(classified, qtbot, tmp_path, samples):
    table = classified.reviewing.table
    table.view.select_path(tmp_path / samples[0].name)
    classified.show_image(samples[3])
    qtbot.waitUntil(lambda: shown(classified, samples[3]), timeout=_SLOW)

    assert table.session.sources == (tmp_path,)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_B)
    assert table.model.summary().reviewed == 0


def test_results_are_exported_from_the_file_menu(classified, qtbot):
    commands, table = classified.commands, classified.reviewing.table
    assert commands.export.isEnabled()
    assert not commands.classify_again.isEnabled()

    commands.report.trigger()
    dialog = table.findChild(ExportDialog)
    assert dialog.kind_buttons["report"].isChecked()
    dialog.close()
    classified.preferences.sessions_cleared.emit()
    assert not commands.export.isEnabled()


def test_clearing_the_sessions_leaves_an_empty_table_that_can_begin_again(classified, qtbot, tmp_path, samples):
    table, states = classified.reviewing.table, classified.browser.model
    marked = tmp_path / samples[0].name
    table.session.decide([marked], "unsure")
    assert states.state(marked).review == Review.UNSURE

    classified.preferences.sessions_cleared.emit()

    assert table.model.total == 0
    assert all(states.state(path).label is None for path in states.paths)
    assert states.state(marked).review == Review.NONE
    classified.open([tmp_path])
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=_SLOW)
