"""From folders to the images of a run: audited, and split so that no lesion is on two sides."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skin_gui.measured_on import StaysTogether
from skin_gui.progress import CancelCheck, Progress
from skin_gui.training.audit.audit import Inspection, inspect
from skin_gui.training.audit.audit_report import AuditReport
from skin_gui.training.data.dataset import Dataset, load_dataset
from skin_gui.training.data.file_traits import FileTraits
from skin_gui.training.data.splits import Indices, folds_of, has_both
from skin_gui.training.data.tables import DatasetError
from skin_gui.training.plan import HeldOutFrom, TrainingError, TrainingPlan
from skin_gui.training.run.events import Note
from skin_gui.wording.training import TrainingFact, TrainingNote

_FEWEST_HELD_OUT = 5  # images of each class that the folders' own test or validation split needs to be used

NoteSink = Callable[[Note], None]
Begin = Callable[[int], Progress]


@dataclass(frozen=True, eq=False)
class DatasetSplit:
    """The readable images of a run; the positions below count them."""

    dataset: Dataset
    labels: Indices
    groups: Indices
    hashes: tuple[str, ...]
    train: Indices
    """Positions to fit to, validation included."""
    validation: Indices
    """Those of them that the curves are measured on."""
    held_out: Indices
    held_out_from: HeldOutFrom
    grouped_by: StaysTogether
    report: AuditReport


def prepare(plan: TrainingPlan, send_note: NoteSink, begin: Begin, cancelled: CancelCheck) -> DatasetSplit:
    """Load, audit and split a plan's images.

    Args:
        send_note: told the audit's findings and what was done about them.
        begin: told the number of images; gives what is told the part done.

    Raises:
        TrainingError: the images cannot be trained on.
    """
    try:
        dataset = load_dataset(plan.folders, plan.metadata, cancelled=cancelled)
    except DatasetError as error:
        raise TrainingError(error.fact) from error
    inspection = inspect(dataset, begin(len(dataset)), cancelled)
    for finding in inspection.report.findings:
        send_note(Note(finding.severity, finding.fact, finding.files))
        if finding.severity == "refuse":
            raise TrainingError(finding.fact)
    return _split(dataset, inspection, send_note)


def _split(dataset: Dataset, inspection: Inspection, send_note: NoteSink) -> DatasetSplit:
    readable = [i for i, trait in enumerate(inspection.traits) if isinstance(trait, FileTraits)]
    dataset, groups = dataset.subset(readable), inspection.groups[readable]
    hashes = tuple(trait.sha256 for trait in inspection.traits if isinstance(trait, FileTraits))
    labels = dataset.labels
    splits = np.array([sample.split or "" for sample in dataset])
    own = _own_test(labels, groups, splits, send_note)
    if own is not None:
        train, held_out, held_out_from = np.flatnonzero(splits != "test"), own, HeldOutFrom.OWN_TEST_SPLIT
    else:
        train, held_out = folds_of(labels, groups)[0]
        held_out_from = HeldOutFrom.PART_OF_FOLDERS
    if not has_both(labels[train]):
        raise TrainingError(TrainingFact.ONE_CLASS_LEFT())
    return DatasetSplit(
        dataset=dataset,
        labels=labels,
        groups=groups,
        hashes=hashes,
        train=train,
        validation=_validation(labels, groups, splits, train),
        held_out=held_out,
        held_out_from=held_out_from,
        grouped_by=grouping(dataset),
        report=inspection.report,
    )


def _own_test(labels: Indices, groups: Indices, splits: NDArray[np.str_], send_note: NoteSink) -> Indices | None:
    """The folders' test split without what it shares with the other images; None where it cannot serve."""
    test = np.flatnonzero(splits == "test")
    others = np.flatnonzero(splits != "test")
    if not len(test) or not len(others):
        return None
    leaked = np.isin(groups[test], groups[others])
    if leaked.any():
        send_note(Note("warn", TrainingNote.TEST_IMAGES_LEAKED(count=int(leaked.sum()), total=len(test))))
    clean: Indices = test[~leaked]
    if _enough(labels[clean]) and has_both(labels[others]):
        return clean
    send_note(Note("warn", TrainingNote.TEST_SPLIT_TOO_SMALL()))
    return None


def _validation(labels: Indices, groups: Indices, splits: NDArray[np.str_], train: Indices) -> Indices:
    """The folders' validation split where it can serve, else a fold of the training images."""
    own = train[splits[train] == "val"]
    others = train[splits[train] != "val"]
    clean: Indices = own[~np.isin(groups[own], groups[others])]
    if _enough(labels[clean]) and has_both(labels[others]):
        return clean
    first: Indices = train[folds_of(labels[train], groups[train])[0][1]]
    return first


def grouping(dataset: Dataset) -> StaysTogether:
    """What is known to belong together."""
    if any(sample.patient_id for sample in dataset):
        return StaysTogether.PATIENT
    has_lesions = any(sample.lesion_id for sample in dataset)
    return StaysTogether.LESION if has_lesions else StaysTogether.PICTURE


def _enough(labels: Indices) -> bool:
    return all(int(np.sum(labels == label)) >= _FEWEST_HELD_OUT for label in (0, 1))
