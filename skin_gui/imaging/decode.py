"""From an image file to pixels."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.codecs.luminance import doubt_of_luminance
from skin_gui.imaging.codecs.rows import doubt_of_rows
from skin_gui.imaging.formats import BY_NAME
from skin_gui.imaging.preprocess import DECODE_SIDE
from skin_gui.imaging.raster import decode_raster
from skin_gui.imaging.reading import FILE_LIMIT, PIXEL_LIMIT, UnreadableError, image_errors, read_image_file
from skin_gui.imaging.signatures import HEADER_SIZE, identify
from skin_gui.wording.fact import Fact

_ROW_AFTER_ROW = ("BMP", "TIFF", "DICOM")
"""Formats that store pixels so, without a checksum."""

__all__ = ["FILE_LIMIT", "PIXEL_LIMIT", "LoadedImage", "decode_for_screen", "load_image", "read_image"]


@dataclass(frozen=True)
class LoadedImage:
    """A decoded image and what is known of its file."""

    pixels: NDArray[np.uint8]
    """(H, W, 3) RGB, upright, in sRGB; smaller than the file's image where `minimum_side` allowed it."""
    width: int
    """Of the image in the file, in pixels, upright."""
    height: int
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    format: str
    """The name of one of `formats.FORMATS`."""
    file_bytes: int
    damage: Fact | None = None
    """Why it may be shown but must not be classified; a clause that follows the file's name."""
    warnings: tuple[str, ...] = ()
    """Reasons to doubt a number that is computed from it, as those of a prediction."""


def load_image(path: Path, *, minimum_side: int | None = None, damaged_too: bool = False) -> LoadedImage:
    """Read and decode an image file; of several images or frames the first.

    The format is found by content, the file is read once, and decoding from its bytes works for every
    file name on every platform.

    Args:
        minimum_side: lets large JPEGs decode smaller (and several times faster), the shorter side never
            below this many pixels.
        damaged_too: whether a damaged image is given as far as it can be shown, with `damage` saying what is wrong
            with it. For the screen alone: nothing may be computed from it.

    Raises:
        ImageError: for whatever is wrong with the file; unless asked for, a damaged image is never returned in part.
    """
    return _decoded(path, read_image_file(path), minimum_side, damaged_too)


def decode_for_screen(path: Path, data: bytes) -> tuple[LoadedImage, LoadedImage]:
    """An image as the network reads it, and with every pixel; damaged ones too, as `load_image` gives them.

    Both come of one reading of the file: what is shown is what was classified, though it be written to meanwhile.

    Args:
        path: names the file in errors.

    Raises:
        ImageError: as `load_image`.
    """
    image = _decoded(path, data, DECODE_SIDE, damaged_too=True)
    if image.pixels.shape[:2] == (image.height, image.width):
        return image, image
    return image, _decoded(path, data, None, damaged_too=True)


def _decoded(path: Path, data: bytes, minimum_side: int | None, damaged_too: bool) -> LoadedImage:
    with image_errors(path):
        name = identify(data[:HEADER_SIZE])
        if BY_NAME[name].reader == "dicom":
            # pydicom takes long to load, and most sessions never need it.
            from skin_gui.imaging.dicom import decode_dicom  # noqa: PLC0415

            decoded = decode_dicom(data)
        else:
            decoded = decode_raster(name, data, minimum_side)
        _check(decoded.pixels)
        damage = decoded.damage
        if not damage and name in _ROW_AFTER_ROW:
            damage = doubt_of_rows(decoded.pixels)
        damage = damage or doubt_of_luminance(decoded.pixels)
        if damage and not damaged_too:
            raise UnreadableError(damage)
    digest = hashlib.sha256(data).hexdigest()
    return LoadedImage(decoded.pixels, *decoded.size, digest, name, len(data), damage, decoded.warnings)


def _check(pixels: NDArray[Any]) -> None:
    """The promise of every reader, held here once: whatever follows may rely on it.

    Raises:
        TypeError: a reader gave anything but (H, W, 3) uint8 pixels.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size:
        raise TypeError(f"a reader gave {pixels.dtype} pixels of shape {pixels.shape}")


def read_image(path: Path, *, minimum_side: int | None = DECODE_SIDE) -> NDArray[np.uint8]:
    """The (H, W, 3) uint8 RGB pixels of an image file, for `Classifier.predict`.

    A large JPEG is decoded smaller, as the batch, the window and the training do it: a file has one probability,
    whichever way it is classified. `minimum_side=None` gives every pixel.

    Raises:
        ImageError: as `load_image`; damaged images are refused.
    """
    return load_image(path, minimum_side=minimum_side).pixels
