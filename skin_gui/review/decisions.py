"""What the reviewer says of the results: agree, another label, unsure, a note; undo and redo outlive the program."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from skin_gui.classifier.prediction import label_at
from skin_gui.review.database import Database
from skin_gui.review.keys import clean_text, path_key
from skin_gui.review.results import Result, ReviewerLabel, utc_now
from skin_gui.review.rows import RESULT_COLUMNS, to_results

Decision = Literal["agree", "benign", "malignant", "unsure"]

_STATE = "reviewer_label, reviewer_note, reviewed_at, reviewed_sha256"
# The fixed text is this module's own; values always travel as parameters.
_PICK = f"SELECT id, probability, threshold, sha256, {_STATE} FROM result WHERE path = ?"  # noqa: S608
_CHANGED = (
    f"SELECT {RESULT_COLUMNS} FROM result JOIN change ON change.result_id = result.id "  # noqa: S608
    "WHERE change.step_id = ? ORDER BY result.id"
)


def _restore(side: Literal["before", "after"]) -> str:
    return (
        f"UPDATE result SET ({_STATE}) = "  # noqa: S608
        f"(SELECT {side}_label, {side}_note, {side}_at, {side}_sha256 FROM change "
        "WHERE step_id = :step AND result_id = result.id) "
        "WHERE id IN (SELECT result_id FROM change WHERE step_id = :step)"
    )


@dataclass(frozen=True)
class _Row:
    """What deciding about a row depends on: the columns of `_PICK`."""

    id: int
    probability: float | None
    threshold: float | None
    sha256: str
    label: ReviewerLabel | None
    note: str
    at: str
    reviewed_sha256: str


_Verdict = tuple[ReviewerLabel | None, str, str]
_Rule = Callable[[_Row], _Verdict | None]
"""The new label and note of a row, and the SHA-256 of the content that the label is about; None leaves it alone."""


class Decisions:
    """The reviewer's decisions on one session's results. Each call is one step of the history, saved before it returns.

    A decision on many rows is one step. Methods return the rows they changed, as they are now, in the session's order.
    Paths that are not in the session are passed over. All of them raise SessionError when nothing could be saved.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def decide(
        self,
        paths: Iterable[Path],
        decision: Decision,
        *,
        note: str | None = None,
        threshold: float | None = None,
    ) -> list[Result]:
        """Record a decision on these rows.

        Args:
            paths: of the rows.
            decision: "agree" records the model's label of this moment. Failed rows are passed over, whatever it is.
            note: replaces the note; None keeps it.
            threshold: the operating point in force, for "agree"; None for the one each row was classified at.
        """

        def rule(row: _Row) -> _Verdict | None:
            if row.probability is None:  # nobody can have seen a lesion in a file that could not be read
                return None
            label = _agreed(row, threshold) if decision == "agree" else decision
            return None if label is None else (label, row.note if note is None else clean_text(note), row.sha256)

        return self._step(paths, rule)

    def set_note(self, paths: Iterable[Path], note: str) -> list[Result]:
        """Replace the note of these rows and keep their decision: one that newer content outdated stays outdated."""
        return self._step(paths, lambda row: (row.label, clean_text(note), row.reviewed_sha256))

    def withdraw(self, paths: Iterable[Path]) -> list[Result]:
        """Take the decision on these rows back; their notes stay."""
        # Without a label there is no decision that newer content could have outdated.
        return self._step(paths, lambda row: (None, row.note, ""))

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._last("done") is not None

    def can_redo(self) -> bool:
        """Whether there is an undone step to bring back."""
        return self._last("undone") is not None

    def undo(self) -> list[Result]:
        """Take the last step back; an empty list when there is none."""
        return self._move("done", "undone", "before", newest=True)

    def redo(self) -> list[Result]:
        """Bring the step undone last back; an empty list when there is none."""
        return self._move("undone", "done", "after", newest=False)

    def _last(self, state: str) -> int | None:
        rows = self._database.rows("SELECT max(id) FROM step WHERE state = ?", (state,))
        return None if rows[0][0] is None else int(rows[0][0])

    def _step(self, paths: Iterable[Path], rule: _Rule) -> list[Result]:
        now = utc_now()
        with self._database.transaction(power_safe=True) as connection:
            changes = [
                change
                for key in dict.fromkeys(path_key(path) for path in paths)
                for change in _changes(connection, key, rule, now)
            ]
            if not changes:
                return []
            connection.execute("UPDATE step SET state = 'dropped' WHERE state = 'undone'")
            step = connection.execute("INSERT INTO step (state, made_at) VALUES ('done', ?)", (now,)).lastrowid
            connection.executemany(
                "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(step, *change) for change in changes]
            )
            return _apply(connection, step, "after")

    def _move(self, state: str, to: str, side: Literal["before", "after"], *, newest: bool) -> list[Result]:
        pick = f"SELECT {'max' if newest else 'min'}(id) FROM step WHERE state = ?"  # noqa: S608
        with self._database.transaction(power_safe=True) as connection:
            step = connection.execute(pick, (state,)).fetchone()[0]
            if step is None:
                return []
            connection.execute("UPDATE step SET state = ? WHERE id = ?", (to, step))
            return _apply(connection, step, side)


def _agreed(row: _Row, threshold: float | None) -> ReviewerLabel | None:
    at = row.threshold if threshold is None else threshold
    return None if row.probability is None or at is None else label_at(row.probability, at)


def _changes(
    connection: sqlite3.Connection, key: str | bytes, rule: _Rule, now: str
) -> list[tuple[int | str | None, ...]]:
    """The row of `change` (without its step) for one result; none where the decision changes nothing."""
    found = connection.execute(_PICK, (key,)).fetchone()
    if found is None:
        return []
    row = _Row(*found)
    verdict = rule(row)
    if verdict is None:
        return []
    label, note, sha256 = verdict
    reviewed = label is not None or bool(note)
    if (label, note, sha256) == (row.label, row.note, row.reviewed_sha256):
        return []
    before = (row.label, row.note, row.at, row.reviewed_sha256)
    return [(row.id, *before, label, note, now if reviewed else "", sha256)]


def _apply(connection: sqlite3.Connection, step: int | None, side: Literal["before", "after"]) -> list[Result]:
    connection.execute(_restore(side), {"step": step})
    return to_results(connection.execute(_CHANGED, (step,)))
