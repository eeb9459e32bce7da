"""What the window remembers from one start to the next: its layout, recent files, last folders."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStyle, QWidget

from skin_gui import paths

LAYOUT_VERSION = 2
"""Raise it when panels or toolbars change so much that an older layout makes no sense."""

_RECENT_KEPT = 10
_SHORTEST_VISIBLE = 80


def window_ini() -> QSettings:
    """The window's settings file; a fresh object on the same file each time."""
    return QSettings(str(paths.config_dir() / "window.ini"), QSettings.Format.IniFormat)


def recent_paths() -> list[Path]:
    """Files and folders opened of late, the newest first."""
    stored = window_ini().value("recent/paths", [])
    names = stored if isinstance(stored, list) else [stored]  # a list of one comes back as its one entry
    return [Path(str(name)) for name in names if name]


def add_recent(path: Path) -> None:
    others = [one for one in recent_paths() if one != path]
    window_ini().setValue("recent/paths", [str(one) for one in [path, *others][:_RECENT_KEPT]])


def clear_recent() -> None:
    settings = window_ini()
    settings.remove("recent/paths")
    settings.remove("folders")


def last_folder(dialog: str) -> str:
    folder = str(window_ini().value(f"folders/{dialog}", "") or "")
    return folder if folder and Path(folder).is_dir() else ""


def remember_folder(dialog: str, folder: Path) -> None:
    """Open this dialog in the same folder next time."""
    window_ini().setValue(f"folders/{dialog}", str(folder))


def fit_on_screen(window: QWidget, size: QSize) -> None:
    """Give a window this size, or as much of it as its screen has room for below the window's title."""
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    window.resize(size.boundedTo(window.screen().availableSize() - QSize(0, title)))


def bring_to_front(window: QWidget) -> None:
    """Show a window, or let it be seen again, with the keyboard in it."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()


def save_layout(window: QMainWindow, splitter_state: QByteArray) -> None:
    """Keep the window's place, panels and toolbars."""
    settings = window_ini()
    settings.setValue("layout/version", LAYOUT_VERSION)
    settings.setValue("layout/geometry", window.saveGeometry())
    settings.setValue("layout/state", window.saveState(LAYOUT_VERSION))
    settings.setValue("layout/splitter", splitter_state)


def restore_layout(window: QMainWindow) -> QByteArray | None:
    """Put the window back where it was, unless the layout is of another version or no screen shows it now.

    Returns:
        The splitter's state; None when there is nothing to restore.
    """
    settings = window_ini()
    if str(settings.value("layout/version", "")) != str(LAYOUT_VERSION):
        return None
    default = window.size()
    geometry, state, splitter = (settings.value(f"layout/{key}") for key in ("geometry", "state", "splitter"))
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    if isinstance(state, QByteArray):
        window.restoreState(state, LAYOUT_VERSION)
    if not _is_on_a_screen(window):
        window.resize(default)
        available = QGuiApplication.primaryScreen().availableGeometry()
        frame = window.frameGeometry()
        frame.moveCenter(available.center())
        window.move(frame.topLeft())
    return splitter if isinstance(splitter, QByteArray) else None


def _is_on_a_screen(window: QMainWindow) -> bool:
    """Whether enough of the window's upper edge is visible to grab it."""
    edge = window.frameGeometry()
    edge.setHeight(_SHORTEST_VISIBLE // 2)
    seen = [screen.availableGeometry().intersected(edge) for screen in QGuiApplication.screens()]
    return any(part.width() >= _SHORTEST_VISIBLE and part.height() > 0 for part in seen)
