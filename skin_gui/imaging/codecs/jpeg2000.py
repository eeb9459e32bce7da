"""JPEG 2000 (ISO/IEC 15444-1, annex A) of which tiles are missing: its decoder leaves them empty without a word."""

import struct

_START = b"\xff\x4f\xff\x51"  # of the stream, with the marker of its sizes
_SIZES = 8  # bytes from there to the sizes
_TILE_PART = b"\xff\x90"


def lacks_tiles(data: bytes) -> bool:
    """Whether a tile of a stream, or a part of one, is not there.

    Args:
        data: all bytes of a file, or the stream alone.
    """
    start = data.find(_START)
    if start < 0:
        return False
    width, height, _, _, across, down, tile_left, tile_top = struct.unpack_from(">8L", data, start + _SIZES)
    if not across or not down:
        return True
    tiles = -(-(width - tile_left) // across) * -(-(height - tile_top) // down)
    parts, promised = _parts(data, _first_part(data, start + 2))
    return len(parts) < tiles or any(parts[tile] < count for tile, count in promised.items())


def _first_part(data: bytes, at: int) -> int:
    """Where the segments that begin at a place end, and the first part of a tile begins."""
    while data[at : at + 1] == b"\xff" and data[at : at + 2] != _TILE_PART:
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return at


def _parts(data: bytes, at: int) -> tuple[dict[int, int], dict[int, int]]:
    """How many parts each tile has, and how many it says that it has; from the first one on."""
    parts: dict[int, int] = {}
    promised: dict[int, int] = {}
    while data[at : at + 2] == _TILE_PART and at + 12 <= len(data):
        _, tile, length, _, count = struct.unpack_from(">HHLBB", data, at + 2)
        parts[tile] = parts.get(tile, 0) + 1
        if count:
            promised[tile] = count
        if not length:  # the last one, up to the end
            break
        at += length
    return parts, promised
