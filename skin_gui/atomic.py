"""Files and folders that appear completely or not at all."""

import logging
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_Result = TypeVar("_Result")
_log = logging.getLogger(__name__)

# Elsewhere a file in use may be read and replaced, and what is refused stays refused.
_ATTEMPTS = 5 if os.name == "nt" else 1
_PAUSE_SECONDS = 0.1


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file and wait until it is on the disk.

    Raises:
        OSError: it cannot be written; FileExistsError if it is already there.
    """
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_atomic(path: Path, content: bytes) -> None:
    """Write or replace a file in one step: a reader sees the old content or the new, never a part.

    Raises:
        OSError: it cannot be written; the old file is then as it was.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        write_synced(temporary, content)
        move_into_place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def move_into_place(source: Path, target: Path) -> None:
    """`os.replace`, lasting through a power cut, patient with Windows' virus scanners.

    Raises:
        OSError: the move failed; nothing was changed.
    """
    patiently(lambda: source.replace(target))
    _sync_folder(target.parent)


def patiently(act: Callable[[], _Result]) -> _Result:
    """Do something to a file, and on Windows try again for a moment while something else holds it.

    That may be a scanner or an indexer, or another window of the program that is just replacing the file.

    Raises:
        OSError: what `act` raised at last.
    """
    for _ in range(_ATTEMPTS - 1):
        try:
            return act()
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
    return act()


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where that can be had.

    The rename is done by then: a folder that may not be read, or a network drive that cannot sync one, is no reason to
    report it as failed.
    """
    if os.name == "nt":  # a folder cannot be opened there, and its journal needs no help
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        _log.debug("A folder could not be synced: %s", error.strerror)
