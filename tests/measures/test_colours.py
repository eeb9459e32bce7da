import cv2
import numpy as np
import pytest

from skin_gui.measures.colours import COLOURS, colours
from skin_gui.measures.frame import lesion_frame
from tests.measures.conftest import DARK_BROWN, LIGHT_BROWN, angles, ellipse, painted

PAINTS = {
    "white": (250, 245, 245),
    "red": (190, 45, 45),
    "light brown": LIGHT_BROWN,
    "dark brown": DARK_BROWN,
    "blue-grey": (105, 120, 145),
    "black": (20, 15, 15),
}


def sectors(disc, names):
    """The disc cut like a cake into these colours."""
    step = 360 / len(names)
    return [(disc & (angles() // step == number), PAINTS[name]) for number, name in enumerate(names)]


@pytest.mark.parametrize("count", range(1, 7))
def test_known_colours_are_counted_and_named(disc, count):
    names = COLOURS[:count]
    found = colours(lesion_frame(painted(sectors(disc, names)), disc))

    assert found.score == count
    assert found.present == names


@pytest.mark.parametrize("name", COLOURS)
def test_each_colour_alone_is_known(disc, name):
    found = colours(lesion_frame(painted([(disc, PAINTS[name])]), disc))

    assert found.present == (name,)
    assert found.parts[name] > 0.95


@pytest.mark.parametrize("name", ["red", "light brown", "dark brown", "blue-grey", "black"])
@pytest.mark.parametrize("blur", [5, 8, 12])
def test_a_colour_that_fades_into_the_skin_is_no_other_one_on_the_way(disc, name, blur):
    assert colours(lesion_frame(painted([(disc, PAINTS[name])], blur), disc)).present == (name,)


def test_a_ring_of_another_colour_does_not_count_as_fading(disc):
    inner = ellipse(a=55, b=55)
    found = colours(lesion_frame(painted([(disc, LIGHT_BROWN), (inner, PAINTS["black"])]), disc))

    assert found.present == ("light brown", "black")
    assert found.parts["light brown"] > 0.3


def test_parts_are_the_areas(disc):
    found = colours(lesion_frame(painted(sectors(disc, ["dark brown"] * 3 + ["black"])), disc))

    assert found.parts["dark brown"] == pytest.approx(0.75, abs=0.03)
    assert found.parts["black"] == pytest.approx(0.25, abs=0.03)
    assert sum(found.parts.values()) == pytest.approx(1)


def test_white_must_be_lighter_than_the_skin_around(disc):
    pale = (238, 232, 230)
    on_light_skin = np.where(disc[..., None], painted([(disc, pale)]), np.uint8(250))

    assert colours(lesion_frame(painted([(disc, pale)]), disc)).present == ("white",)
    assert "white" not in colours(lesion_frame(on_light_skin, disc)).present


def test_a_few_pixels_of_a_colour_do_not_count(disc):
    speck = disc & (angles() < 2)

    assert colours(lesion_frame(painted([(disc, DARK_BROWN), (speck, PAINTS["red"])]), disc)).present == ("dark brown",)


def test_hairs_are_not_a_colour_of_the_lesion(disc):
    image = painted([(disc, LIGHT_BROWN)])
    for x in range(120, 290, 24):
        cv2.line(image, (x, 40), (x + 40, 260), (15, 10, 10), 2, cv2.LINE_AA)

    found = colours(lesion_frame(image, disc))

    assert "black" not in found.present
    assert found.parts["light brown"] > 0.9


def test_the_map_names_each_place(disc):
    frame = lesion_frame(painted(sectors(disc, ["dark brown", "blue-grey"])), disc)
    found = colours(frame)

    assert (found.map[~frame.lesion] == -1).all()
    assert found.map[150, 128] == COLOURS.index("dark brown")
    assert found.map[106, 128] == COLOURS.index("blue-grey")
