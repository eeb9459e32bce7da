"""The figures that `skin-gui evaluate`, the comparison of models and the model card show."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.training.metrics.auc import auc
from skin_gui.training.metrics.clusters import Groups, Labels, Probabilities, group_numbers, share
from skin_gui.training.metrics.intervals import NOT_DEFINED, Estimate, Rate
from skin_gui.training.metrics.reliability import ReliabilityBin, brier, calibration_error, reliability_bins

MINIMUM = 20
"""Below so many images a subgroup's figures say nothing."""
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Confusion:
    """Counts at the threshold; malignant is the positive class."""

    tp: int
    tn: int
    fp: int
    fn: int


@dataclass(frozen=True)
class Metrics:
    """Everything measured on one set of images at one threshold."""

    n: int
    threshold: float
    confusion: Confusion
    accuracy: Rate
    sensitivity: Rate
    specificity: Rate
    precision: Rate
    f_score: Estimate
    auc: Estimate
    brier: Estimate
    ece: float
    """Over 10 bins of equal width."""
    ece_adaptive: float
    """Over 10 bins of equal counts."""
    reliability: tuple[ReliabilityBin, ...]
    """The 10 bins of equal width, without empty ones."""

    @property
    def prevalence(self) -> float:
        """Share of malignant images."""
        return (self.confusion.tp + self.confusion.fn) / self.n

    def to_json(self) -> dict[str, Any]:
        """The public keys as plain numbers, undefined ones None, and `intervals` {name: [low, high]}."""
        estimates: dict[str, Rate | Estimate] = {
            "accuracy": self.accuracy,
            "sensitivity": self.sensitivity,
            "specificity": self.specificity,
            "precision": self.precision,
            "f_score": self.f_score,
            "auc": self.auc,
            "brier": self.brier,
        }
        values = {name: estimate.value for name, estimate in estimates.items()}
        return {
            "n": self.n,
            **values,
            "ece": self.ece,
            "threshold": self.threshold,
            "confusion": asdict(self.confusion),
            "intervals": {name: estimate.interval for name, estimate in estimates.items()},
        }


@dataclass(frozen=True)
class GroupRow:
    """One subgroup, e.g. the patients of 70 and older."""

    value: str
    n: int
    metrics: Metrics | None
    """None where n is too small."""


@dataclass(frozen=True)
class DiagnosisRow:
    """How often images of one diagnosis are called malignant: sensitivity or false-positive rate."""

    diagnosis: str
    malignant: bool
    """Whether its true class is malignant."""
    n: int
    called_malignant: Rate | None
    """None where n is too small."""


def confusion_at(labels: Labels, probabilities: Probabilities, threshold: float) -> Confusion:
    """Count the outcomes of (n,) labels and probabilities; one at the threshold is called malignant."""
    truth = np.asarray(labels, dtype=bool)
    called = np.asarray(probabilities, dtype=np.float64) >= threshold
    return Confusion(
        tp=int(np.sum(called & truth)),
        tn=int(np.sum(~called & ~truth)),
        fp=int(np.sum(called & ~truth)),
        fn=int(np.sum(~called & truth)),
    )


def f_score(found: Rate) -> Estimate:
    """The paper's equation 12, F = 2 PRE SEN / (PRE + SEN) = 2 TP / (2 TP + FP + FN).

    F is 2 q / (1 + q) of the proportion q = TP / (TP + FP + FN); the interval is q's Wilson interval
    sent through that rising function (Lam, Gopal and Qian 2023, arXiv 2309.14621, "Wilson indirect").
    Without a true positive F is 0; without a malignant image, true or called, it is not defined.

    Args:
        found: q, the share of true positives among the images that are malignant or called so.
    """
    if found.value is None or found.low is None or found.high is None:
        return NOT_DEFINED
    return Estimate(*(2 * q / (1 + q) for q in (found.value, found.low, found.high)))


def evaluate(labels: Labels, probabilities: Probabilities, threshold: float, groups: Groups = None) -> Metrics:
    """Measure predictions against the truth: the paper's equations 8-12, AUC, Brier score and ECE.

    With TP, TN, FP, FN counted at the threshold:
    ACC = (TP + TN) / (TP + TN + FP + FN), SEN = TP / (TP + FN), SPE = TN / (TN + FP),
    PRE = TP / (TP + FP), F = 2 PRE SEN / (PRE + SEN).

    Args:
        groups: as `Groups`; intervals take images of one group for what they are, not for independent ones.

    Raises:
        ValueError: no images, lengths that differ, a label other than 0 and 1, or a probability outside [0, 1].
    """
    y, p = _checked(labels, probabilities)
    counts = confusion_at(y, p, threshold)
    bins = reliability_bins(y, p)
    truth, called = y == 1, p >= threshold
    numbers = group_numbers(groups, len(y))

    def part(hits: NDArray[np.bool_], among: NDArray[np.bool_]) -> Rate:
        return share(hits[among], numbers[among])

    return Metrics(
        n=len(y),
        threshold=float(threshold),
        confusion=counts,
        accuracy=share(called == truth, numbers),
        sensitivity=part(called, truth),
        specificity=part(~called, ~truth),
        precision=part(truth, called),
        f_score=f_score(part(truth & called, truth | called)),
        auc=auc(y, p, numbers),
        brier=brier(y, p, numbers),
        ece=calibration_error(bins),
        ece_adaptive=calibration_error(reliability_bins(y, p, strategy="quantile")),
        reliability=bins,
    )


def by_group(
    values: Sequence[str | None],
    labels: Labels,
    probabilities: Probabilities,
    threshold: float,
    minimum: int = MINIMUM,
    groups: Groups = None,
) -> tuple[GroupRow, ...]:
    """The metrics of each subgroup, sorted by value; those below `minimum` images get none.

    Args:
        values: (n,) the subgroup of each image; None or "" counts as unknown, which comes last.
    """
    y, p = _checked(labels, probabilities)
    numbers = group_numbers(groups, len(y))
    rows = []
    for value, inside in _subgroups(values, len(y)):
        n = int(inside.sum())
        found = evaluate(y[inside], p[inside], threshold, numbers[inside]) if n >= minimum else None
        rows.append(GroupRow(value, n, found))
    return tuple(rows)


def by_diagnosis(
    diagnoses: Sequence[str | None],
    labels: Labels,
    probabilities: Probabilities,
    threshold: float,
    minimum: int = MINIMUM,
    groups: Groups = None,
) -> tuple[DiagnosisRow, ...]:
    """The share of each diagnosis called malignant, benign diagnoses first.

    A diagnosis that occurs with both labels gets a row for each. Arguments as for `by_group`.
    """
    y, p = _checked(labels, probabilities)
    numbers = group_numbers(groups, len(y))
    rows = []
    for malignant in (False, True):
        for value, inside in _subgroups(diagnoses, len(y)):
            chosen = inside & (y == malignant)
            n = int(chosen.sum())
            if n:
                called = share(p[chosen] >= threshold, numbers[chosen]) if n >= minimum else None
                rows.append(DiagnosisRow(value, malignant, n, called))
    return tuple(rows)


def _subgroups(values: Sequence[str | None], n: int) -> list[tuple[str, NDArray[np.bool_]]]:
    """Each value with its (n,) mask, sorted, the unknown last."""
    if len(values) != n:
        raise ValueError(f"{len(values)} group values for {n} images")
    names = np.array([value or UNKNOWN for value in values], dtype=object)
    ordered = sorted(set(names), key=lambda name: (name == UNKNOWN, name))
    return [(name, names == name) for name in ordered]


def _checked(labels: Labels, probabilities: Probabilities) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    y = np.asarray(labels)
    p = np.asarray(probabilities, dtype=np.float64)
    if y.ndim != 1 or y.shape != p.shape or len(y) == 0:
        raise ValueError("labels and probabilities must be of one length, at least 1")
    if not np.isin(y, (0, 1)).all():
        raise ValueError("labels must be 0 (benign) or 1 (malignant)")
    if not np.all((p >= 0) & (p <= 1)):
        raise ValueError("probabilities must lie between 0 and 1")
    return y.astype(np.int64), p
