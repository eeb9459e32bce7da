"""Small training folders made of pictures that are cheap to draw and differ from each other."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

DrawPicture = Callable[[int], NDArray[np.uint8]]
SavePicture = Callable[..., Path]


@pytest.fixture
def draw_picture() -> DrawPicture:
    """A picture of its own for each seed, (60, 80, 3) uint8 RGB, smooth as skin is."""

    def draw(seed: int) -> NDArray[np.uint8]:
        noise = np.random.default_rng(seed).normal(128, 60, (6, 8, 3)).clip(40, 255).astype(np.uint8)
        return np.asarray(cv2.resize(noise, (80, 60), interpolation=cv2.INTER_CUBIC), np.uint8)

    return draw


@pytest.fixture
def save_picture(draw_picture: DrawPicture) -> SavePicture:
    """Save the picture of a seed: `save_picture(path, seed, quality=90)`; folders are made."""

    def save(path: Path, seed: int, quality: int = 90) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(draw_picture(seed)).save(path, quality=quality)
        return path

    return save
