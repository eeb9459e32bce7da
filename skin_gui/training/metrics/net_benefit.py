"""Net benefit: what calling lesions malignant at a threshold is worth, against calling all or none of them so."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skin_gui.training.metrics.clusters import Labels, Probabilities
from skin_gui.training.metrics.metrics import Metrics, confusion_at


@dataclass(frozen=True)
class NetBenefit:
    """At one prevalence; calling none malignant is worth 0. In true positives for each lesion seen."""

    prevalence: float
    model: float
    treat_all: float
    """Of calling every lesion malignant."""


@dataclass(frozen=True)
class DecisionCurve:
    """Net benefit at each of the thresholds that were asked for, in their order."""

    prevalence: float
    model: tuple[float, ...]
    treat_all: tuple[float, ...]


def net_benefit(sensitivity: float, specificity: float, prevalence: float, threshold: float) -> NetBenefit:
    """Net benefit as Vickers and Elkin 2006 (Medical Decision Making 26:565) define it.

    With p the prevalence and t the threshold, SEN p - (1 - SPE) (1 - p) t / (1 - t): a lesion called malignant that is
    benign costs t / (1 - t) of one that is found, for who calls from a risk of t on holds (1 - t) / t needless calls
    worth one find. At the images' own prevalence this is their TP / n - FP / n t / (1 - t).

    Args:
        sensitivity: at the threshold.
        specificity: at the threshold.
        prevalence: share of malignant lesions among those seen.
        threshold: the risk from which on a lesion is called malignant, below 1.

    Raises:
        ValueError: a rate or prevalence outside [0, 1], or a threshold outside [0, 1).
    """
    if not all(0 <= number <= 1 for number in (sensitivity, specificity, prevalence)) or not 0 <= threshold < 1:
        raise ValueError("rates and prevalence must lie between 0 and 1, the threshold below 1")
    price = threshold / (1 - threshold) * (1 - prevalence)
    return NetBenefit(prevalence, sensitivity * prevalence - (1 - specificity) * price, prevalence - price)


def net_benefit_of(metrics: Metrics, prevalence: float | None = None) -> NetBenefit | None:
    """Net benefit at the threshold of metrics.

    Args:
        metrics: of images of both classes.
        prevalence: that of the clinic; the images' own for None.

    Returns:
        None without images of both classes, or with a threshold of 1, where it is not defined.
    """
    sensitivity, specificity = metrics.sensitivity, metrics.specificity
    if sensitivity.value is None or specificity.value is None or metrics.threshold >= 1:
        return None
    return net_benefit(
        sensitivity.value,
        specificity.value,
        metrics.prevalence if prevalence is None else prevalence,
        metrics.threshold,
    )


def decision_curve(
    labels: Labels, probabilities: Probabilities, prevalence: float, thresholds: Sequence[float]
) -> DecisionCurve:
    """Net benefit over thresholds (a decision curve).

    Args:
        labels: (n,) 0 benign, 1 malignant; both occur.
        thresholds: each below 1.

    Raises:
        ValueError: only one class, or a number out of its range.
    """
    y = np.asarray(labels, dtype=bool)
    malignant, benign = int(y.sum()), int((~y).sum())
    if not malignant or not benign:
        raise ValueError("a decision curve needs images of both classes")
    points = []
    for threshold in thresholds:
        counts = confusion_at(y, probabilities, threshold)
        points.append(net_benefit(counts.tp / malignant, counts.tn / benign, prevalence, threshold))
    return DecisionCurve(
        prevalence,
        tuple(point.model for point in points),
        tuple(point.treat_all for point in points),
    )
