"""Keeps the batch review and the rest of the window together. The table is built after the first paint."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from skin_gui.imaging.entries import means_folder
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.window_state import bring_to_front

if TYPE_CHECKING:
    from skin_gui.review.results import Result
    from skin_gui.review.session import SessionInfo
    from skin_gui.ui.review.resume_banner import ResumeBanner
    from skin_gui.ui.review.review_table import ReviewTable
    from skin_gui.workers.sessions import OpenedSession

_HEIGHT = 300
_LARGEST_SHARE = 0.4  # of the window's height
_KEY, _FLOAT_KEY = "F10", "Ctrl+F10"
_RELABEL_MS = 150
_MOST_NAMED = 10


class BatchReview(QObject):
    """Owns the dock with the table; a folder that is opened before the table is there waits for it."""

    resumed = Signal(list)
    """The folder, or the files, of a batch that is being continued: the window opens them too."""
    results_changed = Signal(list, object)
    """`Result`s, for badges elsewhere, and the operating point in force; None for the one each was classified at."""
    state_changed = Signal()
    """Rows have come or gone, or a batch has begun or ended."""
    recursive_changed = Signal(object, bool)
    """The folder or files of a session that was opened, as a tuple; whether folders within it belong to it."""
    groups_changed = Signal(object)
    """`Groups`: the patients and lesions of the session."""
    grouping_failed = Signal(object)
    """Why images could not be grouped: a `Fact`."""
    built = Signal(object)
    """The `ReviewTable` is there."""
    results_opened = Signal()
    """The `results_changed` just told belong to a session that was opened."""

    def __init__(self, window: QMainWindow, image: OpenImage) -> None:
        super().__init__(window)
        self._image = image
        self.table: ReviewTable | None = None
        self.banner: ResumeBanner | None = None
        self.takes_keys = False
        """Whether the keys of decisions work on the image although the table is not to be seen."""
        self.leads = False
        """Whether the images follow each other as in the table, not as in the browser."""
        self._waiting: tuple[list[Path], bool, bool] | None = None
        self._title = self.tr("Batch Review")
        self.dock = QDockWidget(self._title, window)
        self.dock.setObjectName("reviewDock")
        self.dock.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self._content = _Content()
        self.dock.setWidget(self._content)
        toggle = self.dock.toggleViewAction()
        toggle.setShortcut(_KEY)
        set_icon(toggle, "classify")
        self.float_action = QAction(self.tr("Batch Review in Its Own &Window"), window, checkable=True)
        self.float_action.setShortcut(_FLOAT_KEY)
        self.float_action.triggered.connect(self._set_floating)
        self.dock.topLevelChanged.connect(self.float_action.setChecked)
        self.dock.hide()
        # Not at each step of the slider: a folder may have very many images.
        self._relabelling = QTimer(self, singleShot=True, interval=_RELABEL_MS)
        self._relabelling.timeout.connect(self._announce_all)

    def start(self) -> None:
        """Build the table, open in it what was opened already, and look for a batch to continue."""
        if self.table is not None:
            return
        # What they import takes a quarter of a second, which the first paint need not wait for.
        from skin_gui.ui.review.resume_banner import ResumeBanner  # noqa: PLC0415
        from skin_gui.ui.review.review_table import ReviewTable  # noqa: PLC0415

        self.banner, self.table = ResumeBanner(), ReviewTable(self._image)
        for part in (self.banner, self.table):
            self._content.add(part)
        self._connect(self.table, self.banner)
        self._image.follow_rows(self.table.model)
        self.built.emit(self.table)
        if self._waiting is not None:
            roots, recursive, classify = self._waiting
            self._waiting = None
            self.table.session.open(roots, recursive=recursive, classify=classify)
        self.banner.check()

    def _connect(self, table: "ReviewTable", banner: "ResumeBanner") -> None:
        table.session.phase_changed.connect(self._name_dock)
        table.session.steps.decided.connect(self._announce)
        table.session.steps.caught_up.connect(lambda changes, _: self._announce([change.after for change in changes]))
        table.session.opened.connect(self._announce_opened)
        table.session.rows_added.connect(self._announce)
        table.grouping.changed.connect(self.groups_changed)
        table.grouping.failed.connect(self.grouping_failed)
        table.busy_changed.connect(lambda busy: banner.offer(None) if busy else None)
        table.threshold.changed.connect(lambda _: self._relabelling.start())
        table.model.rows_changed.connect(self.state_changed)
        table.busy_changed.connect(lambda _: self.state_changed.emit())
        banner.looked.connect(self._offer)
        banner.accepted.connect(self._resume)

    def _set_floating(self, floating: bool) -> None:
        """As the button in its title does, which the keyboard does not reach."""
        self.dock.setFloating(floating)
        self.dock.show()
        bring_to_front(self.dock.window())

    def _name_dock(self) -> None:
        """Say which folder's table this is; the panel's switch keeps its short name."""
        roots = self.table.session.roots if self.table is not None else ()
        title = self._title
        if roots:
            name = left_to_right(roots[0].name or str(roots[0]))
            more = self.tr("{name} and {count} more").format(name=name, count=QLocale().toString(len(roots) - 1))
            title = f"{title} – {more if len(roots) > 1 else name}"
        self.dock.setWindowTitle(title)
        self.dock.setToolTip("\n".join(left_to_right(str(root)) for root in roots[:_MOST_NAMED]))
        self.dock.toggleViewAction().setText(self._title)

    def open(self, roots: Sequence[Path], *, recursive: bool = False, classify: bool = False) -> None:
        """Show the session of a folder or of files; a single file stands for its folder.

        A batch that runs is stopped for it, but not for a single file, which can be looked at meanwhile.
        """
        wanted = _under_review(roots)
        if self.is_busy and not classify and _is_one_file(roots):
            return
        if self.table is None:
            self._waiting = (wanted, recursive, classify)
        elif classify or tuple(wanted) != self.table.session.roots:
            if self.banner is not None and self.banner.roots == tuple(wanted):
                self.banner.offer(None)
            self.table.session.open(wanted, recursive=recursive, classify=classify)
        else:  # the window has begun anew with the folder, and knows nothing of its rows
            self.recursive_changed.emit(self.table.session.roots, self.table.session.recursive)
            self._announce_all()
            self.groups_changed.emit(self.table.grouping.groups)
            self.results_opened.emit()

    def set_recursive(self, folder: Path | None, recursive: bool) -> bool:
        """Have the folders within a folder belong to its session, or not; False while its batch runs."""
        if self.table is None or self.table.session.roots != (folder,):
            return True
        if self.is_busy:
            return False
        self.table.session.set_recursive(recursive)
        return True

    def would_stop(self, roots: Sequence[Path]) -> bool:
        """Whether opening these would end the batch that runs."""
        if not self.is_busy or self.table is None or _is_one_file(roots):
            return False
        return tuple(_under_review(roots)) != self.table.session.roots

    def results(self) -> "list[Result]":
        return [] if self.table is None else self.table.model.rows.all_results()

    def has_focus(self) -> bool:
        """Whether the user is at work in the table, which must not lose its keys to a new image then."""
        focused = QApplication.focusWidget()
        return focused is not None and self.dock.isAncestorOf(focused)

    @property
    def is_busy(self) -> bool:
        return self.table is not None and self.table.is_busy

    def close(self) -> None:
        """Leave the session that is open: it is about to be deleted."""
        if self.banner is not None:
            self.banner.offer(None)
        if self.table is not None:
            self.table.session.close()

    def stop(self) -> None:
        self._relabelling.stop()
        if self.banner is not None:
            self.banner.stop()
        if self.table is not None:
            self.table.stop()

    def _offer(self, info: "SessionInfo | None") -> None:
        """A session that is open already says by itself how to go on."""
        if self.table is None or self.banner is None or info is None or self.is_busy:
            return
        if info.roots != self.table.session.roots:
            self.banner.offer(info)
            self.dock.show()

    def _resume(self, roots: list[Path], recursive: bool) -> None:
        self.open(roots, recursive=recursive, classify=True)
        self.resumed.emit(roots)

    def _announce_all(self) -> None:
        if self.table is not None:
            self._announce(self.table.model.rows.all_results())

    def _announce_opened(self, opened: "OpenedSession") -> None:
        self.recursive_changed.emit(opened.roots, opened.recursive)
        self._announce(opened.results)
        self.results_opened.emit()

    def _announce(self, results: "list[Result]") -> None:
        self.results_changed.emit(results, self.table.model.rows.threshold if self.table is not None else None)


def _is_one_file(roots: Sequence[Path]) -> bool:
    return len(roots) == 1 and not means_folder(roots[0])


def _under_review(roots: Sequence[Path]) -> list[Path]:
    """The folder, or the files, whose session belongs to what is opened."""
    wanted = [root.absolute() for root in roots]
    return [wanted[0].parent] if _is_one_file(wanted) else wanted


class _Content(QWidget):
    """Banner and table, one above the other, at a height that leaves room for the image."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = in_column(self, spacing=0)

    def add(self, part: QWidget) -> None:
        """Put a part below those that are there."""
        self._layout.addWidget(part)

    def sizeHint(self) -> QSize:
        """As tall as a few rows with their bars; less in a low window."""
        return QSize(900, min(_HEIGHT, round(_LARGEST_SHARE * self.window().height())))
