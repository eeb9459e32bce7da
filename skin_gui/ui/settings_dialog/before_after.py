"""The figures of a calibration before and after, and the three things that can become of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from skin_gui.ui.model_comparison.comparison_figures import FiguresTable
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import in_reading_direction, percent
from skin_gui.ui.texts.results import measured_text
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.labels import restyle, text_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.wording.training import FigureName

if TYPE_CHECKING:
    from skin_gui.training.reports.clinic_report import ClinicReport

_SHOWN = (
    FigureName.AUC,
    FigureName.BRIER,
    FigureName.ECE,
    FigureName.SENSITIVITY,
    FigureName.SPECIFICITY,
    FigureName.THRESHOLD,
)


class BeforeAfter(QWidget):
    """A row for each figure, then Activate, Keep and Discard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = text_label("", "section")
        self.figures = FiguresTable()
        self.explanation = text_label("", "small")
        self.notes = MessageBox("warning")
        self.activate_button = push_button(self.tr("Activate"))
        self.keep_button = push_button(self.tr("Keep Without Activating"))
        self.discard_button = push_button(self.tr("Discard…"))
        buttons = in_row(None, self.discard_button, STRETCH, self.keep_button, self.activate_button)
        in_column(self, self.heading, self.figures, self.explanation, self.notes, buttons, spacing=12)

    def show_report(self, report: "ClinicReport") -> None:
        self.heading.setText(in_reading_direction(report.name))
        sides = (report.fitted.before, report.fitted.after)
        self.figures.show_figures((self.tr("Before"), self.tr("After")), sides, _SHOWN)
        text = self.tr(
            "Measured {measured}. Probabilities, Brier score and ECE are for a prevalence of {prevalence}. Calibration "
            "changes no order of images, so the AUC stays."
        )
        self.explanation.setText(
            text.format(measured=measured_text(report.measured_on), prevalence=percent(report.fitted.prevalence))
        )
        # What is done at once is what the figures speak for.
        for button, is_primary in (
            (self.keep_button, report.fitted.finds_fewer),
            (self.activate_button, not report.fitted.finds_fewer),
        ):
            button.setProperty("primary", is_primary)
            restyle(button)
        self.notes.set_messages(list(map(words, report.notes)))
