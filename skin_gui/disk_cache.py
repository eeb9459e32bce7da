"""Files that can be made again at a price, kept on the disk as long as there is room for them."""

import hashlib
import logging
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from skin_gui.atomic import TEMPORARY, replacing
from skin_gui.progress import CancelCheck, never_cancel, until_cancelled

_ABANDONED_SECONDS = 60
_OWNER_ONLY = 0o700
CHECKSUM = 16
"""Bytes of a file's end that tell whether the others are what was written: a changed one must not become a number."""

_log = logging.getLogger(__name__)


class DiskCache:
    """A folder of files, those used longest ago going first, and changed ones with them.

    Threads and processes may use it at once.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        """Args: where the files lie, made when it is needed; and how many bytes they may take after `prune`."""
        self.folder = folder
        self.limit = limit

    def read(self, name: str) -> bytes | None:
        """The content kept under a name, which may have folders; None when there is none, or it is not as written."""
        path = self.folder / name
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("A cached file cannot be read and is made again: %s", error.strerror)
            return None
        content, checksum = content[:-CHECKSUM], content[-CHECKSUM:]
        if checksum != _checksum(content):
            _log.warning("A cached file is damaged and is made again.")
            return None
        with suppress(OSError):  # pruned by another process this moment, or not ours to touch
            os.utime(path)
        return content

    def holds(self, name: str) -> bool:
        """Whether there is a file of a name; it is not read."""
        return (self.folder / name).is_file()

    def write(self, name: str, content: bytes) -> None:
        """Keep a content under a name, in one step.

        Raises:
            OSError: the disk is full or the folder cannot be written; what was kept before is as it was.
        """
        path = self.folder / name
        path.parent.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
        with replacing(path, lasting=False) as temporary:
            temporary.write_bytes(content + _checksum(content))

    def size(self) -> int:
        """Bytes in use."""
        return sum(size for _, size, _ in self._files())

    def clear(self) -> int:
        """Delete everything; returns the bytes freed.

        Raises:
            OSError: not everything could be deleted; all else was.
        """
        freed, error = self._delete_until(0)
        if error is not None:
            raise error
        return freed

    def prune(self, part: float = 1.0) -> int:
        """Delete what was not used for longest until this part of the limit holds; returns the bytes freed."""
        return self._delete_until(self.limit * part)[0]

    def sweep(self) -> None:
        """Remove what was half-written when the program was killed, but nothing that may be being written now."""
        now = time.time()
        for used, _, path in self._files():
            if path.endswith(TEMPORARY) and now - used > _ABANDONED_SECONDS:
                with suppress(OSError):  # its owner may be removing it this moment
                    Path(path).unlink()

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """Time of last use, bytes and path of every file."""
        for path, status in files_below(self.folder):
            if stat.S_ISREG(status.st_mode):
                yield status.st_mtime, status.st_size, path

    def _delete_until(self, limit: float) -> tuple[int, OSError | None]:
        """Returns the bytes freed, and what went wrong if something did."""
        entries = sorted(self._files())
        total = sum(size for _, size, _ in entries)
        freed, failure = 0, None
        for _, size, path in entries:
            if total - freed <= limit:
                break
            try:
                Path(path).unlink(missing_ok=True)
            except OSError as error:  # another program holds it
                failure = error
            else:
                freed += size
        return freed, failure


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=CHECKSUM).digest()


def files_below(folder: Path, cancelled: CancelCheck = never_cancel) -> Iterator[tuple[str, os.stat_result]]:
    """Path and status of every file in a folder and those below it; a link is a file, and is not followed.

    Files that come or go meanwhile may be among them or not, and what cannot be looked at is not.

    Args:
        folder: there or not.
    """
    for parent, _, names in until_cancelled(cancelled, os.walk(folder)):
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118 - a Path for each of 100,000 files is slow
            with suppress(OSError):
                yield path, os.lstat(path)
