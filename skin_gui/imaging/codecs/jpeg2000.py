"""JPEG 2000 (ISO/IEC 15444-1): missing tiles, and channels in another order, of which its decoder says nothing."""

import struct

_START = b"\xff\x4f\xff\x51"  # of the stream, with the marker of its sizes
_SIZES = 8  # bytes from there to the sizes
_TILE_PART = b"\xff\x90"
_STREAM_BOX, _COLOUR, _BY_PALETTE = b"jp2c", 0, 1


def has_other_channels(data: bytes) -> bool:
    """Whether the boxes of a JP2 file (I.5.3.5 and I.5.3.6) give colours to its components in another order than RGB.

    Pillow looks at neither.
    """
    head = data[: max(data.find(_STREAM_BOX), 0)]
    definitions = _entries(head, b"cdef", 2, ">HHH")
    if any(kind == _COLOUR and colour != channel + 1 for channel, kind, colour in definitions):
        return True
    columns = _entries(head, b"cmap", 0, ">HBB")
    return any(entry != (0, _BY_PALETTE, column) for column, entry in enumerate(columns))


def _entries(head: bytes, kind: bytes, start: int, layout: str) -> list[tuple[int, ...]]:
    """The numbers of each entry of a box; none where there is no such box."""
    at = head.find(kind)
    if at < 4:
        return []
    content = head[at + 4 + start : at - 4 + int.from_bytes(head[at - 4 : at])]
    return list(
        struct.iter_unpack(layout, content[: len(content) // struct.calcsize(layout) * struct.calcsize(layout)])
    )


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
