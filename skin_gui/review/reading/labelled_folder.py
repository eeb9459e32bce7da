"""Reviewed images as a folder to train or calibrate with: benign/, malignant/ and a table of what else is known."""

import csv
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skin_gui.classifier.prediction import Label
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, raise_if
from skin_gui.review.assessment.terms import implied_label
from skin_gui.review.distinct_names import free_name
from skin_gui.review.export_file import ExportError, new_folder
from skin_gui.review.keys import clean_text
from skin_gui.review.memberships import UNGROUPED, Membership
from skin_gui.review.results import Result
from skin_gui.vocabulary import ImageWarning
from skin_gui.wording.review import ExportFact

_TABLE = "metadata.csv"
_COLUMNS = ("image", "benign_malignant", "diagnosis", "patient_id", "lesion_id")


@dataclass(frozen=True)
class FolderSummary:
    """What became of the rows of a labelled folder."""

    folder: Path
    benign: int
    malignant: int
    copied: int
    """Files that could not be linked, as they lie on another drive: they take room."""
    missing: tuple[str, ...]
    """Names of labelled files that could not be read any more."""


def label_of(result: Result) -> Label | None:
    """What a lesion is known to be: by histology, or else by the reviewer's decision on the file as it is now."""
    if result.status != "ok" or ImageWarning.CHANGED_SINCE_REVIEW in result.warnings:
        return None
    label = implied_label(result.assessment.histology) or result.reviewer_label
    return None if label is None or label == "unsure" else label


def make_labelled_folder(
    folder: Path,
    results: Iterable[Result],
    *,
    memberships: Mapping[Path, Membership] | None = None,
    link: bool = True,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> FolderSummary:
    """Put the images whose label is known into a new folder, completely or not at all. The images stay where they are.

    Args:
        folder: to be made; an empty one may be there.
        results: the rows; those without a label are passed over.
        memberships: patients and lesions, so that no lesion ends up on both sides of a split.
        link: hard links, which take no room, where the file system has them; else copies.

    Raises:
        ExportError: one sentence for the user; nothing has been made.
        Cancelled: `cancelled` said so; nothing has been made.
    """
    labelled = [(result, label) for result in results if (label := label_of(result)) is not None]
    if not labelled:
        raise ExportError(ExportFact.NOTHING_LABELLED())
    with new_folder(folder) as stage:
        return _fill(stage, folder, labelled, memberships or {}, link, progress, cancelled)


def _fill(
    stage: Path,
    folder: Path,
    labelled: list[tuple[Result, Label]],
    memberships: Mapping[Path, Membership],
    link: bool,
    progress: Progress,
    cancelled: CancelCheck,
) -> FolderSummary:
    counts: Counter[str] = Counter()
    missing: list[str] = []
    rows: list[tuple[str, ...]] = []
    for label in ("benign", "malignant"):
        (stage / label).mkdir()
    for number, ((result, label), name) in enumerate(zip(labelled, _names(labelled), strict=True), start=1):
        raise_if(cancelled)
        if not result.path.is_file():
            missing.append(result.file)
            continue
        counts["copied"] += not _place(result.path, stage / label / name, link)
        counts[label] += 1
        rows.append(_row(result, label, name, memberships.get(result.path, UNGROUPED)))
        progress(number / len(labelled))
    if not rows:
        raise ExportError(ExportFact.IMAGES_GONE())
    with (stage / _TABLE).open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([_COLUMNS, *rows])
    return FolderSummary(folder, counts["benign"], counts["malignant"], counts["copied"], tuple(missing))


def _place(source: Path, target: Path, link: bool) -> bool:
    """Link or copy a file; whether it was linked, or was to be copied."""
    if link:
        try:
            os.link(source, target)
        except OSError:  # another drive, or a file system without links
            shutil.copyfile(source, target)
            return False
        return True
    shutil.copyfile(source, target)
    return True


def _names(labelled: list[tuple[Result, Label]]) -> Iterator[str]:
    """A name for each file whose stem no other has, since tables know images by that."""
    taken: set[str] = set()
    for result, _ in labelled:
        stem = free_name(result.path.stem, "_{}", lambda name: name.casefold() in taken)
        taken.add(stem.casefold())
        yield f"{stem}{result.path.suffix}"


def _row(result: Result, label: Label, name: str, member: Membership) -> tuple[str, ...]:
    known = result.assessment
    finding = known.histology or known.diagnosis
    # A lesion's name tells it from others of its patient only.
    lesion = f"{member.patient}/{member.lesion}" if member.patient and member.lesion else member.lesion
    cells = (Path(name).stem, label, finding.value if finding else "", member.patient, lesion)
    return tuple(map(clean_text, cells))
