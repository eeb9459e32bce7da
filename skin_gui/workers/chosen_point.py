"""The operating point in force: the user's choice, as far as a model allows it."""

from dataclasses import dataclass

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.classifier.operating_curve import operating_curve
from skin_gui.preferences import Preferences
from skin_gui.preferences.declared import OPERATING_POINT, TARGET_SENSITIVITY, THRESHOLD


@dataclass(frozen=True)
class ChosenPoint:
    """A threshold with what to expect there; the rates are None where nobody measured them."""

    threshold: float
    sensitivity: float | None
    specificity: float | None


def chosen_point(info: ModelInfo, preferences: Preferences) -> ChosenPoint:
    """The threshold that the preferences ask for.

    A target sensitivity needs the model's operating curve; a model without one keeps its own point.
    """
    own = info.operating_point
    curve = operating_curve(info)
    match preferences[OPERATING_POINT]:
        case "sensitivity" if curve is not None:
            point = curve.for_sensitivity(preferences[TARGET_SENSITIVITY])
        case "threshold" if preferences[THRESHOLD] == own.threshold:
            return ChosenPoint(own.threshold, own.sensitivity, own.specificity)
        case "threshold" if curve is not None:
            point = curve.at(preferences[THRESHOLD])
        case "threshold":
            return ChosenPoint(preferences[THRESHOLD], None, None)
        case _:
            return ChosenPoint(own.threshold, own.sensitivity, own.specificity)
    return ChosenPoint(point.threshold, point.sensitivity, point.specificity)
