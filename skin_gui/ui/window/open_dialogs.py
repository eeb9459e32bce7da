"""The dialogs that ask what to open; each starts in the folder that it was last used in."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.ui.widgets.window_state import last_folder, remember_folder


def ask_images(parent: QWidget) -> list[Path]:
    """Image files; none when the user thinks better of it."""
    patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in IMAGE_SUFFIXES)
    filters = [
        QCoreApplication.translate("open_dialogs", "Images ({patterns})").format(patterns=patterns),
        QCoreApplication.translate("open_dialogs", "All files (*)"),
    ]
    title = QCoreApplication.translate("open_dialogs", "Open Image")
    names, _ = QFileDialog.getOpenFileNames(parent, title, last_folder("image"), ";;".join(filters))
    if names:
        remember_folder("image", Path(names[0]).parent)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget) -> Path | None:
    """A folder; None when the user thinks better of it."""
    title = QCoreApplication.translate("open_dialogs", "Open Folder")
    name = QFileDialog.getExistingDirectory(parent, title, last_folder("folder"))
    if not name:
        return None
    remember_folder("folder", Path(name))
    return Path(name)
