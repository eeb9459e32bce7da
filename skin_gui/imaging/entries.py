"""What a folder's entry is: an image, another file or a folder; and how names are sorted."""

import os
import re
import stat
from pathlib import Path

from skin_gui import about
from skin_gui.imaging.formats import IMAGE_SUFFIXES
from skin_gui.imaging.signatures import HEADER_SIZE, begins_as_image

MASK_ENDING = "_mask.png"
"""How the names of outlines end that the program has written."""
MASK_TITLE = "Lesion outline"
"""What such a file calls itself."""

_NUMBER = re.compile(r"[0-9]+")


def _padded(number: re.Match[str]) -> str:
    digits = number[0].lstrip("0")
    return f"0{len(digits):03d}{digits}"


def natural_key(name: str) -> str:
    """A key that sorts img2 before img10: each number with its length before it, then the name itself for ties."""
    return f"{_NUMBER.sub(_padded, name.casefold())}\0{name}"


def is_hidden(entry: os.DirEntry[str]) -> bool:
    """Whether the platform's file manager would hide a folder's entry."""
    if entry.name.startswith("."):
        return True
    if os.name != "nt":
        return False
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def is_image(entry: os.DirEntry[str] | Path) -> bool:
    """Whether a folder's entry that is no folder is taken for an image, be it one that can be read or not.

    It is one by its suffix, so that what is wrong with it is told; with another suffix or none, if its content begins
    as an image does. Of what cannot be looked into (no permission, a link that leads nowhere), nobody can say that it
    is none: there, no suffix is enough. An outline that the program wrote beside the image is no lesion of its own.
    """
    if entry.name.endswith(MASK_ENDING) and is_own_mask(Path(entry)):
        return False
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - a Path for each file is slow
    if suffix in IMAGE_SUFFIXES:
        return True
    if entry.name.upper() == "DICOMDIR":  # the index of a DICOM medium, no image
        return False
    try:
        if entry.is_file():
            with Path(entry).open("rb") as file:
                return begins_as_image(file.read(HEADER_SIZE))
        if not entry.is_symlink():  # a pipe or a device
            return False
    except OSError:
        pass
    # A suffix of digits counts as none: DICOM files are often named by their UID, 1.2.840.10008.
    return not suffix or suffix[1:].isdigit()


def is_own_mask(path: str | Path) -> bool:
    """Whether a file is an outline that this program wrote, by the texts it begins with; no, if it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            header = file.read(HEADER_SIZE)
    except OSError:
        return False
    texts = f"Title\0{MASK_TITLE}", f"Software\0{about.NAME}"
    return header.startswith(b"\x89PNG") and all(text.encode() in header for text in texts)


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder; no, where it cannot be told."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where permission is denied


def means_folder(path: Path) -> bool:
    """Whether a folder is meant by a path: one that is there, or one that is gone and not named like an image."""
    return is_folder(path) or (path.suffix.lower() not in IMAGE_SUFFIXES and not is_there(path))


def is_there(path: Path) -> bool:
    """Whether something is in a place; no, where it cannot be told."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where permission is denied
