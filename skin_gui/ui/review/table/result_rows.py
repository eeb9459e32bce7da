"""The rows of a session, those of them that are shown, and their order: no wait with 100,000 of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import numpy as np

from skin_gui.lesions.groups import NO_PLACE, Groups
from skin_gui.review.distinct_names import DistinctNames
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.review.statistics import Summary
from skin_gui.ui.review.table.column_spec import TableRow
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.result_filter import Order, ResultFilter, RowArrays, SortKey, place_for
from skin_gui.workers.shown import ModelFacts


@dataclass
class Arrangement:
    """Which rows are to be shown, in which order, and labelled at which operating point."""

    filter: ResultFilter = field(default_factory=ResultFilter)
    threshold: float | None = None
    """The operating point in force; None for the one each row was classified at."""
    sorted_by: Column | None = None
    """None for the order in which the rows were made."""
    descending: bool = False


class ResultRows:
    """Rows by file and by where they are shown; whoever shows them is told by the model that owns them."""

    def __init__(self) -> None:
        self.arrangement = Arrangement()
        self.in_use: ModelFacts | None = None
        """The model in use; None while none is known."""
        self.groups = Groups()
        self.measured: dict[Path, Measurement] = {}
        self.gone: frozenset[Path] = frozenset()
        """Files of rows that are no longer there."""
        self.set_results([])

    def set_results(self, results: Iterable[Result], files: Iterable[Path] = ()) -> None:
        """Hold these rows instead of all before; `files`: which others there are, and may get rows."""
        self._results, self._texts = list(results), dict[Column, list[str]]()
        self._place = {result.path: place for place, result in enumerate(self._results)}
        self._names = DistinctNames((*self._place, *files))
        self._arrays = RowArrays(self._results, self._names)
        self.arrange()

    # All rows, shown or not

    @property
    def total(self) -> int:
        """Rows, shown or not."""
        return len(self._results)

    @property
    def threshold(self) -> float | None:
        """The operating point in force; None for the one each row was classified at."""
        return self.arrangement.threshold

    def result(self, path: Path) -> Result | None:
        place = self._place.get(path)
        return None if place is None else self._results[place]

    def labelled(self, result: Result) -> Result:
        return result if self.threshold is None else result.at(self.threshold)

    def name(self, path: Path) -> str:
        """The name that tells a file from the others: as much of the path as is needed for that."""
        return self._names.name(path)

    def is_named(self, path: Path) -> bool:
        """Whether a file is among those that names are told apart from."""
        return path in self._names

    def expect(self, files: Iterable[Path]) -> bool:
        """Tell these files apart from all others, before they have rows; returns whether a row has another name now."""
        longer = {met for file in files if (met := self._names.add(file)) in self._place}
        for path in longer:
            self._name_again(path)
        return bool(longer)

    def _name_again(self, path: Path) -> None:
        place = self._place[path]
        self._arrays.put(place, self._results[place])

    def all_results(self) -> list[Result]:
        """All results, in the order in which they were made."""
        return list(self._results)

    def failed_paths(self) -> list[Path]:
        return [self._results[place].path for place in np.flatnonzero(np.isnan(self._arrays.probability))]

    def made_by_others(self) -> list[Result]:
        """Rows that another model made than the one in use."""
        return [row for row in self._results if self._is_by_other(row)]

    def _is_by_other(self, row: Result) -> bool:
        return self.in_use is not None and not row.is_by(self.in_use.model_id, self.in_use.name)

    def own_thresholds(self) -> tuple[float, float] | None:
        """The lowest and the highest operating point that rows were classified at; None without such rows."""
        return self._arrays.own_thresholds()

    def has_outdated(self, model: ModelFacts) -> bool:
        """Whether a model made rows at another operating point than the one in force for it now."""
        places = self._arrays.classified_elsewhere(model.threshold).tolist()
        return any(self._results[place].is_by(model.model_id, model.name) for place in places)

    def summary(self) -> Summary:
        """What all rows add up to at the operating point in force."""
        return self._arrays.summary(self.threshold)

    # The rows shown

    def __len__(self) -> int:
        return len(self._order)

    def shown(self) -> list[Result]:
        return [self._results[place] for place in self._order.tolist()]

    def result_at(self, row: int) -> Result:
        return self._results[self._order[row]]

    def row_at(self, row: int) -> TableRow:
        """All that the cells of a row are made of."""
        result = self.result_at(row)
        path = result.path
        label = result.label_at(self.threshold)
        place, measured = self.groups.of(path), self.measured.get(path)
        return TableRow(result, label, place, self.name(path), measured, self._is_by_other(result))

    def row_of(self, path: Path) -> int | None:
        """The row that shows a file; None where it is not shown."""
        found = np.flatnonzero(self._order == self._place.get(path, -1))
        return int(found[0]) if len(found) else None

    def rows_of(self, paths: Iterable[Path]) -> list[int]:
        """The rows that show these files, from the top; files that are not shown are left out."""
        rows = np.full(len(self._results), -1, dtype=np.intp)
        rows[self._order] = np.arange(len(self._order))
        places = [self._place[path] for path in paths if path in self._place]
        found = rows[np.array(places, dtype=np.intp)]
        return sorted(found[found >= 0].tolist())

    def next_unreviewed(self, after: int) -> Path | None:
        """The first file still to be reviewed that is shown below a row, else from the top; not that row itself.

        Nobody can review what is gone.
        """
        waiting = np.flatnonzero(self._arrays.waiting[self._order])
        onwards = chain(waiting[waiting > after], waiting[waiting < after])
        paths = (self.result_at(int(row)).path for row in onwards)
        return next((path for path in paths if path not in self.gone), None)

    @property
    def is_grouped(self) -> bool:
        return self.arrangement.sorted_by == Column.PATIENT and len(self.groups) > 0

    def group_at(self, row: int) -> int:
        """The number of the patient in a row (`Place.group`)."""
        return self.groups.of(self.result_at(row).path).group

    # Changing them

    def store(self, result: Result) -> Path | None:
        """Keep a new row, or another of the same file, without showing it otherwise than before.

        Returns:
            A file that has met its namesake thus, and whose name is a longer one now.
        """
        place, longer = self._place.setdefault(result.path, len(self._results)), None
        if place == len(self._results):
            self._results.append(result)
            longer = self._names.add(result.path)
            if longer is not None and longer in self._place:
                self._name_again(longer)
        else:
            self._results[place] = result
        self._arrays.put(place, result)
        for column, texts in self._texts.items():
            texts[place : place + 1] = [self._sort_text(result, column)]
        return longer

    def forget_texts(self, columns: Iterable[Column]) -> None:
        """What these columns are sorted by is another text now."""
        for column in columns:
            self._texts.pop(column, None)

    def arrange(self, keep: Path | None = None) -> None:
        """Filter and sort anew; a file whose row is kept is shown whatever the filter says."""
        passing = self._arrays.mask(self.arrangement.filter, self.threshold)
        if keep in self._place:
            passing[self._place[keep]] = True
        shown = np.flatnonzero(passing)
        key = self._sort_key()
        self._order: Order = key.sort(shown) if key else shown

    def row_for(self, path: Path) -> int | None:
        """Where a row belongs that is not shown yet; None where the filter hides it."""
        if not self.passes(path):
            return None
        key = self._sort_key()
        return place_for(self._place[path], self._order, key.comes_before if key else int.__lt__)

    def passes(self, path: Path) -> bool:
        one = RowArrays([self._results[self._place[path]]], self._names)
        return bool(one.mask(self.arrangement.filter, self.threshold)[0])

    def show(self, path: Path, row: int) -> None:
        self._order = np.insert(self._order, row, self._place[path])

    def hide(self, row: int) -> None:
        self._order = np.delete(self._order, row)

    def _sort_key(self) -> SortKey | None:
        column, descending = self.arrangement.sorted_by, self.arrangement.descending
        if column is None:
            return None
        if column.spec.numbers is None:
            if column not in self._texts:
                self._texts[column] = [self._sort_text(result, column) for result in self._results]
            return SortKey(self._texts[column], descending)
        return SortKey(column.spec.numbers(self._arrays, self.threshold), descending)

    def _sort_text(self, result: Result, column: Column) -> str:
        place = self.groups.of(result.path) if column.spec.of_groups else NO_PLACE
        measured = self.measured.get(result.path) if column.spec.measured else None
        return column.spec.key(TableRow(result, place=place, measured=measured))
