"""C of ABCD: which of six colours the lesion has.

Stolz et al. 1994: white, red, light brown, dark brown, blue-grey and black, 1 to 6; white counts only where it is
lighter than the skin around.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.measures.frame import RADIUS, LesionFrame

Colour = Literal["white", "red", "light brown", "dark brown", "blue-grey", "black"]

COLOURS: tuple[Colour, ...] = ("white", "red", "light brown", "dark brown", "blue-grey", "black")

LEAST_PART = 0.015
"""Of the lesion, from which a colour counts."""

# sRGB of each colour as it is seen in dermoscopic images; places go to the nearest in CIELAB. Several beside each other
# where a name covers a range.
_PALETTE: tuple[tuple[Colour, tuple[int, int, int]], ...] = (
    ("white", (245, 240, 238)),
    ("white", (225, 215, 212)),
    ("red", (200, 60, 60)),
    ("red", (170, 35, 40)),
    ("red", (215, 100, 100)),
    ("red", (130, 30, 35)),
    ("light brown", (200, 150, 110)),
    ("light brown", (175, 120, 80)),
    ("light brown", (215, 175, 140)),
    ("light brown", (180, 115, 95)),
    ("dark brown", (125, 75, 50)),
    ("dark brown", (95, 55, 35)),
    ("dark brown", (70, 40, 28)),
    ("dark brown", (140, 90, 75)),
    ("blue-grey", (110, 120, 140)),
    ("blue-grey", (80, 95, 125)),
    ("blue-grey", (145, 145, 160)),
    ("blue-grey", (70, 75, 95)),
    ("blue-grey", (120, 110, 125)),
    ("black", (25, 20, 20)),
    ("black", (45, 32, 32)),
    ("black", (10, 10, 12)),
)
_USUAL_SKIN = (68.0, 14.0, 16.0)
"""CIELAB of the skin that the palette was chosen beside."""
_ADAPTATION = 0.25  # part of the skin's difference from the usual by which colours are taken back
_MOST_ADAPTED = 12.0
_EVERY = 2
_BLUR = 0.75  # of the blocks of so many places
_STEEPEST = 8.0  # CIE76 units from block to block: where one colour turns into another, neither is
_LEAST_EVEN = 0.5  # part of the lesion; one that is steep all over has its colours nowhere else
_LEAST_UNFADED = 0.25  # likewise, of what neither is steep nor fades: thin shapes have most of themselves near a margin
_SECTORS = 16
_DEPTH = 0.04  # of the frame's radius: a step from the margin inwards
_DEPTHS = 6
_FADING = 0.03  # of the change from skin to lesion: more from step to step is pigment that fades
_LEAST_IN_STEP = 4  # places
_WHITER_THAN_SKIN = 4.0  # L*
_REDDER_THAN_SKIN = 18.0  # a*
_BEYOND = np.float32(1e9)  # farther than any two colours


@dataclass(frozen=True)
class Colours:
    """The score and the part of the lesion that each colour has."""

    score: int
    """1 to 6: colours that count."""
    parts: Mapping[Colour, float]
    """Part of the lesion, in [0, 1]."""
    map: NDArray[np.int8]
    """(side, side) index into `COLOURS` in the lesion; -1 elsewhere, at blurred margins and under hair."""

    @property
    def present(self) -> tuple[Colour, ...]:
        """The colours that count, in the rule's order; the commonest where none reaches the part asked for."""
        found = tuple(name for name in COLOURS if self.parts[name] >= LEAST_PART)
        return found or (max(COLOURS, key=lambda name: self.parts[name]),)


def colours(frame: LesionFrame) -> Colours:
    """Give each place of the lesion one of the six colours, and count those that cover enough of it."""
    # Colours are areas, not details: they are told apart on every second place, and each fills four.
    small = cv2.resize(frame.lab, None, fx=1 / _EVERY, fy=1 / _EVERY, interpolation=cv2.INTER_AREA)
    blurred = np.asarray(cv2.GaussianBlur(small, (0, 0), _BLUR), dtype=np.float32)
    body = _even(blurred, _near(frame.body), _fading(blurred, frame))
    own = nearest_colour(blurred[body], frame.skin)
    coarse = np.full(body.shape, -1, dtype=np.int8)
    coarse[body] = own
    enlarged = cv2.resize(coarse, frame.body.shape[::-1], interpolation=cv2.INTER_NEAREST)
    places = np.where(frame.body, np.asarray(enlarged, np.int8), np.int8(-1))
    counts = np.bincount(own, minlength=len(COLOURS)) / max(len(own), 1)
    parts: dict[Colour, float] = dict(zip(COLOURS, counts.tolist(), strict=True))
    result = Colours(0, parts, places)
    return Colours(len(result.present), parts, places)


def _even(lab: NDArray[np.float32], body: NDArray[np.bool_], fading: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The body without its steep places: halfway from light brown to black lies dark brown, which is not there."""
    across = np.asarray(cv2.Scharr(lab, cv2.CV_32F, 1, 0, scale=1 / 32), dtype=np.float32)
    down = np.asarray(cv2.Scharr(lab, cv2.CV_32F, 0, 1, scale=1 / 32), dtype=np.float32)
    squares = cv2.transform(across * across + down * down, np.ones((1, 3), np.float32))
    even = body & (np.asarray(squares) < _STEEPEST**2)
    for part, least in ((even & ~fading, _LEAST_UNFADED), (even, _LEAST_EVEN), (body & ~fading, _LEAST_EVEN)):
        if part.sum() >= least * body.sum():
            return np.asarray(part)
    return body


def _fading(lab: NDArray[np.float32], frame: LesionFrame) -> NDArray[np.bool_]:
    """Where the pigment fades into the skin from the margin inwards: those colours are mixed with the skin's.

    In each of some sectors the mean colour is followed from the margin inwards for as long as it changes from the
    skin's colour towards that of the lesion inside.
    """
    depth = -frame.distance[::_EVERY, ::_EVERY] / (_DEPTH * RADIUS)
    step = np.floor(depth).astype(np.intp)
    near = np.flatnonzero(frame.clear[::_EVERY, ::_EVERY] & (step >= 0) & (step <= _DEPTHS))
    sector, step, colours_there = _sectors(len(depth)).ravel()[near], step.ravel()[near], lab.reshape(-1, 3)[near]
    place, shape = sector * (_DEPTHS + 1) + step, (_SECTORS, _DEPTHS + 1)
    count = np.bincount(place, minlength=_SECTORS * (_DEPTHS + 1)).reshape(shape)
    sums = [np.bincount(place, colours_there[:, axis], count.size).reshape(shape) for axis in range(3)]
    away = np.stack(sums, axis=-1) / np.maximum(count, 1)[..., None] - frame.skin
    deepest = np.where(count >= _LEAST_IN_STEP, np.arange(_DEPTHS + 1), 0).max(axis=1)
    inside = away[np.arange(_SECTORS), deepest]
    part = (away * inside[:, None]).sum(axis=-1) / np.maximum((inside**2).sum(axis=-1), 1)[:, None]
    changes = np.diff(part, axis=1) > _FADING
    reach = np.cumprod(changes, axis=1).sum(axis=1)
    fading = np.zeros(depth.size, dtype=bool)
    fading[near] = step < reach[sector]
    return fading.reshape(depth.shape)


@lru_cache(maxsize=1)
def _sectors(side: int) -> NDArray[np.intp]:
    """(side, side) in which sector about the middle each place lies."""
    rows, columns = np.mgrid[:side, :side] - (side - 1) / 2
    turns = np.arctan2(rows, columns) / (2 * np.pi)
    return np.asarray((turns + 1) * _SECTORS, dtype=np.intp) % _SECTORS


def _near(body: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Blocks of `_EVERY` x `_EVERY` places of which any belongs to the body."""
    whole = body.view(np.uint8) * np.uint8(255)
    return np.asarray(cv2.resize(whole, None, fx=1 / _EVERY, fy=1 / _EVERY, interpolation=cv2.INTER_AREA)) > 0


def nearest_colour(lab: NDArray[np.float32], skin: NDArray[np.float32]) -> NDArray[np.int8]:
    """The index into `COLOURS` of (n, 3) CIELAB places beside skin of a (3,) colour."""
    cast = np.array([0.0, *(_ADAPTATION * (skin[1:] - _USUAL_SKIN[1:]))], dtype=np.float32)
    cast = np.clip(cast, -_MOST_ADAPTED, _MOST_ADAPTED)
    palette, names = _palette()
    # Squared distances, less the part that is the same for every colour of the palette.
    distances = (palette**2).sum(axis=1) - 2 * (lab - cast) @ palette.T
    # Skin that shows through is neither white nor red, however light or ruddy it is.
    for name, axis, least in (("white", 0, _WHITER_THAN_SKIN), ("red", 1, _REDDER_THAN_SKIN)):
        own = np.flatnonzero(names == COLOURS.index(name))
        distances[:, own[0] : own[-1] + 1] += ((lab[:, axis] < skin[axis] + least) * _BEYOND)[:, None]
    nearest: NDArray[np.int8] = names[distances.argmin(axis=1)].astype(np.int8)
    return nearest


def _palette() -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """(colours, 3) CIELAB and (colours,) indices into `COLOURS`."""
    rgb = np.array([[value for _, value in _PALETTE]], dtype=np.float32) / 255
    names = np.array([COLOURS.index(name) for name, _ in _PALETTE])
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)[0], dtype=np.float32), names
