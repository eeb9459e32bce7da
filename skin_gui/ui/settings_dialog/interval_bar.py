"""A rate on a line from 0 to 100 %, with its interval."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from skin_gui.ui.widgets.theme import theme

_HEIGHT = 8
_MARK_WIDTH = 4
_MARK_HEIGHT = 16


class IntervalBar(QWidget):
    """A track, the interval on it, and a mark at the value; mirrored where text runs from right to left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | None = None
        self._interval: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_values(self, value: float | None, interval: tuple[float, float] | None) -> None:
        """Show a value in [0, 1] with its interval; None shows the track alone."""
        self._value, self._interval = value, interval
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _MARK_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = theme().colours
        self._block(painter, 0, 1, _HEIGHT, colours.track)
        if self._value is None:
            return
        if self._interval is not None:
            soft = QColor(colours.accent)
            soft.setAlphaF(0.45)
            self._block(painter, *self._interval, _HEIGHT, soft)
        half = _MARK_WIDTH / 2 / max(self.width(), 1)
        middle = min(max(self._value, half), 1 - half)
        self._block(painter, middle - half, middle + half, _MARK_HEIGHT, colours.accent)

    def _block(self, painter: QPainter, start: float, end: float, height: int, colour: str | QColor) -> None:
        """A rounded block over a part of the line, in reading direction."""
        if self.isRightToLeft():
            start, end = 1 - end, 1 - start
        area = QRectF(start * self.width(), (self.height() - height) / 2, (end - start) * self.width(), height)
        radius = min(height, area.width()) / 2
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(area, radius, radius)
