"""Figures as every document writes them."""

from skin_gui.training.metrics.intervals import Estimate, Rate
from skin_gui.training.metrics.metrics import Metrics
from skin_gui.wording.training import FigureName

COMPARED = tuple(kind for kind in FigureName if kind not in (FigureName.ECE, FigureName.THRESHOLD))
"""The figures with an interval, in the order of tables."""
CALIBRATED = (FigureName.AUC, FigureName.BRIER, FigureName.ECE, FigureName.SENSITIVITY, FigureName.SPECIFICITY)
"""The figures that are shown before and after a calibration."""


def figure(found: Estimate | Rate | float, form: str = ".3f") -> str:
    """E.g. "0.914 (0.890 to 0.933)" with the 95 % interval, or "not defined"."""
    if isinstance(found, float):
        return format(found, form)
    if found.value is None:
        return "not defined"
    if found.low is None or found.high is None:
        return format(found.value, form)
    return f"{found.value:{form}} ({found.low:{form}} to {found.high:{form}})"


def counted(found: Rate) -> str:
    """E.g. "0.900 (0.865 to 0.927), 315 of 350", or "not defined"."""
    return figure(found) + ("" if found.value is None else f", {found.successes} of {found.total}")


def side_by_side(names: tuple[str, str], metrics: tuple[Metrics, Metrics], kinds: tuple[FigureName, ...]) -> list[str]:
    """Two sets of figures as lines of text."""
    cells = [(kind.english, *(figure(kind.of(one)) for one in metrics)) for kind in kinds]
    return [f"{name:<20}{first:<28}{second}" for name, first, second in (("", *names), *cells)]


def by_class(metrics: Metrics) -> str:
    """E.g. "70 benign, 50 malignant"."""
    malignant = metrics.confusion.tp + metrics.confusion.fn
    return f"{metrics.n - malignant} benign, {malignant} malignant"


def p_text(value: float | None) -> str:
    """E.g. "p = 0.031"."""
    if value is None:
        return "p not defined"
    return "p < 0.001" if value < 0.001 else f"p = {value:.3f}"
