"""Files and folders that appear completely or not at all."""

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

_Result = TypeVar("_Result")
_log = logging.getLogger(__name__)

# Elsewhere a file in use may be read and replaced, and what is refused stays refused.
_ATTEMPTS = 5 if os.name == "nt" else 1
_PAUSE_SECONDS = 0.1

TEMPORARY = ".tmp"
"""The suffix of a file that is being written, and of one that a killed program left half-written."""


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
    with replacing(path) as temporary:
        temporary.write_bytes(content)


@contextmanager
def replacing(path: Path, *, lasting: bool = True) -> Iterator[Path]:
    """A temporary file beside `path` to write to; it takes the place of `path` when the block ends well.

    Args:
        path: the file to write or replace; its folder is there.
        lasting: wait until it is on the disk, so that it lasts through a power cut. That takes its time, and is of no
            use for what can be made again.

    Raises:
        OSError: it cannot be written; the old file is then as it was.
    """
    # In the same folder: a rename is atomic within a file system only.
    temporary = path.with_name(f".{os.urandom(8).hex()}{TEMPORARY}")
    try:
        yield temporary
        if lasting:
            _sync_file(temporary)
            move_into_place(temporary, path)
        else:
            patiently(lambda: temporary.replace(path))
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def move_into_place(source: Path, target: Path) -> None:
    """`os.replace`, lasting through a power cut, patient with Windows' scanners. Raises OSError: nothing changed."""
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


def _sync_file(path: Path) -> None:
    # Opened for writing: Windows syncs no other handle.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


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
