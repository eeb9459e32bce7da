"""The file that an export goes to: never written over what must not be lost, and errors in words."""

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from skin_gui import atomic, paths
from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.imaging.signatures import HEADER_SIZE, begins_as_image

_SQLITE_HEADER = b"SQLite format 3\0"


class ExportError(Exception):
    """An export could not be written; what was there before is untouched. `str(error)` is one sentence for the user."""


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` to write to; it takes the place of `path` when the block ends well.

    Args:
        path: where the export goes; a link is followed.

    Raises:
        ExportError: it would replace an image, a database or one of the program's own files, or it cannot be
            written. `path` is then as it was, and the temporary file is gone.
    """
    target = Path(os.path.realpath(path))
    refuse_what_must_stay(target)
    try:
        with atomic.replacing(target) as temporary:
            temporary.touch(exist_ok=False)
            if target.exists():
                shutil.copymode(target, temporary)
            yield temporary
    except OSError as error:
        raise ExportError(in_words(error, target)) from error


def refuse_what_must_stay(path: Path) -> None:
    """Refuse to write where something must not be lost, where there is no folder, or where nothing may be written.

    Raises:
        ExportError: with the reason.
    """
    target = Path(os.path.realpath(path))
    try:
        _refuse(target)
    except OSError as error:  # what cannot even be looked at
        raise ExportError(in_words(error, target)) from error


def _refuse(target: Path) -> None:
    if not target.parent.is_dir():
        raise ExportError(in_words(FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)), target))
    if target.is_dir():
        raise ExportError(f"{target.name} is a folder; choose a file name.")
    if target.exists() and not target.is_file():  # a rename would put a file in the place of a device
        raise ExportError(f"{target.name} is not an ordinary file; choose another name.")
    if target.is_relative_to(os.path.realpath(paths.data_dir())):
        raise ExportError(f"{target.name} would lie among the program's own files; choose another folder.")
    if target.suffix.lower() in IMAGE_SUFFIXES or _is_image(target):
        raise ExportError(f"{target.name} is an image or named like one; choose another name, to lose no image.")
    if _starts(target).startswith(_SQLITE_HEADER):
        raise ExportError(f"{target.name} is a database and is not overwritten; choose another name.")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    # A rename would pass over the write protection of the file it replaces.
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError(f"{target.name} is write-protected and is not overwritten; choose another name.")


def _starts(path: Path) -> bytes:
    """The first bytes of a file; none where there is none to read."""
    try:
        with path.open("rb") as stream:
            return stream.read(HEADER_SIZE)
    except OSError:
        return b""


def _is_image(path: Path) -> bool:
    """Whether an image is there, whatever its name says."""
    if begins_as_image(_starts(path)):
        return True
    try:  # Pillow knows more kinds
        with Image.open(path):
            return True
    except (OSError, ValueError, Image.DecompressionBombError):
        return False


def in_words(error: OSError, target: Path) -> str:
    """Why a file could not be written, as one sentence for the user."""
    match error.errno:
        case errno.EACCES | errno.EPERM if sys.platform == "win32":
            return (
                f"{target.name} could not be written: it is open in another program such as Excel, "
                "or its folder may not be written to. Close it or choose another folder."
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{target.name} could not be written: {target.parent} may not be written to; choose another folder."
        case errno.ENOSPC | errno.EDQUOT:
            return f"{target.name} could not be written: the disk is full; free some space or choose another folder."
        case errno.ENOENT | errno.ENOTDIR:
            return f"{target.name} could not be written: the folder {target.parent} does not exist."
        case errno.ENAMETOOLONG:
            return f"{target.name[:40]}... could not be written: the name is too long."
        case _:
            return f"{target.name} could not be written ({error.strerror or error})."
