"""What the user writes at the head of a report: nothing is taken from files for it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class ReportHeader:
    """Free fields; an empty one is left out."""

    patient: str = ""
    """A reference that the clinic knows the patient by."""
    site: str = ""
    """Where on the body."""
    reviewer: str = ""
    clinic: str = ""

    def lines(self) -> list[tuple[str, str]]:
        """Those that there are, each with its caption."""
        captions = (
            (QCoreApplication.translate("report", "Patient reference"), self.patient),
            (QCoreApplication.translate("report", "Site"), self.site),
            (QCoreApplication.translate("report", "Reviewer"), self.reviewer),
            (QCoreApplication.translate("report", "Clinic"), self.clinic),
        )
        return [(caption, text.strip()) for caption, text in captions if text.strip()]


NO_HEADER = ReportHeader()
