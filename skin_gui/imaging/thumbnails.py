"""Small pictures of image files, and the folder on the disk that keeps them."""

import hashlib
import io
import logging
import threading
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from skin_gui.disk_cache import DiskCache
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.synthetic import MARKER, is_synthetic

SIDES = (256, 512)
"""Longer sides in which thumbnails are kept, in pixels; what a screen needs is shrunk from the next larger."""

_QUALITY = 88
_LIMIT = 512 << 20
_PRUNED_TO = 0.8

_log = logging.getLogger(__name__)


def stored_side(pixels: int) -> int:
    """The smallest kept side that is not below `pixels`, or else the largest."""
    return next((side for side in SIDES if side >= pixels), SIDES[-1])


def draw_thumbnail(path: Path, side: int) -> bytes:
    """The image of a file as an upright JPEG without any metadata, its longer side at most `side` pixels.

    A synthetic sample stays marked as one (`is_synthetic_thumbnail`).

    Raises:
        ImageError: as `load_image`.
    """
    pixels = _shrunk(load_image(path, minimum_side=side).pixels, side)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=_QUALITY, comment=MARKER if is_synthetic(path) else "")
    return buffer.getvalue()


def is_synthetic_thumbnail(data: bytes) -> bool:
    """Whether a thumbnail's image was drawn by this program rather than photographed."""
    return MARKER.encode("ascii") in data


def _shrunk(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    height, width = pixels.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return pixels
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


class ThumbnailCache:
    """Thumbnails on the disk, those used longest ago going first. Any thread may use it; it never raises.

    Its file names are hashes: they tell nothing of the images' names, which may be those of patients.
    """

    def __init__(self, folder: Path, limit: int = _LIMIT) -> None:
        self._files = DiskCache(folder, limit)
        self._lock = threading.Lock()
        self._used: int | None = None

    @staticmethod
    def key(path: str, modified_ns: int, size: int, side: int) -> str:
        """Names the thumbnail of a file's present content."""
        return hashlib.sha256(f"{path}\0{modified_ns}\0{size}\0{side}".encode(errors="surrogatepass")).hexdigest()

    def get(self, key: str) -> bytes | None:
        """The JPEG kept under a key; None when there is none or it is damaged."""
        return self._files.read(_name(key))

    def put(self, key: str, data: bytes) -> None:
        """Keep a JPEG; a disk that is full or read-only means no cache, not an error."""
        try:
            self._files.write(_name(key), data)
        except OSError as error:
            _log.info("A thumbnail was not kept: %s", error.strerror)
            return
        with self._lock:
            self._used = self._files.size() if self._used is None else self._used + len(data)
            if self._used > self._files.limit:
                self._files.prune(_PRUNED_TO)
                self._used = self._files.size()


def _name(key: str) -> str:
    return f"{key[:2]}/{key}.jpg"
