"""Images that belong together count less than as many that do not: sums over lesions, and intervals that know it."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skin_gui.proportions import Z, wilson
from skin_gui.training.metrics.intervals import Estimate, Rate, rate

Labels = ArrayLike
"""(n,) 0 benign, 1 malignant."""
Probabilities = ArrayLike
"""(n,) P(malignant); what is at or above the threshold is called malignant."""
Groups = ArrayLike | None
"""(n,) images with the same number show one lesion, patient or picture; None when each stands for itself."""


def group_numbers(groups: Groups, n: int) -> NDArray[np.int64]:
    """(n,) group of each image, numbered from 0 without gaps.

    Raises:
        ValueError: there are not n.
    """
    if groups is None:
        return np.arange(n, dtype=np.int64)
    numbers = np.unique(np.asarray(groups), return_inverse=True)[1].astype(np.int64)
    if numbers.shape != (n,):
        raise ValueError(f"{numbers.size} groups for {n} images")
    return numbers


def group_sums(values: NDArray[np.float64], numbers: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    """(..., count) sums of (..., n) values over each of `count` groups."""
    sums = np.zeros((*values.shape[:-1], count))
    np.add.at(sums.T, numbers, values.T)
    return sums


def share(hits: ArrayLike, groups: Groups = None) -> Rate:
    """The share of images that are hits, with its 95 % interval.

    The interval is Wilson's with the effective number of images: n divided by the design effect, the variance of the
    share over groups (Rao and Scott 1992, Biometrics 48:577) relative to that of independent images, at least 1. Where
    all or none are hits the variance says nothing, and each group counts once.
    """
    hit = np.asarray(hits, dtype=bool)
    total, successes = len(hit), int(hit.sum())
    numbers = group_numbers(groups, total)
    count = int(numbers.max(initial=-1)) + 1
    if count == total:
        return rate(successes, total)
    value = successes / total
    if successes in (0, total):
        effective = float(count)
    elif count == 1:
        effective = 1.0
    else:
        variance = _variance_of_mean(hit - value, numbers, count)
        effective = total / max(1.0, variance / (value * (1 - value) / (total - 1)))
    low, high = wilson(value, effective)
    return Rate(value, successes, total, low, high)


def mean(values: NDArray[np.float64], groups: Groups = None) -> Estimate:
    """The mean of (n,) values -+ 1.96 standard errors over groups; without interval for a single group."""
    numbers = group_numbers(groups, len(values))
    count = int(numbers.max()) + 1
    value = float(values.mean())
    if count < 2:
        return Estimate(value, None, None)
    half = Z * float(np.sqrt(_variance_of_mean(values - value, numbers, count)))
    return Estimate(value, value - half, value + half)


def _variance_of_mean(residuals: NDArray[np.float64], numbers: NDArray[np.int64], count: int) -> float:
    sums = group_sums(residuals, numbers, count)
    return float(count / (count - 1) * np.sum(sums**2) / len(residuals) ** 2)
