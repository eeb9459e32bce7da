"""The total dermoscopy score of the ABCD rule, for melanocytic lesions only.

Stolz et al. 1994, and Nachbar et al., "The ABCD rule of dermatoscopy" (J Am Acad Dermatol 1994; 30:551), whose
authors reached 92.8 % sensitivity and 90.3 % specificity with it; at the bedside 83 % and 45 % were found.
"""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["benign", "suspicious", "malignant"]

WEIGHTS = (1.3, 0.1, 0.5, 0.5)
"""Of asymmetry, border, colours and structures."""
SUSPICIOUS_FROM = 4.75
MALIGNANT_ABOVE = 5.45
STRUCTURES_RANGE = (1, 5)


def verdict(score: float) -> Verdict:
    """What the rule says of a score: below 4.75 benign, to 5.45 suspicious, above malignant."""
    rounded = round(score, 6)  # sums of tenths
    if rounded < SUSPICIOUS_FROM:
        return "benign"
    return "suspicious" if rounded <= MALIGNANT_ABOVE else "malignant"


@dataclass(frozen=True)
class DermoscopyScore:
    """A, B, C and D, and the total that they give."""

    asymmetry: int
    """0 to 2."""
    border: int
    """0 to 8."""
    colours: int
    """1 to 6."""
    structures: int | None = None
    """1 to 5; None where they were not measured."""

    def total(self, structures: int) -> float:
        """The total with so many structures."""
        values = (self.asymmetry, self.border, self.colours, structures)
        return round(sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True)), 2)

    @property
    def low(self) -> float:
        """The least that the total can be."""
        return self.total(STRUCTURES_RANGE[0] if self.structures is None else self.structures)

    @property
    def high(self) -> float:
        """The most that the total can be."""
        return self.total(STRUCTURES_RANGE[1] if self.structures is None else self.structures)

    @property
    def value(self) -> float:
        """The total, or the middle of its range where structures were not measured."""
        return round((self.low + self.high) / 2, 2)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the rule can say within the range, from the mildest on; one word where the range does not matter."""
        totals = [self.total(count) for count in range(STRUCTURES_RANGE[0], STRUCTURES_RANGE[1] + 1)]
        found = [verdict(total) for total in totals if self.low <= total <= self.high]
        return tuple(dict.fromkeys(found))
