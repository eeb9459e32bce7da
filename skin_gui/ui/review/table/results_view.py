"""The view on the table of results: selection by file, and a line between patients."""

from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from skin_gui.ui.review.table.cell_delegates import NameDelegate, NoteDelegate, ProbabilityDelegate
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.results_header import ResultsHeader
from skin_gui.ui.review.table.results_model import ResultsModel
from skin_gui.ui.widgets.theme import theme

Index = QModelIndex | QPersistentModelIndex

_ROW_PADDING = 10
_MOST_RANGES = 2000


class ResultsView(QTableView):
    """A table whose selection and columns outlive sorting, filtering and the program."""

    current_changed = Signal(object)
    """The path of the row the keyboard is on."""
    selection_changed = Signal()
    opened = Signal(object)
    """The path of a row that was double-clicked."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self._kept: tuple[Path | None, list[Path]] = (None, [])
        self._anchor: tuple[Path, int] | None = None
        self._announced: Path | None = None
        self._typed: tuple[Path, str] | None = None
        self.setAccessibleName(self.tr("Results"))
        self.setModel(model)
        self._set_up_rows()
        self.columns = ResultsHeader(self)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.modelReset.connect(self.columns.fit_names)
        model.held = lambda: self.current_path
        model.about_to_fill.connect(self._keep_place)
        model.filled.connect(self._restore_place)
        model.rowsInserted.connect(self.columns.fit_names)
        self.doubleClicked.connect(self._open)

    def _set_up_rows(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        theme().changed.connect(self._fit_rows)
        for column in (Column.FILE, Column.PATIENT, Column.LESION):
            self.setItemDelegateForColumn(column, NameDelegate(self))
        self.setItemDelegateForColumn(Column.PROBABILITY, ProbabilityDelegate(self))
        self.setItemDelegateForColumn(Column.NOTE, NoteDelegate(self))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known which names are in sight."""
        super().showEvent(event)
        self.columns.fit_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit_names()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt puts the keyboard on a row then, where it was on none, and selects nothing: its keys would do nothing."""
        super().focusInEvent(event)
        if self.current_path is not None and not self.selectionModel().hasSelection():
            self.select_path(self.current_path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line above the first row of each patient, where rows stand by patient."""
        super().paintEvent(event)
        rows = self.results.rows
        if not rows.is_grouped:
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        last = len(rows) - 1 if last < 0 else last
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme().colours.muted))
        for row in range(max(first, 1), last + 1):
            if rows.group_at(row) != rows.group_at(row - 1):
                y = self.rowViewportPosition(row) - 1
                painter.drawLine(0, y, self.viewport().width(), y)

    # Selection

    @property
    def current_path(self) -> Path | None:
        """The file of the row the keyboard is on."""
        index = self.currentIndex()
        return self.results.rows.result_at(index.row()).path if index.isValid() else None

    def selected_paths(self) -> list[Path]:
        rows = [row for part in self._parts() for row in range(part.top(), part.bottom() + 1)]
        return [self.results.rows.result_at(row).path for row in sorted(set(rows))]

    @property
    def selected_count(self) -> int:
        return sum(part.bottom() - part.top() + 1 for part in self._parts())

    def _parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def select_path(self, path: Path, *, scroll: bool = True) -> bool:
        """Select the row of a file alone, and bring it into sight; false where it is not shown."""
        row = self.results.rows.row_of(path)
        if row is None:
            return False
        column = self.currentIndex().column() if self.currentIndex().isValid() else Column.FILE
        index = self.results.index(row, column)
        # Not the view's own way, which adds to the selection while Ctrl is held, for Ctrl+Z say.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if scroll:
            self.scrollTo(index)
        return True

    def select_paths(self, paths: list[Path]) -> None:
        """Select the rows of these files alone, and go to the first of them."""
        if len(paths) == 1:
            self.select_path(paths[0])
            return
        rows = self.results.rows.rows_of(paths)
        if rows:
            self.select_path(self.results.rows.result_at(rows[0]).path)
            self._select_rows(rows)

    def _select_rows(self, rows: list[int]) -> None:
        selection = QItemSelection()
        for first, last in _runs(rows)[:_MOST_RANGES]:
            selection.select(self.results.index(first, 0), self.results.index(last, len(Column) - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_none(self) -> None:
        """Have the keyboard on no row; the next row to be selected is told, whichever it is."""
        self._announced = None
        self.selectionModel().clear()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which file the keyboard is on, once for each."""
        super().currentChanged(current, previous)
        path = self.current_path
        if path is not None and path != self._announced:
            self._announced = path
            self.current_changed.emit(path)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def _keep_selection(self) -> None:
        self._kept = (self.current_path, self.selected_paths())
        self._typed = NoteDelegate.typed(self.viewport())

    def _restore_selection(self) -> None:
        current, selected = self._kept
        self._kept = (None, [])
        row = self.results.rows.row_of(current) if current is not None else None
        if row is not None:
            index = self.results.index(row, Column.FILE)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._select_rows(self.results.rows.rows_of(selected))
        self.selection_changed.emit()
        if self._typed is not None:
            self._go_on_typing(*self._typed)

    def _go_on_typing(self, path: Path, note: str) -> None:
        """A reset closes the field of a note: it opens again with what was typed, or that is kept as the note."""
        row = self.results.rows.row_of(path)
        if row is None:
            QTimer.singleShot(0, self, lambda: self.results.note_entered.emit(path, note))
            return
        self.edit(self.results.index(row, Column.NOTE))
        field = self.viewport().findChildren(QLineEdit)[-1]
        field.selectAll()
        field.insert(note)

    def keep_typed(self) -> None:
        """What is being typed becomes the row's note: its rows are about to go."""
        typed = NoteDelegate.typed(self.viewport())
        if typed is not None:
            self.results.note_entered.emit(*typed)
            for field in self.viewport().findChildren(QLineEdit):
                field.setModified(False)

    def _keep_place(self) -> None:
        """Remember where the user's row stands, or else the first one to be seen, unless that is the table's first."""
        current = self.currentIndex()
        in_sight = current.isValid() and self.viewport().rect().intersects(self.visualRect(current))
        row = current.row() if in_sight else self.rowAt(0)
        is_held = row >= 0 and (in_sight or self.verticalScrollBar().value() > 0)
        self._anchor = (self.results.rows.result_at(row).path, self.rowViewportPosition(row)) if is_held else None

    def _restore_place(self) -> None:
        """Scroll by as much as the rows above have become more or fewer."""
        row = self.results.rows.row_of(self._anchor[0]) if self._anchor is not None else None
        if self._anchor is None or row is None:
            return
        self.updateGeometries()  # else the scroll bar ends where the rows did before
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(row) - self._anchor[1])

    def keyboardSearch(self, _search: str) -> None:
        """Letters are the keys of decisions here, not of names: Ctrl+F finds those."""

    def _open(self, index: Index) -> None:
        if index.column() == Column.NOTE:
            self.edit(index)
        else:
            self.opened.emit(self.results.rows.result_at(index.row()).path)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Consecutive rows as pairs of the first and the last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
