"""What a file says of its colours, in each format's own words, as an ICC profile."""

import logging
import math
from collections.abc import Mapping, Sequence
from typing import Any

from PIL import ExifTags, Image

from skin_gui.imaging.codecs.heif import read_picture
from skin_gui.imaging.codecs.icc import (
    ADOBE_RGB,
    BT2020,
    D65,
    DISPLAY_P3,
    ROMM_RGB,
    SRGB,
    UNUSABLE,
    ColourSpace,
    matrix_profile,
)
from skin_gui.imaging.reading import UnreadableError
from skin_gui.wording.images import ImageFact

_log = logging.getLogger(__name__)

# Code points of ITU-T H.273, tables 2 and 3. What is not listed counts as sRGB.
_PRIMARIES = {1: SRGB, 9: BT2020, 11: DISPLAY_P3, 12: DISPLAY_P3}
_WHITES = {11: (0.314, 0.351)}
_GAMMAS = {4: 2.2, 5: 2.8, 8: 1.0}
_HIGH_DYNAMIC_RANGE = (16, 18)

_RGB_IN_FULL_RANGE = b"\0\1"  # PNG knows no other matrix; what stretches the narrower range of video is not here
_ICC_PART = b"ICC_PROFILE\0"
_NCLX = b"nclx"
_SRGB_GAMMA, _GAMMA_TOLERANCE = 1 / 2.2, 0.005
_EXIF_ADOBE_RGB, _EXIF_UNCALIBRATED = 2, 0xFFFF
_BMP_EMBEDDED = b"DEBM"  # "MBED", the least significant byte first
_TAG_CURVES, _TAG_WHITE, _TAG_PRIMARIES = 301, 318, 319
_GIF_ICC = b"\x21\xff\x0bICCRGBG1012"
_JP2_ICC, _JP2_ROMM = (2, 3), 21
_JP2_DECODED = (16, 17, 18)  # sRGB, greys, and sRGB as luminance and chrominance


def profile_of(name: str, data: bytes, image: Image.Image, exif: Mapping[int, Any]) -> bytes | None:
    """The ICC profile of an image's colours; None where they are sRGB, or nothing is said of them.

    It is `icc.UNUSABLE` where what is said cannot be.

    Args:
        image: as Pillow opened it.
        exif: its EXIF data; empty where there is none.

    Raises:
        UnreadableError: its values are those of a high dynamic range.
    """
    if name == "PNG" and len(codes := _png_chunk(data, b"cICP")) == 4:
        profile = _coded(codes[0], codes[1])
        return UNUSABLE if codes[2:] != _RGB_IN_FULL_RANGE else profile
    embedded = image.info.get("icc_profile")
    if isinstance(embedded, bytes) and embedded:
        return embedded
    if parts := _behind_the_frame(image):
        return parts
    if _lost_profile(name, data, image):
        return UNUSABLE
    try:
        return _named(name, data, image) or _of_exif(exif)
    except UnreadableError:
        raise
    except ValueError:  # primaries or an exponent that no display can have
        return UNUSABLE
    except Exception as error:
        # Damaged EXIF data says nothing: the pixels count as sRGB.
        _log.info("A description of colours is ignored: %s", type(error).__name__)
        return None


def _behind_the_frame(image: Image.Image) -> bytes:
    """The profile of a JPEG whose parts stand behind its frame header: Pillow asks for them too early.

    Empty where there is none, or a part is missing or there twice.
    """
    parts = [
        content[len(_ICC_PART) :]
        for marker, content in getattr(image, "applist", ())
        if marker == "APP2" and content.startswith(_ICC_PART)
    ]
    numbered = sorted(parts)  # each begins with its number, then has the number of all
    if [part[:2] for part in numbered] != [bytes((number + 1, len(parts))) for number in range(len(parts))]:
        return b""
    return b"".join(part[2:] for part in numbered)


def _lost_profile(name: str, data: bytes, image: Image.Image) -> bool:
    """Whether a file has a profile of which Pillow could make nothing: a part is missing, or it does not unfold."""
    if name == "PNG":
        return bool(_png_chunk(data, b"iCCP"))
    parts = getattr(image, "applist", ())  # of a JPEG
    return any(marker == "APP2" and content.startswith(_ICC_PART) for marker, content in parts)


def _named(name: str, data: bytes, image: Image.Image) -> bytes | None:
    if name == "PNG":
        return _of_png(image.info)
    if name in ("HEIC", "AVIF"):
        coded = [content for content in read_picture(data).colours if content.startswith(_NCLX) and len(content) > 8]
        return _coded(coded[0][5], coded[0][7]) if coded else None
    if name == "BMP":
        return _of_bmp(data)
    if name == "JPEG 2000":
        return _of_jp2(data)
    if name == "GIF":
        return _of_gif(data)
    return None


def _coded(primaries: int, transfer: int) -> bytes | None:
    """The profile of code points of ITU-T H.273."""
    if transfer in _HIGH_DYNAMIC_RANGE:
        raise UnreadableError(ImageFact.HIGH_DYNAMIC_RANGE())
    space = _PRIMARIES.get(primaries, SRGB)
    white = _WHITES.get(primaries, space.white)
    space = ColourSpace(space.red, space.green, space.blue, white, _GAMMAS.get(transfer))
    return None if space == SRGB else matrix_profile(space)


def _png_chunk(data: bytes, kind: bytes) -> bytes:
    """The content of a chunk before the pixels; empty where there is none."""
    position = 8
    while position + 12 <= len(data):
        length, found = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        if found == kind:
            return data[position + 8 : position + 8 + length]
        if found == b"IDAT":
            break
        position += 12 + length
    return b""


def _of_png(info: Mapping[Any, Any]) -> bytes | None:
    """By the chunks sRGB, gAMA and cHRM (PNG, 11.3.2); the first of them overrides the others."""
    if "srgb" in info or not ("gamma" in info or "chromaticity" in info):
        return None
    stored = float(info.get("gamma", _SRGB_GAMMA))
    # The usual 1/2.2 stands for the curve of sRGB, which had no chunk of its own at first.
    gamma = None if abs(stored - _SRGB_GAMMA) <= _GAMMA_TOLERANCE else 1 / (stored or math.inf)
    points = [float(value) for value in info.get("chromaticity", ())]
    if len(points) == 8:
        white, red, green, blue = zip(points[::2], points[1::2], strict=True)
    else:
        white, red, green, blue = D65, SRGB.red, SRGB.green, SRGB.blue
    return matrix_profile(ColourSpace(red, green, blue, white, gamma))


def _of_exif(exif: Mapping[int, Any]) -> bytes | None:
    """Adobe RGB as cameras tell it (DCF 2.0), or a white and primaries as TIFF tells them."""
    if not exif:
        return None
    details = exif.get_ifd(ExifTags.IFD.Exif) if isinstance(exif, Image.Exif) else {}
    space = details.get(ExifTags.Base.ColorSpace)
    interoperability = exif.get_ifd(ExifTags.IFD.Interop) if isinstance(exif, Image.Exif) else {}
    index = str(interoperability.get(1, "")).strip("\0 ")
    if space == _EXIF_ADOBE_RGB or (space in (None, _EXIF_UNCALIBRATED) and index == "R03"):
        return matrix_profile(ADOBE_RGB)
    if _TAG_PRIMARIES in exif or _TAG_CURVES in exif:
        ends = map(float, exif.get(_TAG_PRIMARIES, (*SRGB.red, *SRGB.green, *SRGB.blue)))
        red_x, red_y, green_x, green_y, blue_x, blue_y = ends
        white = tuple(map(float, exif.get(_TAG_WHITE, D65)))
        curve = _one_curve(exif.get(_TAG_CURVES, ()))
        points = (red_x, red_y), (green_x, green_y), (blue_x, blue_y), (white[0], white[1])
        return matrix_profile(ColourSpace(*points, curve=curve))
    return None


def _one_curve(values: Sequence[int]) -> tuple[int, ...]:
    """The curve of a TIFF's transfer function (TIFF 6.0, section 20), which has one for all colours or for each.

    Raises:
        ValueError: the colours have different ones.
    """
    third = len(values) // 3
    if len(values) % 3 or not third:
        return tuple(values)
    if len({tuple(values[start : start + third]) for start in (0, third, 2 * third)}) > 1:
        raise ValueError("a curve for each colour")
    return tuple(values[:third])


def _of_bmp(data: bytes) -> bytes | None:
    """By a header of version 4 or 5 (BITMAPV5HEADER)."""
    size = int.from_bytes(data[14:18], "little")
    header = data[14 : 14 + size]
    if size < 108:
        return None
    if header[56:60] == _BMP_EMBEDDED and size >= 124:
        start, length = (int.from_bytes(header[at : at + 4], "little") for at in (112, 116))
        return data[14 + start : 14 + start + length] or None
    if header[56:60] != bytes(4):
        return None
    ends = [int.from_bytes(header[at : at + 4], "little") / 2**30 for at in range(60, 96, 4)]
    gammas = [int.from_bytes(header[at : at + 4], "little") / 2**16 for at in range(96, 108, 4)]
    if not all(gammas) or not all(sum(ends[i : i + 3]) for i in (0, 3, 6)):
        return None  # left empty, as many programs do
    columns = [ends[i : i + 3] for i in (0, 3, 6)]
    white = [sum(values) for values in zip(*columns, strict=True)]
    red, green, blue, of_white = ((x / (x + y + z), y / (x + y + z)) for x, y, z in (*columns, white))
    return matrix_profile(ColourSpace(red, green, blue, of_white, sum(gammas) / 3))


def _of_gif(data: bytes) -> bytes | None:
    """By the application block of a profile (ICC.1, B.5), in pieces of up to 255 bytes."""
    position, profile = data.find(_GIF_ICC) + len(_GIF_ICC), b""
    if position < len(_GIF_ICC):
        return None
    while size := data[position]:
        profile += data[position + 1 : position + 1 + size]
        position += 1 + size
    return profile or None


def _of_jp2(data: bytes) -> bytes | None:
    """By the box of a JP2 file that specifies its colours (ISO/IEC 15444-1, I.5.3.3)."""
    box = data.find(b"colr", 0, max(data.find(b"jp2c"), 0))
    if box < 4:
        return None
    content = data[box + 4 : box - 4 + int.from_bytes(data[box - 4 : box])]
    if content and content[0] in _JP2_ICC:
        return content[3:]
    if len(content) < 7:
        return None
    space = int.from_bytes(content[3:7])
    if space == _JP2_ROMM:
        return matrix_profile(ROMM_RGB)
    if space not in _JP2_DECODED:
        raise UnreadableError(ImageFact.UNKNOWN_KIND())
    return None
