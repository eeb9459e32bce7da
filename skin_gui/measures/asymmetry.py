"""A of ABCD: asymmetry over two axes at right angles, in shape, colour and structure.

Stolz et al., "ABCD rule of dermatoscopy" (European Journal of Dermatology 1994; 4:521): the lesion is cut by two
axes at right angles that are laid so that the score is lowest; each axis counts 1 where the halves differ in outline,
colours or structures.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.measures.frame import SIDE as FRAME_SIDE
from skin_gui.measures.frame import LesionFrame

SHAPE_LIMIT = 0.12
"""Part of the lesion that its mirror image leaves uncovered, from which the halves differ in shape."""
COLOUR_LIMIT = 6.0
"""Mean difference (CIE76) of mirrored places, from which they differ in colour."""
STRUCTURE_LIMIT = 0.14
"""Difference of mirrored places in local contrast, relative to its mean, from which they differ in structure."""

_FRAME_CUT = 32  # frame pixels on each side, beyond the reach of any lesion
_SIDE = 48  # of the small frame: a pixel is 4 of the frame
_SHRINK = (FRAME_SIDE - 2 * _FRAME_CUT) // _SIDE
_STEP = 5.0  # degrees
_COLOUR_BLUR = 6.7 / _SHRINK  # pixels of the small frame
_STRUCTURE_BLUR = 10.7 / _SHRINK
_FINE = 1.2
_RIM = 8.0  # frame pixels within the outline: contrast there is that of the margin, which the outline may miss
_LEAST_CONTRAST = 2.0  # L*: below it there is nothing but noise to compare

_Layer = NDArray[np.float32]


@dataclass(frozen=True)
class AxisAsymmetry:
    """How far the halves on either side of one axis differ."""

    angle: float
    """Degrees of the axis from the image's x axis, clockwise as the image is seen, in [0, 180)."""
    shape: float
    """Part of the lesion that its mirror image does not cover, in [0, 1]."""
    colour: float
    """Mean CIE76 difference of mirrored places."""
    structure: float
    """Mean difference in local contrast of mirrored places, relative to the mean contrast."""

    @property
    def differs_in(self) -> tuple[str, ...]:
        """Which of shape, colour and structure are beyond their limits."""
        limits = (("shape", self.shape, SHAPE_LIMIT), ("colour", self.colour, COLOUR_LIMIT))
        found = [name for name, value, limit in limits if value > limit]
        return (*found, "structure") if self.structure > STRUCTURE_LIMIT else tuple(found)

    @property
    def excess(self) -> float:
        """The largest of the three as a multiple of its limit."""
        return max(self.shape / SHAPE_LIMIT, self.colour / COLOUR_LIMIT, self.structure / STRUCTURE_LIMIT)


@dataclass(frozen=True)
class Asymmetry:
    """The score and the axes that it was found with."""

    score: int
    """0 to 2: axes whose halves differ."""
    axes: tuple[AxisAsymmetry, AxisAsymmetry]
    """At right angles."""


def asymmetry(frame: LesionFrame) -> Asymmetry:
    """The asymmetry over the two axes at right angles that give the lowest score."""
    layers, lesion, clear = _small(frame)
    x, y = _turns()
    # All turns at once, one below the other: upright, the axes at right angles are the two flips.
    layers, lesion, clear = (
        np.asarray(cv2.remap(layer, x, y, cv2.INTER_LINEAR), np.float32).reshape(-1, _SIDE, *layer.shape[1:])
        for layer in (layers, lesion, clear)
    )
    sides = [_differences(layers, lesion, clear > 0.5, over) for over in ("x", "y")]
    pairs = [
        (AxisAsymmetry(angle, *first), AxisAsymmetry(angle + 90, *second))
        for angle, first, second in zip(_angles().tolist(), *sides, strict=True)
    ]
    best = min(pairs, key=lambda pair: (_score(pair), sum(axis.excess for axis in pair)))
    return Asymmetry(_score(best), best)


def _score(pair: tuple[AxisAsymmetry, AxisAsymmetry]) -> int:
    return sum(bool(axis.differs_in) for axis in pair)


def _angles() -> NDArray[np.float64]:
    return np.arange(0, 90, _STEP)


@lru_cache(maxsize=1)
def _turns() -> tuple[_Layer, _Layer]:
    """(turns * _SIDE, _SIDE) each: where a place of the small frame, turned by each angle in turn, comes from."""
    middle = (_SIDE - 1) / 2
    rows, columns = np.mgrid[:_SIDE, :_SIDE] - middle
    turns = np.radians(_angles())[:, None, None]
    x, y = (
        np.cos(turns) * columns - np.sin(turns) * rows + middle,
        np.sin(turns) * columns + np.cos(turns) * rows + middle,
    )
    return x.reshape(-1, _SIDE).astype(np.float32), y.reshape(-1, _SIDE).astype(np.float32)


def _small(frame: LesionFrame) -> tuple[_Layer, _Layer, _Layer]:
    """L*, a*, b* and local contrast (_SIDE, _SIDE, 4), averaged over what is clear; lesion and clear (_SIDE, _SIDE)."""
    inner = slice(_FRAME_CUT, FRAME_SIDE - _FRAME_CUT)
    usable = frame.body[inner, inner].astype(np.float32)
    lab = frame.lab[inner, inner]
    lightness = np.ascontiguousarray(lab[..., 0])
    # Fine structure alone: the slow fall of colour towards the rim is colour's part.
    smooth = _smooth(lightness, usable)
    contrast = np.abs(_masked_blur(lightness, usable, _FINE) - smooth)
    within = usable * (frame.distance[inner, inner] < -_RIM)
    layers = cv2.merge([*(channel * usable for channel in cv2.split(lab)), contrast * within, usable, within])
    small = _shrunk(np.asarray(layers, np.float32))
    weights = small[..., 4]
    colour = _mean(small[..., :3], weights, _COLOUR_BLUR)
    structure = _mean(small[..., 3:4], small[..., 5], _STRUCTURE_BLUR)
    return np.dstack([colour, structure]), _shrunk(frame.lesion[inner, inner].astype(np.float32)), weights


def _shrunk(layer: _Layer) -> _Layer:
    return np.asarray(cv2.resize(layer, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), dtype=np.float32)


def _mean(sums: _Layer, weights: _Layer, sigma: float) -> _Layer:
    """(_SIDE, _SIDE, n) sums around each place, divided by the weights around it."""
    around = np.maximum(cv2.GaussianBlur(weights, (0, 0), sigma), 1e-3)
    return np.asarray(np.atleast_3d(cv2.GaussianBlur(sums, (0, 0), sigma)) / around[..., None], dtype=np.float32)


def _smooth(lightness: _Layer, usable: _Layer) -> _Layer:
    """The slow part of the lightness: every second place is enough for it."""
    half = [cv2.resize(layer, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for layer in (lightness, usable)]
    small = _masked_blur(np.asarray(half[0], np.float32), np.asarray(half[1], np.float32), 2 * _FINE)
    return np.asarray(cv2.resize(small, lightness.shape[::-1], interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def _masked_blur(values: _Layer, weights: _Layer, sigma: float) -> _Layer:
    total = cv2.GaussianBlur(weights, (0, 0), sigma)
    return np.asarray(cv2.GaussianBlur(values * weights, (0, 0), sigma) / np.maximum(total, 1e-3), dtype=np.float32)


def _differences(
    layers: _Layer, lesion: _Layer, usable: NDArray[np.bool_], over: Literal["x", "y"]
) -> list[tuple[float, float, float]]:
    """Shape, colour and structure of each turn (see `AxisAsymmetry`).

    Args:
        layers: (turns, _SIDE, _SIDE, 4) L*, a*, b* and local contrast.
        lesion: (turns, _SIDE, _SIDE) part of each place that is lesion.
        usable: likewise, what can be compared.
        over: the axis that is mirrored over.
    """
    one, other = _halves(lesion, over)
    uncovered = np.abs(one - other).sum(axis=(1, 2)) / np.maximum(lesion.sum(axis=(1, 2)), 1.0)
    one, other = _halves(usable.astype(np.float32), over)
    both = one * other
    count = np.maximum(both.sum(axis=(1, 2)), 1.0)
    one, other = _halves(layers, over)
    squares = np.square(one - other)
    apart, structure = np.sqrt(squares[..., 0] + squares[..., 1] + squares[..., 2]), np.sqrt(squares[..., 3])
    contrast = (one[..., 3] + other[..., 3]) / 2
    colour, uneven, mean = ((layer * both).sum(axis=(1, 2)) / count for layer in (apart, structure, contrast))
    relative = uneven / np.maximum(mean, _LEAST_CONTRAST)
    return list(zip(uncovered.tolist(), colour.tolist(), relative.tolist(), strict=True))


def _halves(layers: _Layer, over: Literal["x", "y"]) -> tuple[_Layer, _Layer]:
    """One half of each turn, and the mirror image of the other."""
    if over == "x":
        return layers[:, : _SIDE // 2], layers[:, : _SIDE // 2 - 1 : -1]
    # OpenCV turns rows round in a quarter of the time that numpy takes to walk through them backwards.
    mirrored = cv2.flip(layers.reshape(-1, *layers.shape[2:]), 1).reshape(layers.shape)
    return layers[:, :, : _SIDE // 2], np.asarray(mirrored, np.float32)[:, :, : _SIDE // 2]
