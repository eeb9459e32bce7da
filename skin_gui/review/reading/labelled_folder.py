"""Reviewed images as a folder to train or calibrate with: benign/, malignant/ and a table of what else is known."""

import csv
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skin_gui import paths
from skin_gui.classifier.prediction import Label
from skin_gui.progress import CancelCheck, Cancelled, Progress, ignore_progress, never_cancel
from skin_gui.review.assessment.terms import implied_label
from skin_gui.review.export_file import ExportError, not_written
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
        progress: gets the part done.
        cancelled: asked before each file.

    Raises:
        ExportError: one sentence for the user; nothing has been made.
        Cancelled: `cancelled` said so; nothing has been made.
    """
    labelled = [(result, label) for result in results if (label := label_of(result)) is not None]
    _refuse(folder, labelled)
    try:
        with _staged(folder) as stage:
            summary = _fill(stage, folder, labelled, memberships or {}, link, progress, cancelled)
    except OSError as error:
        raise ExportError(not_written(error, folder)) from error
    return summary


def _refuse(folder: Path, labelled: list[tuple[Result, Label]]) -> None:
    if not labelled:
        raise ExportError(ExportFact.NOTHING_LABELLED())
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(ExportFact.FOLDER_TAKEN(folder=folder.name))
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(paths.data_dir())):
        raise ExportError(ExportFact.FOLDER_AMONG_OWN_FILES(folder=folder.name))


class _staged:  # noqa: N801 - used like a function
    """A folder beside the one wanted, which takes its place when the block ends well and is gone otherwise."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Path:
        self._stage = Path(tempfile.mkdtemp(prefix=".labelled-", dir=self._folder.parent))
        self._stage.chmod(0o755)
        return self._stage

    def __exit__(self, kind: object, *_exception: object) -> None:
        try:
            if kind is None:
                if self._folder.is_dir():
                    self._folder.rmdir()
                self._stage.rename(self._folder)
        finally:
            shutil.rmtree(self._stage, ignore_errors=True)


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
        if cancelled():
            raise Cancelled
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
        stem, number = result.path.stem, 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{result.path.stem}_{number}"
        taken.add(stem.casefold())
        yield f"{stem}{result.path.suffix}"


def _row(result: Result, label: Label, name: str, member: Membership) -> tuple[str, ...]:
    known = result.assessment
    finding = known.histology or known.diagnosis
    # A lesion's name tells it from others of its patient only.
    lesion = f"{member.patient}/{member.lesion}" if member.patient and member.lesion else member.lesion
    cells = (Path(name).stem, label, finding.value if finding else "", member.patient, lesion)
    return tuple(map(clean_text, cells))
