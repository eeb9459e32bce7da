"""ROC, reliability, confusion and decision plots as images, for report, comparison and model card."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from sklearn.metrics import roc_curve

from skin_gui import about
from skin_gui.documents.figures import counted, figure
from skin_gui.documents.plot_canvas import AXIS, BACKGROUND, FIFTHS, GRID, INK, MUTED, PALETTE, Panel, PlotCanvas, blend
from skin_gui.training.metrics.intervals import Rate
from skin_gui.training.metrics.metrics import Metrics
from skin_gui.training.metrics.net_benefit import decision_curve, net_benefit_of

_LONGEST_NAME = 42


@dataclass(frozen=True)
class Curve:
    """What one classifier said of a set of images; `metrics` are those of `labels` and `probabilities`."""

    name: str
    labels: NDArray[np.int64]
    """(n,) 0 benign, 1 malignant."""
    probabilities: NDArray[np.float64]
    """(n,) P(malignant)."""
    metrics: Metrics


def roc_plot(curves: Sequence[Curve]) -> Image.Image:
    """The ROC curve of each classifier (four at most) with its operating point and AUC.

    A classifier without images of both classes has no curve and is left out.
    """
    canvas, panel = PlotCanvas(720, 770), Panel(92, 84, 688, 680)
    _frame(canvas, "ROC curve", _counts(curves[0].metrics))
    canvas.axes(panel, FIFTHS, "1 - specificity (false-positive rate)", "Sensitivity (true-positive rate)")
    canvas.dashes(panel.at(0, 0), panel.at(1, 1))
    drawn = [curve for curve in curves if curve.metrics.auc.value is not None]
    for curve, colour in zip(drawn, PALETTE, strict=False):
        false_rate, true_rate, _ = roc_curve(curve.labels, curve.probabilities, drop_intermediate=False)
        canvas.line([panel.at(x, y) for x, y in zip(false_rate, true_rate, strict=True)], colour, 2.4)
    for curve, colour in zip(drawn, PALETTE, strict=False):
        sensitivity, specificity = curve.metrics.sensitivity.value, curve.metrics.specificity.value
        if sensitivity is not None and specificity is not None:
            canvas.dot(panel.at(1 - specificity, sensitivity), 7, colour)
    _roc_legend(canvas, panel, drawn)
    return canvas.image()


def _roc_legend(canvas: PlotCanvas, panel: Panel, curves: Sequence[Curve]) -> None:
    top = panel.bottom - 54 - 66 * len(curves)
    left = panel.left + 210
    canvas.box((left, top), (panel.right - 12, panel.bottom - 14), BACKGROUND, GRID)
    for number, (curve, colour) in enumerate(zip(curves, PALETTE, strict=False)):
        row = top + 20 + 66 * number
        canvas.line([(left + 14, row), (left + 42, row)], colour, 2.4)
        canvas.text((left + 54, row), _shortened(curve.name), 14, anchor="lm")
        canvas.text((left + 54, row + 19), f"AUC {figure(curve.metrics.auc)}", 13, MUTED, anchor="lm")
        canvas.dot((left + 28, row + 38), 6, colour)
        canvas.text((left + 54, row + 38), _operating_point(curve.metrics), 13, MUTED, anchor="lm")
    row = panel.bottom - 35
    canvas.dashes((left + 14, row), (left + 42, row))
    canvas.text((left + 54, row), "Chance", 13, MUTED, anchor="lm")


def reliability_plot(metrics: Metrics, name: str = "") -> Image.Image:
    """Predicted against observed share of malignant images, with Wilson intervals and the images a bin."""
    canvas, panel = PlotCanvas(720, 900), Panel(92, 84, 688, 640)
    _frame(canvas, "Reliability diagram", _subtitle(name, metrics))
    canvas.axes(panel, FIFTHS, "", "Observed share malignant")
    canvas.dashes(panel.at(0, 0), panel.at(1, 1))
    points = []
    for part in metrics.reliability:
        share, low, high = part.malignant.value, part.malignant.low, part.malignant.high
        if share is None or low is None or high is None:
            continue
        points.append(panel.at(part.mean_probability, share))
        x, y_low = panel.at(part.mean_probability, low)
        y_high = panel.at(part.mean_probability, high)[1]
        canvas.line([(x, y_low), (x, y_high)], blend(0.6, PALETTE[0]), 1.6)
        for end in (y_low, y_high):
            canvas.line([(x - 4, end), (x + 4, end)], blend(0.6, PALETTE[0]), 1.6)
    canvas.line(points, PALETTE[0], 2.2)
    for point in points:
        canvas.dot(point, 6, PALETTE[0])
    notes = (f"Brier score {figure(metrics.brier)}", f"ECE {metrics.ece:.3f} (10 bins of equal width)")
    canvas.box((panel.left + 10, panel.top + 6), (panel.left + 282, panel.top + 78), BACKGROUND, GRID)
    for number, note in enumerate((*notes, "Bars: 95 % interval; dashed: perfect")):
        canvas.text(
            (panel.left + 20, panel.top + 20 + 22 * number), note, 13, MUTED if number == 2 else INK, anchor="lm"
        )
    _histogram(canvas, metrics)
    return canvas.image()


def _histogram(canvas: PlotCanvas, metrics: Metrics) -> None:
    """The number of images in each bin, below the diagram."""
    most = max(part.count for part in metrics.reliability)
    step = _nice_step(most, 0)
    panel = Panel(92, 676, 688, 820, y_max=max(most * 1.18, step))
    ticks = [step * number for number in range(math.floor(most / step) + 1)]
    canvas.axes(panel, ticks, "Predicted probability of malignancy", "Images")
    for part in metrics.reliability:
        left, top = panel.at(part.low, part.count)
        right = panel.at(part.high, 0)[0]
        canvas.box((left + 2, top), (right - 2, panel.bottom), blend(0.75, PALETTE[0]))
        canvas.text(((left + right) / 2, top - 9), str(part.count), 12, MUTED)
    canvas.line([panel.at(0, 0), panel.at(1, 0)], AXIS, 1.3)


def confusion_plot(metrics: Metrics, name: str = "") -> Image.Image:
    """The confusion matrix: counts, the share of each true class, sensitivity and specificity."""
    canvas = PlotCanvas(720, 680)
    _frame(canvas, "Confusion matrix", _subtitle(name, metrics))
    counts = metrics.confusion
    rows = (
        ("benign", ((counts.tn, True), (counts.fp, False)), "Specificity", metrics.specificity),
        ("malignant", ((counts.fn, False), (counts.tp, True)), "Sensitivity", metrics.sensitivity),
    )
    left, top, side = 120, 144, 210
    for column, label in enumerate(("benign", "malignant")):
        canvas.text((left + side * (column + 0.5), top - 18), label, 15)
    canvas.text((left + side, top - 44), "Predicted class", 14, MUTED)
    canvas.vertical_text((left - 78, top + side), "True class", 14, MUTED)
    for row, (label, cells, measure, value) in enumerate(rows):
        middle = top + side * (row + 0.5)
        canvas.vertical_text((left - 42, middle), label, 15)
        total = sum(count for count, _ in cells)
        for column, (count, right) in enumerate(cells):
            _cell(canvas, (left + side * column, top + side * row), side, count=count, total=total, right=right)
        _measure(canvas, left + 2 * side + 16, middle, measure, value)
    canvas.text((left, top + 2 * side + 30), f"Accuracy {counted(metrics.accuracy)}", 14, anchor="lm")
    canvas.text((left, top + 2 * side + 54), f"Precision {counted(metrics.precision)}", 14, anchor="lm")
    return canvas.image()


def _cell(canvas: PlotCanvas, corner: tuple[float, float], side: float, *, count: int, total: int, right: bool) -> None:
    share = count / total if total else 0.0
    colour = blend(0.06 + 0.84 * share, PALETTE[0] if right else PALETTE[1])
    x, y = corner
    canvas.box((x + 2, y + 2), (x + side - 2, y + side - 2), colour)
    ink, faint = (BACKGROUND, BACKGROUND) if share > 0.5 else (INK, MUTED)
    canvas.text((x + side / 2, y + side / 2 - 10), f"{count:,}", 32, ink)
    if total:
        canvas.text((x + side / 2, y + side / 2 + 24), f"{100 * share:.1f} %", 15, faint)


def _measure(canvas: PlotCanvas, left: float, middle: float, name: str, value: Rate) -> None:
    canvas.text((left, middle - 22), name, 14, MUTED, anchor="lm")
    if value.value is None:
        canvas.text((left, middle), "not defined", 14, anchor="lm")
        return
    canvas.text((left, middle), f"{value.value:.3f}", 20, anchor="lm")
    canvas.text((left, middle + 22), f"{value.low:.3f} to {value.high:.3f}", 13, MUTED, anchor="lm")


def decision_plot(curve: Curve, prevalence: float) -> Image.Image:
    """Net benefit over the threshold at a prevalence, beside calling all or no lesions malignant.

    Args:
        curve: with images of both classes.
        prevalence: share of malignant lesions among those seen.

    Raises:
        ValueError: images of one class only.
    """
    thresholds = tuple(number / 500 for number in range(499))
    found = decision_curve(curve.labels, curve.probabilities, prevalence, thresholds)
    canvas, upper = PlotCanvas(720, 770), 1.15 * prevalence
    step = _nice_step(upper, -6)
    # As far below 0 as above shows where a strategy harms; what is lower still is cut off.
    panel = Panel(92, 84, 688, 680, y_min=-upper, y_max=upper)
    _frame(canvas, "Decision curve", f"{_counts(curve.metrics)}, prevalence {prevalence:.3g}")
    ticks = [step * number for number in range(-math.floor(upper / step), math.floor(upper / step) + 1)]
    canvas.axes(panel, ticks, "Threshold: risk from which a lesion is called malignant", "Net benefit")
    canvas.dashes(panel.at(0, 0), panel.at(1, 0))
    for values, colour in ((found.treat_all, PALETTE[1]), (found.model, PALETTE[0])):
        for part in _visible(panel, thresholds, values):
            canvas.line(part, colour, 2.4)
    point = net_benefit_of(curve.metrics, prevalence)
    if point and point.model >= -upper:
        canvas.dot(panel.at(curve.metrics.threshold, point.model), 7, PALETTE[0])
    _decision_legend(canvas, panel, curve, point.model if point else None)
    return canvas.image()


def _visible(panel: Panel, xs: Sequence[float], ys: Sequence[float]) -> list[list[tuple[float, float]]]:
    """The parts of a line, two points or more each, that do not lie below the panel."""
    parts: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(xs, ys, strict=True):
        if y >= panel.y_min:
            parts[-1].append(panel.at(x, y))
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if len(part) > 1]


def _decision_legend(canvas: PlotCanvas, panel: Panel, curve: Curve, at_threshold: float | None) -> None:
    left, top = panel.right - 366, panel.bottom - 118
    canvas.box((left, top), (panel.right - 12, panel.bottom - 12), BACKGROUND, GRID)
    names = (_shortened(curve.name), "Call all malignant", "Call none malignant")
    for number, (name, colour) in enumerate(zip(names, (PALETTE[0], PALETTE[1], None), strict=True)):
        row = top + 18 + 23 * number
        if colour:
            canvas.line([(left + 14, row), (left + 42, row)], colour, 2.4)
        else:
            canvas.dashes((left + 14, row), (left + 42, row))
        canvas.text((left + 54, row), name, 13, anchor="lm")
    if at_threshold is not None:
        row = top + 18 + 23 * 3
        canvas.dot((left + 28, row), 6, PALETTE[0])
        text = f"Threshold {curve.metrics.threshold:.3f}: net benefit {at_threshold:.3f}"
        canvas.text((left + 54, row), text, 13, MUTED, anchor="lm")


def write_plots(curve: Curve, folder: Path, prevalence: float | None = None) -> list[Path]:
    """Write roc.png, reliability.png, confusion.png and decision.png into the folder, which is made if need be.

    Args:
        prevalence: for the decision curve; the images' own for None.

    Returns:
        The files written; roc.png and decision.png are left out without images of both classes.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    images = {
        "reliability.png": reliability_plot(curve.metrics, curve.name),
        "confusion.png": confusion_plot(curve.metrics, curve.name),
    }
    if curve.metrics.auc.value is not None:
        share = float(np.mean(curve.labels)) if prevalence is None else prevalence
        images = {"roc.png": roc_plot([curve])} | images | {"decision.png": decision_plot(curve, share)}
    for name, image in images.items():
        image.save(folder / name, optimize=True)
    return [folder / name for name in images]


def _frame(canvas: PlotCanvas, title: str, subtitle: str) -> None:
    """Title and figures above; the program and its disclaimer below, for a picture travels alone."""
    canvas.heading(title, subtitle, 36)
    canvas.footer(about.stamp(), 36)


def _counts(metrics: Metrics) -> str:
    malignant = metrics.confusion.tp + metrics.confusion.fn
    return f"n = {metrics.n:,} ({metrics.n - malignant:,} benign, {malignant:,} malignant)"


def _subtitle(name: str, metrics: Metrics) -> str:
    parts = [_shortened(name)] if name else []
    return ", ".join([*parts, _counts(metrics), f"threshold {metrics.threshold:.3f}"])


def _operating_point(metrics: Metrics) -> str:
    sensitivity, specificity = metrics.sensitivity.value, metrics.specificity.value
    return f"Threshold {metrics.threshold:.3f}: SEN {sensitivity:.3f}, SPE {specificity:.3f}"


def _shortened(name: str) -> str:
    """So much of a model's name as fits."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 3] + "..."


def _nice_step(largest: float, least_power: int) -> float:
    """A tick distance of 1, 2 or 5 times a power of ten, from a least one on, that gives up to four steps."""
    steps = (factor * 10.0**power for power in itertools.count(least_power) for factor in (1, 2, 5))
    return next(step for step in steps if largest <= 4 * step)
