"""Headers that promise other pixels than a GIF, WebP or TIFF holds: decoders stop once they have what was promised."""

import io
import struct
import zlib
from typing import Any

from PIL import GifImagePlugin

from skin_gui.imaging.codecs.tiff.parts import coded_parts, part_bytes

_COMPRESSION, _DEFLATE, _PACK_BITS = 259, (8, 32946), 32773
_PHOTOMETRIC, _YCBCR = 262, 6
_GIF_PALETTE, _GIF_COLOURS, _GIF_EXTENSION = 0x80, 7, 0x21  # flags of the screen, and what precedes a picture
_NO_RUN = 128
_GIF_SCREEN = 6  # where its width and height stand
_WEBP_CHUNKS, _WEBP_SCREEN = 12, 24  # where its first chunk begins, and where the screen's sides stand in it


def has_higher_picture(data: bytes) -> bool:
    """Whether the first picture of a GIF, by all bytes of the file, has more rows than it promises.

    A second time it is decoded under a header that promises one row more: of a sound file, that fails.
    """
    try:
        GifImagePlugin.GifImageFile(io.BytesIO(_with_higher_picture(data))).load()
    except Exception:  # Pillow raises nearly everything
        return False
    return True


def has_wrong_parts(tags: Any, data: bytes) -> bool:
    """Whether a strip or tile of a TIFF unfolds to fewer or more rows than promised, or fails its checksum.

    Neither libtiff nor OpenCV tells. Of LZW nothing is known: to count what it unfolds to takes longer than to decode
    it.
    """
    compression = tags.get(_COMPRESSION)
    if compression not in (*_DEFLATE, _PACK_BITS) or tags.get(_PHOTOMETRIC) == _YCBCR:  # maybe with fewer colours
        return False
    size_of = packed_size if compression == _PACK_BITS else _deflated_size
    return any(
        not least <= size_of(part, most) < most
        for part, (least, most) in zip(coded_parts(tags, data), part_bytes(tags), strict=False)
    )


def _deflated_size(packed: bytes, most: int) -> int:
    """Bytes that a zlib stream unfolds to, counted until they reach a limit; 0 where it is damaged."""
    stream = zlib.decompressobj()
    try:
        size = len(stream.decompress(packed, most))
    except zlib.error:
        return 0
    return size if stream.eof or size == most else 0  # only at its end the checksum was looked at


def packed_size(packed: bytes, most: int) -> int:
    """Bytes that runs (TIFF 6.0, section 9; PS3.5, G.3) unfold to, counted until they reach a limit."""
    at, size = 0, 0
    while at < len(packed) and size < most:
        count = packed[at]
        if count < _NO_RUN:  # so many bytes and one, one by one
            size += count + 1
            at += count + 2
        else:
            size += 257 - count if count > _NO_RUN else 0
            at += 2 if count > _NO_RUN else 1
    return size


def lacks_pixels(name: str, data: bytes) -> bool:
    """Whether the first picture of a GIF or an animated WebP, by all bytes of the file, does not cover its screen."""
    if name == "WebP":
        return _first_frame_lacks_pixels(data)
    left, top, width, height = struct.unpack_from("<4H", data, _first_picture(data) + 1)
    screen = struct.unpack_from("<2H", data, _GIF_SCREEN)
    return bool(left or top or width < screen[0] or height < screen[1])


def _first_frame_lacks_pixels(data: bytes) -> bool:
    """Of a WebP; no, where it is not animated."""
    at = _WEBP_CHUNKS
    while at + 8 <= len(data) and data[at : at + 4] != b"ANMF":
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    frame = data[at + 8 : at + 20]
    if len(frame) < 12:
        return False
    left, top, width, height = (int.from_bytes(frame[i : i + 3], "little") for i in range(0, 12, 3))
    screen = [int.from_bytes(data[i : i + 3], "little") for i in (_WEBP_SCREEN, _WEBP_SCREEN + 3)]
    return bool(left or top or width < screen[0] or height < screen[1])  # both are one less than the sides


def _with_higher_picture(data: bytes) -> bytes:
    """A GIF whose screen and first picture have one row more."""
    changed, at = bytearray(data), _first_picture(data) + 7
    (height,) = struct.unpack_from("<H", data, at)
    (screen,) = struct.unpack_from("<H", data, _GIF_SCREEN + 2)
    struct.pack_into("<H", changed, at, height + 1)
    struct.pack_into("<H", changed, _GIF_SCREEN + 2, max(screen, height + 1))
    return bytes(changed)


def _first_picture(data: bytes) -> int:
    """Where the description of a GIF's first picture begins."""
    at = 13 + _palette_size(data[10])
    while data[at] == _GIF_EXTENSION:
        at += 2
        while data[at]:
            at += 1 + data[at]
        at += 1
    return at


def _palette_size(flags: int) -> int:
    return 3 << (flags & _GIF_COLOURS) + 1 if flags & _GIF_PALETTE else 0
