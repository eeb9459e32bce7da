"""JPEG through libjpeg-turbo, which says where it had to make up what a file lacks; Pillow keeps that silent."""

from typing import Any

import numpy as np
import simplejpeg
from numpy.typing import NDArray
from PIL import Image

from skin_gui.imaging.codecs.jpeg.quantisation import least_changes
from skin_gui.imaging.codecs.jpeg.shift import has_shift
from skin_gui.imaging.codecs.jpeg.structure import (
    Structure,
    hides_damage,
    is_incomplete,
    read_structure,
    with_plain_header,
    without_padding,
)
from skin_gui.imaging.codecs.jpeg.zeroed import has_zeroed_data
from skin_gui.imaging.codecs.partial import load_what_is_there
from skin_gui.imaging.reading import UnreadableError
from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact

_SCALES = (8, 4, 2)
_COLOURS = {"L": "Gray", "RGB": "RGB", "CMYK": "CMYK"}
_SMALLEST = 8  # of images with fewer pixels a side, simplejpeg may choose a scale that was not asked for
_HALVED_RATIO = 1.3  # of height to width, at least, once an image of up to 3 : 1 is halved
_STEPS, _LEAST_UNITS, _PROBES = 1.7, 6, 64  # of halved images; columns of pixels that are looked at
_UNKNOWN_SAMPLING = "Could not determine subsampling"
"""What simplejpeg says of colours that are stored with a number of pixels that it does not know."""
_LOOKED_AT = 448
"""The shorter side at which streams inside other files are looked at, at least, where they have it."""
_LEAST_SHOWN = 0.05
"""Part of the rows that must show anything; libjpeg fills up the others with one colour."""
_MOST_WORK = 10_000_000_000
"""Most pixels times passes; 10 passes are common, and thousands over a few bytes would take hours."""


def decode_jpeg(
    data: bytes, header: Image.Image, minimum_side: int | None = None
) -> tuple[NDArray[np.uint8] | Image.Image, Fact | None]:
    """Decode a JPEG's bytes.

    Args:
        data: all bytes of the stream; what follows its end is not looked at.
        header: the same as Pillow opened it; it is loaded where the pixels come from Pillow.
        minimum_side: lets it be decoded at 1/2, 1/4 or 1/8 of its size, the shorter side never below this many pixels.

    Returns:
        Its pixels as they are stored, (H, W) grey or (H, W, 3) RGB or an image of Pillow's, and what is wrong with
        them: a clause, None for a sound image.

    Raises:
        UnreadableError: too many passes, or coded in a way that libjpeg does not know.
        Exception: whatever Pillow raises where nothing can be shown.
    """
    structure = read_structure(data)
    if not structure.is_known:
        raise UnreadableError(ImageFact.UNKNOWN_KIND())
    passes = len(structure.scans)
    if passes * header.width * header.height > _MOST_WORK:
        raise UnreadableError(ImageFact.TOO_MANY_PASSES(passes=passes))
    try:
        pixels = _sound_pixels(data, header, minimum_side)
    except ValueError as error:
        # Then nobody can say whether it is damaged: Pillow, which decodes it, keeps that silent.
        unknown = _UNKNOWN_SAMPLING in str(error)
        fact = ImageFact.UNKNOWN_KIND() if unknown else ImageFact.DAMAGED()
        return _damaged_pixels(data, header, minimum_side), fact
    if hides_damage(structure):
        return pixels, ImageFact.HIDES_DAMAGE()
    damaged = (
        is_incomplete(structure)
        or has_zeroed_data(data, structure)
        or (isinstance(pixels, np.ndarray) and _looks_damaged(pixels, structure, header.height))
    )
    return pixels, ImageFact.DAMAGED() if damaged else None


def _looks_damaged(pixels: NDArray[np.uint8], structure: Structure, height: int) -> bool:
    changes = least_changes(structure.tables, structure.first_steps)
    return has_halved_width(pixels, structure.unit_height, height) or has_shift(pixels, structure.unit, height, changes)


def has_halved_width(pixels: NDArray[np.uint8], unit_height: int, height: int) -> bool:
    """Whether rows of blocks are the left and right halves of an image in turn.

    A header with half the width and twice the height leaves the codes as sound as they were. But then a row of blocks
    continues the last but one, and where it begins the one before it ends; the last one has nothing to do with it. In
    400 sound images from all sources the step to the next row is at most 0.57 of the step to the next but one, and 1.38
    of that between two rows of pixels; in the same images with such a header at least 2.4 and 2.8.

    Args:
        pixels: (H, W) or (H, W, 3), maybe at a part of their size.
        unit_height: rows of pixels that are coded together, at full size.
        height: of the full size, in pixels.
    """
    values = pixels[..., pixels.shape[2] // 2] if pixels.ndim == 3 else pixels
    if pixels.shape[0] < _HALVED_RATIO * pixels.shape[1]:
        return False
    unit = unit_height * pixels.shape[0] // height
    last = np.arange(unit - 1, pixels.shape[0] - unit - 1, max(unit, 1))
    if unit < 1 or len(last) < _LEAST_UNITS:
        return False
    probes = values[:, :: max(1, values.shape[1] // _PROBES)]
    ending = probes[last].astype(np.int16)
    step, step_by_two = (np.abs(ending - probes[last + further]).mean() for further in (1, unit + 1))
    if step <= _STEPS * (step_by_two + 0.5):
        return False
    within = np.abs(ending - probes[last - 1]).mean() if unit > 1 else step_by_two
    ends, begins = values[last[::2], -1].astype(np.int16), values[last[::2] + unit, 0]
    return bool(step > _STEPS * (within + 0.5) and step > _STEPS * np.abs(ends - begins).mean())


def is_sound_jpeg(
    data: bytes, pixels: NDArray[np.uint8] | None = None, unshifted_by: tuple[int, int] | None = None
) -> bool:
    """Whether a whole stream decodes without a word from libjpeg, and its pixels do not look damaged.

    Args:
        pixels: its own at full size, (H, W) or (H, W, 3) RGB, where they are known: then it is decoded at an eighth of
            its size alone, at which libjpeg says as much.
        unshifted_by: height and width of units with which these have no shift (`may_have_shift`), where that is known.
    """
    structure = read_structure(data)
    try:
        height, width, colours, _ = simplejpeg.decode_jpeg_header(data, strict=False)
        scale = _SCALES[0] if pixels is not None else _scale((width, height), _LOOKED_AT)
        side = (-(-height // scale), -(-width // scale)) if scale > 1 else (0, 0)
        decoded = _strictly(data, "CMYK" if colours in ("CMYK", "YCCK") else colours.replace("YCbCr", "RGB"), side)
    except (ValueError, KeyError):
        return False
    if hides_damage(structure) or is_incomplete(structure) or has_zeroed_data(data, structure):
        return False
    if decoded.shape[2] > 3:
        return True
    if pixels is not None and unshifted_by == structure.unit:
        return not has_halved_width(pixels, structure.unit_height, height)
    shown = pixels if pixels is not None else decoded[..., 0] if colours == "Gray" else decoded
    return not _looks_damaged(shown, structure, height)


def _sound_pixels(data: bytes, header: Image.Image, minimum_side: int | None) -> NDArray[np.uint8] | Image.Image:
    """Raises: ValueError: damaged, or nothing that simplejpeg decodes."""
    colours = _COLOURS[header.mode]
    scale = _scale(header.size, minimum_side)
    side = (-(-header.height // scale), -(-header.width // scale)) if scale > 1 else (0, 0)
    pixels = _strictly(data, colours, side)
    if colours == "CMYK" or max(header.size) < _SMALLEST:
        # Pillow knows whose inks are stored upside down.
        return _by_pillow(header, minimum_side)
    return pixels[..., 0] if colours == "Gray" else pixels


def _scale(size: tuple[int, int], minimum_side: int | None) -> int:
    """As Pillow chooses it in `draft`."""
    if minimum_side is None:
        return 1
    shrink = min(size) // max(1, minimum_side)
    return next((scale for scale in _SCALES if shrink >= scale), 1)


def _strictly(data: bytes, colours: str, side: tuple[int, int]) -> NDArray[np.uint8]:
    """The pixels; a warning that remains once the header is plain is an error.

    Raises:
        ValueError: libjpeg's first warning or error.
    """
    arguments: dict[str, Any] = {"colorspace": colours, "min_height": side[0], "min_width": side[1]}
    try:
        return np.asarray(simplejpeg.decode_jpeg(data, **arguments), np.uint8)
    except ValueError:
        plain = with_plain_header(data)
    try:
        return np.asarray(simplejpeg.decode_jpeg(plain, **arguments), np.uint8)
    except ValueError:
        padded, plain = plain, without_padding(plain, read_structure(plain))
        if plain == padded:
            raise
    return np.asarray(simplejpeg.decode_jpeg(plain, **arguments), np.uint8)


def _by_pillow(header: Image.Image, minimum_side: int | None) -> Image.Image:
    if minimum_side is not None:
        header.draft(header.mode, (max(1, minimum_side), max(1, minimum_side)))
    header.load()
    return header


def _damaged_pixels(data: bytes, header: Image.Image, minimum_side: int | None) -> NDArray[np.uint8] | Image.Image:
    """What can be seen of a damaged image, for the screen."""
    colours = _COLOURS[header.mode]
    if colours != "CMYK":
        try:
            pixels = np.asarray(simplejpeg.decode_jpeg(data, colours, strict=False), np.uint8)
        except ValueError:
            pass
        else:
            if np.ptp(pixels, axis=1).any(axis=1).mean() < _LEAST_SHOWN:
                raise UnreadableError(ImageFact.DAMAGED())
            return pixels[..., 0] if colours == "Gray" else pixels
    if minimum_side is not None:
        header.draft(header.mode, (max(1, minimum_side), max(1, minimum_side)))
    load_what_is_there(header)
    return header
