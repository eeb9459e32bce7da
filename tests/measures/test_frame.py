"""The frame that brings a lesion to one size."""

import cv2
import numpy as np
import pytest

from skin_gui.measures.frame import RADIUS, lesion_frame
from tests.measures.conftest import CENTRE, DARK_BROWN, SKIN, ellipse, painted


@pytest.mark.parametrize("times", [1, 3, 7])
@pytest.mark.parametrize("trimmed", [0, 1])
def test_image_and_outline_stay_together_whatever_the_image_is_halved_by(times, trimmed):
    disc, at = ellipse(), slice(trimmed, None)
    image = cv2.resize(painted([(disc, DARK_BROWN)]), None, fx=times, fy=times, interpolation=cv2.INTER_LINEAR)
    mask = cv2.resize(disc.astype(np.float32), image.shape[1::-1], interpolation=cv2.INTER_LINEAR) > 0.5

    frame = lesion_frame(np.ascontiguousarray(image[at, at]), mask[at, at])

    dark = frame.seen & (frame.lab[..., 0] < 48)  # halfway from the skin's to the lesion's
    assert (dark ^ frame.lesion).mean() < 0.005
    assert np.argwhere(dark).mean(axis=0) == pytest.approx(np.argwhere(frame.lesion).mean(axis=0), abs=0.25)
    edge = frame.places(np.array([[127.5 + RADIUS, 127.5]]))[0]
    assert edge == pytest.approx([times * (CENTRE[0] + 80) - trimmed, times * CENTRE[1] - trimmed], abs=1.5 * times)


def test_only_what_the_image_shows_counts_as_seen():
    disc = ellipse(x=60, a=60, b=60)
    wide = cv2.resize(painted([(disc, DARK_BROWN)]), None, fx=4, fy=4, interpolation=cv2.INTER_LINEAR)
    mask = cv2.resize(disc.astype(np.uint8), None, fx=4, fy=4, interpolation=cv2.INTER_NEAREST) > 0

    frame = lesion_frame(wide, mask)

    first = np.flatnonzero(frame.seen[128])[0]
    assert frame.seen[128, first:].all()
    place = frame.places(np.array([[float(first), 128.0]]))[0, 0]
    assert 0 <= place < 2 + 4 * 60 / RADIUS  # the middle of the first pixel, once halved, and a pixel of the frame


@pytest.mark.parametrize("region", [ellipse(), ellipse(a=120, b=30), ellipse() & ~ellipse(x=230, a=70, b=70)])
def test_distances_from_the_outline_are_those_of_all_pixels(region):
    frame = lesion_frame(painted([(region, DARK_BROWN)]), region)

    inside = frame.lesion.astype(np.uint8)
    exact = cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5) - cv2.distanceTransform(inside, cv2.DIST_L2, 5)
    off = (frame.distance - exact)[np.abs(exact) < 0.3 * RADIUS]
    assert np.abs(off).max() < 2.5
    assert np.abs(off).mean() < 0.4
    assert abs(off.mean()) < 0.2


def test_the_skin_beside_the_lesion_is_told():
    disc = ellipse()
    image = painted([(disc, DARK_BROWN)], noise=6)

    beside = cv2.cvtColor(np.full((1, 1, 3), SKIN, np.float32) / 255, cv2.COLOR_RGB2LAB)[0, 0]
    assert lesion_frame(image, disc).skin == pytest.approx(beside, abs=0.6)
