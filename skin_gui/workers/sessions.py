"""Opening saved review sessions, as tasks for a worker: on a slow drive, or with 100,000 rows, that takes a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from skin_gui.imaging.files import find_images
from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.other_windows import OtherWindows
from skin_gui.review.results import Result
from skin_gui.review.session import Session, SessionInfo
from skin_gui.review.store import SessionStore
from skin_gui.workers.base import as_task


@dataclass(frozen=True)
class OpenedSession:
    """A session with all that the window needs to show it."""

    session: Session
    others: OtherWindows
    """They are looked at since before the rows were read."""
    roots: tuple[Path, ...]
    recursive: bool
    results: list[Result]
    threshold: float | None
    """The operating point in force in its table."""
    unfinished: bool
    files: list[Path]
    """The images that there are now."""
    unreadable: int
    """Folders that cannot be read."""


@dataclass(frozen=True)
class FilesState:
    """How the rows of a session stand to the images that there are."""

    images: int
    pending: frozenset[Path]
    """Images without a result of what they hold now, as those that failed."""
    gone: frozenset[Path]
    """Files of rows that are not among the images."""
    unreadable: int
    """Folders that cannot be read."""


@as_task
def open_session_task(
    _progress: Progress, cancelled: CancelCheck, roots: Sequence[Path], recursive: bool
) -> OpenedSession:
    """A task that opens, or begins, the session of a folder or of files; it returns an `OpenedSession`.

    `recursive` is for a session that is begun: one that is there keeps its own. It raises SessionError with a
    sentence for the user.
    """
    session = SessionStore().open(roots, recursive=recursive)
    try:
        others, info = session.watch(), session.info()
        found = find_images(roots, info.recursive, cancelled)
        return OpenedSession(
            session=session,
            others=others,
            roots=tuple(roots),
            recursive=info.recursive,
            results=session.results(),
            threshold=session.threshold,
            unfinished=info.unfinished,
            files=found.images,
            unreadable=len(found.unreadable),
        )
    except BaseException:
        session.close()
        raise


@as_task
def compare_files_task(
    _progress: Progress, cancelled: CancelCheck, session: Session, files: Sequence[Path], unreadable: int
) -> FilesState:
    """A task that compares a session's rows with the images that there are; it returns a `FilesState`.

    What was touched and not changed is read for that. It raises SessionError.
    """
    pending = frozenset(session.resume(files, cancelled=cancelled))
    return FilesState(len(files), pending, session.rows_beside(files), unreadable)


def find_unfinished(_progress: Progress, cancelled: CancelCheck) -> SessionInfo | None:
    """A task that finds the session whose batch was cut short last; None when there is none that can go on."""
    found = SessionStore().unfinished(cancelled)
    return next((info for info in found if all(root.exists() for root in info.roots)), None)
