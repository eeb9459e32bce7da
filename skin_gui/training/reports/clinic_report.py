"""What a calibration for one clinic is worth: as text, as JSON and as the model's card."""

from dataclasses import dataclass
from typing import Any

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.measured_on import MeasuredOn
from skin_gui.training.fitting.own_calibration import OwnCalibration
from skin_gui.training.metrics.intervals import Estimate, Rate
from skin_gui.training.metrics.metrics import Metrics
from skin_gui.training.reports import card
from skin_gui.training.reports.card import Section
from skin_gui.vocabulary import ModelKey
from skin_gui.wording.fact import Fact

SHOWN = (
    ("AUC", "auc"),
    ("Brier score", "brier"),
    ("ECE", "ece"),
    ("Sensitivity (SEN)", "sensitivity"),
    ("Specificity (SPE)", "specificity"),
)
"""The figures that are shown before and after: the name, and the attribute of `Metrics`."""


@dataclass(frozen=True, eq=False)
class ClinicReport:
    """A calibration with all that a reader needs to judge it."""

    name: str
    """Of the new model, as results show it."""
    base_name: str
    """Of the model that was calibrated, the same way."""
    fitted: OwnCalibration
    measured_on: MeasuredOn
    notes: tuple[Fact, ...] = ()
    """What limits it."""

    def to_text(self) -> str:
        """The figures before and after, side by side."""
        before, after = self.fitted.before, self.fitted.after
        malignant = before.confusion.tp + before.confusion.fn
        lines = [
            f"Before: {self.base_name}, threshold {before.threshold:.3f}",
            f"After:  {self.name}, threshold {after.threshold:.3f}",
            f"{before.n} images: {before.n - malignant} benign, {malignant} malignant; {self.measured_on}",
            f"Probabilities, Brier score and ECE are for a prevalence of {self.fitted.prevalence:.1%}.",
            "",
            f"{'':<20}{'before':<28}after",
            *(f"{name:<20}{figure(before, key):<28}{figure(after, key)}" for name, key in SHOWN),
            "",
            "The AUC cannot change: calibration changes no order of images.",
            *map(str, self.notes),
        ]
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """The same as plain values."""
        fitted = self.fitted
        return {
            "name": self.name,
            "base": self.base_name,
            "measured_on": str(self.measured_on),
            "prevalence": fitted.prevalence,
            "target_sensitivity": fitted.choice.target,
            "calibration": {"scale": fitted.calibration.scale, "offset": fitted.calibration.offset},
            "threshold": fitted.choice.threshold,
            "before": fitted.before.to_json(),
            "after": fitted.after.to_json(),
            "notes": list(map(str, self.notes)),
        }


def figure(metrics: Metrics, key: str) -> str:
    """A figure with its 95 % interval where it has one."""
    found: Rate | Estimate | float = getattr(metrics, key)
    return f"{found:.3f}" if isinstance(found, float) else str(Estimate(found.value, found.low, found.high))


def clinic_card(info: ModelInfo, report: ClinicReport, base_card: str) -> str:
    """The card of a calibrated model: what was done to it, what it is worth, then the card of what it was made from."""
    counts = info.data[ModelKey.COUNTS]["calibration"]
    rows = [(name, figure(report.fitted.before, key), figure(report.fitted.after, key)) for name, key in SHOWN]
    what = (
        f"**Calibration only.** This is {report.base_name} with another calibration and another operating point, "
        "fitted to one clinic's own images. Its network and its head are unchanged: it ranks images as before, "
        "and what it finds unlike its training data it still does."
    )
    data = card.bullets(
        [
            f"{counts['benign']} benign and {counts['malignant']} malignant images, from: "
            f"{', '.join(info.data['folders'])}.",
            f"Probabilities are made for a prevalence of {report.fitted.prevalence:.1%}.",
            f"SHA-256 over the sorted hashes of the images: {info.data['calibration_sha256']}.",
            *map(str, report.notes),
        ]
    )
    said = str(report.measured_on)
    measured = f"{said[:1].upper()}{said[1:]}. Brier score and ECE are at that prevalence."
    limits = [
        "Nobody but its maker has checked this model; its data and figures are the maker's own.",
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
