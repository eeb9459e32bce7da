"""Training images with their labels and what is known of them, from folders and metadata tables."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.prediction import Label
from skin_gui.imaging.files import list_images
from skin_gui.progress import CancelCheck, never_cancel, until_cancelled
from skin_gui.training.data.metadata import LesionFacts, MetadataIndex, MetadataRow
from skin_gui.training.data.tables import TABLE_SUFFIXES, DatasetError, image_key
from skin_gui.wording.audit import LeftOut
from skin_gui.wording.fact import Fact
from skin_gui.wording.system import reason
from skin_gui.wording.training import DatasetFact

Split = Literal["train", "val", "test"]

CLASSES: tuple[Label, Label] = ("benign", "malignant")
"""In the order of the labels 0 and 1."""

_CLASS_FOLDERS: Mapping[str, Label] = {"benign": "benign", "malignant": "malignant"}
_SPLIT_FOLDERS: Mapping[str, Split] = {
    "train": "train",
    "training": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "test": "test",
    "testing": "test",
}
UNTRACED = ", not traced"
"""After a folder's name: the source of those of its images whose archive no table knows, where it knows others."""

_ISIC_ID = re.compile(r"ISIC_\d{7}", re.IGNORECASE)
_NAMED_FILES = 5  # as many as a message can hold


@dataclass(frozen=True)
class Sample(LesionFacts):
    """One labelled image; None where nothing is known."""

    path: Path
    label: Label
    split: Split | None = None
    """What the folders say; None where they say nothing."""
    folder: Path = Path()
    """The folder given by the user in which it was found."""


@dataclass(frozen=True)
class Dataset:
    """The labelled images of one or more folders."""

    samples: tuple[Sample, ...]
    folders: tuple[Path, ...]
    left_out: Mapping[Fact, int] = field(default_factory=dict)
    """How many images or rows could not be used, by reason."""

    def __len__(self) -> int:
        return len(self.samples)

    def __iter__(self) -> Iterator[Sample]:
        return iter(self.samples)

    @property
    def paths(self) -> list[Path]:
        return [sample.path for sample in self.samples]

    @property
    def labels(self) -> NDArray[np.int64]:
        """(n,): 0 benign, 1 malignant."""
        return np.array([CLASSES.index(sample.label) for sample in self.samples], dtype=np.int64)

    @property
    def counts(self) -> dict[Split | None, dict[Label, int]]:
        """Images by split and class; images without a split stand under None."""
        found = Counter((sample.split, sample.label) for sample in self.samples)
        splits: tuple[Split | None, ...] = ("train", "val", "test", None)
        used = [split for split in splits if any(found[split, label] for label in CLASSES)]
        return {split: {label: found[split, label] for label in CLASSES} for split in used}

    @property
    def sources(self) -> list[str]:
        """Clinic, camera or archive of each image, in order; its folder's name where nothing else is known."""
        return [sample.source or sample.folder.name for sample in self.samples]

    @property
    def source_counts(self) -> dict[str, dict[Label, int]]:
        """Images by source and class, the largest source first."""
        found = Counter(zip(self.sources, (sample.label for sample in self.samples), strict=True))
        names = sorted({name for name, _ in found}, key=lambda name: (-sum(found[name, c] for c in CLASSES), name))
        return {name: {label: found[name, label] for label in CLASSES} for name in names}

    @property
    def totals(self) -> dict[Label, int]:
        return {label: sum(sample.label == label for sample in self.samples) for label in CLASSES}

    @property
    def is_split(self) -> bool:
        """Whether the folders separate the images into at least two of train, val and test."""
        return len({sample.split for sample in self.samples} - {None}) > 1

    def subset(self, indices: Sequence[int] | NDArray[np.int64]) -> "Dataset":
        """The samples at these (m,) positions, in this order."""
        return Dataset(tuple(self.samples[int(i)] for i in indices), self.folders)


def load_dataset(
    folders: Sequence[Path],
    metadata: Path | None = None,
    *,
    require_both_classes: bool = True,
    cancelled: CancelCheck = never_cancel,
) -> Dataset:
    """Find the labelled images of one or more folders.

    A folder is `{train,val,test}/{benign,malignant}`, `{benign,malignant}` (names in any case), or holds images and a
    CSV with the ISIC columns `isic_id` and `benign_malignant`, or in another of the shapes of `tables`. CSVs beside
    class folders add what they know of an image: they name it by `isic_id`, or by `label` and `file` when the files
    were renamed.

    Args:
        folders: where to look; an image that lies in two of them is taken once.
        metadata: a further CSV, trusted before those beside the images.
        cancelled: asked at each entry of a folder: a slow drive may take minutes to list.

    Raises:
        DatasetError: nothing to train on, a table that cannot be read, or labels that contradict each other.
    """
    if metadata is not None and not metadata.is_file():
        raise DatasetError(DatasetFact.NO_METADATA_FILE(file=str(metadata)))
    if metadata is not None and not len(MetadataIndex([metadata])):
        raise DatasetError(DatasetFact.METADATA_NAMES_NO_IMAGE(file=metadata.name))
    problems: list[Fact] = []
    samples: list[Sample] = []
    left_out: Counter[Fact] = Counter()
    known: set[Path] = set()
    for folder, name in zip(folders, _names(folders), strict=True):
        if not folder.is_dir():
            raise DatasetError(DatasetFact.NO_FOLDER(folder=str(folder)))
        listed = until_cancelled(cancelled, list_images([folder], recursive=True, cancelled=cancelled))
        real = {path.resolve(): path for path in listed}
        found = [path for place, path in real.items() if place not in known]
        known.update(real)
        samples += _folder_samples((folder, name), found, metadata, left_out, problems)
    dataset = Dataset(tuple(samples), tuple(folders), {reason: n for reason, n in left_out.items() if n})
    _check(dataset, require_both_classes, problems)
    return dataset


def _names(folders: Sequence[Path]) -> list[str]:
    """A name of each folder that tells it from the others: so many parents before it as that needs."""
    # A file name need not be valid Unicode; such a character is written as its escape.
    absolute = [str(folder.absolute()).encode(errors="backslashreplace").decode() for folder in folders]
    whole = [Path(name).parts for name in absolute]
    length = 1
    while length < max(map(len, whole), default=1) and len({parts[-length:] for parts in whole}) < len(set(whole)):
        length += 1
    last = Counter(parts[-1] for parts in set(whole))
    return ["/".join(parts[-length:]) if last[parts[-1]] > 1 else parts[-1] for parts in whole]


def _folder_samples(
    named: tuple[Path, str], paths: list[Path], metadata: Path | None, left_out: Counter[Fact], problems: list[Fact]
) -> Iterator[Sample]:
    folder, name = named
    whole = folder.resolve()
    places = [_place(whole, path.relative_to(folder)) for path in paths]
    index = MetadataIndex([*([metadata] if metadata else []), *_tables_beside(folder)])
    problems += index.problems
    rows = index.find([(path, label) for path, (_, label) in zip(paths, places, strict=True)])
    if metadata is not None and not any(row and row.table == metadata for row in rows):
        left_out[LeftOut.TABLE_NAMES_NO_IMAGE(table=metadata.name)] += 1
    matched = {row.table for row in rows if row}
    problems += [DatasetFact.TABLE_NAMES_NONE(file=table.name) for table in index.tables if table not in matched]
    _refuse_contradictions(paths, places, rows)
    sources = _sources(name, rows)
    for path, (split, folder_label), row, source in zip(paths, places, rows, sources, strict=True):
        label = folder_label or ((row.label or row.implied_label) if row else None)
        if label:
            yield _sample(path, label, split, row, folder, source)
        elif row:
            left_out[LeftOut.NO_CLEAR_LABEL()] += 1
        else:
            left_out[LeftOut.NO_LABEL()] += 1
    if metadata is None:
        left_out[LeftOut.NO_FILE()] += len(index.ids - {image_key(path.name) for path in paths})


def _sources(folder: str, rows: Sequence[MetadataRow | None]) -> list[str]:
    """The source of each image: what its row says, else the folder's name.

    Where tables know of some images which archive or lesion they show, and of others not, the folder was put together
    from several archives, as the paper's was: those others are a source of their own.
    """
    traced = [row is not None and bool(row.isic_id or row.lesion_id) for row in rows]
    mixed = any(traced) and not all(traced)
    return [
        row.source if row and row.source else f"{folder}{UNTRACED}" if mixed and not known else folder
        for row, known in zip(rows, traced, strict=True)
    ]


def _sample(
    path: Path, label: Label, split: Split | None, row: MetadataRow | None, folder: Path, source: str
) -> Sample:
    in_name = _ISIC_ID.search(path.stem)
    named = in_name.group().upper() if in_name else None
    facts = (row or LesionFacts()).facts()
    known = {"isic_id": facts["isic_id"] or named, "source": source}
    return Sample(path, label, split, folder, **{**facts, **known})


def _place(folder: Path, file: Path) -> tuple[Split | None, Label | None]:
    """Split and class that the names of the folders give, the one nearest to the file first.

    Args:
        folder: resolved.
        file: below it.
    """
    parts = (folder.parent.name, folder.name, *file.parts[:-1])
    names = [part.lower() for part in reversed(parts)]
    if folder.name.lower() not in {*_CLASS_FOLDERS, *_SPLIT_FOLDERS}:
        names = names[:-1]  # a parent counts only for a folder that is itself a part of a data set
    split = next((_SPLIT_FOLDERS[name] for name in names if name in _SPLIT_FOLDERS), None)
    label = next((_CLASS_FOLDERS[name] for name in names if name in _CLASS_FOLDERS), None)
    return split, label


def _tables_beside(folder: Path) -> list[Path]:
    """CSVs in the folder and its split folders, and in the data set that it is a part of."""
    places = [folder, *(child for child in _entries(folder) if child.name.lower() in _SPLIT_FOLDERS)]
    whole = folder.resolve()
    while whole.name.lower() in {*_CLASS_FOLDERS, *_SPLIT_FOLDERS}:
        whole = whole.parent
        places.append(whole)
    return [
        table
        for place in places
        if place.is_dir()
        for table in _entries(place)
        if table.suffix.lower() in TABLE_SUFFIXES and not table.name.startswith(".")
    ]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise DatasetError(DatasetFact.FOLDER_UNREADABLE(folder=str(folder), why=reason(error))) from error


def _refuse_contradictions(
    paths: list[Path], places: list[tuple[Split | None, Label | None]], rows: list[MetadataRow | None]
) -> None:
    wrong = [
        path
        for path, (_, label), row in zip(paths, places, rows, strict=True)
        if label and row and row.label and row.label != label
    ]
    if wrong:
        files: tuple[str | Fact, ...] = tuple(path.name for path in wrong[:_NAMED_FILES])
        if len(wrong) > _NAMED_FILES:
            files = (*files, DatasetFact.MORE_FILES(count=len(wrong) - _NAMED_FILES))
        raise DatasetError(DatasetFact.CONTRADICTING_LABELS(count=len(wrong), files=files))


def _check(dataset: Dataset, require_both_classes: bool, problems: Sequence[Fact]) -> None:
    where = tuple(str(folder) for folder in dataset.folders)
    if not dataset.samples:
        if problems:
            found = tuple(dict.fromkeys(problems))
            raise DatasetError(DatasetFact.NO_LABELLED_IMAGES_BUT_TABLES(folders=where, problems=found))
        raise DatasetError(DatasetFact.NO_LABELLED_IMAGES(folders=where))
    labels = {sample.label for sample in dataset.samples}
    if require_both_classes and len(labels) == 1:
        kind = DatasetFact.ALL_BENIGN if "benign" in labels else DatasetFact.ALL_MALIGNANT
        raise DatasetError(kind(folders=where))
