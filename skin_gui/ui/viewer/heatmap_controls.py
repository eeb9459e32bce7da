"""The switch and the slider of the heatmap."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QSlider, QWidget

from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_column, in_row

DEFAULT_OPACITY = 0.6
_STEPS = 100
_STRIP = 10


class HeatmapControls(QWidget):
    """On or off, how opaque, and what the picture does not say."""

    opacity_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.switch = QCheckBox(self.tr("Show heatmap"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(10)
        self.slider.setValue(round(DEFAULT_OPACITY * _STEPS))
        self.slider.setAccessibleName(self.tr("Heatmap opacity"))
        self.slider.setToolTip(self.tr("Heatmap opacity"))
        self.slider.setEnabled(False)
        caption = styled_label(self.tr("Opacity"), "muted")
        self.legend = HeatmapLegend()
        nothing = self.tr("Nothing in this image speaks for malignant in one place.")
        self.nothing = styled_label(nothing, "small", wraps=True)
        said = self.tr("Where the evidence for malignant lies that has a place, not why. One scale for all images.")
        note = styled_label(said, "small", wraps=True)
        row = in_row(None, caption, (self.slider, 1), spacing=12)
        in_column(self, self.switch, row, self.legend, self.nothing, note, spacing=8)
        self.show_strip(None, is_empty=False)
        self.switch.toggled.connect(self.slider.setEnabled)
        self.slider.valueChanged.connect(lambda value: self.opacity_changed.emit(value / _STEPS))

    def show_strip(self, strip: QImage | None, *, is_empty: bool) -> None:
        """Show what the colours mean, if there is a heatmap, or that nothing in it is strong enough."""
        self.legend.set_strip(strip)
        self.legend.setVisible(strip is not None and not is_empty)
        self.nothing.setVisible(is_empty)

    def set_opacity(self, opacity: float) -> None:
        self.slider.setValue(round(opacity * _STEPS))

    @property
    def opacity(self) -> float:
        return self.slider.value() / _STEPS


class HeatmapLegend(QWidget):
    """The colours of the heatmap from none to strong, with both words below."""

    def __init__(self) -> None:
        super().__init__()
        self._strip = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colours of the heatmap, from no evidence to strong evidence"))
        self.setToolTip(
            self.tr(
                "The scale ends where evidence like it over a quarter of the image, and as much that has no place, "
                "makes 50 % into 95 %."
            )
        )

    def set_strip(self, strip: QImage | None) -> None:
        self._strip = QImage() if strip is None else strip
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _STRIP + 2 + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = self.rect()
        bar.setHeight(_STRIP)
        mirrored = self.isRightToLeft()
        strip = self._strip.flipped(Qt.Orientation.Horizontal) if mirrored else self._strip
        painter.drawImage(bar, strip)
        words = self.rect().adjusted(0, _STRIP + 2, 0, 0)
        ends = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        for word, end in zip((self.tr("none"), self.tr("strong")), reversed(ends) if mirrored else ends, strict=True):
            # Absolute: by itself a painter takes left for right where the word is Arabic.
            painter.drawText(words, end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, word)
