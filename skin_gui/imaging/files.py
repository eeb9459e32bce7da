"""Which image files a user means by some files and folders."""

import functools
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from skin_gui.imaging.entries import means_folder
from skin_gui.imaging.scan import scan_folder
from skin_gui.progress import CancelCheck, never_cancel, until_cancelled


@dataclass
class FoundFiles:
    """The images that files and folders stand for, and how much else there is."""

    images: list[Path] = field(default_factory=list)
    """In the order given, each once: a link to an image is an image of its own, as it is to who looks at the folder."""
    unreadable: list[Path] = field(default_factory=list)
    """Folders that cannot be listed, or are not there."""
    others: int = 0
    """Files in the folders that are no images; hidden ones do not count."""
    folders_left_out: int = 0
    """Folders within folders that were not looked into, as was asked."""


def find_images(paths: Iterable[Path], recursive: bool, cancelled: CancelCheck = never_cancel) -> FoundFiles:
    """The files meant by files and folders.

    A folder stands for the images in it in natural order (img2 before img10), its own before those of its folders, as
    `scan.scan_folder` finds them; hidden files and folders are skipped. A path that is no folder is kept as given, even
    if it is missing or no image, so that reading it reports what is wrong.
    """
    images: dict[str, Path] = {}
    visited: set[str] = set()
    real = functools.cache(os.path.realpath)
    found = FoundFiles()
    for path in map(Path, paths):
        listed = _below(path, recursive, visited, found, cancelled) if means_folder(path) else (path,)
        for image in until_cancelled(cancelled, listed):
            folder, name = os.path.split(os.path.abspath(image))  # noqa: PTH100 - a new Path for each file is slow
            images.setdefault(os.path.join(real(folder), name), image)  # noqa: PTH118 - likewise
    found.images = list(images.values())
    return found


def list_images(paths: Iterable[Path], recursive: bool, cancelled: CancelCheck = never_cancel) -> list[Path]:
    """The images, then the folders that cannot be listed: reading them says what is wrong."""
    found = find_images(paths, recursive, cancelled)
    return [*found.images, *found.unreadable]


def _below(
    folder: Path, recursive: bool, visited: set[str], found: FoundFiles, cancelled: CancelCheck
) -> Iterator[Path]:
    try:
        scan = scan_folder(folder, recursive=recursive, visited=visited, cancelled=cancelled)
    except OSError:
        found.unreadable.append(folder)
        return
    found.others += scan.others
    found.folders_left_out += scan.folders_left_out
    yield from (Path(image.path) for image in scan.files)
    found.unreadable += map(Path, scan.unreadable)
