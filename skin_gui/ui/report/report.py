"""The PDF report: a page for each image."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QMarginsF, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from skin_gui import about
from skin_gui.classifier import Classifier
from skin_gui.progress import CancelCheck, Cancelled, Progress, ignore_progress, never_cancel
from skin_gui.review.distinct_names import DistinctNames
from skin_gui.review.export_file import ExportError, replacing
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.ui.report.page_canvas import PageCanvas
from skin_gui.ui.report.report_facts import gather
from skin_gui.ui.report.report_page import draw_page
from skin_gui.ui.widgets.formats import local_time_text
from skin_gui.wording.review import ExportFact

_DPI = 300


@dataclass(frozen=True, eq=False)
class ReportScope:
    """What a review says beside its rows."""

    among: Iterable[Path] = ()
    """Files of the same session, from which those in the report are told by name."""
    threshold: float | None = None
    """The operating point for all rows; None for the one each was classified at."""
    measured: Mapping[Path, Measurement] = field(default_factory=dict)
    """Measures by file, for a section of their own; none without them."""


def write_report(
    path: Path,
    results: Sequence[Result],
    scope: ReportScope | None = None,
    *,
    classifier: Classifier | None = None,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> int:
    """Write a report on these results, completely or not at all. May run on any thread.

    Args:
        path: the PDF; replaced if there, unless it is an image or one of the program's own.
        results: the rows, in the order wanted.
        scope: of the review that they are from.
        classifier: makes the heatmaps; the active model when None.
        progress: told after each page.
        cancelled: asked before each page.

    Returns:
        How many pages were written.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
        ModelError: there is no model to draw heatmaps with.
        Cancelled: `cancelled` said so; no file was written.
    """
    progress(0.0)
    scope, classifier = scope or ReportScope(), classifier or Classifier.load()
    names = DistinctNames([*scope.among, *(result.path for result in results)])
    with replacing(path) as temporary:
        _write(temporary, results, _Context(path.name, names, scope, classifier), progress, cancelled)
    progress(1.0)
    return len(results)


@dataclass(frozen=True, eq=False)
class _Context:
    """What all pages have in common."""

    name: str
    """Of the file, for the user."""
    names: DistinctNames
    scope: ReportScope
    classifier: Classifier


def _write(
    file: Path, results: Sequence[Result], context: _Context, progress: Progress, cancelled: CancelCheck
) -> None:
    writer = _writer(file)
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError(ExportFact.REPORT_NOT_BEGUN(file=context.name))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    printed_at = local_time_text(QDateTime.currentDateTime())
    try:
        canvas = PageCanvas(painter, writer, right_to_left=right_to_left)
        for number, result in enumerate(results, start=1):
            if cancelled():
                raise Cancelled
            facts = gather(
                result,
                context.classifier,
                context.scope.threshold,
                name=context.names.name(result.path),
                measured=context.scope.measured.get(result.path),
            )
            if number > 1 and not writer.newPage():
                raise ExportError(ExportFact.REPORT_NOT_ENDED(file=context.name))
            draw_page(canvas, facts, context.classifier.info, number, len(results), printed_at)
            progress(number / (len(results) + 1))
    finally:
        complete = painter.end()
    if not complete:
        raise ExportError(ExportFact.REPORT_NOT_ENDED(file=context.name))


def _writer(file: Path) -> QPdfWriter:
    writer = QPdfWriter(str(file))
    writer.setResolution(_DPI)
    writer.setPageLayout(QPageLayout(QPageSize(_page_size()), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(QCoreApplication.translate("report", "Skin GUI report"))
    writer.setCreator(about.stamp())
    return writer


def _page_size() -> QPageSize.PageSizeId:
    """What the user's country prints on."""
    imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4
