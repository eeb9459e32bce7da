"""BigTIFFs whose most significant byte comes first: Pillow takes their header for that of a short one.

A BigTIFF differs from a TIFF in the width of counts and offsets alone, and no file here is so large that it needs them.
"""

import struct
from collections.abc import Iterator

_MOST_PAGES = 64
_HEADER, _FIRST_DIRECTORY = b"MM\0+", 8
_ENTRY = 20  # tag (2 bytes), type (2), count (8), and the values or where they are (8)
_TYPE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_LONGS = {16: 4, 17: 9, 18: 4}  # types of 8 bytes (BigTIFF design), and those of 4 that stand for the same
_DIRECTORIES_WITHIN = (34665, 34853, 40965)  # EXIF data, whose entries would have to be rewritten too


def is_unknown_big_tiff(data: bytes) -> bool:
    """Whether a file is a BigTIFF of the kind that Pillow does not know."""
    return data.startswith(_HEADER)


def to_classic(data: bytes) -> bytes:
    """A TIFF of the same pages, whose directories stand behind the bytes of the whole file.

    Raises:
        struct.error: directories or values lie outside of the file, or are no numbers of 32 bits.
        ValueError: values lie within each other.
    """
    whole = bytearray(data + bytes(len(data) % 2))
    whole[2:4] = b"\0*"
    link = 4  # where the place of the next directory is to be written
    for directory in _directories(data):
        start = len(whole)
        whole[link : link + 4] = struct.pack(">L", start)
        head = start + 2 + 12 * len(directory)
        entries, lists = b"", b""
        for tag, kind, count, values in directory:
            inline = values.ljust(4, b"\0")
            if len(values) > 4:
                inline = struct.pack(">L", head + 4 + len(lists))
                lists += values + bytes(len(values) % 2)
            entries += struct.pack(">HHL", tag, kind, count) + inline
        whole += struct.pack(">H", len(directory)) + entries + bytes(4) + lists
        link = head
    return bytes(whole)


def _directories(data: bytes) -> Iterator[list[tuple[int, int, int, bytes]]]:
    """Tag, type, number and bytes of the values of each entry, of each page."""
    (position,) = struct.unpack_from(">Q", data, _FIRST_DIRECTORY)
    for _ in range(_MOST_PAGES):
        if not position:
            return
        (count,) = struct.unpack_from(">Q", data, position)
        end = position + 8 + _ENTRY * count
        (following,) = struct.unpack_from(">Q", data, end)
        entries, size = [], 0
        for at in range(position + 8, end, _ENTRY):
            entry = _entry(data, at)
            size += len(entry[3])
            if size > len(data):  # of values that lie within each other, a small file could have any number
                raise ValueError("values lie within each other")
            if entry[0] not in _DIRECTORIES_WITHIN:
                entries.append(entry)
        yield entries
        position = following


def _entry(data: bytes, at: int) -> tuple[int, int, int, bytes]:
    tag, kind, count = struct.unpack_from(">HHQ", data, at)
    size = count * _TYPE_BYTES.get(kind, 1)
    start = at + 12 if size <= 8 else struct.unpack_from(">Q", data, at + 12)[0]
    values = data[start : start + size]
    if len(values) < size:
        raise struct.error("values lie outside of the file")
    if kind in _LONGS:
        kind, values = _LONGS[kind], struct.pack(f">{count}L", *struct.unpack(f">{count}Q", values))
    return tag, kind, count, values
