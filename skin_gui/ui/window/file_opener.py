"""What is opened, wherever the user asked for it: dialogs, drops, the lists of recent files, the command line."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

from skin_gui import paths
from skin_gui.imaging.entries import is_image, is_there, means_folder
from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import SUB_FOLDERS
from skin_gui.ui.browser.folder_notice import FolderNotice
from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.widgets import window_state
from skin_gui.ui.widgets.window_state import last_folder, remember_folder
from skin_gui.ui.window.parts import Parts

AskToStop = Callable[[list[Path], Callable[[], None]], bool]


class FileOpener(QObject):
    """Opens files and folders in all parts of the window at once, and looks at them again."""

    def __init__(self, window: QMainWindow, parts: Parts, batch_review: BatchReview, notice: FolderNotice) -> None:
        super().__init__(window)
        self._window, self._parts, self._batch_review, self._notice = window, parts, batch_review, notice
        self.ask_to_stop: AskToStop = lambda _roots, _then: False
        """Where opening these would end a batch, asks first; the second is called if the user wants that."""
        commands = parts.commands
        commands.open_image.triggered.connect(self.choose_image)
        commands.open_folder.triggered.connect(self.choose_folder)
        commands.open_samples.triggered.connect(self.open_samples)
        commands.read_again.triggered.connect(self.read_again)
        notice.button.clicked.connect(self.read_again)

    def open(self, roots: Sequence[Path]) -> None:
        """Open files and folders; the first image is shown. What would end a batch is asked about first."""
        wanted, left_out = _sorted_out(roots)
        self._notice.show_left_out(left_out, any_opened=bool(wanted))
        if wanted and not self.ask_to_stop(wanted, lambda: self._open(wanted)):
            self._open(wanted)

    def look_at(self, path: Path) -> None:
        """Show one image with its folder in browser and table, as none that the user has opened."""
        self._look_for([path])

    def open_samples(self) -> None:
        self.open([paths.samples()])

    def choose_image(self) -> None:
        self.open(ask_images(self._window))

    def choose_folder(self) -> None:
        folder = ask_folder(self._window)
        if folder is not None:
            self.open([folder])

    def read_again(self) -> None:
        """Look again at the folder, or the files, that are open."""
        self._parts.status.show_message(self.tr("Reading again…"))
        self._parts.browser_controller.read_again()

    def include_sub_folders(self) -> None:
        """Have the images of folders within what is open count."""
        table = self._batch_review.table
        if not self._parts.sequence.roots:
            self._parts.browser.header.recursive.click()
        elif table is not None:
            table.session.set_recursive(True)

    def _open(self, roots: list[Path]) -> None:
        self._look_for(roots)
        if not roots[0].is_relative_to(paths.samples()):
            window_state.add_recent(roots[0].absolute())

    def _look_for(self, roots: list[Path]) -> None:
        recursive = current_preferences()[SUB_FOLDERS]
        self._parts.sequence.open(roots, recursive=recursive)
        self._parts.browser_controller.show_folder_of(roots)
        if self._parts.image.path is None:
            self._parts.panel.show_empty(self.tr("Looking for images…"))
        self._batch_review.open(roots, recursive=recursive)


def _sorted_out(roots: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """What can be opened, and files that are no images; one alone is opened whatever it is, to say what it is."""
    if len(roots) == 1:
        return list(roots), []
    wanted = [one for one in roots if is_image(one) or means_folder(one) or not is_there(one)]
    return wanted, [one for one in roots if one not in wanted]


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
