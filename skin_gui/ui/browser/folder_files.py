"""The images of the folder that is open, as they are found on the disk, kept up to date in the browser's model."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skin_gui.ui.browser.browser_model import BrowserModel
from skin_gui.ui.texts.facts import words
from skin_gui.wording.fact import Fact
from skin_gui.workers.folder_scan import FolderWatch

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FolderScan, FoundImage


class FolderFiles(QObject):
    """Lists one folder after the other. Its owner calls `stop` before it goes away."""

    listed = Signal()
    """All that there is has been listed, or cannot be: there may be other files now."""
    changed = Signal(list)
    """The folder's images in natural order, all of them: when it has been listed, after each change, and whenever it is
    read again or is back."""
    failed = Signal(object)
    """The folder cannot be read, and nothing of it is known: a `Fact`."""

    def __init__(self, model: BrowserModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.folder: Path | None = None
        self.problem = ""
        """Why it cannot be read, in words; what was known of it before stays."""
        self.unlisted = 0
        """How many folders within it cannot be read."""
        self.left_out = 0
        """How many folders within it were not looked into, as was asked."""
        self._filling = False
        self._announced = False
        self._watch = FolderWatch(self)
        self._watch.found.connect(self._add)
        self._watch.listed.connect(self._take)
        self._watch.failed.connect(self._fail)

    @property
    def has_images(self) -> bool:
        return bool(self._model.listing.files)

    @property
    def is_listing(self) -> bool:
        """Whether there may be more than is known so far."""
        return self._watch.is_listing

    def open(self, folder: Path, recursive: bool) -> None:
        self._model.clear()
        self.folder, self.unlisted, self.left_out, self._announced = folder, 0, 0, False
        self.read(recursive)

    def close(self) -> None:
        self.folder, self.problem, self.left_out = None, "", 0
        self._watch.close()
        self._model.clear()

    def stop(self) -> None:
        self._watch.stop()

    def read(self, recursive: bool) -> None:
        """List the folder, with the images of folders within it or without."""
        if self.folder is not None:
            # Where there are images already, of the folder without its sub-folders say, they stay until all are listed.
            self._filling, self.problem = not self._model.listing.files, ""
            self._watch.open(self.folder, recursive)

    def read_again(self) -> None:
        """List the folder again, whether anything told of a change or not, and try what could not be read."""
        self._announced = False
        self._watch.refresh()

    def _add(self, files: "list[FoundImage]") -> None:
        if self._filling:
            self._model.add_files(files)

    def _take(self, scan: "FolderScan") -> None:
        is_back, self._filling, self.problem = bool(self.problem), False, ""
        self.unlisted, self.left_out = len(scan.unreadable), scan.folders_left_out
        changed = self._model.set_files(scan.files)
        if changed or is_back or not self._announced:
            self._model.forget_unreadable()
            self._announced = True
            self.changed.emit([Path(file.path) for file in scan.files])
        self.listed.emit()

    def _fail(self, fact: Fact) -> None:
        self.problem = words(fact)
        self.listed.emit()
        if not self._model.listing.files:
            self.failed.emit(fact)
