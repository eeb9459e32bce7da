"""How a model does in clinics of its training data and in others, where its description measured both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skin_gui.vocabulary import ModelKey

if TYPE_CHECKING:
    from skin_gui.classifier.model_folder import ModelInfo


@dataclass(frozen=True)
class Rates:
    """At the model's own operating point."""

    sensitivity: float
    specificity: float


@dataclass(frozen=True)
class ClinicFigures:
    """The same model design in two situations."""

    unseen: Rates
    """All images, each by a model trained without its source: what the operating point promises."""
    home: Rates
    """All images, each by a model trained without its lesion."""
    prevalence: float | None = None
    """Share of malignant lesions that the probabilities are made for; None where the model does not say."""


def clinic_figures(info: "ModelInfo") -> ClinicFigures | None:
    """The figures of a model that was measured with its sources held out; None of any other."""
    home = info.metrics.get(ModelKey.HOME)
    if ModelKey.SOURCES not in info.metrics or not isinstance(home, Mapping):
        return None
    sensitivity, specificity = _rate(home, "sensitivity"), _rate(home, "specificity")
    if sensitivity is None or specificity is None:
        return None
    point = info.operating_point
    unseen = Rates(point.sensitivity, point.specificity)
    return ClinicFigures(unseen, Rates(sensitivity, specificity), info.prevalence)


def _rate(metrics: Mapping[str, Any], name: str) -> float | None:
    value = metrics.get(name)
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else None
