"""The patients and lesions of the session under review: found, kept and told, without a widget."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from skin_gui.lesions.by_hand import different_lesions, same_lesion
from skin_gui.lesions.errors import GroupingError
from skin_gui.lesions.groups import Groups
from skin_gui.review.database import SessionError
from skin_gui.review.memberships import Membership
from skin_gui.review.session import Session
from skin_gui.ui.review.review_session import AT_REST, ReviewSession, SessionPhase
from skin_gui.workers.base import Worker
from skin_gui.workers.lesions import Rule, group_task, read_groups_task
from skin_gui.workers.runner import Runner

_Said = Callable[[Sequence[Path], dict[Path, Membership]], dict[Path, Membership]]


class SessionGroups(QObject):
    """Follows a `ReviewSession`. Its owner calls `stop` before the session closes."""

    changed = Signal(object)
    """`Groups`."""
    changed_elsewhere = Signal()
    """Another window has said which patients or lesions images show; `changed` came before."""
    failed = Signal(object)
    """A `Fact` for the user."""
    busy_changed = Signal(bool)

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.groups = Groups()
        self._runner = Runner(parent=self)
        self._runner.failed.connect(self.failed)
        self._runner.busy_changed.connect(self.busy_changed)
        session.phase_changed.connect(self._phase_changed)
        session.steps.others_wrote.connect(self._look_for_others)

    @property
    def is_busy(self) -> bool:
        return self._runner.is_busy

    def group(self, rule: Rule) -> None:
        session = self._session.saved
        if session is not None:
            self._run(group_task(session, self._session.roots, self._session.recursive, rule))

    def same_lesion(self, images: Sequence[Path]) -> None:
        """A person says that these images show one lesion."""
        self._say(images, same_lesion)

    def different_lesions(self, images: Sequence[Path]) -> None:
        """A person says that each of these images shows another lesion."""
        self._say(images, different_lesions)

    def forget(self) -> None:
        session = self._session.saved
        if session is not None:
            self._change(session, session.memberships.forget)

    def stop(self) -> None:
        self._runner.stop()

    def _say(self, images: Sequence[Path], said: _Said) -> None:
        session = self._session.saved
        if session is not None:
            # As they are kept now: another window may have given the same name to another lesion.
            self._change(session, lambda: session.memberships.put(said(images, session.memberships.all())))

    def _change(self, session: Session, change: Callable[[], None]) -> None:
        try:
            change()
        except (GroupingError, SessionError) as error:
            self.failed.emit(error.fact)
            return
        self._run(read_groups_task(session))

    def _run(self, task: Callable[..., object]) -> None:
        self._runner.start(Worker(task), self._take)

    def _look_for_others(self) -> None:
        """What this window itself is about to show is none of another's; nothing is told where nothing changed."""
        session = self._session.saved
        if session is not None and not self._runner.run(read_groups_task(session), self._take_from_others):
            self._runner.succeeded.connect(self._look_for_others, Qt.ConnectionType.SingleShotConnection)

    def _take_from_others(self, groups: Groups) -> None:
        known = self.groups
        if dict(groups.places()) != dict(known.places()):
            self._take(groups)
        if groups.memberships != known.memberships:
            self.changed_elsewhere.emit()

    def _take(self, groups: Groups) -> None:
        self.groups = groups
        self.changed.emit(groups)

    def _phase_changed(self, phase: SessionPhase) -> None:
        """Another session has no groups until its own are read; what a batch has found changes the ranks."""
        session = self._session.saved
        if phase in (SessionPhase.OPENING, SessionPhase.CLOSED) or session is None:
            self._runner.drop()
            self._take(Groups())
        elif phase in AT_REST:
            self._run(read_groups_task(session))
