"""Pictures of real skin without a lesion: what lies beside the lesion of a photograph."""

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.preprocess import INPUT_SIZE, resize_to_input
from skin_gui.measures.outline import dark_rim

_APART = 15  # pixels of 224 between what is taken and the lesion, on all sides together
_NARROWEST = (56, 56, 40)  # pixels of 224: of a square, a strip and a strip that is mirrored
_MOST_RIM = 0.2  # of the picture

Picture = NDArray[np.uint8]


def skin_beside(image: Picture, lesion: NDArray[np.bool_], kind: int) -> Picture | None:
    """A picture of the skin beside a lesion; None where little of it is seen.

    Args:
        image: (224, 224, 3) uint8 RGB.
        lesion: (224, 224) all that might be lesion.
        kind: 0 for the largest square, 1 for the widest strip, 2 for that strip mirrored until it fills the picture.

    Returns:
        (224, 224, 3) uint8 RGB, enlarged where it was smaller.
    """
    near = cv2.dilate(lesion.astype(np.uint8), np.ones((_APART, _APART), np.uint8)) > 0
    if not near.any():
        return None
    part = _square(image, ~near) if kind == 0 else _strip(image, near)
    if min(part.shape[:2]) < _NARROWEST[kind]:
        return None
    if kind == 2:
        missing = [(0, INPUT_SIZE - side) for side in part.shape[:2]]
        part = np.pad(part, (*missing, (0, 0)), mode="symmetric")
    skin = resize_to_input(np.ascontiguousarray(part))
    return None if dark_rim(skin).mean() > _MOST_RIM else skin


def _square(image: Picture, free: NDArray[np.bool_]) -> Picture:
    """The largest square about one pixel that is free."""
    reach = cv2.distanceTransform(np.pad(free.astype(np.uint8), 1), cv2.DIST_C, 3)[1:-1, 1:-1]
    row, column = np.unravel_index(int(reach.argmax()), reach.shape)
    beyond = int(reach[row, column]) - 1
    return image[row - beyond : row + beyond + 1, column - beyond : column + beyond + 1]


def _strip(image: Picture, near: NDArray[np.bool_]) -> Picture:
    places = np.argwhere(near)
    (top, left), (bottom, right) = places.min(axis=0), places.max(axis=0) + 1
    return max((image[:top], image[bottom:], image[:, :left], image[:, right:]), key=lambda part: min(part.shape[:2]))
