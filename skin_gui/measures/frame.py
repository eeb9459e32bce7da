"""A lesion brought to one size and place, so that every measure is taken on the same scale whatever the camera."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

SIDE = 256
"""Height and width in pixels of the frame."""
RADIUS = 92.0
"""Pixels from the lesion's centre to the farthest point of its outline; the rest is skin around it."""
CENTRE = (SIDE - 1) / 2

_MARGIN = 3.0  # pixels along the outline whose colour is half the skin's
_HAIR_KERNEL = 11
_HAIR_CONTRAST = 14  # grey levels
_HAIR_WIDENING = 3
_RIM_LIGHTNESS = 12.0  # L*: darker than any skin
_SKIN_RING = (0.06, 0.30)  # of RADIUS, from the outline
_SKIN_EVERY = 3  # pixels: enough for a median
_SKIN_PIXELS = 45
_ROUNDING = 1 / 64  # pixels of the image, by which OpenCV may miss a place
_TYPICAL_SKIN = (68.0, 14.0, 16.0)
_SHARES = np.arange(256, dtype=np.float32) / 255  # a look-up takes a tenth of the time of a conversion and a division

Colours = NDArray[np.float32]
Region = NDArray[np.bool_]


@dataclass(frozen=True)
class LesionFrame:
    """The lesion and the skin around it, scaled and shifted to a square of `SIDE` pixels."""

    lab: Colours
    """(SIDE, SIDE, 3) CIELAB, L* in [0, 100]."""
    lesion: Region
    """(SIDE, SIDE) inside the outline."""
    seen: Region
    """(SIDE, SIDE) what lies inside the image and its field of view."""
    clear: Region
    """(SIDE, SIDE) what is seen and not covered by hair."""
    body: Region
    """(SIDE, SIDE) what is clear of the lesion, without the blurred margin; never empty."""
    distance: NDArray[np.float32]
    """(SIDE, SIDE) pixels from the outline: negative in the lesion, positive outside."""
    skin: Colours
    """(3,) CIELAB of the skin beside the lesion."""
    scale: float
    """Frame pixels to a pixel of the image."""
    matrix: NDArray[np.float64]
    """(2, 3) from the image's pixels to the frame's."""

    def places(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """(n, 2) places of the image, in pixels from the corner of its first one, of (n, 2) places of the frame."""
        return np.asarray((points - self.matrix[:, 2]) / self.scale + 0.5, dtype=np.float64)


def lesion_frame(image: NDArray[np.uint8], mask: NDArray[np.bool_]) -> LesionFrame:
    """Cut the lesion out of its image.

    Args:
        image: (H, W, 3) uint8 RGB with square pixels.
        mask: (H, W) the lesion.

    Raises:
        ValueError: the mask is empty or does not fit the image.
    """
    if image.shape[:2] != mask.shape or not mask.any():
        raise ValueError(f"no lesion outline for an image of {image.shape[:2]}: {mask.shape}, {int(mask.sum())} pixels")
    matrix = _matrix(mask)
    scale = float(matrix[0, 0])
    rgb, lesion, inside = _warped(image, mask, matrix)
    # L*a*b* of floats has no rounding steps, which the mirrored differences would see.
    lab: Colours = np.asarray(cv2.cvtColor(cv2.LUT(rgb, _SHARES), cv2.COLOR_RGB2LAB), dtype=np.float32)
    seen = inside & ~_dark_rim(lab[..., 0], inside)
    clear = seen & ~_hair(rgb)
    distance = _signed_distance(lesion)
    body = _body(lesion, clear, distance)
    return LesionFrame(lab, lesion, seen, clear, body, distance, _skin(lab, clear, distance), scale, matrix)


def _signed_distance(lesion: Region) -> NDArray[np.float32]:
    """Found on every second place, which takes a third of the time and tells half a pixel of the frame."""
    size = (SIDE // 2, SIDE // 2)
    share = cv2.resize(lesion.view(np.uint8) * np.uint8(255), size, interpolation=cv2.INTER_AREA)
    _, inside = cv2.threshold(share, 127, 1, cv2.THRESH_BINARY)
    outwards = cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5) - cv2.distanceTransform(inside, cv2.DIST_L2, 5)
    # In pixels of the frame, where the nearest on either side are 1 from the outline; places that are half lesion were
    # counted as lesion.
    scaled = 2 * outwards - np.float32(0.5) * np.sign(outwards) + np.float32(0.4)
    return np.asarray(cv2.resize(scaled, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def _body(lesion: Region, clear: Region, distance: NDArray[np.float32]) -> Region:
    for found in (clear & (distance < -_MARGIN), lesion & clear):
        if found.any():
            return np.asarray(found)
    return lesion


def _matrix(mask: Region) -> NDArray[np.float64]:
    pixels = mask.view(np.uint8)
    moments = cv2.moments(pixels, binaryImage=True)
    centre = np.array([moments["m10"], moments["m01"]]) / moments["m00"]
    contours, _ = cv2.findContours(pixels, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    points = np.concatenate(contours)[:, 0]
    reach = max(float(np.hypot(*(points - centre).T).max()) + 0.5, 1.0)
    scale = RADIUS / reach
    return np.column_stack([scale * np.eye(2), CENTRE - scale * centre])


def _warped(
    image: NDArray[np.uint8], mask: Region, matrix: NDArray[np.float64]
) -> tuple[NDArray[np.uint8], Region, Region]:
    """Image, lesion and what lies inside the image, in the frame; halved first where the frame is much smaller."""
    layers = [image, mask.astype(np.uint8) * np.uint8(255)]
    while matrix[0, 0] <= 0.5 and min(layers[0].shape[:2]) > 1:
        layers = [halved(layer) for layer in layers]
        # A pixel of the half lies in the middle of two.
        matrix = np.column_stack([2 * matrix[:, :2], matrix[:, 2] + 0.5 * matrix[0, 0]])
    rgb, lesion = (cv2.warpAffine(layer, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR) for layer in layers)
    return np.asarray(rgb, dtype=np.uint8), np.asarray(lesion) > 127, _covered(layers[0].shape[:2], matrix)


def halved(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """An (H, W) or (H, W, 3) image at half its size, each pixel the mean of 2 x 2; an odd last row or column is left.

    A fifteenth of the time that OpenCV takes to average for any other size.
    """
    height, width = image.shape[0] // 2, image.shape[1] // 2
    even = image[: 2 * height, : 2 * width]
    return np.asarray(cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _covered(shape: tuple[int, ...], matrix: NDArray[np.float64]) -> Region:
    """(SIDE, SIDE) where the frame shows a place between the pixels of an image of (height, width, ...)."""
    rows, columns = (
        (place >= -_ROUNDING) & (place <= length - 1 + _ROUNDING)
        for length, place in zip(shape, (np.arange(SIDE) - matrix[::-1, 2:]) / matrix[0, 0], strict=False)
    )
    return np.asarray(rows[:, None] & columns[None], dtype=np.bool_)


def _dark_rim(lightness: NDArray[np.float32], inside: Region) -> Region:
    """Black that reaches the border of the image: what lies beyond a dermatoscope's round field of view."""
    black = lightness < _RIM_LIGHTNESS
    if not (black & inside).any():
        return np.zeros(black.shape, dtype=bool)
    dark = (black | ~inside).astype(np.uint8)
    count, found = cv2.connectedComponents(dark, connectivity=4, ltype=cv2.CV_16U)
    labels = np.asarray(found)
    edge = cv2.dilate((~inside).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    edge[0], edge[-1], edge[:, 0], edge[:, -1] = True, True, True, True
    touching = np.zeros(count, dtype=bool)
    touching[labels[edge & (dark > 0)]] = True
    # The centre belongs to the lesion, however dark it is.
    touching[labels[SIDE // 2, SIDE // 2]] = False
    return np.asarray(touching[labels])


def _hair(rgb: NDArray[np.uint8]) -> Region:
    """Thin dark lines, by the closing that fills them (after Lee et al., "DullRazor", 1997)."""
    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    filled = grey
    for kernel in _hair_kernels():
        filled = cv2.max(filled, cv2.morphologyEx(grey, cv2.MORPH_CLOSE, kernel))
    _, thin = cv2.threshold(cv2.subtract(filled, grey), _HAIR_CONTRAST, 1, cv2.THRESH_BINARY)
    return _long(np.asarray(thin, dtype=np.uint8))


@lru_cache(maxsize=1)
def _hair_kernels() -> tuple[NDArray[np.uint8], ...]:
    """Lines in four directions."""
    middle, kernels = _HAIR_KERNEL // 2, []
    for x, y in ((1, 0), (1, 1), (0, 1), (1, -1)):
        kernel = np.zeros((_HAIR_KERNEL, _HAIR_KERNEL), np.uint8)
        ends = [(middle + sign * middle * x, middle + sign * middle * y) for sign in (-1, 1)]
        kernels.append(np.asarray(cv2.line(kernel, ends[0], ends[1], 1), dtype=np.uint8))
    return tuple(kernels)


def _long(thin: NDArray[np.uint8]) -> Region:
    """Only what is long: dots and the meshes of a pigment network are dark and thin too."""
    count, labels, statistics, _ = cv2.connectedComponentsWithStats(thin, connectivity=8, ltype=cv2.CV_16U)
    extent = np.maximum(statistics[:, cv2.CC_STAT_WIDTH], statistics[:, cv2.CC_STAT_HEIGHT])
    slender = statistics[:, cv2.CC_STAT_AREA] < 0.25 * extent**2
    kept = (extent > RADIUS / 2) & slender & (np.arange(count) > 0)
    if not kept.any():
        return np.zeros(thin.shape, dtype=bool)
    hair = kept[np.asarray(labels)].astype(np.uint8)
    return cv2.dilate(hair, np.ones((_HAIR_WIDENING, _HAIR_WIDENING), np.uint8)) > 0


def _skin(lab: Colours, clear: Region, distance: NDArray[np.float32]) -> Colours:
    """Median colour of the ring around the lesion; that of light skin in light of the usual kind where none is seen."""
    every = np.s_[::_SKIN_EVERY, ::_SKIN_EVERY]
    away = distance[every] / RADIUS
    colours = lab[every][clear[every] & (away > _SKIN_RING[0]) & (away < _SKIN_RING[1])]
    if len(colours) < _SKIN_PIXELS:
        return np.array(_TYPICAL_SKIN, dtype=np.float32)
    # A row for each channel: the median of what lies side by side in memory is found in a third of the time.
    channels = np.ascontiguousarray(colours.T)
    return np.median(channels, axis=1).astype(np.float32)
