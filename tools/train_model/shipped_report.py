"""What was measured of the shipped model, and the sections of its card that only it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.training.data.dataset import Dataset
from skin_gui.training.fitting.calibration import fit_platt
from skin_gui.training.metrics.evaluation import age_band
from skin_gui.training.metrics.metrics import DiagnosisRow, GroupRow, Metrics, by_diagnosis, by_group, evaluate
from skin_gui.training.metrics.operating_point import operating_curve
from skin_gui.training.metrics.reliability import brier, ece
from skin_gui.training.reports import card
from skin_gui.training.reports.card import Section

Mask = NDArray[np.bool_]

PAPER = "train"
"""Name of the folder with the paper's training images."""

SETS = {
    "all": "all images",
    "paper": "the paper's training images",
    "paper_ham10000": "their HAM10000 part: nevi against melanomas of one source",
    "ham_extra": "further HAM10000 lesions of all seven diagnoses",
}

DIAGNOSES = {
    "akiec": "akiec: actinic keratosis, Bowen's disease",
    "bcc": "bcc: basal cell carcinoma",
    "bkl": "bkl: benign keratosis (seborrhoeic keratosis, solar lentigo, lichen planus-like keratosis)",
    "df": "df: dermatofibroma",
    "mel": "mel: melanoma",
    "nv": "nv: melanocytic nevus",
    "vasc": "vasc: vascular lesion (angioma, angiokeratoma, pyogenic granuloma, haemorrhage)",
}
"""The diagnoses of HAM10000 in words."""


@dataclass(frozen=True)
class OutOfFold:
    """Logits (n,) of images whose lesion the fold's fit had not seen."""

    default: NDArray[np.float64]
    paper: NDArray[np.float64]


def set_masks(dataset: Dataset) -> dict[str, Mask]:
    """Which images belong to each set of `SETS`."""
    paper = np.array([sample.folder.name == PAPER for sample in dataset])
    known = np.array([sample.lesion_id is not None for sample in dataset])
    return {
        "all": np.ones(len(dataset), dtype=bool),
        "paper": paper,
        "paper_ham10000": paper & known,
        "ham_extra": ~paper,
    }


@dataclass(frozen=True)
class Measured:
    """The figures of both presets on every set of `SETS`, out of fold."""

    at_half: Mapping[str, Metrics]
    """The default preset at the probability 0.5."""
    at_threshold: Mapping[str, Metrics]
    """The default preset at its operating point."""
    paper_at_half: Mapping[str, Metrics]
    diagnoses: Mapping[str, Sequence[DiagnosisRow]]
    """Shares called malignant on ham_extra, by what was measured."""
    subgroups: Mapping[str, Sequence[GroupRow]]
    ece_before: float
    brier_before: float
    curve: tuple[tuple[float, float, float], ...]
    """Threshold, sensitivity and specificity on all images."""

    def to_json(self) -> dict[str, Any]:
        """What model.json keeps."""
        return {
            **self.at_threshold["all"].to_json(),
            "measured_on": "out of fold",
            "ece_before_calibration": self.ece_before,
            "brier_before_calibration": self.brier_before,
            "operating_curve": self.curve,
            "sets": {
                name: {
                    "at_half": self.at_half[name].to_json(),
                    "at_threshold": self.at_threshold[name].to_json(),
                    "paper_preset_at_half": self.paper_at_half[name].to_json(),
                }
                for name in SETS
            },
        }


def measure(
    dataset: Dataset,
    groups: NDArray[np.int64],
    logits: OutOfFold,
    probabilities: NDArray[np.float64],
    threshold: float,
) -> Measured:
    """Measure the model out of fold.

    Args:
        dataset: the images.
        groups: (n,) what belongs together.
        logits: of both presets.
        probabilities: (n,) calibrated, of the default preset.
        threshold: the operating point.
    """
    labels = dataset.labels
    # The paper's head was fitted to the paper's images, so these decide its calibration too.
    own = set_masks(dataset)["paper"]
    paper = np.asarray(fit_platt(logits.paper[own], labels[own]).probability(logits.paper))
    before = 1 / (1 + np.exp(-logits.default))

    def on_sets(values: NDArray[np.float64], at: float) -> dict[str, Metrics]:
        return {
            name: evaluate(labels[mask], values[mask], at, groups[mask]) for name, mask in set_masks(dataset).items()
        }

    return Measured(
        at_half=on_sets(probabilities, 0.5),
        at_threshold=on_sets(probabilities, threshold),
        paper_at_half=on_sets(paper, 0.5),
        diagnoses={
            "default at 0.5": _diagnoses(dataset, groups, probabilities, 0.5),
            f"default at {threshold:.3f}": _diagnoses(dataset, groups, probabilities, threshold),
            "paper at 0.5": _diagnoses(dataset, groups, paper, 0.5),
        },
        subgroups=_subgroups(dataset, groups, probabilities, threshold),
        ece_before=ece(labels, before),
        brier_before=brier(labels, before).value or 0.0,
        curve=operating_curve(labels, probabilities),
    )


def _diagnoses(
    dataset: Dataset, groups: NDArray[np.int64], probabilities: NDArray[np.float64], threshold: float
) -> Sequence[DiagnosisRow]:
    """Share of each diagnosis of ham_extra called malignant."""
    mask = set_masks(dataset)["ham_extra"]
    names = [sample.diagnosis for sample, inside in zip(dataset, mask, strict=True) if inside]
    return by_diagnosis(names, dataset.labels[mask], probabilities[mask], threshold, groups=groups[mask])


def _subgroups(
    dataset: Dataset, groups: NDArray[np.int64], probabilities: NDArray[np.float64], threshold: float
) -> dict[str, Sequence[GroupRow]]:
    """Figures of each age band, sex and site among the images whose metadata is known."""
    masks = set_masks(dataset)
    known = masks["paper_ham10000"] | masks["ham_extra"]
    samples = [sample for sample, inside in zip(dataset, known, strict=True) if inside]
    values = {
        "age": [age_band(sample.age) for sample in samples],
        "sex": [sample.sex for sample in samples],
        "site": [sample.site for sample in samples],
    }
    labels = dataset.labels[known]
    return {
        name: by_group(column, labels, probabilities[known], threshold, groups=groups[known])
        for name, column in values.items()
    }


_FACTS = (
    "**Source shortcut.** All benign images of the paper's data are HAM10000 nevi; over half of its malignant ones "
    "come from other ISIC sources. A rule that only recognises the source scores about 78 % on the paper's test split. "
    "The HAM10000 part in the table is free of it, and every source was weighted to the same share of malignant "
    "images.",
    "**Lesion leakage.** 97 of the paper's 504 HAM10000 test images show a lesion that its training split shows too. "
    "Every figure here is from folds that never part the images of a lesion or copies of a picture.",
    "**One benign class.** The paper's benign images are nevi only; seborrhoeic keratoses, dermatofibromas and "
    "vascular lesions came to the training images with ham_extra.",
)


def shipped_card(info: ModelInfo, result: Measured, training_text: str) -> str:
    """The text of MODEL_CARD.md."""
    sections = [
        card.INTENDED_USE,
        Section("Data", _data_text(info)),
        Section("Training", training_text),
        Section("Three facts about the paper's data", card.bullets(_FACTS)),
        card.operating_point(info),
        Section("Figures out of fold, default preset at 0.5", _named(result.at_half)),
        Section(
            f"Figures out of fold, default preset at {info.operating_point.threshold:.3f}", _named(result.at_threshold)
        ),
        Section("Figures out of fold, paper preset at 0.5", _named(result.paper_at_half)),
        Section("Calibration", _calibration_text(result)),
        Section("Share of each diagnosis called malignant (ham_extra, out of fold)", _diagnosis_table(result)),
        card.subgroups(result.subgroups, _subgroups_text(info, result)),
        Section("Limits", card.bullets(card.LIMITS)),
        Section("Licence", f"{card.SHIPPED_LICENCE} VGG16's ImageNet weights: Oxford VGG, CC BY 4.0."),
    ]
    return card.model_card(info, sections)


def _named(columns: Mapping[str, Metrics]) -> str:
    return card.figures({SETS[name]: metrics for name, metrics in columns.items()})


def _data_text(info: ModelInfo) -> str:
    counts = ", ".join(f"{n:,} images of {name}" for name, n in info.data["sources"].items())
    return (
        f"{counts}: the paper's training images (ISIC archive; its benign half and 544 of the malignant are HAM10000) "
        "and 1,446 further HAM10000 lesions of all seven diagnoses (malignant: mel, bcc, akiec). HAM10000: Tschandl, "
        "Rosendahl and Kittler 2018, CC BY-NC 4.0. "
        f"SHA-256 over the sorted hashes of the images: {info.data['images_sha256']}."
    )


def _calibration_text(result: Measured) -> str:
    after = result.at_half["all"]
    rows = [
        ("ECE, 10 bins", f"{result.ece_before:.3f}", f"{after.ece:.3f}"),
        ("Brier score", f"{result.brier_before:.3f}", f"{after.brier.value:.3f}"),
    ]
    note = "Platt scaling of the out-of-fold logits; its two numbers were fitted to the same logits."
    return f"{note}\n\n{card.table(('', 'before', 'after'), rows)}"


def _subgroups_text(info: ModelInfo, result: Measured) -> str:
    count = sum(row.n for row in result.subgroups["sex"])
    return (
        f"Of the {count:,} HAM10000 images, out of fold, at the operating point "
        f"({info.operating_point.threshold:.3f}). "
        "Of the other images neither age nor sex nor site is known."
    )


def _diagnosis_table(result: Measured) -> str:
    columns = list(result.diagnoses)
    rows = [
        (
            DIAGNOSES.get(same[0].diagnosis, same[0].diagnosis),
            "malignant" if same[0].malignant else "benign",
            str(same[0].n),
            *map(card.called_malignant, same),
        )
        for same in zip(*result.diagnoses.values(), strict=True)
    ]
    return card.table(("Diagnosis", "Class", "n", *columns), rows)
