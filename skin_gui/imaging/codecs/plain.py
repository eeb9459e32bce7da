"""Pixels that a file stores as they are, red, green and blue: they need no decoder, which would copy them twice."""

from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ImageFile

_ORDERS = ("RGB", "BGR")


def plain_pixels(image: ImageFile.ImageFile, data: bytes) -> NDArray[np.uint8] | None:
    """The (H, W, 3) RGB pixels of an image as they are stored; None where they have to be decoded or are not all there.

    Args:
        image: as Pillow opened and has not loaded it, which says where its strips are.
        data: all bytes of its file.
    """
    width, height = image.size
    if image.mode != "RGB" or "transparency" in image.info:
        return None
    pixels, rows = np.empty((height, width, 3), np.uint8), 0
    for codec, place, start, arguments in image.tile:
        left, top, right, bottom = place or (0, 0, width, height)
        if codec != "raw" or (left, right, top) != (0, width, rows) or not top < bottom <= height:
            return None
        order, stride, direction = cast("tuple[str, int, int]", arguments)
        stride = stride or 3 * width
        if order not in _ORDERS or stride < 3 * width or start + stride * (bottom - top) > len(data):
            return None
        stored = np.frombuffer(data, np.uint8, stride * (bottom - top), start).reshape(-1, stride)
        strip = stored[::direction, : 3 * width].reshape(bottom - top, width, 3)
        if order == "BGR":
            cv2.cvtColor(strip, cv2.COLOR_BGR2RGB, pixels[top:bottom])
        else:
            pixels[top:bottom] = strip
        rows = bottom
    return pixels if rows == height else None
