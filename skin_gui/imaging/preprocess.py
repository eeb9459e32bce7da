"""From an image of any size to what VGG16 was trained on."""

import cv2
import numpy as np
from numpy.typing import NDArray

INPUT_SIZE = 224
"""Side in pixels of the square image that the network sees."""

DECODE_SIDE = 2 * INPUT_SIZE
"""Large JPEGs are decoded to no less than this side: enough for an unaliased 224 x 224 image, and the
same everywhere so that window, command line and training give one file one probability."""

IMAGENET_MEAN_BGR = np.array([103.939, 116.779, 123.68], dtype=np.float32)
"""Channel means that the Caffe VGG16 weights expect to be subtracted (Simonyan and Zisserman, 2014)."""

PREPROCESSING_VERSION = "squash-224-caffe-1"
"""Part of every feature cache key and of model.json: change it whenever a pixel changes."""


def resize_to_input(image: NDArray[np.uint8], size: int = INPUT_SIZE) -> NDArray[np.uint8]:
    """Resize an (H, W, 3) uint8 RGB image to (size, size, 3), the aspect ratio ignored.

    The paper's images were squashed from 4:3 to a square, so the same is done here: nothing of
    the lesion is cut off. Area averaging when shrinking avoids aliasing of hairs and network.

    Raises:
        ValueError: when the image has another shape or type.
    """
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8 or 0 in image.shape:
        raise ValueError(f"expected an (H, W, 3) uint8 RGB image, got {image.shape} {image.dtype}")
    height, width = image.shape[:2]
    if (height, width) == (size, size):
        return np.ascontiguousarray(image)
    # INTER_AREA falls back to something like nearest neighbour when it enlarges.
    enlarges = height < size or width < size
    method = cv2.INTER_CUBIC if enlarges else cv2.INTER_AREA
    resized: NDArray[np.uint8] = cv2.resize(image, (size, size), interpolation=method)  # type: ignore[assignment]
    return resized


def network_input(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Turn a (224, 224, 3) uint8 RGB image into (3, 224, 224) float32 BGR with ImageNet's mean removed."""
    planes = np.empty((3, *image.shape[:2]), dtype=np.float32)
    for plane, mean, values in zip(planes, IMAGENET_MEAN_BGR, reversed(cv2.split(image)), strict=True):
        np.subtract(values, mean, out=plane)
    return planes
