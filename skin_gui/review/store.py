"""Where review sessions lie: one database for each folder (or list of files) that was opened.

A file for each session keeps a damaged one from taking the others along, and makes forgetting one a deletion. Its
name is a hash of what was opened, so a folder finds its session again and the name tells nothing about it.
"""

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from skin_gui import paths
from skin_gui.private_folder import private_folder
from skin_gui.progress import CancelCheck, never_cancel, until_cancelled
from skin_gui.review.database import DamagedSessionError, Database, SessionError, is_in_use
from skin_gui.review.results import utc_now
from skin_gui.review.salvage import distrust_garbled_rows
from skin_gui.review.schema import check_kind, is_begun, is_present, prepare
from skin_gui.review.session import Session, SessionInfo, read_info
from skin_gui.wording.fact import Fact
from skin_gui.wording.review import SessionFact
from skin_gui.wording.system import reason

logger = logging.getLogger(__name__)

_SUFFIX = ".sqlite"
_COMPANIONS = ("", "-wal", "-shm")


class SessionStore:
    """The sessions in one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Args: where the sessions lie; None for the user's data folder."""
        self.folder = folder or paths.data_dir() / "sessions"

    def open(self, roots: Iterable[Path], *, recursive: bool = False) -> Session:
        """Continue the session of this folder or list of files, or begin it.

        Args:
            recursive: for a session that is begun; one that is there keeps its own (`Session.recursive`).

        A damaged session is kept aside under another name, `Session.notice` says so, and a new one is begun.

        Raises:
            SessionError: it cannot be read or written, comes from a newer version of the program, or is damaged and
                open in another window.
        """
        keys = _keys(roots)
        path = self.path(keys)
        try:
            return self._begin(path, keys, recursive)
        except DamagedSessionError:
            aside = _set_aside(path)
            logger.warning("A damaged session is kept aside as %s", aside.name)
            session = self._begin(path, keys, recursive, SessionFact.KEPT_ASIDE(aside=aside.name))
            if saved := session.salvage(aside):
                session.notice = SessionFact.KEPT_ASIDE_AND_SALVAGED(aside=aside.name, saved=saved)
            return session

    def path(self, roots: Iterable[Path]) -> Path:
        """The database of this folder or list of files, there or not."""
        digest = hashlib.sha256("\0".join(map(str, _keys(roots))).encode("utf-8", "surrogatepass"))
        return self.folder / f"{digest.hexdigest()[:24]}{_SUFFIX}"

    def recent(self, limit: int | None = 10, cancelled: CancelCheck = never_cancel) -> list[SessionInfo]:
        """The sessions opened last, newest first. One that cannot be read is passed over; opening it says why.

        Raises:
            Cancelled: `cancelled`, asked before each session is read, said so.
        """
        found: list[SessionInfo] = []
        for path in until_cancelled(cancelled, self._files()):
            if (info := _glance(path)) is not None:
                found.append(info)
        return sorted(found, key=lambda info: info.opened_at, reverse=True)[:limit]

    def unfinished(self, cancelled: CancelCheck = never_cancel) -> list[SessionInfo]:
        """The sessions whose batch was cut short, newest first, whatever was looked at since."""
        return [info for info in self.recent(None, cancelled) if info.unfinished]

    def each(self, cancelled: CancelCheck = never_cancel) -> Iterator[Session]:
        """Every session that can be read as it is, to look at; each is closed when the next one comes.

        One of another version of the program, or that is damaged, is passed over: opening it says why.

        Raises:
            Cancelled: `cancelled`, asked before each session is read, said so.
        """
        for path in until_cancelled(cancelled, self._files()):
            database = Database(path, create=False)
            try:
                if is_begun(database) and is_present(database):
                    yield Session(database)
            except SessionError as error:
                logger.warning("session %s passed over: %s", path.name, error)
            finally:
                database.close()

    def clear(self) -> int:
        """Delete all sessions, those kept aside included; returns how many.

        Raises:
            SessionError: one is open, here or in another window, and nothing was deleted; or one could not be
                deleted, and those before it are gone.
        """
        files = list(self.folder.glob(f"*{_SUFFIX}"))
        if any(is_in_use(path) for path in files):
            raise SessionError(SessionFact.OPEN_ELSEWHERE())
        for path in files:
            _delete(path)
        return len(files)

    def _files(self) -> list[Path]:
        """Those in use: the ones kept aside have a second dot in their names."""
        return [path for path in self.folder.glob(f"*{_SUFFIX}") if "." not in path.stem]

    def _begin(self, path: Path, keys: tuple[Path, ...], recursive: bool, notice: Fact | None = None) -> Session:
        try:
            private_folder(self.folder)
        except OSError as error:
            raise SessionError(SessionFact.NO_FOLDER(why=reason(error))) from error
        database = Database(path)
        try:
            prepare(database)
            if garbled := distrust_garbled_rows(database):
                notice = SessionFact.ROWS_DAMAGED(count=garbled)
            opened_at = datetime.now(UTC).isoformat(timespec="microseconds")  # sessions of one second keep their order
            database.write(
                "INSERT INTO session (id, sources, recursive, total, created_at, opened_at) VALUES (1, ?, ?, 0, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at",
                (json.dumps([str(key) for key in keys]), recursive, utc_now(), opened_at),
            )
        except BaseException:
            database.close()
            raise
        return Session(database, notice=notice)


def _keys(roots: Iterable[Path]) -> tuple[Path, ...]:
    """What was opened, whatever the order and the way it was written."""
    return tuple(Path(text) for text in sorted({os.path.abspath(root) for root in roots}))  # noqa: PTH100


def _glance(path: Path) -> SessionInfo | None:
    database = Database(path, create=False)
    try:
        if not is_begun(database):  # it is being made at this moment
            return None
        check_kind(database)
        return read_info(database)
    except IndexError:  # as above: its one row comes last
        return None
    except (SessionError, ValueError) as error:
        logger.warning("session %s passed over: %s", path.name, error)
        return None
    finally:
        database.close()


def _set_aside(path: Path) -> Path:
    """Rename a damaged database with its write-ahead log, never onto another file."""
    if is_in_use(path):
        raise SessionError(SessionFact.DAMAGED_AND_OPEN())
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = path.with_name(f"{path.stem}.damaged-{time}{_SUFFIX}")
    try:
        for companion in _COMPANIONS:
            part = Path(f"{path}{companion}")
            if part.exists():
                part.rename(f"{aside}{companion}")
    except OSError as error:
        raise SessionError(SessionFact.NOT_KEPT_ASIDE(file=path.name, why=reason(error))) from error
    return aside


def _delete(path: Path) -> None:
    try:
        for companion in _COMPANIONS:
            Path(f"{path}{companion}").unlink(missing_ok=True)
    except OSError as error:
        raise SessionError(SessionFact.NOT_DELETED(file=path.name, why=reason(error))) from error
