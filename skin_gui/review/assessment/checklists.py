"""Checklists of dermoscopy that a doctor fills in; the values stand in exports and sessions and never change.

Both are for melanocytic lesions and say "suspicious of melanoma", no more. Neither touches the model's probability.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum


class SevenPoint(StrEnum):
    """The criteria of the 7-point checklist (Argenziano et al. 1998, Archives of Dermatology 134: 1563-1570)."""

    ATYPICAL_NETWORK = "atypical pigment network"
    BLUE_WHITISH_VEIL = "blue-whitish veil"
    ATYPICAL_VESSELS = "atypical vascular pattern"
    IRREGULAR_STREAKS = "irregular streaks"
    IRREGULAR_PIGMENTATION = "irregular pigmentation"
    IRREGULAR_DOTS = "irregular dots and globules"
    REGRESSION = "regression structures"


class Menzies(StrEnum):
    """The features of Menzies' method (Menzies et al. 1996, Archives of Dermatology 132: 1178-1182)."""

    SYMMETRY = "symmetry of pattern"
    ONE_COLOUR = "a single colour"
    BLUE_WHITE_VEIL = "blue-white veil"
    BROWN_DOTS = "multiple brown dots"
    PSEUDOPODS = "pseudopods"
    RADIAL_STREAMING = "radial streaming"
    SCAR_LIKE = "scar-like depigmentation"
    PERIPHERAL_BLACK_DOTS = "peripheral black dots or globules"
    MANY_COLOURS = "multiple colours"
    """Five or six."""
    BLUE_GREY_DOTS = "multiple blue or grey dots"
    BROAD_NETWORK = "broadened network"


_MAJOR = frozenset({SevenPoint.ATYPICAL_NETWORK, SevenPoint.BLUE_WHITISH_VEIL, SevenPoint.ATYPICAL_VESSELS})
_NEGATIVE = frozenset({Menzies.SYMMETRY, Menzies.ONE_COLOUR})
CONTRARY: Mapping[Menzies, Menzies] = {
    Menzies.ONE_COLOUR: Menzies.MANY_COLOURS,
    Menzies.MANY_COLOURS: Menzies.ONE_COLOUR,
}
"""Each feature that another one rules out, with that other one."""

SEVEN_POINT_LIMIT = 3
"""Of the original score."""
REVISED_LIMIT = 1
"""Of the revised score."""


def seven_point_score(found: Collection[SevenPoint]) -> int:
    """0 to 10: two points for each of the three major criteria, one for each minor one.

    From 3 on a lesion is suspicious (Argenziano et al. 1998).
    """
    return sum(2 if criterion in _MAJOR else 1 for criterion in set(found))


def revised_score(found: Collection[SevenPoint]) -> int:
    """0 to 7: one point for each criterion.

    From 1 on a lesion is suspicious (Argenziano et al. 2011, British Journal of Dermatology 164: 785-790).
    """
    return len(set(found))


def menzies_is_suspicious(found: Collection[Menzies]) -> bool:
    """Whether neither negative feature (symmetry, one colour) is there and at least one positive one is."""
    return not _NEGATIVE & set(found) and bool(set(found) - _NEGATIVE)
