"""A table with a folder of images, a real network behind it."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from skin_gui.ui.review.review_session import SessionPhase
from skin_gui.ui.review.review_table import ReviewTable
from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.workers.prediction import PredictionWorker
from tests.ui.review.steps import SLOW, show
from tools.samples.drawing import draw_lesion


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five images and a file that is none, in a folder with a name from life."""
    images = tmp_path / "Müller 2024 images"
    images.mkdir()
    for number in range(5):
        pixels = draw_lesion(np.random.default_rng(number), "malignant" if number % 2 else "benign", size=96)
        Image.fromarray(pixels).save(images / f"img{number + 1}.png")
        os.utime(images / f"img{number + 1}.png", (1e9, 1e9))
    (images / "img9.jpg").write_text("no image", encoding="utf-8")
    return images


@pytest.fixture
def build_table(qtbot):
    tables = []

    def build() -> ReviewTable:
        image = OpenImage(ImageSequence(), PredictionWorker())
        table = ReviewTable(image)
        qtbot.addWidget(table)
        # The window shows it, and no test here waits for that.
        table.row_selected.connect(lambda path: show(table, path))
        table.resize(1240, 420)
        with qtbot.waitExposed(table):
            table.show()
        tables.append(table)
        return table

    yield build
    for table in tables:
        table.stop()


@pytest.fixture
def table(build_table, folder, qtbot) -> ReviewTable:
    """A table with the folder opened, nothing classified."""
    built = build_table()
    built.session.open([folder])
    qtbot.waitUntil(lambda: built.session.phase == SessionPhase.READY, timeout=SLOW)
    return built
