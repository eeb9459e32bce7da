"""The tables of a review session, their migrations, and the check that a file is sound before it is used.

Decisions form a history of steps. `step.state` is "done", "undone" (redo brings it back) or "dropped" (a new decision
was made after it had been undone); no step is ever deleted. The row in `result` carries the state in force, so
that 100,000 rows load by one scan.
"""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence

from skin_gui.review.database import DamagedSessionError, Database, SessionError
from skin_gui.wording.review import SessionFact

APPLICATION_ID = 0x534B4E31
""" "SKN1": tells a session from any other SQLite file."""

Migration = tuple[str, ...]

MIGRATIONS: tuple[Migration, ...] = (
    (
        f"PRAGMA application_id = {APPLICATION_ID}",
        """
        CREATE TABLE session (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            sources TEXT NOT NULL,          -- JSON list of the folder or files opened
            recursive INTEGER NOT NULL,
            threshold REAL,                 -- in force in the table; the rows keep their own
            total INTEGER NOT NULL,         -- files of the last batch
            created_at TEXT NOT NULL,
            opened_at TEXT NOT NULL,
            finished_at TEXT                -- of the last batch, cancelled ones too; NULL while it runs or if cut short
        )
        """,
        """
        CREATE TABLE result (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,      -- a BLOB for a name that is not valid Unicode
            status TEXT NOT NULL CHECK (status IN ('ok', 'failed')),
            model TEXT NOT NULL,
            app_version TEXT NOT NULL,
            classified_at TEXT NOT NULL,
            probability REAL,
            threshold REAL,
            warnings TEXT NOT NULL,         -- JSON list, or '' for none
            error TEXT NOT NULL,
            width INTEGER,
            height INTEGER,
            sha256 TEXT NOT NULL,
            size INTEGER,                   -- with mtime_ns: what the file was like; NULL where that cannot be trusted
            mtime_ns INTEGER,
            reviewer_label TEXT CHECK (reviewer_label IN ('benign', 'malignant', 'unsure')),
            reviewer_note TEXT NOT NULL DEFAULT '',
            reviewed_at TEXT NOT NULL DEFAULT '',
            reviewed_sha256 TEXT NOT NULL DEFAULT ''
        )
        """,
        """
        CREATE TABLE step (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
            made_at TEXT NOT NULL
        )
        """,
        "CREATE INDEX step_by_state ON step (state, id)",
        """
        CREATE TABLE change (
            step_id INTEGER NOT NULL REFERENCES step (id),
            result_id INTEGER NOT NULL REFERENCES result (id),
            before_label TEXT, before_note TEXT NOT NULL, before_at TEXT NOT NULL, before_sha256 TEXT NOT NULL,
            after_label TEXT, after_note TEXT NOT NULL, after_at TEXT NOT NULL, after_sha256 TEXT NOT NULL,
            PRIMARY KEY (step_id, result_id)
        ) WITHOUT ROWID
        """,
    ),
    # Names can be given again: what made a row is told by its content. '' for rows from before this was recorded.
    ("ALTER TABLE result ADD COLUMN model_id TEXT NOT NULL DEFAULT ''",),
    (
        # What the row's model saw in the image, to tell a patient's lesions apart (`Result.components`).
        "ALTER TABLE result ADD COLUMN components BLOB NOT NULL DEFAULT x''",
        # By path: images are grouped before they are classified, too. No value identifies a person (`lesions`).
        """
        CREATE TABLE membership (
            path TEXT PRIMARY KEY,          -- as in `result`
            patient TEXT NOT NULL,          -- '' where it is not known
            lesion TEXT NOT NULL,           -- one lesion within its patient; '' where it is not known
            taken TEXT NOT NULL,            -- ISO 8601, or ''
            day INTEGER,                    -- since the patient's first image, where no date is kept
            site TEXT NOT NULL,
            by_hand INTEGER NOT NULL        -- a person said so: no rule changes it
        ) WITHOUT ROWID
        """,
    ),
    (
        # Beside the results, since none of it is part of their probability. By path, as membership.
        """
        CREATE TABLE measurement (
            path TEXT PRIMARY KEY,          -- as in `result`
            sha256 TEXT NOT NULL,           -- of the file that was measured
            app_version TEXT NOT NULL,      -- of the program that measured it
            asymmetry INTEGER, border INTEGER, colours INTEGER,  -- NULL where no lesion was found
            structures INTEGER,             -- NULL where it was not measured
            area_fraction REAL,
            confidence REAL,                -- NULL for an outline drawn by hand
            error TEXT NOT NULL,
            by_hand INTEGER NOT NULL,       -- a person drew the outline: no program changes it
            outline BLOB NOT NULL           -- PNG of one bit a pixel, where it was drawn by hand
        ) WITHOUT ROWID
        """,
    ),
    (
        # What the reviewer says beyond label and note: a JSON object (`assessment`), or '' for nothing. Steps from
        # before this was recorded changed none: those after them are undone first.
        "ALTER TABLE result ADD COLUMN assessment TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE change ADD COLUMN before_assessment TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE change ADD COLUMN after_assessment TEXT NOT NULL DEFAULT ''",
    ),
    # `rows.row_checksum`; NULL for rows from before this was recorded.
    ("ALTER TABLE result ADD COLUMN checksum INTEGER",),
    # Whether the lesion goes on beyond the image; NULL where it was measured before this was recorded.
    ("ALTER TABLE measurement ADD COLUMN is_cut INTEGER",),
)


def prepare(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Check a session's file and bring it to the present schema; a new file gets all of it.

    Each migration and its version number count together or not at all, so an interrupted one is done again.

    Raises:
        DamagedSessionError: not a session, or no longer readable. The file is left as it is.
        SessionError: made by a newer program, or it cannot be read or written.
    """
    _check(database, len(migrations))
    with damaged_where_not_understood(database):
        _migrate(database, migrations)


def _migrate(database: Database, migrations: Sequence[Migration]) -> None:
    for version, statements in enumerate(migrations, start=1):
        if _pragma(database, "user_version") >= version:
            continue
        with database.transaction() as connection:
            if _version_within(connection) < version:  # else another process has just done it
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")


def check_kind(database: Database, newest: int = len(MIGRATIONS)) -> None:
    """Raise DamagedSessionError for a database that is no session, SessionError for one of a newer program."""
    if _pragma(database, "application_id") != APPLICATION_ID:
        raise DamagedSessionError(SessionFact.NO_SESSION(file=database.path.name))
    if _pragma(database, "user_version") > newest:
        raise SessionError(SessionFact.NEWER(file=database.path.name))


def is_present(database: Database) -> bool:
    """Whether a session's file has the present schema, so that it can be read without being changed.

    Raises:
        DamagedSessionError, SessionError: as `check_kind`.
    """
    check_kind(database)
    return _pragma(database, "user_version") == len(MIGRATIONS)


def is_begun(database: Database) -> bool:
    """Whether there is anything in the file; one that is being made at this moment is empty at first."""
    return bool(database.rows("SELECT count(*) FROM sqlite_master")[0][0])


def _check(database: Database, newest: int) -> None:
    if not is_begun(database):
        return
    check_kind(database, newest)
    findings = database.rows("PRAGMA quick_check(1)")
    if findings != [("ok",)]:
        raise DamagedSessionError(SessionFact.DAMAGED(file=database.path.name))


@contextlib.contextmanager
def damaged_where_not_understood(database: Database) -> Iterator[None]:
    """What SQLite calls a fault of a statement - no such table, one that is there already - is a fault of the file."""
    try:
        yield
    except SessionError as error:
        if getattr(error.__cause__, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            raise DamagedSessionError(SessionFact.DAMAGED(file=database.path.name)) from error
        raise


def _pragma(database: Database, name: str) -> int:
    return int(database.rows(f"PRAGMA {name}")[0][0])


def _version_within(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
