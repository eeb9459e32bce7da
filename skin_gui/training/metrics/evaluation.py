"""A classifier on labelled images: a row for each, the metrics, and what subgroups say."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.prediction import Label, label_at
from skin_gui.plain_text import neutral_cell
from skin_gui.training.data.dataset import CLASSES, Sample
from skin_gui.training.data.splits import group_ids
from skin_gui.training.metrics.clusters import Groups
from skin_gui.training.metrics.metrics import DiagnosisRow, GroupRow, Metrics, by_diagnosis, by_group, evaluate
from skin_gui.training.metrics.sources import SourceRow, by_source

PAPER_COLUMNS = ("No", "Input", "Category", "Output", "Result", "Probability")


@dataclass(frozen=True)
class ScoredImage:
    """What the classifier said of one file: a probability, or the reason why there is none."""

    probability: float | None
    """Calibrated P(malignant)."""
    error: str = ""
    """One sentence for the user."""
    flagged: bool = False
    """Whether it was warned of as unlike the training data."""


@dataclass(frozen=True)
class EvaluationRow:
    """One image: truth and prediction."""

    sample: Sample
    scored: ScoredImage
    threshold: float

    @property
    def predicted(self) -> Label | None:
        """The class the model says; None for a file that failed."""
        probability = self.scored.probability
        return None if probability is None else label_at(probability, self.threshold)

    @property
    def right(self) -> bool | None:
        """Whether that is the true class; None for a file that failed."""
        return None if self.predicted is None else self.predicted == self.sample.label


@dataclass(frozen=True)
class Evaluation:
    """The whole result; figures are those of the images that could be read."""

    rows: tuple[EvaluationRow, ...]
    """Every image, in the order given."""
    metrics: Metrics | None
    """None when no image could be classified."""
    groups: Mapping[str, tuple[GroupRow, ...]]
    """Subgroup tables by name ("age", "sex", ...): those for which something is known."""
    diagnoses: tuple[DiagnosisRow, ...]
    """Empty when no diagnosis is known."""
    sources: tuple[SourceRow, ...] = ()
    """Clinics, cameras or archives, by name."""

    @property
    def failed(self) -> tuple[EvaluationRow, ...]:
        """The files without a probability."""
        return tuple(row for row in self.rows if row.scored.probability is None)

    @property
    def labels(self) -> NDArray[np.int64]:
        """(n,) true classes of the images classified, 0 benign, 1 malignant."""
        classified = (row for row in self.rows if row.scored.probability is not None)
        return np.array([CLASSES.index(row.sample.label) for row in classified], dtype=np.int64)

    @property
    def probabilities(self) -> NDArray[np.float64]:
        """(n,) P(malignant) of the images classified."""
        found = (row.scored.probability for row in self.rows)
        return np.array([value for value in found if value is not None], dtype=np.float64)

    def to_json(self) -> dict[str, Any]:
        """The keys of `Metrics.to_json`, then `failed`, `diagnoses`, `groups` and `sources`."""
        return {
            **(self.metrics.to_json() if self.metrics else {"n": 0}),
            "failed": [{"path": str(row.sample.path), "error": row.scored.error} for row in self.failed],
            "diagnoses": [_diagnosis_json(row) for row in self.diagnoses],
            "groups": {name: [_group_json(row) for row in rows] for name, rows in self.groups.items()},
            "sources": [row.to_json() for row in self.sources],
        }


def evaluate_predictions(
    samples: Sequence[Sample],
    scores: Iterable[ScoredImage],
    threshold: float,
) -> Evaluation:
    """Measure what a classifier says of labelled images.

    Args:
        scores: one for each sample, in the same order; drawn one by one, so they may be computed on the way.

    Raises:
        ValueError: samples and scores are not of one number.
    """
    rows = [EvaluationRow(sample, scored, threshold) for sample, scored in zip(samples, scores, strict=True)]
    return summarise(rows, threshold)


def summarise(rows: Sequence[EvaluationRow], threshold: float, groups: Groups = None) -> Evaluation:
    """Metrics and subgroup tables of rows that are complete.

    Args:
        rows: one for each image.
        threshold: malignant from this probability on.
        groups: as `Groups`; None groups the rows by what is known of lesion, patient and archive image.
    """
    whole = Evaluation(tuple(rows), None, {}, ())
    labels, probabilities = whole.labels, whole.probabilities
    if not len(labels):
        return whole
    classified = [i for i, row in enumerate(rows) if row.scored.probability is not None]
    samples = [rows[i].sample for i in classified]
    belong = group_ids(samples) if groups is None else np.asarray(groups)[classified]
    diagnoses = [sample.diagnosis for sample in samples]
    sources = [_source(sample) for sample in samples]
    flagged = [rows[i].scored.flagged for i in classified]
    return Evaluation(
        rows=whole.rows,
        metrics=evaluate(labels, probabilities, threshold, belong),
        groups={
            name: by_group(values, labels, probabilities, threshold, groups=belong)
            for name, values in _group_values(samples).items()
        },
        diagnoses=by_diagnosis(diagnoses, labels, probabilities, threshold, groups=belong) if any(diagnoses) else (),
        sources=by_source(sources, labels, probabilities, flagged, threshold, belong),
    )


def age_band(age: float | None) -> str | None:
    """Bands of the age in years that keep enough images each: 0-29, 30-49, 50-69, 70+."""
    if age is None:
        return None
    return next((name for limit, name in ((30, "0-29"), (50, "30-49"), (70, "50-69")) if age < limit), "70+")


def _source(sample: Sample) -> str:
    return sample.source or sample.folder.name


_GROUPINGS: Mapping[str, Callable[[Sample], str | None]] = {
    "split": lambda sample: sample.split,
    "source": _source,
    "age": lambda sample: age_band(sample.age),
    "sex": lambda sample: sample.sex,
    "site": lambda sample: sample.site,
    "skin type": lambda sample: sample.skin_type,
}


def _group_values(samples: Sequence[Sample]) -> dict[str, list[str | None]]:
    """The groupings that say something: known for some image, and not the same for all."""
    values = {name: [value(sample) or None for sample in samples] for name, value in _GROUPINGS.items()}
    return {name: known for name, known in values.items() if len(set(known)) > 1}


def paper_table(rows: Iterable[EvaluationRow]) -> str:
    """The paper's table of results as CSV (RFC 4180): No, Input, Category, Output, Result, and the probability.

    Output, Result and Probability are empty for a file that failed. A file name that a spreadsheet would run as a
    formula begins with an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(PAPER_COLUMNS)
    for number, row in enumerate(rows, start=1):
        probability = row.scored.probability
        result = ("", "", "") if probability is None else (row.predicted, row.right, f"{probability:.6f}")
        writer.writerow((number, neutral_cell(row.sample.path.name), row.sample.label, *result))
    return text.getvalue()


def _diagnosis_json(row: DiagnosisRow) -> dict[str, Any]:
    return {
        "diagnosis": row.diagnosis,
        "malignant": row.malignant,
        "n": row.n,
        "called_malignant": row.called_malignant.value if row.called_malignant else None,
        "interval": row.called_malignant.interval if row.called_malignant else None,
    }


def _group_json(row: GroupRow) -> dict[str, Any]:
    return {"value": row.value, "n": row.n, "metrics": row.metrics.to_json() if row.metrics else None}
