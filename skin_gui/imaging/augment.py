"""Random but repeatable variants of a training image.

Geometry follows the paper's equations 1 to 3 (rotation, shear, scaling); all of it is composed into one affine matrix
so that a pixel is interpolated once. What a camera or a clinic changes comes after it.
"""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.camera import CameraRanges, change_camera

AUGMENTATION_VERSION = "affine-camera-2"
"""Part of the feature cache key of every variant but the unchanged one."""


@dataclass(frozen=True)
class AugmentationRanges:
    """How far each change may go. Defaults: the paper's rotation, shift and shear, our zoom and camera."""

    rotation_degrees: float = 30.0
    """Rotation is uniform in [-rotation_degrees, rotation_degrees]."""
    shift: float = 0.10
    """Shift along each axis, as a part of the side."""
    shear: float = 0.10
    """Tangent of the shear angle."""
    zoom: tuple[float, float] = (0.7, 1.6)
    """Uniform on a logarithmic scale: dermatoscopes magnify differently, and archives cut differently."""
    aspect: float = 4 / 3
    """Width to height is stretched by up to this factor either way: some sources squash a 4:3 image
    to a square, others cut the square out of its middle."""
    flip: bool = True
    """Horizontal and vertical flips and quarter turns: a lesion has no upright position."""
    camera: CameraRanges = field(default_factory=CameraRanges)


def affine_matrix(rng: np.random.Generator, ranges: AugmentationRanges, size: int) -> NDArray[np.float64]:
    """Draw one (2, 3) matrix that maps output pixels of a (size, size) image to input pixels."""
    angle = np.radians(rng.uniform(-ranges.rotation_degrees, ranges.rotation_degrees))
    if ranges.flip:
        angle += np.radians(90) * rng.integers(4)
    cos, sin = np.cos(angle), np.sin(angle)
    rotation = np.array([[cos, -sin], [sin, cos]])  # equation 1
    shear = np.array([[1, rng.uniform(-ranges.shear, ranges.shear)], [0, 1]])  # equation 2
    zoom = np.exp(rng.uniform(*np.log(ranges.zoom)))
    stretch = np.exp(rng.uniform(-0.5, 0.5) * np.log(ranges.aspect))
    flip_x, flip_y = (rng.choice([-1.0, 1.0], size=2)) if ranges.flip else (1.0, 1.0)
    scaling = np.diag([flip_x / (zoom * stretch), flip_y * stretch / zoom])  # equation 3
    linear = scaling @ shear @ rotation
    centre = np.full(2, (size - 1) / 2)
    shift = rng.uniform(-ranges.shift, ranges.shift, size=2) * size
    return np.column_stack([linear, centre - linear @ (centre + shift)])


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
    return change_camera(np.asarray(warped, dtype=np.uint8), rng, ranges.camera)
