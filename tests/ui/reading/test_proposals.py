"""What the measures propose for the checklists, from drawn lesions."""

import pytest

from skin_gui.measures.abcd import measure_abcd
from skin_gui.review.assessment.checklists import Menzies, SevenPoint
from skin_gui.ui.reading.checklists_dialog import proposals
from tests.measures.conftest import DARK_BROWN, LIGHT_BROWN, angles, ellipse, painted

WHITE, BLUE_GREY, RED, BLACK = (250, 245, 245), (105, 120, 145), (190, 45, 45), (20, 15, 15)


def proposed(*colours):
    disc, step = ellipse(), 360 / len(colours)
    sectors = [(disc & (angles() // step == number), colour) for number, colour in enumerate(colours)]
    return proposals(measure_abcd(painted(sectors), disc))


def test_an_even_disc_is_symmetric_and_of_one_colour():
    assert proposed(DARK_BROWN) == {Menzies.SYMMETRY, Menzies.ONE_COLOUR}


def test_blue_grey_is_proposed_as_a_veil_in_both_lists():
    assert proposed(BLUE_GREY, DARK_BROWN) >= {Menzies.BLUE_WHITE_VEIL, SevenPoint.BLUE_WHITISH_VEIL}


@pytest.mark.parametrize(
    ("colours", "count"),
    [
        ((DARK_BROWN, WHITE), Menzies.ONE_COLOUR),
        ((WHITE, RED, LIGHT_BROWN, DARK_BROWN, BLACK), None),
        ((RED, LIGHT_BROWN, DARK_BROWN, BLUE_GREY, BLACK), Menzies.MANY_COLOURS),
    ],
)
def test_white_is_no_colour_of_menzies(colours, count):
    assert proposed(*colours) & {Menzies.ONE_COLOUR, Menzies.MANY_COLOURS} == ({count} if count else set())
