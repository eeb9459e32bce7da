"""Luminance and chrominance (YBR, YCbCr) that a header calls red, green and blue.

The two chrominances vary far less than the luminance, about the middle of their range. In a picture of skin green and
blue vary more than red.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact

_LEAST_PIXELS = 128 * 128  # of a picture; of drawn ones, which are smaller, little is known
_PROBES = 128  # pixels a side that are looked at

# Chosen on images of two sources, tried on those of three others: of 6,729 sound ones the least is 0.42.
_SPREAD, _LEAST_SPREAD = 0.38, 4.0
"""Part of the first channel's deviation that the others' have, at most; and levels of it, at least."""
_CHROMINANCE = np.array([[80, 160], [105, 195]])
"""The means of both chrominances in pictures of skin."""


def doubt_of_luminance(pixels: NDArray[np.uint8]) -> Fact | None:
    """Why (H, W, 3) pixels that count as RGB cannot be, as a clause that follows the file's name; or None."""
    if pixels.size < 3 * _LEAST_PIXELS:
        return None
    down, across = (max(1, side // _PROBES) for side in pixels.shape[:2])
    probes = np.ascontiguousarray(pixels[::down, ::across])
    means, deviations = (values.ravel() for values in cv2.meanStdDev(probes))
    if not deviations[0] > _LEAST_SPREAD or not 0 < max(deviations[1:]) < _SPREAD * deviations[0]:
        return None
    within = (means[1:] > _CHROMINANCE[:, 0]) & (means[1:] < _CHROMINANCE[:, 1])
    return ImageFact.LIKE_YBR() if within.all() else None
