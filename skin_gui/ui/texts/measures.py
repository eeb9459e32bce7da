"""The words for a lesion's measures, in the user's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import percent

if TYPE_CHECKING:
    from skin_gui.measures.score import DermoscopyScore
    from skin_gui.review.measurements import Measurement


def verdict_text(name: str) -> str:
    """The word for what the rule says."""
    return {
        "benign": QCoreApplication.translate("measures", "benign"),
        "suspicious": QCoreApplication.translate("measures", "suspicious"),
        "malignant": QCoreApplication.translate("measures", "malignant"),
    }[name]


def range_text(score: "DermoscopyScore") -> str:
    """The score, as a range where it is one."""
    locale = QLocale()
    low, high = (locale.toString(value, "f", 1) for value in (score.low, score.high))
    if low == high:
        return low
    return QCoreApplication.translate("measures", "{low} to {high}").format(low=low, high=high)


def verdicts_text(score: "DermoscopyScore") -> str:
    """What the rule says of the score, or of both ends of its range."""
    words = [verdict_text(name) for name in score.verdicts]
    if len(words) == 1:
        return QCoreApplication.translate("measures", "By the rule: {verdict}").format(verdict=words[0])
    text = QCoreApplication.translate("measures", "By the rule: {low} to {high}")
    return text.format(low=words[0], high=words[-1])


def measurement_lines(measured: "Measurement") -> list[tuple[str, str]]:
    """Names and values of what was measured, for a report."""
    score = measured.score
    if score is None:
        return [(QCoreApplication.translate("measures", "Measures"), words(measured.error) if measured.error else "")]
    locale = QLocale()
    text = QCoreApplication.translate("measures", "{range}. {verdict}, for melanocytic lesions only.")
    total = text.format(range=range_text(score), verdict=verdicts_text(score))
    structures = QCoreApplication.translate("measures", "not measured")
    text = QCoreApplication.translate("measures", "asymmetry {a}, border {b}, colours {c}, structures {d}")
    criteria = text.format(
        a=locale.toString(score.asymmetry),
        b=locale.toString(score.border),
        c=locale.toString(score.colours),
        d=structures if score.structures is None else locale.toString(score.structures),
    )
    return [
        (QCoreApplication.translate("measures", "Dermoscopy score"), total),
        (QCoreApplication.translate("measures", "Criteria"), criteria),
        (QCoreApplication.translate("measures", "Outline"), outline_text(measured.area_fraction, measured.confidence)),
    ]


def outline_text(area_fraction: float | None, confidence: float | None) -> str:
    """How much of the image the lesion covers, and how sure the outline is, or that a person drew it."""
    part = percent(area_fraction or 0.0)
    if confidence is None:
        text = QCoreApplication.translate("measures", "{part} of the image. Drawn by hand.")
        return text.format(part=part)
    text = QCoreApplication.translate("measures", "{part} of the image. Expected overlap with an expert's: {overlap}.")
    return text.format(part=part, overlap=percent(confidence))
