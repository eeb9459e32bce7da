"""What all pages of the report share: head, foot, sections, and names beside their values."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui import about
from skin_gui.ui.report.page_canvas import MUTED, SMALL_AT_END, PageCanvas, TextStyle
from skin_gui.ui.report.report_header import NO_HEADER, ReportHeader
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.texts.results import disclaimer

MARGIN = 18.0
FOOT = 16.0
VALUE = TextStyle(points=8.5)
"""Of values beside their names."""
NAME = replace(VALUE, colour=MUTED)
_HEADING = TextStyle(points=9, bold=True, colour=MUTED)

Pair = tuple[str, str]


def inner(canvas: PageCanvas) -> float:
    return canvas.width - 2 * MARGIN


def draw_head(canvas: PageCanvas, title: str, printed_at: str, header: ReportHeader = NO_HEADER) -> float:
    """Program, date, title, and what the user wrote; returns where the page goes on."""
    canvas.text(about.NAME, MARGIN, 12, 60, _HEADING)
    canvas.text(printed_at, canvas.width - MARGIN - 70, 12, 70, SMALL_AT_END)
    name = title if len(title) <= 80 else f"{title[:38]}…{title[-38:]}"
    style = TextStyle(points=15 if len(name) <= 48 else 10, bold=True)
    canvas.text(in_reading_direction(name), MARGIN, 18, inner(canvas), style)
    canvas.rule(MARGIN, 28, inner(canvas))
    lines = header.lines()
    if not lines:
        return 32.0
    half = inner(canvas) / 2
    y = 30.0
    for place in range(0, len(lines), 2):
        ends = [
            draw_pairs(canvas, [line], MARGIN + number * half, y, half - 4, name_width=30)
            for number, line in enumerate(lines[place : place + 2])
        ]
        y = max(ends)
    return y + 3


def section(canvas: PageCanvas, title: str, y: float) -> float:
    """The title of a part; returns where the part goes on."""
    canvas.rule(MARGIN, y, inner(canvas))
    canvas.text(title, MARGIN, y + 2, inner(canvas), _HEADING)
    return y + 8.5


def draw_pairs(canvas: PageCanvas, lines: list[Pair], x: float, y: float, width: float, *, name_width: float) -> float:
    """Names and values in two columns; returns where they end."""
    for name, value in lines:
        height = canvas.text(name, x, y, name_width - 2, NAME)
        height = max(height, canvas.text(value, x + name_width, y, width - name_width, VALUE))
        y += height + 0.8
    return y


def draw_foot(canvas: PageCanvas, page: int, pages: int) -> None:
    y = canvas.height - FOOT
    canvas.rule(MARGIN, y, inner(canvas))
    canvas.text(f"{disclaimer()}.", MARGIN, y + 2, inner(canvas) - 42, TextStyle(points=8, bold=True))
    canvas.text(page_text(page, pages), canvas.width - MARGIN - 40, y + 2, 40, SMALL_AT_END)


def page_text(page: int, pages: int) -> str:
    text = QCoreApplication.translate("report", "Page {page} of {pages}")
    return text.format(page=QLocale().toString(page), pages=QLocale().toString(pages))
