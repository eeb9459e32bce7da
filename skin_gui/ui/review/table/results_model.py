"""The table of results as a model: it filters and sorts by itself, since a proxy takes seconds for 100,000 rows."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from skin_gui.lesions.groups import NO_PLACE, Groups
from skin_gui.review.distinct_names import DistinctNames
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.review.statistics import ResultArrays, Summary
from skin_gui.ui.review.table.result_cells import CellIcons, cell_colour
from skin_gui.ui.review.table.result_columns import (
    COLUMNS,
    GROUP_COLUMNS,
    MEASURE_COLUMNS,
    Column,
    ColumnSpec,
    TableRow,
)
from skin_gui.ui.review.table.result_filter import ResultFilter, RowArrays, SortKey, place_for
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: list[Result] = []
        self._place: dict[Path, int] = {}
        self._names = DistinctNames()
        self._arrays = RowArrays()
        self._statistics = ResultArrays()
        self._order = np.empty(0, dtype=np.intp)
        self._filter = ResultFilter()
        self._threshold: float | None = None
        self._sort: tuple[Column, bool] | None = None
        self._texts: dict[Column, list[str]] = {}
        self._groups = Groups()
        self._measured: dict[Path, Measurement] = {}
        self._icons = CellIcons()
        theme().changed.connect(self._theme_changed)

    # What it holds

    @property
    def total(self) -> int:
        """Rows, shown or not."""
        return len(self._results)

    @property
    def threshold(self) -> float | None:
        """The operating point in force; None for the one each row was classified at."""
        return self._threshold

    @property
    def filter(self) -> ResultFilter:
        """What rows must be like to be shown."""
        return self._filter

    def result(self, path: Path) -> Result | None:
        """The row of a file."""
        place = self._place.get(path)
        return None if place is None else self._results[place]

    def name(self, path: Path) -> str:
        """The name that tells a file from the others: as much of the path as is needed for that."""
        return self._names.name(path)

    def labelled_result(self, path: Path) -> Result | None:
        """The row of a file at the operating point that labels it."""
        result = self.result(path)
        return result if result is None or self._threshold is None else result.at(self._threshold)

    def result_at(self, row: int) -> Result:
        """The result shown in a row."""
        return self._results[self._order[row]]

    def row_of(self, path: Path) -> int | None:
        """The row that shows a file; None where it is not shown."""
        rows = self.rows_of([path])
        return rows[0] if rows else None

    def rows_of(self, paths: Iterable[Path]) -> list[int]:
        """The rows that show these files, from the top; files that are not shown are left out."""
        rows = np.full(len(self._results), -1, dtype=np.intp)
        rows[self._order] = np.arange(len(self._order))
        places = [self._place[path] for path in paths if path in self._place]
        found = rows[np.array(places, dtype=np.intp)]
        return sorted(found[found >= 0].tolist())

    def shown(self) -> list[Result]:
        """The results shown, in their order."""
        return [self._results[place] for place in self._order.tolist()]

    def all_results(self) -> list[Result]:
        """All results, in the order in which they were made."""
        return list(self._results)

    def failed_paths(self) -> list[Path]:
        """Files that could not be classified."""
        return [self._results[place].path for place in np.flatnonzero(np.isnan(self._arrays.probability))]

    def made_by_others(self, model: ModelFacts) -> list[Path]:
        """Files whose row another model made."""
        return [row.path for row in self._results if not row.is_by(model.model_id, model.name)]

    def own_thresholds(self) -> tuple[float, float] | None:
        """The lowest and the highest operating point that rows were classified at; None without such rows."""
        return self._statistics.own_thresholds()

    def has_outdated(self, model: ModelFacts) -> bool:
        """Whether a model made rows at another operating point than the one in force for it now."""
        places = self._statistics.classified_elsewhere(model.threshold).tolist()
        return any(self._results[place].is_by(model.model_id, model.name) for place in places)

    def summary(self) -> Summary:
        """What all rows add up to at the operating point in force."""
        return self._statistics.summary(self._threshold)

    def next_unreviewed(self, after: int) -> Path | None:
        """The first file still to be reviewed that is shown below a row, else from the top; not that row itself."""
        waiting = np.flatnonzero(self._arrays.waiting[self._order])
        waiting = waiting[waiting != after]
        if not len(waiting):
            return None
        below = waiting[waiting > after]
        return self.result_at(int((below if len(below) else waiting)[0])).path

    # Changing it

    def set_results(self, results: Iterable[Result]) -> None:
        """Show these rows instead of all before."""
        self.beginResetModel()
        self._results, self._texts = list(results), {}
        self._place = {result.path: place for place, result in enumerate(self._results)}
        self._names = DistinctNames(result.path for result in self._results)
        self._arrays, self._statistics = RowArrays(self._results, self._names), ResultArrays(self._results)
        self._arrange()
        self.endResetModel()
        self.rows_changed.emit()

    def put(self, results: Iterable[Result]) -> None:
        """Add rows, or replace those of the same files. Rows in view stay where they are until the next sorting."""
        rows = list(results)
        if len(rows) > _MOST_ONE_BY_ONE:
            for result in rows:
                self._store(result)
            self._rearrange()
            return
        for result in rows:
            known = result.path in self._place
            before = known and self._is_shown(self._place[result.path])
            place = self._store(result)
            self._show(place, was_shown=before)
        self.rows_changed.emit()

    def set_filter(self, wanted: ResultFilter) -> None:
        """Show the rows that pass."""
        if wanted != self._filter:
            self._filter = wanted
            self._rearrange()

    @property
    def groups(self) -> Groups:
        """The patients and lesions of the rows."""
        return self._groups

    @property
    def is_grouped(self) -> bool:
        """Whether rows stand by patient and lesion."""
        return self._sort is not None and self._sort[0] == Column.PATIENT and len(self._groups) > 0

    def group_at(self, row: int) -> int:
        """The number of the patient in a row (`Place.group`)."""
        return self._groups.of(self.result_at(row).path).group

    def set_groups(self, groups: Groups) -> None:
        """Show these patients and lesions."""
        self._groups = groups
        self._columns_changed(GROUP_COLUMNS)

    @property
    def measured(self) -> Mapping[Path, Measurement]:
        """What was measured, by file."""
        return self._measured

    def set_measured(self, measured: Mapping[Path, Measurement]) -> None:
        """Show these measures instead of all before."""
        self._measured = dict(measured)
        self._columns_changed(MEASURE_COLUMNS)

    def put_measured(self, measured: Mapping[Path, Measurement]) -> None:
        """Show further measures, or others of the same files."""
        self._measured |= measured
        self._columns_changed(MEASURE_COLUMNS)

    def forget_measured(self, path: Path) -> None:
        """Show no measures of a file."""
        if self._measured.pop(path, None) is not None:
            self._columns_changed(MEASURE_COLUMNS)

    def _columns_changed(self, columns: frozenset[Column]) -> None:
        for column in columns & self._texts.keys():
            del self._texts[column]
        if self._sort is not None and self._sort[0] in columns:
            self._rearrange()
        else:
            self._repaint()

    def set_threshold(self, threshold: float | None) -> None:
        """Label all rows at another operating point; nothing is computed again."""
        if threshold == self._threshold:
            return
        self._threshold = threshold
        if self._filter.depends_on_label or (self._sort is not None and self._sort[0] == Column.LABEL):
            self._rearrange()
            return
        self._repaint()
        self.rows_changed.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the order in which the rows were made."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sort = None if column < 0 else (COLUMNS[column], descending)
        self._rearrange()

    def _store(self, result: Result) -> int:
        place = self._place.setdefault(result.path, len(self._results))
        if place == len(self._results):
            self._results.append(result)
            self._lengthen(self._names.add(result.path))
        else:
            self._results[place] = result
        self._arrays.put(place, result)
        self._statistics.put(place, result)
        for column, texts in self._texts.items():
            text = self._sort_text(result, column)
            if place < len(texts):
                texts[place] = text
            else:
                texts.append(text)
        return place

    def _lengthen(self, path: Path | None) -> None:
        """A file has met its namesake, and its name is a longer one now."""
        if path is None:
            return
        place = self._place[path]
        self._arrays.put(place, self._results[place])
        for row in np.flatnonzero(self._order == place).tolist():
            self.dataChanged.emit(self.index(row, Column.FILE), self.index(row, Column.FILE))

    def _show(self, place: int, *, was_shown: bool) -> None:
        shown = self._passes(place)
        if was_shown:
            row = int(np.flatnonzero(self._order == place)[0])
            if shown:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            else:
                self.beginRemoveRows(_NO_PARENT, row, row)
                self._order = np.delete(self._order, row)
                self.endRemoveRows()
        elif shown:
            key = self._sort_key()
            row = place_for(place, self._order, key.comes_before if key else int.__lt__)
            self.beginInsertRows(_NO_PARENT, row, row)
            self._order = np.insert(self._order, row, place)
            self.endInsertRows()

    def _is_shown(self, place: int) -> bool:
        return bool(np.any(self._order == place))

    def _passes(self, place: int) -> bool:
        one = RowArrays([self._results[place]], self._names)
        return bool(one.mask(self._filter, self._threshold)[0])

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()
        self.rows_changed.emit()

    def _arrange(self) -> None:
        shown = np.flatnonzero(self._arrays.mask(self._filter, self._threshold))
        key = self._sort_key()
        self._order = key.sort(shown) if key else shown

    def _sort_key(self) -> SortKey | None:
        if self._sort is None:
            return None
        column, descending = self._sort
        if column.spec.numbers is None:
            if column not in self._texts:
                self._texts[column] = [self._sort_text(result, column) for result in self._results]
            return SortKey(self._texts[column], descending)
        return SortKey(column.spec.numbers(self._arrays, self._threshold), descending)

    def _sort_text(self, result: Result, column: Column) -> str:
        place = self._groups.of(result.path) if column.spec.of_groups else NO_PLACE
        measured = self._measured.get(result.path) if column.spec.measured else None
        return column.spec.key(TableRow(result, place=place, measured=measured))

    # What a view asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Rows that pass the filter."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """All columns; the view hides some."""
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
        result = self.result_at(index.row())
        if str(value) != result.reviewer_note:
            self.note_entered.emit(result.path, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._order):
            return None
        result, spec = self.result_at(index.row()), COLUMNS[index.column()].spec
        path = result.path
        row = TableRow(result, self._label(result), self._groups.of(path), self.name(path), self._measured.get(path))
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return spec.cell_text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return spec.tool_tip(row)
            case Qt.ItemDataRole.DecorationRole:
                name = spec.icon(row)
                return self._icons.icon(name) if name else None
            case Qt.ItemDataRole.ForegroundRole:
                name = spec.colour(row)
                return cell_colour(name) if name else None
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
            return row.result.threshold if self._threshold is None else self._threshold
        return spec.value(row) if role == SORT_ROLE else None

    def _label(self, result: Result) -> str | None:
        return (result if self._threshold is None else result.at(self._threshold)).label

    def _theme_changed(self) -> None:
        self._icons.forget()
        self._repaint()

    def _repaint(self) -> None:
        if len(self._order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(Column) - 1))
