"""Moving the operating point: a slider with the point in force marked, a figure, and the way back."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from skin_gui.ui.texts.formats import percent, percent_suffix
from skin_gui.ui.widgets.fields import inset
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import ElidedLabel, styled_label
from skin_gui.ui.widgets.layouts import in_column, in_row
from skin_gui.ui.widgets.theme import theme

_STEPS = 1000
_MARK = 4.0


class _MarkedSlider(QSlider):
    """A slider with a small triangle under the operating point in force."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.mark: float | None = None

    @property
    def margin(self) -> int:
        """From the slider's edge to its lowest value."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, self._option(), self) // 2

    def paintEvent(self, event: QPaintEvent) -> None:
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


class _PointBox(QDoubleSpinBox):
    """A figure, or a dash where there is no one figure."""

    def __init__(self) -> None:
        super().__init__()
        self.dashed = False

    def textFromValue(self, value: float) -> str:
        return "–" if self.dashed else super().textFromValue(value)


class ThresholdControl(QWidget):
    """Sets a threshold in [0, 1], shown as a percentage.

    While none is chosen, each row keeps the one that it was classified at. That need not be the one in force now: the
    settings, or the model, may have changed since.
    """

    changed = Signal(object)
    """The threshold, or None when each row has again the one that it was classified at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default: float | None = None
        self._default_chosen = False
        self._value: float | None = None
        self._rows: tuple[float, float] | None = None
        self._outdated = False
        self._typed = False
        caption = styled_label(self.tr("Operating point"), "section")
        self.origin = ElidedLabel("small")
        self.slider = _MarkedSlider()
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.setAccessibleName(self.tr("Operating point"))
        self.spin = _PointBox()
        inset(self.spin)
        self.spin.setRange(0.0, 100.0)
        self.spin.setDecimals(1)
        self.spin.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.spin.setSuffix(percent_suffix())
        self.spin.setKeyboardTracking(False)
        self.spin.setAccessibleName(self.tr("Operating point in percent"))
        caption.setBuddy(self.spin)
        self.reset_button = QToolButton()
        set_icon(self.reset_button, "rollback")
        line = in_row(None, (self.origin, 1), self.spin, self.reset_button, spacing=4)
        in_column(self, self.slider, caption, line, spacing=4)
        self.slider.valueChanged.connect(lambda step: self._choose(step / _STEPS))
        self.spin.valueChanged.connect(lambda value: self._choose(value / 100))
        self.spin.lineEdit().textEdited.connect(self._note_typing)
        self.spin.editingFinished.connect(self._take_typed)
        self.reset_button.clicked.connect(self.reset)
        self._show()

    @property
    def value(self) -> float | None:
        """The threshold chosen; None for the one that each row was classified at."""
        return self._value

    @property
    def effective(self) -> float:
        """The threshold shown: the one that labels all rows, or where they differ the one for what is to come."""
        if self._value is not None:
            return self._value
        if self._rows is not None and (not self.is_mixed or self._default is None):
            return self._rows[1]
        return 0.5 if self._default is None else self._default

    @property
    def is_mixed(self) -> bool:
        """Whether rows are labelled at several thresholds: none is chosen, and they were classified at several."""
        return self._value is None and self._rows is not None and self._rows[0] != self._rows[1]

    def set_default(self, threshold: float | None, *, chosen: bool = False) -> None:
        """The threshold in force for what is classified now: the model's own, or one chosen in the settings."""
        self._default, self._default_chosen = threshold, chosen
        self._show()

    def set_rows(self, thresholds: tuple[float, float] | None, *, outdated: bool) -> None:
        """The lowest and the highest threshold that the rows were classified at; None where there are no such rows.

        `outdated`: the model in use made some of them, at another one than the one in force.
        """
        self._rows, self._outdated = thresholds, outdated
        self._show()

    def set_value(self, threshold: float | None) -> None:
        """Show a threshold without a signal."""
        self._value = threshold
        self._show()

    def reset(self) -> None:
        """To the threshold in force where rows of the model have another; else back to the one of each row."""
        self._value = self._target()
        self._show()
        self.changed.emit(self._value)

    def _target(self) -> float | None:
        return self._default if self._outdated and self._value != self._default else None

    def _choose(self, value: float) -> None:
        self._value = value
        self._show()
        self.changed.emit(value)

    def _note_typing(self) -> None:
        self._typed = self.spin.hasAcceptableInput()

    def _take_typed(self) -> None:
        """Take a typed figure that the field already had below its dash: to the field that is no change."""
        typed, self._typed = self._typed, False
        if typed and self.is_mixed:
            self._choose(self.spin.value() / 100)

    def _origin_text(self) -> str:
        if not self.is_mixed and self.effective == self._default:
            return self.tr("from Settings") if self._default_chosen else self.tr("of the model")
        if self._value is not None:
            return self.tr("chosen here")
        return "" if self._rows is None else self.tr("as classified")

    def _full_origin_text(self) -> str:
        if not self.is_mixed or self._rows is None:
            return self._origin_text()
        low, high = self._rows
        return self.tr("as classified: {low} to {high}").format(low=percent(low), high=percent(high))

    def _reset_text(self) -> str:
        target = self._target()
        if target is None and self._rows is not None and self._rows != (self._default, self._default):
            return self.tr("Use the operating point that each image was classified at")
        if self._default_chosen:
            text = self.tr("Use the operating point chosen in Settings")
        else:
            text = self.tr("Use the model's operating point")
        return text if self._default is None else f"{text} ({percent(self._default)})"

    def _meaning(self) -> str:
        if self.is_mixed:
            return self.tr("Each image is labelled at the operating point that it was classified at")
        return self.tr("Malignant from {threshold} on").format(threshold=percent(self.effective))

    def _show(self) -> None:
        blockers = [QSignalBlocker(self.slider), QSignalBlocker(self.spin)]
        self.slider.mark = self._default
        self.slider.setValue(round(self.effective * _STEPS))
        self.spin.dashed = self.is_mixed
        self.spin.setValue(self.effective * 100)
        for blocker in blockers:
            blocker.unblock()
        self.reset_button.setEnabled(self._value is not None or self._outdated)
        self.reset_button.setToolTip(self._reset_text())
        self.reset_button.setAccessibleName(self._reset_text())
        self.origin.set_full_text(self._origin_text(), self._full_origin_text())
        for field in (self.slider, self.spin):
            field.setAccessibleDescription(self._full_origin_text())
        self.slider.setToolTip(self._meaning())
        self.slider.update()
