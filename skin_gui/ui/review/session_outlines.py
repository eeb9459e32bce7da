"""Outlines drawn by the reviewer, kept in the session of the folder under review."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from skin_gui.review.database import SessionError
from skin_gui.review.measurements import Measurement
from skin_gui.ui.review.review_session import ReviewSession


class SessionOutlines(QObject):
    """Reads and keeps the outlines of the session that is open; without one they last as long as the window."""

    changed = Signal()
    """Another session is open."""
    failed = Signal(object)
    """A `Fact` for the user."""

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unsaved: dict[tuple[Path, str], NDArray[np.bool_]] = {}
        session.opened.connect(lambda _: self.changed.emit())

    def drawn(self, path: Path, sha256: str) -> NDArray[np.bool_] | None:
        """The outline that was drawn on the file of this content; None where there is none."""
        saved = self._session.saved
        try:
            found = None if saved is None else saved.measurements.drawn(path, sha256)
        except SessionError as error:
            self.failed.emit(error.fact)
            found = None
        return self._unsaved.get((path, sha256)) if found is None else found

    def keep(self, path: Path, measurement: Measurement, outline: NDArray[np.bool_]) -> None:
        saved = self._session.saved
        try:
            if saved is None:
                self._unsaved[path, measurement.sha256] = outline
                return
            saved.measurements.put_drawn(path, measurement, outline)
            self._session.model.put_measured({path: measurement})
        except SessionError as error:
            self.failed.emit(error.fact)

    def forget(self, path: Path) -> None:
        """The program's own outline counts again."""
        self._unsaved = {key: outline for key, outline in self._unsaved.items() if key[0] != path}
        saved = self._session.saved
        try:
            if saved is not None:
                saved.measurements.forget(path)
                self._session.model.forget_measured(path)
        except SessionError as error:
            self.failed.emit(error.fact)
