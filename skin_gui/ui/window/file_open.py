"""Images that macOS hands to the running program: opened with it in Finder, or dropped on its icon."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpenFilter(QObject):
    """Hears the system's requests to open a file, which come as events of the application, not as arguments."""

    def __init__(self, app: QApplication, open_paths: Callable[[list[Path]], None]) -> None:
        """Args: what to listen to and what opens files; it lives as long as the application."""
        super().__init__(app)
        self._open_paths = open_paths
        self._waiting: list[Path] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            if not self._waiting:  # each of several files comes as an event of its own
                QTimer.singleShot(0, self, self._open_waiting)
            self._waiting.append(Path(event.file()))
            return True
        return super().eventFilter(watched, event)

    def _open_waiting(self) -> None:
        paths, self._waiting = self._waiting, []
        self._open_paths(paths)
