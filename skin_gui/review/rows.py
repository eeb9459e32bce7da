"""A `Result` as a row of the session's database, and back."""

import gc
import json
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from skin_gui.review.results import Result

CHANGED_SINCE_REVIEW = "changed since review"
"""Warning on a row whose file has other content than the reviewer saw: the decision is kept, and so marked."""

_MODEL_COLUMNS = (
    "status, model, app_version, classified_at, probability, threshold, warnings, error, width, height, sha256, "
    "model_id"
)
RESULT_COLUMNS = f"path, {_MODEL_COLUMNS}, reviewer_label, reviewer_note, reviewed_at, reviewed_sha256"
_WRITTEN = [name.strip() for name in f"path, {_MODEL_COLUMNS}, components, size, mtime_ns".split(",")]

# The decision's columns are not among those updated: computing a row again keeps what the reviewer said.
UPSERT = (
    f"INSERT INTO result ({', '.join(_WRITTEN)}) VALUES ({', '.join('?' * len(_WRITTEN))}) "  # noqa: S608
    f"ON CONFLICT (path) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _WRITTEN[1:])}"
)

# A file touched this shortly before its result was made may have been touched after it was read.
_SETTLING_NS = 60 * 1_000_000_000


def path_key(path: Path) -> str | bytes:
    """The path as the database keeps it: absolute, links not followed; bytes where the name is not Unicode."""
    text = os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps ".." parts
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def key_path(key: str | bytes) -> Path:
    """The path of a key that `path_key` made."""
    return Path(os.fsdecode(key))


def clean_text(text: str) -> str:
    """Text that UTF-8 can hold: what a strange file name brought along is shown escaped."""
    return text.encode("utf-8", "backslashreplace").decode()


def fingerprint(path: Path) -> tuple[int, int] | tuple[None, None]:
    """Size in bytes and modification time in nanoseconds; twice None for a file that is not there."""
    try:
        facts = path.stat()
    except OSError:
        return None, None
    return facts.st_size, facts.st_mtime_ns


def settled_fingerprint(path: Path, classified_at: str) -> tuple[int, int] | tuple[None, None]:
    """The fingerprint, where it surely belongs to the content that was classified.

    A file changed while it was being read would otherwise pass for unchanged for ever ("racy" entries in Git's
    index). Without a fingerprint the content is compared by its SHA-256.
    """
    size, mtime_ns = fingerprint(path)
    if size is None or mtime_ns is None:
        return None, None
    try:
        classified_ns = int(datetime.fromisoformat(classified_at).timestamp() * 1e9)
    except ValueError:
        return None, None
    return (size, mtime_ns) if mtime_ns < classified_ns - _SETTLING_NS else (None, None)


def to_row(result: Result) -> tuple[Any, ...]:
    """The values `UPSERT` takes. The reviewer's fields are left out: decisions have their own way in."""
    warnings = [clean_text(warning) for warning in result.warnings if warning != CHANGED_SINCE_REVIEW]
    return (
        path_key(result.path),
        result.status,
        result.model,
        result.app_version,
        result.classified_at,
        result.probability,
        result.threshold,
        json.dumps(warnings) if warnings else "",
        clean_text(result.error),
        result.width,
        result.height,
        result.sha256,
        result.model_id,
        result.components,
        *settled_fingerprint(result.path, result.classified_at),
    )


def to_result(row: Sequence[Any]) -> Result:
    """The result of a row selected as `RESULT_COLUMNS`."""
    path, status, model, app_version, classified_at, probability, threshold, packed = row[:8]
    error, width, height, sha256, model_id, reviewer_label, note, reviewed_at, reviewed_sha256 = row[8:]
    warnings = tuple(json.loads(packed)) if packed else ()
    if reviewed_sha256 and sha256 and reviewed_sha256 != sha256:
        warnings += (CHANGED_SINCE_REVIEW,)
    return Result(
        Path(path) if isinstance(path, str) else key_path(path),
        status,
        model,
        app_version,
        classified_at,
        probability,
        threshold,
        warnings,
        error,
        width,
        height,
        sha256,
        reviewer_label,
        note,
        reviewed_at,
        model_id,
    )


def to_results(rows: Iterable[Sequence[Any]]) -> list[Result]:
    """The results of many rows.

    Nothing here makes reference cycles, and looking for them while 100,000 objects come to be takes as long as making
    them: the collector rests meanwhile.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return [to_result(row) for row in rows]
    finally:
        if collecting:
            gc.enable()
