import cv2
import numpy as np
import pytest

from skin_gui.imaging.preprocess import INPUT_SIZE, resize_to_input
from skin_gui.imaging.quality import quality_warnings, sharpness
from skin_gui.vocabulary import ImageWarning


@pytest.fixture
def image(synthetic_image):
    return resize_to_input(synthetic_image)


def test_given_a_good_image_then_there_is_no_warning(image):
    assert quality_warnings(image) == ()


def test_given_a_blurred_image_then_it_is_called_blurred(image):
    assert quality_warnings(cv2.GaussianBlur(image, (0, 0), 6)) == (ImageWarning.BLURRED,)


def test_blur_lowers_the_sharpness(image):
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    values = [sharpness(cv2.GaussianBlur(grey, (0, 0), sigma)) for sigma in (0.5, 1, 2, 4)]
    assert values == sorted(values, reverse=True)
    assert sharpness(np.full_like(grey, 128)) == 0


def test_given_a_dark_image_then_it_is_called_too_dark(image):
    assert ImageWarning.TOO_DARK in quality_warnings((image * 0.3).astype(np.uint8))


def test_given_a_black_image_then_it_is_blurred_and_too_dark():
    assert quality_warnings(np.zeros((INPUT_SIZE, INPUT_SIZE, 3), np.uint8)) == (
        ImageWarning.BLURRED,
        ImageWarning.TOO_DARK,
    )


def test_given_a_white_image_then_it_is_too_bright(image):
    assert ImageWarning.TOO_BRIGHT in quality_warnings(np.full_like(image, 255))


def test_given_a_large_overexposed_part_then_it_is_too_bright(image):
    image[: INPUT_SIZE // 3] = 255
    assert quality_warnings(image) == (ImageWarning.TOO_BRIGHT,)
