"""Which rows of a table of results are shown; over arrays, so that 100,000 rows take milliseconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from skin_gui.review.distinct_names import DistinctNames
from skin_gui.review.results import Result, ReviewerLabel
from skin_gui.ui.review.result_columns import Column, warnings_of

LabelFilter = Literal["all", "malignant", "benign", "failed"]
ReviewFilter = Literal["all", "unreviewed", "reviewed", "agreed", "disagreed", "benign", "malignant", "unsure", "noted"]
WarningFilter = Literal["all", "warned", "clear"]

REVIEW_CODES: dict[ReviewerLabel | None, int] = {None: 0, "benign": 1, "malignant": 2, "unsure": 3}

Mask = NDArray[np.bool_]


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
        return self.label in ("malignant", "benign") or self.review in ("agreed", "disagreed")


class RowArrays:
    """The values of the rows that filters and sorting by number look at."""

    def __init__(self, results: Sequence[Result] = (), names: DistinctNames | None = None) -> None:
        """Args: the rows; what tells their files apart, the files' own names for None."""
        self._names = names or DistinctNames()
        self._length = len(results)
        columns = np.array([_numbers(result) for result in results], dtype=np.float64).reshape(-1, _COLUMNS)
        self._numbers = np.ascontiguousarray(columns.T)
        self.texts = [self._text(result) for result in results]
        """File name, note and problem of each row, without case."""

    def __len__(self) -> int:
        return self._length

    def put(self, index: int, result: Result) -> None:
        """Set a row, or append it as the next one; amortised constant time."""
        if index == self._length:
            self._length += 1
            self.texts.append("")
            if self._length > self._numbers.shape[1]:
                room = np.empty((_COLUMNS, max(1024, self._length)), dtype=np.float64)
                self._numbers = np.concatenate([self._numbers, room], axis=1)
        self._numbers[:, index] = _numbers(result)
        self.texts[index] = self._text(result)

    def _text(self, result: Result) -> str:
        return f"{self._names.name(result.path)}\n{result.reviewer_note}\n{result.error}".casefold()

    @property
    def probability(self) -> NDArray[np.float64]:
        """NaN for a failed row."""
        return self._numbers[0, : self._length]

    @property
    def warnings(self) -> NDArray[np.float64]:
        """How many each row has."""
        return self._numbers[2, : self._length]

    @property
    def review(self) -> NDArray[np.float64]:
        """`REVIEW_CODES`."""
        return self._numbers[3, : self._length]

    @property
    def pixels(self) -> NDArray[np.float64]:
        """Width times height; NaN where it is not known."""
        return self._numbers[4, : self._length]

    def malignant(self, threshold: float | None) -> NDArray[np.float64]:
        """1 for malignant, 0 for benign, NaN for failed; None takes each row's own threshold."""
        limit = self._numbers[1, : self._length] if threshold is None else threshold
        return np.where(np.isnan(self.probability), np.nan, self.probability >= limit)

    def sort_numbers(self, column: Column, threshold: float | None) -> NDArray[np.float64]:
        """What a numeric column is sorted by; NaN where a row has no value."""
        match column:
            case Column.LABEL:
                return self.malignant(threshold)
            case Column.REVIEW:
                return np.where(self.review == 0, np.nan, self.review)
            case Column.SIZE:
                return self.pixels
            case Column.WARNINGS:
                return self.warnings
            case _:
                return self.probability

    def mask(self, wanted: ResultFilter, threshold: float | None) -> Mask:
        """Which rows a filter shows."""
        shown = np.ones(self._length, dtype=np.bool_)
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
            shown &= np.fromiter((part in text for text in self.texts), np.bool_, self._length)
        return shown

    @property
    def waiting(self) -> Mask:
        """Which rows are still to be reviewed: a failed one shows no lesion to decide on."""
        return np.asarray((self.review == 0) & ~np.isnan(self.probability))

    def _reviewed_as(self, wanted: ReviewFilter, malignant: NDArray[np.float64]) -> Mask:
        review = np.where(np.isnan(malignant), np.nan, self.review)  # a failed row is in no class of reviews
        match wanted:
            case "all":
                return np.ones(self._length, dtype=np.bool_)
            case "unreviewed":
                return self.waiting
            case "reviewed":
                return np.asarray(review > 0)
            case "agreed":
                return np.asarray(malignant == review - 1)
            case "disagreed":
                return np.asarray(((review == 1) & (malignant == 1)) | ((review == 2) & (malignant == 0)))
            case "noted":
                return np.fromiter((text.split("\n", 2)[1] != "" for text in self.texts), np.bool_, self._length)
            case _:
                return np.asarray(review == REVIEW_CODES[wanted])


_COLUMNS = 5


def _numbers(result: Result) -> tuple[float, float, float, float, float]:
    return (
        np.nan if result.probability is None else result.probability,
        np.nan if result.threshold is None else result.threshold,
        len(warnings_of(result)),
        REVIEW_CODES[result.reviewer_label],
        result.width * result.height if result.width and result.height else np.nan,
    )
