"""The area under the ROC curve with DeLong's interval, and the paired difference of two."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm, rankdata
from sklearn.metrics import roc_auc_score

from skin_gui.proportions import Z
from skin_gui.training.metrics.clusters import Groups, Labels, group_numbers, group_sums
from skin_gui.training.metrics.intervals import NOT_DEFINED, Estimate, rate


@dataclass(frozen=True)
class AucDifference:
    """Two classifiers on the same images: AUC of b minus AUC of a, with DeLong's paired test."""

    difference: Estimate
    p_value: float | None
    """Two-sided; None where the variance cannot be estimated."""


def auc(labels: Labels, scores: ArrayLike, groups: Groups = None) -> Estimate:
    """Area under the ROC curve with its 95 % interval.

    The variance is DeLong's (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837), computed
    from midranks (Sun and Xu 2014, IEEE Signal Processing Letters 21:1389), with groups Obuchowski's
    (1997, Biometrics 53:567), which is the same where each image stands for itself; the interval is
    clipped to [0, 1]. Where the classes separate perfectly that variance is 0 and would claim
    certainty; there the bound is Wilson's for the smaller class, all of it on the right side.

    Args:
        scores: (n,) probabilities or logits, higher is more malignant.

    Returns:
        The estimate; not defined with one class only, and without interval where a class has one image or group.
    """
    y = np.asarray(labels, dtype=bool)
    s = np.asarray(scores, dtype=np.float64)
    numbers = group_numbers(groups, len(y))
    smaller = min(len(np.unique(numbers[y])), len(np.unique(numbers[~y])))
    if smaller == 0:
        return NOT_DEFINED
    value = float(roc_auc_score(y, s))
    if smaller == 1:
        return Estimate(value, None, None)
    if s[y].min() > s[~y].max() or s[y].max() < s[~y].min():
        bound = rate(round(value) * smaller, smaller)
        return Estimate(value, bound.low, bound.high)
    covariance = _covariance(y, s[None], numbers)
    half = Z * float(np.sqrt(covariance[0, 0]))
    return Estimate(value, max(0.0, value - half), min(1.0, value + half))


def delong_difference(labels: Labels, scores_a: ArrayLike, scores_b: ArrayLike, groups: Groups = None) -> AucDifference:
    """DeLong's test of two AUCs on the same images (source as for `auc`)."""
    y = np.asarray(labels, dtype=bool)
    scores = np.stack([np.asarray(scores_a, dtype=np.float64), np.asarray(scores_b, dtype=np.float64)])
    numbers = group_numbers(groups, len(y))
    a, b = auc(y, scores[0], numbers), auc(y, scores[1], numbers)
    if a.value is None or b.value is None:
        return AucDifference(NOT_DEFINED, None)
    difference = b.value - a.value
    if a.low is None or b.low is None:
        return AucDifference(Estimate(difference, None, None), None)
    covariance = _covariance(y, scores, numbers)
    error = float(np.sqrt(max(0.0, covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])))
    if error == 0.0:
        # Equal orders differ by nothing for certain; of two perfect ones nothing can be said but that.
        return AucDifference(Estimate(difference, difference, difference), 1.0 if difference == 0.0 else None)
    estimate = Estimate(difference, max(-1.0, difference - Z * error), min(1.0, difference + Z * error))
    return AucDifference(estimate, float(2 * norm.sf(abs(difference) / error)))


def _placements(
    positive: NDArray[np.bool_], scores: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Placement values: for each image the share of the other class that it is ranked rightly against, ties half.

    Args:
        positive: (n,) the malignant images.
        scores: (classifiers, n).

    Returns:
        (classifiers, malignant) and (classifiers, benign).
    """
    malignant, benign = scores[:, positive], scores[:, ~positive]
    ranks = rankdata(scores, axis=1)
    v10 = (ranks[:, positive] - rankdata(malignant, axis=1)) / benign.shape[1]
    v01 = 1 - (ranks[:, ~positive] - rankdata(benign, axis=1)) / malignant.shape[1]
    return v10, v01


def _covariance(
    positive: NDArray[np.bool_], scores: NDArray[np.float64], numbers: NDArray[np.int64]
) -> NDArray[np.float64]:
    """(classifiers, classifiers) covariance of the AUCs; a group with images of both classes ties them together."""
    count = int(numbers.max()) + 1
    sums, corrected = [], []
    for placements, inside in zip(_placements(positive, scores), (positive, ~positive), strict=True):
        area = placements.mean(axis=1, keepdims=True)
        sums.append(group_sums((placements - area) / placements.shape[1], numbers[inside], count))
        groups = len(np.unique(numbers[inside]))
        corrected.append(groups / (groups - 1) * sums[-1] @ sums[-1].T)
    cross = count / (count - 1) * sums[0] @ sums[1].T
    covariance: NDArray[np.float64] = corrected[0] + corrected[1] + cross + cross.T
    return covariance
