"""HEIC and AVIF (ISO/IEC 23008-12): what the boxes say of the picture to be shown, and of no other in the file."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_COLOURS, _APERTURE, _SIDES, _HEVC = b"colr", b"clap", b"ispe", b"hvcC"
_TURNS, _LAYERS, _SEQUENCES = (b"irot", b"imir"), (b"a1op", b"lsel"), (b"avis", b"msf1")
_TYPE_VERSIONS = {2: 2, 3: 4}  # of the box that tells an item's type, and bytes of the item's number in it
_LENGTH_SIZE = 21  # where in the configuration of HEVC (ISO/IEC 14496-15, 8.3.2) stands how long lengths are


@dataclass
class Picture:
    """The primary item of a file, with the items that it is put together from."""

    colours: list[bytes] = field(default_factory=list)
    """Contents of the boxes that tell its colours."""
    is_cropped: bool = False
    """Whether a part of it is to be shown only: more is left out than the row and column that make its sides even."""
    lacks_tiles: bool = False
    """Whether a coded part of it is empty or ends too soon, or goes on behind its end."""
    types: frozenset[bytes] = frozenset()
    """How the items are coded or put together; of malformed bytes none."""
    coded: bytes = b""
    """The coded pixels."""
    codings: frozenset[bytes] = frozenset()
    """The types of the coded parts."""
    places: tuple[tuple[tuple[int, int], ...], ...] = ()
    """Start and length of the pieces of each coded part, in the order in which a grid has them."""
    tile: tuple[int, int] = (0, 0)
    """Width and height of the parts of a grid; 0 where it is none."""
    turns: tuple[tuple[bytes, int], ...] = ()
    """How it is turned and mirrored to be shown: kinds of boxes (ISO/IEC 23008-12, 6.5.10, 6.5.12) and their values."""
    is_sequence: bool = False
    """Whether there are several pictures in time or in layers, and another may be shown."""


def read_picture(data: bytes) -> Picture:
    """What is known of the primary item; of malformed bytes nothing, as the decoder refuses them."""
    try:
        return _Reader(data).picture()
    except (struct.error, KeyError, IndexError, ValueError):
        return Picture()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        meta = dict(_boxes(data, 0, len(data)))[b"meta"]
        self.meta = dict(_boxes(data, meta[0] + 4, meta[1]))

    def picture(self) -> Picture:
        version, at = self._versioned(b"pitm")
        primary = self._number(at, 4 if version else 2)
        properties = self._properties()
        parts = self._references().get(primary, [primary])
        own = properties.get(primary, [])
        tiles = own if parts == [primary] else properties.get(parts[0], [])
        places, types = self._places(), self._types()
        return Picture(
            colours=[content for kind, content in own if kind == _COLOURS]
            or [content for kind, content in tiles if kind == _COLOURS],
            is_cropped=_is_cropped(dict(own)),
            lacks_tiles=any(
                item in places and not self._is_whole(places[item], properties.get(item, [])) for item in parts
            ),
            types=frozenset(types[item] for item in (primary, *parts) if item in types),
            coded=b"".join(self._content(places.get(item, [])) for item in parts),
            codings=frozenset(types[item] for item in parts if item in types),
            places=tuple(tuple(places.get(item, [])) for item in parts),
            tile=_sides(dict(tiles)) if parts != [primary] else (0, 0),
            turns=tuple((kind, content[0] & 3) for kind, content in own if kind in _TURNS and content),
            is_sequence=any(brand in _SEQUENCES for brand in self._brands()) or any(kind in _LAYERS for kind, _ in own),
        )

    def _brands(self) -> list[bytes]:
        start, end = dict(_boxes(self.data, 0, len(self.data))).get(b"ftyp", (0, 0))
        return [self.data[at : at + 4] for at in range(start, end, 4)]

    def _number(self, at: int, size: int) -> int:
        if at + size > len(self.data):
            raise ValueError("beyond the end")
        return int.from_bytes(self.data[at : at + size])

    def _versioned(self, kind: bytes) -> tuple[int, int]:
        """The version of a box, and where its content begins behind version and flags."""
        start, _ = self.meta[kind]
        return self.data[start], start + 4

    def _properties(self) -> dict[int, list[tuple[bytes, bytes]]]:
        """Kind and content of the properties of each item."""
        holders = dict(_boxes(self.data, *self.meta[b"iprp"]))
        known = [(kind, self.data[start:end]) for kind, (start, end) in _boxes(self.data, *holders[b"ipco"])]
        start, _ = holders[b"ipma"]
        version, wide = self.data[start], self.data[start + 3] & 1
        found: dict[int, list[tuple[bytes, bytes]]] = {}
        at = start + 8
        for _ in range(self._number(start + 4, 4)):
            size = 4 if version else 2
            item, count = self._number(at, size), self._number(at + size, 1)
            at += size + 1
            for _ in range(count):
                index = self._number(at, 1 + wide) & (0x7FFF if wide else 0x7F)
                at += 1 + wide
                if index:
                    found.setdefault(item, []).append(known[index - 1])
        return found

    def _references(self) -> dict[int, list[int]]:
        """Of each derived item those that it is made of."""
        if b"iref" not in self.meta:
            return {}
        version, at = self._versioned(b"iref")
        size = 4 if version else 2
        found = {}
        for kind, (start, _) in _boxes(self.data, at, self.meta[b"iref"][1]):
            if kind == b"dimg":
                count = self._number(start + size, 2)
                begin = start + size + 2
                found[self._number(start, size)] = [self._number(begin + size * i, size) for i in range(count)]
        return found

    def _types(self) -> dict[int, bytes]:
        """The type of each item."""
        if b"iinf" not in self.meta:
            return {}
        version, at = self._versioned(b"iinf")
        found = {}
        for kind, (start, _) in _boxes(self.data, at + (4 if version else 2), self.meta[b"iinf"][1]):
            size = _TYPE_VERSIONS.get(self.data[start])
            if kind == b"infe" and size:
                at = start + 4 + size + 2  # behind the number that tells how it is protected
                found[self._number(start + 4, size)] = self.data[at : at + 4]
        return found

    def _places(self) -> dict[int, list[tuple[int, int]]]:
        """Start and length of the pieces of each item that lies in the file itself."""
        version, at = self._versioned(b"iloc")
        sizes = self._number(at, 2)
        offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
        wide = 4 if version == 2 else 2
        count = self._number(at + 2, wide)
        at += 2 + wide
        found = {}
        for _ in range(count):
            item, at = self._number(at, wide), at + wide
            method = 0
            if version:
                method, at = self._number(at, 2) & 15, at + 2
            start, at = self._number(at + 2, base), at + 2 + base
            pieces, at = self._number(at, 2), at + 2
            places = []
            for _ in range(pieces):
                at += index if version else 0
                places.append((start + self._number(at, offset), self._number(at + offset, length)))
                at += offset + length
            if not method:
                found[item] = places
        return found

    def _content(self, places: list[tuple[int, int]]) -> bytes:
        return b"".join(self.data[start : start + length if length else None] for start, length in places)

    def _is_whole(self, places: list[tuple[int, int]], properties: list[tuple[bytes, bytes]]) -> bool:
        """Whether there is anything; and of HEVC, whether its units, each behind its length, end with the item."""
        coded = self._content(places)
        configuration = next((content for kind, content in properties if kind == _HEVC), None)
        if configuration is None:
            return bool(coded)
        size = (configuration[_LENGTH_SIZE] & 3) + 1
        at = 0
        while at + size <= len(coded):
            at += size + int.from_bytes(coded[at : at + size])
        return at == len(coded) > 0


def _is_cropped(properties: dict[bytes, bytes]) -> bool:
    """Whether the clean aperture (ISO/IEC 14496-12, 12.1.4.3) is smaller than the picture by more than a pixel."""
    if _APERTURE not in properties or _SIDES not in properties:
        return False
    width, of_width, height, of_height = struct.unpack_from(">4L", properties[_APERTURE])
    sides = struct.unpack_from(">2L", properties[_SIDES], 4)
    return bool(sides[0] - width / (of_width or 1) > 1 or sides[1] - height / (of_height or 1) > 1)


def _sides(properties: dict[bytes, bytes]) -> tuple[int, int]:
    """Width and height, in pixels; 0 where they are not told."""
    width, height = struct.unpack_from(">2L", properties.get(_SIDES, bytes(12)), 4)
    return int(width), int(height)


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Kind, start and end of the content of each box (ISO/IEC 14496-12, 4.2)."""
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, at)
        header = 8
        if size == 1:
            (size,), header = struct.unpack_from(">Q", data, at + 8), 16
        stop = at + size if size else end
        if size and size < header:
            raise ValueError("a box shorter than its header")
        yield kind, (at + header, min(stop, end))
        at = stop
