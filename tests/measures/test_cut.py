import numpy as np
import pytest

from skin_gui.measures.cut import is_cut
from skin_gui.measures.outline import drawn_outline

SIDE = 448
ROW, COLUMN = np.mgrid[:SIDE, :SIDE]


def disc(row, column, radius):
    return (ROW - row) ** 2 + (COLUMN - column) ** 2 < radius**2


@pytest.fixture
def skin():
    return np.full((SIDE, SIDE, 3), (225, 180, 160), np.uint8)


@pytest.mark.parametrize("centre", [(0, 224), (447, 224), (224, 0), (224, 447), (30, 30)])
def test_a_lesion_that_leaves_the_image_is_cut(skin, centre):
    assert is_cut(skin, drawn_outline(disc(centre[0], centre[1], 100)))


def test_one_that_is_seen_whole_is_not_nor_one_that_only_just_reaches_the_edge(skin):
    assert not is_cut(skin, drawn_outline(disc(224, 224, 200)))
    assert not is_cut(skin, drawn_outline(disc(224, 100, 101)))


def test_one_that_leaves_the_round_field_of_view_is_cut(skin):
    skin[~disc(224, 224, 220)] = 3
    seen = disc(224, 224, 220)
    assert is_cut(skin, drawn_outline(disc(224, 400, 100) & seen))
    assert not is_cut(skin, drawn_outline(disc(224, 224, 150) & seen))
