"""Random but repeatable variants of a training image.

Geometry follows the paper's equations 1 to 3 (rotation, shear, scaling) with its ranges; all of it
is composed into one affine matrix so that a pixel is interpolated once. The modest changes of
colour, sharpness and JPEG quality keep source and camera from deciding instead of the lesion.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

AUGMENTATION_VERSION = "affine-photometric-1"
"""Part of the feature cache key of every variant but the unchanged one."""


@dataclass(frozen=True)
class AugmentationRanges:
    """How far each change may go. Defaults: the paper's geometry, our photometry."""

    rotation_degrees: float = 30.0
    """Rotation is uniform in [-rotation_degrees, rotation_degrees]."""
    shift: float = 0.10
    """Shift along each axis, as a part of the side."""
    shear: float = 0.10
    """Tangent of the shear angle."""
    zoom: tuple[float, float] = (0.9, 1.2)
    aspect: float = 4 / 3
    """Width to height is stretched by up to this factor either way: some sources squash a 4:3 image
    to a square, others cut the square out of its middle."""
    flip: bool = True
    """Horizontal and vertical flips and quarter turns: a lesion has no upright position."""
    brightness: float = 0.10
    contrast: float = 0.10
    saturation: float = 0.15
    white_balance: float = 0.05
    """Gain of each channel, as a part."""
    blur_sigma: float = 1.0
    """Gaussian blur of up to this many pixels, on a third of the variants."""
    jpeg_quality: tuple[int, int] = (50, 95)
    """Re-encoding quality, on two thirds of the variants."""


def affine_matrix(rng: np.random.Generator, ranges: AugmentationRanges, size: int) -> NDArray[np.float64]:
    """Draw one (2, 3) matrix that maps output pixels of a (size, size) image to input pixels."""
    angle = np.radians(rng.uniform(-ranges.rotation_degrees, ranges.rotation_degrees))
    if ranges.flip:
        angle += np.radians(90) * rng.integers(4)
    cos, sin = np.cos(angle), np.sin(angle)
    rotation = np.array([[cos, -sin], [sin, cos]])  # equation 1
    shear = np.array([[1, rng.uniform(-ranges.shear, ranges.shear)], [0, 1]])  # equation 2
    zoom = rng.uniform(*ranges.zoom)
    stretch = np.exp(rng.uniform(-0.5, 0.5) * np.log(ranges.aspect))
    flip_x, flip_y = (rng.choice([-1.0, 1.0], size=2)) if ranges.flip else (1.0, 1.0)
    scaling = np.diag([flip_x / (zoom * stretch), flip_y * stretch / zoom])  # equation 3
    linear = scaling @ shear @ rotation
    centre = np.full(2, (size - 1) / 2)
    shift = rng.uniform(-ranges.shift, ranges.shift, size=2) * size
    return np.column_stack([linear, centre - linear @ (centre + shift)])


def _change_colours(
    image: NDArray[np.float32], rng: np.random.Generator, ranges: AugmentationRanges
) -> NDArray[np.float32]:
    grey = image @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    saturation = 1 + rng.uniform(-ranges.saturation, ranges.saturation)
    image = grey[..., None] + saturation * (image - grey[..., None])
    contrast = 1 + rng.uniform(-ranges.contrast, ranges.contrast)
    image = grey.mean() + contrast * (image - grey.mean())
    gain = 1 + rng.uniform(-ranges.white_balance, ranges.white_balance, size=3)
    brightness = 1 + rng.uniform(-ranges.brightness, ranges.brightness)
    return (image * (gain * brightness)).astype(np.float32)


def _reencode(image: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    # OpenCV takes the channels for BGR, so that the codec weighs red as blue: one more variation, taken back below.
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), dtype=np.uint8)


def augment(
    image: NDArray[np.uint8], rng: np.random.Generator, ranges: AugmentationRanges | None = None
) -> NDArray[np.uint8]:
    """A random variant of a (size, size, 3) uint8 image. The same generator state gives the same variant.

    For training only: never for validation or test images.
    """
    ranges = ranges or AugmentationRanges()
    size = image.shape[0]
    matrix = affine_matrix(rng, ranges, size)
    # The missing corners mirror the skin: a black or stretched border would be a cue of its own.
    warped = cv2.warpAffine(
        image,
        matrix,
        (size, size),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REFLECT_101,
    )
    changed = _change_colours(warped.astype(np.float32), rng, ranges)
    if rng.random() < 1 / 3:
        sigma = rng.uniform(0.2, max(0.2, ranges.blur_sigma))
        changed = np.asarray(cv2.GaussianBlur(changed, (0, 0), sigma), dtype=np.float32)
    result = np.clip(np.rint(changed), 0, 255).astype(np.uint8)
    if rng.random() < 2 / 3:
        result = _reencode(result, int(rng.integers(ranges.jpeg_quality[0], ranges.jpeg_quality[1] + 1)))
    return result
