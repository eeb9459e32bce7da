"""What every reader of image files shares: the limits, opening a file, and turning failures into sentences."""

import logging
import os
import stat
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from skin_gui.imaging.errors import ImageError
from skin_gui.progress import Cancelled

PIXEL_LIMIT = 200_000_000
"""Most pixels (width x height x frames) an image may have: about 600 MB once decoded."""

FILE_LIMIT = 2 * 1024**3
"""Largest file in bytes that is read."""

DAMAGED = "is truncated or damaged; copy or export it again from where it came"

_NO_MEMORY = "needs more memory than is free; close other programs or use a smaller image"
_UNEXPECTED = "could not be processed: something went wrong that the program did not expect; the log says what"

_log = logging.getLogger(__name__)


class UnreadableError(Exception):
    """Why the bytes at hand are no usable image: a clause that follows the file's name.

    Readers raise it where the file's name is not known; `image_errors` makes it an `ImageError`.
    """


def check_pixel_count(width: int, height: int, frames: int = 1) -> None:
    """Refuse sizes in pixels that are impossible or larger than `PIXEL_LIMIT`.

    Raises:
        UnreadableError: naming the image's size and the limit.
    """
    if width < 1 or height < 1 or frames < 1:
        raise UnreadableError(DAMAGED)
    count = width * height * frames
    if count > PIXEL_LIMIT:
        size = f"{width:,} x {height:,} pixels" + (f" x {frames:,} frames" if frames > 1 else "")
        raise UnreadableError(
            f"is too large: {size} are {count / 1e6:,.0f} megapixels, the limit is {PIXEL_LIMIT / 1e6:,.0f} megapixels"
        )


@contextmanager
def image_errors(path: Path) -> Iterator[None]:
    """Make whatever goes wrong inside an `ImageError` of `path`.

    Malformed bytes reach many libraries, which raise nearly everything. The log tells the kind of error and where it
    arose, but neither the file's name nor the error's text: both may hold the name of a patient.
    """
    try:
        yield
    except ImageError:
        raise
    except UnreadableError as problem:
        raise ImageError(path, str(problem)) from problem
    except MemoryError as error:
        raise ImageError(path, _NO_MEMORY) from error
    except Exception as error:
        _log_trace("An image could not be decoded", error)
        raise ImageError(path, DAMAGED) from error


@contextmanager
def one_of_many(path: Path) -> Iterator[None]:
    """Let whatever goes wrong with one file end that file alone, as an `ImageError`: the others go on.

    For all that is done with a file beyond decoding it, in a batch, an audit or a training. What concerns all files (a
    full disk, a broken network) belongs outside of it.
    """
    try:
        yield
    except (ImageError, Cancelled):
        raise
    except MemoryError as error:
        raise ImageError(path, _NO_MEMORY) from error
    except Exception as error:
        _log_trace("A file ended in an unexpected error", error)
        raise ImageError(path, _UNEXPECTED) from error


def _log_trace(what: str, error: Exception) -> None:
    """The kind of error and where it arose; its text may hold the name of a patient."""
    _log.warning("%s: %s\n%s", what, type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))


def open_image_file(path: Path) -> BinaryIO:
    """Open a file to read its bytes, once it is known to be a file of a size between 1 and `FILE_LIMIT`.

    Raises:
        ImageError: missing, a folder, not a file, empty, too large, no permission or unreadable.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            readable = os.access(path, os.R_OK | os.X_OK)
            raise ImageError(path, "is a folder, not an image" if readable else "is a folder that may not be opened")
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device would block or never end
            raise ImageError(path, "is not a regular file")
        if status.st_size == 0:
            raise ImageError(path, "is empty (0 bytes)")
        if status.st_size > FILE_LIMIT:
            size, limit = status.st_size / 1024**3, FILE_LIMIT / 1024**3
            raise ImageError(path, f"is too large: {size:.1f} GB, the limit is {limit:.0f} GB")
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.is_symlink():
            raise ImageError(path, "is a link to a file that does not exist; it may have been moved") from error
        raise ImageError(path, "does not exist; it may have been moved, renamed or deleted") from error
    except PermissionError as error:
        raise ImageError(path, "may not be read: permission is denied") from error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        raise ImageError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error


def read_image_file(path: Path) -> bytes:
    """All bytes of an image file.

    Raises:
        ImageError: as `open_image_file`, or when the disk or connection fails while reading.
    """
    with open_image_file(path) as file:
        try:
            data = file.read()
        except OSError as error:
            raise ImageError(path, f"cannot be read: {error.strerror or error}") from error
    if not data:
        raise ImageError(path, "is empty (0 bytes)")
    return data
