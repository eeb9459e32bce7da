"""The words for diagnoses, tags and histology, in the user's language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.checklists import (
    REVISED_LIMIT,
    SEVEN_POINT_LIMIT,
    Menzies,
    SevenPoint,
    menzies_is_suspicious,
    revised_score,
    seven_point_score,
)
from skin_gui.review.assessment.terms import Diagnosis, Histology, Tag
from skin_gui.review.reading.agreement import Share
from skin_gui.ui.texts.formats import percent


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
    return "" if finding is None else _findings()[finding]


def tag_text(tag: Tag) -> str:
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
    return QLocale().createSeparatedList([tag_text(tag) for tag in tags]) if tags else ""


def criterion_text(criterion: SevenPoint | Menzies) -> str:
    return {
        SevenPoint.ATYPICAL_NETWORK: QCoreApplication.translate("Checklists", "Atypical pigment network (2)"),
        SevenPoint.BLUE_WHITISH_VEIL: QCoreApplication.translate("Checklists", "Blue-whitish veil (2)"),
        SevenPoint.ATYPICAL_VESSELS: QCoreApplication.translate("Checklists", "Atypical vascular pattern (2)"),
        SevenPoint.IRREGULAR_STREAKS: QCoreApplication.translate("Checklists", "Irregular streaks (1)"),
        SevenPoint.IRREGULAR_PIGMENTATION: QCoreApplication.translate("Checklists", "Irregular pigmentation (1)"),
        SevenPoint.IRREGULAR_DOTS: QCoreApplication.translate("Checklists", "Irregular dots and globules (1)"),
        SevenPoint.REGRESSION: QCoreApplication.translate("Checklists", "Regression structures (1)"),
        Menzies.SYMMETRY: QCoreApplication.translate("Checklists", "Symmetry of pattern (speaks against melanoma)"),
        Menzies.ONE_COLOUR: QCoreApplication.translate("Checklists", "A single colour (speaks against melanoma)"),
        Menzies.BLUE_WHITE_VEIL: QCoreApplication.translate("Checklists", "Blue-white veil"),
        Menzies.BROWN_DOTS: QCoreApplication.translate("Checklists", "Multiple brown dots"),
        Menzies.PSEUDOPODS: QCoreApplication.translate("Checklists", "Pseudopods"),
        Menzies.RADIAL_STREAMING: QCoreApplication.translate("Checklists", "Radial streaming"),
        Menzies.SCAR_LIKE: QCoreApplication.translate("Checklists", "Scar-like depigmentation"),
        Menzies.PERIPHERAL_BLACK_DOTS: QCoreApplication.translate("Checklists", "Peripheral black dots or globules"),
        Menzies.MANY_COLOURS: QCoreApplication.translate("Checklists", "Five or six colours"),
        Menzies.BLUE_GREY_DOTS: QCoreApplication.translate("Checklists", "Multiple blue or grey dots"),
        Menzies.BROAD_NETWORK: QCoreApplication.translate("Checklists", "Broadened network"),
    }[criterion]


def seven_point_text(found: Sequence[SevenPoint] | None) -> str:
    """Both scores with their limits; empty for a list not filled in."""
    if found is None:
        return ""
    text = QCoreApplication.translate("Checklists", "{score} (suspicious from {limit}), revised {revised} (from {low})")
    locale = QLocale()
    return text.format(
        score=locale.toString(seven_point_score(found)),
        limit=locale.toString(SEVEN_POINT_LIMIT),
        revised=locale.toString(revised_score(found)),
        low=locale.toString(REVISED_LIMIT),
    )


def menzies_text(found: Sequence[Menzies] | None) -> str:
    if found is None:
        return ""
    if menzies_is_suspicious(found):
        return QCoreApplication.translate("Checklists", "suspicious")
    return QCoreApplication.translate("Checklists", "not suspicious")


def checklist_rows(known: Assessment) -> list[tuple[str, str]]:
    """What each checklist that was filled in says, with its name."""
    rows = [
        (QCoreApplication.translate("Checklists", "7-point checklist"), seven_point_text(known.seven_point)),
        (QCoreApplication.translate("Checklists", "Menzies' method"), menzies_text(known.menzies)),
    ]
    return [(name, text) for name, text in rows if text]


def assessment_rows(known: Assessment) -> list[tuple[str, str]]:
    """What there is, each with its caption."""
    rows = [
        (QCoreApplication.translate("Assessment", "Diagnosis"), finding_text(known.diagnosis)),
        (QCoreApplication.translate("Assessment", "Tags"), tags_text(known.tags)),
        (QCoreApplication.translate("Assessment", "Histology"), finding_text(known.histology)),
    ]
    return [*((caption, text) for caption, text in rows if text), *checklist_rows(known)]


def share_text(share: Share) -> str:
    """E.g. "12 of 14 (86 %, 60 to 96 %)"; empty where nothing was counted."""
    if share.value is None or share.interval is None:
        return ""
    locale = QLocale()
    text = QCoreApplication.translate("AgreementBox", "{count} of {total}: {share} (95 % interval {low} to {high})")
    low, high = share.interval
    return text.format(
        count=locale.toString(share.count),
        total=locale.toString(share.total),
        share=percent(share.value),
        low=percent(low),
        high=percent(high),
    )
