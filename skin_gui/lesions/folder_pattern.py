"""Patients and lesions by the names of folders and files: a pattern such as `{patient}/{lesion}/{date}`."""

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePath

from skin_gui.lesions.errors import GroupingError
from skin_gui.review.memberships import Membership
from skin_gui.wording.review import GroupingFact

FIELDS = ("patient", "lesion", "date", "day", "site")
"""What a pattern may name."""

_WRITTEN = {
    "patient": "[^/]+?",
    "lesion": "[^/]+?",
    "date": r"\d{4}[-_.]?\d\d[-_.]?\d\d",
    "day": r"\d{1,6}",
    "site": "[^/]+?",
}
_PIECE = re.compile(r"\{(\w*)\}|(\*\*)|(\*)|([^*{]+)|(.)")
_NAMES = tuple(f"{{{name}}}" for name in FIELDS)


class FolderPattern:
    """Reads patient, lesion and date from an image's path below the opened folder, its suffix left off.

    `{patient}`, `{lesion}`, `{date}` (2024-05-31 or 20240531), `{day}` (days since the first picture) and `{site}` each
    stand for a part of a name, `*` for any part of one and `**` for any number of folders. What a path has beyond the
    pattern's last part is free: `{patient}/{lesion}` reads two folders, whatever the files in them are called.
    """

    def __init__(self, text: str) -> None:
        """Args: the pattern.

        Raises:
            GroupingError: it names neither patient nor lesion, something unknown, or one thing twice.
        """
        self.text = text.strip().strip("/\\").replace("\\", "/")
        named: list[str] = []
        parts = [self._part(match, named) for match in _PIECE.finditer(self.text)]
        if not {"patient", "lesion"} & set(named):
            raise GroupingError(GroupingFact.PATTERN_NAMES_NONE(patient="{patient}", lesion="{lesion}"))
        self._regex = re.compile("".join(parts) + r"(?:/.*)?", re.IGNORECASE | re.DOTALL)

    @staticmethod
    def _part(match: re.Match[str], named: list[str]) -> str:
        field, folders, star, plain, odd = match.groups()
        if field is not None:
            if field not in FIELDS:
                raise GroupingError(GroupingFact.PATTERN_UNKNOWN(field=f"{{{field}}}", names=_NAMES))
            if field in named:
                raise GroupingError(GroupingFact.PATTERN_TWICE(field=f"{{{field}}}"))
            named.append(field)
            return f"(?P<{field}>{_WRITTEN[field]})"
        if folders:
            return ".*"
        if star:
            return "[^/]*"
        if odd:
            raise GroupingError(GroupingFact.PATTERN_HALF(sign=odd, names=_NAMES))
        return re.escape(plain)

    def read(self, relative: PurePath) -> Membership | None:
        """What the path of an image, below the opened folder, says of it; None where it does not fit."""
        match = self._regex.fullmatch(relative.with_suffix("").as_posix())
        if match is None:
            return None
        found = match.groupdict()
        day = found.get("day")
        try:
            taken = date.fromisoformat(re.sub(r"[-_.]", "", found["date"])) if found.get("date") else None
        except ValueError:  # the 31st of February
            return None
        return Membership(
            found.get("patient") or "",
            found.get("lesion") or "",
            taken,
            int(day) if day else None,
            found.get("site") or "",
        )


def is_date(name: str) -> bool:
    """Whether a name is written as `{date}` reads it."""
    return re.fullmatch(_WRITTEN["date"], name) is not None


def by_folders(folder: Path, images: Iterable[Path], pattern: FolderPattern) -> dict[Path, Membership]:
    """The memberships of the images whose paths below a folder fit a pattern.

    Args:
        folder: the opened one, absolute.
        images: absolute paths; those outside the folder are left out.
    """
    start = f"{str(folder).rstrip(os.sep)}{os.sep}"
    found = {}
    for image in images:
        text = str(image)
        if text.startswith(start) and (membership := pattern.read(PurePath(text[len(start) :]))) is not None:
            found[image] = membership
    return found
