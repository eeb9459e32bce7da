"""The real window, with real files and a real model."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from skin_gui import paths
from skin_gui.app import build_application
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.window.crash import CrashReporter
from skin_gui.ui.window.main_window import MainWindow

BuildWindow = Callable[..., MainWindow]


@pytest.fixture
def build_window(qapp: QApplication) -> Iterator[BuildWindow]:
    """Start the program with some arguments, as often as a test likes; each window is closed at the end."""
    built: list[MainWindow] = []

    def build(*arguments: Path) -> MainWindow:
        _, window = build_application(["skin-gui", *map(str, arguments)])
        qapp.findChild(CrashReporter).remove()  # exceptions are the test's
        theme().choose("light")
        built.append(window)
        return window

    yield build
    for window in built:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(build_window: BuildWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> MainWindow:
    """The window as it stands after the start, on the shipped model or, where there is none, on random weights."""
    if not (paths.shipped_model() / "model.json").is_file():
        request.getfixturevalue("shipped_model")
    built = build_window()
    with qtbot.waitExposed(built):
        built.show()
    qtbot.waitUntil(lambda: built.batch_review.table is not None)  # what is built after the first paint
    return built


@pytest.fixture
def samples() -> list[Path]:
    """The synthetic images, in order."""
    return sorted(paths.samples().glob("*.jpg"))
