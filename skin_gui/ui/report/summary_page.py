"""The pages that begin a report on several images: what they add up to, and a line for each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from skin_gui.review.reading.agreement import agreement
from skin_gui.review.results import Result
from skin_gui.review.statistics import ResultArrays
from skin_gui.ui.report.captions import models_text
from skin_gui.ui.report.page_canvas import INK, MUTED, WARNING, PageCanvas, TextStyle, label_colour
from skin_gui.ui.report.page_parts import MARGIN, Pair, draw_foot, draw_head, draw_pairs, inner, section
from skin_gui.ui.report.report_header import ReportHeader
from skin_gui.ui.texts.assessment import finding_text, share_text
from skin_gui.ui.texts.formats import in_reading_direction, probability_text
from skin_gui.ui.texts.results import model_label_text, review_text, short_warning

_ROW, _LONG_ROW = 6.2, 9.8
"""Height of a line, and of one with something below it."""
_ROOM_FIRST, _ROOM_NEXT = 160.0, 212.0
"""For lines, on the first and on each further page."""
_OF_WARNINGS = 0.5
"""Of the line below a row, where a long name stands before them."""
_SHARES = (0.24, 0.105, 0.115, 0.1, 0.22, 0.22)


def summary_rows(results: Sequence[Result], names: Sequence[str]) -> list[range]:
    """Which of the images are listed on each page of the summary; there is at least one page.

    Args:
        results: the rows of the report.
        names: what tells each file from the others.
    """
    pages = [range(0)]
    room = _ROOM_FIRST
    for number, (result, name) in enumerate(zip(results, names, strict=True)):
        height = _row_height(result, name)
        if height > room:
            pages.append(range(number, number))
            room = _ROOM_NEXT
        pages[-1] = range(pages[-1].start, number + 1)
        room -= height
    return pages


def _row_height(result: Result, name: str) -> float:
    return _LONG_ROW if result.all_warnings or _has_folders(name) else _ROW


def _has_folders(name: str) -> bool:
    """Whether files are named alike, so that the whole of what tells them apart has to be read."""
    return Path(name).name != name


def draw_summary(
    canvas: PageCanvas,
    header: ReportHeader,
    results: Sequence[Result],
    names: Sequence[str],
    page: int,
    pages: int,
    printed_at: str,
) -> None:
    """Draw one page of the summary.

    Args:
        results: the rows of the report, at the operating point in force.
        names: what tells each file from the others.
        page: which page of the summary it is, from 1; it is also the report's.
        pages: of the whole report.
        printed_at: date and time, in words.
    """
    y = draw_head(canvas, QCoreApplication.translate("report", "Summary"), printed_at, header)
    if page == 1:
        y = section(canvas, QCoreApplication.translate("report", "Result"), y)
        y = draw_pairs(canvas, _count_lines(results), MARGIN, y, inner(canvas), name_width=62) + 4
    y = _draw_line(canvas, _titles(), y, colour=MUTED, bold=True) + 1
    for number in summary_rows(results, names)[page - 1]:
        result, name = results[number], names[number]
        canvas.rule(MARGIN, y, inner(canvas))
        _draw_line(canvas, _cells(result, Path(name).name), y + 1, label_colour=label_colour(result.label))
        _draw_below(canvas, result, name, y + 5)
        y += _row_height(result, name)
    draw_foot(canvas, page, pages)


def _count_lines(results: Sequence[Result]) -> list[Pair]:
    locale, summary, counted = QLocale(), ResultArrays(results).summary(), agreement(results)
    lines = [
        (QCoreApplication.translate("report", "Images"), locale.toString(summary.total)),
        (QCoreApplication.translate("report", "Model"), models_text(results)),
        (QCoreApplication.translate("report", "Labelled malignant, benign"), _two(summary.malignant, summary.benign)),
        (QCoreApplication.translate("report", "Could not be classified"), locale.toString(summary.failed)),
        (
            QCoreApplication.translate("report", "Reviewed: malignant, benign, unsure"),
            f"{_two(summary.reviewed_malignant, summary.reviewed_benign)}, {locale.toString(summary.reviewed_unsure)}",
        ),
    ]
    shares = (
        (QCoreApplication.translate("report", "Reviewer and model agree"), counted.reviewer_model),
        (QCoreApplication.translate("report", "Reviewer and histology agree"), counted.reviewer_histology),
        (QCoreApplication.translate("report", "Model and histology agree"), counted.model_histology),
    )
    return lines + [(caption, share_text(share)) for caption, share in shares if share.total]


def _two(one: int, other: int) -> str:
    return f"{QLocale().toString(one)}, {QLocale().toString(other)}"


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("report", "File"),
        QCoreApplication.translate("report", "Label"),
        QCoreApplication.translate("report", "Probability"),
        QCoreApplication.translate("report", "Decision"),
        QCoreApplication.translate("Assessment", "Diagnosis"),
        QCoreApplication.translate("Assessment", "Histology"),
    )


def _cells(result: Result, name: str) -> tuple[str, ...]:
    known = result.assessment
    return (
        in_reading_direction(name),
        model_label_text(result.label),
        "" if result.probability is None else probability_text(result.probability),
        review_text(result.reviewer_label),
        finding_text(known.diagnosis),
        finding_text(known.histology),
    )


def _draw_below(canvas: PageCanvas, result: Result, name: str, y: float) -> None:
    """The name with its folders, and the warnings."""
    x, room, named = MARGIN, inner(canvas), TextStyle(points=7.5, colour=MUTED)
    if _has_folders(name):
        room = inner(canvas) * (1 - _OF_WARNINGS) if result.all_warnings else room
        text = canvas.elided(in_reading_direction(name), room - 1.6, named, Qt.TextElideMode.ElideMiddle)
        canvas.text(text, x, y, room - 1.5, named)
        x, room = x + room, inner(canvas) - room
    if result.all_warnings:
        style = TextStyle(points=7.5, colour=WARNING)
        warnings = QLocale().createSeparatedList([short_warning(one) for one in result.all_warnings])
        canvas.text(canvas.elided(warnings, room, style, Qt.TextElideMode.ElideRight), x, y, room, style)


def _draw_line(
    canvas: PageCanvas,
    cells: Sequence[str],
    y: float,
    *,
    colour: str = INK,
    label_colour: str | None = None,
    bold: bool = False,
) -> float:
    x, height = MARGIN, 0.0
    for number, (cell, share) in enumerate(zip(cells, _SHARES, strict=True)):
        width = inner(canvas) * share
        drawn = label_colour if number == 1 and label_colour else colour
        style = TextStyle(points=8, bold=bold, colour=drawn)
        # A line is one line high, in any language; a file's name is known by its ends.
        where = Qt.TextElideMode.ElideRight if number else Qt.TextElideMode.ElideMiddle
        text = canvas.elided(cell, width - 1.6, style, where)
        height = max(height, canvas.text(text, x, y, width - 1.5, style))
        x += width
    return y + height
