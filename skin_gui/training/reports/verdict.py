"""What a comparison of two models comes to, in one sentence."""

from typing import TYPE_CHECKING

from skin_gui.wording.fact import Fact
from skin_gui.wording.training import Verdict

if TYPE_CHECKING:  # the window reads this module in the viewer edition too, which lacks scipy
    from skin_gui.training.metrics.auc import AucDifference
    from skin_gui.training.metrics.comparison import McNemar

SIGNIFICANT = 0.05

_TRADES = {
    (1, -1): Verdict.MORE_FOUND_MORE_FLAGGED,
    (-1, 1): Verdict.FEWER_FOUND_FEWER_FLAGGED,
    (1, 0): Verdict.MORE_FOUND,
    (-1, 0): Verdict.FEWER_FOUND,
    (0, 1): Verdict.FEWER_FLAGGED,
    (0, -1): Verdict.MORE_FLAGGED,
}
"""What differences in the malignant and in the benign lesions mean, where they are not the same for both."""


def verdict(malignant: "McNemar", benign: "McNemar", auc: "AucDifference") -> Fact:
    """The conclusion: a difference counts where a test says that chance hardly explains it.

    Malignant and benign images are tested apart: among many benign images a model that misses more melanomas, but calls
    fewer nevi malignant, is right more often.

    Args:
        malignant: of the active and the new model, on the malignant images.
        benign: the same on the benign ones.
        auc: new minus active.
    """
    classes, of_auc = (_sign(malignant), _sign(benign)), _auc_sign(auc)
    if classes in _TRADES and (of_auc == 0 or 0 not in classes):
        return _TRADES[classes]()
    signs = {*classes, of_auc} - {0}
    if signs == {1}:
        return Verdict.BETTER()
    if signs == {-1}:
        return Verdict.WORSE()
    return Verdict.CONTRADICTORY() if signs else Verdict.NO_DIFFERENCE()


def is_clearly_worse(malignant: "McNemar", benign: "McNemar", auc: "AucDifference") -> bool:
    """Whether some test speaks against the new model, and none for it."""
    return {_sign(malignant), _sign(benign), _auc_sign(auc)} - {0} == {-1}


def _sign(test: "McNemar") -> int:
    """+1 for the new model, -1 for the active one, 0 where the test finds no difference."""
    if test.p_value >= SIGNIFICANT:
        return 0
    return 1 if test.only_b_right > test.only_a_right else -1


def _auc_sign(auc: "AucDifference") -> int:
    """The same for the AUC."""
    difference, p_value = auc.difference.value, auc.p_value
    if p_value is None or difference is None or p_value >= SIGNIFICANT:
        return 0
    return 1 if difference > 0 else -1
