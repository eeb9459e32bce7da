"""The folders that a training takes its images from."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from skin_gui.ui.texts.formats import in_reading_direction, left_to_right
from skin_gui.ui.widgets.buttons import push_button, tool_button
from skin_gui.ui.widgets.labels import ElidedLabel, text_label
from skin_gui.ui.widgets.layouts import empty, in_column, in_row
from skin_gui.ui.widgets.window_state import last_folder, remember_folder

_DIALOG = "training"


class FoldersList(QFrame):
    """Folders, each with a button that takes it away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dropZone")
        self.setAccessibleName(self.tr("Training folders"))
        self.folders: list[Path] = []
        self._rows = in_column(None, spacing=4)
        self.hint = text_label(
            self.tr(
                "Drop folders here, or add them. Images lie in folders named benign and malignant, with train, val and "
                "test above them if you have splits, or beside a CSV with the ISIC columns. Nothing is changed in them."
            ),
            "body",
        )
        self.refusal = text_label("", "small")
        self.refusal.hide()
        self.add_button = push_button(self.tr("Add Folder…"), "open-folder")
        self.add_button.clicked.connect(self.ask)
        below = in_row(None, self.add_button, (self.refusal, 1), (None, 0))
        in_column(self, self.hint, self._rows, below, spacing=12, margins=16)

    def ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Add Training Folder"), last_folder(_DIALOG))
        if name:
            remember_folder(_DIALOG, Path(name).parent)
            self.add([Path(name)])

    def add(self, paths: list[Path]) -> None:
        """Add folders; what is no folder, or is there already, is left out."""
        folders = [path for path in paths if path.is_dir()]
        no_folders = len(folders) < len(paths)
        self.refusal.setText(self.tr("Only folders can be added.") if no_folders else "")
        self.refusal.setVisible(no_folders)
        new = [folder for folder in dict.fromkeys(folders) if folder not in self.folders]
        if new:
            self.folders += new
            self._show()

    def remove(self, folder: Path) -> None:
        self.folders.remove(folder)
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        for folder in self.folders:
            self._rows.addWidget(self._row(folder))
        self.hint.setVisible(not self.folders)
        self.changed.emit()

    def _row(self, folder: Path) -> QWidget:
        row = QWidget()
        name = ElidedLabel()
        name.set_full_text(in_reading_direction(str(folder)))
        named = self.tr("Remove {name}").format(name=left_to_right(folder.name))
        remove = tool_button("cancel", named, self.tr("Take this folder out of the list"))
        remove.clicked.connect(lambda: self.remove(folder))
        in_row(row, (name, 1), remove)
        return row
