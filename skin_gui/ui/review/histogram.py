"""How the probabilities of a table are spread, with the operating point drawn through them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from skin_gui.ui.texts.formats import percent
from skin_gui.ui.widgets.theme import theme

_HEIGHT = 56
_TALLEST = 160
_GAP = 1.0


class Histogram(QWidget):
    """Bars over [0, 1] in reading direction, coloured by the side of the threshold they are on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: NDArray[np.int64] = np.zeros(1, dtype=np.int64)
        self._threshold: float | None = 0.5
        self.margin = 0
        """Room left and right, so that the scale lines up with a slider below."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_TALLEST)
        self.setAccessibleName(self.tr("Histogram of probabilities"))
        theme().changed.connect(self.update)

    def set_values(self, counts: NDArray[np.int64], threshold: float | None, above: int) -> None:
        """Show (bins,) counts against a threshold in [0, 1], or None for several; `above`: rows at or above it."""
        self._counts, self._threshold = counts, threshold
        number, total = QLocale().toString, int(counts.sum())
        if threshold is None:
            text = self.tr("Images that were classified at different operating points: {total}")
            text = text.format(total=number(total))
        else:
            text = self.tr("{above} of {total} images at or above {threshold}", "", total).format(
                above=number(above), total=number(total), threshold=percent(threshold)
            )
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Small: it gives an impression, not figures."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Lower than this the bars say nothing."""
        return QSize(120, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().colours
        area = QRectF(self.margin, 2, self.width() - 2 * self.margin, self.height() - 3)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        top = max(int(self._counts.max()), 1)
        width = area.width() / len(self._counts)
        for number, count in enumerate(self._counts.tolist()):
            if count:
                # The square root lets few malignant ones show beside many benign ones.
                height = max(area.height() * (count / top) ** 0.5, 2.0)
                bar = QRectF(area.left() + number * width, area.bottom() - height, width - _GAP, height)
                self._paint_bar(painter, bar, area)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._threshold is None:
            return
        x = area.left() + area.width() * self._threshold
        painter.setPen(QPen(QColor(colours.text), 1.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_bar(self, painter: QPainter, bar: QRectF, area: QRectF) -> None:
        colours = theme().colours
        if self._threshold is None:
            painter.fillRect(bar, QColor(colours.muted))
            return
        x = area.left() + area.width() * self._threshold
        below = QRectF(bar)
        below.setRight(min(bar.right(), x))
        if below.width() > 0:
            painter.fillRect(below, QColor(colours.benign))
        above = QRectF(bar)
        above.setLeft(max(bar.left(), x))
        if above.width() > 0:
            painter.fillRect(above, QColor(colours.malignant))
