"""Two classifiers on the same images: do they err differently?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import binomtest, chi2

_FEW = 25
"""Below so many discordant pairs the chi-square approximation is not to be trusted."""


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
        """Whether the binomial test was used."""
        return self.statistic is None


def mcnemar(labels: ArrayLike, predictions_a: ArrayLike, predictions_b: ArrayLike) -> McNemar:
    """McNemar's test of two classifiers' accuracy.

    With b and c images that only the one or the other gets right: the exact binomial test of b
    against b + c trials below 25 of them, else (|b - c| - 1)^2 / (b + c) as chi-square (McNemar
    1947, with Edwards' continuity correction, 1948).

    Args:
        labels: (n,) 0 benign, 1 malignant.
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
    discordant = only_a + only_b
    if discordant == 0:
        return McNemar(0, 0, None, 1.0)
    if discordant < _FEW:
        return McNemar(only_a, only_b, None, float(binomtest(only_a, discordant).pvalue))
    statistic = max(0, abs(only_a - only_b) - 1) ** 2 / discordant
    return McNemar(only_a, only_b, statistic, float(chi2.sf(statistic, df=1)))
