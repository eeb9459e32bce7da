"""Coded pixels whose end their decoder never comes to, as it lost its way in them: it draws something and says nothing.

HEIC, AVIF and WebP have no checksum, and their decoders stop once there is a value for each pixel. Where bytes were
changed, lost or put in, the codes that follow are misread; it is a matter of chance to need as many bytes as there are,
and what is left over nobody looks at. So the end is changed, or taken away, and the picture is decoded again: of a
sound file it fails or looks different there, of a damaged one it is the very same picture.
"""

import io
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, WebPImagePlugin

from skin_gui.imaging.codecs.heif import Picture, read_picture

_CHANGED = 16  # bytes at the end; of these the last pixels need some: encoders write up to four more
_LEAST = 256  # coded bytes; of fewer, each stands for many pixels that may look the same
_MOST_PIXELS = 50_000_000  # of more, a second time would take too long
_MOST_OF_HEVC = 4_000_000  # whose decoder takes a second for a photograph of a phone, and half of the damage is noticed
_FLIP = 0x55
_FILLING = b"\0\3"  # what units may be filled up with (ITU-T H.265, 7.3.2.14)

_AV1 = b"av01"
_HEVC_LENGTH, _HEVC_LAST_SLICE = 4, 31  # bytes of a unit's length, and the highest type of those with pixels
_AV1_WITH_PIXELS = (4, 6)  # types of units: a group of tiles, and a frame (AV1, 6.2.2)
_AV1_EXTENDED, _AV1_SIZED = 4, 2  # flags of a unit
_WEBP_FRAME_HEADER = 24  # bytes of the chunk that an animation's picture lies in, and of what precedes it there
_WEBP_CODED = (b"VP8 ", b"VP8L")
_QUARTERS, _OVERLAY = b"irot", b"iovl"  # how a picture is turned, and put together from some that may not lie in it


def webp_pictures(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of the chunks with coded pixels of a WebP, of its frames too."""
    position = 12
    while position + 8 <= len(data):
        kind, length = data[position : position + 4], int.from_bytes(data[position + 4 : position + 8], "little")
        if kind == b"ANMF":
            position += _WEBP_FRAME_HEADER
            continue
        if kind in _WEBP_CODED:
            yield kind, data[position + 8 : position + 8 + length]
        position += 8 + length + length % 2


def webp_ends_early(data: bytes) -> bool:
    """Whether the first picture of a WebP is there without its last bytes."""
    kind, coded = next(webp_pictures(data), (b"", b""))
    if len(coded) < _LEAST:
        return False
    coded = coded[:-_CHANGED]
    chunk = b"WEBP" + kind + len(coded).to_bytes(4, "little") + coded + bytes(len(coded) % 2)
    try:
        image = WebPImagePlugin.WebPImageFile(io.BytesIO(b"RIFF" + len(chunk).to_bytes(4, "little") + chunk))
        if image.width * image.height > _MOST_PIXELS:
            return False
        image.load()
    except Exception:  # Pillow raises nearly everything
        return False
    return True


def heif_ends_early(data: bytes, image: Image.Image, decode: Callable[[bytes], Image.Image]) -> bool:
    """Whether a picture, or a tile of it, of a HEIC or AVIF is the same with other bytes at its end.

    Args:
        image: the picture as it is decoded from `data`.
        decode: does so.
    """
    picture = read_picture(data)
    most = _MOST_PIXELS if picture.codings == {_AV1} else _MOST_OF_HEVC
    if picture.is_sequence or _OVERLAY in picture.types or image.width * image.height > most:
        return False
    changed, parts = bytearray(data), set()
    for part, places in enumerate(picture.places):
        end = _end_of_pixels(data, picture, *places[0]) if len(places) == 1 else 0
        if end:
            parts.add(part)
            changed[end - _CHANGED : end] = bytes(value ^ _FLIP for value in changed[end - _CHANGED : end])
    try:
        other = decode(bytes(changed))
    except Exception:  # what the decoder notices is sound
        return False
    if not parts or other.size != image.size or other.mode != image.mode:
        return False
    differs = np.asarray(image) != np.asarray(other)
    seen = enumerate(_tiles(_turned_back(differs, picture), picture.tile))
    return any(part in parts and not tile.any() for part, tile in seen if tile.size)


def _tiles(differs: NDArray[np.bool_], tile: tuple[int, int]) -> Iterator[NDArray[np.bool_]]:
    """The tiles of a grid; nothing of those that do not lie in the picture as a whole: their end may be cut off."""
    width, height = tile
    if not width or not height:
        yield differs
        return
    for top in range(0, differs.shape[0], height):
        for left in range(0, differs.shape[1], width):
            region = differs[top : top + height, left : left + width]
            yield region if region.shape[:2] == (height, width) else region[:0]


def _turned_back(differs: NDArray[np.bool_], picture: Picture) -> NDArray[np.bool_]:
    for kind, value in reversed(picture.turns):
        mirrored = differs[:, ::-1] if value else differs[::-1]
        differs = np.rot90(differs, -value) if kind == _QUARTERS else mirrored  # anticlockwise
    return differs


def _end_of_pixels(data: bytes, picture: Picture, start: int, length: int) -> int:
    """Where the last coded pixels of a part end; 0 where they are few or that cannot be told."""
    stop = start + length if length else len(data)
    if stop > len(data):
        return 0
    units = _av1_units(data, start, stop) if _AV1 in picture.codings else _hevc_units(data, start, stop)
    begin, end = max(units, default=(0, 0))
    end = begin + len(data[begin:end].rstrip(_FILLING))
    return end if end - begin >= _LEAST else 0


def _hevc_units(data: bytes, at: int, stop: int) -> Iterator[tuple[int, int]]:
    """Start and end of those units of HEVC (ITU-T H.265, 7.3.1) that hold pixels."""
    while at + _HEVC_LENGTH < stop:
        begin = at + _HEVC_LENGTH
        at = begin + int.from_bytes(data[at:begin])
        if data[begin] >> 1 & 63 <= _HEVC_LAST_SLICE:
            yield begin, min(at, stop)


def _av1_units(data: bytes, at: int, stop: int) -> Iterator[tuple[int, int]]:
    """Start and end of those units of AV1 (5.3) that hold pixels."""
    while at < stop:
        header = data[at]
        at += 2 if header & _AV1_EXTENDED else 1
        size, shift = 0, 0
        if header & _AV1_SIZED:
            while at < stop:
                size |= (data[at] & 127) << shift
                at, shift = at + 1, shift + 7
                if data[at - 1] < 128:
                    break
        else:
            size = stop - at
        if header >> 3 & 15 in _AV1_WITH_PIXELS:
            yield at, min(at + size, stop)
        at += size
