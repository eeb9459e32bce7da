"""Log-Euclidean covariance pooling of a feature map: the logarithm of the covariance of its channels.

Second-order pooling after Carreira et al., "Semantic Segmentation with Second-Order Pooling" (2012), with the matrix
logarithm that makes covariances a vector space (Arsigny et al., "Log-Euclidean metrics", 2006). It says which responses
come together, wherever they are.

Stored heads and cached features know what is computed here by the name of the statistic alone: a change of any number
needs a new name.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_FEW_CHANNELS = 64
_FEW, _MANY = 32, 48
_SEED = 5
_AT_ONCE = 4096  # positions: what is computed of them stays in the processor's cache
_FLOOR = 1e-4
"""Added to the variances, as a part of their mean: the logarithm of a direction that never varies has no bound."""


def sketched(channels: int) -> int:
    """To how many sums of channels a map is reduced before its covariance is taken."""
    return _FEW if channels <= _FEW_CHANNELS else _MANY


def descriptor_width(channels: int) -> int:
    """Length of the covariance descriptor of a map with so many channels."""
    size = sketched(channels)
    return size * (size + 1) // 2


def covariance_descriptor(flat: Array) -> Array:
    """The covariance descriptor of a (channels, positions) map: (`descriptor_width`,) float32.

    The upper triangle of log(covariance), what is off the diagonal times the square root of 2, so that distances of
    vectors are those of the matrices.
    """
    sketch, positions = _sketch(len(flat)), flat.shape[1]
    sums = np.empty((len(sketch), positions), dtype=np.float32)
    for start in range(0, positions, _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        np.matmul(sketch, np.sqrt(np.maximum(flat[:, part], 0)), out=sums[:, part])
    sums -= sums.mean(axis=1, keepdims=True)
    covariance = (sums @ sums.T).astype(np.float64) / (sums.shape[1] - 1)
    size = len(covariance)
    variance = max(float(np.trace(covariance)) / size, float(np.finfo(np.float32).tiny))
    values, vectors = np.linalg.eigh(covariance / variance + _FLOOR * np.eye(size))
    logarithm = (vectors * np.log(values * variance)) @ vectors.T
    rows, columns = np.triu_indices(size)
    result: Array = (logarithm[rows, columns] * np.where(rows == columns, 1, np.sqrt(2))).astype(np.float32)
    return result


@lru_cache(maxsize=4)
def _sketch(channels: int) -> Array:
    """A fixed (sums, channels) matrix: each channel goes into one sum, with a sign (Charikar et al. 2002, CountSketch).

    It needs no training, and keeps products of maps on average as they are.
    """
    size = sketched(channels)
    # Mersenne Twister's raw numbers are the same for ever, unlike the distributions drawn from them.
    raw = np.random.RandomState(_SEED).randint(0, 2**31 - 1, size=(2, channels))
    order = np.argsort(raw[0], kind="stable")
    matrix = np.zeros((size, channels), dtype=np.float32)
    matrix[np.arange(channels) % size, order] = np.where(raw[1] % 2, 1, -1)
    return matrix
