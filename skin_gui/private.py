"""Folders whose content is nobody else's business: file names, decisions and notes may name patients."""

import contextlib
import os
from pathlib import Path

_FOLDER = 0o700
_FILE = 0o600


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that is there, with the files in it, is closed to others.

    Where rights are not POSIX ones the user's profile keeps others out, and a drive without rights has none to take.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(_FOLDER, parents=True, exist_ok=True)
    _restrict(folder, _FOLDER)
    if os.name == "nt":
        return
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                private_file(Path(entry.path))


def private_file(path: Path) -> None:
    """Let only its owner read and write a file."""
    _restrict(path, _FILE)


def _restrict(path: Path, mode: int) -> None:
    if os.name == "nt":
        return
    # Not the owner's, or on a drive without rights: no reason to do without the folder.
    with contextlib.suppress(OSError):
        if path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)
