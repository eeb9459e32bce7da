"""What the user writes at the head of a report: nothing is taken from files for it but what their grouping says."""

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
    grouped_patient: str = ""
    """As the grouping of the images has it, like the lesion: of one page, while the other fields are of all."""
    grouped_lesion: str = ""

    def lines(self) -> list[tuple[str, str]]:
        captions = (
            (QCoreApplication.translate("report", "Patient reference"), self.patient),
            (QCoreApplication.translate("report", "Site"), self.site),
            (QCoreApplication.translate("report", "Reviewer"), self.reviewer),
            (QCoreApplication.translate("report", "Clinic"), self.clinic),
            (QCoreApplication.translate("ResultColumns", "Patient"), self.grouped_patient),
            (QCoreApplication.translate("ResultColumns", "Lesion"), self.grouped_lesion),
        )
        return [(caption, text.strip()) for caption, text in captions if text.strip()]


NO_HEADER = ReportHeader()
