"""What a comparison of two models means, in plain words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.training.plan import HeldOutFrom
from skin_gui.ui.texts.facts import words

if TYPE_CHECKING:
    from skin_gui.training.metrics.comparison import McNemar
    from skin_gui.training.metrics.intervals import Estimate, Rate
    from skin_gui.training.reports.model_comparison import Comparison

SIGNIFICANT = 0.05
_MANY_IMAGES = 100


def figure_text(figure: "Estimate | Rate | float") -> tuple[str, str]:
    if isinstance(figure, float):
        return _number(figure), ""
    if figure.value is None:
        return QCoreApplication.translate("comparison", "not defined"), ""
    if figure.low is None or figure.high is None:
        return _number(figure.value), ""
    interval = QCoreApplication.translate("comparison", "{low} to {high}")
    return _number(figure.value), interval.format(low=_number(figure.low), high=_number(figure.high))


def verdict_text(comparison: "Comparison") -> str:
    """The conclusion in one sentence: a difference counts where a test says that chance hardly explains it.

    Malignant and benign images are tested apart: among many benign images a model that misses more melanomas, but calls
    fewer nevi malignant, is right more often.
    """
    classes, auc = (_sign(comparison.sensitivity), _sign(comparison.specificity)), _auc_sign(comparison)
    trades = _trade_texts()
    if classes in trades and (auc == 0 or 0 not in classes):
        return trades[classes]
    signs = {*classes, auc} - {0}
    if signs == {1}:
        return QCoreApplication.translate("comparison", "The new model is better on these images.")
    if signs == {-1}:
        return QCoreApplication.translate("comparison", "The new model is worse on these images.")
    if signs:
        return QCoreApplication.translate("comparison", "The tests contradict each other: look at the figures.")
    return QCoreApplication.translate("comparison", "No clear difference between the two models on these images.")


def is_clearly_worse(comparison: "Comparison") -> bool:
    """Whether some test speaks against the new model, and none for it."""
    signs = {_sign(comparison.sensitivity), _sign(comparison.specificity), _auc_sign(comparison)} - {0}
    return signs == {-1}


def _trade_texts() -> dict[tuple[int, int], str]:
    """What differences in the malignant and in the benign lesions mean, where they are not the same for both."""
    return {
        (1, -1): QCoreApplication.translate(
            "comparison", "The new model finds more malignant lesions, and calls more benign ones malignant."
        ),
        (-1, 1): QCoreApplication.translate(
            "comparison", "The new model finds fewer malignant lesions, and calls fewer benign ones malignant."
        ),
        (1, 0): QCoreApplication.translate(
            "comparison", "The new model finds more malignant lesions; no clear difference among the benign ones."
        ),
        (-1, 0): QCoreApplication.translate(
            "comparison", "The new model finds fewer malignant lesions; no clear difference among the benign ones."
        ),
        (0, 1): QCoreApplication.translate(
            "comparison",
            "The new model calls fewer benign lesions malignant; no clear difference among the malignant ones.",
        ),
        (0, -1): QCoreApplication.translate(
            "comparison",
            "The new model calls more benign lesions malignant; no clear difference among the malignant ones.",
        ),
    }


def mcnemar_text(comparison: "Comparison") -> str:
    """McNemar's tests: on which images of each class only one of the two is right, and whether that can be chance."""
    if comparison.mcnemar.only_a_right + comparison.mcnemar.only_b_right == 0:
        return QCoreApplication.translate("comparison", "Both models are right and wrong on the same images.")
    malignant = QCoreApplication.translate(
        "comparison",
        "Malignant lesions that only the new model finds: {new}; that only the active one finds: {active}.",
    )
    benign = QCoreApplication.translate(
        "comparison",
        "Benign lesions that only the new model calls benign: {new}; that only the active one does: {active}.",
    )
    return "\n".join(
        f"{text.format(new=_count(test.only_b_right), active=_count(test.only_a_right))} "
        f"{_chance_text(test.p_value, 'McNemar')}"
        for text, test in ((malignant, comparison.sensitivity), (benign, comparison.specificity))
        if test.only_a_right + test.only_b_right > 0
    )


def auc_text(comparison: "Comparison") -> str:
    """DeLong's test of the AUC; empty where there is no AUC."""
    difference, p_value = comparison.auc.difference, comparison.auc.p_value
    if difference.value is None or p_value is None:
        return ""
    change = QCoreApplication.translate("comparison", "The AUC differs by {difference}.").format(
        difference=f"{'+' if difference.value >= 0 else '−'}{_number(abs(difference.value))}"
    )
    return f"{change} {_chance_text(p_value, 'DeLong')}"


def caution_texts(comparison: "Comparison") -> list[str]:
    """What to beware of, the gravest first."""
    found = [] if comparison.unseen.guaranteed else [words(comparison.unseen.why)]
    if len(comparison.images) < _MANY_IMAGES:
        found.append(
            QCoreApplication.translate(
                "comparison", "These are few images, so the figures are uncertain: the intervals say how much."
            )
        )
    found.append(
        QCoreApplication.translate(
            "comparison",
            "The new model is not validated: nobody has checked it on lesions from elsewhere. Its name says so in "
            "every result and every export.",
        )
    )
    return found


def held_out_text(comparison: "Comparison") -> str:
    malignant = int(comparison.labels.sum())
    names = {
        HeldOutFrom.OWN_TEST_SPLIT: QCoreApplication.translate("comparison", "the folders' own test split"),
        HeldOutFrom.PART_OF_FOLDERS: QCoreApplication.translate("comparison", "images held out of the folders"),
    }
    return QCoreApplication.translate(
        "comparison", "Compared on {which}: {count} images, {benign} benign and {malignant} malignant."
    ).format(
        which=names[comparison.held_out],
        count=_count(len(comparison.images)),
        benign=_count(len(comparison.images) - malignant),
        malignant=_count(malignant),
    )


def _sign(test: "McNemar") -> int:
    """+1 for the new model, -1 for the active one, 0 where the test finds no difference."""
    if test.p_value >= SIGNIFICANT:
        return 0
    return 1 if test.only_b_right > test.only_a_right else -1


def _auc_sign(comparison: "Comparison") -> int:
    """The same for the AUC."""
    difference, p_value = comparison.auc.difference.value, comparison.auc.p_value
    if p_value is None or difference is None or p_value >= SIGNIFICANT:
        return 0
    return 1 if difference > 0 else -1


def _chance_text(p_value: float, test: str) -> str:
    if p_value < SIGNIFICANT:
        text = QCoreApplication.translate("comparison", "Chance alone hardly explains that ({p}, {test}).")
    else:
        text = QCoreApplication.translate("comparison", "Chance alone may explain that ({p}, {test}).")
    return text.format(p=_p_text(p_value), test=test)


def _p_text(p_value: float) -> str:
    return f"p < {_number(0.001)}" if p_value < 0.001 else f"p = {_number(p_value)}"


def _number(value: float) -> str:
    return QLocale().toString(float(value), "f", 3)


def _count(value: int) -> str:
    return QLocale().toString(value)
