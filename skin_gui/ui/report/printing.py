"""Printing a report: its content is gathered on a thread, then the preview draws it as often as it likes."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QToolButton, QWidget

from skin_gui.classifier import Classifier
from skin_gui.progress import CancelCheck, Progress
from skin_gui.ui.report.pdf_file import page_size
from skin_gui.ui.report.report import ReportRequest, draw_report, gather_all
from skin_gui.ui.report.report_facts import ReportFacts
from skin_gui.ui.texts.results import plain
from skin_gui.workers.base import as_task
from skin_gui.workers.inference import load_classifier

MOST_IMAGES = 40
"""That are held in memory for a preview; more belong into a PDF."""
_DPI = 300
_SIZE = QSize(1080, 860)
"""Room for all of the tool bar, with the button that prints at its end."""


@dataclass(frozen=True, eq=False)
class PreparedReport:
    """A report that only has to be drawn."""

    request: ReportRequest
    facts: tuple[ReportFacts, ...]
    classifier: Classifier

    def draw(self, printer: QPrinter) -> bool:
        painter = QPainter()
        if not painter.begin(printer):
            return False
        try:
            drawn = draw_report(painter, printer, self.request, self.facts, self.classifier)
        finally:
            ended = painter.end()
        return bool(drawn) and ended


@as_task
def prepare_task(progress: Progress, cancelled: CancelCheck, request: ReportRequest) -> PreparedReport:
    """A task that gathers a report's content and returns it as a `PreparedReport`; it raises ModelError."""
    classifier = load_classifier(None)
    facts = tuple(gather_all(request, classifier, progress=progress, cancelled=cancelled))
    progress(1.0)
    return PreparedReport(request, facts, classifier)


def make_printer() -> QPrinter:
    """The system's printer, on the paper of the user's country and up to the edges, as the pages have margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(page_size()))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    return printer


class ReportPreview(QPrintPreviewDialog):
    """The preview of a report, from which it can be printed."""

    def __init__(self, report: PreparedReport, parent: QWidget) -> None:
        self._printer = make_printer()  # the dialog does not own it
        super().__init__(self._printer, parent)
        self.setWindowTitle(QCoreApplication.translate("report", "Print Report"))
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.paintRequested.connect(report.draw)
        self._give_keys()

    def _give_keys(self) -> None:
        """Qt's own buttons cannot be reached from the keyboard, so that nothing could be printed with it."""
        buttons = self.findChildren(QToolButton)  # with the one that shows what a narrow bar has no room for
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if action := button.defaultAction():
                button.setAccessibleName(plain(action.text()))
        buttons[-1].defaultAction().setShortcut(QKeySequence.StandardKey.Print)
