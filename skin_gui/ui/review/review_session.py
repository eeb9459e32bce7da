"""The review session behind the table: opened, filled by a batch and saved, without a widget."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from skin_gui.review.database import SessionError
from skin_gui.review.results import Result
from skin_gui.review.session import Session
from skin_gui.ui.review.reviewer_steps import ReviewerSteps
from skin_gui.ui.review.table.results_model import ResultsModel
from skin_gui.wording.fact import Fact
from skin_gui.workers.base import Worker
from skin_gui.workers.batch import BatchWorker
from skin_gui.workers.runner import Runner
from skin_gui.workers.sessions import OpenedSession, open_session_task

_THRESHOLD_SAVED_AFTER_MS = 300


class SessionPhase(Enum):
    """What the session is doing, or how its last batch ended."""

    CLOSED = "closed"
    OPENING = "opening"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLING = "cancelling"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"


AT_REST = frozenset({SessionPhase.READY, SessionPhase.FINISHED, SessionPhase.CANCELLED, SessionPhase.FAILED})
BUSY = frozenset({SessionPhase.RUNNING, SessionPhase.PAUSED, SessionPhase.CANCELLING})


class ReviewSession(QObject):
    """Joins the saved session, its model for the view, and the threads that fill it."""

    closing = Signal()
    """The saved session is about to close: what has still to be kept in it is said now."""
    phase_changed = Signal(object)
    """`SessionPhase`."""
    opened = Signal(object)
    """`OpenedSession`: its rows are in the model."""
    advanced = Signal(object)
    """`BatchState`."""
    rows_added = Signal(list)
    """`Result`s that a batch has made."""
    model_loaded = Signal(object)
    """`ModelFacts` of the classifier a batch uses."""
    problem = Signal(object)
    """A `Fact` for the user; None when there is none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = ResultsModel(self)
        self.phase = SessionPhase.CLOSED
        self.measures_wanted: Callable[[], bool] = lambda: False
        """Whether a batch measures its lesions, too."""
        self._session: Session | None = None
        self._roots: tuple[Path, ...] = ()
        self._recursive = False
        self._wanted: bool | None = None
        self._opening, self._classifying = Runner(parent=self), Runner(parent=self)
        self._opening.failed.connect(self._opening_failed)
        self._classifying.succeeded.connect(lambda _: self._ended(SessionPhase.FINISHED))
        self._classifying.cancelled.connect(lambda: self._ended(SessionPhase.CANCELLED))
        self._classifying.failed.connect(lambda fact: self._ended(SessionPhase.FAILED, fact))
        self._batch: BatchWorker | None = None
        self._next: Callable[[], None] | None = None
        self._saver = QTimer(self, singleShot=True, interval=_THRESHOLD_SAVED_AFTER_MS)
        self._saver.timeout.connect(self._save_threshold)
        self.steps = ReviewerSteps(self.model, lambda: self._session, self)
        self.steps.failed.connect(self.problem)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_for_others)

    @property
    def is_busy(self) -> bool:
        return self.phase in BUSY

    @property
    def saved(self) -> Session | None:
        """The session itself, for what else is kept in it; None while none is open."""
        return self._session

    @property
    def roots(self) -> tuple[Path, ...]:
        return self._roots

    @property
    def recursive(self) -> bool:
        return self._recursive

    # Opening and closing

    def open(self, roots: Sequence[Path], *, recursive: bool = False, classify: bool = False) -> None:
        """Open the session of a folder or of files, after the batch that may still run has been stopped.

        Args:
            recursive: for a session that is begun; one that is there keeps its own.
            classify: begin a batch then.
        """
        if self.is_busy:
            self._next = lambda: self.open(roots, recursive=recursive, classify=classify)
            self.cancel()
            return
        self._close_session()
        self.model.set_results([])
        self._roots, self._recursive, self._wanted = tuple(roots), recursive, None
        opener = Worker(
            open_session_task(roots, recursive),
            unwanted=lambda opened: opened.session.close(),
        )
        opener.setObjectName("session")
        self.problem.emit(None)
        self._set_phase(SessionPhase.OPENING)
        self._opening.start(opener, lambda opened: self._take(opened, classify))

    def set_recursive(self, recursive: bool) -> None:
        if self.phase == SessionPhase.OPENING:
            self._wanted = recursive  # the user is faster than the disk: it follows once the session is there
        elif self._session is not None and not self.is_busy:
            self._reopen(self._session, recursive, classify=False)

    def _reopen(self, session: Session, recursive: bool, classify: bool) -> None:
        try:
            session.recursive = recursive
        except SessionError as error:
            self.problem.emit(error.fact)
            return
        self.open(self._roots, recursive=recursive, classify=classify)

    def close(self) -> None:
        """Interrupt, wait, save, and have nothing open."""
        self.stop()
        self._batch, self._roots = None, ()
        self.model.set_results([])
        self._set_phase(SessionPhase.CLOSED)

    def stop(self) -> None:
        """Interrupt, wait, save and close; nothing is heard afterwards."""
        self._next = None
        self._opening.stop()
        self._classifying.stop()
        self._close_session()

    def _take(self, opened: OpenedSession, classify: bool) -> None:
        self._session, self._recursive = opened.session, opened.recursive
        if self._wanted not in (None, opened.recursive):
            self._reopen(opened.session, bool(self._wanted), classify)
            return
        self.model.set_threshold(opened.threshold)
        self.model.set_results(opened.results, opened.files)
        self.steps.begin(opened.others)
        self._set_phase(SessionPhase.READY)
        self.opened.emit(opened)
        self.problem.emit(opened.session.notice)
        if classify:
            self.classify()

    def _look_for_others(self, state: Qt.ApplicationState) -> None:
        """The user comes back, perhaps from a second window of the program with the same folder."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.steps.catch_up()

    def _opening_failed(self, fact: Fact) -> None:
        self._set_phase(SessionPhase.CLOSED)
        self.problem.emit(fact)

    def _close_session(self) -> None:
        if self._session is not None:
            self.closing.emit()
            if self._saver.isActive():
                self._save_threshold()
            self._session.close()
        self._session = None
        self.steps.begin(None)

    # Batches

    def classify(self, *, again: Sequence[Path] = ()) -> None:
        """Classify what is missing, or these files again."""
        if self._session is None or self.is_busy:
            return
        batch = BatchWorker(self._session, self._roots, recursive=self._recursive, again=again)
        batch.measures = self.measures_wanted()
        batch.listed.connect(self.model.expect)
        batch.measured.connect(self.model.put_measured)
        batch.rows_ready.connect(self._show_ready)
        batch.advanced.connect(self.advanced)
        batch.model_loaded.connect(self.model_loaded)
        batch.pause_changed.connect(self._paused)
        self._batch = batch
        self.steps.catch_up()
        self.steps.batch_runs(runs=True)
        self.problem.emit(None)
        self._set_phase(SessionPhase.RUNNING)
        self._classifying.start(batch)

    def _show_ready(self, results: list[Result]) -> None:
        """What was said of a row that was shown before, since the batch read it back, is not taken off the screen."""
        try:
            results = [self._as_saved(row) if self.model.rows.result(row.path) else row for row in results]
        except SessionError as error:
            self.problem.emit(error.fact)
        self.model.fill(results)
        self.rows_added.emit(results)

    def _as_saved(self, row: Result) -> Result:
        return (self._session.result(row.path) if self._session else None) or row

    def retry_failed(self) -> None:
        failed = self.model.rows.failed_paths()
        if failed:
            self.classify(again=failed)

    def classify_again(self) -> None:
        """Classify once more what another model than the one in use has classified; decisions and notes stay."""
        others = self.model.rows.made_by_others()
        if others:
            self.classify(again=[row.path for row in others])

    def pause(self) -> None:
        """Let the files in hand end, and begin no other."""
        if self._batch is not None and self.phase == SessionPhase.RUNNING:
            self._batch.pause()

    def resume(self) -> None:
        if self._batch is not None:
            self._batch.resume()

    def cancel(self) -> None:
        """End the batch within one image; its rows stay, and the next start does not offer to continue it."""
        if self._batch is not None and self.is_busy:
            self._set_phase(SessionPhase.CANCELLING)
            self._classifying.cancel()

    def _paused(self, paused: bool) -> None:
        if self.phase in (SessionPhase.RUNNING, SessionPhase.PAUSED):
            self._set_phase(SessionPhase.PAUSED if paused else SessionPhase.RUNNING)

    def _ended(self, phase: SessionPhase, problem: Fact | None = None) -> None:
        self._batch = None
        self.steps.batch_runs(runs=False)
        if phase == SessionPhase.CANCELLED:
            problem = self._finish()
        self._set_phase(phase)
        if problem:
            self.problem.emit(problem)
        self.steps.catch_up()
        if self._next is not None:
            follow, self._next = self._next, None
            follow()

    def _finish(self) -> Fact | None:
        """The user wants no more of the batch; returns why that could not be saved, if so."""
        try:
            if self._session is not None:
                self._session.finish()
        except SessionError as error:
            return error.fact
        return None

    # The operating point

    def set_threshold(self, threshold: float | None) -> None:
        """Label the table at another operating point; None is the one each row was classified at."""
        self.model.set_threshold(threshold)
        self._saver.start()

    def _save_threshold(self) -> None:
        self._saver.stop()
        if self._session is None:
            return
        try:
            self._session.threshold = self.model.rows.threshold
        except SessionError as error:
            self.problem.emit(error.fact)

    def _set_phase(self, phase: SessionPhase) -> None:
        self.phase = phase
        self.phase_changed.emit(phase)
