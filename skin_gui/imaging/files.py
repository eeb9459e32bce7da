"""Which image files a user means by some files and folders."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from skin_gui.imaging.entries import is_folder
from skin_gui.imaging.scan import scan_folder
from skin_gui.progress import CancelCheck, never_cancel, until_cancelled


@dataclass
class FoundFiles:
    """The images that files and folders stand for, and how much else there is."""

    images: list[Path] = field(default_factory=list)
    """In the order given, each once."""
    others: int = 0
    """Files in the folders that are no images; hidden ones do not count."""
    folders_left_out: int = 0
    """Folders within folders that were not looked into, as was asked."""


def find_images(paths: Iterable[Path], recursive: bool, cancelled: CancelCheck = never_cancel) -> FoundFiles:
    """The files meant by files and folders.

    A folder stands for the images in it in natural order (img2 before img10), its own before those of its folders, as
    `scan.scan_folder` finds them; hidden files and folders are skipped. A path that is no folder is kept as given, even
    if it is missing or no image, so that reading it reports what is wrong. So is a folder that cannot be listed.

    Args:
        paths: files and folders.
        recursive: whether folders within folders are listed too.
    """
    images: dict[str, Path] = {}
    visited: set[str] = set()
    found = FoundFiles()
    for path in map(Path, paths):
        listed = _below(path, recursive, visited, found, cancelled) if is_folder(path) else (path,)
        for image in until_cancelled(cancelled, listed):
            images.setdefault(os.path.realpath(image), image)
    found.images = list(images.values())
    return found


def list_images(paths: Iterable[Path], recursive: bool, cancelled: CancelCheck = never_cancel) -> list[Path]:
    """`find_images` without the counts."""
    return find_images(paths, recursive, cancelled).images


def _below(
    folder: Path, recursive: bool, visited: set[str], found: FoundFiles, cancelled: CancelCheck
) -> Iterator[Path]:
    try:
        scan = scan_folder(folder, recursive=recursive, visited=visited, cancelled=cancelled)
    except OSError:
        yield folder  # reading it will say what is wrong: nothing is left out silently
        return
    found.others += scan.others
    found.folders_left_out += scan.folders_left_out
    yield from (Path(image.path) for image in scan.files)
    yield from map(Path, scan.unreadable)
