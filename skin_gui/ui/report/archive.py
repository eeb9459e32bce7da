"""Reports and results as DICOM objects, for an archive of the clinic's."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from skin_gui.classifier import Classifier
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel
from skin_gui.ui.report.captured_picture import captured_picture
from skin_gui.ui.report.report import ReportRequest, write_report

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
        folder: to be made; an empty one may be there.
        request: the rows and the header; summary and measures are in neither object.

    Raises:
        ExportError: one sentence for the user; nothing has been made.
        Cancelled: `cancelled` said so; nothing has been made.
    """
    from skin_gui.review.dicom.archive_folder import rows_of, write_archive_folder  # noqa: PLC0415
    from skin_gui.review.dicom.objects import Header  # noqa: PLC0415

    header, threshold = request.shared_header, request.threshold
    results = [row if threshold is None else row.at(threshold) for row in request.results]
    return write_archive_folder(
        folder,
        rows_of(results, request.names(), request.memberships),
        captured_picture,
        header=Header(header.patient, header.site, header.clinic, header.reviewer),
        progress=progress,
        cancelled=cancelled,
    )
