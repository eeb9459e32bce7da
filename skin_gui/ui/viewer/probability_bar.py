"""A probability as a bar, with the operating point marked on it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from skin_gui.ui.texts.formats import percent
from skin_gui.ui.widgets.theme import theme

_BAR = 12
_MARK = 8
_GAP = 4


class ProbabilityBar(QWidget):
    """From 0 to 100 %, in reading direction; a mark and its figure stand at the operating point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._probability: float | None = None
        self._threshold = 0.5
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Probability of malignancy"))
        theme().changed.connect(self.update)

    def clear(self) -> None:
        self.set_values(None, self._threshold)

    def set_values(self, probability: float | None, threshold: float) -> None:
        """Show a probability against a threshold, both in [0, 1]; None shows an empty bar."""
        self._probability = probability
        self._threshold = threshold
        description = self.tr("operating point {threshold}").format(threshold=percent(threshold))
        if probability is not None:
            description = f"{percent(probability)}, {description}"
        self.setAccessibleDescription(description)
        self.setToolTip(self.tr("Malignant from {threshold} on").format(threshold=percent(threshold)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _BAR + _MARK + 2 * _GAP + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than this the figures would touch."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().colours
        bar = QRectF(0.5, 0.5, self.width() - 1, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if self._probability is not None:
            malignant = self._probability >= self._threshold
            self._paint_filling(painter, bar, QColor(colours.malignant if malignant else colours.benign))
        self._paint_mark(painter, bar)

    def _paint_filling(self, painter: QPainter, bar: QRectF, colour: QColor) -> None:
        # Never shorter than it is tall: even 0.1 % is to be seen, and the rounded ends keep their shape.
        width = max(bar.width() * (self._probability or 0.0), _BAR)
        filling = QRectF(bar.left(), bar.top(), width, bar.height())
        if self.isRightToLeft():
            filling.moveRight(bar.right())
        painter.setBrush(colour)
        painter.drawRoundedRect(filling, _BAR / 2, _BAR / 2)

    def _paint_mark(self, painter: QPainter, bar: QRectF) -> None:
        colours = theme().colours
        share = 1 - self._threshold if self.isRightToLeft() else self._threshold
        x = bar.left() + bar.width() * share
        painter.setPen(QPen(QColor(colours.surface), 4))
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom() + _GAP))
        tip = bar.bottom() + _GAP
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.text))
        half = _MARK / 2
        painter.drawPolygon(
            QPolygonF([QPointF(x, tip - 2), QPointF(x - half, tip + half), QPointF(x + half, tip + half)])
        )
        self._paint_figures(painter, x, tip + half + 2)

    def _paint_figures(self, painter: QPainter, x: float, top: float) -> None:
        metrics = self.fontMetrics()
        text = self.tr("operating point {threshold}").format(threshold=percent(self._threshold))
        width = metrics.horizontalAdvance(text) + 2
        left = min(max(x - width / 2, 0.0), self.width() - width)
        painter.setPen(QColor(theme().colours.muted))
        painter.drawText(QRectF(left, top, width, metrics.height()), Qt.AlignmentFlag.AlignCenter, text)
        low, high = percent(0.0), percent(1.0)
        first, last = (high, low) if self.isRightToLeft() else (low, high)
        # The ends give way to the operating point's figure where it needs their place.
        if left > metrics.horizontalAdvance(first) + 2 * _GAP:
            painter.drawText(QPointF(0, top + metrics.ascent()), first)
        end = metrics.horizontalAdvance(last)
        if left + width < self.width() - end - 2 * _GAP:
            painter.drawText(QPointF(self.width() - end, top + metrics.ascent()), last)
