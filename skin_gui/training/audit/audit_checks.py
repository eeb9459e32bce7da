"""The audit's single checks: each looks at one kind of trouble and returns what it found."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import numpy as np

from skin_gui.imaging.errors import ImageError
from skin_gui.training.audit.audit_report import Finding, Shortcut
from skin_gui.training.data.dataset import CLASSES, Dataset
from skin_gui.training.data.duplicates import Duplicates
from skin_gui.training.data.file_traits import FileTraits
from skin_gui.training.data.splits import connected_groups

MINIMUM_IMAGES = 20
"""Different readable images of each class below which training is refused."""

_MANY_TIMES = 4.0  # one class that much larger than the other is a warning, half of it a note
_TELLING = 0.6  # lower bound of the shortcut's AUC from which it is a warning
_NAMED_PROPERTIES = 3


def unreadable(traits: Sequence[FileTraits | ImageError]) -> Iterator[Finding]:
    """Files that are not images or are damaged."""
    errors = [trait for trait in traits if isinstance(trait, ImageError)]
    if errors:
        yield Finding(
            "unreadable",
            "warn",
            f"{len(errors)} of {len(traits)} files cannot be read.",
            tuple((error.path,) for error in errors),
            tuple(error.reason for error in errors),
        )


def left_out(dataset: Dataset) -> Iterator[Finding]:
    """Files and rows that carry no usable label."""
    for reason, count in dataset.left_out.items():
        yield Finding("left out", "note", f"{count} {reason} were left out.")


def repeated(dataset: Dataset, duplicates: Duplicates) -> Iterator[Finding]:
    """Copies: within a split, with both labels, and across splits."""
    groups = _groups(len(dataset), duplicates.edges())
    exact, near = duplicates.exact, _groups(len(dataset), list(duplicates.near))
    if exact:
        message = f"{_files(exact)} are exact copies, in {_groups_of(exact)}; a split keeps each group together."
        yield Finding("duplicate", "note", message, _paths(dataset, exact))
    if near:
        message = (
            f"{_files(near)} show nearly the same picture, re-encoded, resized, turned or taken again, "
            f"in {_groups_of(near)}; a split keeps each group together."
        )
        yield Finding("duplicate", "note", message, _paths(dataset, near))
    both = [group for group in groups if len({dataset.samples[i].label for i in group}) > 1]
    if both:
        message = f"{_number(both, 'picture')} found as benign and as malignant; one of the labels must be wrong."
        yield Finding("contradicting labels", "warn", message, _paths(dataset, both))
    across = [group for group in groups if _crosses(dataset, group)]
    if across:
        message = (
            f"{_number(across, 'picture')} found in more than one of train, val and test; results will look too good."
        )
        yield Finding("train/test overlap", "warn", message, _paths(dataset, across))


def leakage(dataset: Dataset) -> Iterator[Finding]:
    """Lesions and patients on both sides of a split, and lesions with both labels."""
    lesions = _by_id([sample.lesion_id for sample in dataset])
    patients = _by_id([sample.patient_id for sample in dataset])
    for what, owned in (("lesion", lesions), ("patient", patients)):
        across = {name: group for name, group in owned.items() if _crosses(dataset, group)}
        if across:
            message = (
                f"{_number(across, what)} found in more than one of train, val and test; results will look too good."
            )
            yield Finding(
                "lesion leakage",
                "warn",
                message,
                _paths(dataset, list(across.values())),
                tuple(f"{what} {name}" for name in across),
            )
    both = {name: group for name, group in lesions.items() if len({dataset.samples[i].label for i in group}) > 1}
    if both:
        yield Finding(
            "contradicting labels",
            "warn",
            f"{_number(both, 'lesion')} found with benign and with malignant images; one of the labels must be wrong.",
            _paths(dataset, list(both.values())),
            tuple(f"lesion {name}" for name in both),
        )


def amounts(dataset: Dataset, traits: Sequence[FileTraits | ImageError], duplicates: Duplicates) -> Iterator[Finding]:
    """Too few different images, or far more of one class. Copies of a picture count once for each class."""
    pictures = connected_groups(len(dataset), duplicates.edges())
    first = {(pictures[i], dataset.samples[i].label): i for i in reversed(range(len(dataset)))}
    usable = dataset.subset(sorted(i for i in first.values() if isinstance(traits[i], FileTraits)))
    counts = usable.totals
    if missing := [label for label in CLASSES if not counts[label]]:
        message = f"There are no readable {' and no '.join(missing)} images; both classes are needed."
        yield Finding("too few images", "refuse", message)
    if few := [label for label in CLASSES if 0 < counts[label] < MINIMUM_IMAGES]:
        have = " and ".join(f"{counts[label]} different {label}" for label in few)
        message = f"There are only {have} images that can be read; at least {MINIMUM_IMAGES} of each class are needed."
        yield Finding("too few images", "refuse", message)
    if not missing:
        yield from _imbalance(usable)


def _imbalance(usable: Dataset) -> Iterator[Finding]:
    parts = usable.counts if usable.is_split else {None: usable.totals}
    for split, counts in parts.items():
        smaller, larger = sorted(CLASSES, key=lambda label: counts[label])
        ratio = counts[larger] / max(counts[smaller], 1)
        if ratio > _MANY_TIMES / 2:
            message = (
                f"{f'In {split} there' if split else 'There'} are {counts[larger]} {larger} and {counts[smaller]} "
                f"{smaller} images; accuracy alone says little here, and training has to weight the classes."
            )
            yield Finding("imbalance", "warn" if ratio > _MANY_TIMES else "note", message)


def shortcut_finding(shortcut: Shortcut | None) -> Finding:
    """The source shortcut in words."""
    if shortcut is None:
        return Finding(
            "source shortcut",
            "note",
            "There are too few lesions to measure whether the label can be told from the source.",
        )
    figures = f"AUC {shortcut.auc:.2f}, 95 % interval {shortcut.low:.2f} to {shortcut.high:.2f}"
    if shortcut.low <= _TELLING:
        message = f"Properties of the files that have nothing to do with the lesion hardly tell the label ({figures})."
        return Finding("source shortcut", "note", message)
    message = (
        f"The label can be told without looking at the lesion ({figures}): from the picture files with "
        f"{shortcut.picture_auc:.2f}{_telling(shortcut.picture)}, from gaps in the metadata with "
        f"{shortcut.metadata_auc:.2f}{_telling(shortcut.metadata)}. Benign and malignant images seem to come from "
        "different sources, and a model may learn the source instead."
    )
    return Finding("source shortcut", "warn", message)


def _telling(properties: Sequence[tuple[str, float]]) -> str:
    names = ", ".join(name for name, _ in properties[:_NAMED_PROPERTIES])
    return f" (above all {names})" if names else ""


def _groups(n: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Connected groups of at least two positions."""
    if not edges:
        return []
    members: dict[int, list[int]] = defaultdict(list)
    ids = connected_groups(n, edges)
    for i in sorted(set(np.array(edges).ravel().tolist())):
        members[int(ids[i])].append(i)
    return list(members.values())


def _by_id(ids: Sequence[str | None]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(ids):
        if name:
            found[name].append(i)
    return found


def _crosses(dataset: Dataset, group: Sequence[int]) -> bool:
    return len({dataset.samples[i].split for i in group} - {None}) > 1


def _paths(dataset: Dataset, groups: Sequence[Sequence[int]]) -> tuple[tuple[Path, ...], ...]:
    return tuple(tuple(dataset.samples[i].path for i in group) for group in groups)


def _files(groups: Sequence[Sequence[int]]) -> str:
    return f"{sum(map(len, groups))} files"


def _groups_of(groups: Sequence[Sequence[int]]) -> str:
    return "1 group" if len(groups) == 1 else f"{len(groups)} groups"


def _number(found: Collection[object], what: str) -> str:
    return f"1 {what} is" if len(found) == 1 else f"{len(found)} {what}s are"
