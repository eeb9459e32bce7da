"""Choose the threshold, and say what it means in a clinic."""

import math
from dataclasses import dataclass

import numpy as np

from skin_gui.training.metrics.clusters import Groups, Labels, Probabilities, group_numbers, share
from skin_gui.training.metrics.intervals import Rate


@dataclass(frozen=True)
class ThresholdChoice:
    """A threshold with what to expect there."""

    threshold: float
    target: float
    """The sensitivity that was asked for."""
    sensitivity: Rate
    specificity: Rate


@dataclass(frozen=True)
class PredictiveValues:
    """What a result means at a prevalence; None where it never occurs."""

    positive: float | None
    """PPV: the chance that a lesion called malignant is."""
    negative: float | None
    """NPV: the chance that a lesion called benign is."""


def threshold_for_sensitivity(
    labels: Labels, probabilities: Probabilities, target: float = 0.9, groups: Groups = None
) -> ThresholdChoice:
    """The largest threshold at which at least `target` of the malignant images are called malignant.

    Args:
        probabilities: (n,) P(malignant) of images that the model was not fitted to.
        target: sensitivity above 0, at most 1.

    Raises:
        ValueError: no malignant image, or a target outside (0, 1].
    """
    if not 0 < target <= 1:
        raise ValueError("the target sensitivity must be above 0 and at most 1")
    y = np.asarray(labels, dtype=bool)
    p = np.asarray(probabilities, dtype=np.float64)
    malignant = np.sort(p[y])[::-1]
    if len(malignant) == 0:
        raise ValueError("a threshold needs malignant images")
    # Rounded first: 0.9 * 350 is 315.00000000000006 for a computer, and would ask for 316.
    needed = math.ceil(round(target * len(malignant), 9))
    return at_threshold(y, p, float(malignant[needed - 1]), target, groups)


def at_threshold(
    labels: Labels, probabilities: Probabilities, threshold: float, target: float, groups: Groups = None
) -> ThresholdChoice:
    """Sensitivity and specificity at a threshold; malignant from it on, so ties go to malignant.

    Args:
        target: the sensitivity that it was chosen for.
    """
    y = np.asarray(labels, dtype=bool)
    numbers = group_numbers(groups, len(y))
    called = np.asarray(probabilities, dtype=np.float64) >= threshold
    return ThresholdChoice(
        threshold=threshold,
        target=target,
        sensitivity=share(called[y], numbers[y]),
        specificity=share(~called[~y], numbers[~y]),
    )


def operating_curve(labels: Labels, probabilities: Probabilities) -> tuple[tuple[float, float, float], ...]:
    """Threshold, sensitivity and specificity at 201 thresholds from 0 to 1, as a model's metrics keep them."""
    points = (at_threshold(labels, probabilities, number / 200, 0.5) for number in range(201))
    return tuple((p.threshold, round(p.sensitivity.value or 0, 4), round(p.specificity.value or 0, 4)) for p in points)


def predictive_values(sensitivity: float, specificity: float, prevalence: float) -> PredictiveValues:
    """Bayes' theorem: predictive values of a test where `prevalence` of the lesions are malignant.

    Raises:
        ValueError: a number outside [0, 1].
    """
    if not all(0 <= number <= 1 for number in (sensitivity, specificity, prevalence)):
        raise ValueError("sensitivity, specificity and prevalence must lie between 0 and 1")
    true_positive, false_positive = sensitivity * prevalence, (1 - specificity) * (1 - prevalence)
    true_negative, false_negative = specificity * (1 - prevalence), (1 - sensitivity) * prevalence
    called, cleared = true_positive + false_positive, true_negative + false_negative
    return PredictiveValues(
        positive=true_positive / called if called else None,
        negative=true_negative / cleared if cleared else None,
    )
