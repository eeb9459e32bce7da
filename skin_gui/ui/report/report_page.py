"""The pages of one image: how its parts are spread over them, and the parts beside its result."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QImage, QPainter

from skin_gui import about
from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.ui.report.page_canvas import (
    LEADING,
    SMALL,
    SMALL_AT_END,
    WARNING,
    WARNING_FILL,
    WARNING_LINE,
    PageCanvas,
    TextStyle,
)
from skin_gui.ui.report.page_parts import (
    FOOT,
    MARGIN,
    NAME,
    VALUE,
    Pair,
    draw_foot,
    draw_head,
    draw_pairs,
    inner,
    section,
)
from skin_gui.ui.report.report_facts import ReportFacts, model_lines
from skin_gui.ui.report.report_header import NO_HEADER, ReportHeader
from skin_gui.ui.report.result_section import draw_result, operating_point_text
from skin_gui.ui.texts.assessment import assessment_rows
from skin_gui.ui.texts.formats import in_reading_direction, left_to_right, time_text
from skin_gui.ui.texts.measures import measurement_lines
from skin_gui.ui.texts.results import review_text
from skin_gui.workers.inference import heatmap_strip

_GUTTER = 6.0
_LEGEND_WIDTH = 22.0
_LEGEND_HEIGHT = 2.4
_PICTURE_HEIGHT = 78.0
_LEAST_HEIGHT = 34.0
_CAPTIONS = 18.0
_PICTURE_SHARE = 0.62
"""Of the width: the image is looked at, its heatmap glanced at."""
_FILE_SHARE = 0.5
_NAME_WIDTH = 24.0
_MORE_CAUTIONS = 20.0
"""Room for what only shows when the file is read: that it is gone, has changed or is a sample."""
_SENTENCE = 60

PagePlan = tuple[int, ...]
"""How many pieces of an image's text stand on its first page and on each that follows."""

Piece = Callable[[float, bool], float]
"""Draws a part that is not torn apart, from a height on; told whether it is a page's first; returns where it ends."""


def page_plan(canvas: PageCanvas, facts: ReportFacts, info: ModelInfo, header: ReportHeader = NO_HEADER) -> PagePlan:
    """How an image's text is spread over pages, so that none runs over a foot and none is lost.

    Made of the stored result alone, before its file is read, it holds for whatever is found there.
    """
    with canvas.silent():
        top = draw_head(canvas, facts.name, "", header)
        bottom = canvas.height - FOOT - _GUTTER
        y = top + _LEAST_HEIGHT + _CAPTIONS + _MORE_CAUTIONS
        counts = [0]
        for piece in _pieces(canvas, facts, info):
            end = piece(y, counts[-1] == 0)
            if end > bottom and counts[-1]:
                counts.append(0)
                end = piece(top, True)
            counts[-1] += 1
            y = end
    return tuple(counts)


@dataclass(frozen=True)
class Frame:
    """What all pages of a report share."""

    info: ModelInfo
    printed_at: str
    """Date and time, in words."""
    pages: int
    """Of the whole report."""
    header: ReportHeader = NO_HEADER


def draw_page(canvas: PageCanvas, facts: ReportFacts, frame: Frame, plan: PagePlan, place: int, page: int) -> None:
    """Draw a page of one image; its pictures, on the first, are as large as the text leaves room for.

    Args:
        plan: of this image, by `page_plan`.
        place: which of the plan's pages it is, from 0.
        page: which of the report's pages it is, from 1.
    """
    title = facts.name
    if place:
        title = QCoreApplication.translate("report", "{name} (continued)").format(name=left_to_right(title))
    top = draw_head(canvas, title, frame.printed_at, frame.header)
    first = sum(plan[:place])
    pieces = _pieces(canvas, facts, frame.info)[first : first + plan[place]]
    if place == 0:
        with canvas.silent():
            rest = _draw_pieces(pieces, 0.0)
        top = _draw_pictures(canvas, facts, top, canvas.height - FOOT - _GUTTER - rest - top)
    _draw_pieces(pieces, top)
    draw_foot(canvas, page, frame.pages)


def _draw_pieces(pieces: Sequence[Piece], y: float) -> float:
    for number, piece in enumerate(pieces):
        y = piece(y, number == 0)
    return y


def _pieces(canvas: PageCanvas, facts: ReportFacts, info: ModelInfo) -> list[Piece]:
    """What stands below the pictures; how many there are follows from result and measures alone."""
    return [
        lambda y, _first: _draw_cautions(canvas, facts.cautions, y),
        lambda y, _first: draw_result(canvas, facts, info, y),
        lambda y, _first: _draw_review(canvas, facts.result, y + 6),
        *_note_pieces(canvas, facts.result.reviewer_note),
        lambda y, _first: _draw_measures(canvas, facts.measured, y),
        lambda y, _first: _draw_file_and_model(canvas, facts, info, y + 6),
    ]


def _note_pieces(canvas: PageCanvas, note: str) -> list[Piece]:
    """The reviewer's note line by line; its caption stands on each page that it is on."""
    width = inner(canvas) - _NAME_WIDTH

    def draw(line: int, y: float, first: bool) -> float:
        if first or line == 0:
            caption = QCoreApplication.translate("report", "Note")
            canvas.text(caption, MARGIN, y, _NAME_WIDTH - 2, NAME)
        height = canvas.text(lines[line], MARGIN + _NAME_WIDTH, y, width, VALUE)
        return y + height * LEADING

    lines = canvas.lines(note, width, VALUE) if note else []
    return [partial(draw, line) for line in range(len(lines))]


def _draw_file_and_model(canvas: PageCanvas, facts: ReportFacts, info: ModelInfo, y: float) -> float:
    left = (inner(canvas) - _GUTTER) * _FILE_SHARE
    right = inner(canvas) - _GUTTER - left
    top = section(canvas, QCoreApplication.translate("report", "File and model"), y)
    end = draw_pairs(canvas, _file_lines(facts.result, facts.name), MARGIN, top, left, name_width=22)
    # What stands in a sentence above need not stand here too: the room is for the pictures.
    said = operating_point_text(facts, info)
    lines = [(name, value) for name, value in model_lines(info) if len(value) < _SENTENCE or value not in said]
    if not facts.by_model:
        lines = [(QCoreApplication.translate("report", "Model"), facts.result.model)]
    return max(end, draw_pairs(canvas, lines, MARGIN + left + _GUTTER, top, right, name_width=30))


def _draw_pictures(canvas: PageCanvas, facts: ReportFacts, y: float, most: float) -> float:
    """The image and its heatmap with their captions, in a height of at most `most`; returns where they end."""
    if facts.picture is None:
        return y
    captions = (
        QCoreApplication.translate("report", "Image"),
        QCoreApplication.translate(
            "report", "Evidence for malignant that has a place, on one scale for all images; no colour: none"
        ),
    )
    room = inner(canvas) - _GUTTER
    proportion = facts.picture.width() / max(facts.picture.height(), 1)
    height = min(room * _PICTURE_SHARE / proportion, _PICTURE_HEIGHT, max(most - _CAPTIONS, _LEAST_HEIGHT))
    first = height * proportion
    widths = (first, min(first, room - first))
    top = y + height + 1.5
    bottom = top
    for number, picture in enumerate((facts.picture, facts.overlay)):
        x, width = MARGIN + number * (widths[0] + _GUTTER), widths[number]
        caption = captions[number]
        if picture is None:
            if facts.by_model:  # the cautions say why there is none
                continue
            caption = QCoreApplication.translate("report", "There is no heatmap: this model did not make the result.")
        else:
            canvas.image(picture, x, y, width, height)
            if number:
                x, width = _draw_legend(canvas, x, top, width)
        bottom = max(bottom, top + canvas.text(caption, x, top, width, SMALL))
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
    canvas.text(ends[0], x, below, half, replace(SMALL, points=7))
    canvas.text(ends[1], x + half, below, half, replace(SMALL_AT_END, points=7))
    return x + _LEGEND_WIDTH + 3, width - _LEGEND_WIDTH - 3


def _draw_cautions(canvas: PageCanvas, cautions: tuple[str, ...], y: float) -> float:
    """The warnings in a box: they are read before the number."""
    if not cautions:
        return y
    text, width = "\n".join(cautions), inner(canvas) - 8
    height = canvas.text(text, MARGIN + 4, y, width, measure_only=True)
    canvas.fill(MARGIN, y, inner(canvas), height + 5, WARNING_FILL, line=WARNING_LINE)
    canvas.text(text, MARGIN + 4, y + 2.5, width, TextStyle(colour=WARNING))
    return y + height + 10


def _draw_review(canvas: PageCanvas, result: Result, y: float) -> float:
    y = section(canvas, QCoreApplication.translate("report", "Reviewer"), y)
    decision = review_text(result.reviewer_label) or QCoreApplication.translate("report", "not reviewed")
    if result.reviewed_at:
        decision = f"{decision}, {time_text(result.reviewed_at)}"
    lines: list[Pair] = [
        (QCoreApplication.translate("report", "Decision"), decision),
        *assessment_rows(result.assessment),
    ]
    return draw_pairs(canvas, lines, MARGIN, y, inner(canvas), name_width=_NAME_WIDTH)


def _draw_measures(canvas: PageCanvas, measured: Measurement | None, y: float) -> float:
    if measured is None:
        return y
    y = section(canvas, QCoreApplication.translate("report", "Measures, no part of the probability"), y + 6)
    return draw_pairs(canvas, measurement_lines(measured), MARGIN, y, inner(canvas), name_width=34)


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
