"""From the head's logit to a calibrated probability."""

import math
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skin_gui.wording.fact import UnusableError
from skin_gui.wording.models import ModelFault


@dataclass(frozen=True)
class Calibration:
    """Platt scaling, P(malignant) = sigmoid(scale * logit + offset).

    Temperature scaling is the special case scale = 1 / temperature, offset = 0. The scale is
    positive, so calibration never changes the order of two images.

    Raises:
        ValueError: the scale is not positive or a number is not finite.
    """

    scale: float = 1.0
    offset: float = 0.0

    def __post_init__(self) -> None:
        """Refuse a calibration that would turn the order round or yield NaN."""
        if not (math.isfinite(self.scale) and math.isfinite(self.offset) and self.scale > 0):
            raise UnusableError(ModelFault.NO_CALIBRATION(scale=str(self.scale), offset=str(self.offset)))

    @overload
    def probability(self, logit: float) -> float: ...
    @overload
    def probability(self, logit: NDArray[np.floating]) -> NDArray[np.float64]: ...
    def probability(self, logit: ArrayLike) -> float | NDArray[np.float64]:
        """Calibrated P(malignant) in [0, 1], of one logit or of an array of any shape."""
        scaled = self.scale * np.asarray(logit, dtype=np.float64) + self.offset
        # 1 / (1 + exp(-x)) without overflow at either end
        probability = np.exp(-np.logaddexp(0.0, -scaled))
        return float(probability) if np.ndim(logit) == 0 else np.asarray(probability)
