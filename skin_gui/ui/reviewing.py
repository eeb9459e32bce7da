"""Keeps the batch review and the rest of the window together. The table is built after the first paint."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QVBoxLayout, QWidget

from skin_gui.ui.icons import set_icon
from skin_gui.workers.prediction import ModelFacts

if TYPE_CHECKING:
    from skin_gui.review.results import Result
    from skin_gui.ui.resume_banner import ResumeBanner
    from skin_gui.ui.review_table import ReviewTable

_HEIGHT = 300
_KEY = "F10"
_RELABEL_MS = 150


class Reviewing(QObject):
    """Owns the dock with the table; a folder that is opened before the table is there waits for it."""

    image_wanted = Signal(object)
    """The path of a row: the window shows that image and leaves the keyboard where it is."""
    image_opened = Signal(object)
    """The path of a row that was opened: the window shows that image and goes there."""
    resumed = Signal(list)
    """The folder, or the files, of a batch that is being continued: the window opens them too."""
    results_changed = Signal(list)
    """`Result`s at the operating point in force, for badges elsewhere."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.table: ReviewTable | None = None
        self.banner: ResumeBanner | None = None
        self._model: ModelFacts | None = None
        self._waiting: tuple[list[Path], bool, bool] | None = None
        self.dock = QDockWidget(self.tr("Batch Review"), window)
        self.dock.setObjectName("reviewDock")
        self.dock.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self._content = _Content()
        self.dock.setWidget(self._content)
        toggle = self.dock.toggleViewAction()
        toggle.setShortcut(_KEY)
        set_icon(toggle, "classify")
        self.dock.hide()
        # Not at each step of the slider: a folder may have very many images.
        self._relabelling = QTimer(self, singleShot=True, interval=_RELABEL_MS)
        self._relabelling.timeout.connect(self._tell_all)

    def start(self) -> None:
        """Build the table, and look for a batch to continue unless something was opened already."""
        if self.table is not None:
            return
        # What they import takes a quarter of a second, which the first paint need not wait for.
        from skin_gui.ui.resume_banner import ResumeBanner  # noqa: PLC0415
        from skin_gui.ui.review_table import ReviewTable  # noqa: PLC0415

        self.banner, self.table = ResumeBanner(), ReviewTable()
        for part in (self.banner, self.table):
            self._content.add(part)
        self._connect(self.table, self.banner)
        if self._model is not None:
            self.table.set_model(self._model)
        if self._waiting is not None:
            sources, recursive, classify = self._waiting
            self._waiting = None
            self.table.open(sources, recursive=recursive, classify=classify)
        else:
            self.banner.check()

    def _connect(self, table: "ReviewTable", banner: "ResumeBanner") -> None:
        table.row_selected.connect(self.image_wanted)
        table.row_opened.connect(self.image_opened)
        table.decided.connect(self._tell)
        table.session.opened.connect(lambda opened: self._tell(opened.results))
        table.session.rows_added.connect(self._tell)
        table.threshold.changed.connect(lambda _: self._relabelling.start())
        banner.found.connect(self.dock.show)
        banner.accepted.connect(self._resume)

    def open(self, sources: Sequence[Path], *, recursive: bool = False, classify: bool = False) -> None:
        """Show the session of a folder or of files; a single file stands for its folder."""
        wanted = [source.absolute() for source in sources]
        if len(wanted) == 1 and not wanted[0].is_dir():
            wanted = [wanted[0].parent]
        if self.table is None:
            self._waiting = (wanted, recursive, classify)
        elif classify or tuple(wanted) != self.table.session.sources:
            if self.banner is not None:
                self.banner.offer(None)
            self.table.open(wanted, recursive=recursive, classify=classify)

    def select(self, path: Path) -> None:
        """Put the table's keyboard on an image that is shown elsewhere."""
        if self.table is not None:
            self.table.select(path)

    def set_model(self, facts: ModelFacts) -> None:
        """Tell the table the model in use."""
        self._model = facts
        if self.table is not None:
            self.table.set_model(facts)

    def has_focus(self) -> bool:
        """Whether the user is at work in the table, which must not lose its keys to a new image then."""
        focused = QApplication.focusWidget()
        return focused is not None and self.dock.isAncestorOf(focused)

    @property
    def is_busy(self) -> bool:
        """Whether a batch runs."""
        return self.table is not None and self.table.is_busy

    def close(self) -> None:
        """Leave the session that is open: it is about to be deleted."""
        if self.banner is not None:
            self.banner.offer(None)
        if self.table is not None:
            self.table.session.close()

    def stop(self) -> None:
        """Interrupt, wait, save."""
        self._relabelling.stop()
        if self.banner is not None:
            self.banner.stop()
        if self.table is not None:
            self.table.stop()

    def _resume(self, sources: list[Path], recursive: bool) -> None:
        self.open(sources, recursive=recursive, classify=True)
        self.resumed.emit(sources)

    def _tell_all(self) -> None:
        if self.table is not None:
            self._tell(self.table.model.all_results())

    def _tell(self, results: "list[Result]") -> None:
        threshold = self.table.model.threshold if self.table is not None else None
        self.results_changed.emit(results if threshold is None else [result.at(threshold) for result in results])


class _Content(QWidget):
    """Banner and table, one above the other, at a height that leaves room for the image."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def add(self, part: QWidget) -> None:
        """Put a part below those that are there."""
        self._layout.addWidget(part)

    def sizeHint(self) -> QSize:
        """As tall as a few rows with their bars."""
        return QSize(900, _HEIGHT)
