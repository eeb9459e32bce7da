"""TIFFs whose samples Pillow misreads: planes and byte orders of more than 8 bits, signed numbers, floats.

OpenCV reads them, one page and one plane at a time: each is given to it as a file of its own, whose directory stands
behind the bytes of the whole one.
"""

import io
import struct
from collections.abc import Mapping
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import TiffImagePlugin

from skin_gui.imaging.colour import numbers_to_uint8, scale_to_uint8
from skin_gui.imaging.reading import UnreadableError, check_pixel_count
from skin_gui.wording.images import ImageFact

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER = 256, 257, 258, 259, 262, 266
_SAMPLES, _ROWS_PER_STRIP, _PLANES, _PREDICTOR, _FORMAT = 277, 278, 284, 317, 339
_TILE_WIDTH, _TILE_HEIGHT = 322, 323
_STRIPS, _TILES = (273, 279), (324, 325)  # where each begins, and its bytes
_KEPT = (_WIDTH, _HEIGHT, _COMPRESSION, _FILL_ORDER, _ROWS_PER_STRIP, _PREDICTOR, _TILE_WIDTH, _TILE_HEIGHT)
_SEPARATE = 2
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB = 0, 1, 2
_UNSIGNED, _FLOAT = 1, 3
_COMPRESSIONS = (1, 5, 8, 32946, 32773)
"""None, LZW, deflate by two numbers and runs: for others OpenCV may give zeros without a word."""
_WHOLE_BITS = (1, 2, 4, 8, 16)
_HALF = 16  # bits of floats that OpenCV knows as integers only
_GREY_AND_OPACITY = 2  # samples
_LONG = 4  # the type of a tag's values

# What is wrong with a file is its row's reason; what OpenCV prints of it would stand between the rows.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

Tags = TiffImagePlugin.ImageFileDirectory_v2


def first_tags(data: bytes) -> Tags:
    """The tags of a TIFF's first page.

    Raises:
        Exception: whatever Pillow raises on malformed bytes.
    """
    stream = io.BytesIO(data)
    tags = Tags(stream.read(16 if _is_big(data) else 8))
    stream.seek(tags.next)
    tags.load(stream)
    return tags


def is_misread(tags: Tags) -> bool:
    """Whether Pillow would take the samples of a page for others, or for damaged, without a word."""
    bits = max(tags.get(_BITS, (1,)))
    planes = tags.get(_PLANES) == _SEPARATE and tags.get(_SAMPLES, 1) > 1
    if bits not in _WHOLE_BITS or any(kind != _UNSIGNED for kind in tags.get(_FORMAT, (_UNSIGNED,))):
        return True
    return planes and (bits > 8 or tags.get(_SAMPLES, 1) == 2)


def decode_samples(tags: Tags, data: bytes) -> NDArray[np.uint8]:
    """The (H, W, 3) RGB pixels of a page, an opacity left out.

    Raises:
        UnreadableError: colours or a compression that are not supported, or larger than the limit.
        Exception: whatever Pillow and OpenCV raise on malformed bytes.
    """
    check_pixel_count(int(tags[_WIDTH]), int(tags[_HEIGHT]))
    samples, photometric = int(tags.get(_SAMPLES, 1)), int(tags.get(_PHOTOMETRIC, -1))
    colours = {_RGB: 3, _BLACK_IS_ZERO: 1, _WHITE_IS_ZERO: 1}.get(photometric, 0)
    separate = tags.get(_PLANES) == _SEPARATE
    if tags.get(_COMPRESSION, 1) not in _COMPRESSIONS:
        raise UnreadableError(ImageFact.UNKNOWN_TIFF())
    if not colours or samples < colours or len(set(tags[_BITS])) > 1 or len(set(tags.get(_FORMAT, (1,)))) > 1:
        raise UnreadableError(ImageFact.UNKNOWN_TIFF())
    if colours == 1 and samples > _GREY_AND_OPACITY:  # as much as its first may be red
        raise UnreadableError(ImageFact.UNKNOWN_TIFF())
    if separate and samples > 1:
        values = np.dstack([_read(tags, data, 1, plane, samples) for plane in range(colours)])
    else:
        if samples == 2 and is_misread(tags):  # OpenCV takes such grey and opacity for something else
            raise UnreadableError(ImageFact.UNKNOWN_TIFF())
        values = _read(tags, data, samples)
        if values.ndim == 3:
            values = values[..., colours - 1 :: -1] if colours == 3 else values[..., :1]
    if values.shape[:2] != (tags[_HEIGHT], tags[_WIDTH]):
        raise UnreadableError(ImageFact.UNKNOWN_TIFF())
    pixels = scale_to_uint8(values, 0, 65535) if values.dtype == np.uint16 else numbers_to_uint8(values)
    pixels = np.broadcast_to(np.atleast_3d(pixels), (*pixels.shape[:2], 3))
    return np.array(255 - pixels if photometric == _WHITE_IS_ZERO else pixels, order="C")


def _read(tags: Tags, data: bytes, samples: int, plane: int = 0, planes: int = 1) -> NDArray[Any]:
    """Values of a page, (H, W) or (H, W, samples) with blue first, or of one of its planes.

    Raises:
        UnreadableError: OpenCV does not know the compression or the samples.
    """
    alone = {tag: _numbers(tags[tag]) for tag in _KEPT if tag in tags}
    alone[_BITS] = (tags[_BITS][0],) * samples
    sample_format = tags.get(_FORMAT, (_UNSIGNED,))[0]
    half = sample_format == _FLOAT and tags[_BITS][0] == _HALF
    alone[_FORMAT] = (_UNSIGNED if half else sample_format,) * samples
    alone[_SAMPLES], alone[_PLANES] = (samples,), (1,)
    alone[_PHOTOMETRIC] = (_RGB if samples >= 3 else _BLACK_IS_ZERO,)
    for tag in _TILES if _TILES[0] in tags else _STRIPS:
        each = len(tags[tag]) // planes
        alone[tag] = tuple(tags[tag][plane * each : (plane + 1) * each])
    values = cv2.imdecode(np.frombuffer(_with_directory(data, alone), np.uint8), cv2.IMREAD_UNCHANGED)
    if values is None:
        raise UnreadableError(ImageFact.UNKNOWN_TIFF())
    return values.view(np.float16) if half else values


def _numbers(value: Any) -> tuple[int, ...]:
    return value if isinstance(value, tuple) else (value,)


def _is_big(data: bytes) -> bool:
    return 43 in data[2:4]


def _with_directory(data: bytes, tags: Mapping[int, tuple[int, ...]]) -> bytes:
    """The bytes of a TIFF with one page, of the tags given; the one that it had is not reached any more."""
    order = "<" if data[:2] == b"II" else ">"
    start = len(data) + len(data) % 2
    behind = start + 2 + 12 * len(tags) + 4
    entries, lists = struct.pack(f"{order}H", len(tags)), b""
    for tag, numbers in sorted(tags.items()):
        packed = struct.pack(f"{order}{len(numbers)}L", *numbers)
        entries += struct.pack(f"{order}HHL", tag, _LONG, len(numbers))
        if len(numbers) > 1:
            entries += struct.pack(f"{order}L", behind + len(lists))
            lists += packed
        else:
            entries += packed
    header = data[:2] + struct.pack(f"{order}HL", 42, start)
    return b"".join((header, data[len(header) :], bytes(len(data) % 2), entries, bytes(4), lists))
