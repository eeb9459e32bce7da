"""One page of the report: what is seen, what to beware of, the result, the reviewer, the file, the model."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QImage, QPainter

from skin_gui import about
from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.ui.report.page_canvas import (
    BENIGN,
    INK,
    MALIGNANT,
    MUTED,
    TRACK,
    WARNING,
    WARNING_FILL,
    WARNING_LINE,
    PageCanvas,
    TextStyle,
)
from skin_gui.ui.report.report_facts import ReportFacts, model_lines
from skin_gui.ui.widgets.assessment_texts import assessment_rows
from skin_gui.ui.widgets.formats import in_reading_direction, percent, probability_text, time_text
from skin_gui.ui.widgets.measure_texts import measurement_lines
from skin_gui.ui.widgets.texts import clinics_text, disclaimer, model_label_text, review_text
from skin_gui.workers.clinics import clinic_figures
from skin_gui.workers.inference import heatmap_strip

_MARGIN = 18.0
_GUTTER = 6.0
_LEGEND_WIDTH = 22.0
_LEGEND_HEIGHT = 2.4
_PICTURES_TOP = 32.0
_PICTURE_HEIGHT = 66.0
_BAR_HEIGHT = 3.6
_FOOT = 16.0
_FILE_SHARE = 0.5
_MOST_NOTE = 600

Pair = tuple[str, str]


def draw_page(canvas: PageCanvas, facts: ReportFacts, info: ModelInfo, page: int, pages: int, printed_at: str) -> None:
    """Draw one image's page."""
    _draw_head(canvas, facts.name, printed_at)
    y = _draw_pictures(canvas, facts)
    y = _draw_cautions(canvas, facts.cautions, y)
    y = _draw_result(canvas, facts, info, y)
    y = _draw_review(canvas, facts.result, y + 6)
    y = _draw_measures(canvas, facts.measured, y)
    left = (_inner(canvas) - _GUTTER) * _FILE_SHARE
    right = _inner(canvas) - _GUTTER - left
    top = _section(canvas, QCoreApplication.translate("report", "File and model"), y + 6)
    _draw_pairs(canvas, _file_lines(facts.result, facts.name), _MARGIN, top, left, name_width=22)
    lines = model_lines(info)
    if not facts.by_model:
        lines = [(QCoreApplication.translate("report", "Model"), facts.result.model)]
    _draw_pairs(canvas, lines, _MARGIN + left + _GUTTER, top, right, name_width=30)
    _draw_foot(canvas, page, pages)


def _inner(canvas: PageCanvas) -> float:
    return canvas.width - 2 * _MARGIN


def _draw_head(canvas: PageCanvas, file: str, printed_at: str) -> None:
    canvas.text(about.NAME, _MARGIN, 12, 60, TextStyle(points=9, bold=True, colour=MUTED))
    canvas.text(
        printed_at,
        canvas.width - _MARGIN - 70,
        12,
        70,
        TextStyle(points=8, colour=MUTED, align=Qt.AlignmentFlag.AlignTrailing),
    )
    name = file if len(file) <= 80 else f"{file[:38]}…{file[-38:]}"
    canvas.text(
        in_reading_direction(name),
        _MARGIN,
        18,
        _inner(canvas),
        TextStyle(points=15 if len(name) <= 48 else 10, bold=True),
    )
    canvas.rule(_MARGIN, 28, _inner(canvas))


def _draw_pictures(canvas: PageCanvas, facts: ReportFacts) -> float:
    half = (_inner(canvas) - _GUTTER) / 2
    if facts.picture is None:
        return _PICTURES_TOP
    captions = (
        QCoreApplication.translate("report", "Image"),
        QCoreApplication.translate(
            "report", "Evidence for malignant that has a place, on one scale for all images; no colour: none"
        ),
    )
    top = _PICTURES_TOP + _PICTURE_HEIGHT + 1.5
    bottom = top
    for number, picture in enumerate((facts.picture, facts.overlay)):
        x = _MARGIN + number * (half + _GUTTER)
        caption, room = captions[number], half
        if picture is None:
            caption = QCoreApplication.translate("report", "There is no heatmap: this model did not make the result.")
        else:
            canvas.image(picture, x, _PICTURES_TOP, half, _PICTURE_HEIGHT)
            if number:
                x, room = _draw_legend(canvas, x, top, half)
        bottom = max(bottom, top + canvas.text(caption, x, top, room, TextStyle(points=8, colour=MUTED)))
    return bottom + 3


def _draw_legend(canvas: PageCanvas, x: float, y: float, width: float) -> tuple[float, float]:
    """The heatmap's colours with their ends in words; returns where the caption goes on, and its room."""
    strip = heatmap_strip()
    opaque = QImage(strip.size(), QImage.Format.Format_RGB32)
    opaque.fill(Qt.GlobalColor.white)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, strip.flipped(Qt.Orientation.Horizontal) if canvas.right_to_left else strip)
    painter.end()
    canvas.stretch(opaque, x, y + 0.4, _LEGEND_WIDTH, _LEGEND_HEIGHT)
    ends = (QCoreApplication.translate("report", "none"), QCoreApplication.translate("report", "strong"))
    below, half = y + _LEGEND_HEIGHT + 0.6, _LEGEND_WIDTH / 2
    canvas.text(ends[0], x, below, half, TextStyle(points=7, colour=MUTED))
    canvas.text(ends[1], x + half, below, half, TextStyle(points=7, colour=MUTED, align=Qt.AlignmentFlag.AlignTrailing))
    return x + _LEGEND_WIDTH + 3, width - _LEGEND_WIDTH - 3


def _draw_cautions(canvas: PageCanvas, cautions: tuple[str, ...], y: float) -> float:
    """The warnings in a box: they are read before the number."""
    if not cautions:
        return y
    text, width = "\n".join(cautions), _inner(canvas) - 8
    height = canvas.text(text, _MARGIN + 4, y, width, measure_only=True)
    canvas.fill(_MARGIN, y, _inner(canvas), height + 5, WARNING_FILL, line=WARNING_LINE)
    canvas.text(text, _MARGIN + 4, y + 2.5, width, TextStyle(colour=WARNING))
    return y + height + 10


def _draw_result(canvas: PageCanvas, facts: ReportFacts, info: ModelInfo, y: float) -> float:
    result = facts.result
    colour = {"malignant": MALIGNANT, "benign": BENIGN}.get(result.label or "", INK)
    half = _inner(canvas) / 2
    canvas.text(model_label_text(result.label), _MARGIN, y, half, TextStyle(points=20, bold=True, colour=colour))
    if result.probability is None or result.threshold is None:
        return y + 10
    canvas.text(
        probability_text(result.probability),
        _MARGIN + half,
        y,
        half,
        TextStyle(points=20, bold=True, align=Qt.AlignmentFlag.AlignTrailing),
    )
    caption = QCoreApplication.translate("report", "Calibrated probability of malignancy")
    canvas.text(
        caption, _MARGIN + half, y + 9.5, half, TextStyle(points=8, colour=MUTED, align=Qt.AlignmentFlag.AlignTrailing)
    )
    y = _draw_bar(canvas, result.probability, result.threshold, colour, y + 16)
    return y + canvas.text(_meaning(facts, info), _MARGIN, y, _inner(canvas))


def _draw_bar(canvas: PageCanvas, probability: float, threshold: float, colour: str, y: float) -> float:
    width = _inner(canvas)
    canvas.fill(_MARGIN, y, width, _BAR_HEIGHT, TRACK)
    canvas.fill(_MARGIN, y, max(width * probability, _BAR_HEIGHT), _BAR_HEIGHT, colour)
    x = _MARGIN + width * threshold
    canvas.tick(x, y - 1.2, _BAR_HEIGHT + 2.4)
    text = QCoreApplication.translate("report", "operating point {threshold}").format(threshold=percent(threshold))
    left = min(max(x - 30, _MARGIN), canvas.width - _MARGIN - 60)
    align = Qt.AlignmentFlag.AlignHCenter
    if left == _MARGIN:
        align = Qt.AlignmentFlag.AlignLeading
    elif left != x - 30:
        align = Qt.AlignmentFlag.AlignTrailing
    canvas.text(text, left, y + _BAR_HEIGHT + 2, 60, TextStyle(points=8, colour=MUTED, align=align))
    return y + _BAR_HEIGHT + 9


def _meaning(facts: ReportFacts, info: ModelInfo) -> str:
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


def _draw_review(canvas: PageCanvas, result: Result, y: float) -> float:
    y = _section(canvas, QCoreApplication.translate("report", "Reviewer"), y)
    decision = review_text(result.reviewer_label) or QCoreApplication.translate("report", "not reviewed")
    if result.reviewed_at:
        decision = f"{decision}, {time_text(result.reviewed_at)}"
    note = result.reviewer_note
    if len(note) > _MOST_NOTE:
        note = f"{note[:_MOST_NOTE]}…"
    lines: list[Pair] = [
        (QCoreApplication.translate("report", "Decision"), decision),
        *assessment_rows(result.assessment),
    ]
    if note:
        lines.append((QCoreApplication.translate("report", "Note"), note))
    return _draw_pairs(canvas, lines, _MARGIN, y, _inner(canvas), name_width=24)


def _draw_measures(canvas: PageCanvas, measured: Measurement | None, y: float) -> float:
    if measured is None:
        return y
    y = _section(canvas, QCoreApplication.translate("report", "Measures, no part of the probability"), y + 6)
    return _draw_pairs(canvas, measurement_lines(measured), _MARGIN, y, _inner(canvas), name_width=34)


def _file_lines(result: Result, name: str) -> list[Pair]:
    lines: list[Pair] = [(QCoreApplication.translate("report", "File"), in_reading_direction(name))]
    if result.width and result.height:
        locale = QLocale()
        size = f"{locale.toString(result.width)} × {locale.toString(result.height)}"
        lines.append((QCoreApplication.translate("report", "Pixels"), size))
    if result.sha256:
        lines.append((QCoreApplication.translate("report", "SHA-256"), result.sha256))
    lines.append((QCoreApplication.translate("report", "Classified"), time_text(result.classified_at)))
    lines.append((QCoreApplication.translate("report", "Program"), f"{about.NAME} {result.app_version}"))
    return lines


def _section(canvas: PageCanvas, title: str, y: float) -> float:
    canvas.rule(_MARGIN, y, _inner(canvas))
    canvas.text(title, _MARGIN, y + 2, _inner(canvas), TextStyle(points=9, bold=True, colour=MUTED))
    return y + 8.5


def _draw_pairs(canvas: PageCanvas, lines: list[Pair], x: float, y: float, width: float, *, name_width: float) -> float:
    """Names and values in two columns; returns where they end."""
    for name, value in lines:
        height = canvas.text(name, x, y, name_width - 2, TextStyle(points=8.5, colour=MUTED))
        height = max(height, canvas.text(value, x + name_width, y, width - name_width, TextStyle(points=8.5)))
        y += height + 0.8
    return y


def _draw_foot(canvas: PageCanvas, page: int, pages: int) -> None:
    y = canvas.height - _FOOT
    canvas.rule(_MARGIN, y, _inner(canvas))
    canvas.text(f"{disclaimer()}.", _MARGIN, y + 2, _inner(canvas) - 42, TextStyle(points=8, bold=True))
    locale = QLocale()
    text = QCoreApplication.translate("report", "Page {page} of {pages}").format(
        page=locale.toString(page), pages=locale.toString(pages)
    )
    canvas.text(
        text,
        canvas.width - _MARGIN - 40,
        y + 2,
        40,
        TextStyle(points=8, colour=MUTED, align=Qt.AlignmentFlag.AlignTrailing),
    )
