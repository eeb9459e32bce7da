"""Pseudonyms for what identifies a person: a keyed hash, whose key never leaves this installation.

Without the key nobody can tell whether a pseudonym belongs to a number that they know, which a plain hash would let
them try (HMAC, RFC 2104; "keyed-hash function with stored key", WP29 opinion 05/2014 on anonymisation techniques).
"""

import hmac
import os
import secrets
from pathlib import Path

from skin_gui import paths
from skin_gui.lesions.errors import GroupingError
from skin_gui.private_folder import private_folder
from skin_gui.wording.review import GroupingFact
from skin_gui.wording.system import reason

_KEY_BYTES = 32
_SHOWN = 10
"""Hexadecimal digits: two of 100,000 patients share them with a chance of 0.5 %."""
_OWNER_ONLY = 0o600


class Pseudonyms:
    """Makes the same pseudonym of the same value, on this installation alone."""

    def __init__(self, folder: Path | None = None) -> None:
        """Args: where the key lies; None for the user's data folder. The key is made when there is none.

        Raises:
            GroupingError: the key cannot be read or made.
        """
        path = (folder or paths.data_dir()) / "pseudonyms.key"
        try:
            self._key = _read_or_make(path)
        except OSError as error:
            raise GroupingError(GroupingFact.KEY_UNREADABLE(why=reason(error))) from error
        if len(self._key) != _KEY_BYTES:
            raise GroupingError(GroupingFact.KEY_DAMAGED(file=path.name))

    def of(self, kind: str, *values: str) -> str:
        """The pseudonym of a value, or of several that identify together; the same value of another kind has another.

        Args:
            kind: what it is, e.g. "patient".
            values: as they are written; none of them can be found again from the pseudonym.
        """
        message = b"".join(len(part).to_bytes(4, "big") + part for part in (v.encode() for v in (kind, *values)))
        return hmac.digest(self._key, message, "sha256").hex()[:_SHOWN]


def _read_or_make(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pass
    private_folder(path.parent)
    # Complete before it has its name: another window that starts at the same moment reads a whole key, the first one.
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "wb") as stream:
            stream.write(secrets.token_bytes(_KEY_BYTES))
            stream.flush()
            os.fsync(stream.fileno())
        try:
            os.link(new, path)
        except FileExistsError:
            pass
        except OSError:  # a drive without links
            if not path.exists():
                new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return path.read_bytes()
