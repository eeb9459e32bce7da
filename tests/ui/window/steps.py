"""What a user does in the window again and again, by mouse and keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from skin_gui.ui.review.review_table import ReviewTable
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.window.main_window import MainWindow

SLOW = 120_000
_LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow, path: Path) -> bool:
    """Whether the panel has the result of an image."""
    return window.panel.predicted is not None and window.panel.predicted.path == path


def click_thumbnail(window: MainWindow, path: Path) -> None:
    view, model = window.browser.view, window.browser.model
    index = model.index(model.listing.row(path))
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), _LEFT, pos=view.visualRect(index).center())


def click_row(table: ReviewTable, path: Path) -> None:
    row = table.model.rows.row_of(path)
    assert row is not None
    index = table.model.index(row, Column.FILE)
    table.view.scrollTo(index)
    QTest.mouseClick(table.view.viewport(), _LEFT, pos=table.view.visualRect(index).center())


def look_at(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """Click an image's thumbnail, and wait for its result and for the screen."""
    click_thumbnail(window, path)
    qtbot.waitUntil(lambda: shown(window, path) and window.image.is_painted, timeout=SLOW)
