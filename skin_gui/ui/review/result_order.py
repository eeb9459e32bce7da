"""The order in which rows are shown: sorting whole tables, and finding the place of a single row."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Order = NDArray[np.intp]


@dataclass(frozen=True)
class SortKey:
    """What rows are sorted by. Rows without a value come last in either direction; equal rows keep their order."""

    values: NDArray[np.float64] | list[str]
    """A number for each row (NaN: none), or a text ("": none)."""
    descending: bool

    def sort(self, rows: Order) -> Order:
        """These rows in order."""
        if isinstance(self.values, list):
            return self._sort_texts(self.values, rows)
        keys = -self.values[rows] if self.descending else self.values[rows]
        # NaN sorts last.
        return rows[np.argsort(keys, kind="stable")]

    def _sort_texts(self, texts: list[str], rows: Order) -> Order:
        found = [row for row in rows.tolist() if texts[row]]
        missing = [row for row in rows.tolist() if not texts[row]]
        found.sort(key=texts.__getitem__, reverse=self.descending)
        return np.array(found + missing, dtype=np.intp)

    def comes_before(self, row: int, other: int) -> bool:
        """Whether a row belongs before another; equal ones do not."""
        mine, others = self.values[row], self.values[other]
        if self._is_missing(mine) or self._is_missing(others):
            return not self._is_missing(mine) and self._is_missing(others)
        return bool(mine > others) if self.descending else bool(mine < others)

    @staticmethod
    def _is_missing(value: float | str) -> bool:
        # NaN is the one number that is not itself.
        return value == "" or value != value  # noqa: PLR0124


def place_for(row: int, order: Order, comes_before: Callable[[int, int], bool]) -> int:
    """Where a row belongs among those shown, after its equals."""
    low, high = 0, len(order)
    while low < high:
        middle = (low + high) // 2
        if comes_before(row, int(order[middle])):
            high = middle
        else:
            low = middle + 1
    return low
