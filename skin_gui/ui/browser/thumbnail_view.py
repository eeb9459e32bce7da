"""The browser's grid of thumbnails, and which of them are wanted now."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage, QPixmap, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from skin_gui.ui.browser.browser_delegate import BrowserDelegate
from skin_gui.ui.browser.browser_model import BrowserModel
from skin_gui.ui.browser.pixmap_cache import PIXMAP_LIMIT, PixmapCache
from skin_gui.ui.texts.facts import words
from skin_gui.ui.widgets.theme import theme
from skin_gui.wording.fact import Fact
from skin_gui.workers.thumbnails import ThumbnailLoader

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage

SMALLEST, LARGEST = 96, 256
"""Sides of a tile, in the screen's logical pixels."""

_REQUEST_MS = 30


class ThumbnailView(QListView):
    """Shows a `BrowserModel`; makes thumbnails for what is to be seen, then for a page before and after it."""

    size_wanted = Signal(int)
    """The side of a tile that the mouse wheel asks for."""

    def __init__(self, model: BrowserModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = model
        self.pixmaps = PixmapCache()
        self.loader = ThumbnailLoader(self)
        self._delegate = BrowserDelegate(self.pixmaps, self)
        self._typed, self._typed_at = "", 0.0
        self._columns = 1
        self.setObjectName("thumbnails")
        self.setAccessibleName(self.tr("Images"))
        self._set_up()
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        # Not anew with each step of scrolling: while it goes on, what passes by is asked for as well.
        self._request = QTimer(self, singleShot=True, interval=_REQUEST_MS)
        self._request.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._ask_soon)
        self.verticalScrollBar().rangeChanged.connect(self._ask_soon)
        model.modelReset.connect(self._ask_soon)
        model.dataChanged.connect(self._ask_soon)
        self.loader.loaded.connect(self._take)
        self.loader.failed.connect(self._take_failure)
        theme().changed.connect(self._fit)

    def _set_up(self) -> None:
        # A list that wraps, not Qt's icon mode: that one keeps a tree of all items and takes three times as long.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: if it came and went, the columns would have to be fitted again and again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)

    # Size

    @property
    def edge(self) -> int:
        """Side of a tile, in logical pixels."""
        return self._delegate.edge

    def set_edge(self, edge: int) -> None:
        edge = min(max(edge, SMALLEST), LARGEST)
        if edge != self._delegate.edge:
            self._delegate.edge = edge
            self._fit()

    def show_captions(self, shown: bool) -> None:
        if shown != self._delegate.has_captions:
            self._delegate.has_captions = shown
            self._fit()

    def _fit(self) -> None:
        """Share the width out among as many columns as fit."""
        smallest = self._delegate.smallest_cell(self.fontMetrics().height())
        width = self.viewport().width() - 1  # what is exactly as wide as the view wraps
        columns = max(width // smallest.width(), 1)
        cell = QSize(max(width // columns, 1), smallest.height())
        if cell == self._delegate.cell and columns == self._columns:
            return
        top = self.top_path()
        self._delegate.cell, self._columns = cell, columns
        self.setGridSize(cell)
        self.verticalScrollBar().setSingleStep(cell.height() // 3)
        self.executeDelayedItemsLayout()
        self.go_to_top(top)
        self._ask_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the size of the tiles; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_wanted.emit(self.edge + (16 if event.angleDelta().y() > 0 else -16))
            event.accept()
        else:
            super().wheelEvent(event)

    # Place

    def visible_rows(self) -> range:
        height = self._delegate.cell.height()
        if height <= 0:
            return range(0)
        offset, rows = self.verticalOffset(), self._files.rowCount()
        first = max(offset // height, 0) * self._columns
        last = -(-(offset + self.viewport().height()) // height) * self._columns
        return range(min(first, rows), min(last, rows))

    def top_path(self) -> str:
        """The file in the first row that is to be seen in full; empty when there is none."""
        height = self._delegate.cell.height()
        if height <= 0:
            return ""
        row = -(-self.verticalOffset() // height) * self._columns
        return self._files.listing.shown[row].path if row < len(self._files.listing.shown) else ""

    def go_to_top(self, path: str) -> None:
        """Scroll so that a file is in the first row, as far as possible."""
        row = self._files.listing.row(path)
        if row >= 0:
            self.scrollTo(self._files.index(row), QAbstractItemView.ScrollHint.PositionAtTop)

    def select_row(self, row: int) -> None:
        index = self._files.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads to: left and right go through all images, from the end of a line to the next one."""
        moves = QAbstractItemView.CursorAction
        if action not in (moves.MoveLeft, moves.MoveRight) or not self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        step = 1 if (action == moves.MoveRight) != self.isRightToLeft() else -1
        row = min(max(self.currentIndex().row() + step, 0), self._files.rowCount() - 1)
        return self._files.index(row)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next file whose name begins with what is typed."""
        now = time.monotonic()
        goes_on = now - self._typed_at < QGuiApplication.styleHints().keyboardInputInterval() / 1000
        self._typed, self._typed_at = (self._typed if goes_on else "") + search, now
        start = self.currentIndex().row()
        # The same key again and again goes from one match to the next; a longer text narrows the match.
        steps = len(set(self._typed)) == 1
        row = self._files.listing.find_name(
            self._typed[0] if steps else self._typed, max(start, 0) + int(steps and start >= 0)
        )
        if row >= 0:
            self.select_row(row)

    # Thumbnails

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.loader.want([], 0)

    def _ask_soon(self) -> None:
        if not self._request.isActive():
            self._request.start()

    def _side(self) -> int:
        return round(self.edge * self.devicePixelRatioF())

    def _ask(self) -> None:
        if not self.isVisible():
            return
        side = self._side()
        wanted = []
        for row in self._rows_to_have(side):
            file = self._files.listing.shown[row]
            entry = self.pixmaps.get(file)
            if (entry is None or entry[1] != side) and not self._files.listing.state(file.path).unreadable:
                wanted.append(file)
        self.loader.want(wanted, side)

    def _rows_to_have(self, side: int) -> list[int]:
        """What is to be seen, then a page after it and one before, as far as there is memory for them."""
        visible = self.visible_rows()
        each = 4 * side * side
        # Whatever a large screen shows has to fit.
        self.pixmaps.limit = max(PIXMAP_LIMIT, 2 * each * len(visible))
        page = min(len(visible), (self.pixmaps.limit // each - len(visible)) // 2)
        after = range(visible.stop, min(visible.stop + page, self._files.rowCount()))
        before = range(visible.start - 1, max(visible.start - page, 0) - 1, -1)
        return [*visible, *after, *before]

    def _take(self, file: "FoundImage", side: int, image: QImage, synthetic: bool) -> None:
        row = self._files.listing.row(file.path)
        if row < 0 or self._files.listing.shown[row] != file or side != self._side():
            return
        self.pixmaps.put(file, QPixmap.fromImage(image), side)
        if synthetic:
            self._files.set_synthetic(file.path)
        self.update(self._files.index(row))

    def _take_failure(self, file: "FoundImage", fact: Fact) -> None:
        row = self._files.listing.row(file.path)
        if row >= 0 and self._files.listing.shown[row] == file:
            self._files.set_unreadable(file.path, words(fact))

    def stop(self) -> None:
        self._request.stop()
        self.loader.stop()
