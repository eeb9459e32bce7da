import numpy as np
import pytest

from skin_gui.measures.diameter import greatest_diameter
from skin_gui.measures.outline import Outline


def ellipse(across, down):
    """The outline of an ellipse in the middle, of so many parts of the image's width and height."""
    place = (np.arange(224) - 111.5) / 224
    inside = (place[None] / (across / 2)) ** 2 + (place[:, None] / (down / 2)) ** 2
    return Outline((8 * (1 - inside)).astype(np.float32), 1.0)


def test_a_disc_has_its_diameter_whatever_the_images_size():
    for width, height in ((600, 400), (3000, 2000), (224, 150)):
        # 12 mm x 8 mm of skin, and a disc of 6 mm in it
        found = greatest_diameter(ellipse(6 / 12, 6 / 8), width, height, (8 / height, 12 / width))

        assert found == pytest.approx(6, abs=0.1)


def test_rows_and_columns_may_lie_at_different_distances():
    # As long as 2 mm across and 6 mm down, though a disc in the image.
    assert greatest_diameter(ellipse(0.5, 0.5), 400, 400, (0.03, 0.01)) == pytest.approx(6, abs=0.1)


def test_an_outline_without_a_pixel_has_none():
    assert greatest_diameter(Outline(np.full((224, 224), -1, np.float32), 1.0), 10, 10, (1, 1)) is None
