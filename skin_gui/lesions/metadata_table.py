"""Patients and lesions by a table with the column names of the ISIC archive."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from skin_gui.lesions.errors import GroupingError
from skin_gui.review.memberships import Membership
from skin_gui.training.data.tables import ID_COLUMNS, DatasetError, first_of, image_key, read_table
from skin_gui.wording.review import GroupingFact

_SITES = (
    *(f"anatom_site_{level}" for level in range(5, 0, -1)), "anatom_site_special", "anatom_site_general",
    "localization", "site",
)  # fmt: skip
"""The most exact first."""
_FILE_COLUMNS = (*ID_COLUMNS, "file")


def by_table(path: Path, images: Iterable[Path]) -> dict[Path, Membership]:
    """The memberships that a table gives to images, which it names in one of `ID_COLUMNS` or in `file`.

    A file's name that several images have, in different folders, tells none of them for certain: they get none.

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
    rows: dict[str, Membership] = {}
    for cells in table.rows:
        named = first_of(cells, _FILE_COLUMNS)
        if named and {"patient_id", "lesion_id"} & cells.keys():
            rows[image_key(named)] = _membership(cells)
    if not rows:
        raise GroupingError(GroupingFact.TABLE_NAMES_NOTHING(file=path.name, columns=tuple(_FILE_COLUMNS)))
    keys = {image: image_key(image.name) for image in images}
    count = Counter(keys.values())
    return {image: rows[key] for image, key in keys.items() if key in rows and count[key] == 1}


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
