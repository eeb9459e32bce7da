"""From whatever a file stores to 8-bit sRGB."""

import io
import logging
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

_log = logging.getLogger(__name__)

_WHITE = (255, 255, 255)


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

    The white level is the first of 1 (floats only), 255 and 65535 that no value exceeds, the common
    conventions; where none fits, or there are negative values, the values' own range is stretched.
    """
    low, high = value_range(values)
    levels = (1.0, 255.0, 65535.0) if values.dtype.kind == "f" else (255.0, 65535.0)
    level = next((level for level in levels if high <= level), None)
    if low < 0 or level is None:
        return scale_to_uint8(values, low, high)
    return scale_to_uint8(values, 0.0, level)


@lru_cache(maxsize=8)
def _srgb_transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The transform from an embedded profile to sRGB; None if it is sRGB itself or cannot be used."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return None
        target = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(source, target, mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
        # A broken profile, or one of another colour space, says nothing: the pixels count as sRGB.
        _log.info("An embedded colour profile is ignored: %s", error)
        return None


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An L, RGB or CMYK image in sRGB, by its ICC profile if it has one that differs."""
    transform = _srgb_transform(profile, image.mode) if profile else None
    if transform is not None:
        converted = ImageCms.applyTransform(image, transform)
        if converted is not None:
            return converted
    return image.convert("RGB")


def profile_of(image: Image.Image) -> bytes | None:
    """The ICC profile that a file embeds."""
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) else None


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
    return image.convert("RGB") if converted is None else converted


def _on_white(image: Image.Image) -> Image.Image:
    """Lay an image with transparency on white, as a viewer or a printed page shows it."""
    rgba = image.convert("RGBA")
    alpha = rgba.getchannel("A")
    rgb = rgba.convert("RGB")
    if alpha.getextrema() == (255, 255):
        return rgb
    page = Image.new("RGB", rgb.size, _WHITE)
    page.paste(rgb, mask=alpha)
    return page


def _grey_to_uint8(image: Image.Image) -> Image.Image:
    """An image of 16 or 32 bits a pixel as 8-bit grey."""
    values = np.asarray(image)
    if image.mode.startswith("I;16"):
        return Image.fromarray(scale_to_uint8(values, 0, 65535))
    return Image.fromarray(numbers_to_uint8(values))


def to_rgb(image: Image.Image | NDArray[np.uint8], profile: bytes | None) -> NDArray[np.uint8]:
    """Any decoded image as (H, W, 3) 8-bit sRGB.

    Args:
        image: of Pillow's, or (H, W) grey or (H, W, 3) RGB pixels, given back as they are if they are sRGB.
        profile: the ICC profile of its colours; None for sRGB.
    """
    if isinstance(image, np.ndarray):
        mode = "L" if image.ndim == 2 else "RGB"
        if mode == "RGB" and (profile is None or _srgb_transform(profile, mode) is None):
            return image
        image = Image.fromarray(image)
    if image.mode == "F" or image.mode.startswith("I"):
        image = _grey_to_uint8(image)
    elif "transparency" in image.info or image.mode in ("LA", "PA", "La", "RGBA", "RGBa"):
        image = _on_white(image)
    elif image.mode == "LAB":
        return np.array(_lab_to_rgb(image))
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    return np.array(to_srgb(image, profile))
