"""The batch review in the window: one image for table, browser and stage."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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


def test_clearing_the_sessions_leaves_an_empty_table_that_can_begin_again(classified, qtbot, tmp_path):
    table = classified.reviewing.table

    classified.preferences.sessions_cleared.emit()

    assert table.model.total == 0
    classified.open([tmp_path])
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=_SLOW)
