"""Which images are most alike in what the classifier's base sees in them: exact nearest neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.features import POOLED_LEVELS, Features, layer_vector

LEVELS: Features = POOLED_LEVELS
"""What an image's vector is made of: mean, maximum and spread of each channel of blocks 3, 4 and 5."""
WIDTH = 256
"""Length of a vector."""
SPACE = "pooled-levels-1"
"""Name of this way to make vectors: those of another way cannot be compared."""

_SEED = 11
_AT_ONCE = 8192  # rows: a part of the table that stays in the processor's cache

Vector = NDArray[np.float32]


def case_vector(maps: Mapping[str, NDArray[np.float32]]) -> Vector:
    """(WIDTH,) of length 1, from the base's maps by layer name.

    Each statistic of each level counts the same. The square root tames the long tails of ReLU maps, and random signs
    keep distances on average while they shorten the vector (Achlioptas, "Database-friendly random projections", 2003).
    """
    parts = []
    for level in LEVELS:
        for statistic in level.statistics:
            values = np.sqrt(np.maximum(layer_vector(maps[level.layer], (statistic,)), 0))
            values = values - values.mean()
            parts.append(values / max(float(np.linalg.norm(values)), 1e-6))
    long = np.concatenate(parts)
    short = _signs(len(long)) @ long
    return np.asarray(short / max(float(np.linalg.norm(short)), 1e-6), dtype=np.float32)


@lru_cache(maxsize=2)
def _signs(width: int) -> NDArray[np.float32]:
    # Mersenne Twister's raw numbers are the same for ever, unlike the distributions drawn from them.
    raw = np.random.RandomState(_SEED).randint(0, 2**31 - 1, size=(WIDTH, width))
    return np.where(raw % 2, 1, -1).astype(np.float32)


@dataclass(frozen=True)
class Neighbour:
    """One of the nearest."""

    row: int
    """Of the table that was searched."""
    similarity: float
    """Cosine of the angle between both vectors: 1 for the same image."""


def nearest(
    table: NDArray[np.float32], vector: Vector, count: int, *, without: NDArray[np.bool_] | None = None
) -> list[Neighbour]:
    """The rows of a table that are most alike, the most alike first; every row is compared.

    Args:
        table: (n, WIDTH) vectors of length 1.
        vector: (WIDTH,) of length 1.
        count: how many are wanted; fewer come where there are not so many.
        without: (n,) rows to leave out, such as the image itself and others of its lesion.
    """
    similarities = np.concatenate(
        [table[start : start + _AT_ONCE] @ vector for start in range(0, len(table), _AT_ONCE)]
        or [np.empty(0, np.float32)]
    )
    if without is not None:
        similarities[without] = -np.inf
    kept = min(count, int(np.isfinite(similarities).sum()))
    if kept == 0:
        return []
    best = np.argpartition(-similarities, kept - 1)[:kept]
    return [
        Neighbour(int(row), float(similarities[row])) for row in best[np.argsort(-similarities[best], kind="stable")]
    ]
