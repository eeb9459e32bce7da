"""EXIF data, and how an image is to be turned by it."""

import logging
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO, cast

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageFile, PngImagePlugin, TiffImagePlugin

_log = logging.getLogger(__name__)

_WITH_OWN_ORIENTATION = ("JPEG", "MPO", "PNG", "WEBP")
"""Formats, as Pillow names them, in which nothing but EXIF data tells how an image is to be turned."""
_EXIF_PREFIX = b"Exif\0\0"
_SHORT, _LONG = 3, 4  # types of numbers

_PNG_CHUNK_HEADER = 8
_PNG_CHECKSUM = 4
_PNG_METADATA = (b"eXIf", b"tEXt", b"zTXt", b"iTXt")
_PNG_EXIF_SOURCES = ("exif", "Raw profile type exif", "xmp", "XML:com.adobe.xmp")


def read_exif(image: Image.Image) -> Image.Exif:
    """The EXIF data of an image, no pixel of which is decoded. Raises whatever Pillow raises on malformed bytes."""
    # Pillow decodes a PNG whole to get at what may stand behind its pixels.
    if isinstance(image, PngImagePlugin.PngImageFile) and image.tile and "exif" not in image.info:
        image.info.update(_behind_the_pixels(image))
        return Image.Image.getexif(image)
    return image.getexif()


def _behind_the_pixels(image: PngImagePlugin.PngImageFile) -> dict[str | tuple[int, int], Any]:
    """What Pillow finds EXIF data in, of an unloaded PNG's chunks that follow its pixels."""
    file = cast("BinaryIO", image.fp)
    reader = PngImagePlugin.PngStream(file)
    position = image.tile[0].offset - _PNG_CHUNK_HEADER
    while True:
        file.seek(position)
        header = file.read(_PNG_CHUNK_HEADER)
        length, kind = int.from_bytes(header[:4]), header[4:]
        if len(header) < _PNG_CHUNK_HEADER or kind == b"IEND":
            return {key: value for key, value in reader.im_info.items() if key in _PNG_EXIF_SOURCES}
        if kind in _PNG_METADATA:
            reader.call(kind, file.tell(), length)
        position += _PNG_CHUNK_HEADER + length + _PNG_CHECKSUM


def exif_or_none(image: Image.Image) -> Mapping[int, Any]:
    """The EXIF data of an image; empty where it is absent or damaged."""
    if isinstance(image, TiffImagePlugin.TiffImageFile) and ExifTags.IFD.Exif not in image.tag_v2:
        return image.tag_v2  # there is no more; Pillow would read it again
    try:
        exif = read_exif(image)
    except Exception as error:
        _log.info("Damaged EXIF data is ignored: %s", type(error).__name__)
        return Image.Exif()
    if image.format in _WITH_OWN_ORIENTATION and ExifTags.Base.Orientation not in exif:
        found = _orientation_of(image.info.get("exif"))
        if found:
            exif[ExifTags.Base.Orientation] = found
    return exif


def _orientation_of(content: Any) -> int:
    """The orientation in EXIF data of which Pillow makes nothing: it stops at the first entry that is damaged; or 0."""
    if not isinstance(content, bytes):
        return 0
    content = content.removeprefix(_EXIF_PREFIX)
    order = "<" if content[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(f"{order}L", content, 4)
        (count,) = struct.unpack_from(f"{order}H", content, start)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind, numbers = struct.unpack_from(f"{order}HHL", content, at)
            if tag == ExifTags.Base.Orientation and numbers == 1 and kind in (_SHORT, _LONG):
                (value,) = struct.unpack_from(f"{order}{'H' if kind == _SHORT else 'L'}", content, at + 8)
                return int(value)
    except struct.error:
        pass
    return 0


def orientation(exif: Mapping[int, Any]) -> int:
    """The orientation that EXIF data tells, 1 to 8; 1 where it is absent or damaged."""
    try:
        value = exif.get(ExifTags.Base.Orientation, 1)
    except Exception as error:
        _log.info("Damaged EXIF data is ignored: %s", type(error).__name__)
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def oriented_size(image: ImageFile.ImageFile, exif: Mapping[int, Any]) -> tuple[int, int]:
    """Width and height in pixels as the image is meant to be seen, from its header and its EXIF data."""
    width, height = image.size
    # Pillow swaps a TIFF's size by itself.
    swaps = not isinstance(image, TiffImagePlugin.TiffImageFile) and orientation(exif) >= 5
    return (height, width) if swaps else (width, height)


def turned(pixels: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """Pixels as an EXIF orientation means them to be seen."""
    if orientation in (2, 4, 5, 7):  # mirrored, and then turned as the one that follows
        pixels = pixels[:, ::-1]
    quarters = {3: 2, 4: 2, 5: 1, 6: 3, 7: 3, 8: 1}.get(orientation, 0)  # anticlockwise
    return np.rot90(pixels, quarters)
