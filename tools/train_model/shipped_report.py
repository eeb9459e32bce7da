"""What was measured of the shipped model, and the sections of its card that only it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.documents import card
from skin_gui.documents.card import Section
from skin_gui.documents.figures import counted, figure
from skin_gui.training.data.dataset import Dataset
from skin_gui.training.metrics.evaluation import age_band
from skin_gui.training.metrics.metrics import DiagnosisRow, GroupRow, Metrics, by_diagnosis, by_group, evaluate
from skin_gui.training.metrics.operating_point import operating_curve
from skin_gui.training.metrics.reliability import ece
from tools.train_model.measures_section import measures_section
from tools.train_model.shipped_steps import BARCELONA, HAM10000, ISIC

Mask = NDArray[np.bool_]

SETS = {
    "paper": "the paper's training images",
    "paper_ham10000": "their HAM10000 part: nevi against melanomas of one source",
    "ham_extra": "further HAM10000 lesions of all seven diagnoses",
    "isic17": "ISIC 2017 without the paper's images",
    "bcn": "a hospital in Barcelona",
}
"""What is measured at home, by the folds by lesion."""

DIAGNOSES = {
    "akiec": "akiec: actinic keratosis, Bowen's disease",
    "bcc": "bcc: basal cell carcinoma",
    "bkl": "bkl: benign keratosis (seborrhoeic keratosis, solar lentigo, lichen planus-like keratosis)",
    "df": "df: dermatofibroma",
    "mel": "mel: melanoma",
    "nv": "nv: melanocytic nevus",
    "scc": "scc: squamous cell carcinoma",
    "vasc": "vasc: vascular lesion (angioma, angiokeratoma, pyogenic granuloma, haemorrhage)",
}
"""The diagnoses of HAM10000 and Barcelona in words."""


@dataclass(frozen=True)
class Probabilities:
    """Calibrated P(malignant) (n,) by heads that were fitted without the image's lesion, or without its source."""

    home: NDArray[np.float64]
    held_out: NDArray[np.float64]
    never_seen: NDArray[np.float64]
    """By a calibration, too, that was fitted without the image's source."""
    inside: Mask
    """(n,) which images a head that never saw their source finds like its training images."""
    at_prevalence: NDArray[np.float64]
    """Weights (n,) under which every source has the share of malignant lesions that the probabilities are made for."""


@dataclass(frozen=True)
class SourceRow:
    """One source: measured at home, measured by a model that never saw it, and what of that carries no warning."""

    home: Metrics
    held_out: Metrics
    ece_never_seen: float
    """Where not even the calibration has seen the source."""
    ece_at_prevalence: float
    """That, as if the source had the share of malignant lesions that the probabilities are made for."""
    flagged: float
    """Share of its images that the model which never saw it flags."""
    unflagged: Metrics | None
    """Of the others, held out; None where one class is left."""

    def to_json(self) -> dict[str, Any]:
        """What model.json keeps."""
        return {
            "home": self.home.to_json(),
            "held_out": self.held_out.to_json(),
            "ece_never_seen": self.ece_never_seen,
            "ece_at_prevalence": self.ece_at_prevalence,
            "flagged": self.flagged,
            "unflagged": self.unflagged.to_json() if self.unflagged else None,
        }


@dataclass(frozen=True)
class Measured:
    """The figures of the model at its operating point."""

    sources: Mapping[str, SourceRow]
    pooled: Metrics
    """All images, each by a model that never saw its source."""
    home: Metrics
    """All images by folds by lesion."""
    sets: Mapping[str, Metrics]
    """`SETS`, by folds by lesion."""
    diagnoses: Sequence[DiagnosisRow]
    subgroups: Mapping[str, Sequence[GroupRow]]
    curve: tuple[tuple[float, float, float], ...]
    """Threshold, sensitivity and specificity, sources held out."""

    def to_json(self) -> dict[str, Any]:
        """What model.json keeps; the figures at its top are those for an unseen clinic."""
        return {
            **self.pooled.to_json(),
            "measured_on": "sources held out in turn",
            "operating_curve": self.curve,
            "home": self.home.to_json(),
            "sources": {name: row.to_json() for name, row in self.sources.items()},
            "sets": {name: metrics.to_json() for name, metrics in self.sets.items()},
        }


def set_masks(dataset: Dataset) -> dict[str, Mask]:
    """Which images belong to each set of `SETS`."""
    folders = np.array([sample.folder.name for sample in dataset])
    traced = np.array([sample.lesion_id is not None for sample in dataset])
    paper = folders == "train"
    return {
        "paper": paper,
        "paper_ham10000": paper & traced,
        **{name: folders == name for name in ("ham_extra", "isic17", "bcn")},
    }


def measure(
    dataset: Dataset, sources: Sequence[str], groups: NDArray[np.int64], said: Probabilities, threshold: float
) -> Measured:
    """Measure the model at its operating point.

    Args:
        dataset: the images.
        sources: (n,) of each image.
        groups: (n,) what belongs together.
        said: what was said of the images.
        threshold: the operating point.
    """
    labels, names = dataset.labels, np.asarray(sources)
    every = np.ones(len(labels), dtype=bool)

    def figures(mask: Mask, values: NDArray[np.float64]) -> Metrics:
        return evaluate(labels[mask], values[mask], threshold, groups[mask])

    def row(source: str) -> SourceRow:
        own = names == source
        quiet = own & said.inside
        both = len(np.unique(labels[quiet])) == 2
        return SourceRow(
            home=figures(own, said.home),
            held_out=figures(own, said.held_out),
            ece_never_seen=ece(labels[own], said.never_seen[own]),
            ece_at_prevalence=ece(labels[own], said.never_seen[own], weights=said.at_prevalence[own]),
            flagged=float(1 - said.inside[own].mean()),
            unflagged=figures(quiet, said.held_out) if both else None,
        )

    ham = names == HAM10000
    return Measured(
        sources={source: row(source) for source in (HAM10000, ISIC, BARCELONA)},
        pooled=figures(every, said.held_out),
        home=figures(every, said.home),
        sets={name: figures(mask, said.home) for name, mask in set_masks(dataset).items() if mask.any()},
        diagnoses=_diagnoses(dataset, groups, said.held_out, threshold),
        subgroups=_subgroups(dataset, ham, groups, said.held_out, threshold),
        curve=operating_curve(labels, said.held_out),
    )


def _diagnoses(
    dataset: Dataset, groups: NDArray[np.int64], probabilities: NDArray[np.float64], threshold: float
) -> Sequence[DiagnosisRow]:
    names = [sample.diagnosis for sample in dataset]
    mask = np.array([name is not None for name in names])
    known = [name for name in names if name is not None]
    return by_diagnosis(known, dataset.labels[mask], probabilities[mask], threshold, groups=groups[mask])


def _subgroups(
    dataset: Dataset, ham: Mask, groups: NDArray[np.int64], probabilities: NDArray[np.float64], threshold: float
) -> dict[str, Sequence[GroupRow]]:
    """Figures of each age band, sex and site of the HAM10000 images: of the others none is known."""
    samples = [sample for sample, inside in zip(dataset, ham, strict=True) if inside]
    values = {
        "age": [age_band(sample.age) for sample in samples],
        "sex": [sample.sex for sample in samples],
        "site": [sample.site for sample in samples],
    }
    labels = dataset.labels[ham]
    return {
        name: by_group(column, labels, probabilities[ham], threshold, groups=groups[ham])
        for name, column in values.items()
    }


_FACTS = (
    "**Source shortcut.** All benign images of the paper's data are HAM10000 nevi; over half of its malignant ones "
    "come from other ISIC sources. A rule that only recognises the source scores about 78 % on the paper's test split, "
    "and a model that learnt it called 98 of 100 nevi of another clinic malignant. Here both classes of every source "
    "weigh the same, and the figures of an unseen clinic are from models that never saw an image of that source.",
    "**Lesion leakage.** 97 of the paper's 504 HAM10000 test images show a lesion that its training split shows too. "
    "Every figure here is from folds that never part the images of a lesion or copies of a picture.",
    "**Few benign kinds.** The paper's benign images are nevi only; seborrhoeic keratoses, dermatofibromas and "
    "vascular lesions came to the training images with the other folders.",
)


def shipped_card(info: ModelInfo, result: Measured, training_text: str) -> str:
    """The text of MODEL_CARD.md."""
    sections = [
        Section("What to expect", _expectations(result, info.metrics["prevalence"])),
        card.INTENDED_USE,
        Section("Where it fails", card.bullets(_failures(result))),
        Section("Each source at home, and held out", _ladder(result, info.metrics["prevalence"])),
        card.operating_point(info),
        Section("At home: folds by lesion", card.figures({SETS[name]: found for name, found in result.sets.items()})),
        Section("Share of each diagnosis called malignant (sources held out)", _diagnosis_table(result)),
        card.subgroups(result.subgroups, "HAM10000, by a model that never saw it, at the operating point."),
        Section("Data", _data_text(info)),
        Section("Training", training_text),
        Section("Three facts about the paper's data", card.bullets(_FACTS)),
        Section("Limits", card.bullets(card.LIMITS)),
        measures_section(),
        Section("Licence", f"{card.SHIPPED_LICENCE} VGG16's ImageNet weights: Oxford VGG, CC BY 4.0."),
    ]
    return card.model_card(info, sections)


def _expectations(result: Measured, prevalence: float) -> str:
    there, home = result.pooled, result.home
    return (
        f"In a clinic that is not in its training data it found {_of_100(there.sensitivity.value)} of 100 malignant "
        f"lesions and cleared {_of_100(there.specificity.value)} of 100 benign ones (AUC {figure(there.auc)}); "
        f"in those of its training data {_of_100(home.sensitivity.value)} and {_of_100(home.specificity.value)} "
        f"(AUC {figure(home.auc)}). "
        f"Its probabilities are for a clinic where {_of_100(prevalence)} of 100 lesions are malignant. "
        "Calibrate it on a few dozen labelled images of your own clinic before you rely on its numbers."
    )


def _of_100(value: float | None) -> str:
    return f"{100 * (value or 0):.0f}"


def _failures(result: Measured) -> list[str]:
    worst = min(result.sources, key=lambda name: result.sources[name].held_out.auc.value or 0)
    row = result.sources[worst]
    missed = [
        line for line in result.diagnoses if line.malignant and line.called_malignant and line.called_malignant.value
    ]
    missed.sort(key=lambda line: (line.called_malignant.value or 0) if line.called_malignant else 0)
    over = [line for line in result.diagnoses if not line.malignant and line.called_malignant]
    over.sort(key=lambda line: -((line.called_malignant.value or 0) if line.called_malignant else 0))
    lines = [
        f"In an unseen clinic: on {worst}, held out, its AUC is {figure(row.held_out.auc)}; of 100 malignant lesions "
        f"it misses {_of_100(1 - (row.held_out.sensitivity.value or 0))}, and of 100 benign ones it calls "
        f"{_of_100(1 - (row.held_out.specificity.value or 0))} malignant.",
        "Where another share of the lesions is malignant its probabilities are wrong, the more the further it is: "
        "where not even the calibration had seen the source, they were off by "
        + ", ".join(f"{found.ece_never_seen:.2f} on {name}" for name, found in result.sources.items())
        + " (expected calibration error); at the share "
        "that they are made for they would be off by "
        + ", ".join(f"{found.ece_at_prevalence:.2f}" for found in result.sources.values())
        + ". Calibrate it, and say how many of your lesions are malignant.",
        "A warning is no safety net: the model flags "
        + ", ".join(f"{100 * found.flagged:.0f} % of {name}" for name, found in result.sources.items())
        + " as unlike its training data when it never saw that source; most images of an unseen camera carry none.",
    ]
    if missed:
        lines.append(f"Malignant lesions it misses most: {_named(missed[:2])} called malignant.")
    if over:
        lines.append(f"Benign lesions it calls malignant most: {_named(over[:2])}.")
    return lines


def _named(rows: Sequence[DiagnosisRow]) -> str:
    return ", ".join(
        f"{row.diagnosis} ({_of_100(row.called_malignant.value if row.called_malignant else None)} of 100)"
        for row in rows
    )


def _ladder(result: Measured, prevalence: float) -> str:
    rows = []
    for name, row in result.sources.items():
        for where, found in (
            ("at home", row.home),
            ("held out", row.held_out),
            ("held out, no warning", row.unflagged),
        ):
            if found is not None:
                rows.append(
                    (
                        f"{name}, {where}",
                        str(found.n),
                        figure(found.auc),
                        counted(found.sensitivity),
                        counted(found.specificity),
                        f"{found.ece:.3f}",
                        f"{row.ece_never_seen:.3f}" if found is row.held_out else "",
                        f"{row.ece_at_prevalence:.3f}" if found is row.held_out else "",
                    )
                )
    note = (
        '"At home" is measured by five folds by lesion over all sources, "held out" by a model that never saw an image '
        "of the source. Both at the operating point and with the calibration of the shipped model, whose two numbers "
        "and threshold were fitted to all sources held out. "
        '"ECE, new" is with a calibration that never saw the source either: as in a clinic that nobody has measured. '
        "Both are for the source's own share of malignant images; the last column is the latter weighed as if "
        f"{100 * prevalence:.0f} % of them were malignant, which the probabilities are made for."
    )
    columns = ("Source", "n", "AUC", "Sensitivity", "Specificity", "ECE", "ECE, new", f"at {100 * prevalence:.0f} %")
    return f"{note}\n\n{card.table(columns, rows)}"


def _data_text(info: ModelInfo) -> str:
    counts = ", ".join(f"{n:,} images of {name}" for name, n in info.data["sources"].items())
    return (
        f"{counts}. HAM10000: the paper's images of it and 1,446 further lesions of all seven diagnoses (Tschandl, "
        "Rosendahl and Kittler 2018, CC BY-NC 4.0). ISIC archive: the paper's malignant images that are not HAM10000, "
        "and ISIC 2017 (Codella et al. 2018, CC-0). Barcelona: BCN20000 as in ISIC 2019 (Combalia et al. 2019, "
        f"CC BY-NC 4.0). SHA-256 over the sorted hashes of the images: {info.data['images_sha256']}."
    )


def _diagnosis_table(result: Measured) -> str:
    rows = [
        (
            DIAGNOSES.get(row.diagnosis, row.diagnosis),
            "malignant" if row.malignant else "benign",
            str(row.n),
            card.called_malignant(row),
        )
        for row in result.diagnoses
    ]
    return card.table(("Diagnosis", "Class", "n", "Called malignant"), rows)
