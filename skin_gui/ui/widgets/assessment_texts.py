"""The words for diagnoses, tags and histology, in the user's language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.terms import Diagnosis, Histology, Tag


def _findings() -> dict[str, str]:
    return {
        Diagnosis.NEVUS: QCoreApplication.translate("Assessment", "Nevus"),
        Diagnosis.MELANOMA: QCoreApplication.translate("Assessment", "Melanoma"),
        Diagnosis.BCC: QCoreApplication.translate("Assessment", "Basal cell carcinoma"),
        Diagnosis.SCC_AK: QCoreApplication.translate("Assessment", "Squamous cell carcinoma or actinic keratosis"),
        Diagnosis.KERATOSIS: QCoreApplication.translate("Assessment", "Benign keratosis"),
        Diagnosis.DERMATOFIBROMA: QCoreApplication.translate("Assessment", "Dermatofibroma"),
        Diagnosis.VASCULAR: QCoreApplication.translate("Assessment", "Vascular lesion"),
        Diagnosis.OTHER: QCoreApplication.translate("Assessment", "Other"),
        Histology.OTHER_BENIGN: QCoreApplication.translate("Assessment", "Other, benign"),
        Histology.OTHER_MALIGNANT: QCoreApplication.translate("Assessment", "Other, malignant"),
    }


def finding_text(finding: Diagnosis | Histology | None) -> str:
    """A diagnosis or what the pathologist found; empty for none."""
    return "" if finding is None else _findings()[finding]


def tag_text(tag: Tag) -> str:
    """One tag."""
    return {
        Tag.BIOPSY: QCoreApplication.translate("Assessment", "Biopsy"),
        Tag.EXCISION: QCoreApplication.translate("Assessment", "Excision"),
        Tag.FOLLOW_UP: QCoreApplication.translate("Assessment", "Follow-up"),
        Tag.SECOND_OPINION: QCoreApplication.translate("Assessment", "Second opinion"),
        Tag.PHOTOGRAPH_AGAIN: QCoreApplication.translate("Assessment", "Photograph again"),
        Tag.TELL_PATIENT: QCoreApplication.translate("Assessment", "Tell the patient"),
        Tag.TEACHING: QCoreApplication.translate("Assessment", "Teaching"),
    }[tag]


def tags_text(tags: Sequence[Tag]) -> str:
    """Several tags; empty for none."""
    return QLocale().createSeparatedList([tag_text(tag) for tag in tags]) if tags else ""


def assessment_rows(known: Assessment) -> list[tuple[str, str]]:
    """What there is, each with its caption."""
    rows = [
        (QCoreApplication.translate("Assessment", "Diagnosis"), finding_text(known.diagnosis)),
        (QCoreApplication.translate("Assessment", "Tags"), tags_text(known.tags)),
        (QCoreApplication.translate("Assessment", "Histology"), finding_text(known.histology)),
    ]
    return [(caption, text) for caption, text in rows if text]
