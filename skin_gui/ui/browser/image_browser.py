"""The image browser: a folder as thumbnails, kept up to date, with results and decisions as badges."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from skin_gui import paths
from skin_gui.ui.browser.browser_bars import BrowserFooter, BrowserHeader, BrowserNote
from skin_gui.ui.browser.browser_model import BrowserModel, Role
from skin_gui.ui.browser.browser_state import Order
from skin_gui.ui.browser.folder_files import FolderFiles
from skin_gui.ui.browser.thumbnail_view import ThumbnailView
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets import window_state
from skin_gui.ui.widgets.layouts import in_column

if TYPE_CHECKING:
    from skin_gui.lesions.groups import Groups

_FILTER_MS = 150
_DEFAULT_EDGE = 128
_LEAST_HEIGHT = 40


class ImageBrowser(QWidget):
    """Owns the model, the list of the folder and the thumbnails. Its owner calls `stop` before it goes away."""

    image_selected = Signal(object)
    """The path of the image that has become current."""
    image_activated = Signal(object)
    """The path of the image on which Enter was pressed or that was double-clicked."""
    open_folder_wanted = Signal()
    """The user asks for the dialog that opens a folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("imageBrowser")
        self.setAccessibleName(self.tr("Image browser"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._current = self._anchor = ""
        self._current_was_visible = self._choose_first = False
        self.model = BrowserModel(self)
        self.files = FolderFiles(self.model, self)
        self.header, self.footer, self.note = BrowserHeader(), BrowserFooter(), BrowserNote()
        self.view = ThumbnailView(self.model)
        self._typing = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self._lay_out()
        self._connect()
        self._restore()
        self._update_texts()

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.note)
        self.stack.addWidget(self.view)
        self.stack.setMinimumHeight(_LEAST_HEIGHT)  # both scroll: on a small screen others need the room
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        in_column(self, self.header, (self.stack, 1), self.footer, spacing=0)
        header = self.header
        stops = (header.recent, header.filter, header.order, header.recursive, self.view, self.footer.slider)
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _connect(self) -> None:
        header, view = self.header, self.view
        header.order_chosen.connect(self.sort_by)
        header.recursive.clicked.connect(self._list_again)
        header.filter.textChanged.connect(lambda _: self._typing.start())
        header.filter.left.connect(self._leave_filter)
        self._typing.timeout.connect(lambda: self.model.filter_names(header.filter.text()))
        self.footer.slider.valueChanged.connect(self._set_edge)
        view.size_wanted.connect(self.footer.slider.setValue)
        view.selectionModel().currentChanged.connect(self._current_changed)
        view.activated.connect(lambda index: self.image_activated.emit(Path(index.data(Role.PATH))))
        self.note.button.clicked.connect(self._help_on)
        self.model.modelAboutToBeReset.connect(self._remember_place)
        self.model.modelReset.connect(self._find_place)
        self.model.dataChanged.connect(self._update_count)
        self.files.listed.connect(self._listed)

    def _restore(self) -> None:
        stored = window_state.window_ini()
        value = str(stored.value("browser/order", Order.NAME.value))
        order = Order(value) if value in list(Order) else Order.NAME
        self.header.set_order(order)
        self.model.sort_by(order)
        edge = str(stored.value("browser/edge", _DEFAULT_EDGE))
        self.footer.slider.setValue(int(edge) if edge.isdecimal() else _DEFAULT_EDGE)
        self.view.set_edge(self.footer.slider.value())

    # Folder

    @property
    def folder(self) -> Path | None:
        return self.files.folder

    def open_folder(self, path: Path, recursive: bool = False, select: Path | None = None) -> None:
        """Show a folder.

        Args:
            select: the image to make current, which is announced at once; else the first one, once all are listed.
        """
        folder = path.absolute()
        self._current = str(select.absolute()) if select is not None else ""
        self._choose_first = select is None
        self.header.recursive.setChecked(recursive)
        self.header.filter.clear()
        self._typing.stop()  # nobody typed that
        self.model.filter_names("")
        self.view.pixmaps.clear()
        self.files.open(folder, recursive)
        self._update_texts()
        if select is None and not folder.is_relative_to(paths.samples()):
            window_state.add_recent(folder)
        if select is not None:
            self.image_selected.emit(select.absolute())

    def close_folder(self) -> None:
        self._current, self._choose_first = "", False
        self.view.pixmaps.clear()
        self.files.close()
        self._update_texts()

    def stop(self) -> None:
        self._typing.stop()
        self.files.stop()
        self.view.stop()

    @property
    def recursive(self) -> bool:
        return self.header.recursive.isChecked()

    def set_recursive(self, recursive: bool) -> None:
        """Show the images of folders within the folder, or not, without a signal."""
        if recursive != self.recursive:
            self.header.recursive.setChecked(recursive)
            self._list_again(recursive)

    def _list_again(self, recursive: bool) -> None:
        if self.folder is not None:
            self._choose_first = not self._current
            self.files.read(recursive)
            self._update_texts()

    def _listed(self) -> None:
        self._update_texts()
        if self._choose_first and self.model.listing.shown:
            self.view.select_row(0)
            self._choose_first = False
        elif not self.model.listing.files:  # what comes first, or comes back, is shown where nothing else is
            self._choose_first = not self._current

    # Patients and lesions

    def set_groups(self, groups: "Groups") -> None:
        if not len(groups) and not self.model.has_groups:
            return
        self.model.set_groups(groups)
        self.view.show_captions(self.model.has_groups)
        if self.model.listing.order == Order.PATIENT:
            self.resort()

    def resort(self) -> None:
        """Sort by what is known now; the current image stays in view."""
        if self.model.listing.order.key is not None:
            self.model.sort_by(self.model.listing.order)

    # Going about

    def paths(self) -> list[Path]:
        """The images shown, in the order shown; not to be changed."""
        return self.model.listing.paths

    def current(self) -> Path | None:
        """The current image, whether the filter shows it or not."""
        return Path(self._current) if self._current else None

    def selected_paths(self) -> list[Path]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [Path(self.model.listing.shown[row].path) for row in rows]

    def select(self, path: Path | None) -> bool:
        """Make an image current, or none; False when it is not shown, and then no other one is marked either."""
        row = self.model.listing.row(path) if path is not None else -1
        if row < 0:
            self._current = str(path) if path is not None else ""
            self.view.clearSelection()
            return False
        # The one just clicked is current already, and may join others that are selected.
        if row != self.view.currentIndex().row() or not self.view.selectionModel().hasSelection():
            self.view.select_row(row)
        return True

    def sort_by(self, order: Order) -> None:
        """Sort, remember by what, and show the first of them."""
        self.header.set_order(order)
        window_state.window_ini().setValue("browser/order", order.value)
        self.model.sort_by(order)
        self.view.scrollToTop()

    def _row(self) -> int:
        return self.model.listing.row(self._current)

    def _current_changed(self, index: QModelIndex) -> None:
        path = index.data(Role.PATH) if index.isValid() else ""
        if path and path != self._current:
            self._current, self._choose_first = path, False
            self.image_selected.emit(Path(path))

    def _remember_place(self) -> None:
        self._anchor = self.view.top_path() if self.view.verticalScrollBar().value() else ""
        self._current_was_visible = self._row() in self.view.visible_rows()

    def _find_place(self) -> None:
        """The model has been reset: the same image is current, and what was to be seen is to be seen again."""
        self._update_texts()
        row = self._row()
        if row >= 0:
            self.view.select_row(row)
        if row < 0 or not self._current_was_visible:
            self.view.go_to_top(self._anchor)

    def _leave_filter(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self.model.filter_names(self.header.filter.text())
        if self.model.listing.shown:
            if self._row() < 0:
                self.view.select_row(0)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_edge(self, edge: int) -> None:
        self.view.set_edge(edge)
        window_state.window_ini().setValue("browser/edge", edge)

    # Texts

    def _help_on(self) -> None:
        if self.model.listing.files:
            self.header.filter.clear()
            self._typing.stop()
            self.model.filter_names("")
        elif self.files.left_out:
            self.header.recursive.click()
        else:
            self.open_folder_wanted.emit()

    def _update_texts(self) -> None:
        folder = self.folder
        name = (folder.name or str(folder)) if folder is not None else self.tr("Images")
        self.header.title.set_full_text(left_to_right(name), left_to_right(str(folder or "")))
        if self.model.listing.shown:
            self.stack.setCurrentWidget(self.view)
        else:
            self.note.say(*self._reason(name))
            self.stack.setCurrentWidget(self.note)
        for widget in (self.header.filter, self.header.order, self.header.recursive, self.footer.slider):
            widget.setEnabled(folder is not None)
        self._update_count()

    def _reason(self, name: str) -> tuple[str, str]:
        """Why there are no thumbnails, and the button that helps."""
        if self.folder is None:
            return self.tr("Open a folder to see its images here."), self.tr("Open Folder…")
        if self.files.problem:
            return self.files.problem, self.tr("Open Another Folder…")
        if self.model.listing.files:
            text = self.tr("No file name contains “{text}”.").format(text=self.header.filter.text().strip())
            return text, self.tr("Show All")
        if self.files.is_listing:
            return self.tr("Looking for images…"), ""
        text = self.tr("There are no images in {name}.").format(name=left_to_right(name))
        return text, self.tr("Include Sub-folders") if self.files.left_out else self.tr("Open Another Folder…")

    def _update_count(self) -> None:
        self.footer.show_counts(
            shown=self.model.rowCount(),
            total=len(self.model.listing.files),
            unreadable=len(self.model.listing.unreadable),
            unlisted=self.files.unlisted,
        )
