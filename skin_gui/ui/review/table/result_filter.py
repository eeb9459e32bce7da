"""Which rows of a table of results are shown, and in which order; over arrays, as 100,000 rows take milliseconds so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from skin_gui.review.distinct_names import DistinctNames
from skin_gui.review.results import Result
from skin_gui.review.statistics import REVIEW_CODES, ResultArrays
from skin_gui.ui.texts.results import error_text

LabelFilter = Literal["all", "malignant", "benign", "failed"]
ReviewFilter = Literal[
    "all",
    "unreviewed",
    "reviewed",
    "agreed",
    "disagreed",
    "benign",
    "malignant",
    "unsure",
    "noted",
    "histology",
    "disputed",
]
WarningFilter = Literal["all", "warned", "clear"]

Mask = NDArray[np.bool_]
Order = NDArray[np.intp]


@dataclass(frozen=True)
class ResultFilter:
    """What a row must be like to be shown."""

    label: LabelFilter = "all"
    review: ReviewFilter = "all"
    warnings: WarningFilter = "all"
    low: float = 0.0
    """The least probability shown."""
    high: float = 1.0
    text: str = ""
    """Part of the file's name as it is shown, the note or the problem, in any case."""

    @property
    def depends_on_label(self) -> bool:
        """Whether moving the operating point can change which rows are shown."""
        return self.label in ("malignant", "benign") or self.review in ("agreed", "disagreed", "disputed")


class RowArrays(ResultArrays):
    """The numbers and texts of the rows that filters and sorting look at."""

    def __init__(self, results: Sequence[Result] = (), names: DistinctNames | None = None) -> None:
        """Args: the rows; what tells their files apart, the files' own names for None."""
        super().__init__(results)
        self._names = names or DistinctNames()
        self.texts = [self._text(result) for result in results]
        """File name, note and problem of each row, without case."""

    def put(self, index: int, result: Result) -> None:
        super().put(index, result)
        self.texts[index : index + 1] = [self._text(result)]

    def _text(self, result: Result) -> str:
        return f"{self._names.name(result.path)}\n{result.reviewer_note}\n{error_text(result)}".casefold()

    def mask(self, wanted: ResultFilter, threshold: float | None) -> Mask:
        """Which rows a filter shows."""
        shown = np.ones(len(self), dtype=np.bool_)
        malignant = self.malignant(threshold)
        if wanted.label != "all":
            codes = {"malignant": malignant == 1, "benign": malignant == 0, "failed": np.isnan(malignant)}
            shown &= codes[wanted.label]
        if wanted.warnings != "all":
            shown &= (self.warnings > 0) == (wanted.warnings == "warned")
        if (wanted.low, wanted.high) != (0.0, 1.0):
            shown &= (self.probability >= wanted.low) & (self.probability <= wanted.high)
        shown &= self._reviewed_as(wanted.review, malignant)
        if wanted.text:
            part = wanted.text.casefold()
            shown &= np.fromiter((part in text for text in self.texts), np.bool_, len(self))
        return shown

    @property
    def waiting(self) -> Mask:
        """Which rows are still to be reviewed: a failed one shows no lesion to decide on."""
        return np.asarray((self.review == 0) & ~np.isnan(self.probability))

    def _reviewed_as(self, wanted: ReviewFilter, malignant: NDArray[np.float64]) -> Mask:
        review = np.where(np.isnan(malignant), np.nan, self.review)  # a failed row is in no class of reviews
        match wanted:
            case "all":
                return np.ones(len(self), dtype=np.bool_)
            case "unreviewed":
                return self.waiting
            case "reviewed":
                return np.asarray(review > 0)
            case "agreed":
                return np.asarray(malignant == review - 1)
            case "disagreed":
                return np.asarray(((review == 1) & (malignant == 1)) | ((review == 2) & (malignant == 0)))
            case "histology":
                return np.asarray(self.histology > 0)
            case "disputed":
                return self._disputed(malignant, review)
            case "noted":
                return np.fromiter((text.split("\n", 2)[1] != "" for text in self.texts), np.bool_, len(self))
            case _:
                return np.asarray(review == REVIEW_CODES[wanted])

    def _disputed(self, malignant: NDArray[np.float64], review: NDArray[np.float64]) -> Mask:
        """Two of model, reviewer and histology say opposite things."""
        says = np.stack([malignant + 1, review, self.histology])
        return np.asarray(
            (says == REVIEW_CODES["benign"]).any(axis=0) & (says == REVIEW_CODES["malignant"]).any(axis=0)
        )


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
