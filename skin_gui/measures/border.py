"""B of ABCD: in how many eighths of the outline the pigment ends abruptly.

Stolz et al. 1994: the lesion is cut into eighths, and each counts 1 whose margin is a sharp, abrupt cut-off of the
pigment pattern rather than a gradual one; 0 to 8.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.measures.frame import CENTRE, RADIUS, LesionFrame

EIGHTHS = 8
STEEP_PART = 0.45
"""Part of the whole fall from lesion to skin that happens within `STEEP_WIDTH` where the margin is abrupt."""
STEEP_WIDTH = 0.07
"""Of the lesion's radius."""
LEAST_FALL = 7.0
"""CIE76 units between lesion and skin: less of a fall is no cut-off of pigment."""

_POINTS = 120  # along the outline
_STEP = 0.01  # of the radius, across it
_REACH = 0.24  # of the radius, inwards and outwards
_PLATEAU = 0.08  # length at either end whose mean stands for lesion and skin
_SHIFT = 0.12  # how far the steepest place may lie from the outline
_SMOOTHING = 5  # points along the outline
_LEAST_OUTSIDE = 0.06  # what must be seen beyond the outline; where no more is, it stands for the skin
_OUTLINE_BLUR = 3.0  # pixels of the frame
_MOST_HIDDEN = 0.5  # part of an eighth


@dataclass(frozen=True)
class Border:
    """The score and what it was counted from."""

    score: int
    """0 to 8: eighths whose margin is abrupt."""
    abrupt: tuple[bool, ...]
    """For each eighth, clockwise as the image is seen, from `start`."""
    start: float
    """Degrees of the first eighth's beginning from the image's x axis, clockwise."""
    points: NDArray[np.float64]
    """(n, 2) places of the outline in the frame, x and y."""
    steepness: NDArray[np.float64]
    """(n,) part of the fall that happens within `STEEP_WIDTH`; NaN where hair or the image's end hides it."""


def border(frame: LesionFrame) -> Border:
    """Count the abrupt eighths.

    The eighths are turned so that each is as much of one kind as can be: the rule does not say where the first one
    begins, and a cut through the middle of an abrupt stretch would count it twice or not at all.
    """
    points, normals = _outline(frame)
    steepness = _steepness(frame, points, normals)
    angles = np.degrees(np.arctan2(points[:, 1] - CENTRE, points[:, 0] - CENTRE)) % 360
    steep = np.where(np.isnan(steepness), np.nan, steepness > STEEP_PART)
    starts = np.arange(0, 45, 7.5)
    shares = _shares(steep, (angles - starts[:, None]) % 360)
    best = int(np.argmax(np.abs(shares - 0.5).sum(axis=1)))
    abrupt = tuple(bool(share > 0.5) for share in shares[best])
    return Border(sum(abrupt), abrupt, float(starts[best]), points, steepness)


def _shares(steep: NDArray[np.float64], angles: NDArray[np.float64]) -> NDArray[np.float64]:
    """(starts, 8) part of each eighth's visible margin that is abrupt; 0 where most of it is hidden.

    Args:
        steep: (n,) 1 where the margin is abrupt, else 0; NaN where it is hidden.
        angles: (starts, n) degrees from where each way to cut the lesion begins.
    """
    eighth = (angles // (360 / EIGHTHS)).astype(int) + EIGHTHS * np.arange(len(angles))[:, None]
    visible, count = ~np.isnan(steep), EIGHTHS * len(angles)
    places = np.bincount(eighth.ravel(), minlength=count)
    seen_there = eighth[:, visible].ravel()
    seen = np.bincount(seen_there, minlength=count)
    abrupt = np.bincount(seen_there, np.tile(steep[visible], len(angles)), minlength=count)
    shares = np.where(seen > _MOST_HIDDEN * places, abrupt / np.maximum(seen, 1), 0.0)
    return shares.reshape(len(angles), EIGHTHS)


def _outline(frame: LesionFrame) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Places evenly along the outline, and the unit vectors that point outwards there."""
    # Every second place is enough for what is smooth.
    half = cv2.resize(frame.lesion.astype(np.float32), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    smooth = cv2.resize(cv2.GaussianBlur(half, (0, 0), _OUTLINE_BLUR / 2), frame.lesion.shape[::-1])
    contours, _ = cv2.findContours((smooth > 0.5).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:  # thinner than the smoothing
        contours, _ = cv2.findContours(frame.lesion.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    longest = max(contours, key=len)[:, 0].astype(np.float64)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(longest, axis=0, append=longest[:1]).T))])
    closed = np.vstack([longest, longest[:1]])
    wanted = np.linspace(0, along[-1], _POINTS, endpoint=False)
    points = np.column_stack([np.interp(wanted, along, closed[:, axis]) for axis in (0, 1)])
    steps = _OUTLINE_BLUR * np.array([[[1, 0]], [[0, 1]]])
    falls = _sample(np.asarray(smooth, np.float32), np.concatenate([points - steps, points + steps]))
    gradient = (falls[:2] - falls[2:]).T.astype(np.float64)
    return points, gradient / np.maximum(np.hypot(*gradient.T), 1e-6)[:, None]


def _sample(layer: NDArray[np.float32], places: NDArray[np.float64]) -> NDArray[np.float32]:
    """Bilinear values of a (height, width) or (height, width, 3) layer at (n, 2) or (n, m, 2) places."""
    x, y = (np.ascontiguousarray(places[..., axis], dtype=np.float32).reshape(len(places), -1) for axis in (0, 1))
    values = cv2.remap(layer, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(values, dtype=np.float32).reshape(*places.shape[:-1], *layer.shape[2:])


def _steepness(frame: LesionFrame, points: NDArray[np.float64], normals: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n,) how much of the change from lesion to skin happens within `STEEP_WIDTH`, at the steepest place."""
    offsets = np.arange(-_REACH, _REACH + _STEP / 2, _STEP)
    places = points[:, None] + offsets[None, :, None] * RADIUS * normals[:, None]
    visible = _sample(frame.clear.astype(np.float32), places) > 0.9
    needed = (offsets >= _PLATEAU - _REACH) & (offsets <= _LEAST_OUTSIDE)
    hidden = ~visible[:, needed].all(axis=1)
    last = np.maximum.accumulate(np.where(visible | (offsets < 0), np.arange(len(offsets)), 0), axis=1)
    own = last + len(offsets) * np.arange(len(places))[:, None]
    seen = _sample(frame.lab, places).reshape(-1, 3)[own]
    profile = _smoothed_along(seen, visible | ~needed)
    ends = round(_PLATEAU / _STEP)
    change = profile[:, :ends].mean(axis=1) - profile[:, -ends:].mean(axis=1)
    fall = np.sqrt((change**2).sum(axis=-1))
    # Along the change from what lies inside to what lies outside here, whatever their colours are.
    towards = (profile @ (change / np.maximum(fall, 1e-6)[:, None])[..., None])[..., 0]
    width, reach, middle = round(STEEP_WIDTH / _STEP), round(_SHIFT / _STEP), len(offsets) // 2
    first, end = middle - reach - width // 2, middle + reach - width // 2 + 1
    steepest = (towards[:, first:end] - towards[:, first + width : end + width]).max(axis=1)
    part = np.where(fall >= LEAST_FALL, steepest / np.maximum(fall, LEAST_FALL), 0.0)
    part[hidden] = np.nan
    return np.asarray(np.minimum(part, 1.0), dtype=np.float64)


def _smoothed_along(profile: NDArray[np.float32], visible: NDArray[np.bool_]) -> NDArray[np.float32]:
    """(n, m, 3) profiles averaged with those beside them, of which a hair hides few."""
    weights = visible.astype(np.float32) + np.float32(1e-6)
    layers = np.dstack([profile * weights[..., None], weights])
    half = _SMOOTHING // 2
    around = np.concatenate([layers[-half:], layers, layers[:half]])  # the outline is closed
    total = cv2.boxFilter(around, -1, (1, _SMOOTHING), normalize=False)[half:-half]
    return np.asarray(total[..., :3] / total[..., 3:], dtype=np.float32)
