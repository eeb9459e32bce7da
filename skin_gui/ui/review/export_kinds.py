"""The kinds of files that results are exported to: each is one entry of `KINDS`, from its title to what writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication

from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.export import STANDARD, CsvStyle, write_isic_csv, write_results_csv
from skin_gui.ui.report.archive import write_dicom_report, write_dicom_results
from skin_gui.ui.report.contact_sheet import write_contact_sheet
from skin_gui.ui.report.report import ReportRequest, write_report
from skin_gui.workers.base import Task

Kind = Literal["results", "isic", "report", "dicom", "archive", "sheet"]


@dataclass(frozen=True)
class ExportOrder:
    """What is to be written."""

    request: ReportRequest
    style: CsvStyle = STANDARD
    title: str = ""
    """Stands at the head of a contact sheet."""


_Write = Callable[[Path, ExportOrder, Progress, CancelCheck], object]


@dataclass(frozen=True)
class ExportKind:
    """All that makes a kind."""

    title: Callable[[], str]
    suffix: str
    """Follows the folder's name in the name that is suggested."""
    write: _Write
    """Writes completely or not at all; raises ExportError, for a report ModelError too."""
    pattern: Callable[[], str] | None = lambda: QCoreApplication.translate("ExportDialog", "CSV (*.csv)")
    """What a file dialog shows; None: it is a new folder."""
    has_header: bool = False
    """Whether it has a head with the patient's reference and so on."""
    is_report: bool = False
    """Whether it has a page for each image, which can be printed."""
    has_measures: bool = True
    names_models: bool = False
    """Whether the suggested name says which models made the results, as there is no room for it in the file."""

    def task(self, path: Path, order: ExportOrder) -> Task:
        return lambda progress, cancelled: self.write(path, order, progress, cancelled)


def _pdf() -> str:
    return QCoreApplication.translate("ExportDialog", "PDF (*.pdf)")


def _with_progress(write: Callable[..., object]) -> _Write:
    return lambda path, order, progress, cancelled: write(path, order.request, progress=progress, cancelled=cancelled)


def _write_results(path: Path, order: ExportOrder, _progress: Progress, _cancelled: CancelCheck) -> None:
    asked = order.request
    write_results_csv(
        path,
        asked.results,
        threshold=asked.threshold,
        style=order.style,
        measured=asked.measured,
        memberships=asked.memberships,
    )


KINDS: dict[Kind, ExportKind] = {
    "results": ExportKind(
        lambda: QCoreApplication.translate("ExportDialog", "Results (CSV for Excel and others)"),
        "-results.csv",
        _write_results,
    ),
    "isic": ExportKind(
        lambda: QCoreApplication.translate("ExportDialog", "Scores (CSV of the ISIC challenges)"),
        "-isic.csv",
        lambda path, order, _progress, _cancelled: write_isic_csv(
            path, order.request.results, among=order.request.among, threshold=order.request.threshold
        ),
        has_measures=False,
        names_models=True,
    ),
    "report": ExportKind(
        lambda: QCoreApplication.translate("ExportDialog", "Report (PDF, a page for each image)"),
        "-report.pdf",
        _with_progress(write_report),
        _pdf,
        has_header=True,
        is_report=True,
    ),
    "dicom": ExportKind(
        lambda: QCoreApplication.translate("ExportDialog", "Report for an archive (DICOM, encapsulated PDF)"),
        "-report.dcm",
        _with_progress(write_dicom_report),
        lambda: QCoreApplication.translate("ExportDialog", "DICOM (*.dcm)"),
        has_header=True,
        is_report=True,
    ),
    "archive": ExportKind(
        lambda: QCoreApplication.translate("ExportDialog", "Results for an archive (DICOM, Secondary Capture and SR)"),
        "-dicom",
        _with_progress(write_dicom_results),
        None,
        has_header=True,
        has_measures=False,
    ),
    "sheet": ExportKind(
        lambda: QCoreApplication.translate("ExportDialog", "Contact sheet (PDF, twelve images a page)"),
        "-contact-sheet.pdf",
        lambda path, order, progress, cancelled: write_contact_sheet(
            path, order.request, title=order.title, progress=progress, cancelled=cancelled
        ),
        _pdf,
        has_measures=False,
    ),
}
