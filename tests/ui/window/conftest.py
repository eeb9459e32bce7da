"""The window with a folder under review."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from skin_gui.ui.window.main_window import MainWindow
from tests.ui.window.steps import SLOW


@pytest.fixture
def classified(window: MainWindow, qtbot: QtBot, samples: list[Path], tmp_path: Path) -> MainWindow:
    """The window with a folder of three images, one of them in a sub-folder, all of them classified."""
    (tmp_path / "sub").mkdir()
    for sample, place in ((samples[0], tmp_path), (samples[7], tmp_path), (samples[1], tmp_path / "sub")):
        shutil.copy(sample, place)
    window.open([tmp_path])
    qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=SLOW)
    table = window.batch_review.table
    window.batch_review.dock.show()
    qtbot.waitUntil(table.batch_bar.recursive_button.isEnabled, timeout=SLOW)
    qtbot.mouseClick(table.batch_bar.recursive_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=SLOW)
    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model.rows.total == 3 and not table.is_busy, timeout=SLOW)
    return window
