"""Folders whose content is nobody else's business: file names, decisions and notes may name patients."""

import contextlib
import os
from pathlib import Path

_OWNER_ONLY = 0o700


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, which closes what lies in it too; one that is there is closed.

    Where rights are not POSIX ones the user's profile keeps others out, and a drive without rights has none to take.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(_OWNER_ONLY, parents=True, exist_ok=True)
    if os.name == "nt":
        return
    # Not the owner's, or on a drive without rights: no reason to do without the folder.
    with contextlib.suppress(OSError):
        if folder.stat().st_mode & 0o777 != _OWNER_ONLY:
            folder.chmod(_OWNER_ONLY)
