"""MODEL_CARD.md: what a model is, what it was measured on, and what it must not be used for.

Sections of a model card as Mitchell et al. 2019, "Model Cards for Model Reporting", propose them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from skin_gui import about
from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.documents.figures import COMPARED, figure
from skin_gui.training.metrics.intervals import Estimate
from skin_gui.training.metrics.metrics import DiagnosisRow, GroupRow, Metrics

_MADE = "How it is made"


@dataclass(frozen=True)
class Section:
    """A heading and the Markdown below it."""

    title: str
    text: str


def model_card(info: ModelInfo, sections: Sequence[Section]) -> str:
    """The card of a model: these sections, which a doctor asks for, and last how it is made, as model.json says."""
    status = "Validated by the makers of the program" if info.validated else "**Not validated**"
    parts = [
        f"# {info.name}",
        f"{about.DISCLAIMER}. {status}.",
        *(f"## {section.title}\n\n{section.text}" for section in (*sections, Section(_MADE, _description(info)))),
    ]
    return "\n\n".join(parts) + "\n"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in cells)


def bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def operating_point(info: ModelInfo) -> Section:
    point = info.operating_point
    low, high = point.sensitivity_interval
    low_specificity, high_specificity = point.specificity_interval
    rows = [
        ("Threshold", f"{point.threshold:.3f}"),
        ("Chosen for a sensitivity of", f"{point.target_sensitivity:.2f}"),
        ("Expected sensitivity", figure(Estimate(point.sensitivity, low, high))),
        ("Expected specificity", figure(Estimate(point.specificity, low_specificity, high_specificity))),
        ("Measured on", str(point.measured_on)),
    ]
    text = "Malignant is what has a probability at the threshold or above. Intervals are 95 %."
    return Section("Operating point", f"{text}\n\n{table(('', ''), rows)}")


def figures(columns: Mapping[str, Metrics]) -> str:
    """The metrics of one or several sets of images or models, with 95 % intervals, as a table."""
    rows: list[list[str]] = [["Images", *(str(metrics.n) for metrics in columns.values())]]
    rows += [["Threshold", *(f"{metrics.threshold:.3f}" for metrics in columns.values())]]
    rows += [[kind.english, *(figure(kind.of(metrics)) for metrics in columns.values())] for kind in COMPARED]
    rows += [["ECE, 10 bins", *(f"{metrics.ece:.3f}" for metrics in columns.values())]]
    rows += [["TP, TN, FP, FN", *(_counts(metrics) for metrics in columns.values())]]
    return table(["", *columns], rows)


def diagnoses(rows: Sequence[DiagnosisRow]) -> Section:
    """How often each diagnosis is called malignant."""
    cells = [
        (row.diagnosis, "malignant" if row.malignant else "benign", str(row.n), called_malignant(row)) for row in rows
    ]
    return Section("Diagnoses", table(("Diagnosis", "Class", "n", "Called malignant"), cells))


def called_malignant(row: DiagnosisRow) -> str:
    """The share of a diagnosis called malignant with its interval, as a cell."""
    return "n too small" if row.called_malignant is None else figure(row.called_malignant)


def subgroups(groups: Mapping[str, Sequence[GroupRow]], measured_on: str) -> Section:
    """Figures of each subgroup of some images; "n too small" where they would say nothing."""
    rows: list[tuple[str, ...]] = []
    for name, members in groups.items():
        for row in members:
            rows.append((f"{name} {row.value}", str(row.n), *_group_cells(row.metrics)))
    cells = table(("Subgroup", "n", "ACC", "SEN", "SPE", "AUC"), rows)
    return Section("Subgroups", f"{measured_on}\n\n{cells}")


INTENDED_USE = Section(
    "Intended use",
    "Research and education on dermoscopic images of single skin lesions: to compare methods, to teach, to gather "
    "results for review by a dermatologist. It is not a medical device; no diagnosis, and no decision for or against "
    "a biopsy, may rest on it. It is not made for clinical (non-dermoscopic) photographs, for mucosa or nails, nor for "
    "lesions of kinds that its training images do not hold.",
)

OWN_FIGURES = "Nobody but its maker has checked this model; its data and figures are the maker's own."

LIMITS = (
    "The figures hold for images like those they were measured on; other dermatoscopes, cameras, skin types and "
    "clinics may give others.",
    "Among the images, malignant lesions are far more frequent than in a clinic; at a lower prevalence fewer of those "
    "called malignant are.",
    "A probability is right where as many lesions are malignant as its calibration was made for.",
    '"Outside training data" marks most images that are no dermoscopy at all, not every unusual lesion.',
    "The heatmap shows regions that the number depends on, not why, and not all that it depends on.",
)

SHIPPED_LICENCE = (
    "The base network was trained on images of HAM10000 (Tschandl, Rosendahl and Kittler 2018), which are licensed "
    "CC BY-NC 4.0. Weights derived from it are for non-commercial research; attribution is required."
)


def _description(info: ModelInfo) -> str:
    with_svm = any("texture" in part.statistics for part in info.features)
    layers = "; ".join(f"{part.layer} ({', '.join(part.statistics)})" for part in info.features)
    rows = [
        ("Created", info.created),
        (
            "Architecture",
            "VGG16, 224 x 224 pixels; fully connected head"
            f"{' and support vector machines on textures, joined' if with_svm else ''} with a sigmoid",
        ),
        ("Preset", info.preset),
        ("Features", layers),
        ("Preprocessing", info.preprocessing),
        ("Test-time flips", "yes" if info.flips else "no"),
        ("Calibration", f"Platt: scale {info.calibration.scale:.3f}, offset {info.calibration.offset:.3f}"),
        *((f"SHA-256 of {name}", digest) for name, digest in sorted(info.files.items())),
    ]
    return table(("", ""), rows)


def _group_cells(metrics: Metrics | None) -> tuple[str, ...]:
    if metrics is None:
        return ("n too small", "", "", "")
    return tuple(figure(getattr(metrics, key)) for key in ("accuracy", "sensitivity", "specificity", "auc"))


def _counts(metrics: Metrics) -> str:
    counts = metrics.confusion
    return f"{counts.tp}, {counts.tn}, {counts.fp}, {counts.fn}"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "/").split())
