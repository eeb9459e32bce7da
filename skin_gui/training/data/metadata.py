"""What tables beside a training folder say of its images, found by their names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from skin_gui.classifier.prediction import Label
from skin_gui.plain_text import printable
from skin_gui.training.data.tables import (
    DIAGNOSIS_COLUMNS,
    FILE_LABEL_COLUMNS,
    ID_COLUMNS,
    IMPLIED,
    LABEL_COLUMNS,
    UNREAD,
    DatasetError,
    Table,
    first_of,
    image_key,
    read_table,
)
from skin_gui.wording.fact import Fact
from skin_gui.wording.training import DatasetFact

# The first column with a value wins. ISIC archive names first, then those of HAM10000 and the ISIC challenges.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "isic_id": ID_COLUMNS,
    "lesion_id": ("lesion_id",),
    "patient_id": ("patient_id",),
    "diagnosis": DIAGNOSIS_COLUMNS,
    "age": ("age_approx", "age"),
    "sex": ("sex",),
    "site": ("anatom_site_general", "anatom_site_1", "localization", "site"),
    "skin_type": ("fitzpatrick_skin_type", "skin_type"),
    "source": ("source", "institution", "attribution", "dataset"),
}


@dataclass(frozen=True, kw_only=True)
class LesionFacts:
    """What is known of an image beside its label; None where nothing is."""

    isic_id: str | None = None
    lesion_id: str | None = None
    patient_id: str | None = None
    diagnosis: str | None = None
    """In lower case, as the table writes it (`nv`, `melanoma`)."""
    age: float | None = None
    """Years."""
    sex: str | None = None
    site: str | None = None
    skin_type: str | None = None
    """Fitzpatrick, I to VI."""
    source: str | None = None
    """Clinic, camera or archive that the image comes from."""

    def facts(self) -> dict[str, Any]:
        """These values by name, to make a copy of."""
        return {field.name: getattr(self, field.name) for field in fields(LesionFacts)}


@dataclass(frozen=True)
class MetadataRow(LesionFacts):
    """What a table says of one image; None where it says nothing."""

    table: Path
    label_text: str | None = None
    """As written, in lower case; `parse_label` reads it."""

    @property
    def label(self) -> Label | None:
        """Benign or malignant; None where the table leaves it open.

        Raises:
            DatasetError: the table holds another word.
        """
        return parse_label(self.label_text, self.table)

    @property
    def implied_label(self) -> Label | None:
        """What the diagnosis means, where the table itself does not say it; None where that is not known."""
        return IMPLIED.get(self.diagnosis or "") if self.label_text is None else None


class MetadataIndex:
    """The rows of one or more tables, found by ISIC id or by class folder and file name."""

    def __init__(self, tables: Iterable[Path]) -> None:
        """Args: the tables, the most trusted first.

        Raises:
            DatasetError: a table cannot be read.
        """
        self._by_id: dict[str, MetadataRow] = {}
        self._by_file: dict[tuple[str, str], MetadataRow] = {}
        self.tables: list[Path] = []
        """Those that name images."""
        self.problems: list[Fact] = []
        """Sentences on the tables that can give no label."""
        for table in tables:
            self._add(table)

    def _add(self, path: Path) -> None:
        table = read_table(path)
        if table.problem:
            self.problems.append(table.problem)
        if table.rows:
            self.tables.append(path)
        if table.rows and not table.problem and (strange := _strange_label(table)):
            self.problems.append(DatasetFact.UNKNOWN_LABEL(file=path.name, label=strange))
        for cells in table.rows:
            file, label = cells.get("file"), first_of(cells, FILE_LABEL_COLUMNS)
            if file and label:
                key = (label.lower(), Path(file.replace("\\", "/")).name.lower())
                row = _row(path, cells, label)
                self._by_file[key] = _merge(self._by_file[key], row) if key in self._by_file else row
            elif named := first_of(cells, (*ID_COLUMNS, "file")):
                row = _row(path, cells, first_of(cells, (*LABEL_COLUMNS, "label")))
                name = image_key(named)
                self._by_id[name] = _merge(self._by_id[name], row) if name in self._by_id else row

    def __len__(self) -> int:
        return len(self._by_id) + len(self._by_file)

    @property
    def ids(self) -> frozenset[str]:
        """The ISIC ids of the rows that are found by id, in lower case."""
        return frozenset(self._by_id)

    def find(self, images: Sequence[tuple[Path, Label | None]]) -> list[MetadataRow | None]:
        """The row of each image, given with the label of its class folder.

        A file name that occurs several times in one class (`train/benign/1.jpg`, `test/benign/1.jpg`) names no image
        for certain, so no row of a file list is given to it.
        """
        keys = [(label or "", path.name.lower()) for path, label in images]
        seen = Counter(keys)
        # Of images outside of class folders, the list itself tells the class: by names that it has once.
        listed = Counter(name for _, name in self._by_file)
        unclassed = {("", name): row for (_, name), row in self._by_file.items() if listed[name] == 1}
        files = {**unclassed, **self._by_file}
        return [
            self._by_id.get(image_key(path.name)) or (files.get(key) if seen[key] == 1 else None)
            for (path, _), key in zip(images, keys, strict=True)
        ]


def _strange_label(table: Table) -> str:
    """The first label of a table none of whose labels is known; else empty."""
    first = ""
    for cells in table.rows:
        label = first_of(cells, FILE_LABEL_COLUMNS)
        diagnosis = first_of(cells, DIAGNOSIS_COLUMNS)
        if label or (diagnosis and diagnosis.lower() in IMPLIED):
            return ""
        first = first or diagnosis or cells.get(UNREAD, "")
    return printable(first)


def parse_label(text: str | None, table: Path) -> Label | None:
    """A label cell as a label; None for an empty or indeterminate one.

    Raises:
        DatasetError: any other word.
    """
    match text:
        case "benign" | "malignant":
            return text
        case None:
            return None
        case _ if text.startswith("indeterminate"):
            return None
    raise DatasetError(DatasetFact.UNKNOWN_LABEL(file=table.name, label=printable(text)))


def _row(table: Path, cells: Mapping[str, str], label_text: str | None) -> MetadataRow:
    values = {field: first_of(cells, names) for field, names in _COLUMNS.items()}
    lower = {field: text.lower() for field in ("diagnosis", "sex", "site") if (text := values[field])}
    return MetadataRow(
        table=table,
        isic_id=_without_suffix(values["isic_id"]),
        label_text=label_text.lower() if label_text else None,
        lesion_id=values["lesion_id"],
        patient_id=values["patient_id"],
        diagnosis=lower.get("diagnosis"),
        age=_number(values["age"]),
        sex=lower.get("sex"),
        site=lower.get("site"),
        skin_type=values["skin_type"],
        source=values["source"],
    )


def _without_suffix(name: str | None) -> str | None:
    return name[: len(image_key(name))] if name and not {"/", "\\"} & set(name) else name


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def _merge(first: MetadataRow, second: MetadataRow) -> MetadataRow:
    """The first row, its gaps filled from the second.

    Raises:
        DatasetError: one says benign, the other malignant.
    """
    if first.label and second.label and first.label != second.label:
        raise DatasetError(
            DatasetFact.TABLES_CONTRADICT(
                image=str(first.isic_id),
                label=str(first.label),
                file=first.table.name,
                other_label=str(second.label),
                other_file=second.table.name,
            )
        )
    gaps = [field.name for field in fields(first) if getattr(first, field.name) is None]
    return replace(first, **{name: getattr(second, name) for name in gaps})
