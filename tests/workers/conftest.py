from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tools.samples.drawing import draw_lesion

MakeImages = Callable[..., Path]


@pytest.fixture
def make_images(tmp_path: Path) -> MakeImages:
    """A folder of real files: `make_images(count, broken=False)`."""

    def make(count: int, *, broken: bool = False) -> Path:
        folder = tmp_path / "patient images é"
        folder.mkdir(exist_ok=True)
        for number in range(count):
            rng = np.random.default_rng(number)
            pixels = draw_lesion(rng, "malignant" if number % 2 else "benign", size=96)
            Image.fromarray(pixels).save(folder / f"img{number}.png")
        if broken:
            (folder / "img1b.jpg").write_text("no image", encoding="utf-8")
        return folder

    return make
