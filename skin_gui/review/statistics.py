"""The numbers of the summary strip, quick enough to follow a moving threshold over 100,000 rows."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skin_gui.review.assessment.terms import ReviewerLabel
from skin_gui.review.results import Result

HISTOGRAM_BINS = 20

_NONE = 0
_CODES: dict[ReviewerLabel | None, int] = {None: _NONE, "benign": 1, "malignant": 2, "unsure": 3}


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
    """The columns of a table of results that count in the summary, as arrays: put rows in, then summarise often."""

    def __init__(self, results: Iterable[Result] = ()) -> None:
        rows = list(results)
        self._length = len(rows)
        self._probability = np.array([_number(row.probability) for row in rows], dtype=np.float64)
        self._threshold = np.array([_number(row.threshold) for row in rows], dtype=np.float64)
        self._warned = np.array([bool(row.all_warnings) for row in rows], dtype=np.bool_)
        self._reviewer = np.array([_CODES[row.reviewer_label] for row in rows], dtype=np.int8)

    def __len__(self) -> int:
        return self._length

    def put(self, index: int, result: Result) -> None:
        """Set row `index`, or append it when `index` is the number of rows; amortised constant time.

        Raises:
            IndexError: `index` is neither a row nor the next one.
        """
        if not 0 <= index <= self._length:
            raise IndexError(index)
        if index == self._length:
            self._grow()
        self._probability[index] = _number(result.probability)
        self._threshold[index] = _number(result.threshold)
        self._warned[index] = bool(result.all_warnings)
        self._reviewer[index] = _CODES[result.reviewer_label]

    def summary(self, threshold: float | None = None, *, bins: int = HISTOGRAM_BINS) -> Summary:
        """Counts at an operating point.

        Args:
            threshold: malignant from this probability on; None for the one each row was classified at.
            bins: of the histogram.
        """
        rows = slice(self._length)
        probability, reviewer = self._probability[rows], self._reviewer[rows]
        classified = ~np.isnan(probability)
        # A comparison with NaN is false: failed rows are in neither class.
        malignant = probability >= (self._threshold[rows] if threshold is None else threshold)
        benign = classified & ~malignant
        says = np.bincount(reviewer[classified], minlength=len(_CODES))
        compared = classified & ((reviewer == _CODES["benign"]) | (reviewer == _CODES["malignant"]))
        agreed = compared & (malignant == (reviewer == _CODES["malignant"]))
        return Summary(
            total=self._length,
            benign=int(np.count_nonzero(benign)),
            malignant=int(np.count_nonzero(malignant)),
            failed=int(np.count_nonzero(~classified)),
            with_warnings=int(np.count_nonzero(self._warned[rows])),
            reviewed=int(says.sum() - says[_NONE]),
            reviewed_benign=int(says[_CODES["benign"]]),
            reviewed_malignant=int(says[_CODES["malignant"]]),
            reviewed_unsure=int(says[_CODES["unsure"]]),
            compared=int(np.count_nonzero(compared)),
            agreed=int(np.count_nonzero(agreed)),
            histogram=np.histogram(probability[classified], bins=bins, range=(0.0, 1.0))[0].astype(np.int64),
        )

    def own_thresholds(self) -> tuple[float, float] | None:
        """The lowest and the highest operating point that rows were classified at; None where no row is classified."""
        own = self._threshold[: self._length][~np.isnan(self._probability[: self._length])]
        own = own[~np.isnan(own)]
        return (float(own.min()), float(own.max())) if len(own) else None

    def classified_elsewhere(self, threshold: float) -> NDArray[np.intp]:
        """Indices, (m,) rising, of the rows that were classified at another operating point."""
        own = self._threshold[: self._length]
        return np.flatnonzero(~np.isnan(self._probability[: self._length]) & (own != threshold))

    def _grow(self) -> None:
        if self._length == len(self._probability):
            size = max(1024, 2 * self._length)
            self._probability = np.resize(self._probability, size)
            self._threshold = np.resize(self._threshold, size)
            self._warned = np.resize(self._warned, size)
            self._reviewer = np.resize(self._reviewer, size)
        self._length += 1


def summarise(results: Iterable[Result], threshold: float | None = None, *, bins: int = HISTOGRAM_BINS) -> Summary:
    """The summary of rows that are counted once. See `ResultArrays.summary`."""
    return ResultArrays(results).summary(threshold, bins=bins)


def _number(value: float | None) -> float:
    return float("nan") if value is None else value
