"""The thread that classifies a folder: each row is in the session before the window hears of it.

Its pool threads keep their ordinary priority on purpose: one that is given less processor time while it holds the
interpreter's lock makes the window wait longer, not shorter (measured: worst tick 150 ms with niceness 10, 30 ms
without).
"""

import os
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from skin_gui.classifier import Classifier
from skin_gui.imaging.entries import is_there
from skin_gui.imaging.files import find_images
from skin_gui.pace import Pace
from skin_gui.progress import raise_if, until_cancelled
from skin_gui.review.batch import classify_files
from skin_gui.review.measurements import Measurement
from skin_gui.review.results import Result
from skin_gui.review.session import Session
from skin_gui.wording.fact import FactError
from skin_gui.workers.base import Worker
from skin_gui.workers.folder_scan import folder_fact
from skin_gui.workers.inference import load_classifier, measuring_beside, model_facts, preferred_cores

_SHORTEST_INTERVAL_S = 0.1
_PAUSE_CHECK_S = 0.1


@dataclass(frozen=True)
class BatchState:
    """How far a batch is."""

    total: int
    """Files of the batch, those done before included."""
    done: int
    failed: int
    """Files of this run that could not be classified."""
    rate: float | None
    """Files a second of late; None while too little is known."""
    seconds_left: float | None

    @property
    def part(self) -> float:
        """The part done, from 0 to 1."""
        return self.done / self.total if self.total else 1.0


class BatchWorker(Worker):
    """Classifies what a session still lacks, or again the files named. `succeeded` brings the last `BatchState`.

    `cancel` is answered within one image; what was classified before stays.
    """

    model_loaded = Signal(object)
    """`ModelFacts` of the classifier that makes the rows."""
    listed = Signal(list)
    """The files of the batch, before its first row."""
    rows_ready = Signal(list)
    """`Result`s, saved already; at most ten times a second."""
    measured = Signal(object)
    """By path, the `Measurement`s of the rows that come next; they are saved already."""
    advanced = Signal(object)
    """`BatchState`, with each `rows_ready` and at both ends."""
    pause_changed = Signal(bool)
    """Whether the batch stands still now: what was in hand when `pause` was called has been finished."""

    def __init__(
        self,
        session: Session,
        roots: Sequence[Path],
        *,
        recursive: bool = False,
        again: Sequence[Path] = (),
        model: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare a batch; `start` begins it.

        Args:
            session: takes the rows; it stays open until the thread has ended.
            again: only these files, whatever the session has of them, as far as they are still there; `roots` are
                then left alone.
            model: the model's folder; the active model when None.
        """
        super().__init__(parent=parent)
        self.setObjectName("batch")
        self._session = session
        self._roots = roots
        self._recursive = recursive
        self._again = again
        self.measures = False
        """Whether the lesions are measured on the way, from the maps of their classification; set it before `start`."""
        self._model = model
        self._threshold: float | None = None
        self._go_on = threading.Event()
        self._go_on.set()
        self._pending: deque[Path] = deque()
        self._pace = Pace()
        self._rows: list[Result] = []
        self._on_the_way: dict[Path, Measurement] = {}
        self._found: dict[Path, Measurement] = {}
        self._reported_at = 0.0
        self._total = self._done = self._failed = 0

    @property
    def paused(self) -> bool:
        return not self._go_on.is_set()

    def pause(self) -> None:
        """Begin no further file; `pause_changed` follows when those in hand are done."""
        self._go_on.clear()

    def resume(self) -> None:
        self._go_on.set()

    def cancel(self) -> None:
        """Ask the batch to stop, paused or not."""
        super().cancel()
        self._go_on.set()

    def work(self) -> BatchState:
        """List, load, resume, classify; the session counts as unfinished until all of it is done."""
        self.emit_to_owner(self.progress, 0.0)
        files = self._files()
        self.emit_to_owner(self.listed, files)
        raise_if(self.isInterruptionRequested)
        # With the window's number of threads, the window's network serves: loading another would halt the window.
        classifier = load_classifier(self._model)
        facts = model_facts(classifier)
        self._threshold = facts.threshold
        self.emit_to_owner(self.model_loaded, facts)
        pending = files if self._again else self._begin(files)
        self._pending.extend(pending)
        self._total, self._done = len(files), len(files) - len(pending)
        self._pace.restart()
        self._report()
        try:
            self._classify(classifier)
        finally:
            self._report()
        if not self._again:
            self._session.finish()
        return self._state()

    def _files(self) -> list[Path]:
        if not self._again:
            found = find_images(self._roots, self._recursive, self.isInterruptionRequested)
            if found.unreadable and not found.images:
                _refuse(found.unreadable[0])
            return found.images
        # The result of a file that is gone stays: it could not be made again.
        return [file for file in until_cancelled(self.isInterruptionRequested, self._again) if is_there(file)]

    def _begin(self, files: list[Path]) -> list[Path]:
        self._session.begin(len(files))
        return self._session.resume(files, cancelled=self.isInterruptionRequested)

    def _classify(self, classifier: Classifier) -> None:
        beside = measuring_beside(classifier, self._on_the_way.__setitem__) if self.measures else None
        while self._pending:
            self._wait_while_paused()
            # A pause ends this loop: the files in hand are then finished and saved, not held back.
            for result in classify_files(
                classifier,
                self._until_paused(),
                jobs=preferred_cores(),
                expected=len(self._pending),
                threshold=self._threshold,
                cancelled=self.isInterruptionRequested,
                beside=beside,
            ):
                self._keep(result)
        raise_if(self.isInterruptionRequested)

    def _until_paused(self) -> Iterator[Path]:
        while self._pending and not self.paused:
            yield self._pending.popleft()

    def _wait_while_paused(self) -> None:
        if not self.paused:
            return
        self._report()
        self.emit_to_owner(self.pause_changed, True)
        while not self._go_on.wait(_PAUSE_CHECK_S):
            raise_if(self.isInterruptionRequested)
        raise_if(self.isInterruptionRequested)
        self._pace.restart()
        self.emit_to_owner(self.pause_changed, False)

    def _keep(self, result: Result) -> None:
        self._session.add_result(result)
        # Read back: an earlier decision on this file stays with its new row.
        self._rows.append(self._session.result(result.path) or result)
        found = self._on_the_way.pop(result.path, None)
        if found is not None and result.status == "ok":
            self._found[result.path] = found
        self._done += 1
        self._failed += result.status == "failed"
        self._pace.step()
        if time.monotonic() - self._reported_at >= _SHORTEST_INTERVAL_S:
            self._report()

    def _report(self) -> None:
        self._reported_at = time.monotonic()
        rows, self._rows = self._rows, []
        found, self._found = self._found, {}
        if found:
            self.emit_to_owner(self.measured, self._session.measurements.put(found))
        if rows:
            self.emit_to_owner(self.rows_ready, rows)
        state = self._state()
        self.emit_to_owner(self.progress, state.part)
        self.emit_to_owner(self.advanced, state)

    def _state(self) -> BatchState:
        left = self._total - self._done
        return BatchState(self._total, self._done, self._failed, self._pace.rate, self._pace.seconds_left(left))


def _refuse(folder: Path) -> None:
    """Raises: FactError: why a folder cannot be listed, unless it can be by now."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise FactError(folder_fact(folder, error)) from error
