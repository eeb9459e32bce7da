"""What to expect of a model at other thresholds than its own, as far as it was measured."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.vocabulary import ModelKey


@dataclass(frozen=True)
class CurvePoint:
    """A threshold with the two rates measured there."""

    threshold: float
    sensitivity: float
    specificity: float


@dataclass(frozen=True)
class OperatingCurve:
    """Sensitivity and specificity over the threshold, on images that the model was not fitted to."""

    points: tuple[CurvePoint, ...]
    """By rising threshold; the sensitivity never rises and the specificity never falls."""
    malignant: int | None = None
    """Malignant images that it was measured on, where the model says so."""
    benign: int | None = None

    def at(self, threshold: float) -> CurvePoint:
        """The rates at a threshold in [0, 1], on the straight line between the points measured beside it."""
        if threshold <= self.points[0].threshold:
            first = self.points[0]
            return CurvePoint(threshold, first.sensitivity, first.specificity)
        for left, right in pairwise(self.points):
            if threshold <= right.threshold:
                width = right.threshold - left.threshold
                part = (threshold - left.threshold) / width if width else 1.0
                return CurvePoint(
                    threshold,
                    left.sensitivity + part * (right.sensitivity - left.sensitivity),
                    left.specificity + part * (right.specificity - left.specificity),
                )
        last = self.points[-1]
        return CurvePoint(threshold, last.sensitivity, last.specificity)

    def for_sensitivity(self, target: float) -> CurvePoint:
        """The largest measured threshold that still reaches a sensitivity; the smallest one where none does."""
        reaching = [point for point in self.points if point.sensitivity >= target]
        return reaching[-1] if reaching else self.points[0]


def operating_curve(info: ModelInfo) -> OperatingCurve | None:
    """The curve in a model's metrics; None where it has none or a malformed one."""
    try:
        points = _points(info.metrics[ModelKey.OPERATING_CURVE])
    except (KeyError, TypeError, ValueError):
        return None
    # A retrained model's figures are those of its held-out images; its curve is measured out of fold.
    measured = info.metrics.get(ModelKey.OUT_OF_FOLD, info.metrics)
    malignant, benign = _counts(measured)
    return OperatingCurve(points, malignant, benign)


def specificity_at(info: ModelInfo, threshold: float | None = None) -> float | None:
    """The specificity at a threshold, the model's own for None; None where it was not measured there."""
    own = info.operating_point
    if threshold is None or threshold == own.threshold:
        return own.specificity
    curve = operating_curve(info)
    return None if curve is None else curve.at(threshold).specificity


def _points(rows: Sequence[Sequence[float]]) -> tuple[CurvePoint, ...]:
    points = sorted((CurvePoint(*map(float, row)) for row in rows), key=lambda point: point.threshold)
    for point in points:
        values = (point.threshold, point.sensitivity, point.specificity)
        if not all(math.isfinite(value) and 0 <= value <= 1 for value in values):
            raise ValueError(f"{point} is no point of an operating curve")
    if len(points) < 2:
        raise ValueError("a curve has two points at least")
    for left, right in pairwise(points):
        if right.sensitivity > left.sensitivity or right.specificity < left.specificity:
            raise ValueError("the rates move the wrong way")
    return tuple(points)


def _counts(metrics: Any) -> tuple[int | None, int | None]:
    """Malignant and benign images of a confusion matrix."""
    try:
        counts = metrics["confusion"]
        return int(counts["tp"]) + int(counts["fn"]), int(counts["tn"]) + int(counts["fp"])
    except (KeyError, TypeError, ValueError):
        return None, None
