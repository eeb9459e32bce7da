"""A PDF that is being written: its pages, and the sentence where it cannot be."""

import re
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from skin_gui import about
from skin_gui.review.export_file import ExportError
from skin_gui.ui.report.page_canvas import PageCanvas
from skin_gui.ui.texts.formats import runs_from_the_right
from skin_gui.wording.review import ExportFact

_DPI = 300
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_LONGEST_END = 64


class PdfFile:
    """Opened with its first page. May be used on any thread.

    Raises:
        ExportError: it cannot be begun, or not be written to its end: one sentence for the user.
    """

    def __init__(self, file: Path, name: str, title: str) -> None:
        """Args: where it is written, what the user calls it, and its title."""
        self._file, self._name = file, name
        self.writer = QPdfWriter(str(file))
        self.writer.setResolution(_DPI)
        whole = QMarginsF(0, 0, 0, 0)
        self.writer.setPageLayout(QPageLayout(QPageSize(page_size()), QPageLayout.Orientation.Portrait, whole))
        self.writer.setTitle(title)
        self.writer.setCreator(about.stamp())
        self.painter = QPainter()
        if not self.painter.begin(self.writer):
            raise ExportError(ExportFact.REPORT_NOT_BEGUN(file=name))
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.canvas = PageCanvas(self.painter, self.writer, right_to_left=runs_from_the_right())

    def new_page(self) -> None:
        if not self.writer.newPage():
            raise self.full()

    def full(self) -> ExportError:
        """That it cannot be written to its end."""
        return ExportError(ExportFact.REPORT_NOT_ENDED(file=self._name))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        complete = self.painter.end()
        if kind is None and not (complete and _is_whole(self._file)):
            raise self.full()


def _is_whole(file: Path) -> bool:
    """Whether all of a PDF is on the disk, of which Qt says nothing: its end names the place where its table begins."""
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - _LONGEST_END))
        end = _END.search(stream.read())
        stream.seek(int(end[1]) if end else 0)
        return stream.read(4) == b"xref"


def page_size() -> QPageSize.PageSizeId:
    """What the user's country prints on."""
    imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4
