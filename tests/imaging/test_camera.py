from dataclasses import replace

import cv2
import numpy as np
import pytest

from skin_gui.imaging.camera import CameraRanges, change_camera

SIZE = 224
STILL = CameraRanges(
    **dict.fromkeys(("brightness", "contrast", "saturation", "white_balance", "crosstalk"), 0.0),
    **{name: 0.0 for name in CameraRanges.__dataclass_fields__ if name.endswith("_share")},
)


@pytest.fixture
def image(synthetic_image):
    return cv2.resize(synthetic_image, (SIZE, SIZE), interpolation=cv2.INTER_AREA)


def draws(image, ranges, count=20):
    return [change_camera(image, np.random.default_rng(seed), ranges) for seed in range(count)]


def test_given_no_room_to_change_then_the_picture_stays(image):
    before = image.copy()
    assert all(np.array_equal(drawn, before) for drawn in draws(image, STILL))
    assert np.array_equal(image, before)


def test_the_same_seed_gives_the_same_camera_and_another_seed_another(image):
    ranges = CameraRanges()
    assert np.array_equal(*(change_camera(image, np.random.default_rng(7), ranges) for _ in range(2)))
    assert len({drawn.tobytes() for drawn in draws(image, ranges)}) == 20


@pytest.mark.parametrize("share", [name for name in CameraRanges.__dataclass_fields__ if name.endswith("_share")])
def test_each_change_alone_changes_the_picture_every_time_at_share_one_and_never_at_zero(image, share):
    for drawn in draws(image, replace(STILL, **{share: 1.0}), 8):
        assert drawn.shape == image.shape
        assert drawn.dtype == np.uint8
        assert not np.array_equal(drawn, image)


def test_colour_changes_stay_within_their_ranges():
    grey = np.full((SIZE, SIZE, 3), 128, np.uint8)
    ranges = replace(STILL, brightness=0.25, white_balance=0.15)
    gains = np.array([drawn[0, 0] / 128 for drawn in draws(grey, ranges, 200)])
    assert gains.min() >= 0.75 * 0.85 - 0.01
    assert gains.max() <= 1.25 * 1.15 + 0.01
    assert gains.std() > 0.1


def test_crosstalk_leaves_grey_grey():
    grey = np.full((SIZE, SIZE, 3), 128, np.uint8)
    for drawn in draws(grey, replace(STILL, crosstalk=0.04)):
        assert np.abs(drawn.astype(int) - 128).max() <= 1


def test_black_corners_leave_the_middle_alone(image):
    for drawn in draws(image, replace(STILL, corner_share=1.0)):
        assert np.array_equal(drawn[92:132, 92:132], image[92:132, 92:132])


def test_hairs_and_rulers_darken_a_small_part_of_bright_skin():
    skin = np.full((SIZE, SIZE, 3), (220, 180, 160), np.uint8)
    for share in ("hair_share", "ruler_share"):
        for drawn in draws(skin, replace(STILL, **{share: 1.0}), 10):
            covered = (drawn != skin).any(axis=2).mean()
            assert 0 < covered < 0.3
