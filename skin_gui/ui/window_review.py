"""Joins the window with the batch review: what is opened, which image is shown, and whose keyboard it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import SUB_FOLDERS
from skin_gui.ui.reviewing import Reviewing

if TYPE_CHECKING:
    from skin_gui.review.results import Result
    from skin_gui.ui.main_window import MainWindow


class WindowReview(QObject):
    """The window's dock with the table, following the image on the screen and leading it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.reviewing = Reviewing(window)
        window.add_bottom_panel(self.reviewing.dock)
        toggle = self.reviewing.dock.toggleViewAction()
        toggle.setToolTip(self.tr("Classify the whole folder and review its results (F10)"))
        toggle.triggered.connect(self._take_keyboard)
        window.menus.add_panel_button(window.tool_bar, toggle)
        window.worker.model_loaded.connect(self.reviewing.set_model)
        window.sequence.current_changed.connect(self.reviewing.select)
        self.reviewing.image_wanted.connect(self._show)
        self.reviewing.image_opened.connect(self._open)
        self.reviewing.resumed.connect(window.open)
        self.reviewing.results_changed.connect(self._mark)

    def open(self, sources: list[Path]) -> None:
        """Bring the session of what the window opens into the table."""
        self.reviewing.open(sources, recursive=current_preferences()[SUB_FOLDERS])

    def _show(self, path: Path) -> None:
        if self._window.browsing.follow(path) or self.reviewing.table is None:
            return
        # In a folder within the folder, say, that the browser does not list: the table's own order counts then.
        paths = [result.path for result in self.reviewing.table.model.shown()]
        self._window.sequence.follow(paths, paths.index(path))

    def _open(self, path: Path) -> None:
        self._show(path)
        self._window.view.setFocus()

    def _mark(self, results: "list[Result]") -> None:
        self._window.browser.set_results(results)
        table, current = self.reviewing.table, self._window.sequence.current
        if table is not None and current is not None and table.view.current_path is None:
            table.select(current)

    def _take_keyboard(self, visible: bool) -> None:
        """The dock was opened by the user, who goes on in it."""
        table = self.reviewing.table
        if visible and table is not None:
            (table.view if table.model.rowCount() else table.batch_bar.classify_button).setFocus()
