"""A of ABCD: asymmetry over two axes at right angles, in shape, colour and structure.

Stolz et al., "ABCD rule of dermatoscopy" (European Journal of Dermatology 1994; 4:521): the lesion is cut by two
axes at right angles that are laid so that the score is lowest; each axis counts 1 where the halves differ in outline,
colours or structures.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.measures.frame import LesionFrame

SHAPE_LIMIT = 0.12
"""Part of the lesion that its mirror image leaves uncovered, from which the halves differ in shape."""
COLOUR_LIMIT = 7.5
"""Mean difference (CIE76) of mirrored places, from which they differ in colour."""
STRUCTURE_LIMIT = 0.18
"""Difference of mirrored places in local contrast, relative to its mean, from which they differ in structure."""

_SIDE = 96
_STEP = 7.5  # degrees
_COLOUR_BLUR = 2.5  # pixels of the small frame
_STRUCTURE_BLUR = 4.0
_FINE = 1.2
_LEAST_CONTRAST = 2.0  # L*: below it there is nothing but noise to compare


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
    pairs = [_pair(layers, lesion, clear, angle) for angle in np.arange(0, 90, _STEP)]
    best = min(pairs, key=lambda pair: (_score(pair), sum(axis.excess for axis in pair)))
    return Asymmetry(_score(best), best)


def _score(pair: tuple[AxisAsymmetry, AxisAsymmetry]) -> int:
    return sum(bool(axis.differs_in) for axis in pair)


def _small(frame: LesionFrame) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """L*, a*, b* and local contrast (_SIDE, _SIDE, 4), averaged over what is clear; lesion and clear (_SIDE, _SIDE)."""
    size = (_SIDE, _SIDE)
    usable = frame.body.astype(np.float32)
    lightness = frame.lab[..., 0]
    # Fine structure alone: the slow fall of colour towards the rim is colour's part.
    smooth = _masked_blur(lightness, usable, 4 * _FINE)
    contrast = np.abs(_masked_blur(lightness, usable, _FINE) - smooth) * usable
    stacked = np.dstack([frame.lab, contrast]).astype(np.float32)
    weights = cv2.resize(usable, size, interpolation=cv2.INTER_AREA)
    small = cv2.resize(stacked * usable[..., None], size, interpolation=cv2.INTER_AREA)
    sigmas = (_COLOUR_BLUR, _COLOUR_BLUR, _COLOUR_BLUR, _STRUCTURE_BLUR)
    blurred = [
        cv2.GaussianBlur(small[..., layer], (0, 0), sigma) / np.maximum(cv2.GaussianBlur(weights, (0, 0), sigma), 1e-3)
        for layer, sigma in enumerate(sigmas)
    ]
    lesion = cv2.resize(frame.lesion.astype(np.float32), size, interpolation=cv2.INTER_AREA)
    return np.dstack(blurred).astype(np.float32), np.asarray(lesion, np.float32), np.asarray(weights, np.float32)


def _masked_blur(values: NDArray[np.float32], weights: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    total = cv2.GaussianBlur(weights, (0, 0), sigma)
    return np.asarray(cv2.GaussianBlur(values * weights, (0, 0), sigma) / np.maximum(total, 1e-3), dtype=np.float32)


def _pair(
    layers: NDArray[np.float32], lesion: NDArray[np.float32], clear: NDArray[np.float32], angle: float
) -> tuple[AxisAsymmetry, AxisAsymmetry]:
    """The axis at `angle` and the one at right angles to it: turned upright, both are flips."""
    middle = (_SIDE - 1) / 2
    turn = cv2.getRotationMatrix2D((middle, middle), angle, 1.0)
    turned = cv2.warpAffine(layers, turn, (_SIDE, _SIDE), flags=cv2.INTER_LINEAR)
    inside = cv2.warpAffine(lesion, turn, (_SIDE, _SIDE), flags=cv2.INTER_LINEAR)
    usable = cv2.warpAffine(clear, turn, (_SIDE, _SIDE), flags=cv2.INTER_LINEAR) > 0.5
    first, second = (
        _axis(np.asarray(turned, np.float32), np.asarray(inside, np.float32), np.asarray(usable), flip, value)
        for flip, value in ((0, angle), (1, angle + 90))
    )
    return first, second


def _axis(
    layers: NDArray[np.float32], lesion: NDArray[np.float32], usable: NDArray[np.bool_], flip: int, angle: float
) -> AxisAsymmetry:
    """Args: flip: 0 mirrors over the horizontal axis, 1 over the vertical one."""
    mirrored = np.flip(lesion, flip)
    shape = float(np.abs(lesion - mirrored).sum() / 2 / max(float(lesion.sum()), 1.0))
    both = usable & np.flip(usable, flip)
    if not both.any():
        return AxisAsymmetry(angle, shape, 0.0, 0.0)
    difference = layers - np.flip(layers, flip)
    colour = float(np.sqrt((difference[..., :3] ** 2).sum(axis=-1))[both].mean())
    contrast = layers[..., 3][both]
    structure = float(np.abs(difference[..., 3])[both].mean() / max(float(contrast.mean()), _LEAST_CONTRAST))
    return AxisAsymmetry(angle, shape, colour, structure)
