"""From whatever a file stores to 8-bit sRGB."""

import io
import logging
from functools import lru_cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from skin_gui.vocabulary import ImageWarning

_log = logging.getLogger(__name__)

_WHITE = (255, 255, 255)
_RGB_SPACE = b"RGB "

_USES_ALL_BITS = 1 << 24

_SAME_LEVELS = 2
"""Levels of 255 by which a profile's colours may differ from sRGB and still count as it: profiles of sRGB round so."""


def scale_to_uint8(values: NDArray[Any], low: float, high: float) -> NDArray[np.uint8]:
    """Map [low, high] linearly to [0, 255]; what lies outside is clipped, NaN becomes 0. Any shape."""
    if not high > low:
        return np.zeros(values.shape, np.uint8)
    precision = np.float32 if values.dtype.itemsize <= 2 else np.float64
    scaled = np.nan_to_num(values.astype(precision), nan=low, posinf=high, neginf=low)
    scaled -= low
    scaled *= 255 / (high - low)
    np.clip(np.rint(scaled, out=scaled), 0, 255, out=scaled)
    return np.asarray(scaled, dtype=np.uint8)


def value_range(values: NDArray[Any]) -> tuple[float, float]:
    """The smallest and largest finite value; (0, 0) where there is none."""
    finite = values[np.isfinite(values)] if values.dtype.kind == "f" else values
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def numbers_to_uint8(values: NDArray[Any]) -> NDArray[np.uint8]:
    """Scale samples of a type that does not say which value is white (floats, 32-bit and signed integers).

    Any shape. The white level is the first of 1 (floats only), 255 and 65535 that no value exceeds, the common
    conventions, or the largest number of unsigned ones of 32 bits that use the upper of them; where none fits, or there
    are negative values, the values' own range is stretched.
    """
    low, high = value_range(values)
    levels = (1.0, 255.0, 65535.0) if values.dtype.kind == "f" else (255.0, 65535.0)
    level = next((level for level in levels if high <= level), None)
    if level is None and values.dtype == np.uint32 and high >= _USES_ALL_BITS:
        level = float(np.iinfo(np.uint32).max)
    if low < 0 or level is None:
        return scale_to_uint8(values, low, high)
    return scale_to_uint8(values, 0.0, level)


def _probe(mode: str) -> Image.Image:
    """Colours that show how a transform differs from none: a grid of them, and all greys."""
    greys = np.arange(256, dtype=np.uint8)
    if mode == "L":
        return Image.fromarray(greys[None])
    steps = np.linspace(0, 255, 9).round().astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)
    return Image.fromarray(np.concatenate([grid, np.stack([greys] * 3, axis=-1)])[None])


def _changes(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Whether a transform makes other colours: names of profiles say little, their primaries and curves everything."""
    if mode == "CMYK":
        return True
    probe = _probe(mode)
    converted = np.asarray(ImageCms.applyTransform(probe, transform), np.int16)
    return bool(np.abs(converted - np.asarray(probe.convert("RGB"), np.int16)).max() > _SAME_LEVELS)


@lru_cache(maxsize=8)
def _srgb_transform(profile: bytes | None, mode: str) -> tuple[ImageCms.ImageCmsTransform | None, tuple[str, ...]]:
    """The transform from a profile to sRGB, None if it changes nothing or cannot be used; and the warnings of that."""
    if not profile:
        return None, ()
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        transform = ImageCms.buildTransform(source, target, mode, "RGB")
        return transform if _changes(transform, mode) else None, ()
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        # A broken profile, or one of another colour space, says nothing: the pixels count as sRGB, with a warning.
        _log.info("A colour profile is ignored: %s", type(error).__name__)
        return None, (ImageWarning.BROKEN_PROFILE,)


def to_srgb(image: Image.Image, profile: bytes | None) -> tuple[Image.Image, tuple[str, ...]]:
    """An L, RGB or CMYK image in sRGB, by its ICC profile if it has one that differs; and the warnings of that."""
    if profile and image.mode == "L" and profile[16:20] == _RGB_SPACE:
        image = image.convert("RGB")
    transform, warnings = _srgb_transform(profile, image.mode)
    if image.mode == "CMYK" and not profile:  # nobody knows what its inks look like
        warnings = (ImageWarning.BROKEN_PROFILE,)
    if transform is not None:
        converted = ImageCms.applyTransform(image, transform)
        if converted is not None:
            return converted, warnings
    return image if image.mode == "RGB" else image.convert("RGB"), warnings


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
    return image.convert("RGB") if converted is None else converted


def _without_alpha(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """The colours of an image, and how opaque each pixel is; None where all are, or the channel was left empty."""
    if image.mode in ("RGBa", "La"):
        image = image.convert("RGBA" if image.mode == "RGBa" else "LA")
    rgba = image.convert("RGBA")
    alpha = rgba.getchannel("A")
    colours = image.convert("L") if image.mode in ("L", "LA") else rgba.convert("RGB")
    # An image that nothing is to be seen of is no image: who writes 0 everywhere, or a mask of 0 and 1, means no
    # transparency.
    least, most = cast("tuple[int, int]", alpha.getextrema())
    return colours, None if least == 255 or most <= 1 else alpha


def _on_white(image: Image.Image, alpha: Image.Image) -> Image.Image:
    """Lay an RGB image with transparency on white, as a viewer or a printed page shows it."""
    page = Image.new("RGB", image.size, _WHITE)
    page.paste(image, mask=alpha)
    return page


def _grey_to_uint8(image: Image.Image) -> Image.Image:
    """An image of 16 or 32 bits a pixel as 8-bit grey."""
    values = np.asarray(image)
    if image.mode.startswith("I;16"):
        return Image.fromarray(scale_to_uint8(values, 0, 65535))
    return Image.fromarray(numbers_to_uint8(values))


def to_rgb(image: Image.Image | NDArray[np.uint8], profile: bytes | None) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Any decoded image as (H, W, 3) 8-bit sRGB, and the warnings of its colours.

    Args:
        image: of Pillow's, or (H, W) grey or (H, W, 3) RGB pixels, given back as they are if they are sRGB.
    """
    if isinstance(image, np.ndarray):
        mode = "L" if image.ndim == 2 else "RGB"
        transform, warnings = _srgb_transform(profile, mode)
        if mode == "RGB" and transform is None:
            return image, warnings
        image = Image.fromarray(image)
    alpha = None
    if image.mode == "F" or image.mode.startswith("I"):
        image = _grey_to_uint8(image)
    elif "transparency" in image.info or image.mode in ("LA", "PA", "La", "RGBA", "RGBa"):
        image, alpha = _without_alpha(image)
    elif image.mode == "LAB":
        return np.array(_lab_to_rgb(image)), ()
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    image, warnings = to_srgb(image, profile)
    return np.array(image if alpha is None else _on_white(image, alpha)), warnings
