"""How far probabilities can be taken at their word: Brier score, calibration error, reliability bins."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skin_gui.training.metrics.clusters import Groups, Labels, Probabilities, mean
from skin_gui.training.metrics.intervals import Estimate, Rate, rate

BINS = 10
Strategy = Literal["uniform", "quantile"]


@dataclass(frozen=True)
class ReliabilityBin:
    """The images whose probability lies in (low, high]; the first bin takes 0 too."""

    low: float
    high: float
    count: int
    mean_probability: float
    malignant: Rate
    """The share of them that is malignant, with its interval."""


def reliability_bins(
    labels: Labels, probabilities: Probabilities, bins: int = BINS, strategy: Strategy = "uniform"
) -> tuple[ReliabilityBin, ...]:
    """The points of a reliability diagram; empty bins are left out.

    Bin edges are those of scikit-learn's `calibration_curve`, which gives no counts.

    Args:
        strategy: "uniform" for bins of equal width, "quantile" for (about) equal counts.
    """
    y = np.asarray(labels, dtype=np.int64)
    p = np.asarray(probabilities, dtype=np.float64)
    edges = _edges(p, bins, strategy)
    index = np.searchsorted(edges[1:-1], p)
    found = []
    for number in np.unique(index):
        inside = index == number
        found.append(
            ReliabilityBin(
                low=float(edges[number]),
                high=float(edges[number + 1]),
                count=int(inside.sum()),
                mean_probability=float(p[inside].mean()),
                malignant=rate(int(y[inside].sum()), int(inside.sum())),
            )
        )
    return tuple(found)


def _edges(probabilities: NDArray[np.float64], bins: int, strategy: Strategy) -> NDArray[np.float64]:
    places = np.linspace(0, 1, bins + 1)
    return places if strategy == "uniform" else np.quantile(probabilities, places)


def calibration_error(bins: tuple[ReliabilityBin, ...]) -> float:
    """Expected calibration error: the mean over images of |malignant share - mean probability| of their bin.

    Naeini et al. 2015, in its form for P(malignant), as the reliability diagram shows it.
    """
    total = sum(part.count for part in bins)
    return sum(part.count * abs((part.malignant.value or 0.0) - part.mean_probability) for part in bins) / total


def ece(
    labels: Labels,
    probabilities: Probabilities,
    bins: int = BINS,
    strategy: Strategy = "uniform",
    weights: ArrayLike | None = None,
) -> float:
    """Expected calibration error over 10 bins of equal width; "quantile" gives the adaptive variant.

    `weights` (n,) say how many images each stands for, e.g. those of another mixture of classes; 1 if left out.
    """
    y = np.asarray(labels, dtype=np.float64)
    p = np.asarray(probabilities, dtype=np.float64)
    w = np.ones(len(y)) if weights is None else np.asarray(weights, dtype=np.float64)
    index = np.searchsorted(_edges(p, bins, strategy)[1:-1], p)
    return float(np.abs(np.bincount(index, w * (y - p))).sum() / w.sum())


def brier(
    labels: Labels, probabilities: Probabilities, groups: Groups = None, weights: ArrayLike | None = None
) -> Estimate:
    """Brier score, the mean squared error of the probabilities (Brier 1950); 0 is perfect.

    The interval is the mean -+ 1.96 standard errors, clipped to [0, 1]; None for a single image or group.
    """
    errors = (np.asarray(probabilities, dtype=np.float64) - np.asarray(labels, dtype=np.float64)) ** 2
    if weights is not None:
        w = np.asarray(weights, dtype=np.float64)
        errors = errors * w / w.mean()
    found = mean(errors, groups)
    if found.low is None or found.high is None:
        return found
    return Estimate(found.value, max(0.0, found.low), min(1.0, found.high))
