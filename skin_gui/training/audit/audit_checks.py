"""The audit's single checks: each looks at one kind of trouble and returns what it found."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from skin_gui.classifier.prediction import Label
from skin_gui.imaging.errors import ImageError
from skin_gui.training.audit.audit_report import Finding, Shortcut, Trouble
from skin_gui.training.data.dataset import CLASSES, Dataset
from skin_gui.training.data.duplicates import Duplicates
from skin_gui.training.data.file_traits import FileTraits
from skin_gui.training.data.splits import connected_groups
from skin_gui.wording.audit import AuditFact
from skin_gui.wording.fact import Fact, Kind

MINIMUM_IMAGES = 20
"""Different readable images of each class below which training is refused."""

_MANY_TIMES = 4.0  # one class that much larger than the other is a warning, half of it a note
_TELLING = 0.6  # lower bound of the shortcut's AUC from which it is a warning
_NAMED_PROPERTIES = 3
_NONE: Mapping[Label, Kind] = {"benign": AuditFact.NO_BENIGN, "malignant": AuditFact.NO_MALIGNANT}


def unreadable(traits: Sequence[FileTraits | ImageError]) -> Iterator[Finding]:
    """Files that are not images or are damaged."""
    errors = [trait for trait in traits if isinstance(trait, ImageError)]
    if errors:
        yield Finding(
            "unreadable",
            "warn",
            AuditFact.UNREADABLE(count=len(errors), total=len(traits)),
            tuple((error.path,) for error in errors),
            tuple(error.reason for error in errors),
        )


def left_out(dataset: Dataset) -> Iterator[Finding]:
    """Files and rows that carry no usable label."""
    for reason, count in dataset.left_out.items():
        yield Finding("left out", "note", AuditFact.LEFT_OUT(reason=reason, count=count))


def repeated(dataset: Dataset, duplicates: Duplicates) -> Iterator[Finding]:
    """Copies: within a split, with both labels, and across splits."""
    groups = _groups(len(dataset), duplicates.edges())
    exact, near = duplicates.exact, _groups(len(dataset), list(duplicates.near))
    for kind, copies in ((AuditFact.EXACT_COPIES, exact), (AuditFact.NEAR_COPIES, near)):
        if copies:
            fact = kind(files=sum(map(len, copies)), groups=len(copies))
            yield Finding("duplicate", "note", fact, _paths(dataset, copies))
    both = [group for group in groups if len({dataset.samples[i].label for i in group}) > 1]
    if both:
        fact = AuditFact.PICTURES_OF_BOTH_CLASSES(count=len(both))
        yield Finding("contradicting labels", "warn", fact, _paths(dataset, both))
    across = [group for group in groups if _crosses(dataset, group)]
    if across:
        fact = AuditFact.PICTURES_ACROSS(count=len(across))
        yield Finding("train/test overlap", "warn", fact, _paths(dataset, across))


def leakage(dataset: Dataset) -> Iterator[Finding]:
    """Lesions and patients on both sides of a split, and lesions with both labels."""
    lesions = _by_id([sample.lesion_id for sample in dataset])
    patients = _by_id([sample.patient_id for sample in dataset])
    for kind, named, owned in (
        (AuditFact.LESIONS_ACROSS, AuditFact.LESION, lesions),
        (AuditFact.PATIENTS_ACROSS, AuditFact.PATIENT, patients),
    ):
        across = {name: group for name, group in owned.items() if _crosses(dataset, group)}
        if across:
            yield _of_ids("lesion leakage", kind, named, dataset, across)
    both = {name: group for name, group in lesions.items() if len({dataset.samples[i].label for i in group}) > 1}
    if both:
        kind = AuditFact.LESIONS_OF_BOTH_CLASSES
        yield _of_ids("contradicting labels", kind, AuditFact.LESION, dataset, both)


def _of_ids(what: Trouble, kind: Kind, named: Kind, dataset: Dataset, groups: Mapping[str, Sequence[int]]) -> Finding:
    return Finding(
        what,
        "warn",
        kind(count=len(groups)),
        _paths(dataset, list(groups.values())),
        tuple(named(name=name) for name in groups),
    )


def amounts(dataset: Dataset, traits: Sequence[FileTraits | ImageError], duplicates: Duplicates) -> Iterator[Finding]:
    """Too few different images, or far more of one class. Copies of a picture count once for each class."""
    pictures = connected_groups(len(dataset), duplicates.edges())
    first = {(pictures[i], dataset.samples[i].label): i for i in reversed(range(len(dataset)))}
    usable = dataset.subset(sorted(i for i in first.values() if isinstance(traits[i], FileTraits)))
    counts = usable.totals
    match [label for label in CLASSES if not counts[label]]:
        case []:
            if min(counts.values()) < MINIMUM_IMAGES:
                fact = AuditFact.TOO_FEW(minimum=MINIMUM_IMAGES, **counts)
                yield Finding("too few images", "refuse", fact)
            yield from _imbalance(usable)
        case [missing]:
            yield Finding("too few images", "refuse", _NONE[missing]())
        case _:
            yield Finding("too few images", "refuse", AuditFact.NO_IMAGES())


def _imbalance(usable: Dataset) -> Iterator[Finding]:
    parts = usable.counts if usable.is_split else {None: usable.totals}
    for split, counts in parts.items():
        smaller, larger = sorted(counts.values())
        ratio = larger / max(smaller, 1)
        if ratio > _MANY_TIMES / 2:
            fact = AuditFact.IMBALANCE_IN_SPLIT(split=split, **counts) if split else AuditFact.IMBALANCE(**counts)
            yield Finding("imbalance", "warn" if ratio > _MANY_TIMES else "note", fact)


def shortcut_finding(shortcut: Shortcut | None) -> Finding:
    if shortcut is None:
        return Finding("source shortcut", "note", AuditFact.SHORTCUT_UNKNOWN())
    figures = {"auc": shortcut.auc, "low": shortcut.low, "high": shortcut.high}
    if shortcut.low <= _TELLING:
        return Finding("source shortcut", "note", AuditFact.NO_SHORTCUT(**figures))
    signs = (_of_pictures(shortcut), _of_metadata(shortcut))
    return Finding("source shortcut", "warn", AuditFact.SHORTCUT(**figures, signs=signs))


def _of_pictures(shortcut: Shortcut) -> Fact:
    if names := _most_telling(shortcut.picture):
        return AuditFact.FROM_PICTURES_ABOVE_ALL(auc=shortcut.picture_auc, properties=names)
    return AuditFact.FROM_PICTURES(auc=shortcut.picture_auc)


def _of_metadata(shortcut: Shortcut) -> Fact:
    if names := _most_telling(shortcut.metadata):
        return AuditFact.FROM_METADATA_ABOVE_ALL(auc=shortcut.metadata_auc, properties=names)
    return AuditFact.FROM_METADATA(auc=shortcut.metadata_auc)


def _most_telling(properties: Sequence[tuple[Fact, float]]) -> tuple[Fact, ...]:
    return tuple(name for name, _ in properties[:_NAMED_PROPERTIES])


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


_NAMED = 8  # sources that a message names before it only counts them


def source_findings(sources: Mapping[str, Mapping[Label, int]]) -> Iterator[Finding]:
    """How many sources there are with each one's share, and those whose images are all of one class.

    Args:
        sources: images by source and class, the largest source first.
    """
    if not sources:
        return
    if len(sources) == 1:
        yield Finding("sources", "note", AuditFact.ONE_SOURCE(source=next(iter(sources))))
        return
    total = sum(sum(counts.values()) for counts in sources.values())
    shares = [
        AuditFact.SOURCE_SHARE(
            source=name,
            benign=counts["benign"],
            malignant=counts["malignant"],
            share=sum(counts.values()) / total,
        )
        for name, counts in sources.items()
    ]
    yield Finding("sources", "note", AuditFact.SOURCES(count=len(sources), sources=_listed(shares)))
    one_class = {name: counts for name, counts in sources.items() if min(counts.values()) == 0}
    if one_class:
        images = sum(sum(counts.values()) for counts in one_class.values())
        names = [
            AuditFact.ONLY_BENIGN(source=name) if counts["benign"] else AuditFact.ONLY_MALIGNANT(source=name)
            for name, counts in one_class.items()
        ]
        fact = AuditFact.ONE_CLASS_SOURCES(count=len(one_class), sources=_listed(names), share=images / total)
        yield Finding("sources", "warn", fact)


def _listed(parts: list[Fact]) -> tuple[Fact, ...]:
    rest = len(parts) - _NAMED
    return (*parts[:_NAMED], *((AuditFact.MORE_SOURCES(count=rest),) if rest > 0 else ()))
