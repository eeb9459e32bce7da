"""Which kind of file some bytes are, by their content: suffixes are often missing or wrong."""

import re
import struct
from collections.abc import Iterable, Sequence

from skin_gui.imaging.formats import (
    BRANDS,
    BY_NAME,
    DOCUMENTS,
    FORMATS,
    GENERAL_BRANDS,
    OTHER_IMAGES,
    OtherKind,
    Signature,
)
from skin_gui.imaging.reading import UnreadableError
from skin_gui.wording.images import FileKind, ImageFact

HEADER_SIZE = 1024
"""As many of a file's first bytes as `identify` wants."""

# Markup and text may mention the element anywhere; a drawing has it as its root.
_SVG = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?((<!--.*?-->|<!DOCTYPE\s+svg[^>]*>)\s*)*<(svg:)?svg\b", re.S | re.I
)
_DICOM_SIGNATURES = BY_NAME["DICOM"].signatures
# What a DICOM data set without the preamble of a file begins with (PS3.6): the groups of the file and of its identity.
_DICOM_FIRST = {2: (0x00, 0x01), 8: (0x00, 0x05, 0x06, 0x08, 0x12, 0x13, 0x14, 0x15, 0x16, 0x18)}
_DICOM_SHORT_VALUES = frozenset(b"AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US".split())


def _pattern(kinds: Iterable[tuple[Signature, ...]]) -> re.Pattern[bytes]:
    """What a file of one of some kinds begins with, as one expression; the kind's number is that of the group."""
    return re.compile(b"|".join(b"(" + b"|".join(map(_spelled, signatures)) + b")" for signatures in kinds), re.S)


def _spelled(signature: Signature) -> bytes:
    spelled, end = b"", 0
    for offset, part in signature:
        spelled += b".{%d}" % (offset - end) + re.escape(part)
        end = offset + len(part)
    return spelled


_READ = tuple(one for one in FORMATS if one.signatures)
_OTHERS = tuple(other for other in OTHER_IMAGES if other.signatures)
_READ_PATTERN = _pattern(one.signatures for one in _READ)
_OTHERS_PATTERN = _pattern(other.signatures for other in _OTHERS)
_DOCUMENTS_PATTERN = _pattern(other.signatures for other in DOCUMENTS)


def _known_kind(header: bytes, pattern: re.Pattern[bytes], kinds: Sequence[OtherKind]) -> FileKind | None:
    found = pattern.match(header)
    return kinds[found.lastindex - 1].kind if found and found.lastindex else None


def _media_brands(header: bytes) -> list[bytes]:
    """The brands of an ISO base media file, the major one first; none for other files."""
    if header[4:8] != b"ftyp":
        return []
    end = min(int.from_bytes(header[:4]), len(header))
    return [header[8:12], *(header[i : i + 4] for i in range(16, end - 3, 4))]


def _coded_picture(header: bytes) -> str | None:
    """The format of an ISO base media file that holds pictures."""
    brands = _media_brands(header)
    if not brands or brands[0] not in (*BRANDS, *GENERAL_BRANDS):
        return None
    # Where no brand says how they are coded, the reader of HEIC tries.
    return next((BRANDS[brand] for brand in brands if brand in BRANDS), "HEIC")


def _unsupported_image(header: bytes) -> FileKind | None:
    """What the file is, if it is an image of a known kind that is not read."""
    return FileKind.SVG if _SVG.match(header) else _known_kind(header, _OTHERS_PATTERN, _OTHERS)


def _supported_image(header: bytes) -> str | None:
    found = _READ_PATTERN.match(header)
    return _coded_picture(header) or (_READ[found.lastindex - 1].name if found and found.lastindex else None)


def _no_image(header: bytes) -> FileKind | None:
    """What the file is, if it is a known kind of file that is no image."""
    if header[4:8] == b"ftyp":
        return FileKind.VIDEO
    return _known_kind(header, _DOCUMENTS_PATTERN, DOCUMENTS)


def begins_as_image(header: bytes) -> bool:
    """Whether a file is an image by its first `HEADER_SIZE` bytes, be it of a kind that is read or not."""
    return is_dicom(header) or bool(_unsupported_image(header) or _supported_image(header))


def is_dicom(header: bytes) -> bool:
    """Whether the bytes begin as a DICOM file, or as a data set that was stored without the preamble of one."""
    if any(header.startswith(part, offset) for ((offset, part),) in _DICOM_SIGNATURES):
        return True
    return any(_begins_as_data_set(header, order) for order in "<>")


def _begins_as_data_set(header: bytes, order: str) -> bool:
    """Whether the first element (PS3.5, 7.1) is one that begins a DICOM data set, and is followed by another of it."""
    if len(header) < 8:
        return False
    group, element, kind, length = struct.unpack_from(f"{order}HH2sH", header)
    if element not in _DICOM_FIRST.get(group, ()):
        return False
    if kind not in _DICOM_SHORT_VALUES:  # where no kinds are told, the least significant byte comes first
        if order == ">":
            return False
        (length,) = struct.unpack_from("<L", header, 4)
    following = header[8 + length : 12 + length]
    if length % 2 or len(following) < 4:
        return False
    tag = struct.unpack(f"{order}HH", following)
    return tag[0] in _DICOM_FIRST and tag > (group, element)


def unsupported(kind: FileKind) -> UnreadableError:
    """The error for a known kind of file that is not read."""
    return UnreadableError(ImageFact.UNSUPPORTED(kind=kind(), formats=tuple(BY_NAME)))


def identify(header: bytes) -> str:
    """The name of a file's format (`formats.FORMATS`) by its first `HEADER_SIZE` bytes.

    Raises:
        UnreadableError: when it is of another kind, named if known.
    """
    if is_dicom(header):  # before its preamble, which may be that of a TIFF
        return "DICOM"
    if other := _unsupported_image(header):
        raise unsupported(other)
    if name := _supported_image(header):
        return name
    if other := _no_image(header):
        raise unsupported(other)
    raise UnreadableError(ImageFact.NO_IMAGE(formats=tuple(BY_NAME)))
