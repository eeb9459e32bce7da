"""What the reviewer says of the rows: recorded in the session, shown in the table, undone and brought back."""

import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from skin_gui.review.assessment.assessment import NO_ASSESSMENT, Assessment
from skin_gui.review.database import SessionError
from skin_gui.review.decisions import Decision, Decisions, HistoryMovedError
from skin_gui.review.other_windows import FromOthers, OtherWindows
from skin_gui.review.results import Result
from skin_gui.review.session import Session
from skin_gui.ui.review.table.results_model import ResultsModel

_log = logging.getLogger(__name__)
_Step = Callable[[Decisions], list[Result]]
_NOTHING = FromOthers([], [])


class Change(NamedTuple):
    """What a step has made of a row."""

    before: Result
    after: Result


class ReviewerSteps(QObject):
    """Each call is one step of the history of the session that is open; without one, nothing happens.

    What another window of the program has made of the session meanwhile is shown first. A step that is about a row
    which is another one now is not taken.
    """

    decided = Signal(list)
    """The `Result`s that a step, an undo or a redo has changed."""
    caught_up = Signal(list, bool)
    """The `Change`s of rows that another window has changed or made; whether a step was not taken for that."""
    others_wrote = Signal()
    """Another window may have changed what is kept beside the rows, such as patients and lesions."""
    failed = Signal(object)
    """A `Fact` for the user: nothing was saved."""

    def __init__(self, model: ResultsModel, saved: Callable[[], Session | None], parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._saved = model, saved
        self._others: OtherWindows | None = None
        self._own_are_told = True
        model.note_entered.connect(lambda path, note: self.set_note([path], note))

    def begin(self, others: OtherWindows | None) -> None:
        """The rows of another session are shown, or none."""
        self._others, self._own_are_told = others, True

    def batch_runs(self, *, runs: bool) -> None:
        """While a batch of this window runs, rows that nobody here has heard of yet may be its own."""
        self._own_are_told = not runs

    def decide(self, paths: Sequence[Path], decision: Decision, *, before_result: bool = False) -> bool:
        """Record a decision on these rows; False where it was not saved.

        Args: the rows, the decision, whether it was made while the result was hidden.
        """
        threshold = self._model.rows.threshold
        made = self._take(
            lambda steps: steps.decide(paths, decision, threshold=threshold, before_result=before_result),
            paths,
        )
        return made is not None

    def assess(
        self, paths: Sequence[Path], change: Callable[[Assessment], Assessment], *, before_result: bool = False
    ) -> None:
        self._take(lambda steps: steps.assess(paths, change, before_result=before_result), paths)

    def withdraw(self, paths: Sequence[Path]) -> None:
        self._take(lambda steps: steps.withdraw(paths), paths)

    def set_note(self, paths: Sequence[Path], note: str) -> None:
        """Replace the note of these rows. What was typed is kept, whatever came: Undo brings back what it replaces."""
        self._take(lambda steps: steps.set_note(paths, note), ())

    def undo(self) -> list[Change]:
        """Take the last step back; returns what that had changed."""
        return [Change(before, after) for after, before in self._take(Decisions.undo) or []]

    def redo(self) -> list[Change]:
        """Bring the step undone last back; returns what it changes."""
        return self._take(Decisions.redo) or []

    def history(self) -> tuple[bool, bool]:
        """Whether there is a step to undo, and one to redo."""
        session = self._saved()
        try:
            return (session.decisions.can_undo(), session.decisions.can_redo()) if session else (False, False)
        except SessionError as error:
            _log.warning("The history cannot be read: %s", error)
            return False, False

    def catch_up(self) -> None:
        """Show what another window of the program has made of the same session meanwhile, before more is said of it."""
        try:
            self._announce(self._shown_from_others()[1])
        except SessionError as error:
            self.failed.emit(error.fact)

    def _take(self, step: _Step, about: Sequence[Path] | None = None) -> list[Change] | None:
        """What a step has changed; None where it was not taken.

        Args: the step; the rows it rests on as they are shown, or None for the whole history.
        """
        session = self._saved()
        if session is None:
            return []
        arrived: list[Change] = []
        try:
            changed = self._step_on_what_is_shown(session, step, about, arrived)
        except SessionError as error:
            self.failed.emit(error.fact)
            changed = None
        if changed is None:
            self._announce(arrived, refused=True)
            return None
        changes = [Change(self._model.rows.result(row.path) or row, row) for row in changed]
        self._model.put(changed)
        self.decided.emit(changed)
        self._announce(arrived)
        return changes

    def _step_on_what_is_shown(
        self, session: Session, step: _Step, about: Sequence[Path] | None, arrived: list[Change]
    ) -> list[Result] | None:
        """None where what the step rests on is not as it was shown; `arrived` takes what came. Raises: SessionError."""
        while True:
            came, changes = self._shown_from_others()
            arrived += changes
            if _concerns(came, about):
                return None
            with contextlib.suppress(HistoryMovedError):  # in this very moment: look again
                return step(session.decisions)

    def _shown_from_others(self) -> tuple[FromOthers, list[Change]]:
        """What came, which is shown now. Raises: SessionError."""
        if self._others is None:
            return _NOTHING, []
        came = self._others.come(self._model.rows.result, made=self._own_are_told)
        rows = list({row.path: row for row in (*came.made, *came.decided)}.values())
        changes = [Change(self._model.rows.result(row.path) or _unreviewed(row), row) for row in rows]
        if rows:
            self._model.fill(rows)
        if came.written:
            self.others_wrote.emit()
        return came, changes

    def _announce(self, changes: list[Change], *, refused: bool = False) -> None:
        if changes:
            self.caught_up.emit(changes, refused)


def _concerns(came: FromOthers, about: Sequence[Path] | None) -> bool:
    """Whether what came is about these rows; for None, whether it is a step of the history."""
    if about is None:
        return bool(came.decided)
    return not {row.path for row in (*came.decided, *came.made)}.isdisjoint(about)


def _unreviewed(row: Result) -> Result:
    return replace(row, reviewer_label=None, reviewer_note="", assessment=NO_ASSESSMENT)
