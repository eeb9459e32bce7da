"""What the reviewer says of the results: agree, another label, unsure, a note; undo and redo outlive the program."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple

from skin_gui.classifier.prediction import label_at
from skin_gui.review.assessment.assessment import Assessment, read_assessment
from skin_gui.review.assessment.terms import ReviewerLabel, implied_label
from skin_gui.review.database import Database
from skin_gui.review.keys import clean_text, path_key
from skin_gui.review.results import Result, utc_now
from skin_gui.review.rows import RESULT_COLUMNS, to_results

Decision = Literal["agree", "benign", "malignant", "unsure"]

_STATE = "reviewer_label, reviewer_note, reviewed_at, reviewed_sha256, assessment"
_SIDES = ", ".join(
    f"{side}_{name}" for side in ("before", "after") for name in ("label", "note", "at", "sha256", "assessment")
)
_RECORD = f"INSERT INTO change (step_id, result_id, {_SIDES}) VALUES ({', '.join('?' * 12)})"  # noqa: S608
# The fixed text is this module's own; values always travel as parameters.
_PICK = f"SELECT id, probability, threshold, sha256, {_STATE} FROM result WHERE path = ?"  # noqa: S608
_CHANGED = (
    f"SELECT {RESULT_COLUMNS} FROM result JOIN change ON change.result_id = result.id "  # noqa: S608
    "WHERE change.step_id = ? ORDER BY result.id"
)
_HISTORY = "SELECT coalesce(max(id), 0), coalesce((SELECT max(id) FROM step WHERE state = 'done'), 0) FROM step"
# Steps are taken back from the last one on: those up to the last that was in force then and is now are as they were.
_CHANGED_SINCE = (
    f"SELECT {RESULT_COLUMNS} FROM result WHERE id IN (SELECT result_id FROM change WHERE step_id > "  # noqa: S608
    "(SELECT coalesce(max(id), 0) FROM step WHERE state = 'done' AND id <= ?)) ORDER BY id"
)
_FIRST_READINGS = """
SELECT result_id, after_assessment FROM change
WHERE result_id IN (SELECT result_id FROM change WHERE step_id = ?) AND after_assessment LIKE '%first_read%'
ORDER BY step_id
"""


class HistoryMovedError(Exception):
    """Another window has gone on with the history since it was last looked at: nothing was recorded."""


class _History(NamedTuple):
    """Another one after each step, undo and redo."""

    made: int
    """The step made last."""
    done: int
    """The last of those in force."""


def _restore(side: Literal["before", "after"]) -> str:
    return (
        f"UPDATE result SET ({_STATE}) = "  # noqa: S608
        f"(SELECT {side}_label, {side}_note, {side}_at, {side}_sha256, {side}_assessment FROM change "
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
    """Of the content that the label is about."""
    stored_assessment: str

    @property
    def assessment(self) -> Assessment:
        return read_assessment(self.stored_assessment)

    def decided(self, label: ReviewerLabel, *, before_result: bool) -> "_Row":
        """The row with a decision on its present content, which is the first reading if no result was seen for it."""
        known = self.assessment
        if before_result and known.first_read is None:
            known = replace(known, first_read=label)
        return replace(self, label=label, reviewed_sha256=self.sha256, stored_assessment=known.to_json())


_Rule = Callable[[_Row], _Row | None]
"""The row as it is to be; None leaves it alone."""


class Decisions:
    """The reviewer's decisions on one session's results. Each call is one step of the history, saved before it returns.

    A decision on many rows is one step. Methods return the rows they changed, as they are now, in the session's order.
    Paths that are not in the session are passed over. All of them raise SessionError when nothing could be saved, and
    HistoryMovedError where the history is not as `made_by_others` or an own step has left it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: _History | None = None
        """None until somebody asks what others do: it is nobody's concern before."""

    def made_by_others(self) -> list[Result]:
        """The rows of all steps that others took, took back or brought back since the last call; none at the first."""
        now = _History(*self._database.rows(_HISTORY)[0])
        before, self._seen = self._seen, now
        if before is None or before == now:
            return []
        return to_results(self._database.rows(_CHANGED_SINCE, (before.done,)))

    def decide(
        self,
        paths: Iterable[Path],
        decision: Decision,
        *,
        note: str | None = None,
        threshold: float | None = None,
        before_result: bool = False,
    ) -> list[Result]:
        """Record a decision on these rows.

        Args:
            decision: "agree" records the model's label of this moment. Failed rows are passed over, whatever it is.
            note: replaces the note; None keeps it.
            threshold: the operating point in force, for "agree"; None for the one each row was classified at.
            before_result: the reviewer has not seen what the model says: the first reading, where there is none yet.
        """

        def rule(row: _Row) -> _Row | None:
            if row.probability is None:  # nobody can have seen a lesion in a file that could not be read
                return None
            label = _agreed(row, threshold) if decision == "agree" else decision
            if label is None:
                return None
            noted = row if note is None else replace(row, note=clean_text(note))
            return noted.decided(label, before_result=before_result)

        return self._step(paths, rule)

    def set_note(self, paths: Iterable[Path], note: str) -> list[Result]:
        """Replace the note of these rows and keep their decision: one that newer content outdated stays outdated."""
        return self._step(paths, lambda row: replace(row, note=clean_text(note)))

    def withdraw(self, paths: Iterable[Path]) -> list[Result]:
        """Take the decision on these rows back, and their diagnosis; what else is known of them stays."""

        def rule(row: _Row) -> _Row:
            known = replace(row.assessment, diagnosis=None).to_json()
            # Without a label there is no decision that newer content could have outdated.
            return replace(row, label=None, reviewed_sha256="", stored_assessment=known)

        return self._step(paths, rule)

    def assess(
        self, paths: Iterable[Path], change: Callable[[Assessment], Assessment], *, before_result: bool = False
    ) -> list[Result]:
        """Change what is said of these rows beyond label and note. Failed rows are passed over.

        A diagnosis that means benign or malignant is the decision too, where there is none yet.
        """

        def rule(row: _Row) -> _Row | None:
            if row.probability is None:
                return None
            now = change(row.assessment)
            assessed = replace(row, stored_assessment=now.to_json())
            label = implied_label(now.diagnosis) if row.label is None else None
            return assessed if label is None else assessed.decided(label, before_result=before_result)

        return self._step(paths, rule)

    def can_undo(self) -> bool:
        return self._last("done") is not None

    def can_redo(self) -> bool:
        return self._last("undone") is not None

    def undo(self) -> list[Result]:
        """Take the last step back; an empty list when there is none.

        A first reading stays: after it the result was seen, and no other decision can be made without it.
        """
        return self._move("done", "undone", "before", newest=True)

    def redo(self) -> list[Result]:
        """Bring the step undone last back; an empty list when there is none."""
        return self._move("undone", "done", "after", newest=False)

    def _last(self, state: str) -> int | None:
        rows = self._database.rows("SELECT max(id) FROM step WHERE state = ?", (state,))
        return None if rows[0][0] is None else int(rows[0][0])

    def _step(self, paths: Iterable[Path], rule: _Rule) -> list[Result]:
        now = utc_now()
        with self._transaction() as connection:
            changes = [
                change
                for key in dict.fromkeys(path_key(path) for path in paths)
                for change in _changes(connection, key, rule, now)
            ]
            if not changes:
                return []
            connection.execute("UPDATE step SET state = 'dropped' WHERE state = 'undone'")
            step = connection.execute("INSERT INTO step (state, made_at) VALUES ('done', ?)", (now,)).lastrowid
            connection.executemany(_RECORD, [(step, *change) for change in changes])
            return _apply(connection, step, "after")

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """One that is made on the history as it was last seen."""
        with self._database.transaction(power_safe=True) as connection:
            if self._seen not in (None, _history(connection)):
                raise HistoryMovedError
            yield connection
            after = _history(connection)
        if self._seen is not None:
            self._seen = after

    def _move(self, state: str, to: str, side: Literal["before", "after"], *, newest: bool) -> list[Result]:
        pick = f"SELECT {'max' if newest else 'min'}(id) FROM step WHERE state = ?"  # noqa: S608
        with self._transaction() as connection:
            step = connection.execute(pick, (state,)).fetchone()[0]
            if step is None:
                return []
            connection.execute("UPDATE step SET state = ? WHERE id = ?", (to, step))
            return _apply(connection, step, side)


def _history(connection: sqlite3.Connection) -> _History:
    return _History(*connection.execute(_HISTORY).fetchone())


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
    now_row = rule(row)
    if now_row is None or now_row == row:
        return []
    reviewed = now_row.label is not None or bool(now_row.note) or bool(now_row.stored_assessment)
    return [(row.id, *_state(row), *_state(replace(now_row, at=now if reviewed else "")))]


def _state(row: _Row) -> tuple[str | None, ...]:
    """In the order of `_STATE`."""
    return (row.label, row.note, row.at, row.reviewed_sha256, row.stored_assessment)


def _apply(connection: sqlite3.Connection, step: int | None, side: Literal["before", "after"]) -> list[Result]:
    connection.execute(_restore(side), {"step": step})
    _keep_first_readings(connection, step)
    return to_results(connection.execute(_CHANGED, (step,)))


def _keep_first_readings(connection: sqlite3.Connection, step: int | None) -> None:
    """Give the rows of a step the first reading that was once made of them, wherever in the history they are now."""
    first: dict[int, ReviewerLabel] = {}
    for row, said in connection.execute(_FIRST_READINGS, (step,)):
        if label := read_assessment(said).first_read:
            first.setdefault(row, label)
    for row, label in first.items():
        known = read_assessment(connection.execute("SELECT assessment FROM result WHERE id = ?", (row,)).fetchone()[0])
        if known.first_read is None:
            kept = replace(known, first_read=label).to_json()
            connection.execute("UPDATE result SET assessment = ? WHERE id = ?", (kept, row))
