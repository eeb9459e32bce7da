"""PNG through Pillow, with limits on what stands beside the pixels that cost no sound image.

Pillow refuses a file whose texts or colour profile unfold to more than a MiB: XMP that an editor wrote, or the profile
of a printer. The pixels need no text, so what is too long is passed over; a profile they do need.
"""

import zlib
from collections.abc import Callable
from typing import Any

from PIL import ImageFile, PngImagePlugin

from skin_gui.imaging.reading import UnreadableError

_UNFOLDED_LIMIT = 16 << 20
"""Most bytes that one text or colour profile may unfold to."""


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
            limit = f"{_UNFOLDED_LIMIT >> 20} MiB"
            raise UnreadableError(f"has a colour profile of more than {limit}, the limit; export it as sRGB") from error

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


def has_damaged_pixels(data: bytes) -> bool:
    """Whether a chunk of pixels fails its checksum (PNG, 5.3) or the end is missing; Pillow looks at neither."""
    position, view = 8, memoryview(data)
    while position + 12 <= len(data):
        length, kind = int.from_bytes(view[position : position + 4]), bytes(view[position + 4 : position + 8])
        end = position + 8 + length
        if kind == b"IEND":
            return False
        if kind == b"IDAT" and zlib.crc32(view[position + 4 : end]) != int.from_bytes(view[end : end + 4]):
            return True
        position = end + 4
    return True
