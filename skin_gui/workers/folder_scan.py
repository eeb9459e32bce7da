"""Lists a folder's images on a thread, and again whenever something in the folder has changed."""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from skin_gui.imaging.entries import is_folder
from skin_gui.wording.fact import Fact
from skin_gui.wording.program import ProgramFact
from skin_gui.workers.base import Worker
from skin_gui.workers.runner import Runner

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FolderScan

_QUIET_MS = 400  # a file that is being copied tells of many changes
_MOST_WATCHED = 512  # some platforms allow a process few watched folders
_PAUSE_FACTOR = 5  # where a listing takes long, the folder is listed this much less often


class FolderScanWorker(Worker):
    """Lists one folder once. `succeeded` carries a `FolderScan`, with its files in natural order."""

    found = Signal(list)
    """`FoundImage` objects that were not sent before, in no order."""

    def __init__(self, folder: Path, recursive: bool, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("folder scan")
        self.folder = folder
        self._recursive = recursive

    def work(self) -> "FolderScan":
        """List the folder. Raises Cancelled, and OSError: the folder cannot be listed."""
        # Imported on the thread: nothing that reads images is loaded before the first paint.
        from skin_gui.imaging.scan import scan_folder  # noqa: PLC0415

        return scan_folder(
            self.folder,
            recursive=self._recursive,
            found=partial(self.emit_to_owner, self.found),
            cancelled=self.isInterruptionRequested,
        )

    def fact_for(self, error: Exception) -> Fact:
        return folder_fact(self.folder, error) if isinstance(error, OSError) else super().fact_for(error)


def folder_fact(folder: Path, error: OSError) -> Fact:
    """Why a folder cannot be listed."""
    reasons = {
        FileNotFoundError: ProgramFact.FOLDER_GONE,
        NotADirectoryError: ProgramFact.NO_FOLDER,
        PermissionError: ProgramFact.FOLDER_FORBIDDEN,
    }
    kind = reasons.get(type(error), ProgramFact.FOLDER_UNREADABLE)
    return kind(name=folder.name or str(folder))


class FolderWatch(QObject):
    """Keeps the list of a folder's images up to date."""

    found = Signal(list)
    """Some `FoundImage` objects of a folder that is being listed for the first time."""
    listed = Signal(object)
    """`FolderScan`: all there is; again after each change."""
    failed = Signal(object)
    """A `Fact` for the user: the folder cannot be read, or is gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._recursive = False
        self._began = 0.0
        self._listing = Runner(parent=self)
        self._listing.failed.connect(self._fail)
        self._known: tuple[int, int] | None = None
        self._changed_meanwhile = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._folder_changed)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self.refresh)

    @property
    def is_listing(self) -> bool:
        return self._listing.is_busy

    def open(self, folder: Path, recursive: bool) -> None:
        """List a folder and watch it from now on, instead of the one before."""
        self.close()
        self._folder, self._recursive = folder, recursive
        self._watch([str(folder)])
        self._start(first=True)

    def refresh(self) -> None:
        """List the folder again: for drives that tell of no changes, and for one that is back."""
        if self._folder is None:
            return
        if self._listing.is_busy:
            self._changed_meanwhile = True
        else:
            self._start(first=False)

    def close(self) -> None:
        self._folder = None
        self._changed_meanwhile = False
        self._quiet.stop()
        self._watch([])
        self._listing.drop()

    def stop(self) -> None:
        """Wait for the threads, and hear nothing more of them."""
        self.close()
        self._listing.stop()

    def _start(self, *, first: bool) -> None:
        if self._folder is None:
            return
        worker = FolderScanWorker(self._folder, self._recursive)
        if first:
            worker.found.connect(self.found)
        self._began = time.monotonic()
        self._listing.start(worker, self._take)

    def _fail(self, fact: Fact) -> None:
        self._forget_watched()
        self._watch([])
        self.failed.emit(fact)
        self._go_on()

    def _take(self, scan: "FolderScan") -> None:
        seconds = time.monotonic() - self._began
        self._quiet.setInterval(max(_QUIET_MS, int(seconds * 1000 * _PAUSE_FACTOR)))
        self._watch(scan.folders[:_MOST_WATCHED])
        self.listed.emit(scan)
        self._go_on()

    def _go_on(self) -> None:
        if self._changed_meanwhile:
            self._changed_meanwhile = False
            self._quiet.start()

    def _watch(self, folders: list[str]) -> None:
        """Watch these folders, and what the open one lies in: a folder does not tell itself that it is renamed."""
        self._known = self._identity()
        above = () if self._folder is None else self._folder.parents
        nearest = next((str(parent) for parent in above if is_folder(parent)), None)
        watched, wanted = set(self._watcher.directories()), {*folders, *([nearest] if nearest else [])}
        if gone := sorted(watched - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - watched):
            self._watcher.addPaths(new)

    def _forget_watched(self) -> None:
        """What is watched is not what stands in its place by now."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def _identity(self) -> tuple[int, int] | None:
        """What stands in the open folder's place."""
        try:
            status = self._folder.stat() if self._folder is not None else None
        except OSError:
            return None
        return status and (status.st_dev, status.st_ino)

    def _folder_changed(self, path: str) -> None:
        if self._folder is None:
            return
        if Path(path) in self._folder.parents:
            if self._identity() == self._known:
                return  # something else in there
            self._forget_watched()
            self._watch([str(self._folder)] if is_folder(self._folder) else [])
        # Started once, not anew with each change: a folder that never rests is still shown as it is.
        if not self._quiet.isActive():
            self._quiet.start()
