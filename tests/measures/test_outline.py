import cv2
import numpy as np
import pytest

from skin_gui.measures.frame import halved
from skin_gui.measures.outline import find_outline, refine
from skin_gui.measures.outline_network import SIDE


def logits_of(region, inside=6.0, outside=-6.0):
    return np.where(region, inside, outside).astype(np.float32)


def disc(x, y, radius):
    rows, columns = np.mgrid[:SIDE, :SIDE]
    return (columns - x) ** 2 + (rows - y) ** 2 <= radius**2


def pictured(logits, skin=180, lesion=100):
    """Darker where the logits say lesion."""
    inside = np.kron(logits > 0, np.ones((4, 4), bool))
    return np.repeat(np.where(inside, lesion, skin).astype(np.uint8)[..., None], 3, axis=2)


def found_in(logits):
    return find_outline(logits, pictured(logits))


@pytest.fixture
def image():
    return np.full((224, 224, 3), 180, np.uint8)


def test_a_clear_lesion_is_outlined_where_it_is():
    region = disc(28, 28, 12)
    found = found_in(logits_of(region))

    assert found.confidence > 0.85
    assert found.area_fraction == pytest.approx(region.mean(), rel=0.1)
    mask = found.mask(400, 300)
    assert mask.shape == (300, 400)
    assert mask[150, 202]
    assert mask.mean() == pytest.approx(found.area_fraction, abs=0.01)


def test_of_two_the_one_in_the_middle_is_taken_and_the_other_left_out():
    found = found_in(logits_of(disc(28, 28, 8) | disc(6, 6, 5)))

    mask = found.mask(56, 56)
    assert mask[28, 28]
    assert not mask[:12, :12].any()


def test_holes_are_filled():
    ring = disc(28, 28, 14) & ~disc(28, 28, 5)

    assert found_in(logits_of(ring)).mask(56, 56)[28, 28]


def test_what_lies_beyond_the_field_of_view_is_no_lesion():
    image = pictured(logits_of(disc(28, 28, 12)))
    rows, columns = np.mgrid[:224, :224]
    image[(columns - 112) ** 2 + (rows - 112) ** 2 > 110**2] = 4
    corners = np.zeros((SIDE, SIDE), dtype=bool)
    corners[:9, :9] = True

    mask = find_outline(logits_of(disc(28, 28, 12) | corners | (disc(14, 14, 9))), image).mask(224, 224)

    assert mask[112, 112]
    assert not mask[:16, :16].any()


def test_a_sticker_far_from_the_lesion_takes_no_confidence_away():
    lesion = logits_of(disc(28, 28, 8))
    sticker = np.where(disc(2, 2, 7), 2.0, lesion).astype(np.float32)

    assert found_in(sticker).confidence == pytest.approx(found_in(lesion).confidence, abs=0.02)


def test_where_there_is_nothing_no_lesion_is_found(image):
    assert find_outline(np.full((SIDE, SIDE), -6, np.float32), image) is None


def test_doubt_everywhere_is_no_lesion(image):
    unsure = logits_of(disc(28, 28, 4), inside=0.1, outside=-0.2)

    assert find_outline(unsure, image) is None


def test_what_has_the_colour_of_the_skin_around_is_no_lesion():
    lesion = logits_of(disc(28, 28, 12))

    assert find_outline(lesion, pictured(lesion, 180, 178)) is None
    assert find_outline(lesion, pictured(lesion, 180, 165)) is not None


def test_a_lesion_that_fills_the_image_is_not_compared_with_skin_that_is_not_seen(image):
    assert find_outline(logits_of(np.ones((SIDE, SIDE), bool)), image).area_fraction == 1


def test_a_bay_of_the_skins_colour_is_no_lesion_and_one_of_another_colour_is():
    seen, bay = disc(28, 28, 14), disc(38, 28, 9)
    image = np.full((224, 224, 3), (225, 185, 165), np.uint8)
    image[np.kron(seen, np.ones((4, 4), bool))] = (95, 55, 35)
    coarse, inside = logits_of(seen, 2.5), np.s_[112, 150]  # the network saw no bay
    coarse[28, 18] = 8  # and is sure that there is a lesion

    image[np.kron(bay, np.ones((4, 4), bool))] = (20, 15, 15)
    assert find_outline(coarse, image).mask(224, 224)[inside]
    image[np.kron(bay, np.ones((4, 4), bool))] = (225, 185, 165)
    assert not find_outline(coarse, image).mask(224, 224)[inside]


def test_the_outline_follows_the_edges_of_the_image():
    rows, columns = np.mgrid[:224, :224]
    inside = (columns - 112) ** 2 + (rows - 112) ** 2 <= 50**2
    image = np.full((224, 224, 3), 200, np.uint8)
    image[inside] = 60
    coarse = logits_of(disc(28, 28, 11.6), 3, -3)  # a little too small

    def agreement(logits):
        found = cv2.resize(logits, (224, 224), interpolation=cv2.INTER_LINEAR) > 0
        return 2 * (found & inside).sum() / (found.sum() + inside.sum())

    assert agreement(refine(coarse, halved(image))) > agreement(coarse)
