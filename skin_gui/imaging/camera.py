"""Random changes that another camera, dermatoscope or clinic would make to a picture of the same lesion.

What tells one archive from another is mostly of this kind: the colour of the light, the processing of the camera, the
dark rim of the field of view, hairs, rulers and gel, sharpness and compression. A network that has seen each lesion
under many of them has less use for it. Every function takes and gives a (size, size, 3) RGB image as float32 in
[0, 255]; values outside are cut off at the end.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.float32]
Change = Callable[[Image, np.random.Generator], Image]

_GREY = np.array([0.299, 0.587, 0.114], dtype=np.float32)
_HAIR_TINT = np.array([1.1, 0.95, 0.85], dtype=np.float32)
_HAIR_POINTS = np.linspace(0, 1, 24)[:, None]
_SUBPIXEL = 3  # bits that OpenCV takes for the part of a pixel


@dataclass(frozen=True)
class CameraRanges:
    """How far each change goes, and how often the ones happen that not every picture has."""

    brightness: float = 0.25
    """Gain of all channels, as a part; likewise the next three."""
    contrast: float = 0.25
    saturation: float = 0.35
    white_balance: float = 0.15
    """Gain of each channel: another light."""
    crosstalk: float = 0.04
    """Standard deviation of what each channel takes from the others: another sensor."""
    gamma: float = 0.4
    """Of the logarithm of the exponent."""
    gamma_share: float = 0.5
    hair_share: float = 0.2
    ruler_share: float = 0.1
    bubble_share: float = 0.12
    vignette_share: float = 0.35
    corner_share: float = 0.25
    blur_sigma: float = 1.6
    """In pixels."""
    blur_share: float = 1 / 3
    resolution: tuple[float, float] = (0.4, 0.85)
    """Part of the pixels along a side that are left."""
    resolution_share: float = 0.25
    noise: float = 8.0
    """Greatest standard deviation."""
    noise_share: float = 0.2
    jpeg_quality: tuple[int, int] = (35, 95)
    jpeg_share: float = 0.6


def change_camera(
    image: NDArray[np.uint8], rng: np.random.Generator, ranges: CameraRanges | None = None
) -> NDArray[np.uint8]:
    """The (size, size, 3) uint8 picture as another camera might have taken it; the generator's state decides."""
    ranges = ranges or CameraRanges()
    changed = _change_colours(image.astype(np.float32), rng, ranges)
    sometimes: tuple[tuple[float, Change], ...] = (
        (ranges.gamma_share, lambda x, r: _change_gamma(x, r, ranges.gamma)),
        (ranges.hair_share, _draw_hairs),
        (ranges.ruler_share, _draw_ruler),
        (ranges.bubble_share, _draw_bubbles),
        (ranges.vignette_share, _darken_rim),
        (ranges.corner_share, _blacken_corners),
        (ranges.blur_share, lambda x, r: _blur(x, r, ranges.blur_sigma)),
        (ranges.resolution_share, lambda x, r: _lose_resolution(x, r, ranges.resolution)),
        (ranges.noise_share, lambda x, r: _add_noise(x, r, ranges.noise)),
    )
    for share, change in sometimes:
        if rng.random() < share:
            changed = change(changed, rng)
    result = np.clip(np.rint(changed), 0, 255).astype(np.uint8)
    if rng.random() < ranges.jpeg_share:
        low, high = ranges.jpeg_quality
        result = _reencode(result, int(rng.integers(low, high + 1)))
    return result


def _change_colours(image: Image, rng: np.random.Generator, ranges: CameraRanges) -> Image:
    grey = (image @ _GREY)[..., None]
    coloured = grey + _gain(rng, ranges.saturation) * (image - grey)
    middle = np.float32(grey.mean())
    contrasted = middle + _gain(rng, ranges.contrast) * (coloured - middle)
    channels = 1 + rng.uniform(-ranges.white_balance, ranges.white_balance, size=3)
    mixture = np.eye(3) + rng.normal(0, ranges.crosstalk, size=(3, 3))
    mixture /= mixture.sum(axis=1, keepdims=True)  # grey stays grey
    matrix = mixture @ np.diag(channels * _gain(rng, ranges.brightness))
    return np.asarray(contrasted @ matrix.T.astype(np.float32), dtype=np.float32)


def _gain(rng: np.random.Generator, part: float) -> np.float32:
    return np.float32(1 + rng.uniform(-part, part))


def _change_gamma(image: Image, rng: np.random.Generator, most: float) -> Image:
    exponent = np.float32(np.exp(rng.uniform(-most, most)))
    return np.asarray(255 * (np.clip(image, 0, 255) / 255) ** exponent, dtype=np.float32)


def _draw_hairs(image: Image, rng: np.random.Generator) -> Image:
    """Dark quadratic Bezier curves, a pixel or two wide."""
    size = len(image)
    mask = np.zeros((size, size), np.uint8)
    t = _HAIR_POINTS
    for _ in range(rng.integers(2, 14)):
        start = rng.uniform(-0.1, 1.1, 2) * size
        end = start + rng.normal(0, 0.5, 2) * size
        bend = (start + end) / 2 + rng.normal(0, 0.11, 2) * size
        points = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end
        cv2.polylines(mask, [_fixed(points)], False, 255, int(rng.integers(1, 3)), cv2.LINE_AA, _SUBPIXEL)
    return _paint(image, mask, rng, rng.uniform(15, 90) * _HAIR_TINT)


def _draw_ruler(image: Image, rng: np.random.Generator) -> Image:
    """Marks along one side, every fifth longer."""
    size = len(image)
    mask = np.zeros((size, size), np.uint8)
    gap, inset, length = rng.uniform(5, 18), rng.uniform(2, 30), rng.uniform(6, 22)
    for number, place in enumerate(np.arange(rng.uniform(0, gap), size, gap)):
        end = inset + length * (1.6 if number % 5 == 0 else 1)
        cv2.line(mask, (int(place), int(inset)), (int(place), int(end)), 255, 1, cv2.LINE_AA)
    return _paint(image, np.rot90(mask, int(rng.integers(4))), rng, np.full(3, rng.uniform(0, 60)))


def _draw_bubbles(image: Image, rng: np.random.Generator) -> Image:
    """Bright rings with a highlight each, as bubbles in gel or oil have."""
    size = len(image)
    rows, columns = np.mgrid[:size, :size].astype(np.float32)
    light = np.zeros((size, size), np.float32)
    for _ in range(rng.integers(1, 10)):
        (x, y), radius = rng.uniform(0, size, 2), rng.uniform(2, 14)
        distance = np.hypot(columns - x, rows - y)
        light += rng.uniform(20, 90) * np.exp(-(((distance - radius) / 1.3) ** 2))
        highlight = (columns - x + 0.4 * radius) ** 2 + (rows - y + 0.4 * radius) ** 2
        light += rng.uniform(30, 120) * np.exp(-highlight / (2 * (radius / 4 + 0.5) ** 2))
    return image + light[..., None]


def _darken_rim(image: Image, rng: np.random.Generator) -> Image:
    """Less light away from the middle."""
    depth, power = rng.uniform(0.1, 0.5), rng.uniform(1.5, 4)
    distance = np.minimum(_from_middle(len(image), rng), 1.5)
    return np.asarray(image * (1 - depth * distance**power)[..., None], dtype=np.float32)


def _blacken_corners(image: Image, rng: np.random.Generator) -> Image:
    """The round field of view of a dermatoscope, with a sharp or a soft edge."""
    radius, softness = rng.uniform(0.85, 1.3), rng.uniform(0.005, 0.06)
    beyond = (_from_middle(len(image), rng) - radius) / softness
    outside = (1 / (1 + np.exp(-np.clip(beyond, -30, 30))))[..., None]
    return np.asarray(image * (1 - outside) + outside * rng.uniform(0, 25), dtype=np.float32)


def _from_middle(size: int, rng: np.random.Generator) -> Image:
    """Distance (size, size) from about the middle; 1 is half a side."""
    x, y = size * (0.5 + rng.uniform(-0.09, 0.09, 2))
    rows, columns = np.mgrid[:size, :size].astype(np.float32)
    return np.asarray(np.hypot(columns - x, rows - y) / (size / 2), dtype=np.float32)


def _blur(image: Image, rng: np.random.Generator, most: float) -> Image:
    return np.asarray(cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, max(0.3, most))), dtype=np.float32)


def _lose_resolution(image: Image, rng: np.random.Generator, parts: tuple[float, float]) -> Image:
    size = len(image)
    fewer = max(int(size * rng.uniform(*parts)), 1)
    enlarge = int(rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC]))
    small = cv2.resize(image, (fewer, fewer), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (size, size), interpolation=enlarge), dtype=np.float32)


def _add_noise(image: Image, rng: np.random.Generator, most: float) -> Image:
    return image + rng.normal(0, rng.uniform(1, max(1, most)), image.shape).astype(np.float32)


def _reencode(image: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    # OpenCV takes the channels for BGR, so that the codec weighs red as blue: one more variation, taken back below.
    _, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), dtype=np.uint8)


def _paint(image: Image, mask: NDArray[np.uint8], rng: np.random.Generator, colour: NDArray[np.floating]) -> Image:
    """Lay a colour over the image where the mask is, more or less opaque."""
    cover = (mask.astype(np.float32) / 255 * np.float32(rng.uniform(0.5, 0.95)))[..., None]
    return np.asarray(image * (1 - cover) + cover * colour, dtype=np.float32)


def _fixed(points: NDArray[np.floating]) -> NDArray[np.int32]:
    return np.asarray(np.rint(points * 2**_SUBPIXEL), dtype=np.int32)
