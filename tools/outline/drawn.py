"""Drawn lesions whose outline is known, and pictures without one: what photographs alone do not teach.

Fitted to photographs alone the network outlined parts of evenly coloured discs, and found lesions in noise.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.outline.drawn_skin import ARTEFACTS, SIDE, Rng, cloud, finished, flat, places, slope, textured_skin, tone
from tools.outline.no_lesion import KINDS

Region = NDArray[np.bool_]

_SEED = 16
_COLOURS = (
    *((250, 245, 245), (225, 215, 212), (190, 45, 45), (215, 100, 100), (150, 35, 38), (175, 120, 80)),
    *((200, 150, 110), (180, 115, 95), (125, 75, 50), (95, 55, 35), (70, 40, 28), (105, 120, 145)),
    *((80, 95, 125), (145, 145, 160), (70, 75, 95), (45, 32, 32), (20, 15, 15), (95, 55, 35), (178, 122, 82)),
)
_LEAST_CONTRAST = 25.0
"""Sum over the channels: less cannot be seen on the skin around."""
_LEAST_PIXELS = 150
COUNT = 1000
"""Drawn pictures that the network is fitted to beside the photographs."""


@dataclass(frozen=True)
class DrawnPair:
    """A drawn picture and its mask, the same each time: every second one without a lesion."""

    number: int

    def load(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """The (224, 224, 3) RGB picture, and the (224, 224) lesion, 0 or 255."""
        rng = np.random.default_rng([_SEED, self.number])
        if self.number % 2:
            kinds = tuple(KINDS.values())
            return kinds[self.number // 2 % len(kinds)](rng), np.zeros((SIDE, SIDE), np.uint8)
        image, lesion = drawn_lesion(rng)
        return image, lesion.astype(np.uint8) * np.uint8(255)


def drawn_lesion(rng: Rng) -> tuple[NDArray[np.uint8], Region]:
    """A lesion of any shape, colours, margin and place on drawn skin, as a camera might take it."""
    lesion = _shape(rng)
    while lesion.sum() < _LEAST_PIXELS:
        lesion = _shape(rng)
    ground = _ground(rng)
    pigment = _pigment(rng, lesion, ground.mean(axis=(0, 1)))
    part = _cover(rng, lesion)[..., None]
    image = ground * (1 - part) + pigment * part + slope(rng, rng.choice([0, 0, 20, 50]))
    image += rng.choice([0, 0, 1, 2, 4, 6]) * cloud(rng, 0, int(rng.choice([1, 3])))
    taken = finished(np.asarray(image, np.float32))
    for artefact in ARTEFACTS:
        if rng.random() < 0.08:  # one in a dozen
            taken = artefact(taken, rng)
    return taken, lesion


def _ground(rng: Rng) -> NDArray[np.float32]:
    kind = rng.random()
    if kind < 0.4:  # shares of plain, textured and other grounds
        return flat(tone(rng))
    if kind < 0.85:
        return textured_skin(rng)
    return flat(np.full(3, rng.uniform(150, 255)))


def _shape(rng: Rng) -> Region:
    kinds: tuple[Callable[[Rng], Region], ...] = (_ellipse, _half, _blob, _joined, _polygon)
    return kinds[int(rng.choice(len(kinds), p=(0.35, 0.2, 0.25, 0.1, 0.1)))](rng)


def _turned(rng: Rng, spread: float = 0.14) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Both coordinates about a centre near the picture's middle, over turned axes."""
    x, y = places()
    centre, turn = SIDE * (0.5 + rng.normal(0, spread, 2).clip(-0.35, 0.35)), rng.uniform(0, 2 * np.pi)
    x, y = x - centre[0], y - centre[1]
    return np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x


def _radius(rng: Rng) -> float:
    return float(SIDE * np.exp(rng.uniform(np.log(0.06), np.log(0.48))))


def _ellipse(rng: Rng) -> Region:
    x, y = _turned(rng)
    radius, narrow = _radius(rng), 1.0 if rng.random() < 0.4 else rng.uniform(0.45, 1)  # circles
    return np.asarray((x / radius) ** 2 + (y / (radius * narrow)) ** 2 <= 1)


def _half(rng: Rng) -> Region:
    x, y = _turned(rng)
    radius = max(_radius(rng), 0.12 * SIDE)
    cut = x > rng.uniform(-0.4, 0.2) * radius
    bitten = np.hypot(x + rng.uniform(0.5, 1) * radius, y) > rng.uniform(0.5, 1) * radius
    return np.asarray((np.hypot(x, y) <= radius) & (cut if rng.random() < 0.7 else bitten))


def _blob(rng: Rng) -> Region:
    x, y = _turned(rng)
    angle, radius = np.arctan2(y, x), np.full(x.shape, _radius(rng))
    for order in range(2, 7):
        radius *= 1 + rng.normal(0, 0.25 / order) * np.cos(order * angle + rng.uniform(0, 2 * np.pi))
    return np.asarray(np.hypot(x, y) <= radius)


def _joined(rng: Rng) -> Region:
    x, y = _turned(rng)
    first, second = _radius(rng), rng.uniform(0.4, 0.9)
    other = np.hypot(x - first * rng.uniform(0.6, 1.1), y) <= second * first
    return np.asarray((np.hypot(x, y) <= first) | other)


def _polygon(rng: Rng) -> Region:
    x, y = _turned(rng)
    radius, narrow = _radius(rng), rng.uniform(0.5, 1)
    return np.asarray((np.abs(x) <= 0.85 * radius) & (np.abs(y) <= 0.85 * radius * narrow))


def _pigment(rng: Rng, lesion: Region, ground: NDArray[np.floating]) -> NDArray[np.float32]:
    """Up to six colours in halves, sectors, rings or patches, each seen against the skin."""
    seen = [colour for colour in _COLOURS if np.abs(np.array(colour) - ground).sum() > _LEAST_CONTRAST]
    count = int(rng.choice([1, 2, 3, 4, 5, 6], p=(0.45, 0.25, 0.1, 0.07, 0.06, 0.07)))
    chosen = np.array([seen[place] for place in rng.choice(len(seen), count, replace=False)]) + rng.normal(
        0, 6, (count, 3)
    )
    rows, columns = np.nonzero(lesion)
    x, y = places()
    x, y = x - columns.mean(), y - rows.mean()
    angle, radial = (np.degrees(np.arctan2(y, x)) + rng.uniform(0, 360)) % 360, np.hypot(x, y)
    seeds = rng.integers(0, len(rows), 3 * count)
    patches = np.argmin([np.hypot(x + columns.mean() - columns[s], y + rows.mean() - rows[s]) for s in seeds], axis=0)
    sectors = angle // (360 / count)
    rings = (radial / (radial[lesion].max() + 1) * count).clip(0, count - 1)
    place = (sectors, rings, patches % count)[rng.choice(3, p=(0.5, 0.25, 0.25))].astype(int)
    pigment = chosen[place].astype(np.float32)
    if rng.random() < 0.4:  # evenly coloured, or uneven and dotted
        pigment += rng.uniform(2, 12) * cloud(rng, rng.choice([1.5, 4, 10]))
    return np.asarray(pigment, dtype=np.float32)


def _cover(rng: Rng, lesion: Region) -> NDArray[np.float32]:
    """How much pigment each place has: the margin is abrupt, fades, or is abrupt in some eighths alone."""
    solid = lesion.astype(np.float32)
    radius = np.sqrt(lesion.sum() / np.pi)
    sharp = np.asarray(cv2.GaussianBlur(solid, (0, 0), rng.choice([0.3, 0.7, 1.0, 2.0])), np.float32)
    soft = np.asarray(cv2.GaussianBlur(solid, (0, 0), max(0.5, float(radius * rng.uniform(0.06, 0.2)))), np.float32)
    kind = rng.random()
    if kind < 0.5:  # half are abrupt
        return sharp
    if kind < 0.75:  # a quarter fades
        return soft
    rows, columns = np.nonzero(lesion)
    x, y = places()
    angle = (np.degrees(np.arctan2(y - rows.mean(), x - columns.mean())) + rng.uniform(0, 360)) % 360
    return np.where(angle < 45 * rng.integers(1, 8), sharp, soft)
