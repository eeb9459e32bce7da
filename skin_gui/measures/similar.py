"""Which images are most alike in what the classifier saw in them: exact nearest neighbours."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 8192  # rows: a part of the table that stays in the processor's cache


@dataclass(frozen=True)
class Neighbour:
    """One of the nearest."""

    row: int
    """Of the table that was searched."""
    distance: float
    """Root mean square of the differences: 0 for the same picture, about 1.4 for two images taken at random."""


def nearest(
    table: NDArray[np.float32],
    vector: NDArray[np.float32],
    count: int,
    *,
    without: NDArray[np.bool_] | None = None,
) -> list[Neighbour]:
    """The rows of a table that are most alike, the most alike first; every row is compared.

    Args:
        table: (n, k) whitened components (`Prediction.components`): each has variance 1 in the training data, so that
            all count the same.
        vector: (k,) of the same model.
        count: how many are wanted; fewer come where there are not so many.
        without: (n,) rows to leave out, such as the image itself and others of its lesion.
    """
    parts = [
        np.square(table[start : start + _AT_ONCE] - vector).mean(axis=1) for start in range(0, len(table), _AT_ONCE)
    ]
    squares = np.concatenate(parts) if parts else np.empty(0, np.float32)
    if without is not None:
        squares[without] = np.inf
    kept = min(count, int(np.isfinite(squares).sum()))
    if kept == 0:
        return []
    best = np.argpartition(squares, kept - 1)[:kept]
    return [Neighbour(int(row), float(np.sqrt(squares[row]))) for row in best[np.argsort(squares[best], kind="stable")]]
