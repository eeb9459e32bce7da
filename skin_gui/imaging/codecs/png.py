"""PNG through Pillow, with limits on what stands beside the pixels that cost no sound image.

Pillow refuses a file whose texts or colour profile unfold to more than a MiB: XMP that an editor wrote, or the profile
of a printer. The pixels need no text, so what is too long is passed over; a profile they do need.
"""

import io
import zlib
from collections.abc import Callable, Iterator
from itertools import dropwhile, takewhile
from typing import Any, BinaryIO

import cv2
import numpy as np
from PIL import Image, ImageFile, PngImagePlugin

from skin_gui.imaging.colour import scale_to_uint8
from skin_gui.imaging.reading import UnreadableError
from skin_gui.wording.images import ImageFact

_UNFOLDED_LIMIT = 16 << 20
"""Most bytes that one text or colour profile may unfold to."""

_LAST_PIECES, _PIECE = (
    1 << 15,
    1 << 9,
)  # bytes of the coded pixels, and in how large pieces the last of them are decoded

_ANCILLARY = 0x20  # the bit that makes a letter a small one (PNG, 5.4)
_OF_PIXELS = (b"cICP", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"tRNS")  # these tell what the colours are

# Where a file says how its pixels are stored (PNG, 11.2.1).
_DEPTH, _COLOUR_TYPE, _INTERLACED = 24, 25, 28
_PALETTE = 3
_SAMPLES = {2: 3, 4: 2, 6: 4}  # a pixel, by colour type; else 1
_ONE_PASS = ((0, 0, 1, 1),)
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row, and steps to the next ones (PNG, 8.2)."""


class _TolerantStream(PngImagePlugin.PngStream):
    """Reads the chunks of a PNG; the methods are named after them."""

    def chunk_tEXt(self, pos: int, length: int) -> bytes:  # noqa: N802
        return self._or_passed_over(super().chunk_tEXt, pos, length)

    def chunk_zTXt(self, pos: int, length: int) -> bytes:  # noqa: N802
        return self._or_passed_over(super().chunk_zTXt, pos, length)

    def chunk_iTXt(self, pos: int, length: int) -> bytes:  # noqa: N802
        return self._or_passed_over(super().chunk_iTXt, pos, length)

    def chunk_iCCP(self, pos: int, length: int) -> bytes:  # noqa: N802
        try:
            return super().chunk_iCCP(pos, length)
        except ValueError as error:
            raise UnreadableError(ImageFact.LARGE_PROFILE(limit=_UNFOLDED_LIMIT >> 20)) from error

    def crc(self, cid: bytes, data: bytes) -> None:
        """Believe a chunk only with a checksum that fits; one that has nothing to do with the pixels may lack it."""
        if cid[0] & _ANCILLARY and cid not in _OF_PIXELS:
            self.crc_skip(cid, data)
        else:
            super().crc(cid, data)

    def _or_passed_over(self, read: Callable[[int, int], bytes], pos: int, length: int) -> bytes:
        try:
            return read(pos, length)
        except ValueError:  # longer than is unfolded, or than all texts together may be
            return self._bytes(pos, length)

    def _bytes(self, pos: int, length: int) -> bytes:
        file: Any = self.fp
        file.seek(pos)
        return ImageFile._safe_read(file, length)  # the checksum of the chunk is checked against them


def use_tolerant_limits() -> None:
    """Let Pillow read PNGs in this way, in the whole process: its reader takes the stream from its own module."""
    PngImagePlugin.MAX_TEXT_CHUNK = _UNFOLDED_LIMIT
    PngImagePlugin.PngStream = _TolerantStream  # type: ignore[misc]


class CodedPixels:
    """How much of its coded pixels an image has been decoded from: the rest holds rows of which the header is silent.

    Pillow decodes what it reads in pieces, and stops once the rows that the header promises are there. It is given the
    content of many chunks at once: most encoders write small ones, and to read each by itself takes half as long as to
    decode it.
    """

    def __init__(self, data: bytes, image: Image.Image) -> None:
        """Args: all bytes of a file, and the image as Pillow opened and has not loaded it."""
        self.chunks = list(_chunks(data))
        """Kind, start and end of the content of each."""
        self.left = sum(end - start for kind, start, end in self.chunks if kind == b"IDAT")
        """Bytes that were not read."""
        # Those that another chunk parts from the first ones are not read: no decoder reads them.
        coded = takewhile(_is_coded, dropwhile(lambda chunk: not _is_coded(chunk), self.chunks))
        places = [(start, end) for _, start, end in coded]
        self._coded = io.BytesIO(b"".join(data[start:end] for start, end in places))
        self._file: BinaryIO = image.fp  # type: ignore[attr-defined]
        # Once the pixels are there, Pillow passes over the rest of the first chunk, all of it, and looks at each of the
        # following ones: from here, at those behind the pixels.
        self._behind = places[-1][1] - (places[0][1] - places[0][0]) if places else 0
        image.load_read = self._load_read  # type: ignore[attr-defined]

    def _load_read(self, size: int) -> bytes:
        # The last pieces are small, so that hardly a row could hide in the last of them.
        piece = self._coded.read(min(size, max(self.left - _LAST_PIECES, _PIECE)))
        self._file.seek(self._behind)
        self.left -= len(piece)
        return piece


def has_damaged_pixels(data: bytes, image: Image.Image, coded: CodedPixels) -> bool:
    """Whether a chunk of pixels fails its checksum (PNG, 5.3), or the end, rows or colours are missing or too many."""
    ended = False
    for kind, start, end in coded.chunks:
        if kind == b"IEND":
            ended = True
        elif kind == b"IDAT" and zlib.crc32(memoryview(data)[start - 4 : end]) != int.from_bytes(data[end : end + 4]):
            return True
    if not ended or _lacks_colours(data, image) or _lacks_rows(data, image):
        return True
    # Some encoders write a little more than the rows.
    return coded.left > 0 and _unfolded(data, most := _rows_size(data, image) + _row_size(data, image.width)) == most


def _is_coded(chunk: tuple[bytes, int, int]) -> bool:
    return chunk[0] == b"IDAT"


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of the content of each chunk up to the end of the image."""
    position, kind = 8, b""
    while position + 12 <= len(data) and kind != b"IEND":
        length, kind = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        yield kind, position + 8, position + 8 + length
        position += 12 + length


def _lacks_colours(data: bytes, image: Image.Image) -> bool:
    """Whether pixels have colours that the palette does not hold."""
    if data[_COLOUR_TYPE] != _PALETTE or image.mode != "P":
        return False
    entries = next(((end - start) // 3 for kind, start, end in _chunks(data) if kind == b"PLTE"), 0)
    return int(np.asarray(image).max()) >= entries


def _lacks_rows(data: bytes, image: Image.Image) -> bool:
    """Whether the coded pixels end before the last row, which then stays as empty as Pillow made it."""
    width, height = image.size
    last = height - 1 - height % 2 if data[_INTERLACED] else height - 1  # the last pass has every other row
    if last >= 0 and image.crop((0, last, width, last + 1)).tobytes().strip(b"\0"):
        return False
    return _unfolded(data, size := _rows_size(data, image)) < size


def _row_size(data: bytes, width: int) -> int:
    """Bytes of a row with the kind of its filter."""
    return 1 + -(-width * data[_DEPTH] * _SAMPLES.get(data[_COLOUR_TYPE], 1) // 8)


def _rows_size(data: bytes, image: Image.Image) -> int:
    """Bytes of all rows, of all passes."""
    width, height = image.size
    return sum(
        -(-(height - top) // down) * _row_size(data, -(-(width - left) // across))
        for left, top, across, down in (_PASSES if data[_INTERLACED] else _ONE_PASS)
        if width > left and height > top
    )


def _unfolded(data: bytes, limit: int) -> int:
    """Bytes that the coded pixels unfold to, counted up to a limit."""
    stream, unfolded = zlib.decompressobj(), 0
    for kind, start, end in _chunks(data):
        if kind == b"IDAT":
            unfolded += len(stream.decompress(data[start:end], max(0, limit - unfolded)) if limit > unfolded else b"")
            while stream.unconsumed_tail and unfolded < limit:
                unfolded += len(stream.decompress(stream.unconsumed_tail, limit - unfolded))
    return unfolded


def apply_deep_transparency(data: bytes, image: Image.Image) -> Image.Image:
    """An image whose one transparent colour has 16 bits a sample, which Pillow compares with 8 bits, with its opacity.

    Returns:
        The same image where it has no such colour.
    """
    if "transparency" not in image.info or data[_DEPTH] != 16:
        return image
    transparent = image.info.pop("transparency")
    if image.mode == "RGB":
        values = np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED), np.uint16)
        image.putalpha(Image.fromarray((values[..., 3] >> 8).astype(np.uint8)))
        return image
    values = np.asarray(image)
    opacity = np.where(values == transparent, 0, 255).astype(np.uint8)
    grey = Image.merge("LA", [Image.fromarray(scale_to_uint8(values, 0, 65535)), Image.fromarray(opacity)])
    grey.info = image.info
    return grey
