"""Which kind of file some bytes are, by their content: suffixes are often missing or wrong."""

from collections.abc import Iterable

from skin_gui.imaging.reading import UnreadableError

HEADER_SIZE = 1024
"""As many of a file's first bytes as `identify` wants."""

SUPPORTED = "JPEG, PNG, TIFF, BMP, WebP and DICOM"

_SUPPORTED_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),  # BigTIFF
    (b"MM\x00+", "TIFF"),
)

# GIF is left out on purpose: its 256 dithered colours lose what a dermoscopic image is about.
_OTHER_IMAGE_SIGNATURES = (
    (b"GIF8", "a GIF image"),
    (b"8BPS", "a Photoshop document"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 image"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 image"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL image"),
    (b"\xff\x0a", "a JPEG XL image"),
    (b"IIRO", "a camera raw image"),
    (b"IIU\x00", "a camera raw image"),
    (b"FUJIFILM", "a camera raw image"),
)

_DOCUMENT_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
)

_BMP_HEADER_SIZES = (12, 16, 40, 52, 56, 64, 108, 124)


def _iso_media_kind(brand: bytes) -> str:
    """The kind of an ISO base media file (ISO/IEC 14496-12) by its major brand."""
    if brand in (b"avif", b"avis"):
        return "an AVIF image"
    if brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"):
        return "a HEIC image"
    return "a camera raw image" if brand == b"crx " else "a video"


def _first_match(header: bytes, signatures: Iterable[tuple[bytes, str]]) -> str | None:
    return next((name for signature, name in signatures if header.startswith(signature)), None)


def _unsupported_image(header: bytes) -> str | None:
    """What the file is, if it is an image or a video of a known kind that is not read."""
    if header[4:8] == b"ftyp":
        return _iso_media_kind(header[8:12])
    if header.startswith((b"II*\x00", b"MM\x00*")) and header[8:10] == b"CR":
        return "a camera raw image"
    # Any text may name the element; a drawing begins with markup.
    if header.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in header.lower():
        return "an SVG drawing"
    return _first_match(header, _OTHER_IMAGE_SIGNATURES)


def _supported_image(header: bytes) -> str | None:
    """The name of a format that is read, DICOM excepted."""
    if header.startswith(b"RIFF") and header[8:12] == b"WEBP":
        return "WebP"
    # Two letters are too little to tell a bitmap from a text that begins with BM.
    if header.startswith(b"BM") and int.from_bytes(header[14:18], "little") in _BMP_HEADER_SIZES:
        return "BMP"
    return _first_match(header, _SUPPORTED_SIGNATURES)


def begins_as_image(header: bytes) -> bool:
    """Whether a file is an image (or a video) by its first `HEADER_SIZE` bytes, be it of a kind that is read or not."""
    return is_dicom(header) or bool(_unsupported_image(header) or _supported_image(header))


def is_dicom(header: bytes) -> bool:
    """Whether the bytes begin as a DICOM file: a preamble of 128 bytes, then the magic (PS3.10, 7.1)."""
    return header[128:132] == b"DICM"


def unsupported(kind: str) -> UnreadableError:
    """The error for a known kind of file that is not read."""
    return UnreadableError(f"is {kind}, which is not supported; export it as {SUPPORTED.replace(' and ', ' or ')}")


def identify(header: bytes) -> str:
    """The format of a file by its first `HEADER_SIZE` bytes: JPEG, PNG, TIFF, BMP, WebP or DICOM.

    Raises:
        UnreadableError: when it is of another kind, named if known.
    """
    if is_dicom(header):
        return "DICOM"
    kind = _unsupported_image(header) or _first_match(header, _DOCUMENT_SIGNATURES)
    if kind is not None:
        raise unsupported(kind)
    name = _supported_image(header)
    if name is None:
        raise UnreadableError(f"is not an image that can be read; supported are {SUPPORTED}")
    return name
