"""Joins the window with the batch review: what is opened, which image is shown, and whose keyboard it is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.questions import ask
from skin_gui.ui.window.parts import Parts

if TYPE_CHECKING:
    from skin_gui.review.results import Result
    from skin_gui.ui.reading.reading_mode import ReadingMode
    from skin_gui.ui.review.review_table import ReviewTable
    from skin_gui.workers.sessions import FilesState


class WindowReview(QObject):
    """The window's dock with the table, following the image on the screen and leading it."""

    def __init__(self, window: QMainWindow, parts: Parts) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        self.batch_review = BatchReview(window, parts.image)
        self.reading: ReadingMode | None = None
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.batch_review.dock)
        toggle = self.batch_review.dock.toggleViewAction()
        parts.menus.view.addActions([toggle, self.batch_review.float_action])
        toggle.setToolTip(self.tr("Classify the whole folder and review its results (F10)"))
        toggle.triggered.connect(self._take_keyboard)
        self.batch_review.float_action.triggered.connect(lambda: self._take_keyboard(True))
        toggle.toggled.connect(self._give_keyboard_back)
        parts.menus.view.addAction(parts.commands.reading)
        parts.menus.add_panel_button(parts.tool_bar, parts.commands.reading)
        parts.menus.add_panel_button(parts.tool_bar, toggle)
        self.batch_review.built.connect(self._add_table)
        parts.panel.name_of = self.name
        parts.worker.model_loaded.connect(parts.browser.model.set_model_in_use)
        parts.sequence.listed.connect(parts.panel.name_again)
        self.batch_review.results_changed.connect(self._mark)
        self.batch_review.state_changed.connect(self._update_commands)
        for action, call in (
            (parts.commands.export, lambda table: table.export()),
            (parts.commands.report, lambda table: table.export(kind="report")),
            (parts.commands.classify_again, lambda table: table.session.classify_again()),
        ):
            action.triggered.connect(lambda _=False, call=call: call(self.batch_review.table))
        parts.commands.find.triggered.connect(self._find)
        self.batch_review.results_opened.connect(parts.browser.resort)
        self.batch_review.recursive_changed.connect(self._take_recursive)
        parts.sequence.found.connect(self._take_listing)
        parts.browser.files.changed.connect(self._take_folder)
        parts.browser.header.recursive.clicked.connect(self._set_recursive)

    def _add_table(self, table: "ReviewTable") -> None:
        table.row_selected.connect(self._show)
        table.row_opened.connect(self._open)
        table.files.changed.connect(self._mark_files)
        table.said.connect(self._say)
        table.session.model_loaded.connect(self._parts.browser.model.set_model_in_use)
        table.model.renamed.connect(self._parts.panel.name_again)
        table.selected_elsewhere = self._parts.browser.selected_paths
        self._parts.panel.result_box.reset_button.clicked.connect(table.threshold.reset)
        self._parts.worker.model_loaded.connect(table.set_model)
        self._parts.worker.model_loaded.connect(self._update_commands)
        if self._parts.image.model is not None:
            table.set_model(self._parts.image.model)
        self._update_commands()
        self._add_keys(table)
        self._add_reading(table)

    def _add_reading(self, table: "ReviewTable") -> None:
        from skin_gui.ui.reading.reading_mode import ReadingContext, ReadingMode  # noqa: PLC0415 - after the first paint

        parts = self._parts
        context = ReadingContext(
            toggle=parts.commands.reading,
            splitter=parts.splitter,
            view=parts.view,
            tabs=parts.tabs,
            browser_toggle=parts.browser_controller.toggle,
            image=parts.image,
            batch_review=self.batch_review,
            name_of=self.name,
        )
        self.reading = ReadingMode(context, table, self)
        self.reading.hiding_changed.connect(lambda: parts.commands.copy.setEnabled(self.may_copy))

    def hides_result_of(self, path: Path) -> bool:
        """Whether an image's result is kept from the reviewer until she has decided."""
        return self.reading is not None and self.reading.hides_result_of(path)

    @property
    def may_copy(self) -> bool:
        predicted, path = self._parts.panel.predicted, self._parts.image.path
        return predicted is not None and path is not None and not self.hides_result_of(path)

    def leave_reading(self) -> None:
        if self.reading is not None:
            self.reading.leave()

    def _add_keys(self, table: "ReviewTable") -> None:
        """The keys of decisions work on the image too, while the table that takes them is to be seen."""
        edit = self._parts.menus.edit
        edit.insertActions(edit.actions()[0], [table.review_bar.undo, table.review_bar.redo])
        edit.insertSeparator(self._parts.commands.copy)
        for action in table.review_bar.actions_with_keys:
            for key in action.shortcuts():
                if key == QKeySequence(Qt.Key.Key_Space):  # leads to the next image there
                    continue
                shortcut = QShortcut(key, self._parts.view, context=Qt.ShortcutContext.WidgetShortcut)
                shortcut.setAutoRepeat(action.autoRepeat())
                shortcut.activated.connect(lambda action=action: self._takes_keys() and action.trigger())

    def _takes_keys(self) -> bool:
        return self.batch_review.takes_keys or self.batch_review.dock.isVisible()

    def _say(self, text: str) -> None:
        """What was undone, say, by the menu, while neither table nor review mode is there to tell it."""
        is_told = self.batch_review.dock.isVisible() or (self.reading is not None and self.reading.is_active)
        if text and not is_told:
            self._parts.status.show_message(text)

    def _find(self) -> None:
        """In the table where the user is at work there, else among the thumbnails."""
        table = self.batch_review.table
        if table is not None and self.batch_review.has_focus():
            table.focus_filter()
        else:
            self._parts.browser_controller.find()

    def name(self, path: Path) -> str:
        """The name that tells a file from the others that are open."""
        table = self.batch_review.table
        if table is not None and table.model.rows.is_named(path):
            return table.model.rows.name(path)
        return self._parts.browser.model.listing.name(path)

    def _take_recursive(self, roots: tuple[Path, ...], recursive: bool) -> None:
        """The session of a folder knows whether folders within it belong to it: the browser shows the same images."""
        if roots == (self._parts.browser.folder,):
            self._parts.browser.set_recursive(recursive)
        if list(roots) == self._parts.sequence.roots:
            self._parts.sequence.set_recursive(recursive)

    def _take_folder(self, files: list[Path]) -> None:
        browser = self._parts.browser
        if browser.folder is not None:
            self._take_listing([browser.folder], browser.recursive, files, browser.files.unlisted)

    def _take_listing(self, roots: list[Path], recursive: bool, files: list[Path], unreadable: int) -> None:
        if self.batch_review.table is not None:
            self.batch_review.table.files.take(roots, recursive, files, unreadable)

    def _set_recursive(self, recursive: bool) -> None:
        if not self.batch_review.set_recursive(self._parts.browser.folder, recursive):
            self._parts.browser.set_recursive(not recursive)  # a batch of what is shown runs

    def ask_to_stop(self, roots: list[Path], then: Callable[[], None]) -> bool:
        """Where opening these would end a batch, ask first; `then` follows if the user wants that."""
        if not self.batch_review.would_stop(roots):
            return False
        question = self.tr("A folder is being classified. Stop that and open “{name}”?")
        question = question.format(name=left_to_right(roots[0].name or str(roots[0])))
        words = {"detail": self.tr("What is finished is kept."), "stay": self.tr("Keep Classifying")}
        ask(self._window, self.tr("Batch review"), question, self.tr("Stop and Open"), then, **words)
        return True

    def _update_commands(self) -> None:
        table, commands = self.batch_review.table, self._parts.commands
        for action in (commands.export, commands.report):
            action.setEnabled(table is not None and table.model.rows.total > 0)
        commands.classify_again.setEnabled(table is not None and table.can_classify_again)

    def _show(self, path: Path) -> None:
        if self.batch_review.table is None:
            return
        if not self.batch_review.leads and self._parts.browser_controller.follow(path):
            return
        # In a folder within the folder, say, that the browser does not list: the table's own order counts then.
        paths = [result.path for result in self.batch_review.table.model.rows.shown()]
        self._parts.sequence.follow(paths, paths.index(path))

    def _open(self, path: Path) -> None:
        self._show(path)
        self._parts.view.setFocus()

    def _mark(self, results: "list[Result]", threshold: float | None) -> None:
        self._parts.browser.model.set_results(results, threshold)
        table, current = self.batch_review.table, self._parts.image.path
        if table is not None and current is not None and table.view.current_path is None:
            table.select(current, scroll=not table.is_busy)  # the user may be at another place of what a batch fills

    def _mark_files(self, state: "FilesState | None") -> None:
        """Files that were away have lost their marks in the browser; those with another content have none."""
        table, listing = self.batch_review.table, self._parts.browser.model.listing
        if table is not None and state is not None:
            rows = table.model.rows.all_results()
            back = [row for row in rows if not listing.state(row.path).of_row and _holds(row, state)]
            if back:
                self._mark(back, table.model.rows.threshold)

    def _give_keyboard_back(self, visible: bool) -> None:
        """The dock is about to go with the keyboard in it, which the image takes: Qt gives it to the next button."""
        if not visible and self.batch_review.has_focus():
            self._parts.view.setFocus()

    def _take_keyboard(self, visible: bool) -> None:
        """The dock was opened by the user, who goes on in it."""
        table = self.batch_review.table
        if visible and table is not None:
            (table.view if table.model.rowCount() else table.batch_bar.classify_button).setFocus()


def _holds(row: "Result", state: "FilesState") -> bool:
    """Whether a row is of what its file holds now."""
    return row.status == "failed" or row.path not in state.pending
