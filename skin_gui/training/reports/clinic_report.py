"""What a calibration for one clinic is worth."""

from dataclasses import dataclass
from typing import Any

from skin_gui.measured_on import MeasuredOn
from skin_gui.training.fitting.own_calibration import OwnCalibration
from skin_gui.wording.fact import Fact


@dataclass(frozen=True, eq=False)
class ClinicReport:
    """A calibration with all that a reader needs to judge it."""

    name: str
    """Of the new model, as results show it."""
    base_name: str
    """Of the model that was calibrated, the same way."""
    fitted: OwnCalibration
    measured_on: MeasuredOn
    notes: tuple[Fact, ...] = ()
    """What limits it."""

    def to_json(self) -> dict[str, Any]:
        fitted = self.fitted
        return {
            "name": self.name,
            "base": self.base_name,
            "measured_on": str(self.measured_on),
            "prevalence": fitted.prevalence,
            "target_sensitivity": fitted.choice.target,
            "calibration": {"scale": fitted.calibration.scale, "offset": fitted.calibration.offset},
            "threshold": fitted.choice.threshold,
            "before": fitted.before.to_json(),
            "after": fitted.after.to_json(),
            "notes": list(map(str, self.notes)),
        }
