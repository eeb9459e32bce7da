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
from skin_gui.wording.fact import FactError
from skin_gui.wording.images import ImageFact
from skin_gui.wording.system import reason

PIXEL_LIMIT = 200_000_000
"""Most pixels (width x height x frames) an image may have: about 600 MB once decoded."""

FILE_LIMIT = 2 * 1024**3
"""Largest file in bytes that is read."""

_log = logging.getLogger(__name__)


class UnreadableError(FactError):
    """Why the bytes at hand are no usable image: a clause that follows the file's name.

    Readers raise it where the file's name is not known; `image_errors` makes it an `ImageError`.
    """


def check_pixel_count(width: int, height: int, frames: int = 1) -> None:
    """Refuse sizes in pixels that are impossible or larger than `PIXEL_LIMIT`.

    Raises:
        UnreadableError: naming the image's size and the limit.
    """
    if width < 1 or height < 1 or frames < 1:
        raise UnreadableError(ImageFact.DAMAGED())
    count = width * height * frames
    if count > PIXEL_LIMIT:
        size, limit = count / 1e6, PIXEL_LIMIT / 1e6
        if frames > 1:
            raise UnreadableError(
                ImageFact.TOO_MANY_FRAMES(width=width, height=height, frames=frames, size=size, limit=limit)
            )
        raise UnreadableError(ImageFact.TOO_MANY_PIXELS(width=width, height=height, size=size, limit=limit))


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
        raise ImageError(path, problem.fact) from problem
    except MemoryError as error:
        raise ImageError(path, ImageFact.NO_MEMORY()) from error
    except Exception as error:
        _log_trace("An image could not be decoded", error)
        raise ImageError(path, ImageFact.DAMAGED()) from error


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
        raise ImageError(path, ImageFact.NO_MEMORY()) from error
    except Exception as error:
        _log_trace("A file ended in an unexpected error", error)
        raise ImageError(path, ImageFact.UNEXPECTED()) from error


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
            raise ImageError(path, ImageFact.FOLDER() if readable else ImageFact.FORBIDDEN_FOLDER())
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device would block or never end
            raise ImageError(path, ImageFact.NOT_A_FILE())
        if status.st_size == 0:
            raise ImageError(path, ImageFact.EMPTY())
        if status.st_size > FILE_LIMIT:
            size, limit = status.st_size / 1024**3, FILE_LIMIT / 1024**3
            raise ImageError(path, ImageFact.TOO_MANY_BYTES(size=size, limit=limit))
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.is_symlink():
            raise ImageError(path, ImageFact.BROKEN_LINK()) from error
        raise ImageError(path, ImageFact.GONE()) from error
    except PermissionError as error:
        raise ImageError(path, ImageFact.FORBIDDEN()) from error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        raise ImageError(path, ImageFact.UNREADABLE(why=reason(error))) from error


def read_image_file(path: Path) -> bytes:
    """All bytes of an image file.

    Raises:
        ImageError: as `open_image_file`, or when the disk or connection fails while reading.
    """
    with open_image_file(path) as file:
        try:
            data = file.read()
        except OSError as error:
            raise ImageError(path, ImageFact.UNREADABLE(why=reason(error))) from error
    if not data:
        raise ImageError(path, ImageFact.EMPTY())
    return data
