"""Where an export is written: a field for the path, a button to choose it, and the question before it is replaced."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from skin_gui.classifier.model_names import clean_name
from skin_gui.ui.review.export_kinds import ExportKind
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.fields import PathField
from skin_gui.ui.widgets.layouts import in_row
from skin_gui.ui.widgets.questions import is_confirmed
from skin_gui.ui.widgets.window_state import last_folder, remember_folder

_DIALOG = "export"
_MOST_MODELS = 2  # a file's name has an end


class ExportTarget(QWidget):
    """A line of the export dialog; it begins in the folder that was exported to last."""

    changed = Signal()

    def __init__(self, name: str, models: Sequence[str], kind: ExportKind) -> None:
        """Args: the folder's name and the models', for the file's name; the kind chosen at first."""
        super().__init__()
        self._name, self._kind = name or "skin-gui", kind
        self._models = "".join(f"-{clean_name(model).replace(' ', '-')}" for model in models[:_MOST_MODELS])
        self.field = PathField()
        self.field.setAccessibleName(self.tr("File"))
        self.field.setMinimumWidth(360)
        self.browse = push_button(self.tr("Browse…"))
        self.browse.setAutoDefault(False)  # Enter in the field exports
        self.browse.clicked.connect(self._browse)
        self.setFocusProxy(self.field)
        in_row(self, (self.field, 1), self.browse)
        self.set_kind(kind)
        self.field.textChanged.connect(lambda _: self.changed.emit())

    @property
    def path(self) -> Path | None:
        """Where to write; None while nothing is typed."""
        text = self.field.text().strip()
        return Path(text).expanduser().absolute() if text else None

    def set_kind(self, kind: ExportKind) -> None:
        """Suggest a name for another kind of file."""
        self._kind = kind
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        default = documents if Path(documents).is_dir() else QDir.homePath()
        folder = Path(self.field.text()).parent if self.field.text() else Path(last_folder(_DIALOG) or default)
        name = f"{self._name}{self._models if kind.names_models else ''}{kind.suffix}"
        self.field.setText(str(folder / name))

    def ask_to_replace(self) -> bool:
        """Whether it may be written: it is new, or the user says that it may be replaced."""
        target = self.path
        if target is None or self._kind.pattern is None or not target.is_file():
            return True  # a new folder is never written over what is there
        question = self.tr("{file} exists. Replace it?").format(file=left_to_right(target.name))
        return is_confirmed(self, self.tr("Export"), question, self.tr("Replace"))

    def _browse(self) -> None:
        asked, title = Path(self.field.text()), self.tr("Export")
        if self._kind.pattern is None:  # where the new folder is to lie
            parent = QFileDialog.getExistingDirectory(self, title, str(asked.parent))
            name = str(Path(parent) / asked.name) if parent else ""
        else:
            # Asked at the start, whether the name was typed or chosen.
            silent = QFileDialog.Option.DontConfirmOverwrite
            name, _ = QFileDialog.getSaveFileName(self, title, str(asked), self._kind.pattern(), options=silent)
        if name:
            self.field.setText(name)


def remember_written(path: Path) -> None:
    """The next export begins where this one was written."""
    remember_folder(_DIALOG, path.parent)


def show_in_folder(path: Path) -> None:
    """Open the folder that was written, or that a file was written to."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
