"""Thumbnails that are ready to paint, within a limit of memory."""

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtGui import QPixmap

PIXMAP_LIMIT = 64 << 20
"""In bytes."""


class PixmapCache:
    """Pixmaps by key, those painted longest ago going first.

    Qt's own QPixmapCache is one for the whole application, and drops what was not painted for half a minute.
    """

    def __init__(self, limit: int = PIXMAP_LIMIT) -> None:
        self.limit = limit
        """How many bytes the pixmaps may take."""
        self._used = 0
        self._entries: OrderedDict[Hashable, tuple[QPixmap, int]] = OrderedDict()

    def get(self, key: Hashable) -> tuple[QPixmap, int] | None:
        """The pixmap of a key, and the side it was made for."""
        entry = self._entries.get(key)
        if entry is not None:
            self._entries.move_to_end(key)
        return entry

    def put(self, key: Hashable, pixmap: QPixmap, side: int) -> None:
        self.remove(key)
        self._entries[key] = (pixmap, side)
        self._used += _bytes(pixmap)
        while self._used > self.limit and len(self._entries) > 1:
            _, (oldest, _) = self._entries.popitem(last=False)
            self._used -= _bytes(oldest)

    def remove(self, key: Hashable) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._used -= _bytes(entry[0])

    def clear(self) -> None:
        self._entries.clear()
        self._used = 0


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * max(pixmap.depth(), 8) // 8
