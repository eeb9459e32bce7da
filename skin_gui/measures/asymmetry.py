"""A of ABCD: asymmetry over two axes at right angles, in shape, colour and structure.

Stolz et al., "ABCD rule of dermatoscopy" (European Journal of Dermatology 1994; 4:521): the lesion is cut by two
axes at right angles that are laid so that the score is lowest; each axis counts 1 where the halves differ in outline,
colours or structures.
"""

from collections.abc import Sequence
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
_SIDE = 32  # of the small frame: a pixel is 6 of the frame
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
    turned = [cv2.remap(layer, x, y, cv2.INTER_LINEAR) for layer in (layers, lesion, clear)]
    planes = [np.asarray(plane, np.float32).reshape(-1, _SIDE, _SIDE) for plane in (*cv2.split(turned[0]), *turned[1:])]
    planes[-1] = (planes[-1] > 0.5).astype(np.float32)
    sides = np.array([_differences(planes, over) for over in ("x", "y")], dtype=np.float64)
    limits = np.array([SHAPE_LIMIT, COLOUR_LIMIT, STRUCTURE_LIMIT])[:, None]
    scores = (sides > limits).any(axis=1).sum(axis=0)
    beyond = (sides / limits).max(axis=1).sum(axis=0)
    best = int(np.lexsort((beyond, scores))[0])
    angle = float(_angles()[best])
    axes = AxisAsymmetry(angle, *sides[0, :, best].tolist()), AxisAsymmetry(angle + 90, *sides[1, :, best].tolist())
    return Asymmetry(int(scores[best]), axes)


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
    layers = (*(channel * usable for channel in cv2.split(lab)), contrast * within, usable, within)
    *colours, uneven, weights, inside = (_shrunk(np.asarray(layer, np.float32)) for layer in layers)
    colour = _mean(np.dstack(colours), weights, _COLOUR_BLUR)
    structure = _mean(uneven, inside, _STRUCTURE_BLUR)
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


def _differences(planes: Sequence[_Layer], over: Literal["x", "y"]) -> NDArray[np.float32]:
    """(3, turns) shape, colour and structure of each turn (see `AxisAsymmetry`).

    Args:
        planes: (turns, _SIDE, _SIDE) each: L*, a*, b*, local contrast, part that is lesion, and 1 what can be compared.
        over: the axis that is mirrored over.
    """
    halves = [_halves(plane, over) for plane in planes]
    lightness, red, yellow, uneven = (np.square(one - other) for one, other in halves[:4])
    apart, structure = np.sqrt(lightness + red + yellow), np.sqrt(uneven)
    contrast = (halves[3][0] + halves[3][1]) / 2
    one, other = halves[4]
    uncovered = np.abs(one - other).sum(axis=(1, 2)) / np.maximum(planes[4].sum(axis=(1, 2)), 1.0)
    both = halves[5][0] * halves[5][1]
    count = np.maximum(both.sum(axis=(1, 2)), 1.0)
    colour, uneven, mean = ((layer * both).sum(axis=(1, 2)) / count for layer in (apart, structure, contrast))
    return np.stack([uncovered, colour, uneven / np.maximum(mean, _LEAST_CONTRAST)])


def _halves(planes: _Layer, over: Literal["x", "y"]) -> tuple[_Layer, _Layer]:
    """One half of each turn, and the mirror image of the other."""
    if over == "x":
        return planes[:, : _SIDE // 2], planes[:, : _SIDE // 2 - 1 : -1]
    # OpenCV turns rows round in a quarter of the time that numpy takes to walk through them backwards.
    mirrored = cv2.flip(planes.reshape(-1, _SIDE), 1).reshape(planes.shape)
    return planes[:, :, : _SIDE // 2], np.asarray(mirrored, np.float32)[:, :, : _SIDE // 2]
