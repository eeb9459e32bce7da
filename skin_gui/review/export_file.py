"""The file that an export goes to: never written over what must not be lost, and errors in words."""

import contextlib
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from skin_gui import atomic, paths
from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.imaging.signatures import HEADER_SIZE, begins_as_image
from skin_gui.wording.fact import Fact, FactError
from skin_gui.wording.review import ExportFact
from skin_gui.wording.system import reason

_SQLITE_HEADER = b"SQLite format 3\0"
_SHOWN_NAME = 40  # characters of a name that is too long


class ExportError(FactError):
    """An export could not be written; what was there before is untouched. `str(error)` is one sentence for the user."""


@contextlib.contextmanager
def exporting(path: Path, *, may_be_named: str = "") -> Iterator[Path]:
    """A temporary file beside `path` to write to; it takes the place of `path` when the block ends well.

    Args:
        path: where the export goes; a link is followed.
        may_be_named: the suffix of images that what is written has too; an image that is there stays all the same.

    Raises:
        ExportError: it would replace an image, a database or one of the program's own files, or it cannot be
            written. `path` is then as it was, and the temporary file is gone.
    """
    target = Path(os.path.realpath(path))
    refuse_what_must_stay(path, may_be_named=may_be_named)
    try:
        with atomic.replacing(target) as temporary:
            temporary.touch(exist_ok=False)
            if target.exists():
                shutil.copymode(target, temporary)
            yield temporary
    except OSError as error:
        raise ExportError(not_written(error, target)) from error


@contextlib.contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A temporary folder beside `folder` to fill; it takes the place of `folder` when the block ends well.

    Raises:
        ExportError: something is in `folder` already, or it cannot be made. Nothing has been made then.
    """
    try:
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise ExportError(ExportFact.FOLDER_TAKEN(folder=folder.name))
        if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(paths.data_dir())):
            raise ExportError(ExportFact.FOLDER_AMONG_OWN_FILES(folder=folder.name))
        stage = Path(tempfile.mkdtemp(prefix=".skin-gui-", dir=folder.parent))
        try:
            stage.chmod(0o755)
            yield stage
            if folder.is_dir():
                folder.rmdir()
            stage.rename(folder)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise ExportError(not_written(error, folder)) from error


def refuse_what_must_stay(path: Path, *, may_be_named: str = "") -> None:
    """Refuse to write where something must not be lost, where there is no folder, or where nothing may be written.

    Raises:
        ExportError: with the reason.
    """
    target = Path(os.path.realpath(path))
    try:
        # What a name such as /dev/stdout leads to need not have a path of its own.
        if path.exists() and not (path.is_file() or path.is_dir()):  # a rename would put a file in its place
            raise ExportError(ExportFact.NOT_ORDINARY(file=path.name))
        _refuse(target, may_be_named)
    except OSError as error:  # what cannot even be looked at
        raise ExportError(not_written(error, target)) from error


def _refuse(target: Path, may_be_named: str) -> None:
    if not target.parent.is_dir():
        raise ExportError(ExportFact.NO_FOLDER(file=target.name, folder=str(target.parent)))
    if target.is_dir():
        raise ExportError(ExportFact.IS_FOLDER(file=target.name))
    if target.is_relative_to(os.path.realpath(paths.data_dir())):
        raise ExportError(ExportFact.AMONG_OWN_FILES(file=target.name))
    suffix = target.suffix.lower()
    if (suffix in IMAGE_SUFFIXES and suffix != may_be_named) or _is_image(target):
        raise ExportError(ExportFact.IS_IMAGE(file=target.name))
    if _starts(target).startswith(_SQLITE_HEADER):
        raise ExportError(ExportFact.IS_DATABASE(file=target.name))
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    # A rename would pass over the write protection of the file it replaces.
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError(ExportFact.WRITE_PROTECTED(file=target.name))


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


def not_written(error: OSError, target: Path) -> Fact:
    match error.errno:
        case errno.EACCES | errno.EPERM if sys.platform == "win32":
            return ExportFact.OPEN_ELSEWHERE(file=target.name)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ExportFact.FORBIDDEN(file=target.name, folder=str(target.parent))
        case errno.ENOSPC | errno.EDQUOT:
            return ExportFact.DISK_FULL(file=target.name)
        case errno.ENOENT | errno.ENOTDIR if not target.parent.is_dir():
            return ExportFact.NO_FOLDER(file=target.name, folder=str(target.parent))
        case errno.ENAMETOOLONG:
            return ExportFact.NAME_TOO_LONG(file=target.name[:_SHOWN_NAME])
        case _:
            return ExportFact.FAILED(file=target.name, why=reason(error))
