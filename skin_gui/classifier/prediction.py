"""What the classifier says of one image."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Label = Literal["benign", "malignant"]


def label_at(probability: float, threshold: float) -> Label:
    """The label of a probability at an operating point: malignant from the threshold on."""
    return "malignant" if probability >= threshold else "benign"


@dataclass(frozen=True)
class Prediction:
    """The result for one image."""

    probability: float
    """Calibrated P(malignant), in [0, 1]."""
    threshold: float
    """The operating point: malignant from this probability on."""
    heatmap: NDArray[np.float32]
    """(14, 14) in [0, 1]: evidence for malignant by place (Grad-CAM), on one scale for all images (`on_scale`)."""
    warnings: tuple[str, ...] = ()
    """Reasons not to trust the number, e.g. "outside training data", "blurred"."""
    components: NDArray[np.float32] | None = None
    """(k,) what the network saw, as whitened principal components of the training data: the space in which it tells
    what is unlike them. None where the model has none."""

    @property
    def label(self) -> Label:
        return label_at(self.probability, self.threshold)

    def at(self, threshold: float) -> "Prediction":
        """The same prediction at another operating point."""
        return replace(self, threshold=threshold)
