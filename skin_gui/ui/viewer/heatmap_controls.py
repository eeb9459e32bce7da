"""The switch and the slider of the heatmap."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

DEFAULT_OPACITY = 0.6
_STEPS = 100


class HeatmapControls(QWidget):
    """On or off, how opaque, and what the picture does not say."""

    toggled = Signal(bool)
    opacity_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QCheckBox(self.tr("Show heatmap"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(10)
        self.slider.setValue(round(DEFAULT_OPACITY * _STEPS))
        self.slider.setAccessibleName(self.tr("Heatmap opacity"))
        self.slider.setToolTip(self.tr("Heatmap opacity"))
        self.slider.setEnabled(False)
        caption = QLabel(self.tr("Opacity"))
        caption.setProperty("role", "muted")
        note = QLabel(self.tr("Where the network looked, not why."))
        note.setProperty("role", "small")
        note.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(caption)
        row.addWidget(self.slider, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.switch)
        layout.addLayout(row)
        layout.addWidget(note)
        self.switch.toggled.connect(self.slider.setEnabled)
        self.switch.toggled.connect(self.toggled)
        self.slider.valueChanged.connect(lambda value: self.opacity_changed.emit(value / _STEPS))

    def set_opacity(self, opacity: float) -> None:
        """Move the slider, from 0 to 1."""
        self.slider.setValue(round(opacity * _STEPS))

    @property
    def opacity(self) -> float:
        """The slider's position, from 0 to 1."""
        return self.slider.value() / _STEPS
