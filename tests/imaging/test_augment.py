from dataclasses import replace

import cv2
import numpy as np
import pytest
from scipy.linalg import rq

from skin_gui.imaging.augment import AugmentationRanges, affine_matrix, augment
from skin_gui.imaging.camera import CameraRanges

SIZE = 224
STILL_CAMERA = CameraRanges(
    brightness=0,
    contrast=0,
    saturation=0,
    white_balance=0,
    crosstalk=0,
    gamma_share=0,
    hair_share=0,
    ruler_share=0,
    bubble_share=0,
    vignette_share=0,
    corner_share=0,
    blur_share=0,
    resolution_share=0,
    noise_share=0,
    jpeg_share=0,
)
STILL = AugmentationRanges(
    rotation_degrees=0,
    shift=0,
    shear=0,
    zoom=(1, 1),
    aspect=1,
    flip=False,
    camera=STILL_CAMERA,
)
"""Ranges that leave an image as it is."""


@pytest.fixture
def image(synthetic_image):
    return cv2.resize(synthetic_image, (SIZE, SIZE), interpolation=cv2.INTER_AREA)


def draws(ranges, count=100):
    return [affine_matrix(np.random.default_rng(seed), ranges, SIZE) for seed in range(count)]


def test_given_the_same_seed_when_augmented_then_the_pixels_are_the_same(image):
    before = image.copy()
    first, second = (augment(image, np.random.default_rng(7)) for _ in range(2))
    assert np.array_equal(first, second)
    assert np.array_equal(image, before)


def test_given_another_seed_when_augmented_then_the_pixels_differ(image):
    variants = {augment(image, np.random.default_rng(seed)).tobytes() for seed in range(10)}
    assert len(variants) == 10


def test_a_variant_has_the_shape_and_type_of_its_image(image):
    for seed in range(10):
        variant = augment(image, np.random.default_rng(seed))
        assert variant.shape == image.shape
        assert variant.dtype == np.uint8


def test_given_no_room_to_change_when_augmented_then_the_image_stays(image):
    for seed in range(20):
        assert np.array_equal(augment(image, np.random.default_rng(seed), STILL), image)


def test_given_no_room_to_change_when_drawn_then_the_matrix_is_the_identity():
    for matrix in draws(STILL, 5):
        np.testing.assert_allclose(matrix, np.eye(2, 3), atol=1e-12)


def test_a_matrix_is_scaling_by_shear_by_rotation_within_the_ranges():
    """Equations 1 to 3 of the paper, found again by the RQ decomposition, which is unique."""
    ranges = replace(AugmentationRanges(), shift=0)
    for matrix in draws(ranges):
        linear = matrix[:, :2]
        triangle, turn = rq(linear)
        signs = np.diag(np.sign(np.diag(triangle)))
        triangle, turn = triangle @ signs, signs @ turn
        if np.linalg.det(turn) < 0:  # one flip: it belongs to the scaling
            triangle, turn = triangle @ np.diag([1, -1]), np.diag([1, -1]) @ turn
        sx, sy = np.diag(triangle)
        slope, angle = triangle[0, 1] / sx, np.arctan2(turn[1, 0], turn[0, 0])
        rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        shear = np.array([[1, slope], [0, 1]])
        np.testing.assert_allclose(np.diag([sx, sy]) @ shear @ rotation, linear, atol=1e-12)
        assert abs(slope) <= ranges.shear
        assert abs((np.degrees(angle) + 45) % 90 - 45) <= ranges.rotation_degrees + 1e-9
        zoom, stretch = 1 / np.sqrt(abs(sx * sy)), abs(sy / sx)
        assert ranges.zoom[0] <= zoom <= ranges.zoom[1]
        assert 1 / ranges.aspect <= stretch <= ranges.aspect


def test_given_one_kind_of_change_when_drawn_then_the_matrix_is_that_equation_alone():
    turned = draws(replace(STILL, rotation_degrees=30), 20)
    sheared = draws(replace(STILL, shear=0.1), 20)
    scaled = draws(replace(STILL, zoom=(0.9, 1.2)), 20)
    for matrix in turned:
        cos, sin = matrix[0, 0], matrix[1, 0]
        np.testing.assert_allclose(matrix[:, :2], [[cos, -sin], [sin, cos]], atol=1e-12)
        assert cos**2 + sin**2 == pytest.approx(1)
    for matrix in sheared:
        np.testing.assert_allclose(matrix[:, :2], [[1, matrix[0, 1]], [0, 1]], atol=1e-12)
    for matrix in scaled:
        np.testing.assert_allclose(matrix[:, :2], np.eye(2) * matrix[0, 0], atol=1e-12)
    assert len({matrix.tobytes() for matrix in turned + sheared + scaled}) == 60


def test_without_shift_the_centre_of_the_image_stays():
    centre = np.array([(SIZE - 1) / 2, (SIZE - 1) / 2, 1])
    for matrix in draws(replace(AugmentationRanges(), shift=0), 20):
        np.testing.assert_allclose(matrix @ centre, centre[:2], atol=1e-9)


def test_with_shift_the_centre_moves_by_at_most_the_range():
    ranges = replace(STILL, shift=0.1)
    moved = np.array([matrix[:, 2] for matrix in draws(ranges)])
    assert (abs(moved) <= 0.1 * SIZE).all()
    assert (abs(moved).max(axis=0) > 0.05 * SIZE).all()


def test_a_zoom_above_one_makes_the_lesion_larger():
    disc = cv2.circle(np.zeros((SIZE, SIZE, 3), np.uint8), (SIZE // 2, SIZE // 2), 30, (255, 255, 255), -1)
    enlarged = augment(disc, np.random.default_rng(0), replace(STILL, zoom=(2, 2)))
    assert (enlarged > 128).sum() == pytest.approx(4 * (disc > 128).sum(), rel=0.05)


def test_given_geometry_alone_when_augmented_then_each_pixel_is_interpolated_once(image):
    ranges = replace(STILL, rotation_degrees=30, shift=0.1, shear=0.1, zoom=(0.9, 1.2), aspect=4 / 3, flip=True)
    for seed in range(12):
        matrix = affine_matrix(np.random.default_rng(seed), ranges, SIZE)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        once = cv2.warpAffine(image, matrix, (SIZE, SIZE), flags=flags, borderMode=cv2.BORDER_REFLECT_101)
        variant = augment(image, np.random.default_rng(seed), ranges)
        assert np.array_equal(variant, once)


def test_given_flips_alone_when_augmented_then_pixels_only_change_places(image):
    expected = {
        np.ascontiguousarray(np.rot90(side, turns)).tobytes() for side in (image, image[::-1]) for turns in range(4)
    }
    seen = {augment(image, np.random.default_rng(seed), replace(STILL, flip=True)).tobytes() for seed in range(60)}
    assert len(expected & seen) >= 6


def test_the_corners_that_a_rotation_uncovers_are_filled_with_skin(image):
    skin = np.full_like(image, (220, 180, 160))
    for seed in range(10):
        variant = augment(skin, np.random.default_rng(seed), replace(STILL, rotation_degrees=30, zoom=(0.9, 0.9)))
        assert abs(variant.astype(int) - skin).max() <= 2
