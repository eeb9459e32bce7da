"""What a page says of an image's result: the label, the probability on its bar, and what the label means."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.ui.report.page_canvas import SMALL, SMALL_AT_END, TRACK, PageCanvas, TextStyle, label_colour
from skin_gui.ui.report.page_parts import MARGIN, inner
from skin_gui.ui.report.report_facts import ReportFacts
from skin_gui.ui.texts.formats import percent, probability_text
from skin_gui.ui.texts.results import clinics_text, model_label_text
from skin_gui.workers.clinics import clinic_figures

_BAR_HEIGHT = 3.6
_FIGURE = TextStyle(points=20, bold=True)


def draw_result(canvas: PageCanvas, facts: ReportFacts, info: ModelInfo, y: float) -> float:
    """Draw an image's result from a height on; returns where it ends."""
    result = facts.result
    colour, half = label_colour(result.label), inner(canvas) / 2
    canvas.text(model_label_text(result.label), MARGIN, y, half, replace(_FIGURE, colour=colour))
    if result.probability is None or result.threshold is None:
        return y + 10
    at_end = replace(_FIGURE, align=SMALL_AT_END.align)
    canvas.text(probability_text(result.probability), MARGIN + half, y, half, at_end)
    caption = QCoreApplication.translate("report", "Calibrated probability of malignancy")
    canvas.text(caption, MARGIN + half, y + 9.5, half, SMALL_AT_END)
    y = _draw_bar(canvas, result.probability, result.threshold, colour, y + 16)
    return y + canvas.text(operating_point_text(facts, info), MARGIN, y, inner(canvas))


def _draw_bar(canvas: PageCanvas, probability: float, threshold: float, colour: str, y: float) -> float:
    width = inner(canvas)
    canvas.fill(MARGIN, y, width, _BAR_HEIGHT, TRACK)
    canvas.fill(MARGIN, y, max(width * probability, _BAR_HEIGHT), _BAR_HEIGHT, colour)
    x = MARGIN + width * threshold
    canvas.tick(x, y - 1.2, _BAR_HEIGHT + 2.4)
    text = QCoreApplication.translate("report", "operating point {threshold}").format(threshold=percent(threshold))
    left = min(max(x - 30, MARGIN), canvas.width - MARGIN - 60)
    align = Qt.AlignmentFlag.AlignHCenter
    if left == MARGIN:
        align = Qt.AlignmentFlag.AlignLeading
    elif left != x - 30:
        align = Qt.AlignmentFlag.AlignTrailing
    canvas.text(text, left, y + _BAR_HEIGHT + 2, 60, replace(SMALL, align=align))
    return y + _BAR_HEIGHT + 9


def operating_point_text(facts: ReportFacts, info: ModelInfo) -> str:
    """What the label says, and how far the operating point is to be trusted."""
    threshold = facts.result.threshold or 0.0
    if facts.result.label == "malignant":
        text = QCoreApplication.translate(
            "report", "At or above the operating point of {threshold}, so the image is labelled malignant."
        )
    else:
        text = QCoreApplication.translate(
            "report", "Below the operating point of {threshold}, so the image is labelled benign."
        )
    text = text.format(threshold=percent(threshold))
    point = info.operating_point
    if not facts.by_model:
        return text
    if threshold != point.threshold:
        if facts.from_settings:
            origin = QCoreApplication.translate("report", "It was chosen in Settings; the model's own is {threshold}.")
        else:
            origin = QCoreApplication.translate("report", "The reviewer has moved it; the model's own is {threshold}.")
        return f"{text} {origin.format(threshold=percent(point.threshold))}"
    if clinics := clinic_figures(info):
        return f"{text} {clinics_text(clinics)}"
    return f"{text} " + QCoreApplication.translate(
        "report",
        "At this point the model finds {found} of 100 malignant lesions and wrongly flags {flagged} of 100 benign "
        "ones.",
    ).format(
        found=QLocale().toString(round(point.sensitivity * 100)),
        flagged=QLocale().toString(round((1 - point.specificity) * 100)),
    )
