"""The one vocabulary of image formats: what is read, and what is known well enough to say that it is not.

File dialogs, the folder filter, the mask of the log and the entries of the desktops and installers are made from it or
checked against it. It imports nothing of the program, so that anything may import it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from skin_gui.wording.images import FileKind

Signature = tuple[tuple[int, bytes], ...]
"""Bytes at offsets of a file; all of them must be there."""
Reader = Literal["pillow", "dicom"]


def _begins(*starts: bytes) -> tuple[Signature, ...]:
    return tuple(((0, start),) for start in starts)


@dataclass(frozen=True)
class ImageFormat:
    """A format that is read."""

    name: str
    """As users know it; what `signatures.identify` returns."""
    reader: Reader
    suffixes: tuple[str, ...]
    """In lower case, the usual one first. Files in a folder that have it are taken for images."""
    mime_types: tuple[str, ...]
    """As the shared MIME database of freedesktop.org names them."""
    uniform_types: tuple[str, ...]
    """As macOS names them."""
    signatures: tuple[Signature, ...]


@dataclass(frozen=True)
class OtherKind:
    """A kind of file that is known, and not read."""

    kind: FileKind
    signatures: tuple[Signature, ...] = ()
    suffixes: tuple[str, ...] = ()
    """Of images: their names may be those of patients, so the log leaves them out."""


_BMP_HEADER_SIZES = (12, 16, 40, 52, 56, 64, 108, 124)

FORMATS: tuple[ImageFormat, ...] = (
    ImageFormat(
        "JPEG",
        "pillow",
        (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),  # of the several pictures of an MPO the first
        ("image/jpeg",),
        ("public.jpeg",),
        _begins(b"\xff\xd8\xff"),
    ),
    ImageFormat("PNG", "pillow", (".png",), ("image/png",), ("public.png",), _begins(b"\x89PNG\r\n\x1a\n")),
    ImageFormat(
        "TIFF",
        "pillow",
        (".tif", ".tiff"),
        ("image/tiff",),
        ("public.tiff",),
        _begins(b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"),  # the last two are BigTIFF
    ),
    ImageFormat(
        "BMP",
        "pillow",
        (".bmp", ".dib"),
        ("image/bmp",),
        ("com.microsoft.bmp",),
        # Two letters are too little to tell a bitmap from a text that begins with BM.
        tuple(((0, b"BM"), (14, size.to_bytes(4, "little"))) for size in _BMP_HEADER_SIZES),
    ),
    ImageFormat(
        "WebP", "pillow", (".webp",), ("image/webp",), ("org.webmproject.webp",), (((0, b"RIFF"), (8, b"WEBP")),)
    ),
    ImageFormat("GIF", "pillow", (".gif",), ("image/gif",), ("com.compuserve.gif",), _begins(b"GIF87a", b"GIF89a")),
    ImageFormat(
        "JPEG 2000",
        "pillow",
        (".jp2", ".j2k", ".jpf", ".jpx", ".j2c", ".jpc"),
        ("image/jp2", "image/jpx", "image/x-jp2-codestream"),
        ("public.jpeg-2000",),
        _begins(b"\x00\x00\x00\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51"),
    ),
    # Of these two, the brands tell them apart (`signatures`).
    ImageFormat("HEIC", "pillow", (".heic", ".heif", ".hif"), ("image/heic", "image/heif"), ("public.heic",), ()),
    ImageFormat("AVIF", "pillow", (".avif",), ("image/avif",), ("public.avif",), ()),
    ImageFormat(
        "DICOM",
        "dicom",
        (".dcm", ".dicom", ".dic", ".ima"),
        ("application/dicom",),
        ("org.nema.dicom",),
        (((128, b"DICM"),),),  # after a preamble of 128 bytes (PS3.10, 7.1)
    ),
)

BRANDS: Mapping[bytes, str] = {
    **dict.fromkeys((b"avif", b"avis"), "AVIF"),
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), "HEIC"),
}
"""Names of formats by the brands of ISO base media files (ISO/IEC 14496-12) that say how the pictures are coded."""
GENERAL_BRANDS = (b"mif1", b"msf1", b"mif2", b"miaf")
"""Brands of pictures (ISO/IEC 23008-12) that leave it to the others how they are coded."""

OTHER_IMAGES: tuple[OtherKind, ...] = (
    OtherKind(FileKind.PHOTOSHOP, _begins(b"8BPS"), (".psd", ".psb")),
    OtherKind(FileKind.JPEG_XL, _begins(b"\x00\x00\x00\x0cJXL ", b"\xff\x0a"), (".jxl",)),
    OtherKind(FileKind.JPEG_LS, _begins(b"\xff\xd8\xff\xf7"), (".jls",)),
    OtherKind(FileKind.JPEG_XR, _begins(b"II\xbc\x01"), (".jxr", ".wdp")),
    OtherKind(
        FileKind.CAMERA_RAW,
        (
            *_begins(b"IIRO", b"IIU\x00", b"FUJIFILM", b"\x00MRM", b"FOVb"),
            *(((0, order), (8, b"CR")) for order in (b"II*\x00", b"MM\x00*")),
            ((4, b"ftyp"), (8, b"crx ")),
        ),
        (".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf", ".pef", ".srw", ".x3f", ".mrw"),
    ),
    OtherKind(FileKind.ICON, _begins(b"\x00\x00\x01\x00", b"icns"), (".ico", ".icns")),
    OtherKind(
        FileKind.NETPBM,
        _begins(*(b"P%d%c" % (n, space) for n in range(1, 8) for space in b"\n ")),
        (".ppm", ".pgm", ".pbm", ".pnm"),
    ),
    OtherKind(FileKind.OPEN_EXR, _begins(b"\x76\x2f\x31\x01"), (".exr",)),
    OtherKind(FileKind.RADIANCE, _begins(b"#?RADIANCE", b"#?RGBE"), (".hdr",)),
    OtherKind(FileKind.GIMP, _begins(b"gimp xcf "), (".xcf",)),
    OtherKind(FileKind.QOI, _begins(b"qoif"), (".qoi",)),
    OtherKind(FileKind.DDS, _begins(b"DDS "), (".dds",)),
    OtherKind(FileKind.FITS, _begins(b"SIMPLE  ="), (".fits",)),
    OtherKind(FileKind.SVG, (), (".svg",)),  # told by its root element (`signatures`)
)
"""Images whose format is not read: they are told as such, never passed over."""

DOCUMENTS: tuple[OtherKind, ...] = (
    OtherKind(FileKind.PDF, _begins(b"%PDF")),
    OtherKind(FileKind.ZIP, _begins(b"PK\x03\x04")),
    OtherKind(FileKind.OFFICE, _begins(b"\xd0\xcf\x11\xe0")),
)
"""Files that are no images and are often taken for some."""


BY_NAME: Mapping[str, ImageFormat] = {one.name: one for one in FORMATS}
IMAGE_SUFFIXES: tuple[str, ...] = tuple(suffix for one in FORMATS for suffix in one.suffixes)
"""Suffixes, in lower case, by which files in a folder are taken for images."""
UNREADABLE_SUFFIXES: tuple[str, ...] = tuple(suffix for kind in OTHER_IMAGES for suffix in kind.suffixes)
MIME_TYPES: tuple[str, ...] = tuple(name for one in FORMATS for name in one.mime_types)
