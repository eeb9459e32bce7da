"""Fit what stands beside a head: its calibration, and the distance that flags images unlike the training data."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression

from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.head import Head, Novelty

NOVELTY_COMPONENTS = 32

# So weak a penalty that the fit is the maximum-likelihood one.
_NO_PENALTY = 1e10
_LEAST_VARIANCE = 1e-6
"""Of a component, as a part of the first one's: below it is rounding noise, which whitening would blow up."""


def fit_platt(logits: ArrayLike, labels: ArrayLike, weights: ArrayLike | None = None) -> Calibration:
    """Platt scaling, on images that the head was not fitted to: scale and offset of the greatest likelihood.

    The targets are Platt's smoothed ones, (N1 + 1) / (N1 + 2) and 1 / (N0 + 2) instead of 1 and 0,
    so that perfectly separated logits still give a finite scale (Platt 1999, "Probabilistic
    outputs for support vector machines", section 2.2).

    Args:
        logits: (n,) uncalibrated logits.
        labels: (n,) 0 benign, 1 malignant.
        weights: (n,) sample weights; all 1 if left out.

    Raises:
        ValueError: one class only, shapes that differ, or logits that do not rise with malignancy.
    """
    x = np.asarray(logits, dtype=np.float64)
    y = np.asarray(labels, dtype=np.int64)
    w = np.ones(len(x)) if weights is None else np.asarray(weights, dtype=np.float64)
    if x.ndim != 1 or x.shape != y.shape or x.shape != w.shape:
        raise ValueError("logits, labels and weights must be of one length")
    if len(np.unique(y)) != 2:
        raise ValueError("calibration needs images of both classes")
    # Unit spread lets the solver converge alike for timid and for overconfident logits.
    spread = float(np.sqrt(np.average(x**2, weights=w))) or 1.0
    features = np.concatenate([x, x])[:, None] / spread
    classes = np.repeat([1, 0], len(x))
    target = _smoothed_targets(y)
    # A soft target t is the same image once as malignant with weight t, once as benign with 1 - t.
    model = LogisticRegression(C=_NO_PENALTY, tol=1e-8, max_iter=1000)
    model.fit(features, classes, sample_weight=np.concatenate([w * target, w * (1 - target)]))
    scale = float(model.coef_[0, 0]) / spread
    if scale <= 0:
        raise ValueError("the logits do not rise with malignancy, so they cannot be calibrated")
    return Calibration(scale, float(model.intercept_[0]))


def _smoothed_targets(labels: NDArray[np.int64]) -> NDArray[np.float64]:
    malignant = int(np.sum(labels == 1))
    benign = len(labels) - malignant
    return np.where(labels == 1, (malignant + 1) / (malignant + 2), 1 / (benign + 2))


def fit_novelty(standardised: NDArray[np.float32], seed: int) -> Novelty:
    """Mahalanobis distance in the leading principal components (Lee et al. 2018, one class, reduced rank).

    Args:
        standardised: (n, features) training features as the head sees them.
        seed: of the randomised decomposition.
    """
    count, width = standardised.shape
    pca = PCA(min(NOVELTY_COMPONENTS, count - 1, width), svd_solver="randomized", random_state=seed)
    pca.fit(standardised)
    variance = pca.explained_variance_
    kept = variance > _LEAST_VARIANCE * variance[0]
    projection = pca.components_[kept].T / np.sqrt(variance[kept])
    return Novelty(pca.mean_.astype(np.float32), projection.astype(np.float32))


def distances(novelty: Novelty, standardised: NDArray[np.float32]) -> NDArray[np.float64]:
    """The distance of each row: (n,)."""
    return np.array([novelty.distance(row) for row in standardised])


def outside(head: Head, novelty: Novelty, limit: float, vectors: NDArray[np.float16]) -> int:
    """How many rows of (n, features) a head finds farther than a limit from its training data."""
    return sum(not novelty.distance(head.standardise(row.astype(np.float32))) <= limit for row in vectors)
