"""Whether a picture shows all of a lesion."""

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.preprocess import INPUT_SIZE, resize_to_input
from skin_gui.measures.outline import Outline, dark_rim

_LONGEST_TOUCH = INPUT_SIZE // 10
"""Places beside what is not seen: an outline with no more of them may well end there."""


def is_cut(image: NDArray[np.uint8], outline: Outline) -> bool:
    """Whether the lesion goes on beyond the image, or beyond the dermatoscope's round field of view in it.

    Args:
        image: (H, W, 3) uint8 RGB.
        outline: where the lesion is in it.
    """
    unseen = np.pad(dark_rim(resize_to_input(image)), 1, constant_values=True).astype(np.uint8)
    # What lies within two places of it: the rim of a field of view is no sharp line.
    beside = cv2.dilate(unseen, np.ones((5, 5), np.uint8))[1:-1, 1:-1] > unseen[1:-1, 1:-1]
    touching = beside & outline.mask(INPUT_SIZE, INPUT_SIZE)
    return int(touching.sum()) > 2 * _LONGEST_TOUCH
