"""The directions of a feature space that tell where an image comes from, and not what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

_PENALTY = 1e-2
_ITERATIONS = 200
_NOTHING = 1e-9


@dataclass(frozen=True)
class SourceInvariance:
    """That a head may not use what tells the sources of its training images apart."""

    sources: Sequence[str]
    """(n,) of each image."""
    directions: int
    """How many are projected out."""


def source_directions(
    points: NDArray[np.float32], labels: NDArray[np.int64], invariance: SourceInvariance
) -> NDArray[np.float32]:
    """Directions that tell the source within each class: iterative nullspace projection (Ravfogel et al., 2020).

    One after the other, a logistic regression tells a source from the others among the images of one class; its
    direction is taken away from all points before the next is looked for. Within a class, since sources have different
    shares of malignant lesions, and what tells these is to stay.

    Args:
        points: (n, d), all dimensions of about one scale.
        labels: (n,) 0 benign, 1 malignant.
        invariance: the sources of the points, and how many directions to find.

    Returns:
        (d, k) orthonormal columns, k at most the number asked for; none where all points are of one source.
    """
    names = np.asarray(invariance.sources)
    sources = list(np.unique(names))
    separable = sources if len(sources) > 2 else sources[:1]  # of two, what tells the one tells the other
    rounds = [
        (label, source) for label in (0, 1) for source in separable if _has_both(names[labels == label] == source)
    ]
    found: NDArray[np.float64] = np.zeros((points.shape[1], 0))
    remaining = points.astype(np.float64)
    while rounds and found.shape[1] < min(invariance.directions, points.shape[1]):
        label, source = rounds[found.shape[1] % len(rounds)]
        here = labels == label
        model = LogisticRegression(C=_PENALTY, max_iter=_ITERATIONS, class_weight="balanced")
        direction = model.fit(remaining[here], names[here] == source).coef_[0]
        direction = direction - found @ (found.T @ direction)
        length = float(np.linalg.norm(direction))
        if length < _NOTHING:
            break  # few images span few directions
        direction /= length
        found = np.column_stack([found, direction])
        remaining -= np.outer(remaining @ direction, direction)
    return found.astype(np.float32)


def _has_both(values: NDArray[np.bool_]) -> bool:
    return bool(values.any() and not values.all())
