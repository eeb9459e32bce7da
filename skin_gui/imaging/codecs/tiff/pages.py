"""Which page of a TIFF is the image, as what comes first may be a thumbnail; and whether JPEGs inside are sound."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import ImagePalette, TiffImagePlugin

from skin_gui.imaging.codecs.jpeg.decoding import is_sound_jpeg
from skin_gui.imaging.codecs.jpeg.shift import may_have_shift
from skin_gui.imaging.codecs.jpeg.structure import frame_size, read_structure
from skin_gui.imaging.codecs.tiff.parts import coded_parts, part_sizes
from skin_gui.imaging.reading import UnreadableError, check_pixel_count
from skin_gui.imaging.signatures import unsupported
from skin_gui.wording.images import FileKind, ImageFact

_TAG_SUBFILE_TYPE, _REDUCED_RESOLUTION = 254, 1
_TAG_OLD_SUBFILE_TYPE, _OLD_REDUCED = 255, 2
_TAG_SUB_PAGES = 330
_TAG_DNG_VERSION = 50706
_TAG_COMPRESSION, _JPEG = 259, 7
_UNCOMPRESSED, _WEBP = 1, 50001
_TAG_JPEG_TABLES = 347
_TAG_PLANES, _SEPARATE = 284, 2
_TAG_PHOTOMETRIC, _YCBCR, _TAG_SUBSAMPLING = 262, 6, 530
_TAG_COEFFICIENTS, _COEFFICIENTS, _ANY_COEFFICIENT = 529, (0.299, 0.587, 0.114), 0.005
_TAG_BLACK_AND_WHITE, _BLACK_AND_WHITE, _ANY_LEVEL = 532, (0, 255), 1.5
"""What makes luminance of colours and of which range it is (TIFF 6.0, sections 20 and 21); Pillow looks at neither."""
_TAG_COLOURS = 320
_TAG_DESCRIPTION, _TAG_SAMPLES = 270, 277
_COLOUR_PAGES = re.compile(
    r"\AImageJ=.*^channels=([2-9]|\d\d)"  # of ImageJ
    r"|<Pixels [^>]*SizeC=[\"']([2-9]|\d\d)"  # of OME
    r'|\A\{"shape": \[[34], \d+, \d+\]',  # of tifffile
    re.M | re.S,
)
_MOST_PAGES = 64
_LARGEST_THUMBNAIL = 512  # its longer side, in pixels
_LARGER = 2  # so many times, at least, the sides of what it is a thumbnail of


def to_full_resolution(image: TiffImagePlugin.TiffImageFile) -> None:
    """Go to the first page that is no thumbnail of another one.

    Raises:
        UnreadableError: a camera's raw file, whose first page is a thumbnail or a mosaic: never classify that. Its
            picture lies in a page of the thumbnail's own, or nowhere; a scanner's or viewer's is a page that follows.
    """
    for page in _pages(image) if image.tag_v2.next else (0,):
        tags = image.tag_v2
        if _TAG_DNG_VERSION in tags or (is_reduced(tags) and _TAG_SUB_PAGES in tags):
            break
        if not is_reduced(tags):
            if page == 0 and max(image.size) <= _LARGEST_THUMBNAIL and tags.next:
                image.seek(_larger_page(image))
            check_pixel_count(*image.size)
            _check_kind(image.tag_v2)
            _correct_palette(image)
            return
    else:
        raise UnreadableError(ImageFact.ONLY_THUMBNAIL())
    raise unsupported(FileKind.CAMERA_RAW)


def _check_kind(tags: TiffImagePlugin.ImageFileDirectory_v2) -> None:
    """Refuse what Pillow's libtiff is not built for, or takes for damaged."""
    compression = tags.get(_TAG_COMPRESSION, _UNCOMPRESSED)
    fewer_colours = tags.get(_TAG_PHOTOMETRIC) == _YCBCR and tags.get(_TAG_SUBSAMPLING, (2, 2)) != (1, 1)
    unread = compression == _WEBP or (fewer_colours and compression == _UNCOMPRESSED)
    if unread or _is_one_colour(tags) or _has_other_luminance(tags):
        raise UnreadableError(ImageFact.UNKNOWN_TIFF())


def _has_other_luminance(tags: TiffImagePlugin.ImageFileDirectory_v2) -> bool:
    """Whether luminance and chrominance are those of video: of other coefficients, or not of the whole range."""
    if tags.get(_TAG_PHOTOMETRIC) != _YCBCR:
        return False
    coefficients = tags.get(_TAG_COEFFICIENTS, _COEFFICIENTS)
    levels = tags.get(_TAG_BLACK_AND_WHITE, _BLACK_AND_WHITE)[:2]
    return any(
        abs(float(value) - usual) > tolerance
        for value, usual, tolerance in (
            *((value, usual, _ANY_COEFFICIENT) for value, usual in zip(coefficients, _COEFFICIENTS, strict=False)),
            *((value, usual, _ANY_LEVEL) for value, usual in zip(levels, _BLACK_AND_WHITE, strict=False)),
        )
    )


def _is_one_colour(tags: TiffImagePlugin.ImageFileDirectory_v2) -> bool:
    """Whether a page is one of several that hold a colour each, as programs for microscopes store them."""
    description = str(tags.get(_TAG_DESCRIPTION, ""))
    return tags.get(_TAG_SAMPLES, 1) == 1 and bool(_COLOUR_PAGES.search(description))


def _correct_palette(image: TiffImagePlugin.TiffImageFile) -> None:
    """Take the colours of a palette for 8-bit ones where all are so small, as libtiff does: the 16 bits were not used.

    Some programs fill the table so; by the upper 8 bits, which Pillow takes, such an image would be black.
    """
    colours = image.tag_v2.get(_TAG_COLOURS, ())
    if image.mode == "P" and colours and max(colours) < 1 << 8:
        image.palette = ImagePalette.raw("RGB;L", bytes(colours))


def _larger_page(image: TiffImagePlugin.TiffImageFile) -> int:
    """The page of which the first is a thumbnail that nobody marked as one: much larger and of the same shape; or 0."""
    width, height = image.size
    for page in _pages(image):
        scale = image.width / width
        if scale >= _LARGER and abs(scale * height - image.height) <= scale:
            return page
    return 0


def _pages(image: TiffImagePlugin.TiffImageFile) -> Iterator[int]:
    """The numbers of the first pages, gone to one by one.

    Raises:
        UnreadableError: one after the first is of a kind that Pillow does not know.
    """
    for page in range(_MOST_PAGES):
        try:
            image.seek(page)
        except EOFError:
            return
        except SyntaxError as error:
            raise UnreadableError(ImageFact.UNKNOWN_TIFF()) from error
        yield page


def is_reduced(tags: TiffImagePlugin.ImageFileDirectory_v2) -> bool:
    """Whether a page is marked as a smaller copy of another one."""
    return bool(tags.get(_TAG_SUBFILE_TYPE, 0) & _REDUCED_RESOLUTION) or tags.get(_TAG_OLD_SUBFILE_TYPE) == _OLD_REDUCED


def has_damaged_jpeg(tags: Mapping[int, Any], data: bytes, pixels: NDArray[np.uint8] | None = None) -> bool:
    """Whether a strip or tile of a page is a damaged JPEG, or one of another size (TIFF Technical Note 2).

    libtiff keeps silent about both.

    Args:
        tags: of the page, as `tags_of_parts` gives them.
        data: all bytes of the file.
        pixels: its (H, W, 3) pixels as they are stored, where they are known: then each part is decoded smaller.
    """
    if tags.get(_TAG_COMPRESSION) != _JPEG:
        return False
    tables = bytes(tags.get(_TAG_JPEG_TABLES, b""))
    parts = coded_parts(tags, data)
    if any(frame_size(part) not in sizes for part, sizes in zip(parts, part_sizes(tags), strict=False)):
        return True
    strips = _strips(pixels, parts) if pixels is not None and tags.get(_TAG_PLANES) != _SEPARATE else {}
    # The tables are a stream of their own: without its end, and the part without its start, they are one.
    streams = [tables[:-2] + part[2:] if tables else part for part in parts]
    unshifted_by = None
    if pixels is not None and 1 < len(strips) == len(parts):
        unit = read_structure(streams[0]).unit
        if len(strips[0]) % unit[0] == 0 and not may_have_shift(pixels, unit):
            unshifted_by = unit
    return not all(is_sound_jpeg(stream, strips.get(number), unshifted_by) for number, stream in enumerate(streams))


def _strips(pixels: NDArray[np.uint8], parts: list[bytes]) -> dict[int, NDArray[np.uint8]]:
    """The pixels of each strip that is as wide as the image and not filled up; by number."""
    found, top = {}, 0
    for number, part in enumerate(parts):
        width, rows = frame_size(part)
        strip = pixels[top : top + rows]
        if strip.shape[:2] == (rows, width):
            found[number] = strip
        top += rows
    return found
