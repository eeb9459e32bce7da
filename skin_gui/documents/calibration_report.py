"""A calibration for one clinic: as text for reading, and as the card of the model that came of it."""

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.documents import card
from skin_gui.documents.card import Section
from skin_gui.documents.figures import CALIBRATED, by_class, figure, side_by_side
from skin_gui.training.reports.clinic_report import ClinicReport
from skin_gui.vocabulary import ModelKey


def calibration_text(report: ClinicReport) -> str:
    """The figures before and after, side by side."""
    before, after = report.fitted.before, report.fitted.after
    lines = [
        f"Before: {report.base_name}, threshold {before.threshold:.3f}",
        f"After:  {report.name}, threshold {after.threshold:.3f}",
        f"{before.n} images: {by_class(before)}; {report.measured_on}",
        f"Probabilities, Brier score and ECE are for a prevalence of {report.fitted.prevalence:.1%}.",
        "",
        *side_by_side(("before", "after"), (before, after), CALIBRATED),
        "",
        "The AUC cannot change: calibration changes no order of images.",
        *map(str, report.notes),
    ]
    return "\n".join(lines)


def clinic_card(info: ModelInfo, report: ClinicReport, base_card: str) -> str:
    """The card of a calibrated model: what was done to it, what it is worth, then the card of what it was made from."""
    counts = info.data[ModelKey.COUNTS]["calibration"]
    sides = (report.fitted.before, report.fitted.after)
    rows = [(kind.english, *(figure(kind.of(side)) for side in sides)) for kind in CALIBRATED]
    what = (
        f"**Calibration only.** This is {report.base_name} with another calibration and another operating point, "
        "fitted to one clinic's own images. Its network and its head are unchanged: it ranks images as before, "
        "and what it finds unlike its training data it still does."
    )
    share = f"{report.fitted.prevalence:.1%}"
    data = card.bullets(
        [
            f"{counts['benign']} benign and {counts['malignant']} malignant images, from: "
            f"{', '.join(info.data['folders'])}.",
            f"Probabilities are made for a prevalence of {share}.",
            f"SHA-256 over the sorted hashes of the images: {info.data['calibration_sha256']}.",
            *map(str, report.notes),
        ]
    )
    said = str(report.measured_on)
    measured = f"{said[:1].upper()}{said[1:]}. Brier score and ECE are at a prevalence of {share}."
    limits = [
        card.OWN_FIGURES,
        "It is made for images of the clinic and camera that it was calibrated with, and for no others.",
        *card.LIMITS,
    ]
    sections = [
        Section("What it is", what),
        card.operating_point(info),
        Section("Before and after", f"{measured}\n\n{card.table(('', 'before', 'after'), rows)}"),
        card.INTENDED_USE,
        Section("Limits", card.bullets(limits)),
        Section("Data", data),
        Section("The model that was calibrated", _below(base_card) or "It has no card."),
    ]
    return card.model_card(info, sections)


def _below(text: str) -> str:
    """A card's text with its headings two levels lower."""
    return "\n".join(f"##{line}" if line.startswith("#") else line for line in text.strip().splitlines())
