"""Drawn skin, and what lies on it in dermoscopic images: hairs, bubbles of gel, a ruler, a dark rim."""

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.preprocess import INPUT_SIZE

Layer = NDArray[np.float32]
Rng = np.random.Generator
SIDE = INPUT_SIZE

_TONES = (
    *((240, 215, 200), (225, 185, 165), (224, 172, 150), (230, 175, 170), (210, 160, 140)),
    *((200, 150, 120), (198, 134, 110), (180, 120, 100), (141, 85, 60), (105, 68, 52)),
)
_INK = (20, 20, 20)


def finished(image: Layer) -> NDArray[np.uint8]:
    """(SIDE, SIDE, 3) values as 8 bits."""
    return np.asarray(np.clip(np.rint(image), 0, 255), dtype=np.uint8)


def flat(colour: NDArray[np.floating]) -> Layer:
    """One colour everywhere."""
    return np.full((SIDE, SIDE, 3), colour, np.float32)


def tone(rng: Rng) -> NDArray[np.float64]:
    """(3,) a colour of skin."""
    return np.asarray(_TONES[rng.integers(len(_TONES))] + rng.normal(0, 8, 3), dtype=np.float64)


def cloud(rng: Rng, spread: float, channels: int = 1) -> Layer:
    """(SIDE, SIDE, channels) noise of deviation 1, smooth over so many pixels."""
    noise = rng.normal(0, 1, (SIDE, SIDE, channels)).astype(np.float32)
    if spread > 0:
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), spread), np.float32).reshape(SIDE, SIDE, channels)
    return np.asarray((noise - noise.mean()) / max(float(noise.std()), 1e-6), dtype=np.float32)


def places() -> tuple[Layer, Layer]:
    """(SIDE, SIDE) each: x and y of every pixel."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    return columns, rows


def slope(rng: Rng, height: float) -> Layer:
    """(SIDE, SIDE, 1) light that falls off to one side by so much."""
    x, y = places()
    turn = rng.uniform(0, 2 * np.pi)
    along = (np.cos(turn) * (x / SIDE - 0.5) + np.sin(turn) * (y / SIDE - 0.5)) * height
    return np.asarray(along[..., None], dtype=np.float32)


def textured_skin(rng: Rng) -> Layer:
    """Uneven colour, pores and the lines of skin."""
    image = flat(tone(rng)) + rng.uniform(1, 5) * cloud(rng, rng.uniform(15, 40), 3)
    image += rng.uniform(1, 5) * cloud(rng, 1.2)
    x, y = places()
    for _ in range(2):
        turn, period = rng.uniform(0, np.pi), rng.uniform(8, 20)
        along = x * np.cos(turn) + y * np.sin(turn) + 4 * cloud(rng, 12)[..., 0]
        image -= (rng.uniform(0, 8) * np.exp(-(((along % period) - period / 2) ** 2) / 1.7))[..., None]
    return np.asarray(image, dtype=np.float32)


def with_hairs(image: NDArray[np.uint8], rng: Rng) -> NDArray[np.uint8]:
    """Dark curved hairs across the image."""
    drawn = image.copy()
    step = np.linspace(0, 1, 30)[:, None]
    for _ in range(rng.integers(3, 20)):
        first = rng.integers(-20, SIDE + 20, 2)
        last = first + rng.integers(-150, 150, 2)
        middle = (first + last) // 2 + rng.integers(-25, 25, 2)
        curve = (1 - step) ** 2 * first + 2 * step * (1 - step) * middle + step**2 * last
        colour = tuple((rng.uniform(10, 70) * np.array([1, 0.8, 0.7])).tolist())
        cv2.polylines(drawn, [curve.astype(np.int32)], False, colour, int(rng.integers(1, 4)), cv2.LINE_AA)
    return drawn


def with_bubbles(image: NDArray[np.uint8], rng: Rng) -> NDArray[np.uint8]:
    """Bubbles in the gel: bright rings, a little lighter or darker within."""
    drawn = image.astype(np.float32)
    for _ in range(rng.integers(3, 15)):
        disc = np.zeros((SIDE, SIDE), np.float32)
        x, y = rng.integers(0, SIDE, 2).tolist()
        cv2.circle(disc, (x, y), int(rng.integers(4, 28)), 1.0, -1, cv2.LINE_AA)
        soft = np.asarray(cv2.GaussianBlur(disc, (0, 0), 1.5), np.float32)
        ring = np.abs(soft - np.asarray(cv2.GaussianBlur(disc, (0, 0), 4), np.float32))
        drawn += (ring * rng.uniform(40, 140) + soft * rng.uniform(-8, 12))[..., None]
    return finished(drawn)


def with_dark_rim(image: NDArray[np.uint8], rng: Rng) -> NDArray[np.uint8]:
    """Black beyond a round field of view."""
    x, y = places()
    beyond = (np.hypot(x - SIDE / 2, y - SIDE / 2) > rng.uniform(0.44, 0.64) * SIDE).astype(np.float32)
    part = np.asarray(cv2.GaussianBlur(beyond, (0, 0), rng.uniform(0.5, 4)), np.float32)[..., None]
    return finished(image * (1 - part) + part * rng.uniform(0, 12, 3).astype(np.float32))


def with_ruler(image: NDArray[np.uint8], rng: Rng) -> NDArray[np.uint8]:
    """The scale of millimetres that some dermatoscopes show."""
    drawn, begin = image.copy(), int(rng.integers(5, 40))
    across = rng.random() < 0.5
    for number, at in enumerate(np.arange(4, SIDE, rng.uniform(6, 14)).astype(int).tolist()):
        ends = [(at, begin), (at, begin + (14 if number % 5 == 0 else 7))]
        first, last = ((y, x) if across else (x, y) for x, y in ends)
        cv2.line(drawn, first, last, _INK, 1, cv2.LINE_AA)
    return drawn


ARTEFACTS = (with_hairs, with_bubbles, with_dark_rim, with_ruler)
