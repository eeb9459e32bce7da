"""Whether the strips or tiles of a TIFF are where and as long as its directory says: decoders read on regardless."""

from typing import Any

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_SAMPLES, _ROWS_PER_STRIP, _PLANES, _TILE_WIDTH, _TILE_HEIGHT = 277, 278, 284, 322, 323
_STRIPS, _TILES = (273, 279), (324, 325)  # where each begins, and its bytes
_UNCOMPRESSED, _OLD_JPEG, _SEPARATE, _YCBCR = 1, 6, 2, 6
_HEADER = 8
_PADDING = 3  # bytes by which some writers fill a part up


def has_lost_parts(tags: Any, size: int) -> bool:
    """Whether a strip or tile is missing, lies outside of the file or has another length than the image's size gives.

    Args:
        tags: of the page, as Pillow reads them.
        size: of the file, in bytes.
    """
    if tags.get(_COMPRESSION) == _OLD_JPEG:  # its data may lie elsewhere
        return False
    begins, counts = (_numbers(tags.get(tag, ())) for tag in (_TILES if _TILES[0] in tags else _STRIPS))
    lengths = _lengths(tags)
    if len(begins) != len(lengths):
        return True
    if any(begin < _HEADER or begin >= size for begin in begins):
        return True
    if len(begins) == 1 and tags.get(_COMPRESSION, _UNCOMPRESSED) == _UNCOMPRESSED:
        return False  # of the only part, some writers tell a wrong length
    if len(counts) != len(begins):
        return bool(counts)
    if any(begin + count > size or not count for begin, count in zip(begins, counts, strict=True)):
        return True
    if tags.get(_COMPRESSION, _UNCOMPRESSED) != _UNCOMPRESSED or tags.get(_PHOTOMETRIC) == _YCBCR:
        return False  # compressed, or with colours of fewer pixels
    whole = lengths[0]
    return any(
        not (length <= count <= length + _PADDING or count == whole)
        for count, length in zip(counts, lengths, strict=True)
    )


def _numbers(value: Any) -> tuple[int, ...]:
    return value if isinstance(value, tuple) else (value,)


def _lengths(tags: Any) -> list[int]:
    """The bytes of each part of an uncompressed image."""
    width, height, samples = int(tags[_WIDTH]), int(tags[_HEIGHT]), int(tags.get(_SAMPLES, 1))
    separate = tags.get(_PLANES) == _SEPARATE
    planes, bits = (samples, 1) if separate else (1, samples)
    bits *= max(_numbers(tags.get(_BITS, (1,))))
    if _TILES[0] in tags:
        across, down = int(tags[_TILE_WIDTH]), int(tags[_TILE_HEIGHT])
        return [_row(across, bits) * down] * (-(-width // across) * -(-height // down) * planes)
    rows = min(int(tags.get(_ROWS_PER_STRIP, height)), height)
    whole, rest = divmod(height, rows)
    return ([_row(width, bits) * rows] * whole + [_row(width, bits) * rest] * bool(rest)) * planes


def _row(width: int, bits: int) -> int:
    return -(-width * bits // 8)
