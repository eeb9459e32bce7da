"""Patients and lesions by a table with the column names of the ISIC archive."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from skin_gui.lesions.errors import GroupingError
from skin_gui.review.memberships import Membership
from skin_gui.training.data.tables import ID_COLUMNS, DatasetError, first_of, image_key, read_table
from skin_gui.wording.review import GroupingFact
from skin_gui.wording.training import DatasetFact

_SITES = (
    *(f"anatom_site_{level}" for level in range(5, 0, -1)), "anatom_site_special", "anatom_site_general",
    "localization", "site",
)  # fmt: skip
"""The most exact first."""
_FILE_COLUMNS = (*ID_COLUMNS, "file")


def by_table(path: Path, images: Iterable[Path]) -> dict[Path, Membership]:
    """The memberships that a table gives to images, which it names in one of `ID_COLUMNS` or in `file`.

    It may name a file alone or behind as much of its path as it likes. Of several rows for an image the one that
    names most of its path counts; one that names other folders counts only where no other row and no other image
    has that file's name. What is then still said of two images, or in two ways, is said of none.

    Args:
        path: a CSV with patient_id or lesion_id, and where it knows them acquisition_day, acquisition_date and
            anatom_site_*.
        images: absolute paths.

    Raises:
        GroupingError: it cannot be read, or names no patient and no lesion.
    """
    try:
        table = read_table(path)
    except DatasetError as error:
        raise GroupingError(error.fact) from error
    if table.problem and table.problem.kind is DatasetFact.TABLE_IS_WORKBOOK:
        raise GroupingError(table.problem)
    rows: defaultdict[str, list[_Row]] = defaultdict(list)
    for cells in table.rows:
        named = first_of(cells, _FILE_COLUMNS)
        if named and {"patient_id", "lesion_id"} & cells.keys():
            rows[image_key(named)].append(_Row(_folders(named), _membership(cells)))
    if not rows:
        raise GroupingError(GroupingFact.TABLE_NAMES_NOTHING(file=path.name, columns=tuple(_FILE_COLUMNS)))
    keys = {image: image_key(image.name) for image in images}
    alike = Counter(keys.values())
    found = {image: _named(image, rows[key], alone=alike[key] == 1) for image, key in keys.items() if key in rows}
    return {image: membership for image, membership in found.items() if membership is not None}


@dataclass(frozen=True)
class _Row:
    folders: tuple[str, ...]
    """Above the file, the last one at the end; empty where the table names the file alone."""
    membership: Membership


def _folders(name: str) -> tuple[str, ...]:
    parts = name.replace("\\", "/").casefold().split("/")[:-1]
    return tuple(part for part in parts if part not in {"", "."})


def _named(image: Path, rows: Sequence[_Row], *, alone: bool) -> Membership | None:
    """What the rows with a file's name say of an image; `alone` where no other image has that name."""
    folders = _folders(str(image))
    fitting = [row for row in rows if row.folders and folders[-len(row.folders) :] == row.folders]
    if not fitting and alone:
        fitting = [row for row in rows if not row.folders] or (list(rows) if len(rows) == 1 else [])
    most = max((len(row.folders) for row in fitting), default=0)
    said = {row.membership for row in fitting if len(row.folders) == most}
    return said.pop() if len(said) == 1 else None


def _membership(cells: Mapping[str, str]) -> Membership:
    return Membership(
        cells.get("patient_id", ""),
        cells.get("lesion_id", ""),
        _date(cells.get("acquisition_date", "")),
        _day(cells.get("acquisition_day", "")),
        first_of(cells, _SITES) or "",
    )


def _day(text: str) -> int | None:
    try:
        return round(float(text))
    except (ValueError, OverflowError):  # empty, in words, or without end
        return None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
