"""The drawn pictures that the outline's network is fitted to beside photographs."""

import cv2
import numpy as np

from tools.outline.drawn import DrawnPair
from tools.outline.no_lesion import KINDS


def test_drawn_lesions_are_in_one_piece_that_is_seen_and_half_of_the_pictures_have_none():
    contrasts = []
    for number in range(2 * len(KINDS)):
        image, mask = DrawnPair(number).load()
        assert image.shape == (224, 224, 3)
        assert image.dtype == mask.dtype == np.uint8
        assert set(np.unique(mask)) <= {0, 255}
        assert mask.any() == (number % 2 == 0)
        if mask.any():
            around = (cv2.dilate(mask, np.ones((25, 25), np.uint8)) > 0) & (mask == 0)
            contrasts.append(np.abs(image[mask > 0].mean(axis=0) - image[around].mean(axis=0)).sum())
    assert np.median(contrasts) > 50


def test_they_are_the_same_each_time():
    for number in (4, 5):
        assert all(
            np.array_equal(one, other)
            for one, other in zip(DrawnPair(number).load(), DrawnPair(number).load(), strict=True)
        )
