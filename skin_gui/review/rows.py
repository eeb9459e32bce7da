"""A `Result` as a row of the session's database, and back."""

import gc
import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from skin_gui.classifier.model_folder import is_validated
from skin_gui.review.assessment.assessment import read_assessment
from skin_gui.review.columns import LOADED, STORED
from skin_gui.review.keys import key_path
from skin_gui.review.results import Result
from skin_gui.vocabulary import ImageWarning, read_warning
from skin_gui.wording.kinds import unpacked

RESULT_COLUMNS = ", ".join((*LOADED, "reviewed_sha256"))
"""What `to_result` reads."""
CHECKED = ("path", "status", "probability", "threshold", "warnings", "error", "width", "height", "sha256", "model_id")
"""What `row_checksum` is made of: that which says what of which file."""
_WRITTEN = (*STORED, "size", "mtime_ns", "checksum")

# The decision's columns are not among those updated: computing a row again keeps what the reviewer said.
UPSERT = (
    f"INSERT INTO result ({', '.join(_WRITTEN)}) VALUES ({', '.join('?' * len(_WRITTEN))}) "  # noqa: S608
    f"ON CONFLICT (path) DO UPDATE SET "
    f"{', '.join(f'{name} = excluded.{name}' for name in _WRITTEN if name != 'path')}"
)
_PATH, _MODEL, _WARNINGS, _ERROR, _SHA256, _ASSESSMENT = (
    LOADED.index(name) for name in ("path", "model", "warnings", "error", "sha256", "assessment")
)

_CHECKED_AT = tuple(tuple(STORED).index(name) for name in CHECKED)

# A file touched this shortly before its result was made may have been touched after it was read.
_SETTLING_NS = 60 * 1_000_000_000


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
    values = [stored(result) for stored in STORED.values()]
    checksum = row_checksum(*(values[place] for place in _CHECKED_AT))
    return (*values, *settled_fingerprint(result.path, result.classified_at), checksum)


def row_checksum(*values: Any) -> int:
    """Of the values of `CHECKED` as SQLite gives them back, which keeps no checksum of its own."""
    return zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))


def to_result(row: Sequence[Any]) -> Result:
    """The result of a row selected as `RESULT_COLUMNS`."""
    *values, reviewed_sha256 = row
    warnings = tuple(map(read_warning, json.loads(values[_WARNINGS]))) if values[_WARNINGS] else ()
    if reviewed_sha256 and values[_SHA256] and reviewed_sha256 != values[_SHA256]:
        warnings += (ImageWarning.CHANGED_SINCE_REVIEW,)
    path = values[_PATH]
    values[_PATH] = Path(path) if isinstance(path, str) else key_path(path)
    values[_WARNINGS] = warnings
    values[_ASSESSMENT] = read_assessment(values[_ASSESSMENT])
    values[_ERROR] = unpacked(values[_ERROR]) if values[_ERROR] else None
    values += [b"", is_validated(values[_MODEL])]  # components stay in the database
    return Result(*values)


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
