import numpy as np
import pytest

from tools.confidence.skin import skin_beside

RED = (200, 30, 30)


@pytest.fixture
def photograph():
    """Skin with a red lesion near one corner, and where it is."""
    lesion = np.zeros((224, 224), bool)
    lesion[20:90, 30:110] = True
    image = np.random.default_rng(0).integers(170, 190, (224, 224, 3)).astype(np.uint8)
    image[lesion] = RED
    return image, lesion


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_nothing_of_the_lesion_is_in_the_skin_beside_it(photograph, kind):
    image, lesion = photograph
    skin = skin_beside(image, lesion, kind)

    assert skin.shape == (224, 224, 3)
    assert skin[..., 1].min() > 150


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_where_the_lesion_fills_the_picture_there_is_no_skin(photograph, kind):
    lesion = np.zeros((224, 224), bool)
    lesion[30:194, 30:194] = True

    assert skin_beside(photograph[0], lesion, kind) is None


def test_what_lies_beyond_the_field_of_view_is_no_skin(photograph):
    image, lesion = photograph
    image[100:] = 3

    assert skin_beside(image, lesion, 1) is None
