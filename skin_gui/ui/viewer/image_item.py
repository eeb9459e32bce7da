"""An image in a scene, drawn from the nearest larger of its halved copies."""

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

_PIXELS_FROM = 8.0
"""From this zoom on pixels are drawn as squares: who looks that close wants to see them."""


class ImageItem(QGraphicsItem):
    """Shrinks without losing hairs and network: the painter alone would skip pixels below one half."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[QImage, ...] = ()

    def set_levels(self, levels: tuple[QImage, ...]) -> None:
        """Take the image and its halves, the largest first."""
        self.prepareGeometryChange()
        self._levels = levels
        self.update()

    def boundingRect(self) -> QRectF:
        """One scene unit for each pixel of the image."""
        return QRectF(self._levels[0].rect()) if self._levels else QRectF()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if not self._levels:
            return
        # The device's transform, unlike the world's, counts a high-resolution screen's pixels.
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.deviceTransform())
        level = math.floor(math.log2(1 / scale)) if 0 < scale < 1 else 0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _PIXELS_FROM)
        painter.drawImage(self.boundingRect(), self._levels[min(level, len(self._levels) - 1)])
