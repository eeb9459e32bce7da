"""Grouping a session's images by patient and lesion, as tasks for a worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from skin_gui.imaging.files import find_images
from skin_gui.lesions.dicom_fields import by_dicom
from skin_gui.lesions.errors import GroupingError
from skin_gui.lesions.folder_pattern import FolderPattern, by_folders
from skin_gui.lesions.groups import Groups, find_groups
from skin_gui.lesions.metadata_table import by_table
from skin_gui.lesions.pseudonyms import Pseudonyms
from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.memberships import Membership
from skin_gui.review.session import Session
from skin_gui.wording.fact import Fact
from skin_gui.wording.review import GroupingFact
from skin_gui.workers.base import as_task


@dataclass(frozen=True)
class Dicom:
    """By what DICOM files say of themselves."""


DICOM = Dicom()

Rule = FolderPattern | Path | Dicom
"""How images are grouped: by folders' names, by a table (its path), or by DICOM fields."""


@as_task
def read_groups_task(_progress: Progress, _cancelled: CancelCheck, session: Session) -> Groups:
    """A task that reads a session's patients and lesions anew and ranks them; it returns `Groups`.

    It raises SessionError with a sentence for the user.
    """
    return find_groups(session)


@as_task
def table_task(
    _progress: Progress, _cancelled: CancelCheck, table: Path, images: Sequence[Path]
) -> dict[Path, Membership]:
    """A task that reads what a table says of these images and returns their memberships by path; nothing is kept.

    It raises GroupingError, also where it fits none of them.
    """
    found = by_table(table, images)
    if not found:
        raise GroupingError(_nothing(table, len(images)))
    return found


@as_task
def group_task(
    progress: Progress, cancelled: CancelCheck, session: Session, roots: Sequence[Path], recursive: bool, rule: Rule
) -> Groups:
    """A task that groups a session's images by a rule; it returns `Groups`.

    It raises GroupingError, also where the rule fits no image, or SessionError, with a sentence for the user; the
    groups are then as they were.
    """
    images = [path.absolute() for path in find_images(roots, recursive, cancelled).images]
    found = _apply(rule, roots, images, progress, cancelled)
    if not found:
        raise GroupingError(_nothing(rule, len(images)))
    session.memberships.replace(found)
    return find_groups(session)


def _apply(
    rule: Rule, roots: Sequence[Path], images: list[Path], progress: Progress, cancelled: CancelCheck
) -> dict[Path, Membership]:
    if isinstance(rule, Path):
        return by_table(rule, images)
    if isinstance(rule, Dicom):
        return by_dicom(images, Pseudonyms(), progress=progress, cancelled=cancelled)
    found: dict[Path, Membership] = {}
    for root in roots:
        folder = root if root.is_dir() else root.parent
        found |= by_folders(folder.absolute(), images, rule)
    return found


def _nothing(rule: Rule, count: int) -> Fact:
    if isinstance(rule, Path):
        return GroupingFact.TABLE_FITS_NONE(file=rule.name, count=count)
    if isinstance(rule, Dicom):
        return GroupingFact.DICOM_FITS_NONE(count=count)
    return GroupingFact.PATTERN_FITS_NONE(pattern=rule.text, count=count)
