"""Nothing flashes up as a window of its own while another is built: a widget that is shown before it has its place."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QMenu, QWidget

from skin_gui.ui.help.guide_window import GuideWindow
from skin_gui.ui.image_comparison.compare_window import CompareWindow
from tests.ui.window.steps import SLOW

_WINDOWS = (QMainWindow, QDialog, QMenu, CompareWindow, GuideWindow)


class Shown(QObject):
    """Hears of every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        is_window = isinstance(watched, QWidget) and watched.isWindow() and not isinstance(watched, _WINDOWS)
        if event.type() == QEvent.Type.Show and is_window:
            text = watched.text() if isinstance(watched, QLabel) else watched.objectName()
            self.strays.append(f"{type(watched).__name__} {text}")
        return False


@pytest.fixture
def strays(qapp: QApplication) -> Iterator[list[str]]:
    shown = Shown()
    qapp.installEventFilter(shown)
    yield shown.strays
    qapp.removeEventFilter(shown)


def test_nothing_is_shown_as_a_window_before_it_has_its_place(strays, classified, build_window, qtbot):
    def settings() -> None:
        classified.commands.settings.trigger()
        for page in classified.preferences.dialog.pages:
            classified.preferences.dialog.show_page(page.name)
        classified.preferences.dialog.close()

    def start() -> None:
        window = build_window()
        window.show()
        qtbot.waitUntil(lambda: window.batch_review.table is not None, timeout=SLOW)
        window.close()

    steps: list[Callable[[], object]] = [
        settings,
        classified.lesions.compare.trigger,
        classified.commands.export.trigger,
        classified.commands.reading.trigger,
        classified.commands.reading.trigger,
        classified.lesions.choose_rule,
        classified.commands.guide.trigger,
        classified.commands.shortcuts.trigger,
        classified.commands.about.trigger,
        start,
    ]
    for step in steps:
        step()
        QApplication.processEvents()
    assert not strays
