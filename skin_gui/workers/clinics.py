"""How a model does in clinics of its training data and in others, from what its description measured by source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skin_gui.classifier.model_folder import ModelInfo


@dataclass(frozen=True)
class Rates:
    """Mean over sources, each counting the same; at the model's own operating point."""

    sensitivity: float
    specificity: float


@dataclass(frozen=True)
class ClinicFigures:
    """The same model design in two situations."""

    unseen: Rates
    """Each source measured by a model trained without it."""
    home: Rates
    """Each source measured on its lesions held out, the others having been trained on."""


def clinic_figures(info: "ModelInfo") -> ClinicFigures | None:
    """The figures of `metrics.sources`; None where the model was not measured so."""
    sources = info.metrics.get("sources")
    if not isinstance(sources, Mapping):
        return None
    unseen, home = _mean(sources, "held_out"), _mean(sources, "home")
    return ClinicFigures(unseen, home) if unseen and home else None


def _mean(sources: Mapping[str, Any], kind: str) -> Rates | None:
    measured = [source.get(kind) for source in sources.values() if isinstance(source, Mapping)]
    sensitivity, specificity = _mean_of(measured, "sensitivity"), _mean_of(measured, "specificity")
    return None if sensitivity is None or specificity is None else Rates(sensitivity, specificity)


def _mean_of(measured: list[Any], rate: str) -> float | None:
    """A source of one class has one of the two rates only."""
    found = [metrics.get(rate) for metrics in measured if isinstance(metrics, Mapping)]
    values = [float(value) for value in found if isinstance(value, int | float) and 0 <= value <= 1]
    return sum(values) / len(values) if values else None
