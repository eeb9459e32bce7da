"""The report: pages that sum up, if wanted, then a page for each image; as a PDF, or drawn on a printer's pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime
from PySide6.QtGui import QPagedPaintDevice, QPainter

from skin_gui.classifier import Classifier
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, until_cancelled
from skin_gui.review.distinct_names import DistinctNames
from skin_gui.review.export_file import exporting
from skin_gui.review.measurements import Measurement
from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.review.results import Result
from skin_gui.ui.report.page_canvas import PageCanvas
from skin_gui.ui.report.pdf_file import PdfFile
from skin_gui.ui.report.report_facts import ReportFacts, stored_facts, with_pictures
from skin_gui.ui.report.report_header import NO_HEADER, ReportHeader
from skin_gui.ui.report.report_page import Frame, PagePlan, draw_page, page_plan
from skin_gui.ui.report.summary_page import draw_summary, summary_rows
from skin_gui.ui.texts.formats import local_time_text, runs_from_the_right
from skin_gui.workers.inference import load_classifier


@dataclass(frozen=True)
class ReportRequest:
    """What a report is to say."""

    results: Sequence[Result]
    """The rows, in the order wanted."""
    among: Iterable[Path] = ()
    """Files of the same session, from which those in the report are told by name."""
    threshold: float | None = None
    """The operating point for all rows; None for the one each was classified at."""
    measured: Mapping[Path, Measurement] = field(default_factory=dict)
    """Measures by file, for a section of their own."""
    header: ReportHeader = NO_HEADER
    memberships: Mapping[Path, Membership] = field(default_factory=dict)
    """Which patient and lesion the files show, as far as their grouping knows."""
    summary: bool = False
    """Whether pages that sum up come first."""

    @property
    def has_several_patients(self) -> bool:
        """Whether the rows are of more than one patient, so that no reference holds for all."""
        known = (self.memberships.get(result.path, UNGROUPED).patient for result in self.results)
        return len({patient for patient in known if patient}) > 1

    @property
    def may_have_several_sites(self) -> bool:
        """Whether the rows are of several images that are not known to show one lesion."""
        images = {result.path for result in self.results}
        known = {self.memberships.get(path, UNGROUPED) for path in images}
        lesions = {(one.patient, one.lesion) for one in known}
        return len(images) > 1 and (len(lesions) > 1 or not next(iter(lesions))[1])

    @cached_property
    def shared_header(self) -> ReportHeader:
        """What holds for all pages: what was written of one patient or one lesion does not stand on those of others."""
        patient = "" if self.has_several_patients else self.header.patient
        return replace(self.header, patient=patient, site="" if self.may_have_several_sites else self.header.site)

    def header_of(self, path: Path) -> ReportHeader:
        """What stands at the head of an image's pages."""
        membership = self.memberships.get(path, UNGROUPED)
        shared = self.shared_header
        return replace(
            shared,
            site=shared.site or membership.site,
            grouped_patient=membership.patient,
            grouped_lesion=membership.lesion,
        )

    def stored_facts(self, classifier: Classifier) -> Iterator[ReportFacts]:
        """What is said of each image, before its file is read."""
        for row, name in zip(self.results, self.names(), strict=True):
            yield stored_facts(row, classifier, self.threshold, name=name, measured=self.measured.get(row.path))

    @property
    def summary_pages(self) -> int:
        return len(summary_rows(self.results, self.names())) if self.summary else 0

    def names(self) -> list[str]:
        """What tells each file from the others."""
        names = DistinctNames([*self.among, *(result.path for result in self.results)])
        return [names.name(result.path) for result in self.results]


def write_report(
    path: Path,
    request: ReportRequest,
    *,
    classifier: Classifier | None = None,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> int:
    """Write a report as a PDF, completely or not at all. May run on any thread.

    Args:
        path: the PDF; replaced if there, unless it is an image or one of the program's own.
        classifier: makes the heatmaps; the active model when None.

    Returns:
        How many pages were written.

    Raises:
        ExportError: one sentence for the user; what was there before is untouched.
        ModelError: there is no model to draw heatmaps with.
        Cancelled: `cancelled` said so; no file was written.
    """
    progress(0.0)
    classifier = classifier or load_classifier(None)
    title = QCoreApplication.translate("report", "Skin GUI report")
    with exporting(path) as temporary, PdfFile(temporary, path.name, title) as pdf:
        facts = gather_all(request, classifier, progress=progress, cancelled=cancelled)
        pages = draw_report(pdf.painter, pdf.writer, request, facts, classifier)
        if not pages:
            raise pdf.full()
    progress(1.0)
    return pages


def gather_all(
    request: ReportRequest,
    classifier: Classifier,
    *,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> Iterator[ReportFacts]:
    """What each image's page says, one after the other. May run on any thread.

    Raises:
        Cancelled: `cancelled`, asked before each, said so.
    """
    for number, facts in until_cancelled(cancelled, enumerate(request.stored_facts(classifier), start=1)):
        yield with_pictures(facts, classifier)
        progress(number / (len(request.results) + 1))


def draw_report(
    painter: QPainter,
    device: QPagedPaintDevice,
    request: ReportRequest,
    facts: Iterable[ReportFacts],
    classifier: Classifier,
) -> int:
    """Draw all pages on what the painter paints on; how many, or 0 where the device did not take them all.

    Args:
        painter: on the device's first page.
        classifier: the model whose figures stand in it.
    """
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    canvas = PageCanvas(painter, device, right_to_left=runs_from_the_right())
    printed_at = local_time_text(QDateTime.currentDateTime())
    plans = _plans(canvas, request, classifier)
    pages = request.summary_pages + sum(len(plan) for plan in plans)
    drawing = _Drawing(canvas, request, plans, Frame(classifier.info, printed_at, pages, request.shared_header))
    for page, draw in enumerate(drawing.pages_of(facts), start=1):
        if page > 1 and not device.newPage():
            return 0
        draw(page)
    return pages


def _plans(canvas: PageCanvas, request: ReportRequest, classifier: Classifier) -> list[PagePlan]:
    """How each image's text is spread over pages: known before the first is drawn, as all pages say how many."""
    return [
        page_plan(canvas, facts, classifier.info, request.header_of(facts.result.path))
        for facts in request.stored_facts(classifier)
    ]


@dataclass(frozen=True)
class _Drawing:
    """A report that is being drawn."""

    canvas: PageCanvas
    request: ReportRequest
    plans: Sequence[PagePlan]
    frame: Frame

    def pages_of(self, facts: Iterable[ReportFacts]) -> Iterator[Callable[[int], None]]:
        """How each page is drawn, given its number."""
        if self.request.summary:
            at_point = [row.at(self.request.threshold) for row in self.request.results]
            names = self.request.names()
            for _ in range(self.request.summary_pages):
                yield partial(self._draw_summary, at_point, names)
        for one, plan in zip(facts, self.plans, strict=True):
            for place in range(len(plan)):
                yield partial(self._draw_image, one, plan, place)

    def _draw_summary(self, results: list[Result], names: list[str], page: int) -> None:
        frame = self.frame
        draw_summary(self.canvas, frame.header, results, names, page, frame.pages, frame.printed_at)

    def _draw_image(self, facts: ReportFacts, plan: PagePlan, place: int, page: int) -> None:
        frame = replace(self.frame, header=self.request.header_of(facts.result.path))
        draw_page(self.canvas, facts, frame, plan, place, page)
