"""Which patient and which lesion the images of a session show, as rules (`skin_gui.lesions`) and persons said."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from skin_gui.review.database import Database
from skin_gui.review.keys import clean_text, key_path, path_key

MEMBERSHIP_COLUMNS = "path, patient, lesion, taken, day, site, by_hand"
PUT_MEMBERSHIP = f"INSERT OR REPLACE INTO membership ({MEMBERSHIP_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - fixed text


@dataclass(frozen=True, slots=True)
class Membership:
    """What an image shows. Nothing in it names a person: a patient is a pseudonym, or what the user's own files say."""

    patient: str = ""
    """Tells patients apart; empty where that is not known."""
    lesion: str = ""
    """Tells a patient's lesions apart; empty where that is not known."""
    taken: date | None = None
    """Of the picture; None where it is not known or not kept."""
    day: int | None = None
    """Days since the first picture of the patient, where no date is kept."""
    site: str = ""
    """Where on the body, in words."""
    by_hand: bool = False
    """Whether a person said so."""

    @property
    def time(self) -> int | None:
        """Days on a scale that orders the pictures of one lesion; None where no time is known."""
        return self.taken.toordinal() if self.taken else self.day


UNGROUPED = Membership()


class Memberships:
    """The memberships of one session. Each call is saved before it returns; all of them raise SessionError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[Path, Membership]:
        rows = self._database.rows(f"SELECT {MEMBERSHIP_COLUMNS} FROM membership")  # noqa: S608
        return {key_path(row[0]): _membership(row) for row in rows}

    def replace(self, found: Mapping[Path, Membership]) -> None:
        """Keep what a rule found instead of what rules found before; what persons said stays."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM membership WHERE NOT by_hand")
            kept = {row[0] for row in connection.execute("SELECT path FROM membership")}
            rows = [_row(path, membership) for path, membership in found.items()]
            connection.executemany(PUT_MEMBERSHIP, [row for row in rows if row[0] not in kept])

    def put(self, said: Mapping[Path, Membership]) -> None:
        """Keep what a person said of these images."""
        with self._database.transaction(power_safe=True) as connection:
            connection.executemany(PUT_MEMBERSHIP, [_row(path, membership) for path, membership in said.items()])

    def forget(self, paths: Iterable[Path] | None = None) -> None:
        """Take these images, or all, out of their groups."""
        with self._database.transaction(power_safe=True) as connection:
            if paths is None:
                connection.execute("DELETE FROM membership")
            else:
                connection.executemany("DELETE FROM membership WHERE path = ?", [(path_key(path),) for path in paths])


def _row(path: Path, membership: Membership) -> tuple[Any, ...]:
    return (
        path_key(path),
        clean_text(membership.patient),
        clean_text(membership.lesion),
        membership.taken.isoformat() if membership.taken else "",
        membership.day,
        clean_text(membership.site),
        membership.by_hand,
    )


def _membership(row: tuple[Any, ...]) -> Membership:
    _, patient, lesion, written, day, site, by_hand = row
    return Membership(patient, lesion, date.fromisoformat(written) if written else None, day, site, bool(by_hand))
