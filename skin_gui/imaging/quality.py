"""Whether an image is sharp and well enough exposed for its classification to mean something."""

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.vocabulary import ImageWarning

# Limits that fewer than 1 in 200 of 1,361 ISIC and HAM10000 dermoscopic images at 224 x 224 pass.
_SHARPNESS_LIMIT = 10.0
_DARK_MEAN, _BRIGHT_MEAN = 80.0, 225.0
_CLIPPED_PART = 0.15


def sharpness(grey: "cv2.typing.MatLike") -> float:
    """Variance of the Laplacian of (H, W) grey values (Pech-Pacheco et al., 2000), which depends on their size."""
    deviation = cv2.meanStdDev(cv2.Laplacian(grey, cv2.CV_16S))[1]
    return float(deviation[0, 0]) ** 2


def quality_warnings(image: NDArray[np.uint8]) -> tuple[str, ...]:
    """What is wrong with a (224, 224, 3) uint8 RGB image, e.g. ("blurred",); empty when nothing is."""
    warnings = []
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if sharpness(grey) < _SHARPNESS_LIMIT:
        warnings.append(ImageWarning.BLURRED)
    mean = float(grey.mean())
    if mean < _DARK_MEAN:
        warnings.append(ImageWarning.TOO_DARK)
    elif mean > _BRIGHT_MEAN or float((grey >= 250).mean()) > _CLIPPED_PART:
        warnings.append(ImageWarning.TOO_BRIGHT)
    return tuple(warnings)
