"""Fit a head to few images by shrinking it towards one that knows many: its weights are the mean of the prior."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from threadpoolctl import threadpool_limits

from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.head import Head
from skin_gui.progress import CancelCheck, raise_if
from skin_gui.training.data.splits import Folds
from skin_gui.training.fitting.head_fit import FeatureSet, Floats, standardise
from skin_gui.training.metrics.auc import auc

STRENGTHS = (100_000.0, 10_000.0, 3_000.0, 1_000.0, 300.0)
"""Of the prior, from one that lets a few dozen images change next to nothing to one that they mostly outweigh."""
MOST_IMAGES = 3000
"""Above so many images the fits would take minutes and gigabytes, and the images speak for themselves."""

_CHUNK = 1024
_ITERATIONS = 60
_TOLERANCE = 1e-6  # relative; what is fitted is in single precision

Logits = NDArray[np.float64]


def can_shrink_towards(head: Head, images: int) -> bool:
    """Whether `ShrunkFit` can start from a head: one whose layers are a single linear one, for few images."""
    return len(head.kernels) == 1 and images <= MOST_IMAGES


@dataclass(frozen=True)
class _Rows:
    """Every variant of every image, by variant first."""

    values: Floats
    """(variants * n, layer inputs), standardised."""
    offsets: Logits
    """(variants * n,) what the prior's head says, calibrated."""
    labels: NDArray[np.float64]
    weights: NDArray[np.float64]


class ShrunkFit:
    """A linear correction to a head's calibrated logit, fitted by penalised likelihood.

    The weighted log-loss of logit + x v + b plus strength / 2 |v|^2 is the negative logarithm of the posterior where
    v has a normal prior of mean 0 and variance 1 / strength (Chelba and Acero 2004, "Adaptation of Maximum Entropy
    Capitalizer", which draws a model's weights to those of another domain in the same way). All variants of an image
    together count as one image. What the head's support vector machines say stays as it is.
    """

    def __init__(self, features: FeatureSet, towards: Head, calibration: Calibration) -> None:
        """Args: the images; the head, which must satisfy `can_shrink_towards`; its calibration."""
        self.towards = towards
        self.calibration = calibration
        self.features = features
        variants, count, _ = features.vectors.shape
        values = np.concatenate(
            [
                standardise(vectors[:, towards.skipped :], towards.shift, towards.scale, towards.square_root)
                for vectors in features.vectors
            ]
        )
        by_layers = (values @ towards.kernels[0] + towards.biases[0])[:, 0]
        # The machines' features are there for the unchanged images alone; what they say of a variant is said of those.
        logits = by_layers + np.tile(_by_svms(towards, features.vectors[0]), variants)
        self._rows = _Rows(
            values=values,
            offsets=calibration.scale * logits.astype(np.float64) + calibration.offset,
            labels=np.tile(features.labels, variants).astype(np.float64),
            weights=np.tile(features.weights, variants) / variants,
        )
        self._count = count

    def out_of_fold(self, folds: Folds, cancelled: CancelCheck) -> Mapping[float, Logits]:
        """By strength, the logits (n,) of heads that were fitted without the image's fold."""
        found = {strength: np.zeros(self._count) for strength in STRENGTHS}
        for train, held in folds:
            inside = np.zeros(self._count)
            inside[train] = 1
            correction = self._none()
            for strength in STRENGTHS:  # each fit goes on from a stronger prior's
                raise_if(cancelled)
                correction = self._fit(strength, inside, correction)
                found[strength][held] = self._logits(correction)[held]
        return found

    def head(self, strength: float) -> Head:
        """The head that is fitted to all images under a prior of this strength."""
        correction = self._fit(strength, np.ones(self._count), self._none())
        scale = self.calibration.scale
        kernel, bias = self.towards.kernels[0], self.towards.biases[0]
        return replace(
            self.towards,
            kernels=((kernel + correction[:-1, None] / scale).astype(np.float32),),
            biases=((bias + (self.calibration.offset + correction[-1]) / scale).astype(np.float32),),
            novelty=None,
        )

    def _none(self) -> NDArray[np.float64]:
        return np.zeros(self._rows.values.shape[1] + 1)

    def _fit(self, strength: float, inside: NDArray[np.float64], begin: NDArray[np.float64]) -> NDArray[np.float64]:
        """(layer inputs + 1,): v and b, fitted to the images whose `inside` is 1."""
        rows = self._rows
        weights = rows.weights * np.tile(inside, len(rows.weights) // self._count)

        def loss(correction: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            v = correction[:-1]
            logits = rows.offsets + rows.values @ v.astype(np.float32) + correction[-1]
            wrong = weights * (expit(logits) - rows.labels)
            slope = np.append(wrong.astype(np.float32) @ rows.values + strength * v, wrong.sum())
            value = weights @ (np.logaddexp(0, logits) - rows.labels * logits) + 0.5 * strength * v @ v
            return float(value), slope

        # On one core: the fit is repeatable, and does not wait for its own threads on a busy machine.
        with threadpool_limits(1):
            options = {"maxiter": _ITERATIONS, "ftol": _TOLERANCE}
            result = minimize(loss, begin, jac=True, method="L-BFGS-B", options=options)
        return np.asarray(result.x, dtype=np.float64)

    def _logits(self, correction: NDArray[np.float64]) -> Logits:
        """(n,) of the unchanged images, on the scale of the head's own logits."""
        rows, count = self._rows, self._count
        logits = rows.offsets[:count] + rows.values[:count] @ correction[:-1].astype(np.float32) + correction[-1]
        return np.asarray(logits / self.calibration.scale, dtype=np.float64)


def _by_svms(head: Head, vectors: NDArray[np.float16]) -> Floats:
    """(n,): in chunks, for the distances to all support vectors take room."""
    parts = [vectors[start : start + _CHUNK].astype(np.float32) for start in range(0, len(vectors), _CHUNK)]
    return np.concatenate([head.logits_of_svms(part) for part in parts])


@dataclass(frozen=True)
class HeadChoice:
    """Which head a run keeps: the one that ranks the images of held-out folds better."""

    strength: float | None
    """Of the prior; None where the head that was fitted to these images alone is better."""
    alone: float
    """AUC out of fold of the head that was fitted to these images alone."""
    shrunk: Mapping[float, float]
    """AUC out of fold of the shrunk heads, by strength."""


def choose(labels: NDArray[np.int64], alone: Logits, shrunk: Mapping[float, Logits]) -> HeadChoice:
    """Compare heads by their out-of-fold logits (n,), at a tie the one with the strongest prior wins."""
    area, areas = _area(labels, alone), {strength: _area(labels, logits) for strength, logits in shrunk.items()}
    best = max(areas, key=lambda strength: (areas[strength], strength))
    return HeadChoice(best if areas[best] >= area else None, area, areas)


def _area(labels: NDArray[np.int64], logits: Logits) -> float:
    return auc(labels, logits).value or 0.0
