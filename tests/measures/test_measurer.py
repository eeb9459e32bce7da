"""Drawn lesions of known measures, and pictures without one, through all that `skin-gui measure` does."""

import cv2
import numpy as np
import pytest

from skin_gui.measures.measurer import Measurer
from tests.measures.conftest import CENTRE, DARK_BROWN, LIGHT_BROWN, SIZE, SKIN, angles, ellipse, painted


@pytest.fixture(scope="module")
def measurer():
    return Measurer.load()


def half(degrees):
    return (angles() - degrees) % 360 < 180


def rounded(a, b, corner):
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    beyond = [
        np.maximum(np.abs(columns - CENTRE[0]) - a + corner, 0),
        np.maximum(np.abs(rows - CENTRE[1]) - b + corner, 0),
    ]
    return np.hypot(*beyond) <= corner


SIX = ((250, 245, 245), (190, 45, 45), LIGHT_BROWN, DARK_BROWN, (105, 120, 145), (20, 15, 15))
SHAPES = {
    "disc": ([(ellipse(), DARK_BROWN)], 0, 8, 1),
    "small disc": ([(ellipse(x=250, a=35, b=35), LIGHT_BROWN)], 0, 8, 1),
    "ellipse": ([(ellipse(a=120, b=70), DARK_BROWN)], 0, 8, 1),
    "disc of two colours": ([(ellipse(), DARK_BROWN), (ellipse() & half(30), LIGHT_BROWN)], 1, 8, 2),
    "disc of 15 %": ([(ellipse(a=22, b=22), DARK_BROWN)], 0, 8, 1),
    "disc of 93 %": ([(ellipse(a=140, b=140), LIGHT_BROWN)], 0, 8, 1),
    "rounded rectangle": ([(rounded(110, 70, 20), (190, 45, 45))], 0, 8, 1),
    "crescent": ([(ellipse(a=110, b=110) & ~ellipse(x=265, a=88, b=88), DARK_BROWN)], 1, 8, 1),
    "ring": ([(ellipse(a=100, b=100), LIGHT_BROWN), (ellipse(a=60, b=60), (20, 15, 15))], 0, 8, 2),
    "sectors": ([(ellipse(a=100, b=100) & (angles() // 60 >= n), SIX[n]) for n in range(6)], 2, 8, 6),
    "half-moon": ([(ellipse(a=110, b=110) & half(70), DARK_BROWN)], 1, 8, 1),
}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize(("blur", "noise"), [(0, 0), (1, 2)])
def test_drawn_lesions_have_the_measures_they_were_drawn_with(measurer, name, blur, noise):
    parts, *known = SHAPES[name]
    found = measurer.measure(painted(parts, blur, noise))

    lesion = parts[0][0]
    mask = found.outline.mask(lesion.shape[1], lesion.shape[0])
    assert 2 * (mask & lesion).sum() / (mask.sum() + lesion.sum()) > 0.92
    score = found.abcd.score
    assert [score.asymmetry, score.border, score.colours] == known


@pytest.mark.parametrize("count", [0, 3, 6])
def test_abrupt_eighths_of_a_drawn_lesion_are_counted(measurer, faded, count):
    assert measurer.measure(faded(ellipse(), (angles() - 10) % 360 < 45 * count)).abcd.score.border == count


@pytest.mark.parametrize("colour", [SIX[1], DARK_BROWN, SIX[5]])
@pytest.mark.parametrize("radius", [35, 90, 120])
def test_a_disc_that_fades_all_around_is_of_one_colour_without_an_abrupt_eighth(measurer, colour, radius):
    score = measurer.measure(painted([(ellipse(a=radius, b=radius), colour)], 0.13 * radius)).abcd.score

    assert [score.asymmetry, score.border, score.colours] == [0, 0, 1]


def page(words):
    image = np.full((300, 400, 3), 255, np.uint8)
    for line in range(10):
        cv2.putText(image, words, (8, 25 + 28 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (20, 20, 20), 1, cv2.LINE_AA)
    return image


def noisy(spread, smooth=0.0):
    noise = np.random.default_rng(4).normal(0, 1, (300, 400, 3))
    if smooth:
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), smooth), np.float64)
        noise /= noise.std()
    return np.clip(np.array(SKIN) + spread * noise, 0, 255).astype(np.uint8)


NOTHING = {
    "pale noise": noisy(12),
    "coarse noise": noisy(10, 12),
    "blank skin": np.full((300, 400, 3), SKIN, np.uint8),
    "white": np.full((300, 400, 3), 255, np.uint8),
    "black": np.zeros((300, 400, 3), np.uint8),
    "pixels at random": np.random.default_rng(0).integers(0, 256, (300, 400, 3), dtype=np.uint8),
    "text": page("Lorem ipsum dolor sit amet"),
    "slope of light": np.linspace(90, 230, 400)[None, :, None].repeat(300, 0).repeat(3, 2).astype(np.uint8),
}


@pytest.mark.parametrize("name", NOTHING)
def test_pictures_without_a_lesion_get_no_outline(measurer, name):
    assert measurer.measure(NOTHING[name]) is None


@pytest.mark.parametrize("name", ["disc of two colours", "crescent", "ring"])
@pytest.mark.parametrize("size", [(1599, 1201), (3000, 2250)])
def test_a_drawn_lesion_has_the_same_measures_in_a_large_image(measurer, name, size):
    parts, *known = SHAPES[name]
    large = cv2.resize(painted(parts), size, interpolation=cv2.INTER_CUBIC)

    score = measurer.measure(large).abcd.score

    assert [score.asymmetry, score.border, score.colours] == known


THIN = {
    "half-moon": (ellipse(a=50, b=50) & half(70), 1),
    "crescent": (ellipse(a=110, b=110) & ~ellipse(x=265, a=88, b=88), 1),
    "narrow ellipse": (ellipse(a=110, b=35), 0),
}


@pytest.mark.parametrize("name", THIN)
@pytest.mark.parametrize("colour", [SIX[1], DARK_BROWN])
@pytest.mark.parametrize("blur", [6, 9])
def test_a_thin_shape_that_fades_all_around_is_of_one_colour(measurer, name, colour, blur):
    region, asymmetric = THIN[name]

    score = measurer.measure(painted([(region, colour)], blur)).abcd.score

    assert [score.asymmetry, score.colours] == [asymmetric, 1]
