"""Lists the images of a folder bit by bit, with what sorting and caching need to know of each file."""

import logging
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from skin_gui.imaging.entries import is_folder, is_hidden, is_image, natural_key
from skin_gui.progress import CancelCheck, never_cancel, raise_if, until_cancelled

_log = logging.getLogger(__name__)

_FIRST_FILES = 256
_FIRST_SECONDS = 0.1
_SECONDS_FACTOR = 4
_NEVER = 1 << 62


class FoundImage(NamedTuple):
    """An image file of a folder. A tuple with texts, not `Path`: there may be 100,000 of them."""

    path: str
    """Absolute, if the folder's path was."""
    relative: str
    """Path below the folder that was listed."""
    modified_ns: int
    """When the file was last written, in nanoseconds since 1970."""
    size: int
    """In bytes."""
    key: str
    """Sorts files naturally: those of a folder before those of its folders, img2 before img10."""

    @classmethod
    def of(cls, path: Path) -> "FoundImage":
        """A file by itself. Raises OSError: it is not there."""
        status = path.stat()
        return cls(str(path), path.name, status.st_mtime_ns, status.st_size, path.name)

    @property
    def name(self) -> str:
        return self.relative.rpartition(os.sep)[2]


@dataclass
class FolderScan:
    """What a folder holds."""

    folder: Path
    files: list[FoundImage] = field(default_factory=list)
    """In natural order."""
    folders: list[str] = field(default_factory=list)
    """The folder itself and, where asked for, those below it that could be listed."""
    unreadable: list[str] = field(default_factory=list)
    """Folders below it that could not be listed."""
    others: int = 0
    """Files that are no images; hidden ones do not count."""
    folders_left_out: int = 0
    """Folders that were not looked into, as was asked."""


def scan_folder(
    folder: Path,
    *,
    recursive: bool,
    found: Callable[[list[FoundImage]], None] | None = None,
    visited: set[str] | None = None,
    cancelled: CancelCheck = never_cancel,
) -> FolderScan:
    """List the images of a folder, with their times and sizes.

    Args:
        recursive: whether folders within it are listed too; each real folder once, so links cannot loop.
        found: called now and then with files that have not been handed over before, in no order, so that the
            first of a large or slow folder can be shown at once.
        visited: real paths of folders that were listed already and are passed over; those of this one are added.

    Raises:
        OSError: the folder itself cannot be listed; one below it is told in the result.
    """
    scan = FolderScan(folder)
    chunk: list[FoundImage] = []
    pause, wanted = _FIRST_SECONDS, _FIRST_FILES
    due = time.monotonic() + pause
    for image in _walk(scan, recursive, set() if visited is None else visited, cancelled):
        scan.files.append(image)
        if found is None:
            continue
        chunk.append(image)
        if len(chunk) >= wanted or time.monotonic() >= due:
            found(chunk)
            # Once there is something to see, there is ever more time until the next: whoever shows the files
            # sorts and lays out all of them each time.
            chunk, wanted, pause = [], _NEVER, pause * _SECONDS_FACTOR
            due = time.monotonic() + pause
    raise_if(cancelled)
    scan.files.sort(key=lambda image: image.key)
    return scan


def _walk(scan: FolderScan, recursive: bool, visited: set[str], cancelled: CancelCheck) -> Iterator[FoundImage]:
    waiting = [_Folder(os.fspath(scan.folder), "", "")]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder.path)
        if real in visited:
            continue
        visited.add(real)
        below: list[_Folder] = []
        try:
            with os.scandir(folder.path) as entries:
                yield from _images(scan, until_cancelled(cancelled, entries), folder, below)
        except OSError as error:
            if not folder.relative:
                raise
            _log.warning("A folder could not be listed: %s", error.strerror)
            scan.unreadable.append(folder.path)
            continue
        scan.folders.append(folder.path)
        if recursive:
            waiting += sorted(below, key=lambda one: one.key, reverse=True)
        else:
            scan.folders_left_out += len(below)


class _Folder(NamedTuple):
    path: str
    relative: str
    key: str


def _images(
    scan: FolderScan, entries: Iterator[os.DirEntry[str]], folder: _Folder, below: list[_Folder]
) -> Iterator[FoundImage]:
    """The images of a folder; the folders in it are put into `below`, other files are counted."""
    for entry in entries:
        if is_hidden(entry):
            continue
        relative = f"{folder.relative}{os.sep}{entry.name}" if folder.relative else entry.name
        # The lowest of characters part folders and names, so that "a/b" comes before "a-b/a".
        if _is_folder(entry):
            below.append(_Folder(entry.path, relative, f"{folder.key}{natural_key(entry.name)}\1"))
        elif is_image(entry):
            key = f"{folder.key}\0{natural_key(entry.name)}"
            yield FoundImage(entry.path, relative, *_status(entry), key)
        else:
            scan.others += 1


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry leads to a folder; the system has mostly told with its name."""
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return is_folder(entry.path)


def _status(entry: os.DirEntry[str]) -> tuple[int, int]:
    try:
        status = entry.stat()
    except OSError:  # gone meanwhile, or forbidden: reading it will say what is wrong
        return 0, 0
    return status.st_mtime_ns, status.st_size
