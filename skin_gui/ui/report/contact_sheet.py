"""The contact sheet: the pictures of several images on a page, each with its name and its result."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QSize, Qt

from skin_gui import __version__, about
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, until_cancelled
from skin_gui.review.export_file import exporting
from skin_gui.review.memberships import UNGROUPED
from skin_gui.review.results import Result
from skin_gui.ui.report.captions import CAPTION, caption, models_text
from skin_gui.ui.report.page_canvas import LINE, MUTED, WARNING, PageCanvas, TextStyle
from skin_gui.ui.report.page_parts import page_text
from skin_gui.ui.report.pdf_file import PdfFile
from skin_gui.ui.report.report import ReportRequest
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import in_reading_direction, local_time_text
from skin_gui.ui.texts.results import changed_text, disclaimer
from skin_gui.workers.inference import to_qimage

COLUMNS, ROWS = 3, 4
_MARGIN, _TOP, _FOOT = 15.0, 24.0, 14.0
_GUTTER = 5.0
_CAPTION = 23.0
_SIDE = 700
"""Longest side of a picture, in pixels: 300 dpi at the size it is printed."""
_TRAILING = Qt.AlignmentFlag.AlignTrailing
_TITLE = TextStyle(points=13, bold=True)
_SMALL = replace(CAPTION, colour=MUTED)


def write_contact_sheet(
    path: Path,
    request: ReportRequest,
    *,
    title: str = "",
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> int:
    """Write a PDF with twelve images a page, completely or not at all. May run on any thread.

    Args:
        path: the PDF; replaced if there, unless it is an image or one of the program's own.
        request: the rows; header, summary and measures are not on a sheet.

    Returns:
        How many images are on it.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
        Cancelled: `cancelled` said so; no file was written.
    """
    progress(0.0)
    results = request.results
    each = COLUMNS * ROWS
    pages = -(-len(results) // each)
    with (
        exporting(path) as temporary,
        PdfFile(temporary, path.name, QCoreApplication.translate("report", "Skin GUI contact sheet")) as pdf,
    ):
        for number, (result, name) in until_cancelled(cancelled, enumerate(zip(results, request.names(), strict=True))):
            if number % each == 0:
                if number:
                    pdf.new_page()
                _draw_head(pdf.canvas, title, models_text(results), number // each + 1, pages)
            row = result.at(request.threshold)
            text = caption(row, name, request.memberships.get(row.path, UNGROUPED))
            _draw_cell(pdf.canvas, row, text, number % each)
            progress((number + 1) / (len(results) + 1))
    progress(1.0)
    return len(results)


def _draw_head(canvas: PageCanvas, title: str, models: str, page: int, pages: int) -> None:
    inner = canvas.width - 2 * _MARGIN
    canvas.text(in_reading_direction(title or about.NAME), _MARGIN, 11, inner - 60, _TITLE)
    printed_at = local_time_text(QDateTime.currentDateTime())
    canvas.text(printed_at, canvas.width - _MARGIN - 55, 12, 55, replace(_SMALL, align=_TRAILING))
    canvas.rule(_MARGIN, _TOP - 4, inner)
    below = canvas.height - _FOOT + 2
    canvas.rule(_MARGIN, below - 1.5, inner)
    canvas.text(f"{about.NAME} {__version__}, {models}. {disclaimer()}.", _MARGIN, below, inner - 30, _SMALL)
    canvas.text(page_text(page, pages), canvas.width - _MARGIN - 30, below, 30, replace(_SMALL, align=_TRAILING))


def _draw_cell(canvas: PageCanvas, row: Result, below: list[tuple[str, TextStyle]], place: int) -> None:
    width = (canvas.width - 2 * _MARGIN - (COLUMNS - 1) * _GUTTER) / COLUMNS
    height = (canvas.height - _TOP - _FOOT) / ROWS
    x, y = _MARGIN + place % COLUMNS * (width + _GUTTER), _TOP + place // COLUMNS * height
    frame = height - _CAPTION
    problem = ""
    try:
        image = load_image(row.path, minimum_side=_SIDE)
        # Another lesion above this one's name and result would be taken for it.
        if row.sha256 and row.sha256 != image.sha256:
            problem = changed_text()
    except ImageError as error:
        problem = words(error)
    if problem:
        canvas.fill(x, y, width, frame, "#ffffff", line=LINE)
        canvas.text(problem, x + 3, y + 3, width - 6, replace(CAPTION, colour=WARNING))
    else:
        picture = to_qimage(image.pixels).scaled(
            QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        # As wide as it is, so that it stands above the beginning of its caption.
        canvas.image(picture, x, y, min(width, frame * picture.width() / picture.height()), frame)
    line = y + frame + 1
    for text, style in below:
        line += canvas.text(text, x, line, width, style)
