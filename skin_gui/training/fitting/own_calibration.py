"""Calibration and operating point for one clinic, from its own labelled images; network and head stay as they are.

A clinic has few labelled images, so Platt's two numbers are drawn towards the model's own by a penalised likelihood.
Everything that is reported is cross-validated: an image is measured with a calibration and a threshold that its own
lesion had no part in.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from skin_gui.classifier.calibration import Calibration
from skin_gui.training.data.splits import grouped_folds
from skin_gui.training.metrics.metrics import Metrics, evaluate
from skin_gui.training.metrics.operating_point import ThresholdChoice, operating_curve, threshold_for_sensitivity
from skin_gui.training.metrics.reliability import brier, ece
from skin_gui.training.plan import FEWEST_TO_CALIBRATE
from skin_gui.wording.fact import Fact, FactError
from skin_gui.wording.training import TrainingFact

FOLDS = 5
ALIKE = 0.25
"""Part by which the larger class may exceed the smaller one in images that were evidently chosen to be as many.

In a practice's own series malignant lesions are fewer than the 44 % from which this holds.
"""

_SEED = 0
_SCALE_SPREAD = 0.5
"""Standard deviation of the prior of log(scale), around the model's own."""
_OFFSET_SPREAD = 2.0
"""Standard deviation of the prior of the offset: cameras and mixtures of lesions move it most."""
_OF_CALLS = ("confusion", "accuracy", "sensitivity", "specificity", "precision", "f_score")

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


class Refusal(StrEnum):
    """Why no calibration can be fitted."""

    FEW_BENIGN = "few benign"
    FEW_MALIGNANT = "few malignant"
    UPSIDE_DOWN = "upside down"
    """The model ranks these images worse than chance: no calibration mends that."""


def _refused(reason: Refusal, found: int) -> Fact:
    match reason:
        case Refusal.FEW_BENIGN:
            return TrainingFact.FEW_BENIGN(fewest=FEWEST_TO_CALIBRATE, found=found)
        case Refusal.FEW_MALIGNANT:
            return TrainingFact.FEW_MALIGNANT(fewest=FEWEST_TO_CALIBRATE, found=found)
        case Refusal.UPSIDE_DOWN:
            return TrainingFact.UPSIDE_DOWN()


class CalibrationRefusedError(FactError):
    """Nothing can be fitted."""

    def __init__(self, reason: Refusal, found: int = 0) -> None:
        """Args: why, and of how many lesions of the class there are images."""
        super().__init__(_refused(reason, found))
        self.reason, self.found = reason, found


@dataclass(frozen=True)
class OwnCalibration:
    """What was fitted, and what it is worth on images of lesions that had no part in it."""

    calibration: Calibration
    choice: ThresholdChoice
    """The operating point; its rates are the cross-validated ones."""
    prevalence: float
    """Share of malignant lesions that the probabilities are made for."""
    before: Metrics
    """The model as it was, at its own operating point. As in `after`, Brier score and ECE are at `prevalence`."""
    after: Metrics
    """Cross-validated by lesion; the AUC is that of `before`, for calibration changes no order."""
    curve: tuple[tuple[float, float, float], ...]
    """As `operating_curve`, of the cross-validated probabilities."""

    @property
    def finds_fewer(self) -> bool:
        """Whether fewer malignant lesions are found than before, and than the operating point was chosen for."""
        after, before = self.after.sensitivity.value, self.before.sensitivity.value
        return after is not None and before is not None and after < min(before, self.choice.target)


def prevalence_for(labels: Labels, of_model: float, asked: float | None = None) -> float:
    """The share of malignant lesions that probabilities are made for.

    As many benign as malignant images were chosen so, and say nothing of the clinic: then it is the model's own.

    Args:
        labels: (n,) 0 benign, 1 malignant.
        of_model: what the model's own calibration is made for.
        asked: what the user says, which goes before all.
    """
    if asked is not None:
        return asked
    malignant = int(np.sum(labels == 1))
    few, many = sorted((malignant, len(labels) - malignant))
    return of_model if many <= (1 + ALIKE) * few else malignant / len(labels)


def fit_own_calibration(
    logits: Floats,
    labels: Labels,
    groups: Labels,
    model: tuple[Calibration, float],
    *,
    target: float,
    prevalence: float,
    prior: Calibration | None = None,
) -> OwnCalibration:
    """Fit calibration and operating point, and measure both by cross-validation.

    Args:
        logits: (n,) uncalibrated logits of the model.
        labels: (n,) 0 benign, 1 malignant.
        groups: (n,) which images belong together.
        model: calibration and threshold of the model as it is.
        target: sensitivity above 0, at most 1, that the operating point is chosen for.
        prevalence: share of malignant lesions where the probabilities will be used, in (0, 1).
        prior: the calibration which the fit is drawn towards; the model's when None.

    Raises:
        CalibrationRefusedError: too few lesions of a class, or a ranking worse than chance.
        ValueError: a target or a prevalence outside its range.
    """
    for label, reason in ((0, Refusal.FEW_BENIGN), (1, Refusal.FEW_MALIGNANT)):
        found = len(np.unique(groups[labels == label]))
        if found < FEWEST_TO_CALIBRATE:
            raise CalibrationRefusedError(reason, found)
    if not 0 < prevalence < 1:
        raise ValueError("the prevalence must lie between 0 and 1")
    prior = prior or model[0]
    weights = prevalence_weights(labels, prevalence)
    before = _measure(labels, model[0].probability(logits), model[1], groups, weights)
    if before.auc.high is not None and before.auc.high <= 0.5:
        raise CalibrationRefusedError(Refusal.UPSIDE_DOWN)
    probabilities, called = np.zeros(len(labels)), np.zeros(len(labels), dtype=bool)
    for train, held in grouped_folds(labels, groups, FOLDS, _SEED):
        fold = fit_towards(prior, logits[train], labels[train], weights[train])
        at = _threshold(labels[train], fold.probability(logits[train]), groups[train], target)
        probabilities[held] = fold.probability(logits[held])
        called[held] = probabilities[held] >= at
    fitted = fit_towards(prior, logits, labels, weights)
    threshold = _threshold(labels, fitted.probability(logits), groups, target)
    by_calls = evaluate(labels, called.astype(np.float64), 0.5, groups)
    after = replace(
        _measure(labels, probabilities, threshold, groups, weights),
        auc=before.auc,
        **{name: getattr(by_calls, name) for name in _OF_CALLS},
    )
    return OwnCalibration(
        calibration=fitted,
        choice=ThresholdChoice(threshold, target, after.sensitivity, after.specificity),
        prevalence=prevalence,
        before=before,
        after=after,
        curve=operating_curve(labels, probabilities),
    )


def _threshold(labels: Labels, probabilities: Floats, groups: Labels, target: float) -> float:
    """At which this share is expected to be found of malignant lesions that had no part in choosing it.

    A new one lies with probability k / (n + 1) at or above the k-th highest of n: to find 90 % of those to come, more
    than 90 % of these few must be found.
    """
    malignant = len(np.unique(groups[labels == 1]))
    needed = min(1.0, target * (malignant + 1) / malignant)
    return threshold_for_sensitivity(labels, probabilities, needed).threshold


def prevalence_weights(labels: Labels, prevalence: float) -> Floats:
    """(n,) weights, mean 1, that give the malignant images this share of the whole; both classes occur."""
    share = float(labels.mean())
    weights: Floats = np.where(labels == 1, prevalence / share, (1 - prevalence) / (1 - share))
    return weights


def fit_towards(prior: Calibration, logits: Floats, labels: Labels, weights: Floats) -> Calibration:
    """Platt scaling by maximum a posteriori, log(scale) and offset with Gaussian priors around `prior`.

    Args:
        prior: what no image at all would give.
        logits: (n,) uncalibrated.
        labels: (n,) 0 benign, 1 malignant.
        weights: (n,) how many images each stands for.
    """
    start = np.array([np.log(prior.scale), prior.offset])
    deviations = np.array([_SCALE_SPREAD, _OFFSET_SPREAD])

    def loss(values: Floats) -> float:
        z = np.exp(values[0]) * logits + values[1]
        likelihood = np.sum(weights * np.logaddexp(0, np.where(labels == 1, -z, z)))
        return float(likelihood + 0.5 * np.sum(((values - start) / deviations) ** 2))

    found = minimize(loss, start, method="BFGS").x
    return Calibration(float(np.exp(found[0])), float(found[1]))


def _measure(labels: Labels, probabilities: Floats, threshold: float, groups: Labels, weights: Floats) -> Metrics:
    """As `evaluate`, with Brier score and ECE at the prevalence of the weights: no rate and no AUC depends on it."""
    return replace(
        evaluate(labels, probabilities, threshold, groups),
        brier=brier(labels, probabilities, groups, weights),
        ece=ece(labels, probabilities, weights=weights),
        ece_adaptive=ece(labels, probabilities, strategy="quantile", weights=weights),
    )
