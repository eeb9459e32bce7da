"""Calibrating for a clinic on a thread: from a folder, or from reviewed images with what is known of them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from skin_gui.checksum import sha256_file
from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.reading.labelled_folder import label_of
from skin_gui.review.results import Result
from skin_gui.training.plan import TrainingError
from skin_gui.wording.audit import LeftOut
from skin_gui.workers.base import as_task

if TYPE_CHECKING:
    from skin_gui.training.data.dataset import Dataset
    from skin_gui.training.run.clinic import ClinicOutcome


def usable(results: Sequence[Result]) -> tuple[Result, ...]:
    """Those of a session's rows that histology, or else the reviewer's decision, gives a class (`label_of`)."""
    return tuple(row for row in results if label_of(row) is not None)


@as_task
def folder_task(
    progress: Progress, cancelled: CancelCheck, folder: Path, name: str, prevalence: float | None
) -> "ClinicOutcome":
    """A task that calibrates the active model with a folder of labelled images; it gives a `ClinicOutcome`.

    It raises TrainingError with a sentence for the user.
    """
    return _calibrate(_labelled(folder, cancelled), name, prevalence, progress, cancelled)


@as_task
def count_task(_progress: Progress, cancelled: CancelCheck, folder: Path) -> Counter[str]:
    """A task that counts a folder's labelled images by class, as `folder_task` finds them; it raises TrainingError."""
    return Counter(sample.label for sample in _labelled(folder, cancelled))


def _labelled(folder: Path, cancelled: CancelCheck) -> "Dataset":
    # On the thread: SciPy and scikit-learn take their time to load.
    from skin_gui.training.data.dataset import load_dataset  # noqa: PLC0415
    from skin_gui.training.data.tables import DatasetError  # noqa: PLC0415

    try:
        return load_dataset([folder], cancelled=cancelled)
    except DatasetError as error:
        raise TrainingError(error.fact) from error


@as_task
def review_task(
    progress: Progress, cancelled: CancelCheck, results: Sequence[Result], name: str, prevalence: float | None
) -> "ClinicOutcome":
    """As `folder_task`, with the rows of a review session that are `usable`."""
    rows = usable(results)
    return _calibrate(_reviewed(rows), name, prevalence, progress, cancelled)


def _calibrate(
    dataset: "Dataset", name: str, prevalence: float | None, progress: Progress, cancelled: CancelCheck
) -> "ClinicOutcome":
    from skin_gui.documents.calibration_report import clinic_card  # noqa: PLC0415
    from skin_gui.training.fitting.own_calibration import CalibrationRefusedError  # noqa: PLC0415
    from skin_gui.training.run.clinic import ClinicPlan, calibrate_for_clinic  # noqa: PLC0415

    plan = ClinicPlan(name=name, prevalence=prevalence)
    try:
        return calibrate_for_clinic(dataset, plan, clinic_card, progress=progress, cancelled=cancelled)
    except CalibrationRefusedError as error:
        raise TrainingError(error.fact) from error


def _reviewed(rows: Sequence[Result]) -> "Dataset":
    """The images with the labels of `label_of`; a file that changed since then is not what was reviewed."""
    from skin_gui.training.data.dataset import Dataset, Sample  # noqa: PLC0415

    samples = []
    for row in rows:
        try:
            unchanged = not row.sha256 or sha256_file(row.path) == row.sha256
        except OSError:  # gone, or on a drive that is not there
            unchanged = False
        if unchanged and (label := label_of(row)) is not None:
            samples.append(Sample(path=row.path, label=label, folder=row.path.parent))
    left_out = {LeftOut.CHANGED_SINCE_REVIEW(): len(rows) - len(samples)}
    return Dataset(tuple(samples), (), {reason: count for reason, count in left_out.items() if count})
