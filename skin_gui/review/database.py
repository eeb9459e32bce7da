"""A SQLite file as this program uses it: WAL, one connection a thread, and errors in words for the user.

Durability: `synchronous=NORMAL` with WAL. Each commit has left the process when it returns, so a killed process
loses nothing; a power cut may lose the last moments of what can be computed again. What a person entered cannot:
those transactions ask for `power_safe`, which waits for the disk (`synchronous=FULL`).
"""

import contextlib
import logging
import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote_from_bytes

from skin_gui.wording.fact import FactError
from skin_gui.wording.review import SessionFact
from skin_gui.wording.system import reason

logger = logging.getLogger(__name__)

BUSY_TIMEOUT_S = 5.0
_IN_USE_TIMEOUT_S = 1.0
_RETRY_S = 0.01

Parameters = Iterable[Any]


class SessionError(FactError):
    """A review session cannot be read or written. `str(error)` is one sentence for the user."""


class DamagedSessionError(SessionError):
    """The file is not a session's database, or no longer a readable one."""


_REASONS = {
    sqlite3.SQLITE_FULL: SessionFact.DISK_FULL,
    sqlite3.SQLITE_BUSY: SessionFact.IN_USE,
    sqlite3.SQLITE_LOCKED: SessionFact.IN_USE,
    sqlite3.SQLITE_READONLY: SessionFact.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: SessionFact.CANNOT_OPEN,
    sqlite3.SQLITE_PERM: SessionFact.FORBIDDEN,
    sqlite3.SQLITE_IOERR: SessionFact.DISK_FAILED,
}


def _code(error: Exception) -> int:
    """The primary result code: extended ones carry it in their low byte."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _stated(error: sqlite3.Error, path: Path) -> SessionError:
    logger.warning("session database %s: %s", path.name, error)
    code = _code(error)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedSessionError(SessionFact.DAMAGED(file=path.name))
    known = _REASONS.get(code)
    return SessionError(known() if known else SessionFact.FAILED(why=reason(error)))


def database_uri(path: PurePath, mode: str) -> str:
    """The address by which SQLite opens the file of an absolute path.

    `as_uri` makes a network share the address's authority, which SQLite refuses (https://sqlite.org/uri.html).

    Args:
        mode: "rw" for a file that is there, "rwc" makes one.
    """
    name = path.as_posix()
    root = "" if name.startswith("/") else "/"  # before a drive's letter
    return f"file://{root}{quote_from_bytes(os.fsencode(name), safe='/:')}?mode={mode}"


def is_in_use(path: Path) -> bool:
    """Whether anybody, here or in another process, has this database open, if only to look at it.

    Such a file must not be deleted or renamed: but for Windows the system allows it, and what the others go on to write
    is lost. What is opened only for a moment is waited for. Where the file system refuses WAL, one who neither reads
    nor writes just now goes unnoticed.
    """
    try:
        uri = database_uri(path.absolute(), "rw")
        connection = sqlite3.connect(uri, uri=True, timeout=_IN_USE_TIMEOUT_S, isolation_level=None)
        with contextlib.closing(connection):
            # To have a WAL database alone, all its other connections must be closed. Nothing is written.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except (sqlite3.Error, UnicodeDecodeError) as error:  # no file, a damaged one, ...
        return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False


def _to_wal(connection: sqlite3.Connection) -> str:
    """The journal's mode once WAL was asked for: SQLite does not wait for another that asks at the same moment."""
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            return str(connection.execute("PRAGMA journal_mode=WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(_RETRY_S)


class _Handle:
    """A connection that closes with its thread (sqlite3 connections take no weak reference themselves)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.in_use = threading.RLock()
        """Held by the thread during each use: to close a connection that another thread uses ends the process."""

    def __del__(self) -> None:
        self.connection.close()


class Database:
    """One SQLite file; usable from any thread, each of which gets a connection of its own.

    Readers never wait for the writer (WAL); two writers wait for each other up to `BUSY_TIMEOUT_S`. The first
    connection outlives its thread, so that the file counts as in use (`is_in_use`) until `close`.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        """Args: the file; `create` false fails where there is none yet. Nothing is opened before the first use."""
        self.path = path
        self._create = create
        self._local = threading.local()
        self._handles: weakref.WeakSet[_Handle] = weakref.WeakSet()
        self._first: _Handle | None = None
        self._closed = False
        self._opening = threading.Lock()

    @contextlib.contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, which `close` leaves open until the block has ended."""
        handle: _Handle | None = getattr(self._local, "handle", None)
        if handle is None:
            handle = self._local.handle = self._open()
        with handle.in_use:
            if self._closed:
                raise SessionError(SessionFact.CLOSED())
            yield handle.connection

    def _open(self) -> _Handle:
        if self._closed:
            raise SessionError(SessionFact.CLOSED())
        handle = _Handle(self._connect())
        with self._opening:
            if self._closed:  # meanwhile: the handle closes with the last reference to it
                raise SessionError(SessionFact.CLOSED())
            self._handles.add(handle)
            self._first = self._first or handle
        return handle

    def _connect(self) -> sqlite3.Connection:
        # check_same_thread is off only so that `close` can close every thread's connection.
        connection = sqlite3.connect(
            database_uri(self.path.absolute(), "rwc" if self._create else "rw"),
            uri=True,
            timeout=BUSY_TIMEOUT_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            journal = _to_wal(connection)
            # A file system without shared memory (some network drives) refuses WAL: then every commit must sync.
            connection.execute(f"PRAGMA synchronous={'NORMAL' if journal == 'wal' else 'FULL'}")
            connection.execute("PRAGMA foreign_keys=ON")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises: SessionError."""
        with self._in_words(), self._connection() as connection:
            return connection.execute(sql, tuple(parameters)).fetchall()

    def write(self, sql: str, parameters: Parameters = ()) -> None:
        """Run one statement and commit it. Raises: SessionError."""
        with self._in_words(), self._connection() as connection:
            connection.execute(sql, tuple(parameters))

    @contextlib.contextmanager
    def transaction(self, *, power_safe: bool = False) -> Iterator[sqlite3.Connection]:
        """Several statements that count together or not at all.

        Args:
            power_safe: return only when the disk has it, for what a person entered.

        Raises:
            SessionError: nothing of the transaction was kept.
        """
        with (
            self._in_words(),
            self._connection() as connection,
            self._syncing(connection) if power_safe else contextlib.nullcontext(),
        ):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _stated(error, self.path) from error
        except UnicodeDecodeError as error:  # a message of SQLite's own that quotes what is garbled
            raise DamagedSessionError(SessionFact.DAMAGED(file=self.path.name)) from error

    @staticmethod
    @contextlib.contextmanager
    def _syncing(connection: sqlite3.Connection) -> Iterator[None]:
        before = connection.execute("PRAGMA synchronous").fetchone()[0]
        connection.execute("PRAGMA synchronous=FULL")
        try:
            yield
        finally:
            connection.execute(f"PRAGMA synchronous={before}")

    def close(self) -> None:
        """Close every thread's connection once what it is doing is done; closing twice does no harm."""
        with self._opening:
            self._closed = True
            handles = list(self._handles)
        for handle in handles:
            with handle.in_use:
                handle.connection.close()
        self._first = None
        self._local = threading.local()
