"""Lists a folder's images on a thread, and again whenever something in the folder has changed."""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from skin_gui.workers.base import Worker

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
        self.seconds = 0.0
        """How long it took."""
        self._recursive = recursive

    def work(self) -> "FolderScan":
        """List the folder.

        Raises:
            Cancelled: interrupted.
            OSError: the folder cannot be listed.
        """
        # Imported on the thread: nothing that reads images is loaded before the first paint.
        from skin_gui.imaging.scan import scan_folder  # noqa: PLC0415

        started = time.monotonic()
        scan = scan_folder(
            self.folder,
            recursive=self._recursive,
            found=partial(self.tell, self.found),
            cancelled=self.isInterruptionRequested,
        )
        self.seconds = time.monotonic() - started
        return scan

    def sentence_for(self, error: Exception) -> str:
        """The sentence that the user sees for an error."""
        if not isinstance(error, OSError):
            return super().sentence_for(error)
        reasons = {
            FileNotFoundError: QCoreApplication.translate("FolderScan", "The folder {name} is no longer there."),
            NotADirectoryError: QCoreApplication.translate("FolderScan", "{name} is no folder."),
            PermissionError: QCoreApplication.translate("FolderScan", "You are not allowed to read the folder {name}."),
        }
        other = QCoreApplication.translate("FolderScan", "The folder {name} cannot be read.")
        return reasons.get(type(error), other).format(name=self.folder.name or str(self.folder))


class FolderWatch(QObject):
    """Keeps the list of a folder's images up to date."""

    found = Signal(list)
    """Some `FoundImage` objects of a folder that is being listed for the first time."""
    listed = Signal(object)
    """`FolderScan`: all there is; again after each change."""
    failed = Signal(str)
    """A sentence for the user: the folder cannot be read, or is gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._recursive = False
        self._workers: list[FolderScanWorker] = []
        self._current: FolderScanWorker | None = None
        self._changed_meanwhile = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._folder_changed)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self.refresh)

    @property
    def is_listing(self) -> bool:
        """Whether a listing is under way."""
        return self._current is not None

    def open(self, folder: Path, recursive: bool) -> None:
        """List a folder and watch it from now on, instead of the one before."""
        self.close()
        self._folder, self._recursive = folder, recursive
        self._watch([str(folder)])
        self._start(first=True)

    def refresh(self) -> None:
        """List the folder again: for drives that tell of no changes."""
        if self._folder is None:
            return
        if self._current is not None:
            self._changed_meanwhile = True
        else:
            self._start(first=False)

    def close(self) -> None:
        """Watch nothing."""
        self._folder = None
        self._changed_meanwhile = False
        self._quiet.stop()
        self._watch([])
        # An older listing ends unheard: nobody waits for a slow drive that is no longer of interest.
        for worker in self._workers:
            worker.cancel()
        self._current = None

    def stop(self) -> None:
        """Wait for the threads, and hear nothing more of them."""
        self.close()
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def _start(self, *, first: bool) -> None:
        if self._folder is None:
            return
        self._forget_finished()
        worker = FolderScanWorker(self._folder, self._recursive, self)
        worker.succeeded.connect(lambda scan: self._take(worker, scan))
        worker.failed.connect(lambda sentence: self._fail(worker, sentence))
        if first:
            worker.found.connect(lambda files: self._hand_on(worker, files))
        self._workers.append(worker)
        self._current = worker
        worker.start()

    def _forget_finished(self) -> None:
        for worker in self._workers:
            if worker.isFinished():
                worker.deleteLater()
        self._workers = [worker for worker in self._workers if not worker.isFinished()]

    def _hand_on(self, worker: FolderScanWorker, files: list[object]) -> None:
        if worker is self._current:
            self.found.emit(files)

    def _take(self, worker: FolderScanWorker, scan: "FolderScan") -> None:
        if worker is not self._current:
            return
        self._current = None
        self._quiet.setInterval(max(_QUIET_MS, int(worker.seconds * 1000 * _PAUSE_FACTOR)))
        self._watch(scan.folders[:_MOST_WATCHED])
        self.listed.emit(scan)
        if self._changed_meanwhile:
            self._changed_meanwhile = False
            self._quiet.start()

    def _fail(self, worker: FolderScanWorker, sentence: str) -> None:
        if worker is self._current:
            self._current = None
            self.failed.emit(sentence)

    def _watch(self, folders: list[str]) -> None:
        watched, wanted = set(self._watcher.directories()), set(folders)
        if gone := sorted(watched - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - watched):
            self._watcher.addPaths(new)

    def _folder_changed(self) -> None:
        # Started once, not anew with each change: a folder that never rests is still shown as it is.
        if self._folder is not None and not self._quiet.isActive():
            self._quiet.start()
