import numpy as np
import pytest

from skin_gui.imaging.preprocess import IMAGENET_MEAN_BGR, INPUT_SIZE, network_input, resize_to_input


@pytest.mark.parametrize("shape", [(1, 1), (3, 700), (224, 224), (223, 225), (450, 600), (1000, 50), (1200, 1600)])
def test_given_any_size_when_resized_then_it_fills_the_network_input(shape):
    image = np.full((*shape, 3), (200, 120, 80), np.uint8)
    resized = resize_to_input(image)
    assert resized.shape == (INPUT_SIZE, INPUT_SIZE, 3)
    assert resized.dtype == np.uint8
    assert resized.flags.c_contiguous
    assert (resized == (200, 120, 80)).all()


def test_given_the_right_size_when_resized_then_no_pixel_changes(synthetic_image):
    image = synthetic_image[:INPUT_SIZE, :INPUT_SIZE]
    assert np.array_equal(resize_to_input(image), image)


def test_given_fine_stripes_when_shrunk_then_they_average_instead_of_aliasing():
    image = np.zeros((896, 896, 3), np.uint8)
    image[:, ::2] = 255
    resized = resize_to_input(image).astype(int)
    assert abs(resized - 127).max() <= 1


def test_given_a_wide_image_when_resized_then_it_is_squashed_and_nothing_is_cut_off():
    image = np.zeros((300, 900, 3), np.uint8)
    image[:, :450] = 255
    resized = resize_to_input(image)
    assert (resized[:, : INPUT_SIZE // 2 - 1] == 255).all()
    assert (resized[:, INPUT_SIZE // 2 + 1 :] == 0).all()


def test_given_views_of_an_image_when_resized_then_they_equal_their_copies(synthetic_image):
    for view in (synthetic_image[::-1, ::-1], synthetic_image[::2, ::3], synthetic_image.transpose(1, 0, 2)):
        assert np.array_equal(resize_to_input(view), resize_to_input(view.copy()))


def test_given_a_read_only_image_when_resized_then_it_works_and_stays_as_it_was(synthetic_image):
    before = synthetic_image.copy()
    synthetic_image.flags.writeable = False
    resize_to_input(synthetic_image)
    assert np.array_equal(synthetic_image, before)


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((30, 30), np.uint8),
        np.zeros((30, 30, 4), np.uint8),
        np.zeros((1, 30, 30, 3), np.uint8),
        np.zeros((30, 30, 3), np.float32),
        np.zeros((30, 30, 3), np.uint16),
        np.zeros((0, 30, 3), np.uint8),
        np.zeros((30, 0, 3), np.uint8),
    ],
)
def test_given_another_shape_or_type_when_resized_then_it_is_refused(image):
    with pytest.raises(ValueError, match="expected an"):
        resize_to_input(image)


def test_network_input_is_keras_own_caffe_preprocessing(synthetic_image):
    from keras.applications.vgg16 import preprocess_input

    image = resize_to_input(synthetic_image)
    expected = preprocess_input(image.astype(np.float32)).transpose(2, 0, 1)
    planes = network_input(image)
    np.testing.assert_allclose(planes, expected, atol=1e-4)
    assert planes.dtype == np.float32
    assert planes.flags.c_contiguous  # ncnn reads the memory as it lies


def test_network_input_puts_blue_first():
    image = np.zeros((INPUT_SIZE, INPUT_SIZE, 3), np.uint8)
    image[..., 2] = 255
    planes = network_input(image) + IMAGENET_MEAN_BGR[:, None, None]
    assert np.allclose(planes[0], 255)
    assert np.allclose(planes[1:], 0, atol=1e-4)
