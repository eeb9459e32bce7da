"""The figures of a calibration before and after, and the three things that can become of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from skin_gui.ui.comparison.comparison_texts import figure_text
from skin_gui.ui.widgets.facts import words
from skin_gui.ui.widgets.formats import in_reading_direction, percent
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.row_frame import text_label
from skin_gui.ui.widgets.texts import measured_text

if TYPE_CHECKING:
    from skin_gui.training.metrics.metrics import Metrics
    from skin_gui.training.reports.clinic_report import ClinicReport


class BeforeAfter(QWidget):
    """A row for each figure, then Activate, Keep and Discard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = text_label("", "section")
        frame = QFrame()
        frame.setObjectName("settingsFrame")
        self.grid = QGridLayout(frame)
        self.grid.setContentsMargins(16, 12, 16, 12)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(6)
        self.explanation = text_label("", "small")
        self.notes = MessageBox("warning")
        self.activate_button = QPushButton(self.tr("Activate"))
        self.activate_button.setProperty("primary", True)
        self.keep_button = QPushButton(self.tr("Keep Without Activating"))
        self.discard_button = QPushButton(self.tr("Discard…"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.discard_button)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.activate_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.heading, frame, self.explanation, self.notes):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def show_report(self, report: "ClinicReport") -> None:
        """Show a calibration's figures."""
        while (item := self.grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.heading.setText(in_reading_direction(report.name))
        for column, text in ((1, self.tr("Before")), (3, self.tr("After"))):
            self._put(text, "section", 0, column, span=2)
        sides = (report.fitted.before, report.fitted.after)
        for row, (key, name) in enumerate(self._names().items(), start=1):
            self._put(name, "body", row, 0)
            for place, metrics in enumerate(sides):
                value, interval = _figure(metrics, key)
                self._put(value, "body", row, 1 + 2 * place)
                self._put(interval, "small", row, 2 + 2 * place)
        for column in (2, 4):
            self.grid.setColumnStretch(column, 1)
        text = self.tr(
            "Measured {measured}. Probabilities, Brier score and ECE are for a prevalence of {prevalence}. Calibration "
            "changes no order of images, so the AUC stays."
        )
        self.explanation.setText(
            text.format(measured=measured_text(report.measured_on), prevalence=percent(report.fitted.prevalence))
        )
        self.notes.set_messages(list(map(words, report.notes)))

    def _names(self) -> dict[str, str]:
        return {
            "auc": self.tr("AUC"),
            "brier": self.tr("Brier score (lower is better)"),
            "ece": self.tr("ECE (lower is better)"),
            "sensitivity": self.tr("Sensitivity (SEN)"),
            "specificity": self.tr("Specificity (SPE)"),
            "threshold": self.tr("Operating point"),
        }

    def _put(self, text: str, role: str, row: int, column: int, *, span: int = 1) -> None:
        label = QLabel(text)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.grid.addWidget(label, row, column, 1, span)


def _figure(metrics: "Metrics", key: str) -> tuple[str, str]:
    found = getattr(metrics, key)
    return (QLocale().toString(found, "f", 3), "") if isinstance(found, float) else figure_text(found)
