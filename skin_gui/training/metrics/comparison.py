"""Two classifiers on the same images: do they err differently?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import chi2

from skin_gui.training.metrics.clusters import Groups, Labels, group_numbers, group_sums

_FEW = 25
"""Below so many groups with discordant pairs the chi-square approximation is not to be trusted."""


@dataclass(frozen=True)
class McNemar:
    """McNemar's test on the images that only one of two classifiers gets right."""

    only_a_right: int
    only_b_right: int
    statistic: float | None
    """Chi-square with one degree of freedom; None for the exact test."""
    p_value: float
    """Two-sided."""

    @property
    def exact(self) -> bool:
        return self.statistic is None


def mcnemar(labels: Labels, predictions_a: ArrayLike, predictions_b: ArrayLike, groups: Groups = None) -> McNemar:
    """McNemar's test of two classifiers' accuracy.

    With d the images of a group that only b gets right, less those that only a gets right: where groups with d other
    than 0 are fewer than 25, the exact test, in which the sign of each d is as likely as its opposite; else
    (|sum of d| - 1)^2 / (sum of d^2) as chi-square (Yang, Sun and Hardin 2010, Biometrical Journal 52:638,
    "A note on the tests for clustered matched-pair binary data", with Edwards' continuity correction, 1948). Where each
    image stands for itself this is McNemar's (1947) test with the binomial one for few discordant pairs.

    Args:
        predictions_a: (n,) 0 or 1, what the first classifier calls each image.
        predictions_b: (n,) 0 or 1, of the second.

    Raises:
        ValueError: lengths that differ.
    """
    truth, a, b = (np.asarray(values, dtype=bool) for values in (labels, predictions_a, predictions_b))
    if not truth.shape == a.shape == b.shape:
        raise ValueError("labels and predictions must be of one length")
    only_a = int(np.sum((a == truth) & (b != truth)))
    only_b = int(np.sum((b == truth) & (a != truth)))
    numbers = group_numbers(groups, len(truth))
    signs = (b == truth).astype(np.float64) - (a == truth)
    sums = np.rint(group_sums(signs, numbers, int(numbers.max(initial=-1)) + 1)).astype(np.int64)
    sums = sums[sums != 0]
    if len(sums) < _FEW:
        return McNemar(only_a, only_b, None, _sign_flip_p(sums))
    statistic = float(max(0, abs(sums.sum()) - 1) ** 2 / np.sum(sums**2))
    return McNemar(only_a, only_b, statistic, float(chi2.sf(statistic, df=1)))


def _sign_flip_p(sums: NDArray[np.int64]) -> float:
    """The probability that sums with random signs add up to at least as much, either way."""
    most = int(np.abs(sums).sum())
    chances = np.ones(1)  # of the totals -k..k, in steps of 1, after the first groups
    for size in np.abs(sums):
        step = np.zeros(2 * size + 1)
        step[[0, -1]] = 0.5
        chances = np.convolve(chances, step)
    totals = np.arange(-most, most + 1)
    return min(1.0, float(chances[np.abs(totals) >= abs(int(sums.sum()))].sum()))
