"""Starts the window in two steps: build the application, then run its event loop. Tests use the first alone."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLabel

from skin_gui import __version__
from skin_gui.logs import start_logging
from skin_gui.preferences import keeping_messages, load_preferences
from skin_gui.ui.texts.formats import without_marks
from skin_gui.ui.widgets.icons import app_icon
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.window.crash import CrashReporter
from skin_gui.ui.window.file_opener import FileOpenFilter
from skin_gui.ui.window.main_window import MainWindow
from skin_gui.ui.window.translations import install_translations

_log = logging.getLogger(__name__)


def build_application(argv: list[str]) -> tuple[QApplication, MainWindow]:
    """Build the application and its window, which is not shown yet; nothing heavy is imported."""
    start_logging()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(argv)
    app.setApplicationName("skin-gui")
    app.setApplicationDisplayName("Skin GUI")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("skin-gui")
    if app.findChild(CrashReporter) is None:
        CrashReporter(app)
        _copy_without_marks(app.clipboard())
    loaded = load_preferences()
    install_translations(app)
    theme()
    app.setWindowIcon(app_icon())
    window = MainWindow()
    if sys.platform == "darwin":  # every event passes through it, and no other system sends these
        FileOpenFilter(app, window.open)
    # Qt has taken its own options out of the arguments by now.
    arguments = argv[1:] if existing is app else app.arguments()[1:]
    if arguments:
        window.open([Path(name) for name in arguments])
    else:
        window.preferences.open_at_start()
    window.preferences.show_notices((*loaded.messages, *keeping_messages()))
    _log.info("Started version %s", __version__)
    return app, window


def run(argv: list[str]) -> int:
    """Show the window and stay until it is closed; returns the exit code."""
    app, window = build_application(argv)
    window.show()
    return app.exec()


def _copy_without_marks(clipboard: QClipboard) -> None:
    """Take the characters that order names on the screen out of what the user copies from a label.

    A path with them would be no path elsewhere. Labels copy by themselves, so that this follows them.
    """
    for changed, mode in (
        (clipboard.dataChanged, QClipboard.Mode.Clipboard),
        (clipboard.selectionChanged, QClipboard.Mode.Selection),  # X11: what the mouse has marked
    ):
        # Queued: some systems let nobody change the clipboard while they tell of a change.
        changed.connect(lambda mode=mode: _clean(clipboard, mode), Qt.ConnectionType.QueuedConnection)


def _clean(clipboard: QClipboard, mode: QClipboard.Mode) -> None:
    label = QApplication.focusWidget()
    if not (isinstance(label, QLabel) and label.hasSelectedText()):
        return  # not out of a label of ours: other programs' texts are not even read
    text = clipboard.text(mode)
    if (clean := without_marks(text)) != text:
        clipboard.setText(clean, mode)
