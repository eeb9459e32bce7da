"""Log-Euclidean covariance pooling of a feature map: the logarithm of the covariance of its channels.

Second-order pooling after Carreira et al., "Semantic Segmentation with Second-Order Pooling" (2012), with the matrix
logarithm that makes covariances a vector space (Arsigny et al., "Log-Euclidean metrics", 2006). It says which responses
come together, wherever they are.

Stored heads and cached features know what is computed here by the name of the statistic alone: a change of any number
beyond rounding needs a new name.
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
    sums = _sums(flat)
    sums -= sums.mean(axis=1, keepdims=True)
    covariance = (sums @ sums.T).astype(np.float64) / (sums.shape[1] - 1)
    size = len(covariance)
    variance = max(float(np.trace(covariance)) / size, float(np.finfo(np.float32).tiny))
    values, vectors = np.linalg.eigh(covariance / variance + _FLOOR * np.eye(size))
    logarithm = (vectors * np.log(values * variance)) @ vectors.T
    rows, columns = np.triu_indices(size)
    result: Array = (logarithm[rows, columns] * np.where(rows == columns, 1, np.sqrt(2))).astype(np.float32)
    return result


def _sums(flat: Array) -> Array:
    """The (sums, positions) product of the sketch and the map's square roots.

    A channel goes into one sum, so few values are added for each: twice as fast as the product of the matrices, and in
    an order that no library of linear algebra chooses.
    """
    places = _places(len(flat))
    sums = np.empty((sketched(len(flat)), flat.shape[1]), dtype=np.float32)
    roots = np.empty((len(flat), min(_AT_ONCE, flat.shape[1])), dtype=np.float32)
    for start in range(0, flat.shape[1], _AT_ONCE):
        part = flat[:, start : start + _AT_ONCE]
        own, out = roots[:, : part.shape[1]], sums[:, start : start + _AT_ONCE]
        np.sqrt(np.maximum(part, 0, out=own), out=own)
        for turn, (channels, signs) in enumerate(places):
            signed = own[channels]
            if turn:
                signed *= signs
                out[: len(channels)] += signed
            else:
                np.multiply(signed, signs, out=out)
    return sums


@lru_cache(maxsize=4)
def _places(channels: int) -> tuple[tuple[NDArray[np.intp], Array], ...]:
    """The first channel of each sum and its (sums, 1) sign, the second ones and so on; the last sums may have fewer."""
    sketch = _sketch(channels)
    members = [np.flatnonzero(row) for row in sketch]
    turns = []
    for turn in range(max(map(len, members))):
        own = np.array([channel[turn] for channel in members if len(channel) > turn])
        turns.append((own, sketch[np.arange(len(own)), own][:, None]))
    return tuple(turns)


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
