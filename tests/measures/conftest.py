"""Drawn lesions whose measures are known."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

SIZE = (300, 400)
CENTRE = (200, 150)
SKIN = (225, 185, 165)
DARK_BROWN = (95, 55, 35)
LIGHT_BROWN = (178, 122, 82)

Region = NDArray[np.bool_]
Picture = NDArray[np.uint8]


def ellipse(x: float = CENTRE[0], y: float = CENTRE[1], a: float = 80, b: float = 80) -> Region:
    """The pixels inside an ellipse."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    return ((columns - x) / a) ** 2 + ((rows - y) / b) ** 2 <= 1


def angles() -> NDArray[np.float64]:
    """(height, width) degrees about the centre, clockwise as the image is seen, in [0, 360)."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    return np.degrees(np.arctan2(rows - CENTRE[1], columns - CENTRE[0])) % 360


def painted(parts: Sequence[tuple[Region, tuple[int, int, int]]], blur: float = 1.0, noise: float = 2.0) -> Picture:
    """Skin with regions painted on it in turn, a little blurred and noisy as a camera makes it."""
    image = np.full((*SIZE, 3), SKIN, np.float32)
    for region, colour in parts:
        image[region] = colour
    image = np.asarray(cv2.GaussianBlur(image, (0, 0), blur)) if blur else image
    noisy = image + np.random.default_rng(0).normal(0, noise, image.shape)
    return np.clip(np.rint(noisy), 0, 255).astype(np.uint8)


@pytest.fixture
def disc() -> Region:
    """A disc in the middle."""
    return ellipse()


@pytest.fixture
def faded() -> Callable[[Region, Region], Picture]:
    """A dark lesion whose margin is abrupt in one region and fades in the rest: `faded(lesion, abrupt)`."""

    def paint(lesion: Region, abrupt: Region) -> Picture:
        sharp = painted([(lesion, DARK_BROWN)])
        soft = painted([(lesion, DARK_BROWN)], blur=12)
        return np.where(abrupt[..., None], sharp, soft)

    return paint
