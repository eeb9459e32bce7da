"""The fields that a report begins with."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from skin_gui.ui.report.report_header import ReportHeader
from skin_gui.ui.widgets.window_state import window_ini

_KEPT = ("reviewer", "clinic")
"""What is the same for the next patient; a patient's reference is never stored."""
_LONGEST = 80


class HeaderForm(QWidget):
    """Four free fields, and whether pages that sum up come first."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = {
            "patient": _field(self.tr("Patient reference")),
            "site": _field(self.tr("Site")),
            "reviewer": _field(self.tr("Reviewer")),
            "clinic": _field(self.tr("Clinic")),
        }
        self.summary = QCheckBox(self.tr("Summary first"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        for field in self.fields.values():
            form.addRow(field.accessibleName(), field)
        form.addRow("", self.summary)
        settings = window_ini()
        for name in _KEPT:
            self.fields[name].setText(str(settings.value(f"report/{name}", "") or ""))

    @property
    def header(self) -> ReportHeader:
        return ReportHeader(**{name: field.text().strip() for name, field in self.fields.items()})

    def remember(self) -> None:
        """Keep what the next report will say too."""
        settings = window_ini()
        for name in _KEPT:
            settings.setValue(f"report/{name}", self.fields[name].text().strip())


def _field(caption: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(_LONGEST)
    field.setAccessibleName(caption)
    return field
