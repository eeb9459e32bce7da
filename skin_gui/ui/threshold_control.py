"""Moving the operating point: a slider with the model's own point marked, a figure, and the way back."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from skin_gui.ui.browser_bars import ElidedLabel
from skin_gui.ui.formats import percent, percent_suffix
from skin_gui.ui.icons import set_icon
from skin_gui.ui.spin_boxes import inset
from skin_gui.ui.theme import theme

_STEPS = 1000
_MARK = 4.0


class _MarkedSlider(QSlider):
    """A slider with a small triangle under the model's operating point."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.mark: float | None = None

    @property
    def margin(self) -> int:
        """From the slider's edge to its lowest value."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, self._option(), self) // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, then the mark."""
        super().paintEvent(event)
        if self.mark is None:
            return
        share = 1 - self.mark if self.isRightToLeft() else self.mark
        x = self.margin + (self.width() - 2 * self.margin) * share
        y = self.height() - _MARK * 1.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().colours.muted))
        bottom = QRectF(x - _MARK, y, 2 * _MARK, 1.5 * _MARK)
        painter.drawPolygon(QPolygonF([QPointF(x, y), bottom.bottomLeft(), bottom.bottomRight()]))

    def _option(self) -> QStyleOptionSlider:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return option


class ThresholdControl(QWidget):
    """Sets a threshold in [0, 1], shown as a percentage."""

    changed = Signal(object)
    """The threshold, or None when it is the model's operating point again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default: float | None = None
        self._value: float | None = None
        caption = QLabel(self.tr("Operating point"))
        caption.setProperty("role", "section")
        self.origin = ElidedLabel()
        self.origin.setProperty("role", "small")
        self.slider = _MarkedSlider()
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.setAccessibleName(self.tr("Operating point"))
        self.spin = QDoubleSpinBox()
        inset(self.spin)
        self.spin.setRange(0.0, 100.0)
        self.spin.setDecimals(1)
        self.spin.setSuffix(percent_suffix())
        self.spin.setKeyboardTracking(False)
        self.spin.setAccessibleName(self.tr("Operating point in percent"))
        caption.setBuddy(self.spin)
        self.reset_button = QToolButton()
        set_icon(self.reset_button, "rollback")
        self.reset_button.setAccessibleName(self.tr("Back to the model's operating point"))
        line = QHBoxLayout()
        line.setSpacing(4)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(caption)
        names.addWidget(self.origin)
        line.addLayout(names, 1)
        line.addWidget(self.spin)
        line.addWidget(self.reset_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.slider)
        layout.addLayout(line)
        self.slider.valueChanged.connect(lambda step: self._choose(step / _STEPS))
        self.spin.valueChanged.connect(lambda value: self._choose(value / 100))
        self.reset_button.clicked.connect(self.reset)
        self._show()

    @property
    def value(self) -> float | None:
        """The threshold chosen; None for the model's."""
        return self._value

    @property
    def effective(self) -> float:
        """The threshold in force."""
        if self._value is not None:
            return self._value
        return 0.5 if self._default is None else self._default

    def set_default(self, threshold: float | None) -> None:
        """The model's operating point, which is in force until another is chosen."""
        self._default = threshold
        self._show()

    def set_value(self, threshold: float | None) -> None:
        """Show a threshold without a signal."""
        self._value = threshold
        self._show()

    def reset(self) -> None:
        """Back to the model's operating point."""
        self._value = None
        self._show()
        self.changed.emit(None)

    def _choose(self, value: float) -> None:
        self._value = value
        self._show()
        self.changed.emit(value)

    def _origin_text(self) -> str:
        if self._value is not None:
            return self.tr("chosen here")
        return "" if self._default is None else self.tr("of the model")

    def _show(self) -> None:
        blockers = [QSignalBlocker(self.slider), QSignalBlocker(self.spin)]
        self.slider.mark = self._default
        self.slider.setValue(round(self.effective * _STEPS))
        self.spin.setValue(self.effective * 100)
        for blocker in blockers:
            blocker.unblock()
        self.reset_button.setEnabled(self._value is not None)
        text = self.tr("Back to the model's operating point")
        self.reset_button.setToolTip(text if self._default is None else f"{text} ({percent(self._default)})")
        self.origin.set_full_text(self._origin_text())
        self.slider.setAccessibleDescription(self.origin.full_text())
        self.slider.setToolTip(self.tr("Malignant from {threshold} on").format(threshold=percent(self.effective)))
        self.slider.update()
