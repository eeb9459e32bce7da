"""What other windows of the program make of a session that is open here: found without reading all of its rows."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from skin_gui.review.database import Database
from skin_gui.review.decisions import Decisions
from skin_gui.review.keys import key_path
from skin_gui.review.results import Result, utc_now
from skin_gui.review.rows import RESULT_COLUMNS, to_results

_MADE_SINCE = "SELECT path, classified_at, model_id FROM result WHERE classified_at >= ?"
_ROWS_SINCE = f"SELECT {RESULT_COLUMNS} FROM result WHERE classified_at >= ? ORDER BY id"  # noqa: S608 - fixed text


class FromOthers(NamedTuple):
    """Rows that are not as they are shown, by how they came to be."""

    decided: list[Result]
    """By steps of the history."""
    made: list[Result]
    """Classified, for the first time or again."""
    written: bool = False
    """Whether anything was written, rows or what else is kept in the session."""


class OtherWindows:
    """Begins to look when it is made, which is before the rows that are shown are read. Methods raise SessionError."""

    def __init__(self, database: Database, decisions: Decisions) -> None:
        self._database, self._decisions = database, decisions
        self._since = utc_now()
        self._written: int | None = None
        """Another number after each commit of another connection; one of the thread that calls `come`."""

    def come(self, shown: Callable[[Path], Result | None], *, made: bool) -> FromOthers:
        """What came since the last call. Call it from one thread alone.

        Args:
            shown: the row of a file as it is shown; None where there is none.
            made: look for rows that were classified, too, and whether anything was written. A batch of this window
                must have told all of its own then.
        """
        decided = self._decisions.made_by_others()
        written = made and self._is_written()
        classified = self._classified(shown) if written else []
        return FromOthers([row for row in decided if row != shown(row.path)], classified, written)

    def _is_written(self) -> bool:
        before, self._written = self._written, self._database.rows("PRAGMA data_version")[0][0]
        return before != self._written

    def _classified(self, shown: Callable[[Path], Result | None]) -> list[Result]:
        now = utc_now()
        made = self._database.rows(_MADE_SINCE, (self._since,))
        others = {path: at for key, at, model in made if not _is_made(shown(path := key_path(key)), at, model)}
        self._since = now
        if not others:
            return []
        rows = self._database.rows(_ROWS_SINCE, (min(others.values()),))
        return [row for row in to_results(rows) if row.path in others]


def _is_made(row: Result | None, at: str, model_id: str) -> bool:
    return row is not None and (row.classified_at, row.model_id) == (at, model_id)
