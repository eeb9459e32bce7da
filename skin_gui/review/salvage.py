"""What can still be read of a damaged session is taken over into the new one: what the reviewer decided.

SQLite has no checksums, so a number of a damaged file may be wrong without it noticing. Probabilities are therefore
computed again; only what a person entered, and nothing can compute, is taken. In a file whose structure is sound each
row's own checksum tells.
"""

import contextlib
import logging
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skin_gui.review.database import Database, SessionError, database_uri
from skin_gui.review.memberships import MEMBERSHIP_COLUMNS, PUT_MEMBERSHIP
from skin_gui.review.rows import CHECKED, row_checksum
from skin_gui.review.schema import damaged_where_not_understood
from skin_gui.wording.kinds import packed
from skin_gui.wording.review import SessionFact

_log = logging.getLogger(__name__)

_TAKEN = "path, model, app_version, classified_at, reviewer_label, reviewer_note, reviewed_at, reviewed_sha256"
_INSERT = (
    f"INSERT INTO result ({_TAKEN}, assessment, status, warnings, error, sha256) "  # noqa: S608
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'failed', '', ?, '')"
)
_AGAIN = packed(SessionFact.CLASSIFY_AGAIN())
_COMPANIONS = ("", "-wal")


_ROW_CHECKSUM = "row_checksum"
# Of rows from before there were checksums as much is known as that no model gives such a number.
_GARBLED = (
    f"SELECT id FROM result WHERE checksum != {_ROW_CHECKSUM}({', '.join(CHECKED)}) "  # noqa: S608
    "OR probability NOT BETWEEN 0 AND 1 OR typeof(probability) NOT IN ('real', 'null') "
    "OR (warnings != '' AND NOT json_valid(warnings))"
)
_DISTRUST = (
    "UPDATE result SET status = 'failed', probability = NULL, threshold = NULL, warnings = '', error = ?, "
    "width = NULL, height = NULL, sha256 = '', checksum = NULL WHERE id = ?"
)


def distrust_garbled_rows(database: Database) -> int:
    """Let rows whose values are not those that were written count as failed, so that they are classified again.

    What was decided about them is kept.

    Returns:
        How many there were.

    Raises:
        DamagedSessionError: there are values that cannot even be read, or the table is not there.
        SessionError: it cannot be read or written.
    """
    with damaged_where_not_understood(database), database.transaction() as connection:
        connection.create_function(_ROW_CHECKSUM, len(CHECKED), row_checksum, deterministic=True)
        garbled = connection.execute(_GARBLED).fetchall()
        connection.executemany(_DISTRUST, [(_AGAIN, number) for (number,) in garbled])
    return len(garbled)


def salvage(damaged: Path, database: Database) -> int:
    """Copy the decisions of a damaged session that SQLite can still read and that the schema accepts.

    Their rows count as failed, so that the next batch classifies them again. The damaged file stays as it is. The
    history of undo is not taken over: half of it would undo what it does not know.

    Returns:
        How many decisions were saved.
    """
    saved = 0
    try:
        # A copy: SQLite would write the log of a session that was cut short into it.
        with tempfile.TemporaryDirectory(prefix=".salvage-", dir=damaged.parent) as folder:
            copy = Path(folder) / "session"
            for companion in _COMPANIONS:
                if (part := Path(f"{damaged}{companion}")).exists():
                    shutil.copyfile(part, f"{copy}{companion}")
            for row in _decided_rows(copy):
                with contextlib.suppress(SessionError):  # a garbled row that the schema refuses
                    database.write(_INSERT, (*row, _AGAIN))
                    saved += 1
            for row in _rows_by_hand(copy):
                with contextlib.suppress(SessionError):
                    database.write(PUT_MEMBERSHIP, row)
    except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
        _log.info("Nothing more could be salvaged: %s", type(error).__name__)
    return saved


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads garbled text too."""
    with contextlib.closing(sqlite3.connect(database_uri(path.absolute(), "rw"), uri=True)) as connection:
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        yield connection


def _decided_rows(path: Path) -> Iterator[tuple[Any, ...]]:
    """Rows with a decision one by one, from the first on and, beyond a broken page, from the last back."""
    seen: set[int] = set()
    with _opened(path) as connection:
        taken = f"{_TAKEN}, {_assessment_column(connection)}"
        for order in ("ASC", "DESC"):
            query = f"SELECT id, reviewed_at != '', {taken} FROM result ORDER BY id {order}"  # noqa: S608
            try:
                for number, decided, *row in connection.execute(query):
                    if number in seen:
                        break
                    seen.add(number)
                    if decided:
                        yield tuple(row)
            except sqlite3.DatabaseError as error:
                _log.info("A damaged session cannot be read on: %s", type(error).__name__)


def _assessment_column(connection: sqlite3.Connection) -> str:
    """Sessions of older versions have none."""
    try:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(result)")]
    except sqlite3.DatabaseError:
        columns = []
    return "assessment" if "assessment" in columns else "''"


def _rows_by_hand(path: Path) -> Iterator[tuple[Any, ...]]:
    """What a person said of patients and lesions, as far as it can be read."""
    query = f"SELECT {MEMBERSHIP_COLUMNS} FROM membership WHERE by_hand"  # noqa: S608 - fixed text
    with _opened(path) as connection:
        try:
            yield from connection.execute(query)
        except sqlite3.DatabaseError as error:  # also where the session is older than the table
            _log.info("Memberships of a damaged session cannot be read on: %s", type(error).__name__)
