"""Reports and results as DICOM objects, for an archive of the clinic's."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

from skin_gui import about
from skin_gui.classifier import Classifier
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel
from skin_gui.review.results import Result
from skin_gui.ui.report.captions import caption
from skin_gui.ui.report.page_canvas import BENIGN, MALIGNANT, WARNING, TextStyle
from skin_gui.ui.report.report import ReportRequest, write_report
from skin_gui.ui.texts.formats import in_reading_direction, percent, runs_from_the_right
from skin_gui.ui.texts.results import disclaimer
from skin_gui.workers.inference import to_qimage

if TYPE_CHECKING:
    from skin_gui.review.dicom.archive_folder import ArchiveSummary


def write_dicom_report(
    path: Path,
    request: ReportRequest,
    *,
    classifier: Classifier | None = None,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> int:
    """Write a report as a DICOM object that holds the PDF; otherwise as `write_report`.

    It belongs to the study of its images where all are DICOM files of one, and else begins one.
    """
    # pydicom takes long to load, and few need it.
    from skin_gui.review.dicom.encapsulated_pdf import write_encapsulated_pdf  # noqa: PLC0415
    from skin_gui.review.dicom.objects import Header, new_study  # noqa: PLC0415
    from skin_gui.review.dicom.origin import common_study  # noqa: PLC0415

    header = request.shared_header
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "report.pdf"
        pages = write_report(pdf, request, classifier=classifier, progress=progress, cancelled=cancelled)
        study = common_study(result.path for result in request.results) or new_study(header.patient)
        title = QCoreApplication.translate("report", "Skin GUI report")
        write_encapsulated_pdf(
            path, pdf.read_bytes(), title, study, Header(clinic=header.clinic, reviewer=header.reviewer)
        )
    return pages


def write_dicom_results(
    folder: Path,
    request: ReportRequest,
    *,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> "ArchiveSummary":
    """Make a folder with two DICOM objects for each image: the picture with its result, and a structured report.

    May run on any thread.

    Args:
        request: the rows and the header; summary and measures are in neither object.

    Raises:
        ExportError: one sentence for the user; nothing has been made.
        Cancelled: `cancelled` said so; nothing has been made.
    """
    from skin_gui.review.dicom.archive_folder import rows_of, write_archive_folder  # noqa: PLC0415
    from skin_gui.review.dicom.objects import Header  # noqa: PLC0415

    header = request.shared_header
    results = [row.at(request.threshold) for row in request.results]
    return write_archive_folder(
        folder,
        rows_of(results, request.names(), request.memberships),
        captured_picture,
        header=Header(header.patient, header.site, header.clinic, header.reviewer),
        progress=progress,
        cancelled=cancelled,
    )


_LONGEST, _NARROWEST = 2048, 800
"""Pixels: of the picture's longer side, and of what lines of text need."""
_LETTER, _RESULT_LETTER, _PAD = 1 / 46, 1 / 30, 1 / 50
"""Heights of letters and the margin, as parts of the width."""
_LEADING = 1.2
_ON_BLACK = {MALIGNANT: "#ff9fb2", BENIGN: "#8fdcb8", WARNING: "#f2c96d"}
_PLAIN = "#e6ebee"


def captured_picture(result: Result, pixels: NDArray[np.uint8], name: str) -> NDArray[np.uint8]:
    """Draw an image and its result on black. May run on any thread.

    Args:
        result: at the operating point in force.
        pixels: (H, W, 3) uint8 RGB.
        name: tells the image from the others.

    Returns:
        (H, W, 3) uint8 RGB, no side of the picture itself longer than 2048 pixels.
    """
    picture = to_qimage(pixels)
    if max(picture.width(), picture.height()) > _LONGEST:
        longest = QSize(_LONGEST, _LONGEST)
        picture = picture.scaled(
            longest, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    width = max(picture.width(), _NARROWEST)
    text = _Text(width, [*caption(result, name), *_origin(result)])
    page = QImage(width, picture.height() + text.height, QImage.Format.Format_RGB888)
    page.fill(Qt.GlobalColor.black)
    painter = QPainter(page)
    painter.drawImage((width - picture.width()) // 2, 0, picture)
    text.draw(painter, picture.height())
    painter.end()
    rows = np.frombuffer(page.constBits(), np.uint8).reshape(page.height(), page.bytesPerLine())
    return rows[:, : 3 * width].reshape(page.height(), width, 3).copy()


def _origin(result: Result) -> list[tuple[str, TextStyle]]:
    """What made the result, and what it is good for."""
    point = QCoreApplication.translate("report", "Operating point")
    model = QCoreApplication.translate("report", "Model")
    parts = [f"{model}: {result.model}"]
    if result.threshold is not None:
        parts.append(f"{point}: {percent(result.threshold)}")
    return [
        (in_reading_direction("   ".join(parts)), TextStyle()),
        (f"{about.NAME} {result.app_version}. {disclaimer()}.", TextStyle()),
    ]


class _Text:
    """Lines below a picture, each wrapped to its width."""

    def __init__(self, width: int, lines: list[tuple[str, TextStyle]]) -> None:
        self._pad = round(width * _PAD)
        self._inner = width - 2 * self._pad
        self._lines = [(words, style, self._font(width, style)) for words, style in lines]
        side = Qt.AlignmentFlag.AlignRight if runs_from_the_right() else Qt.AlignmentFlag.AlignLeft
        self._flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        self.height = 2 * self._pad + sum(self._heights())

    def draw(self, painter: QPainter, top: int) -> None:
        painter.setLayoutDirection(QGuiApplication.layoutDirection())
        y = top + self._pad
        for (words, style, font), height in zip(self._lines, self._heights(), strict=True):
            painter.setFont(font)
            painter.setPen(QColor(_ON_BLACK.get(style.colour, _PLAIN)))
            painter.drawText(QRectF(self._pad, y, self._inner, height), int(self._flags), words)
            y += height

    def _heights(self) -> list[int]:
        room = QRectF(0, 0, self._inner, 1e6)
        found = []
        for words, _, font in self._lines:
            metrics = QFontMetricsF(font)
            lines = round(metrics.boundingRect(room, int(self._flags), words).height() / metrics.lineSpacing())
            found.append(round(max(lines, 1) * metrics.lineSpacing() * _LEADING))
        return found

    @staticmethod
    def _font(width: int, style: TextStyle) -> QFont:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(round(width * (_RESULT_LETTER if style.bold else _LETTER)))
        font.setWeight(QFont.Weight.DemiBold if style.bold else QFont.Weight.Normal)
        return font
