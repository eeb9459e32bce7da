"""Makes thumbnails on a few threads, the ones that are wanted now before all others."""

import logging
import os
import threading
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, QThreadPool, Signal
from PySide6.QtGui import QImage

from skin_gui import paths
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import THUMBNAIL_CACHE_MB
from skin_gui.wording.fact import Fact
from skin_gui.wording.program import ProgramFact

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage
    from skin_gui.imaging.thumbnails import ThumbnailCache

_MOST_THREADS = 4

_log = logging.getLogger(__name__)


class ThumbnailLoader(QObject):
    """Serves the list of files that was asked for last, first file first; whatever is not on it any more is dropped.

    Signals reach the owner on the owner's own thread. The owner calls `stop` before it goes away.
    """

    loaded = Signal(object, int, QImage, bool)
    """The `FoundImage`, the longer side asked for, the image (at most so large), and whether it is synthetic."""
    failed = Signal(object, object)
    """The `FoundImage`, and a `Fact` for the user."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache: ThumbnailCache | None = None
        self._lock = threading.Lock()
        self._wanted: deque[tuple[FoundImage, int]] = deque()
        self._busy: set[tuple[FoundImage, int]] = set()
        self._running = 0
        self._pool = QThreadPool(self)
        self._pool.setObjectName("thumbnails")
        self._pool.setMaxThreadCount(min(max(os.cpu_count() or 1, 2), _MOST_THREADS))
        # Whoever classifies a folder meanwhile, or moves the mouse, comes first.
        self._pool.setThreadPriority(QThread.Priority.LowPriority)

    def want(self, files: "Iterable[FoundImage]", side: int) -> None:
        """Make these thumbnails, the first one first, instead of all that were wanted before.

        Args:
            side: the longer side in pixels of the screen.
        """
        with self._lock:
            self._wanted = deque((file, side) for file in files if (file, side) not in self._busy)
            starting = min(self._pool.maxThreadCount() - self._running, len(self._wanted))
            self._running += max(starting, 0)
        for _ in range(starting):
            self._pool.start(self._serve)

    def reopen_cache(self) -> None:
        """Measure the folder again, and mind the limit that the preferences name now."""
        with self._lock:
            self._cache = None

    def stop(self) -> None:
        """Make no more, hear nothing more, and wait for what is being made."""
        self.blockSignals(True)
        self.want([], 0)
        self._pool.waitForDone()

    def _next(self) -> "tuple[FoundImage, int] | None":
        with self._lock:
            if not self._wanted:
                self._running -= 1
                return None
            request = self._wanted.popleft()
            self._busy.add(request)
            return request

    def _serve(self) -> None:
        """What each thread does until nothing is wanted any more. No exception leaves it."""
        while (request := self._next()) is not None:
            file, side = request
            made = self._try(file, side)
            with self._lock:
                # Before it is told: whoever hears of it may want it again at once.
                self._busy.discard(request)
            if isinstance(made, Fact):
                self.failed.emit(file, made)
            else:
                self.loaded.emit(file, side, *made)

    def _try(self, file: "FoundImage", side: int) -> tuple[QImage, bool] | Fact:
        """The image and whether it is synthetic, or what the user is told."""
        from skin_gui.imaging.errors import ImageError  # noqa: PLC0415 - not before the first paint

        try:
            return self._make(file, side)
        except ImageError as error:
            return error.fact
        except Exception:
            _log.exception("A thumbnail could not be made")
            return ProgramFact.NO_THUMBNAIL(name=file.name)

    def _make(self, file: "FoundImage", side: int) -> tuple[QImage, bool]:
        from skin_gui.imaging import thumbnails  # noqa: PLC0415 - not before the first paint

        cache = self._open_cache()
        stored = thumbnails.stored_side(side)
        key = thumbnails.ThumbnailCache.key(file.path, file.modified_ns, file.size, stored)
        data = cache.get(key)
        image = from_jpeg(data) if data is not None else QImage()
        if data is None or image.isNull():
            data = thumbnails.draw_thumbnail(Path(file.path), stored)
            image = from_jpeg(data)
            if file.modified_ns:  # without its time, a later change of the file could not be told
                cache.put(key, data)
        return _fitted(image, side), thumbnails.is_synthetic_thumbnail(data)

    def _open_cache(self) -> "ThumbnailCache":
        from skin_gui.imaging.thumbnails import ThumbnailCache  # noqa: PLC0415 - not before the first paint

        with self._lock:
            if self._cache is None:
                limit = current_preferences()[THUMBNAIL_CACHE_MB] << 20
                self._cache = ThumbnailCache(paths.cache_dir() / "thumbnails", limit)
            return self._cache


def from_jpeg(data: bytes) -> QImage:
    """The image of a JPEG's bytes; null for any other.

    Where no format is named, Qt asks each of its readers, of which that of SVG connects a signal. This thread would do
    so with Python's lock, which a disconnection in the window's thread waits for while it holds Qt's: neither goes on.
    """
    image = QImage()
    image.loadFromData(data, "JPEG")
    return image


def _fitted(image: QImage, side: int) -> QImage:
    """The image with its longer side at most so large, in the format that paints fastest; never enlarged."""
    if max(image.width(), image.height()) > side:
        image = image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image.convertToFormat(QImage.Format.Format_RGB32)
