"""Fit the distance to the training data that flags images unlike any of it."""

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA

from skin_gui.classifier.head import Novelty

COMPONENTS = 32

_LEAST_VARIANCE = 1e-6
"""Of a component, as a part of the first one's: below it is rounding noise, which whitening would blow up."""


def fit_novelty(standardised: NDArray[np.float32], seed: int, components: int = COMPONENTS) -> Novelty:
    """Mahalanobis distance in the leading principal components (Lee et al. 2018, one class, reduced rank).

    Args:
        standardised: (n, features) training features as the head sees them.
        seed: of the randomised decomposition.
        components: at most this many.
    """
    count, width = standardised.shape
    pca = PCA(min(components, count - 1, width), svd_solver="randomized", random_state=seed)
    pca.fit(standardised)
    variance = pca.explained_variance_
    kept = variance > _LEAST_VARIANCE * variance[0]
    projection = pca.components_[kept].T / np.sqrt(variance[kept])
    return Novelty(pca.mean_.astype(np.float32), projection.astype(np.float32))


def distances(novelty: Novelty, standardised: NDArray[np.float32]) -> NDArray[np.float64]:
    """The distance of each row: (n,)."""
    return np.array([novelty.distance(row) for row in standardised])
