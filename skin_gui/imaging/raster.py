"""All formats but DICOM, through Pillow."""

import io
import logging
import warnings
from collections.abc import Callable
from functools import partial
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray
from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from skin_gui.imaging.codecs import bmp
from skin_gui.imaging.codecs.colour_tags import profile_of
from skin_gui.imaging.codecs.ends import heif_ends_early, webp_ends_early
from skin_gui.imaging.codecs.excess import has_higher_picture, has_wrong_parts, lacks_pixels
from skin_gui.imaging.codecs.exif import exif_or_none, orientation, oriented_size, turned
from skin_gui.imaging.codecs.heif import read_picture
from skin_gui.imaging.codecs.jpeg.decoding import decode_jpeg
from skin_gui.imaging.codecs.jpeg2000 import has_other_channels, lacks_tiles
from skin_gui.imaging.codecs.partial import load_what_is_there
from skin_gui.imaging.codecs.plain import plain_pixels
from skin_gui.imaging.codecs.png import CodedPixels, apply_deep_transparency, has_damaged_pixels, use_tolerant_limits
from skin_gui.imaging.codecs.spelling import usual_spelling
from skin_gui.imaging.codecs.tiff.big import is_unknown_big_tiff
from skin_gui.imaging.codecs.tiff.pages import has_damaged_jpeg, is_reduced, to_full_resolution
from skin_gui.imaging.codecs.tiff.parts import has_lost_parts, tags_of_parts
from skin_gui.imaging.codecs.tiff.samples import decode_samples, first_tags, is_misread
from skin_gui.imaging.codecs.zeroed import has_zeroed_pixels
from skin_gui.imaging.colour import to_rgb
from skin_gui.imaging.decoded import Decoded
from skin_gui.imaging.reading import UnreadableError, check_pixel_count
from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact

_log = logging.getLogger(__name__)

# What Pillow warns about (odd metadata, sizes) is checked here or does not matter to the pixels. One
# filter for the process: warnings.catch_warnings is not safe in threads.
warnings.filterwarnings("ignore", module=r"PIL\.")
use_tolerant_limits()


def _heif_image(stream: BinaryIO) -> ImageFile.ImageFile:
    # libheif and its decoder are loaded where there is such a file.
    from pi_heif import HeifImageFile  # noqa: PLC0415

    return cast("ImageFile.ImageFile", HeifImageFile(stream))


# The readers themselves rather than Image.open: it would guess the format a second time, and refuse
# large images without saying how large they are.
_READERS: dict[str, Callable[[BinaryIO], ImageFile.ImageFile]] = {
    "JPEG": JpegImagePlugin.JpegImageFile,  # of several pictures (MPO) the first
    "PNG": PngImagePlugin.PngImageFile,
    "TIFF": TiffImagePlugin.TiffImageFile,
    "BMP": BmpImagePlugin.BmpImageFile,
    "WebP": WebPImagePlugin.WebPImageFile,
    "GIF": GifImagePlugin.GifImageFile,  # of an animation the first picture, as of the two before it
    "JPEG 2000": Jpeg2KImagePlugin.Jpeg2KImageFile,
    "HEIC": _heif_image,
    "AVIF": AvifImagePlugin.AvifImageFile,
}

_MAGIC = 4  # bytes that tell a BigTIFF
_NOT_KNOWN = "Unsupported"
"""What Pillow's errors begin with where a header is of a kind that it does not know."""

_LIMIT = "Security limit"
"""What libheif's errors name where more is decoded than is to be shown."""

_TAG_PHOTOMETRIC = 262
_WHITE_IS_ZERO = 0

_ROW_AFTER_ROW = ("BMP", "TIFF")
"""Formats that may store pixels as they are."""
_ITEMS = {"HEIC": {b"hvc1", b"grid", b"iden", b"iovl"}, "AVIF": {b"av01", b"grid"}}
"""What the decoders know, of formats whose pictures may be coded and put together in any way."""
_PNG_OF_APPLE = b"CgBI"  # the first chunk of what Xcode makes of a PNG, which no other program reads


def open_raster(name: str, stream: BinaryIO) -> ImageFile.ImageFile:
    """Read the header of a file of the format `name` (a result of `formats.identify`), not its pixels.

    Raises:
        UnreadableError: larger than the limit, a camera's raw file, or of a kind that no decoder here knows.
        Exception: whatever Pillow raises on malformed bytes; the caller holds `reading.image_errors`.
    """
    known = not is_unknown_big_tiff(stream.read(_MAGIC))
    stream.seek(0)
    if known:
        try:
            return _opened(name, stream)
        except SyntaxError:
            stream.seek(0)
    return _opened(name, io.BytesIO(usual_spelling(name, stream.read())))


def _opened(name: str, stream: BinaryIO) -> ImageFile.ImageFile:
    """As `open_raster`, of a file in the usual spelling."""
    if name == "PNG":
        _check_png_header(stream)
    try:
        image = _READERS[name](stream)
    except Exception as error:
        if not str(error).startswith(_NOT_KNOWN) and not (name in _ITEMS and _has_other_items(name, stream)):
            raise
        raise UnreadableError(ImageFact.UNKNOWN_KIND()) from error
    check_pixel_count(*image.size)
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        to_full_resolution(image)
    return image


def _has_other_items(name: str, stream: BinaryIO) -> bool:
    """Whether the picture of a HEIC or AVIF is coded or put together in a way that its decoder does not know."""
    stream.seek(0)
    return not read_picture(stream.read()).types <= _ITEMS[name]


def _check_png_header(stream: BinaryIO) -> None:
    """Pillow reads on to the first pixels; how many a PNG promises stands at its start, even if it is cut off there."""
    header = stream.read(24)
    stream.seek(0)
    if header[12:16] == _PNG_OF_APPLE:
        raise UnreadableError(ImageFact.UNKNOWN_KIND())
    if len(header) == 24 and header[12:16] == b"IHDR":
        check_pixel_count(int.from_bytes(header[16:20]), int.from_bytes(header[20:24]))


def decode_raster(name: str, data: bytes, minimum_side: int | None = None) -> Decoded:
    """Decode the first image of a file's bytes; of a damaged one what there is.

    Args:
        name: its format, a result of `formats.identify`.
        minimum_side: lets a JPEG be decoded at 1/2, 1/4 or 1/8 of its size (its cosine transform gives
            that for less work), the shorter side never below this many pixels.

    Raises:
        UnreadableError: larger than the limit, or a camera's raw file.
        Exception: whatever Pillow raises on bytes of which nothing can be shown; the caller holds
            `reading.image_errors`.
    """
    if is_unknown_big_tiff(data):
        data = usual_spelling(name, data)
    try:
        image = _opened(name, io.BytesIO(data))
    except SyntaxError:
        if (spelled := usual_spelling(name, data)) != data:
            return decode_raster(name, spelled, minimum_side)
        if name != "TIFF":
            raise
        tags = first_tags(data)
        if is_reduced(tags):
            raise UnreadableError(ImageFact.UNKNOWN_TIFF()) from None
        return _decode_tiff_samples(tags, data)
    if isinstance(image, TiffImagePlugin.TiffImageFile) and is_misread(image.tag_v2):
        return _decode_tiff_samples(image.tag_v2, data)
    exif = exif_or_none(image)
    size = oriented_size(image, exif)
    profile = profile_of(name, data, image, exif)
    if name == "JPEG":
        decoded, damage = decode_jpeg(data, image, minimum_side)
        pixels, warnings = to_rgb(decoded, profile)
        return Decoded(np.ascontiguousarray(turned(pixels, orientation(exif))), size, damage, warnings)
    if name in _ROW_AFTER_ROW and (plain := plain_pixels(image, data)) is not None:
        damage = _damage(name, data, image)
        pixels, warnings = to_rgb(plain, profile)
        return Decoded(np.ascontiguousarray(turned(pixels, orientation(exif))), size, damage, warnings)
    coded = CodedPixels(data, image) if name == "PNG" else None
    try:
        damage, stored = load_what_is_there(image), None
        if isinstance(image, TiffImagePlugin.TiffImageFile) and image.mode == "RGB" and orientation(exif) == 1:
            stored = np.array(image)
        damage = damage or _damage(name, data, image, coded, stored)
    except Exception as error:
        picture = read_picture(data) if name in _ITEMS else None
        if picture and (not picture.types <= _ITEMS[name] or (_LIMIT in str(error) and picture.is_cropped)):
            raise UnreadableError(ImageFact.UNKNOWN_KIND()) from error
        raise
    inverted = _is_inverted(image)
    loaded = apply_deep_transparency(data, image) if name == "PNG" else image
    pixels, warnings = to_rgb(loaded if stored is None else stored, profile)
    if name != "TIFF":  # which is turned where it is loaded
        pixels = np.ascontiguousarray(turned(pixels, orientation(exif)))
    return Decoded(255 - pixels if inverted else pixels, size, damage, warnings)


def _damage(
    name: str,
    data: bytes,
    image: Image.Image,
    coded: CodedPixels | None = None,
    pixels: NDArray[np.uint8] | None = None,
) -> Fact | None:
    """Why pixels that Pillow decoded without a word are not those that were saved."""
    if (name == "BMP" and bmp.leaves_out_pixels(data)) or (name in ("GIF", "WebP") and lacks_pixels(name, data)):
        return ImageFact.LEAVES_OUT_PIXELS()
    if (name == "JPEG 2000" and has_other_channels(data)) or (name == "AVIF" and read_picture(data).is_cropped):
        return ImageFact.UNKNOWN_KIND()
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        damaged = _has_damaged_parts(image.tag_v2, data, pixels)
    elif coded:
        damaged = has_damaged_pixels(data, image, coded)
    elif name == "BMP":
        damaged = bmp.contradicts_itself(data)
    elif name == "GIF":
        damaged = has_higher_picture(data)
    else:
        damaged = (
            has_zeroed_pixels(name, data, image.width * image.height)
            or (name == "JPEG 2000" and lacks_tiles(data))
            or (name == "HEIC" and read_picture(data).lacks_tiles)
            or (name == "WebP" and webp_ends_early(data))
            or (name in _ITEMS and heif_ends_early(data, image, partial(_loaded, name)))
        )
    return ImageFact.DAMAGED() if damaged else None


def _loaded(name: str, data: bytes) -> Image.Image:
    image = _READERS[name](io.BytesIO(data))
    image.load()
    return image


def _has_damaged_parts(
    tags: TiffImagePlugin.ImageFileDirectory_v2, data: bytes, pixels: NDArray[np.uint8] | None = None
) -> bool:
    known = tags_of_parts(tags)
    return has_damaged_jpeg(known, data, pixels) or has_lost_parts(known, data) or has_wrong_parts(known, data)


def _is_inverted(image: Image.Image) -> bool:
    """Whether white is stored as 0 in a 16-bit TIFF; Pillow sees to fewer bits itself."""
    return (
        isinstance(image, TiffImagePlugin.TiffImageFile)
        and image.mode.startswith("I;16")
        and image.tag_v2.get(_TAG_PHOTOMETRIC) == _WHITE_IS_ZERO
    )


def _decode_tiff_samples(tags: TiffImagePlugin.ImageFileDirectory_v2, data: bytes) -> Decoded:
    pixels = turned(decode_samples(tags, data), tags.get(ExifTags.Base.Orientation, 1))
    profile = tags.get(ExifTags.Base.InterColorProfile)
    pixels, warnings = to_rgb(pixels, profile if isinstance(profile, bytes) else None)
    damage = ImageFact.DAMAGED() if _has_damaged_parts(tags, data) else None
    return Decoded(np.array(pixels, order="C"), (pixels.shape[1], pixels.shape[0]), damage, warnings)
