"""Which images are open, and which of them is on the screen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skin_gui.imaging.entries import means_folder
from skin_gui.progress import CancelCheck, Progress
from skin_gui.workers.base import Worker, as_task
from skin_gui.workers.runner import Runner

if TYPE_CHECKING:
    from skin_gui.imaging.files import FoundFiles


class ImageSequence(QObject):
    """The images of a folder, or those given, with one of them current.

    A single file is current at once; whoever lists its folder, or a folder that is opened, has its images followed.
    Several files and folders stand for themselves. They are listed on a thread: on a network drive that takes its time.
    """

    current_changed = Signal(object)
    """The current path; None once there is none."""
    listed = Signal()
    """The images, or the place of the current one among them, have changed."""
    found_nothing = Signal(object)
    """The folder that holds no image."""
    found = Signal(list, bool, list, int)
    """The several files and folders that are open, whether folders within them count, their images, and how many
    folders cannot be read."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths: list[Path] = []
        self.current: Path | None = None
        self.index = -1
        """The current image's place, from 0; -1 while there is none."""
        self._stranger: int | None = None
        self.roots: list[Path] = []
        """The several files and folders that stand for themselves; else none."""
        self.recursive = False
        """Whether folders within those folders count."""
        self.left_out = 0
        """How many folders within those were not looked into, as was asked."""
        self._listing = Runner(parent=self)
        self._listing.failed.connect(self.failed)

    @property
    def place(self) -> tuple[int, int]:
        """The current image's place, from 1, and of how many; 0 where it is none of them, -1 where there is none."""
        strange = self._stranger
        if strange is None:
            return (self.index + 1 if self.paths else -1), len(self.paths)
        place = 0 if self.index == strange else self.index + (self.index < strange)
        return place, len(self.paths) - 1

    def open(self, roots: list[Path], *, recursive: bool = False) -> None:
        """Open a file, or close what is open and list several files and folders; a folder alone is listed elsewhere."""
        roots, self.roots = [root.absolute() for root in roots], []
        if len(roots) == 1 and not means_folder(roots[0]):
            self.follow(roots, 0)
            return
        self.close()  # an image of the folder before would stay under the new one's name
        if len(roots) > 1:
            self.roots, self.recursive = roots, recursive
            self.read_again()

    def read_again(self) -> None:
        """List the several files and folders that are open again; the image on the screen stays."""
        if self.roots:
            lister = Worker(_listing_of(self.roots, self.recursive))
            lister.setObjectName("listing")
            self._listing.start(lister, self._take)

    def set_recursive(self, recursive: bool) -> None:
        """Have folders within the several folders that are open count, or not."""
        if self.roots and recursive != self.recursive:
            self.recursive = recursive
            self.read_again()

    def follow(self, paths: list[Path], index: int) -> None:
        """Take over images that are listed elsewhere, the one at a place being current."""
        self._listing.drop()
        moved = paths[index] != self.current
        self.paths, self.current, self.index, self._stranger = paths, paths[index], index, None
        if moved:
            self.current_changed.emit(self.current)
        self.listed.emit()

    def surround(self, paths: list[Path]) -> None:
        """Take over images of which the current one is none: it keeps its place among them."""
        self._listing.drop()
        if self.current is not None:
            at = min(max(self.index, 0), len(paths))
            self.paths, self.index, self._stranger = [*paths[:at], self.current, *paths[at:]], at, at
            self.listed.emit()

    def close(self) -> None:
        self._listing.drop()
        had_one = self.current is not None
        self.paths, self.current, self.index, self._stranger = [], None, -1, None
        if had_one:
            self.current_changed.emit(None)
        self.listed.emit()

    def stop(self) -> None:
        self._listing.stop()

    def go(self, step: int) -> None:
        """Go forwards or back; the ends hold."""
        self.go_to(self.index + step)

    def go_to(self, index: int) -> None:
        """Make the image at a place current; -1 and beyond either end lead to the nearest end."""
        if not self.paths:
            return
        index = min(max(index, 0), len(self.paths) - 1)
        if index != self.index:
            self.index, self.current = index, self.paths[index]
            self.current_changed.emit(self.current)
            self.listed.emit()

    def _take(self, found: "FoundFiles") -> None:
        images, self.left_out = found.images, found.folders_left_out
        if images and self.current is not None and self.current not in images:
            self.surround(images)
        elif images:
            self.follow(images, images.index(self.current) if self.current is not None else 0)
        elif self.current is None:
            self.found_nothing.emit(self.roots[0])
        self.found.emit(self.roots, self.recursive, images, len(found.unreadable))


@as_task
def _listing_of(_progress: Progress, cancelled: CancelCheck, roots: list[Path], recursive: bool) -> "FoundFiles":
    # Imported on the thread: nothing that reads images is loaded before the first paint.
    from skin_gui.imaging.files import find_images  # noqa: PLC0415

    return find_images(roots, recursive, cancelled)
