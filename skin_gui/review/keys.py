"""Paths and text as a database and a CSV can keep them."""

import os
from pathlib import Path


def path_key(path: Path) -> str | bytes:
    """The path as the database keeps it: absolute, links not followed; bytes where the name is not Unicode."""
    text = os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps ".." parts
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def key_path(key: str | bytes) -> Path:
    """The path of a key that `path_key` made."""
    return Path(os.fsdecode(key))


def clean_text(text: str) -> str:
    """Text that UTF-8 can hold: what a strange file name brought along is shown escaped."""
    return text.encode("utf-8", "backslashreplace").decode()
