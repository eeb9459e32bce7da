"""What the settings dialog says about the active model's operating points, as a task for a worker."""

from dataclasses import dataclass

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.classifier.operating_curve import OperatingCurve, operating_curve
from skin_gui.classifier.store import ModelStore
from skin_gui.preferences import Preferences
from skin_gui.progress import CancelCheck, Progress
from skin_gui.training.metrics.intervals import rate
from skin_gui.training.metrics.operating_point import predictive_values
from skin_gui.workers.chosen_point import chosen_point

Interval = tuple[float, float]


@dataclass(frozen=True)
class Figure:
    """A rate with its 95 % interval, where the number of images is known."""

    value: float
    interval: Interval | None


@dataclass(frozen=True)
class Expectation:
    """What to expect at one threshold; None where it was not measured, or where a result never occurs."""

    threshold: float
    sensitivity: Figure | None = None
    specificity: Figure | None = None
    positive: Figure | None = None
    """Predictive value of "malignant"; its interval spans what both rates' intervals allow."""
    negative: Figure | None = None


@dataclass(frozen=True)
class ModelExpectations:
    """A model as the Prediction page sees it."""

    info: ModelInfo
    curve: OperatingCurve | None

    def at(self, preferences: Preferences, prevalence: float) -> Expectation:
        """What to expect with these preferences where `prevalence` of the lesions are malignant."""
        point = chosen_point(self.info, preferences)
        if point.sensitivity is None or point.specificity is None:
            return Expectation(point.threshold)
        own = self.info.operating_point
        if point.threshold == own.threshold:
            sensitivity = Figure(own.sensitivity, own.sensitivity_interval)
            specificity = Figure(own.specificity, own.specificity_interval)
        else:
            malignant, benign = (self.curve.malignant, self.curve.benign) if self.curve else (None, None)
            sensitivity = _figure(point.sensitivity, malignant)
            specificity = _figure(point.specificity, benign)
        return Expectation(
            point.threshold, sensitivity, specificity, *_predictive(sensitivity, specificity, prevalence)
        )


def load_expectations(_progress: Progress, _cancelled: CancelCheck) -> ModelExpectations:
    """A task that reads the active model's description.

    Raises:
        ModelError: there is no model that can be read.
    """
    info = ModelStore().active().info
    return ModelExpectations(info, operating_curve(info))


def _figure(value: float, total: int | None) -> Figure:
    if not total:
        return Figure(value, None)
    found = rate(round(value * total), total)
    if found.low is None or found.high is None:
        return Figure(value, None)
    return Figure(value, (found.low, found.high))


def _predictive(sensitivity: Figure, specificity: Figure, prevalence: float) -> tuple[Figure | None, Figure | None]:
    """Both predictive values. Each rises with both rates, so the ends of the intervals bound it."""
    middle = predictive_values(sensitivity.value, specificity.value, prevalence)
    ends = [
        predictive_values(low_or_high, other, prevalence)
        for low_or_high, other in zip(sensitivity.interval or (), specificity.interval or (), strict=False)
    ]
    return (
        _between(middle.positive, [end.positive for end in ends]),
        _between(middle.negative, [end.negative for end in ends]),
    )


def _between(value: float | None, ends: list[float | None]) -> Figure | None:
    if value is None:
        return None
    defined = [end for end in ends if end is not None]
    return Figure(value, (defined[0], defined[1]) if len(defined) == 2 else None)
