"""The brush that corrects an outline."""

import numpy as np
import pytest

from skin_gui.measures.drawing import OutlineDrawing, drawing_size
from skin_gui.measures.measurer import measure_within
from skin_gui.measures.outline import drawn_outline
from tests.measures.conftest import DARK_BROWN, ellipse, painted


@pytest.fixture
def drawing(disc):
    return OutlineDrawing(disc, disc)


def test_a_stroke_adds_and_erases_a_round_place(drawing, disc):
    drawing.begin()
    drawing.stroke((320, 150), (320, 150), 20, add=True)
    rows, columns = np.nonzero(drawing.mask & ~disc)
    assert np.hypot(columns - 320, rows - 150).max() <= 21
    assert len(rows) == pytest.approx(np.pi * 20**2, rel=0.1)
    drawing.begin()
    drawing.stroke((320, 150), (320, 150), 22, add=False)
    np.testing.assert_array_equal(drawing.mask, disc)


def test_a_fast_stroke_leaves_no_gaps(drawing):
    drawing.begin()
    drawing.stroke((10, 20), (390, 20), 6, add=True)
    assert drawing.mask[20, 10:390].all()


def test_steps_are_undone_and_redone_to_the_pixel(drawing, disc):
    states = [drawing.mask]
    for number in range(5):
        drawing.begin()
        drawing.stroke((40 * number, 20), (40 * number, 60), 9, add=number % 2 == 0)
        states.append(drawing.mask)
    for state in states[-2::-1]:
        assert drawing.can_undo
        drawing.undo()
        np.testing.assert_array_equal(drawing.mask, state)
    assert not drawing.can_undo
    assert not drawing.is_changed
    for state in states[1:]:
        drawing.redo()
        np.testing.assert_array_equal(drawing.mask, state)
    assert not drawing.can_redo
    drawing.undo()
    drawing.begin()
    drawing.stroke((5, 5), (5, 5), 3, add=True)
    assert not drawing.can_redo  # a new step ends what could be redone


def test_reset_leads_to_what_the_program_found_and_can_be_undone(disc):
    hers = ellipse(a=60)
    drawing = OutlineDrawing(hers, disc)
    assert drawing.is_changed
    drawing.reset()
    np.testing.assert_array_equal(drawing.mask, disc)
    drawing.undo()
    np.testing.assert_array_equal(drawing.mask, hers)


def test_the_criteria_are_measured_within_what_was_drawn(disc):
    image = painted([(disc, DARK_BROWN)])
    half = disc & ellipse(x=120, a=80, b=80)
    outline = drawn_outline(half)
    assert outline.by_hand
    assert outline.confidence is None
    assert outline.area_fraction == pytest.approx(half.mean())
    np.testing.assert_array_equal(outline.mask(half.shape[1], half.shape[0]), half)
    found = measure_within(image, outline)
    whole = measure_within(image, drawn_outline(disc))
    assert whole.abcd.score.asymmetry == 0
    assert found.abcd.score.border < whole.abcd.score.border  # where it cuts through the pigment nothing ends
    assert measure_within(image, drawn_outline(np.zeros_like(disc))) is None


@pytest.mark.parametrize(
    ("size", "drawn"), [((600, 450), (600, 450)), ((4000, 3000), (1024, 768)), ((9000, 2), (1024, 1))]
)
def test_large_images_are_drawn_on_smaller(size, drawn):
    assert drawing_size(*size) == drawn
