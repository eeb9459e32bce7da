"""Sound image files of every format and of most ways to store one, as what is mutated."""

import io
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image, ImageCms
from pillow_heif import register_heif_opener
from pydicom.data import get_testdata_file

register_heif_opener()  # the program reads HEIC with the decoder alone

_BUNDLED = (
    "SC_rgb_small_odd.dcm", "SC_rgb_small_odd_jpeg.dcm", "SC_rgb_jpeg_dcmtk.dcm", "SC_rgb_rle.dcm",
    "SC_rgb_rle_2frame.dcm", "SC_ybr_full_422_uncompressed.dcm", "MR_small.dcm", "MR_small_RLE.dcm",
    "MR_small_bigendian.dcm", "MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm", "image_dfl.dcm",
    "examples_palette.dcm", "JPEG2000.dcm",
)  # fmt: skip


def _picture(width: int = 64, height: int = 48) -> Image.Image:
    rows, columns = np.mgrid[:height, :width]
    noise = np.random.default_rng(0).integers(0, 24, (height, width, 3))
    colours = np.dstack([columns * 200 // width, rows * 200 // height, (rows + columns) * 200 // (width + height)])
    return Image.fromarray((colours + noise).astype(np.uint8))


def _saved(name: str, image: Image.Image | None = None, **options: object) -> bytes:
    buffer = io.BytesIO()
    (image or _picture()).save(buffer, name, **options)
    return buffer.getvalue()


def _tiff(values: np.ndarray, **options: object) -> bytes:
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, values, **options)
    return buffer.getvalue()


def sound_files() -> dict[str, bytes]:
    """The bytes of each, by what it is."""
    picture, exif = _picture(), Image.Exif()
    exif[274], exif[315] = 6, "Nobody"
    frames = [_picture(40 + number, 30) for number in range(3)]
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    rgb = np.asarray(picture)
    planes = np.moveaxis(rgb, -1, 0)
    return {
        "jpeg": _saved("JPEG", exif=exif, icc_profile=icc),
        "jpeg progressive": _saved("JPEG", progressive=True),
        "jpeg cmyk": _saved("JPEG", picture.convert("CMYK")),
        "jpeg grey": _saved("JPEG", picture.convert("L")),
        "jpeg mpo": _saved("MPO", picture, save_all=True, append_images=[_picture(40, 30)]),
        "jpeg narrow": _saved("JPEG", _picture(1, 30_000)),
        "png": _saved("PNG", icc_profile=icc, exif=exif),
        "png palette": _saved("PNG", picture.convert("P"), transparency=3),
        "png 16": _saved("PNG", Image.fromarray(rgb[..., 0].astype(np.uint16) * 257)),
        "png animated": _saved("PNG", save_all=True, append_images=frames),
        "png wide": _saved("PNG", _picture(30_000, 1)),
        "tiff": _saved("TIFF", exif=exif, icc_profile=icc),
        "tiff lzw": _saved("TIFF", compression="tiff_lzw"),
        "tiff deflate": _saved("TIFF", compression="tiff_adobe_deflate"),
        "tiff jpeg": _saved("TIFF", compression="jpeg"),
        "tiff fax": _saved("TIFF", picture.convert("1"), compression="group4"),
        "tiff pages": _saved("TIFF", save_all=True, append_images=frames),
        "tiff cmyk": _saved("TIFF", picture.convert("CMYK")),
        "tiff planes 16": _tiff(planes.astype(np.uint16) * 257, photometric="rgb", planarconfig="separate"),
        "tiff float tiles": _tiff(rgb / np.float32(255), photometric="rgb", tile=(32, 32), compression="zlib"),
        "tiff big": _tiff(rgb, photometric="rgb", bigtiff=True),
        "tiff big, high bytes first": _tiff(rgb, photometric="rgb", bigtiff=True, byteorder=">"),
        "tiff half floats": _tiff((rgb / 255).astype(np.float16), photometric="rgb"),
        "bmp": _saved("BMP"),
        "bmp palette": _saved("BMP", picture.convert("P")),
        "bmp 32": _saved("BMP", picture.convert("RGBA")),
        "webp": _saved("WebP", exif=exif, icc_profile=icc),
        "webp lossless": _saved("WebP", picture.convert("RGBA"), lossless=True),
        "webp animated": _saved("WebP", save_all=True, append_images=[frame.resize((64, 48)) for frame in frames]),
        "gif": _saved("GIF", save_all=True, append_images=frames),
        "jpeg 2000": _saved("JPEG2000"),
        "jpeg 2000 stream": _saved("JPEG2000", no_jp2=True, irreversible=True, quality_layers=(20, 10)),
        "heic": _saved("HEIF", exif=exif.tobytes()),
        "avif": _saved("AVIF", exif=exif),
        # Without preamble.
        "data set.dcm": Path(get_testdata_file("SC_rgb_small_odd.dcm", download=False)).read_bytes()[128 + 4 :],
        **{name: Path(get_testdata_file(name, download=False)).read_bytes() for name in _BUNDLED},
    }
