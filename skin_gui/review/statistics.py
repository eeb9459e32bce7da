"""The numbers of a table's rows, quick enough to follow a moving threshold over 100,000 rows."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skin_gui.review.assessment.terms import ReviewerLabel, implied_label
from skin_gui.review.results import Result

_BINS = 20

REVIEW_CODES: dict[ReviewerLabel | None, int] = {None: 0, "benign": 1, "malignant": 2, "unsure": 3}


@dataclass(frozen=True)
class Summary:
    """What a table of results adds up to at one threshold."""

    total: int
    benign: int
    malignant: int
    failed: int
    with_warnings: int
    reviewed: int
    """Classified rows with a reviewer's label, "unsure" included; a failed row counts neither way."""
    reviewed_benign: int
    reviewed_malignant: int
    reviewed_unsure: int
    compared: int
    """Rows that both the model and the reviewer call benign or malignant."""
    agreed: int
    """Those on which both say the same."""
    histogram: NDArray[np.int64]
    """(bins,) rows by probability, in equal steps over [0, 1]; 1 counts in the last."""

    @property
    def unreviewed(self) -> int:
        """Classified rows still without a reviewer's label."""
        return self.benign + self.malignant - self.reviewed

    @property
    def agreement(self) -> float | None:
        """Part of the compared rows on which reviewer and model agree, in [0, 1]; None with nothing to compare."""
        return self.agreed / self.compared if self.compared else None


class ResultArrays:
    """The numbers of a table's rows as arrays: put rows in, then ask often."""

    def __init__(self, results: Iterable[Result] = ()) -> None:
        numbers = np.array([_numbers(row) for row in results], dtype=np.float64).reshape(-1, _COLUMNS)
        self._length, self._numbers = len(numbers), np.ascontiguousarray(numbers.T)

    def __len__(self) -> int:
        return self._length

    def put(self, index: int, result: Result) -> None:
        """Set row `index`, or append it when `index` is the number of rows; amortised constant time.

        Raises:
            IndexError: `index` is neither a row nor the next one.
        """
        if not 0 <= index <= self._length:
            raise IndexError(index)
        if index == self._numbers.shape[1]:
            room = np.empty((_COLUMNS, max(1024, self._length)), dtype=np.float64)
            self._numbers = np.concatenate([self._numbers, room], axis=1)
        self._length = max(self._length, index + 1)
        self._numbers[:, index] = _numbers(result)

    def _column(self, number: int) -> NDArray[np.float64]:
        return self._numbers[number, : self._length]

    @property
    def probability(self) -> NDArray[np.float64]:
        """(rows,); NaN for a failed row."""
        return self._column(0)

    @property
    def warnings(self) -> NDArray[np.float64]:
        """(rows,) how many each row has."""
        return self._column(2)

    @property
    def review(self) -> NDArray[np.float64]:
        """(rows,) of `REVIEW_CODES`."""
        return self._column(3)

    @property
    def pixels(self) -> NDArray[np.float64]:
        """(rows,) width times height; NaN where it is not known."""
        return self._column(4)

    @property
    def histology(self) -> NDArray[np.float64]:
        """(rows,) of `REVIEW_CODES`, for what the pathologist found; 0 where there is nothing."""
        return self._column(5)

    def malignant(self, threshold: float | None) -> NDArray[np.float64]:
        """(rows,) 1 for malignant, 0 for benign, NaN for failed; None takes each row's own threshold."""
        limit = self._column(1) if threshold is None else threshold
        return np.where(np.isnan(self.probability), np.nan, self.probability >= limit)

    def summary(self, threshold: float | None = None) -> Summary:
        """Counts at an operating point; None for the one each row was classified at."""
        malignant, review = self.malignant(threshold), self.review
        classified = ~np.isnan(malignant)
        says = np.bincount(review[classified].astype(np.intp), minlength=len(REVIEW_CODES))
        compared = classified & ((review == REVIEW_CODES["benign"]) | (review == REVIEW_CODES["malignant"]))
        agreed = compared & (malignant == (review == REVIEW_CODES["malignant"]))
        return Summary(
            total=self._length,
            benign=int(np.count_nonzero(malignant == 0)),
            malignant=int(np.count_nonzero(malignant == 1)),
            failed=int(np.count_nonzero(~classified)),
            with_warnings=int(np.count_nonzero(self.warnings)),
            reviewed=int(says.sum() - says[REVIEW_CODES[None]]),
            reviewed_benign=int(says[REVIEW_CODES["benign"]]),
            reviewed_malignant=int(says[REVIEW_CODES["malignant"]]),
            reviewed_unsure=int(says[REVIEW_CODES["unsure"]]),
            compared=int(np.count_nonzero(compared)),
            agreed=int(np.count_nonzero(agreed)),
            histogram=np.histogram(self.probability[classified], bins=_BINS, range=(0.0, 1.0))[0].astype(np.int64),
        )

    def own_thresholds(self) -> tuple[float, float] | None:
        """The lowest and the highest operating point that rows were classified at; None where no row is classified."""
        own = self._column(1)[~np.isnan(self.probability) & ~np.isnan(self._column(1))]
        return (float(own.min()), float(own.max())) if len(own) else None

    def classified_elsewhere(self, threshold: float) -> NDArray[np.intp]:
        """Indices, (m,) rising, of the rows that were classified at another operating point."""
        return np.flatnonzero(~np.isnan(self.probability) & (self._column(1) != threshold))


_COLUMNS = 6


def _numbers(result: Result) -> tuple[float, float, float, float, float, float]:
    return (
        np.nan if result.probability is None else result.probability,
        np.nan if result.threshold is None else result.threshold,
        len(result.all_warnings),
        REVIEW_CODES[result.reviewer_label],
        result.width * result.height if result.width and result.height else np.nan,
        REVIEW_CODES[implied_label(result.assessment.histology)],
    )
