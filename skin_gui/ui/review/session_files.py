"""How the rows under review stand to the files that there are: what is left to classify, and whose files are gone."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from skin_gui.ui.review.review_session import AT_REST, ReviewSession, SessionPhase
from skin_gui.workers.base import Worker
from skin_gui.workers.runner import Runner
from skin_gui.workers.sessions import FilesState, OpenedSession, compare_files_task


class SessionFiles(QObject):
    """Follows a `ReviewSession`: compares when it is opened, after each batch, and whenever the folder was listed.

    Its owner calls `stop` before the session closes.
    """

    changed = Signal(object)
    """`FilesState`; None while it is not known."""

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files: Sequence[Path] = ()
        self._unreadable = 0
        self._comparing = Runner(parent=self)
        self._comparing.succeeded.connect(self._take)
        session.opened.connect(self._take_opened)
        session.phase_changed.connect(self._phase_changed)

    def take(self, roots: Sequence[Path], recursive: bool, files: Sequence[Path], unreadable: int) -> None:
        """Compare with what is in the folder, or the files, by now, if it is these that are under review."""
        if self._session.saved is not None and (tuple(roots), recursive) == (
            self._session.roots,
            self._session.recursive,
        ):
            self._files, self._unreadable = files, unreadable
            self._session.model.expect(files)
            self._compare()

    def stop(self) -> None:
        self._comparing.stop()

    def _take(self, state: FilesState | None) -> None:
        self._session.model.rows.gone = state.gone if state is not None else frozenset()
        self.changed.emit(state)

    def _take_opened(self, opened: OpenedSession) -> None:
        self.take(opened.roots, opened.recursive, opened.files, opened.unreadable)

    def _phase_changed(self, phase: SessionPhase) -> None:
        if phase in (SessionPhase.OPENING, SessionPhase.CLOSED):
            self._comparing.drop()
            self._take(None)
        elif phase in AT_REST and phase != SessionPhase.READY:
            self._compare()

    def _compare(self) -> None:
        session = self._session.saved
        if session is not None and not self._session.is_busy:  # else after the batch
            self._comparing.start(Worker(compare_files_task(session, self._files, self._unreadable)))
