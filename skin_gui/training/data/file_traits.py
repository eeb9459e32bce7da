"""What the audit and the splits know of a file: its hash, a thumbnail, and how it was made. Each file is read once."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import JpegImagePlugin

from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.formats import BY_NAME
from skin_gui.imaging.raster import open_raster
from skin_gui.imaging.reading import image_errors, one_of_many, open_image_file
from skin_gui.parallel import in_order
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel

THUMBNAIL_SIDE = 32
_DECODE_SIDE = 128  # enough for thumbnail and border, and large JPEGs decode several times faster
_THREADS = 2
_DARK = 30  # grey level below which a border counts as vignette or frame, not skin
_STANDARD_LUMINANCE_SUM = 3688  # the table of ITU-T T.81 annex K.1, quality 50


@dataclass(frozen=True, eq=False)
class FileTraits:
    """One readable file. Properties of JPEG files are NaN for others."""

    path: Path
    sha256: str
    width: int
    """Pixels, as `height`."""
    height: int
    format: str
    file_bytes: int
    jpeg_quality: float
    """1 to 100, estimated from the luminance table."""
    jpeg_quantisation: float
    """Mean of all quantisation tables."""
    jpeg_subsampling: float
    """0, 1, 2 for 4:4:4, 4:2:2, 4:2:0; -1 for grey or another."""
    has_exif: bool
    has_icc: bool
    dark_corners: float
    """Part of the pixels outside the inscribed ellipse that is dark: the vignette of a dermatoscope."""
    dark_frame: float
    """Part of the outermost pixels that is dark: a black frame."""
    thumbnail: NDArray[np.float32]
    """(32, 32) grey, mean 0 and length 1; all 0 for a picture of one grey."""
    lit: NDArray[np.bool_]
    """(32, 32): the thumbnail's pixels within the field of view, away from the dark around it."""


def read_traits(
    paths: Sequence[Path], progress: Progress = ignore_progress, cancelled: CancelCheck = never_cancel
) -> list[FileTraits | ImageError]:
    """Read each file once, on two threads; an unreadable one gives its error in its place."""
    progress(0.0)
    results: list[FileTraits | ImageError] = []
    for traits in in_order(_traits_or_error, paths, jobs=_THREADS, cancelled=cancelled):
        results.append(traits)
        progress(len(results) / len(paths))
    return results


def _traits_or_error(path: Path) -> FileTraits | ImageError:
    try:
        with one_of_many(path):
            return _traits(path)
    except ImageError as error:
        return error


def _traits(path: Path) -> FileTraits:
    image = load_image(path, minimum_side=_DECODE_SIDE)
    grey = cv2.cvtColor(image.pixels, cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)
    quality, quantisation, subsampling, has_exif, has_icc = _header(path, image.format)
    return FileTraits(
        path=path,
        sha256=image.sha256,
        width=image.width,
        height=image.height,
        format=image.format,
        file_bytes=image.file_bytes,
        jpeg_quality=quality,
        jpeg_quantisation=quantisation,
        jpeg_subsampling=subsampling,
        has_exif=has_exif,
        has_icc=has_icc,
        dark_corners=_dark_corners(grey),
        dark_frame=_dark_frame(grey),
        thumbnail=thumbnail(grey),
        lit=_lit(grey),
    )


def thumbnail(grey: NDArray[np.uint8]) -> NDArray[np.float32]:
    """An (H, W) grey picture as (32, 32) float32 of mean 0 and length 1, so that a dot product is a correlation."""
    small = cv2.resize(grey, (THUMBNAIL_SIDE, THUMBNAIL_SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    small -= small.mean()
    length = float(np.linalg.norm(small))
    # Half a grey level a pixel is rounding, not a picture.
    return small / length if length > 0.5 * THUMBNAIL_SIDE else np.zeros_like(small)


def _lit(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(32, 32): where the thumbnail is neither in darkness that reaches the picture's edge nor beside it."""
    side = (THUMBNAIL_SIDE, THUMBNAIL_SIDE)
    dark = (cv2.resize((grey < _DARK).astype(np.float32), side, interpolation=cv2.INTER_AREA) > 0).astype(np.uint8)
    _, parts = cv2.connectedComponents(dark)
    at_edge = np.unique(np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]]))
    surround = np.isin(parts, at_edge[at_edge > 0]).astype(np.uint8)
    return np.asarray(cv2.dilate(surround, np.ones((3, 3), np.uint8)) == 0)  # the light fades towards it


def _header(path: Path, name: str) -> tuple[float, float, float, bool, bool]:
    """JPEG quality, mean quantisation, subsampling, and whether there is EXIF and an ICC profile."""
    if BY_NAME[name].reader == "dicom":
        return math.nan, math.nan, math.nan, False, False
    with open_image_file(path) as stream, image_errors(path):
        image = open_raster(name, stream)
        has_exif, has_icc = "exif" in image.info, "icc_profile" in image.info
        if not isinstance(image, JpegImagePlugin.JpegImageFile) or not image.quantization:
            return math.nan, math.nan, math.nan, has_exif, has_icc
        mean = float(np.mean([np.mean(table) for table in image.quantization.values()]))
        subsampling = float(JpegImagePlugin.get_sampling(image))
        return jpeg_quality(image.quantization[min(image.quantization)]), mean, subsampling, has_exif, has_icc


def jpeg_quality(luminance: Sequence[int]) -> float:
    """The libjpeg quality, 1 to 100, whose luminance table has this sum (the inverse of jpeg_quality_scaling)."""
    scale = max(100.0 * sum(luminance) / _STANDARD_LUMINANCE_SUM, 1.0)
    return float(np.clip((200.0 - scale) / 2.0 if scale <= 100.0 else 5000.0 / scale, 1.0, 100.0))


def _dark_corners(grey: NDArray[np.uint8]) -> float:
    height, width = grey.shape
    y, x = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return float((grey[x * x + y * y > 1.0] < _DARK).mean()) if min(height, width) > 2 else 0.0


def _dark_frame(grey: NDArray[np.uint8]) -> float:
    edges = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    return float((edges < _DARK).mean())
