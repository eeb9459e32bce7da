"""Which images are open, and which of them is on the screen."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from skin_gui.progress import CancelCheck, Progress
from skin_gui.workers.base import Task, Worker
from skin_gui.workers.runner import Runner


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
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        self._current: Path | None = None
        self._index = -1
        self._listing = Runner(parent=self)
        self._listing.failed.connect(self.failed)

    @property
    def paths(self) -> list[Path]:
        return self._paths

    @property
    def current(self) -> Path | None:
        """The image on the screen."""
        return self._current

    @property
    def index(self) -> int:
        """The current image's place, from 0; -1 while there is none."""
        return self._index

    def open(self, roots: list[Path]) -> None:
        """Open a file, or close what is open and list several files and folders; a folder alone is listed elsewhere."""
        roots = [root.absolute() for root in roots]
        if len(roots) == 1 and not roots[0].is_dir():
            self.follow(roots, 0)
            return
        self.close()  # an image of the folder before would stay under the new one's name
        if len(roots) > 1:
            lister = Worker(_listing_of(roots))
            lister.setObjectName("listing")
            self._listing.start(lister, lambda found: self._take(found, roots[0]))

    def follow(self, paths: list[Path], index: int) -> None:
        """Take over images that are listed elsewhere, the one at a place being current."""
        self._listing.drop()
        moved = paths[index] != self._current
        self._paths, self._current, self._index = paths, paths[index], index
        if moved:
            self.current_changed.emit(self._current)
        self.listed.emit()

    def close(self) -> None:
        self._listing.drop()
        had_one = self._current is not None
        self._paths, self._current, self._index = [], None, -1
        if had_one:
            self.current_changed.emit(None)
        self.listed.emit()

    def stop(self) -> None:
        """Wait for the threads that list folders, and hear nothing more of them."""
        self._listing.stop()

    def go(self, step: int) -> None:
        """Go forwards or back; the ends hold."""
        self.go_to(self._index + step)

    def go_to(self, index: int) -> None:
        """Make the image at a place current; -1 and beyond either end lead to the nearest end."""
        if not self._paths:
            return
        index = min(max(index, 0), len(self._paths) - 1)
        if index != self._index:
            self._index, self._current = index, self._paths[index]
            self.current_changed.emit(self._current)
            self.listed.emit()

    def _take(self, found: list[Path], first: Path) -> None:
        if found:
            self.follow(found, 0)
        else:
            self.found_nothing.emit(first)


def _listing_of(roots: list[Path]) -> Task:
    """The task that lists files and folders."""

    def task(_progress: Progress, cancelled: CancelCheck) -> list[Path]:
        # Imported on the thread: nothing that reads images is loaded before the first paint.
        from skin_gui.imaging.files import list_images  # noqa: PLC0415

        return list_images(roots, recursive=False, cancelled=cancelled)

    return task
