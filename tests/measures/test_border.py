import numpy as np
import pytest

from skin_gui.measures.border import border
from skin_gui.measures.frame import lesion_frame
from tests.measures.conftest import DARK_BROWN, angles, ellipse, painted


@pytest.mark.parametrize("start", [0, 10, 22.5, 40])
@pytest.mark.parametrize("count", range(9))
def test_abrupt_eighths_are_counted_wherever_they_begin(disc, faded, count, start):
    abrupt = (angles() - start) % 360 < 45 * count

    assert border(lesion_frame(faded(disc, abrupt), disc)).score == count


def test_eighths_that_do_not_touch_are_counted(disc, faded):
    abrupt = (angles() // 45).astype(int) % 2 == 0

    found = border(lesion_frame(faded(disc, abrupt), disc))

    assert found.score == 4
    assert sum(a != b for a, b in zip(found.abrupt, (*found.abrupt[1:], found.abrupt[0]), strict=True)) == 8


def test_a_sharp_margin_of_hardly_any_contrast_is_no_cut_off_of_pigment(disc):
    image = painted([(disc, (221, 181, 161))], noise=0.5)

    assert border(lesion_frame(image, disc)).score == 0


def test_an_outline_that_is_a_little_off_finds_the_same(disc, faded):
    image = faded(disc, angles() < 180)
    wider = ellipse(a=85, b=85)

    assert border(lesion_frame(image, wider)).score == 4


def test_a_margin_close_to_the_images_end_is_counted(disc, faded):
    image, near = faded(disc, angles() < 180), slice(150 - 88, 150 + 88)  # the radius is 80

    assert border(lesion_frame(image[near, 112:288], disc[near, 112:288])).score == 4


def test_a_margin_outside_the_image_is_not_counted(disc):
    image, lesion = painted([(disc, DARK_BROWN)])[:, 200:], disc[:, 200:]

    found = border(lesion_frame(image, lesion))

    assert found.score < 8
    assert np.isnan(found.steepness).any()
