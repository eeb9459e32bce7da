"""Whether the strips or tiles of a TIFF are where and as long as its directory says: decoders read on regardless."""

import itertools
from collections.abc import Mapping
from typing import Any

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_SAMPLES, _ROWS_PER_STRIP, _PLANES, _TILE_WIDTH, _TILE_HEIGHT = 277, 278, 284, 322, 323
_STRIPS, _TILES = (273, 279), (324, 325)  # where each begins, and its bytes
_UNCOMPRESSED, _OLD_JPEG, _SEPARATE, _YCBCR = 1, 6, 2, 6
_TABLES = 347
_RELEVANT = (
    *(_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _SAMPLES, _ROWS_PER_STRIP, _PLANES),
    *(_TILE_WIDTH, _TILE_HEIGHT, _TABLES, *_STRIPS, *_TILES),
)
_HEADER = 8
_PADDING = 3  # bytes by which some writers fill a part up
_PIXEL = 24  # bytes of any number of pixels
_OF_ONE_COLOUR = 20  # so many times shorter, at least, is a part of one colour once it is compressed


def tags_of_parts(tags: Mapping[int, Any]) -> dict[int, Any]:
    """The tags that say how a page is cut into strips or tiles: Pillow takes long to look each of them up."""
    return {tag: tags[tag] for tag in _RELEVANT if tag in tags}


def has_lost_parts(tags: Any, data: bytes) -> bool:
    """Whether a strip or tile is missing, lies elsewhere or has another length than the image's size gives.

    Args:
        tags: of the page, as Pillow reads them.
    """
    size = len(data)
    if tags.get(_COMPRESSION) == _OLD_JPEG:  # its data may lie elsewhere
        return False
    begins, counts = (_numbers(tags.get(tag, ())) for tag in (_TILES if _TILES[0] in tags else _STRIPS))
    lengths = _lengths(tags)
    if len(begins) != len(lengths):
        return True
    if any(begin < _HEADER or begin >= size for begin in begins):
        return True
    if len(begins) == len(counts) == 1 and tags.get(_COMPRESSION, _UNCOMPRESSED) == _UNCOMPRESSED:
        # Of the only part, some writers tell a wrong length; more than that they do not put into the file.
        row = lengths[0] // _rows(tags)
        return lengths[0] + row + _PADDING <= counts[0] <= size - begins[0] and tags.get(_PHOTOMETRIC) != _YCBCR
    if len(counts) != len(begins):
        return bool(counts)
    if any(begin + count > size or not count for begin, count in zip(begins, counts, strict=True)):
        return True
    if _lie_within_each_other(begins, counts, lengths, data):
        return True
    if tags.get(_COMPRESSION, _UNCOMPRESSED) != _UNCOMPRESSED or tags.get(_PHOTOMETRIC) == _YCBCR:
        return False  # compressed, or with colours of fewer pixels
    whole = lengths[0]
    return any(
        not (length <= count <= length + _PADDING or count == whole)
        for count, length in zip(counts, lengths, strict=True)
    )


def _lie_within_each_other(begins: tuple[int, ...], counts: tuple[int, ...], lengths: list[int], data: bytes) -> bool:
    """Whether a part begins within another one; several at one place are sound where they are of one colour."""
    ordered = sorted(zip(begins, counts, lengths, strict=True))
    for (begin, count, length), (following, of_following, _) in itertools.pairwise(ordered):
        if following >= begin + count:
            continue
        if (begin, count) != (following, of_following):
            return True
        part = data[begin : begin + count]
        if count * _OF_ONE_COLOUR > length and part != part[:_PIXEL] * (count // _PIXEL) + part[: count % _PIXEL]:
            return True
    return False


def part_sizes(tags: Any) -> list[tuple[tuple[int, int], ...]]:
    """Width and height that each strip or tile may have, in pixels: the last strip may be filled up to the others'."""
    width, height, rows = int(tags[_WIDTH]), int(tags[_HEIGHT]), _rows(tags)
    planes = int(tags.get(_SAMPLES, 1)) if tags.get(_PLANES) == _SEPARATE else 1
    if _TILES[0] in tags:
        across = int(tags[_TILE_WIDTH])
        return [((across, rows),)] * (-(-width // across) * -(-height // rows) * planes)
    whole, rest = divmod(height, rows)
    sizes: list[tuple[tuple[int, int], ...]] = [((width, rows),)] * whole
    return (sizes + [((width, rest), (width, rows))] * bool(rest)) * planes


def part_bytes(tags: Any) -> list[tuple[int, int]]:
    """The fewest bytes that each strip or tile unfolds to, and the number that it stays below: with a row too many."""
    bits = _bits(tags)
    return [
        (_row(sizes[0][0], bits) * sizes[0][1], _row(sizes[0][0], bits) * (sizes[-1][1] + 1))
        for sizes in part_sizes(tags)
    ]


def coded_parts(tags: Any, data: bytes) -> list[bytes]:
    """The bytes of each strip or tile, as they are in the file."""
    begins, counts = (_numbers(tags.get(tag, ())) for tag in (_TILES if _TILES[0] in tags else _STRIPS))
    return [data[begin : begin + count] for begin, count in zip(begins, counts, strict=False)]


def _numbers(value: Any) -> tuple[int, ...]:
    return value if isinstance(value, tuple) else (value,)


def _bits(tags: Any) -> int:
    """Of a pixel, in one plane."""
    samples = 1 if tags.get(_PLANES) == _SEPARATE else int(tags.get(_SAMPLES, 1))
    return int(max(_numbers(tags.get(_BITS, (1,))))) * samples


def _lengths(tags: Any) -> list[int]:
    """The bytes of each part of an uncompressed image."""
    bits = _bits(tags)
    return [_row(width, bits) * height for (width, height), *_ in part_sizes(tags)]


def _rows(tags: Any) -> int:
    """Of each part but the last."""
    if _TILES[0] in tags:
        return int(tags[_TILE_HEIGHT])
    return min(int(tags.get(_ROWS_PER_STRIP, tags[_HEIGHT])), int(tags[_HEIGHT]))


def _row(width: int, bits: int) -> int:
    return -(-width * bits // 8)
