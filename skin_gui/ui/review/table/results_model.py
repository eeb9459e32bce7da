"""The table of results as a model: it filters and sorts by itself, since a proxy takes seconds for 100,000 rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon

from skin_gui.lesions.groups import Groups
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.ui.review.table.column_spec import ColumnSpec, TableRow
from skin_gui.ui.review.table.result_columns import COLUMNS, GROUP_COLUMNS, MEASURE_COLUMNS, Column
from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.ui.review.table.result_rows import ResultRows
from skin_gui.ui.widgets.icons import list_icon
from skin_gui.ui.widgets.theme import theme
from skin_gui.workers.shown import ModelFacts

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_MOST_ONE_BY_ONE = 100
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

SORT_ROLE = Qt.ItemDataRole.UserRole
"""The native value: a number, or a text."""
RESULT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row's `Result`."""
LABEL_ROLE = Qt.ItemDataRole.UserRole + 2
"""The model's label at the operating point in force; None for a failed row."""
THRESHOLD_ROLE = Qt.ItemDataRole.UserRole + 3
"""The operating point in force for the row."""


class ResultsModel(QAbstractTableModel):
    """All results of a session, of which those that pass the filter are shown, in the order asked for.

    A reset keeps no index: what a view has selected is found again by path.
    """

    note_entered = Signal(object, str)
    """A path, and the note typed for it. The row changes once the note has been saved."""
    rows_changed = Signal()
    """Rows, their labels or those shown have changed."""
    about_to_fill = Signal()
    """A batch brings rows or measures: what the user is looking at must not move."""
    filled = Signal()
    renamed = Signal()
    """Files are told apart otherwise than before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = ResultRows()
        self.held: Callable[[], Path | None] = lambda: None
        """The file of the row that the user is at: no batch takes it away."""
        self._kept: Path | None = None
        self._icon = cache(_icon)
        theme().changed.connect(self._theme_changed)

    def labelled_result(self, path: Path) -> Result | None:
        """The row of a file at the operating point that labels it."""
        result = self.rows.result(path)
        return None if result is None else self.rows.labelled(result)

    # Changing it

    def set_results(self, results: Iterable[Result], files: Iterable[Path] = ()) -> None:
        """Show these rows instead of all before; `files`: which others there are, and may get rows."""
        self.beginResetModel()
        self.rows.set_results(results, files)
        self.endResetModel()
        self.renamed.emit()
        self.rows_changed.emit()

    @contextmanager
    def _filling(self) -> Iterator[None]:
        self._kept = self.held()
        self.about_to_fill.emit()
        try:
            yield
        finally:
            self._kept = None
            self.filled.emit()

    def fill(self, results: Iterable[Result]) -> None:
        """`put` for what a batch brings: the row that the user is at stays, where she sees it."""
        with self._filling():
            self.put(results)

    def put(self, results: Iterable[Result]) -> None:
        """Add rows, or replace those of the same files. Rows in view stay where they are until the next sorting."""
        rows = list(results)
        if len(rows) > _MOST_ONE_BY_ONE:
            for result in rows:
                self.rows.store(result)
            self._rearrange()
            return
        for result in rows:
            before = self.rows.row_of(result.path)
            longer = self.rows.store(result)
            if longer is not None and (row := self.rows.row_of(longer)) is not None:
                self.dataChanged.emit(self.index(row, Column.FILE), self.index(row, Column.FILE))
                self.renamed.emit()
            self._show(result.path, before)
        self.rows_changed.emit()

    def expect(self, files: Iterable[Path]) -> None:
        """Tell these files apart from the first row on, before they have rows of their own."""
        if self.rows.expect(files):
            if self.rows.arrangement.filter.text:
                self._rearrange()
            else:
                self._repaint()
        self.renamed.emit()

    def set_filter(self, wanted: ResultFilter) -> None:
        if wanted != self.rows.arrangement.filter:
            self.rows.arrangement.filter = wanted
            self._rearrange()

    def set_groups(self, groups: Groups) -> None:
        self.rows.groups = groups
        self._columns_changed(GROUP_COLUMNS)

    def set_measured(self, measured: Mapping[Path, Measurement]) -> None:
        self.rows.measured = dict(measured)
        self._columns_changed(MEASURE_COLUMNS)

    def put_measured(self, measured: Mapping[Path, Measurement]) -> None:
        """Show further measures, or others of the same files."""
        self.rows.measured |= measured
        with self._filling():
            self._columns_changed(MEASURE_COLUMNS)

    def forget_measured(self, path: Path) -> None:
        if self.rows.measured.pop(path, None) is not None:
            self._columns_changed(MEASURE_COLUMNS)

    def _columns_changed(self, columns: frozenset[Column]) -> None:
        self.rows.forget_texts(columns)
        if self.rows.arrangement.sorted_by in columns:
            self._rearrange()
        else:
            self._repaint()

    def set_model_in_use(self, model: ModelFacts) -> None:
        """Mark the rows of other models."""
        self.rows.in_use = model
        self._repaint()

    def set_threshold(self, threshold: float | None) -> None:
        """Label all rows at another operating point; nothing is computed again."""
        arrangement = self.rows.arrangement
        if threshold == arrangement.threshold:
            return
        arrangement.threshold = threshold
        if arrangement.filter.depends_on_label or arrangement.sorted_by == Column.LABEL:
            self._rearrange()
            return
        self._repaint()
        self.rows_changed.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the order in which the rows were made."""
        self.rows.arrangement.sorted_by = None if column < 0 else COLUMNS[column]
        self.rows.arrangement.descending = order == Qt.SortOrder.DescendingOrder
        self._rearrange()

    def _show(self, path: Path, row: int | None) -> None:
        """Have a row that has just been stored, and was shown in this place before, shown where it belongs now."""
        if row is None:
            place = self.rows.row_for(path)
            if place is not None:
                self.beginInsertRows(_NO_PARENT, place, place)
                self.rows.show(path, place)
                self.endInsertRows()
        elif path == self._kept or self.rows.passes(path):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        else:
            self.beginRemoveRows(_NO_PARENT, row, row)
            self.rows.hide(row)
            self.endRemoveRows()

    def _rearrange(self) -> None:
        self.beginResetModel()
        self.rows.arrange(self._kept)
        self.endResetModel()
        self.rows_changed.emit()

    # What a view asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].spec.title()
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _CENTRE if COLUMNS[section].spec.trailing else _LEFT  # beside the arrow, not under it
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Notes can be typed into the table."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.NOTE else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a typed note on; it shows here once it has been saved."""
        if role != Qt.ItemDataRole.EditRole or index.column() != Column.NOTE or not index.isValid():
            return False
        result = self.rows.result_at(index.row())
        if str(value) != result.reviewer_note:
            self.note_entered.emit(result.path, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, spec = self.rows.row_at(index.row()), COLUMNS[index.column()].spec
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return spec.cell_text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return spec.tool_tip(row)
            case Qt.ItemDataRole.DecorationRole:
                name = spec.icon(row)
                return self._icon(name) if name else None
            case Qt.ItemDataRole.ForegroundRole:
                name = spec.colour(row)
                return _colour(name) if name else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if spec.trailing else _LEFT
            case _:
                return self._own_role(row, spec, role)

    def _own_role(self, row: TableRow, spec: ColumnSpec, role: int) -> Any:
        if role == RESULT_ROLE:
            return row.result
        if role == LABEL_ROLE:
            return row.label
        if role == THRESHOLD_ROLE:
            return self.rows.labelled(row.result).threshold
        return spec.value(row) if role == SORT_ROLE else None

    def _theme_changed(self) -> None:
        self._icon.cache_clear()
        self._repaint()

    def _repaint(self) -> None:
        if len(self.rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))


def _colour(name: str) -> QColor:
    return QColor(getattr(theme().colours, "muted" if name == "unsure" else name))


def _icon(name: str) -> QIcon:
    return list_icon(name, _colour(name))
