"""What the reviewer says of the rows: recorded in the session, shown in the table, undone and brought back."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.database import SessionError
from skin_gui.review.decisions import Decision, Decisions
from skin_gui.review.results import Result
from skin_gui.review.session import Session
from skin_gui.ui.review.table.results_model import ResultsModel

_log = logging.getLogger(__name__)


class Change(NamedTuple):
    """What a step has made of a row."""

    before: Result
    after: Result


class ReviewerSteps(QObject):
    """Each call is one step of the history of the session that is open; without one, nothing happens."""

    decided = Signal(list)
    """The `Result`s that a step, an undo or a redo has changed."""
    caught_up = Signal(list)
    """The `Result`s that another window of the program has changed or made."""
    failed = Signal(object)
    """A `Fact` for the user: nothing was saved."""

    def __init__(self, model: ResultsModel, saved: Callable[[], Session | None], parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._saved = model, saved
        self._shown: tuple[Session, tuple[int, ...]] | None = None
        """The session whose rows are shown, and its version."""
        model.note_entered.connect(lambda path, note: self.set_note([path], note))

    def decide(self, paths: Sequence[Path], decision: Decision, *, before_result: bool = False) -> bool:
        """Record a decision on these rows; False where it could not be saved.

        Args: the rows, the decision, whether it was made while the result was hidden.
        """
        threshold = self._model.rows.threshold
        made = self._take(lambda steps: steps.decide(paths, decision, threshold=threshold, before_result=before_result))
        return made is not None

    def assess(
        self, paths: Sequence[Path], change: Callable[[Assessment], Assessment], *, before_result: bool = False
    ) -> None:
        """Change what is said of these rows beyond label and note."""
        self._take(lambda steps: steps.assess(paths, change, before_result=before_result))

    def withdraw(self, paths: Sequence[Path]) -> None:
        self._take(lambda steps: steps.withdraw(paths))

    def set_note(self, paths: Sequence[Path], note: str) -> None:
        self._take(lambda steps: steps.set_note(paths, note))

    def undo(self) -> list[Change]:
        """Take the last step back; returns what that had changed."""
        return [Change(before, after) for after, before in self._take(Decisions.undo) or []]

    def redo(self) -> list[Change]:
        """Bring the step undone last back; returns what it changes."""
        return self._take(Decisions.redo) or []

    def up_to_date(self) -> None:
        """The rows are shown as the session has them now."""
        session, version = self._saved(), self._saved_version()
        self._shown = None if session is None or version is None else (session, version)

    def catch_up(self) -> None:
        """Show what another window of the program has made of the same session meanwhile, before more is said of it."""
        session, version = self._saved(), self._saved_version()
        if session is None or version is None or self._shown == (session, version):
            return
        try:
            changed = [row for row in session.results() if row != self._model.rows.result(row.path)]
        except SessionError as error:
            self.failed.emit(error.fact)
            return
        self._shown = session, version
        if changed:
            self._model.put(changed)
            self.caught_up.emit(changed)

    def _saved_version(self) -> tuple[int, ...] | None:
        session = self._saved()
        try:
            return session.version() if session else None
        except SessionError as error:
            _log.warning("What others made of the session cannot be read: %s", error)
            return None

    def history(self) -> tuple[bool, bool]:
        """Whether there is a step to undo, and one to redo."""
        session = self._saved()
        try:
            return (session.decisions.can_undo(), session.decisions.can_redo()) if session else (False, False)
        except SessionError as error:
            _log.warning("The history cannot be read: %s", error)
            return False, False

    def _take(self, step: Callable[[Decisions], list[Result]]) -> list[Change] | None:
        """What a step has changed; None where it could not be saved."""
        session = self._saved()
        if session is None:
            return []
        try:
            changed = step(session.decisions)
        except SessionError as error:
            self.failed.emit(error.fact)
            return None
        changes = [Change(self._model.rows.result(row.path) or row, row) for row in changed]
        self._model.put(changed)
        self.up_to_date()
        self.decided.emit(changed)
        return changes
