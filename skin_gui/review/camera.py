"""Whether a batch looks as if it came from a camera or clinic that the model's figures do not hold for."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from skin_gui.review.results import Result
from skin_gui.vocabulary import ImageWarning

_FEWEST_FLAGGED_OF = 20
_EXPECTED = 0.05
"""Share of images like the training data that is flagged: the limit is chosen so."""
_SIGNIFICANT = 0.001
_FLAGGED = 0.15
"""In a large batch 6 % are significant too, but no reason to doubt the other 94 %."""

# One side holds nearly all: of benign lesions from clinics that were not in the training data a model without their
# camera called 98 of 100 and 79 of 100 malignant. In a usual mixture a model of specificity 0.5 or more calls less than
# 9 of 10 malignant, up to a share of malignant lesions of 0.8; and one that calls even 5 of 100 benign ones malignant
# seldom says benign of more than 97 in 100.
_FEWEST_CALLED = 30
_MOST_MALIGNANT = 0.90
_MOST_BENIGN = 0.97


class Doubt(StrEnum):
    """Why the figures may not hold."""

    UNFAMILIAR = "unfamiliar"
    """Many images are outside training data."""
    NEARLY_ALL_MALIGNANT = "nearly all malignant"
    NEARLY_ALL_BENIGN = "nearly all benign"


@dataclass(frozen=True)
class CameraDoubt:
    """A reason with its counts."""

    doubt: Doubt
    count: int
    """Images that are flagged, or called so."""
    total: int
    """Images classified."""


@dataclass
class Tally:
    """What the rule needs of a batch, counted row by row."""

    classified: int = 0
    flagged: int = 0
    malignant: int = 0

    @classmethod
    def of(cls, results: Iterable[Result]) -> "Tally":
        tally = cls()
        for result in results:
            tally.add(result)
        return tally

    def add(self, result: Result) -> None:
        """Count a row; one that failed counts nowhere."""
        if result.label is None:
            return
        self.classified += 1
        self.flagged += ImageWarning.OUTSIDE_TRAINING_DATA in result.warnings
        self.malignant += result.label == "malignant"


def camera_doubt(tally: Tally, specificity: float | None = None) -> CameraDoubt | None:
    """Whether the model's figures are to be doubted for a batch, and why; the first reason that holds.

    Images are flagged too often where at least 15 % of 20 or more are, and where that has a probability below 0.001 if
    5 % are expected (one-sided binomial test). Labels are piled up where more than 90 % of 30 or more images are called
    malignant, or more than 97 % benign, which a model that clears nearly all benign lesions may do of many batches: it
    counts where it has a probability below 0.001 if all lesions were benign.

    Args:
        specificity: of the model at the threshold in force; None where it is not known.
    """
    total, flagged, malignant = tally.classified, tally.flagged, tally.malignant
    if (
        total >= _FEWEST_FLAGGED_OF
        and flagged >= _FLAGGED * total
        and binomial_tail(flagged, total, _EXPECTED) < _SIGNIFICANT
    ):
        return CameraDoubt(Doubt.UNFAMILIAR, flagged, total)
    if total < _FEWEST_CALLED:
        return None
    if malignant > _MOST_MALIGNANT * total:
        return CameraDoubt(Doubt.NEARLY_ALL_MALIGNANT, malignant, total)
    benign = total - malignant
    if benign > _MOST_BENIGN * total and not _is_usual(benign, total, specificity):
        return CameraDoubt(Doubt.NEARLY_ALL_BENIGN, benign, total)
    return None


def _is_usual(benign: int, total: int, specificity: float | None) -> bool:
    """Whether a batch of benign lesions alone would often have as many that are called benign."""
    if specificity is None or specificity <= 0:
        return False
    return specificity >= 1 or binomial_tail(benign, total, specificity) >= _SIGNIFICANT


def binomial_tail(successes: int, total: int, share: float) -> float:
    """The probability of at least `successes` among `total` where each has the probability `share`, in (0, 1)."""
    # Without SciPy, which the edition without training lacks.
    logs = (
        math.lgamma(total + 1)
        - math.lgamma(k + 1)
        - math.lgamma(total - k + 1)
        + k * math.log(share)
        + (total - k) * math.log1p(-share)
        for k in range(successes, total + 1)
    )
    return min(1.0, math.fsum(map(math.exp, logs)))
