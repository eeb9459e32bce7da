"""Images that macOS hands to the running program: opened with it in Finder, or dropped on its icon."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpenFilter(QObject):
    """Hears the system's requests to open a file, which come as events of the application, not as arguments."""

    def __init__(self, app: QApplication, open_paths: Callable[[list[Path]], None]) -> None:
        """Args: what to listen to and what opens files; it lives as long as the application."""
        super().__init__(app)
        self._open_paths = open_paths
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the file of such an event, and leave all others alone."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open_paths([Path(event.file())])
            return True
        return super().eventFilter(watched, event)
