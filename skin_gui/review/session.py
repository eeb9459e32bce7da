"""A review session: the results of one opened folder and the reviewer's decisions, saved as each of them comes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.checksum import sha256_file
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, until_cancelled
from skin_gui.review.database import Database
from skin_gui.review.decisions import Decisions
from skin_gui.review.keys import key_path, path_key
from skin_gui.review.measurements import Measurements
from skin_gui.review.memberships import Memberships
from skin_gui.review.other_windows import OtherWindows
from skin_gui.review.results import Result, seen_by, utc_now
from skin_gui.review.rows import RESULT_COLUMNS, UPSERT, fingerprint, to_result, to_results, to_row
from skin_gui.review.salvage import salvage
from skin_gui.wording.fact import Fact


@dataclass(frozen=True)
class SessionInfo:
    """A session at a glance, for "continue where you stopped" and the list of recent folders."""

    path: Path
    """Of the session's database."""
    roots: tuple[Path, ...]
    """The folder, or the files, it was opened on."""
    recursive: bool
    total: int
    """Files of the last batch."""
    done: int
    """Rows in the session, failed ones included."""
    failed: int
    reviewed: int
    """Rows with a reviewer's label."""
    opened_at: str
    finished_at: str | None
    """When the last batch ended or was cancelled; None while it runs, and for good after it was cut short."""

    @property
    def unfinished(self) -> bool:
        """Whether a batch was begun that neither ended nor was cancelled by the user."""
        return self.total > 0 and self.finished_at is None


class Session:
    """One opened folder with its results. `SessionStore` makes and opens them.

    Usable from any thread: a worker adds results while the window reads and decides. Methods raise SessionError.
    `close` when the threads that use it have ended. A context manager.
    """

    def __init__(self, database: Database, *, notice: Fact | None = None) -> None:
        """Args: a prepared database with its session row; what the user is told about opening it, if anything."""
        self._database = database
        self.notice = notice
        """E.g. that a damaged session was kept aside; empty when all went well."""
        self.decisions = Decisions(database)
        self.memberships = Memberships(database)
        self.measurements = Measurements(database)

    def watch(self) -> OtherWindows:
        """Begin to look at what other windows make of the session; call it before its rows are read."""
        self.decisions.made_by_others()
        return OtherWindows(self._database, self.decisions)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Of the session's database."""
        return self._database.path

    def close(self) -> None:
        """Let go of the file. Everything has been saved before."""
        self._database.close()

    def salvage(self, damaged: Path) -> int:
        """Take over the decisions that can be read in a damaged session; returns how many."""
        return salvage(damaged, self._database)

    def info(self) -> SessionInfo:
        return read_info(self._database)

    @property
    def threshold(self) -> float | None:
        """The operating point in force in this session's table; None for the one each row was classified at."""
        value = self._database.rows("SELECT threshold FROM session")[0][0]
        return None if value is None else float(value)

    @threshold.setter
    def threshold(self, value: float | None) -> None:
        # The rows keep probability and threshold as they were made: moving the threshold writes this one number.
        self._database.write("UPDATE session SET threshold = ?", (value,))

    @property
    def recursive(self) -> bool:
        """Whether folders within the folder belong to it."""
        return bool(self._database.rows("SELECT recursive FROM session")[0][0])

    @recursive.setter
    def recursive(self, value: bool) -> None:
        self._database.write("UPDATE session SET recursive = ?", (value,))

    def begin(self, total: int) -> None:
        """A batch starts: until `finish`, the session counts as unfinished. `total`: its files, done ones included."""
        self._database.write("UPDATE session SET total = ?, finished_at = NULL", (total,))

    def finish(self) -> None:
        """The batch has ended by itself, or the user does not want it to go on: nobody need be asked to continue it."""
        self._database.write("UPDATE session SET finished_at = ?", (utc_now(),))

    def add_result(self, result: Result) -> None:
        """Save a row; it has left the process when this returns. A row of the same path is replaced, its decision kept.

        The reviewer's fields of `result` are not taken over: decisions come through `decisions`.
        """
        self._database.write(UPSERT, to_row(result))

    def results(self) -> list[Result]:
        """All rows, in the order in which their files were first classified."""
        return to_results(self._database.rows(f"SELECT {RESULT_COLUMNS} FROM result ORDER BY id"))  # noqa: S608

    def result(self, path: Path) -> Result | None:
        rows = self._database.rows(f"SELECT {RESULT_COLUMNS} FROM result WHERE path = ?", (path_key(path),))  # noqa: S608
        return to_result(rows[0]) if rows else None

    def rows_beside(self, files: Sequence[Path]) -> frozenset[Path]:
        """The files of those rows that are of none of these."""
        there = {path_key(file) for file in files}
        return frozenset(
            key_path(path) for (path,) in self._database.rows("SELECT path FROM result") if path not in there
        )

    def probabilities(self) -> dict[Path, float]:
        """P(malignant) of the files that have one."""
        rows = self._database.rows("SELECT path, probability FROM result WHERE probability IS NOT NULL")
        return {key_path(path): probability for path, probability in rows}

    def components(self) -> dict[Path, tuple[str, NDArray[np.float16]]]:
        """What was seen in each image that has a result: what it was `seen_by`, and its `Prediction.components`, (m,).

        What was seen by different ones cannot be compared. Rows from before this was recorded are left out.
        """
        rows = self._database.rows("SELECT path, model_id, components FROM result WHERE components != x''")
        return {key_path(path): (seen_by(model), np.frombuffer(packed, np.float16)) for path, model, packed in rows}

    def resume(
        self,
        files: Sequence[Path],
        *,
        progress: Progress = ignore_progress,
        cancelled: CancelCheck = never_cancel,
    ) -> list[Path]:
        """Those of `files` that still have to be classified, in their order.

        A file is done when it has a row, whichever model made it, and its content is the same: by size and
        modification time, or else by SHA-256, which reads the file. Failed rows are tried again: their reason may
        have gone.
        """
        progress(0.0)
        done = self._done()
        pending: list[Path] = []
        touched: list[tuple[Any, ...]] = []
        for number, file in until_cancelled(cancelled, enumerate(files, start=1)):
            key = path_key(file)
            now = fingerprint(file)
            known = done.get(key)
            if known is None or now[0] is None:
                pending.append(file)
            elif known[:2] != now:
                if _sha256(file) == known[2]:
                    touched.append((*now, key))
                else:
                    pending.append(file)
            if number % 1000 == 0:
                progress(number / len(files))
        self._remember(touched)
        progress(1.0)
        return pending

    def _done(self) -> dict[str | bytes, tuple[int | None, int | None, str]]:
        """Size, modification time and SHA-256 of the files that have been classified."""
        rows = self._database.rows("SELECT path, size, mtime_ns, sha256 FROM result WHERE status = 'ok'")
        return {path: (size, mtime_ns, sha256) for path, size, mtime_ns, sha256 in rows}

    def _remember(self, touched: Sequence[tuple[Any, ...]]) -> None:
        """Spare the next resume the reading of files that were touched but not changed."""
        if touched:
            with self._database.transaction() as connection:
                connection.executemany("UPDATE result SET size = ?, mtime_ns = ? WHERE path = ?", touched)


def _sha256(path: Path) -> str:
    """Of the file's bytes; empty when it cannot be read, which then shows when it is classified."""
    try:
        return sha256_file(path)
    except OSError:
        return ""


def read_info(database: Database) -> SessionInfo:
    roots, recursive, total, opened_at, finished_at = database.rows(
        "SELECT sources, recursive, total, opened_at, finished_at FROM session"
    )[0]
    done, failed, reviewed = database.rows(
        "SELECT count(*), coalesce(sum(status = 'failed'), 0), "
        "coalesce(sum(status = 'ok' AND reviewer_label IS NOT NULL), 0) FROM result"
    )[0]
    return SessionInfo(
        path=database.path,
        roots=tuple(key_path(root) for root in json.loads(roots)),
        recursive=bool(recursive),
        total=total,
        done=done,
        failed=failed,
        reviewed=reviewed,
        opened_at=opened_at,
        finished_at=finished_at,
    )
