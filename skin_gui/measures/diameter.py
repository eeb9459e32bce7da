"""The lesion's greatest diameter, where the file says how large its pixels are."""

import cv2
import numpy as np

from skin_gui.measures.outline import Outline

_LONGEST_SIDE = 640


def greatest_diameter(outline: Outline, width: int, height: int, spacing: tuple[float, float]) -> float | None:
    """The greatest distance between two places of the outline; None where no pixel lies in it.

    Args:
        width: of the file's image, in pixels.
        spacing: millimetres from one row to the next, and from one column to the next, as DICOM gives them.

    Returns:
        Millimetres in the skin, so far as the camera was calibrated.
    """
    shrink = min(1.0, _LONGEST_SIDE / max(width, height))
    size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    mask = outline.mask(*size).astype(np.uint8)
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    hull = cv2.convexHull(np.concatenate(contours))[:, 0].astype(np.float64)
    pixel = np.array([spacing[1] * width / size[0], spacing[0] * height / size[1]])
    places = hull * pixel
    farthest = float(np.sqrt(((places[:, None] - places[None]) ** 2).sum(axis=-1)).max())
    return farthest + float(pixel.mean())  # the places are pixels' middles
