"""What was measured of the shipped model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.training.data.dataset import Dataset
from skin_gui.training.metrics.evaluation import age_band
from skin_gui.training.metrics.metrics import DiagnosisRow, GroupRow, Metrics, by_diagnosis, by_group, evaluate
from skin_gui.training.metrics.operating_point import operating_curve
from skin_gui.training.metrics.reliability import ece
from tools.train_model.shipped_steps import BARCELONA, HAM10000, ISIC

Mask = NDArray[np.bool_]


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
    """The sets of `set_masks`, by folds by lesion."""
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
    """Which images belong to each set that is measured at home, by the folds by lesion."""
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
