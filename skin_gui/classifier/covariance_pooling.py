"""Log-Euclidean covariance pooling of a feature map: the logarithm of the covariance of its channels.

Second-order pooling after Carreira et al., "Semantic Segmentation with Second-Order Pooling" (2012), with the matrix
logarithm that makes covariances a vector space (Arsigny et al., "Log-Euclidean metrics", 2006). It says which responses
come together, wherever they are.

Stored heads and cached features know what is computed here by the name of the statistic alone: a change of any number
beyond rounding needs a new name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_FEW_CHANNELS = 64
_FEW, _MANY = 32, 48
_SEED = 5
_AT_ONCE = 12544
"""Positions at a time, a quarter of the largest map: what is computed of them stays in the processor's cache. A power
of two would put all rows on the same places of it."""
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
    """The covariance descriptor of a rectified (channels, positions) map: (`descriptor_width`,) float32.

    The upper triangle of log(covariance), what is off the diagonal times the square root of 2, so that distances of
    vectors are those of the matrices.
    """
    return _descriptor(_covariance(_sums_by_pieces(flat), len(flat)))


class ChannelSums:
    """The sketch's sums of a map's square roots at each position, for the covariances of several parts of the map."""

    def __init__(self, flat: Array) -> None:
        """Args: the rectified (channels, positions) map."""
        self._channels = len(flat)
        self._sums = np.empty((sketched(len(flat)), flat.shape[1]), dtype=np.float32)
        _add_up(np.sqrt(flat), self._sums)

    def descriptor(self, positions: NDArray[np.intp] | None = None) -> Array:
        """As `covariance_descriptor`, of the map at these (n,) positions, or of all."""
        sums = self._sums if positions is None else self._sums[:, positions]
        return _descriptor(_covariance([sums], self._channels))


def _descriptor(covariance: NDArray[np.float64]) -> Array:
    size = len(covariance)
    variance = max(float(np.trace(covariance)) / size, float(np.finfo(np.float32).tiny))
    values, vectors = np.linalg.eigh(covariance / variance + _FLOOR * np.eye(size))
    # None lies below the floor but by rounding, which is all that there is of a map with one value everywhere.
    logarithm = (vectors * np.log(np.maximum(values, _FLOOR) * variance)) @ vectors.T
    places, weights = _triangle(size)
    return np.asarray(logarithm.ravel()[places] * weights, dtype=np.float32)


def _sums_by_pieces(flat: Array) -> Iterator[Array]:
    """The sums of one piece of the map after the other, so that they are never written to memory."""
    positions, size = flat.shape[1], sketched(len(flat))
    # Used again for every piece: new memory would cost as much as what is computed in it.
    roots, place = (np.empty((rows, min(_AT_ONCE, positions)), dtype=np.float32) for rows in (len(flat), size))
    for start in range(0, positions, _AT_ONCE):
        part = flat[:, start : start + _AT_ONCE]
        own, sums = roots[:, : part.shape[1]], place[:, : part.shape[1]]
        _add_up(np.sqrt(part, out=own), sums)
        yield sums


def _covariance(pieces: Iterable[Array], channels: int) -> NDArray[np.float64]:
    """The (sums, sums) covariance of the (sums, positions) values of all pieces, each sum with its own sign.

    All are shifted by the means of the first piece, which changes no covariance, and keeps the digits that large means
    would cost in float32.
    """
    size = sketched(channels)
    products, total, positions = np.zeros((size, size)), np.zeros(size), 0
    shift: Array | None = None
    for values in pieces:
        if shift is None:
            shift = values.mean(axis=1, keepdims=True)
        sums = values - shift
        products += sums @ sums.T
        total += sums @ np.ones(sums.shape[1], np.float32)
        positions += sums.shape[1]
    covariance: NDArray[np.float64] = (products - np.outer(total, total) / positions) / (positions - 1)
    signs = _recipe(channels).signs
    return covariance * np.outer(signs, signs)


def _add_up(roots: Array, sums: Array) -> None:
    """Write the (sums, positions) product of the sketch and (channels, positions) roots, each sum but for its own sign.

    A channel goes into one sum, so few values are added for each: faster than the product of the matrices, and in an
    order that no library of linear algebra chooses.
    """
    for row, (first, others) in zip(sums, _recipe(len(roots)).members, strict=True):
        before = roots[first]
        for combine, channel in others:
            before = combine(before, roots[channel], out=row)
        if not others:
            row[:] = before


@dataclass(frozen=True)
class _Recipe:
    """The sketch of so many channels as what is added up."""

    members: tuple[tuple[int, tuple[tuple[np.ufunc, int], ...]], ...]
    """Of each sum its first channel, then how each other one is combined: added, or taken off where the sketch gives it
    another sign than the first."""
    signs: NDArray[np.float64]
    """(sums,): that of the first channel, which the sum lacks."""


@lru_cache(maxsize=4)
def _recipe(channels: int) -> _Recipe:
    members, signs = [], []
    for row in _sketch(channels):
        first, *others = (int(channel) for channel in np.flatnonzero(row))
        members.append((first, tuple((np.add if row[own] == row[first] else np.subtract, own) for own in others)))
        signs.append(row[first])
    return _Recipe(tuple(members), np.array(signs, dtype=np.float64))


@lru_cache(maxsize=2)
def _triangle(size: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Where the upper triangle lies in a flattened (size, size) matrix, and what each place counts."""
    rows, columns = np.triu_indices(size)
    return rows * size + columns, np.where(rows == columns, 1.0, np.sqrt(2))


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
