import numpy as np
import pytest

from skin_gui.measures.asymmetry import asymmetry
from skin_gui.measures.frame import lesion_frame
from tests.measures.conftest import CENTRE, DARK_BROWN, LIGHT_BROWN, angles, ellipse, painted


def measured(lesion, parts=None):
    return asymmetry(lesion_frame(painted(parts or [(lesion, DARK_BROWN)]), lesion))


def turned(degrees):
    """The half of the picture beyond a line through the centre."""
    return (angles() - degrees) % 360 < 180


@pytest.mark.parametrize(("a", "b"), [(80, 80), (120, 60), (40, 90)])
def test_a_circle_and_ellipses_are_symmetric_over_both_axes(a, b):
    assert measured(ellipse(a=a, b=b)).score == 0


@pytest.mark.parametrize("degrees", [0, 30, 45, 70, 90, 200])
def test_a_half_moon_is_asymmetric_over_one_axis_however_it_lies(degrees):
    found = measured(ellipse() & turned(degrees))

    assert found.score == 1
    assert sorted(axis.differs_in for axis in found.axes) == [(), ("shape",)]


@pytest.mark.parametrize("degrees", [0, 30, 45, 120])
def test_a_disc_of_two_colours_is_asymmetric_over_the_axis_that_parts_them(disc, degrees):
    found = measured(disc, [(disc, DARK_BROWN), (disc & turned(degrees), LIGHT_BROWN)])

    assert found.score == 1
    parting = next(axis for axis in found.axes if axis.differs_in)
    assert "colour" in parting.differs_in
    assert "shape" not in parting.differs_in
    assert abs((parting.angle - degrees + 90) % 180 - 90) <= 10  # the axis that lies between the colours


def test_a_bent_shape_is_asymmetric_over_both_axes():
    lesion = (ellipse() | ellipse(x=290, y=110, a=45, b=28)) & ~ellipse(x=165, y=235, a=35, b=55)

    assert measured(lesion).score == 2


def test_dots_on_one_side_alone_are_an_asymmetry_of_structure(disc):
    rows, columns = np.mgrid[: disc.shape[0], : disc.shape[1]]
    dots = (rows % 12 < 4) & (columns % 12 < 4) & (columns > CENTRE[0]) & ellipse(a=70, b=70)
    found = measured(disc, [(disc, LIGHT_BROWN), (dots, (140, 90, 60))])

    assert any("structure" in axis.differs_in for axis in found.axes)


@pytest.mark.parametrize("radius", [25, 80])
def test_an_outline_that_is_a_little_off_makes_no_asymmetry(radius):
    image = painted([(ellipse(a=radius, b=radius), DARK_BROWN)])

    assert asymmetry(lesion_frame(image, ellipse(x=CENTRE[0] + 0.04 * radius, a=radius, b=radius))).score == 0


def test_the_size_in_the_image_does_not_matter():
    image, lesion = painted([(ellipse(), DARK_BROWN)]), ellipse()
    half = image[::2, ::2].copy(), lesion[::2, ::2].copy()

    assert asymmetry(lesion_frame(*half)).score == asymmetry(lesion_frame(image, lesion)).score == 0
