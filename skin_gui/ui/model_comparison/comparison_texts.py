"""What a comparison of two models means, in plain words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.training.plan import HeldOutFrom
from skin_gui.training.reports.verdict import SIGNIFICANT
from skin_gui.ui.texts.facts import words

if TYPE_CHECKING:
    from skin_gui.training.metrics.intervals import Estimate, Rate
    from skin_gui.training.reports.model_comparison import Comparison


def figure_text(figure: "Estimate | Rate | float") -> tuple[str, str]:
    if isinstance(figure, float):
        return _number(figure), ""
    if figure.value is None:
        return QCoreApplication.translate("comparison", "not defined"), ""
    if figure.low is None or figure.high is None:
        return _number(figure.value), ""
    interval = QCoreApplication.translate("comparison", "{low} to {high}")
    return _number(figure.value), interval.format(low=_number(figure.low), high=_number(figure.high))


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
    not_validated = QCoreApplication.translate(
        "comparison",
        "The new model is not validated: nobody has checked it on lesions from elsewhere. Its name says so in "
        "every result and every export.",
    )
    return [*map(words, comparison.cautions), not_validated]


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
