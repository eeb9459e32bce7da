"""The markers of a JPEG stream (ITU-T T.81, annex B), and what they tell of damage that no decoder reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from skin_gui.imaging.codecs.jpeg.quantisation import steps_of

_SOI, _EOI, _SOS, _DQT, _DHT, _DRI, _DNL = 0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD, 0xDC
_APP0, _APP14 = 0xE0, 0xEE
_ADOBE_TRANSFORM = 11  # where in its segment it stands
_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD9)))
_JPEG_LS_FRAME = 0xF7  # ITU-T T.87, C.2.2
_FRAMES = frozenset(range(0xC0, 0xD0)) - {_DHT, 0xC8, 0xCC}
_SEQUENTIAL, _PROGRESSIVE = (0xC0, 0xC1, 0xC9), (0xC2, 0xCA)
_ARITHMETIC = (0xC9, 0xCA)
_NEEDED = frozenset((_DQT, _DHT, _DRI, _APP0, _APP14)) | _FRAMES

# A marker within coded data is an FF followed by neither a stuffed 0, nor a restart marker, nor a further FF.
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_BITS = 8
_LAST_COEFFICIENT = 63
_ZEROS = bytes(16)
_STANDARD_TABLES = {(0, 0): 0, (0, 1): 0, (1, 0): 1, (1, 1): 0}  # first symbols of T.81, K.3 to K.6


@dataclass(frozen=True)
class Segment:
    """A marker with what belongs to it."""

    marker: int
    start: int
    """Of its parameters, behind the length."""
    end: int


@dataclass(frozen=True)
class Scan:
    """One pass over the image."""

    components: dict[int, tuple[int, int]]
    """The tables (DC, AC) of each component."""
    band: tuple[int, int]
    """First and last coefficient."""
    low_bit: int
    """The lowest bit of the coefficients that is known after it."""
    start: int
    """Of its coded data."""
    end: int
    first_symbols: dict[tuple[int, int], int]
    """What code the bit 0, as often as it is needed, stands for, by class (0 DC, 1 AC) and number of the table."""


@dataclass
class Structure:
    """A whole stream, its scans in order."""

    frame: int = 0
    """The marker that tells how it is coded."""
    components: tuple[int, ...] = ()
    unit_height: int = 8
    """Rows of pixels that are coded together."""
    unit_width: int = 8
    """Columns of them."""
    scans: list[Scan] = field(default_factory=list)
    bits: int = 8
    """Of a sample."""
    tables: tuple[int, ...] = ()
    """The number of each component's quantisation table."""
    first_steps: dict[int, int] = field(default_factory=dict)
    """What the coefficient that tells a block's mean is a multiple of, by number of the table."""
    has_zero_steps: bool = False
    """Whether a quantisation table has a 0, which T.81, B.2.4.1 excludes: what it stands for is lost."""

    @property
    def unit(self) -> tuple[int, int]:
        """Height and width of the pixels that are coded together."""
        return self.unit_height, self.unit_width

    @property
    def is_known(self) -> bool:
        """Whether libjpeg knows how it is coded: nothing lossless (JPEG-LS neither), hierarchical or of 12 bits."""
        return not self.frame or (self.frame in (*_SEQUENTIAL, *_PROGRESSIVE) and self.bits == _BITS)


def segments(data: bytes, position: int = 0) -> Iterator[Segment]:
    """The segments from a position to the next scan's, passing over stray bytes as libjpeg does."""
    while (position := data.find(b"\xff", position)) >= 0:
        while data[position : position + 1] == b"\xff":
            position += 1
        if position >= len(data):
            return
        marker = data[position]
        position += 1
        if marker == 0 or marker in _WITHOUT_LENGTH:
            continue
        if marker == _EOI:
            return
        length = int.from_bytes(data[position : position + 2])
        yield Segment(marker, position + 2, min(position + length, len(data)))
        if marker == _SOS:
            return
        position += max(length, 2)


def read_structure(data: bytes) -> Structure:
    """All scans of a stream; as far as it can be followed where it is damaged."""
    found = Structure()
    first_symbols = dict(_STANDARD_TABLES)
    position = 0
    while True:
        scan = None
        for segment in segments(data, position):
            content = data[segment.start : segment.end]
            if segment.marker in _FRAMES or segment.marker == _JPEG_LS_FRAME:
                found.frame, found.components = segment.marker, tuple(content[6::3])
                found.bits, factors = (content[0] if content else 0), content[7::3]
                found.tables = tuple(content[8::3])
                if len(factors) > 1:
                    found.unit_height = 8 * max(factor & 15 for factor in factors)
                    found.unit_width = 8 * max(factor >> 4 for factor in factors)
            elif segment.marker == _DQT:
                for number, steps in steps_of(content):
                    found.has_zero_steps = found.has_zero_steps or 0 in steps
                    found.first_steps[number] = steps[0] if steps else 0
            elif segment.marker == _DHT:
                first_symbols.update(_first_symbols(content))
            elif segment.marker == _SOS:
                scan = _scan(data, segment, dict(first_symbols))
        if scan is None:
            return found
        if found.frame in _SEQUENTIAL and len(scan.components) == len(found.components):
            # The one scan of most images: to look for its end alone is far faster.
            found.scans.append(replace(scan, end=_end_of_image(data, scan.start)))
            return found
        position = _end_of_coded(data, scan.start)
        found.scans.append(replace(scan, end=position))


def _first_symbols(tables: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    """Of each Huffman table the symbol of its first code, which is all zeros (T.81, annex C)."""
    while len(tables) > 17:
        yield (tables[0] >> 4, tables[0] & 15), tables[17]
        tables = tables[17 + sum(tables[1:17]) :]


def _scan(data: bytes, header: Segment, first_symbols: dict[tuple[int, int], int]) -> Scan | None:
    """A scan by its header, its end not yet known; None where the header is broken."""
    content = data[header.start : header.end]
    count = content[0] if content else 0
    if len(content) < 4 + 2 * count:
        return None
    tables = {content[1 + 2 * i]: (content[2 + 2 * i] >> 4, content[2 + 2 * i] & 15) for i in range(count)}
    first, last, bits = content[1 + 2 * count : 4 + 2 * count]
    return Scan(tables, (first, last), bits & 15, header.end, header.end, first_symbols)


def _end_of_image(data: bytes, start: int) -> int:
    """Where the marker of the image's end is; the end of all bytes where it is missing.

    As `bytes.find`, which takes seven times as long for what has many bytes 255.
    """
    values = np.frombuffer(data, np.uint8)[start:]
    ends = (values[:-1] == 255) & (values[1:] == _EOI)
    return start + int(ends.argmax()) if ends.any() else len(data)


def _end_of_coded(data: bytes, start: int) -> int:
    following = _MARKER.search(data, start)
    return following.start() if following else len(data)


def hides_damage(structure: Structure) -> bool:
    """Whether damage cannot be noticed: arithmetic decoders (T.81, annex D) make up what is missing, and never warn."""
    return structure.frame in _ARITHMETIC


def is_incomplete(structure: Structure) -> bool:
    """Whether scans or steps are missing: what was cut off between two scans leaves a picture that looks coarse."""
    if structure.has_zero_steps:
        return True
    if structure.frame in _SEQUENTIAL:
        return not {*structure.components} <= {name for scan in structure.scans for name in scan.components}
    if structure.frame not in _PROGRESSIVE:
        return False
    known = {component: [16] * (_LAST_COEFFICIENT + 1) for component in structure.components}
    for scan in structure.scans:
        first, last = scan.band
        for component in scan.components:
            if component in known:
                known[component][first : last + 1] = [scan.low_bit] * (min(last, _LAST_COEFFICIENT) + 1 - first)
    return any(map(any, known.values()))


def is_transformed(data: bytes) -> bool | None:
    """Whether the three components of a stream are luminance and chrominance, by what it says of itself; None: nothing.

    Adobe's marker says it, JFIF's marker implies it, letters as names of components deny it; and colours that are
    stored with fewer pixels are always chrominance.
    """
    said = None
    for segment in segments(data):
        content = data[segment.start : segment.end]
        if segment.marker == _APP14 and content.startswith(b"Adobe") and len(content) > _ADOBE_TRANSFORM:
            return content[_ADOBE_TRANSFORM] != 0
        if segment.marker == _APP0 and content.startswith(b"JFIF\0"):
            said = True
        if segment.marker in _FRAMES:
            if content[6::3] in (b"RGB", b"rgb"):
                said = False
            elif len(set(content[7::3])) > 1:
                said = True
    return said


def with_transform(data: bytes, transformed: bool) -> bytes:
    """A stream of three components that says in Adobe's way, which all decoders know, what they are."""
    parts = [b"\xff\xd8", _segment(_APP14, b"Adobe\0\x64\0\0\0\0" + bytes([transformed]))]
    end = len(data)
    for segment in segments(data):
        if segment.marker not in (_APP0, _APP14):
            parts.append(_segment(segment.marker, data[segment.start : segment.end]))
        end = segment.end
    return b"".join((*parts, data[end:]))


def frame_size(data: bytes) -> tuple[int, int]:
    """Width and height that a stream tells of itself; (0, 0) where it tells none."""
    frame = next((segment for segment in segments(data) if segment.marker in (*_FRAMES, _JPEG_LS_FRAME)), None)
    if frame is None:
        return 0, 0
    height, width = (int.from_bytes(data[frame.start + at : frame.start + at + 2]) for at in (1, 3))
    return width, height


def with_height(data: bytes) -> bytes:
    """The stream with its height where decoders look for it; the same where it is there.

    A camera that does not know the height beforehand writes 0 there, and the height behind the first scan (T.81,
    B.2.5).
    """
    lines = None
    for segment in segments(data):
        if segment.marker in _FRAMES:
            lines = slice(segment.start + 1, segment.start + 3)
            if any(data[lines]):
                return data
        if segment.marker == _SOS and lines:
            following = next(segments(data, _end_of_coded(data, segment.end)), None)
            if following and following.marker == _DNL:
                return data[: lines.start] + data[following.start : following.start + 2] + data[lines.stop :]
    return data


def without_padding(data: bytes, structure: Structure) -> bytes:
    """The stream without the few zeros by which cameras fill it up to a multiple of bytes before its end."""
    end = structure.scans[-1].end if structure.scans else 0
    coded = data[:end].rstrip(b"\0")
    return coded + data[end:] if 0 < end - len(coded) < len(_ZEROS) else data


def with_plain_header(data: bytes) -> bytes:
    """The stream without what makes libjpeg warn of things that do not touch the pixels.

    These are stray bytes before the first scan, an unknown revision of JFIF, a code of Adobe's that nobody defined, and
    a sequential scan's unused parameters, which some phones set.
    """
    parts = [b"\xff\xd8"]
    frame, components = 0, read_structure(data).components
    for segment in segments(data):
        content = bytearray(data[segment.start : segment.end])
        if segment.marker in _FRAMES:
            frame = segment.marker
        if segment.marker == _APP0 and content.startswith(b"JFIF\0") and len(content) > 5:
            content[5] = 1
        if segment.marker == _APP14 and content.startswith(b"Adobe") and len(content) > _ADOBE_TRANSFORM:
            # libjpeg takes any unknown code for the one of its number of components.
            content[_ADOBE_TRANSFORM] = bool(content[_ADOBE_TRANSFORM]) * (2 if len(components) == 4 else 1)
        if segment.marker == _SOS:
            if frame in _SEQUENTIAL:
                content[-3:] = bytes((0, _LAST_COEFFICIENT, 0))
            parts += [_segment(segment.marker, content), data[segment.end :]]
            return b"".join(parts)
        if segment.marker in _NEEDED:
            parts.append(_segment(segment.marker, content))
    return data


def _segment(marker: int, content: bytes | bytearray) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content
