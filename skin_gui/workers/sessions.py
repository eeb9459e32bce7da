"""Opening saved review sessions, as tasks for a worker: on a slow drive, or with 100,000 rows, that takes a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from skin_gui.imaging.files import list_images
from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.results import Result
from skin_gui.review.session import Session, SessionInfo
from skin_gui.review.store import SessionStore
from skin_gui.workers.base import Task


@dataclass(frozen=True)
class OpenedSession:
    """A session with all that the window needs to show it."""

    session: Session
    roots: tuple[Path, ...]
    recursive: bool
    results: list[Result]
    threshold: float | None
    """The operating point in force in its table."""
    unfinished: bool
    file_count: int
    """Images in the folder now."""


def open_session_task(roots: Sequence[Path], recursive: bool) -> Task:
    """A task that opens, or begins, the session of a folder or of files; it returns an `OpenedSession`.

    `recursive` is for a session that is begun: one that is there keeps its own. It raises SessionError with a
    sentence for the user.
    """

    def task(_progress: Progress, cancelled: CancelCheck) -> OpenedSession:
        session = SessionStore().open(roots, recursive=recursive)
        try:
            info = session.info()
            return OpenedSession(
                session=session,
                roots=tuple(roots),
                recursive=info.recursive,
                results=session.results(),
                threshold=session.threshold,
                unfinished=info.unfinished,
                file_count=len(list_images(roots, info.recursive, cancelled)),
            )
        except BaseException:
            session.close()
            raise

    return task


def find_unfinished(_progress: Progress, cancelled: CancelCheck) -> SessionInfo | None:
    """A task that finds the session whose batch was cut short last; None when there is none that can go on."""
    found = SessionStore().unfinished(cancelled)
    return next((info for info in found if all(root.exists() for root in info.roots)), None)
