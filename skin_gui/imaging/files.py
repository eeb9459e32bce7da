"""Which image files a user means by some files and folders."""

import logging
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from skin_gui.imaging.formats import is_dicom
from skin_gui.progress import CancelCheck, Cancelled, never_cancel

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".bmp", ".webp", ".dcm", ".dicom")
"""Suffixes, in lower case, by which files in a folder are taken for images."""

_log = logging.getLogger(__name__)
_Item = TypeVar("_Item")


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


def is_image(entry: os.DirEntry[str]) -> bool:
    """Whether a file is taken for an image: by its suffix; without one, whether it begins as DICOM does.

    A suffix of digits counts as none: DICOM files are often named by their UID, 1.2.840.10008.
    """
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - a Path for each file is slow
    if suffix and not suffix[1:].isdigit():
        return suffix in IMAGE_SUFFIXES
    if entry.name.upper() == "DICOMDIR":  # the index of a DICOM medium, no image
        return False
    try:
        with Path(entry.path).open("rb") as file:
            return is_dicom(file.read(132))
    except OSError:
        return False


def is_folder(path: str | Path) -> bool:
    """Whether a path leads to a folder; no, where it cannot be told."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where permission is denied


def is_there(path: Path) -> bool:
    """Whether something is in a place; no, where it cannot be told."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where permission is denied


def is_file(entry: os.DirEntry[str]) -> bool:
    """Whether a folder's entry leads to a file; no, where it cannot be told."""
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False


def until_cancelled(cancelled: CancelCheck, items: Iterable[_Item]) -> Iterator[_Item]:
    """These items, one by one; raises `Cancelled` when somebody has asked to stop."""
    for item in items:
        if cancelled():
            raise Cancelled
        yield item


def _walk(folder: Path, recursive: bool, visited: set[str], cancelled: CancelCheck) -> Iterator[Path]:
    """The images of a folder, then those of its folders; each real folder once, so links cannot loop."""
    real = os.path.realpath(folder)
    if real in visited:
        return
    visited.add(real)
    try:
        with os.scandir(folder) as found:
            listed = [entry for entry in until_cancelled(cancelled, found) if not is_hidden(entry)]
    except OSError as error:
        _log.warning("A folder could not be listed: %s", error.strerror)
        yield folder  # reading it will say what is wrong: nothing is left out silently
        return
    entries = sorted(listed, key=lambda entry: natural_key(entry.name))
    # Asked for each entry, not each image: a folder may hold very much that is none.
    yield from (Path(entry.path) for entry in until_cancelled(cancelled, entries) if is_file(entry) and is_image(entry))
    if recursive:
        for entry in until_cancelled(cancelled, entries):
            if is_folder(entry.path):
                yield from _walk(Path(entry.path), recursive, visited, cancelled)


def list_images(paths: Iterable[Path], recursive: bool, cancelled: CancelCheck = never_cancel) -> list[Path]:
    """The files meant by files and folders, in the order given, each once.

    A folder stands for the images in it in natural order (img2 before img10), its own before those of
    its folders; hidden files and folders are skipped. A path that is no folder is kept as given,
    even if it is missing or no image, so that reading it reports what is wrong.

    Args:
        paths: files and folders.
        recursive: whether folders within folders are listed too.
        cancelled: asked at each entry of a folder.

    Raises:
        Cancelled: `cancelled` said so.
    """
    visited: set[str] = set()
    images: dict[str, Path] = {}
    for path in map(Path, paths):
        found = _walk(path, recursive, visited, cancelled) if is_folder(path) else (path,)
        for image in until_cancelled(cancelled, found):
            images.setdefault(os.path.realpath(image), image)
    return list(images.values())
