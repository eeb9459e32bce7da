"""ROC curves and reliability diagrams of two models. Imported with the first comparison: it loads pyqtgraph."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from skin_gui.ui.widgets.plots import PlotLegend, ThemedPlot

if TYPE_CHECKING:
    from skin_gui.training.metrics.metrics import Metrics
    from skin_gui.training.reports.model_comparison import Comparison

NEW, ACTIVE = "accent", "muted"
"""Colours of the theme for the two models."""

_HEIGHT = 320


def roc_plot(comparison: "Comparison") -> ThemedPlot:
    from sklearn.metrics import roc_curve  # noqa: PLC0415 - an edition without training lacks it

    plot = _square(
        QCoreApplication.translate("comparison", "1 − specificity"),
        QCoreApplication.translate("comparison", "Sensitivity"),
    )
    for colour, metrics, probabilities in (
        (ACTIVE, comparison.active, comparison.active_probabilities),
        (NEW, comparison.new, comparison.new_probabilities),
    ):
        if metrics.auc.value is None:
            continue
        false_rate, true_rate, _ = roc_curve(comparison.labels, probabilities, drop_intermediate=False)
        plot.add_line(colour, false_rate, true_rate)
        sensitivity, specificity = metrics.sensitivity.value, metrics.specificity.value
        if sensitivity is not None and specificity is not None:
            plot.add_point(colour, 1 - specificity, sensitivity)
    return plot


def reliability_plot(comparison: "Comparison") -> ThemedPlot:
    """The share that is malignant against the probability that was predicted, with 95 % intervals."""
    plot = _square(
        QCoreApplication.translate("comparison", "Predicted probability"),
        QCoreApplication.translate("comparison", "Observed share malignant"),
    )
    for colour, metrics in ((ACTIVE, comparison.active), (NEW, comparison.new)):
        _add_bins(plot, colour, metrics)
    return plot


def _add_bins(plot: ThemedPlot, colour: str, metrics: "Metrics") -> None:
    known = [
        (part.mean_probability, part.malignant.value, part.malignant.low, part.malignant.high)
        for part in metrics.reliability
        if part.malignant.value is not None and part.malignant.low is not None and part.malignant.high is not None
    ]
    if known:
        x, y, low, high = zip(*known, strict=True)
        plot.add_intervals(colour, x, y, low, high)
        plot.add_line(colour, x, y, points=True)


def _square(x_label: str, y_label: str) -> ThemedPlot:
    """Both axes from 0 to 1, with the diagonal."""
    plot = ThemedPlot(x_label, y_label)
    plot.setAccessibleName(f"{y_label} / {x_label}")
    plot.setFixedHeight(_HEIGHT)
    plot.setXRange(0, 1, padding=0.02)
    plot.setYRange(0, 1, padding=0.02)
    plot.add_line("disabled", (0, 1), (0, 1), style=Qt.PenStyle.DashLine)
    return plot


def models_legend() -> PlotLegend:
    return PlotLegend(
        (
            (NEW, QCoreApplication.translate("comparison", "New model")),
            (ACTIVE, QCoreApplication.translate("comparison", "Active model")),
            ("disabled", QCoreApplication.translate("comparison", "Chance, or perfect calibration")),
        )
    )
