"""Keeps the image browser and the image on the screen together."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from skin_gui.imaging.entries import means_folder
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import SUB_FOLDERS
from skin_gui.ui.browser.browser_model import Role
from skin_gui.ui.browser.image_browser import ImageBrowser
from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.workers.shown import ImagePrediction


class BrowserController(QObject):
    """The browser lists folders; the sequence takes its images over, in the order that the browser shows them in."""

    def __init__(
        self, browser: ImageBrowser, sequence: ImageSequence, image: OpenImage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._browser, self._sequence, self._image = browser, sequence, image
        self.toggle = QAction(self.tr("Image &Browser"), self)
        self.toggle.setCheckable(True)
        self.toggle.setShortcut(QKeySequence("F9"))
        self.toggle.toggled.connect(browser.setVisible)
        browser.hide()  # until there is something to browse
        self._reordered = QTimer(self, singleShot=True, interval=0)
        self._reordered.timeout.connect(self._follow_order)
        browser.model.modelReset.connect(self._reordered.start)
        browser.image_selected.connect(self.follow)
        browser.image_activated.connect(self.follow)
        browser.view.clicked.connect(self._clicked)
        browser.files.changed.connect(self._listed)
        browser.files.failed.connect(sequence.failed)
        image.changed.connect(browser.select)
        image.predicted.connect(self._mark)
        image.judged.connect(self._mark)

    def show_folder_of(self, roots: list[Path]) -> None:
        """List a folder, or that of a file; several files and folders stand for themselves."""
        first = roots[0].absolute()
        if len(roots) > 1:
            self._browser.close_folder()
            self._browser.note.say(
                self.tr("Several files and folders are open. Open one folder to see its images here.")
            )
            return
        self.toggle.setChecked(True)
        if means_folder(first):
            self._browser.open_folder(first, recursive=current_preferences()[SUB_FOLDERS])
        else:
            self._browser.open_folder(first.parent, select=first)

    def read_again(self) -> None:
        """Look again at what is open: for drives that tell of no changes, and for one that is back."""
        if self._browser.folder is not None:
            self._browser.files.read_again()
        else:
            self._sequence.read_again()

    def has_focus(self) -> bool:
        """Whether the user is at work in the browser, which must not lose its keys to a new image then."""
        focused = QApplication.focusWidget()
        return focused is not None and self._browser.isAncestorOf(focused)

    def _mark(self, predicted: ImagePrediction) -> None:
        """Show the result on the image's thumbnail, but where the table has a row of the image, that counts there."""
        model, prediction = self._browser.model, predicted.prediction
        if self._image.row is None or not model.listing.state(predicted.path).of_row:
            model.set_prediction(predicted.path, prediction.probability, prediction.label, predicted.model)

    def follow(self, path: Path) -> bool:
        """Show an image that the browser lists, in the browser's order; False when it does not list it."""
        row = self._browser.model.listing.row(path)
        if row >= 0:
            self._sequence.follow(self._browser.paths(), row)
        return row >= 0

    def find(self) -> None:
        """Let the user type what the browser filters by."""
        self.toggle.setChecked(True)
        self._browser.header.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._browser.header.filter.selectAll()

    def _follow_order(self) -> None:
        current = self._sequence.current
        if current is not None:
            self.follow(current)

    def _clicked(self, index: QModelIndex) -> None:
        # The image may have been closed while it was still the browser's current one.
        path = Path(index.data(Role.PATH))
        if path != self._sequence.current:
            self.follow(path)

    def _listed(self, files: list[Path]) -> None:
        current, folder = self._sequence.current, self._browser.folder
        exists = current is not None and current.exists()
        if not files and not exists:
            self._sequence.found_nothing.emit(folder)
        elif current is not None and current not in files and current.parent == folder:
            # A file that the browser leaves out, for its suffix say, was still asked for by name; one that is gone by
            # now is still the one that the user looks at.
            self._sequence.surround(self._browser.paths())
        if exists:
            self._image.try_again()
