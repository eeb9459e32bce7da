"""The review mode of the window: the image and one panel, everything else out of the way."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from skin_gui.review.assessment.checklists import Menzies, SevenPoint
from skin_gui.review.database import SessionError
from skin_gui.review.reading.agreement import agreement
from skin_gui.review.results import Result
from skin_gui.ui.reading.checklists_dialog import proposals
from skin_gui.ui.reading.folder_dialog import FolderDialog
from skin_gui.ui.reading.reading_panel import ReadingPanel
from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.review.review_table import ReviewTable
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.results import full_stop
from skin_gui.ui.viewer.image_view import ImageView
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.widgets.window_state import window_ini

_FIRST_READER = "review/first_reader"


@dataclass(frozen=True, eq=False)
class ReadingContext:
    """What the review mode stands in."""

    toggle: QAction
    """Enters and leaves the mode."""
    splitter: QSplitter
    view: ImageView
    tabs: QWidget
    """The panels that the review mode's takes the place of."""
    browser_toggle: QAction
    image: OpenImage
    batch_review: BatchReview
    name_of: Callable[[Path], str]
    """The name that tells a file from the others that are open."""


class ReadingMode(QObject):
    """Enters and leaves the mode, and keeps its panel up to date with image, row and table."""

    hiding_changed = Signal()
    """What `hides_result` says may have changed."""

    def __init__(self, context: ReadingContext, table: ReviewTable, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._table = context, table
        self._before: tuple[bool, bool] = (False, False)
        self._revealed: set[Path] = set()
        """Images whose result has been on the screen: nobody reads them without it any more."""
        self.panel = ReadingPanel(table.review_bar, context.splitter.window())
        self.panel.hide()
        self.panel.hide_result.setChecked(str(window_ini().value(_FIRST_READER, "false")).lower() == "true")
        self.panel.proposed = self._proposed
        table.keys.result_is_hidden = lambda: self.hides_result
        table.keys.is_first_reading = lambda: self.hides_result and self._context.image.path not in self._revealed
        self._connect()
        self._add_keys()
        context.toggle.toggled.connect(self._enter_or_leave)
        context.toggle.setEnabled(True)

    @property
    def is_active(self) -> bool:
        return self._context.toggle.isChecked()

    @property
    def hides_result(self) -> bool:
        """Whether the open image's result is kept from the reviewer: nothing on the screen shows it then.

        Once a panel that shows results is opened beside the image, it cannot be hidden any more.
        """
        return self._hides(self._context.image.row)

    def hides_result_of(self, path: Path) -> bool:
        """Whether an image's result is kept from the reviewer, be it the open one's or another's."""
        is_open = path == self._context.image.path
        return self._hides(self._context.image.row if is_open else self._table.model.rows.result(path))

    def _hides(self, row: Result | None) -> bool:
        if not self.is_active or not self.panel.hide_result.isChecked():
            return False
        decided = row is not None and bool(row.reviewer_label or row.assessment.first_read)
        return not decided and not self._others_are_shown()

    def leave(self) -> None:
        """Go back to the ordinary window, as before it is closed."""
        self._context.toggle.setChecked(False)

    def _others_are_shown(self) -> bool:
        context = self._context
        return context.batch_review.dock.isVisible() or context.browser_toggle.isChecked() or context.tabs.isVisible()

    def _connect(self) -> None:
        image, table, panel = self._context.image, self._table, self.panel
        panel.assess_wanted.connect(table.keys.assess)
        panel.result_box.reset_button.clicked.connect(table.threshold.reset)
        panel.hide_result.toggled.connect(lambda on: window_ini().setValue(_FIRST_READER, on))
        panel.hide_result.toggled.connect(self._update)
        panel.only_disputed.toggled.connect(self._filter)
        for box in (panel.hide_result, panel.only_disputed):
            box.clicked.connect(self._focus_image)
        panel.classify_button.clicked.connect(table.session.classify)
        panel.folder_button.clicked.connect(self._make_folder)
        table.said.connect(panel.notice.setText)
        table.model.rows_changed.connect(self._update)
        for signal in (image.changed, image.loaded, image.failed, image.predicted, image.judged, image.row_changed):
            signal.connect(self._update)
        image.sequence.listed.connect(self._update)
        self._context.batch_review.dock.visibilityChanged.connect(self._update)
        self._context.browser_toggle.toggled.connect(self._update)

    def _add_keys(self) -> None:
        """The panel's own keys work on the image and in the panel, those of decisions in the panel too."""
        table, panel = self._table, self.panel
        panel.addActions(list(panel.actions_with_keys))
        panel.addActions(list(table.review_bar.actions_with_keys))
        for action in panel.actions_with_keys:
            shortcut = QShortcut(action.shortcut(), self._context.view, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda action=action: self.is_active and action.trigger())

    def _enter_or_leave(self, active: bool) -> None:
        context, table, panel = self._context, self._table, self.panel
        dock = context.batch_review.dock
        table.keys.stays = context.batch_review.takes_keys = active
        if active:
            self._before = (context.browser_toggle.isChecked(), dock.isVisible())
            context.browser_toggle.setChecked(False)
            dock.hide()
            context.tabs.hide()
            context.splitter.addWidget(panel)
            panel.show()
            if context.image.path is None:
                table.keys.go_to_next_unreviewed()
        else:
            panel.only_disputed.setChecked(False)
            panel.hide()
            panel.setParent(context.splitter.window())
            context.tabs.show()
            context.browser_toggle.setChecked(self._before[0])
            dock.setVisible(self._before[1])
        context.view.setFocus()
        self._update()

    def _focus_image(self) -> None:
        """Its keys lead from image to image, those of a check box from one to the next."""
        self._context.view.setFocus()

    def _filter(self, only_disputed: bool) -> None:
        """Have the table show what the reviewer goes through, and the arrow keys follow the table."""
        table, batch_review = self._table, self._context.batch_review
        batch_review.leads = only_disputed
        table.filters.set_filter(replace(table.filters.filter, review="disputed" if only_disputed else "all"))
        shown = [row.path for row in table.model.rows.shown()]
        current = self._context.image.path
        if shown:
            table.row_selected.emit(current if current in shown else shown[0])
        self._focus_image()

    def _proposed(self) -> Collection[SevenPoint | Menzies]:
        measured = self._context.image.measures
        return proposals(measured.measures.abcd if measured is not None and measured.measures is not None else None)

    def _make_folder(self) -> None:
        session = self._table.session
        if session.saved is None or not session.roots:
            return
        try:
            memberships = session.saved.memberships.all()
        except SessionError as error:
            self.panel.notice.setText(words(error))
            return
        results = self._table.model.rows.all_results()
        dialog = FolderDialog(results, memberships, session.roots[0], self.panel.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _update(self) -> None:
        """Show what is known now. Cheap while the mode is off: nothing is shown then."""
        image, panel = self._context.image, self.panel
        self._context.view.hold_heatmap_back(self.hides_result)
        if image.path is not None and image.prediction is not None and not self.hides_result:
            self._revealed.add(image.path)
        self.hiding_changed.emit()
        if not self.is_active:
            return
        self._show_place()
        self._show_result()
        panel.show_row(image.row)
        # Without the number: what the model said must not come back through a sum.
        results: list[Result] = [] if self.hides_result else self._table.model.rows.all_results()
        panel.agreement.setVisible(not self.hides_result)
        panel.agreement.show_agreement(agreement(results, self._table.model.rows.threshold))
        panel.folder_button.setEnabled(self._table.model.rows.total > 0)

    def _show_result(self) -> None:
        image, panel = self._context.image, self.panel
        panel.show_problem(full_stop(words(image.problem)) if image.problem else "")
        if image.problem:
            waiting = ""
        elif image.model_problem:
            waiting = words(image.model_problem)
        else:
            waiting = self.tr("Classifying…") if image.path is not None else ""
        # Where none will come, none is hidden.
        hidden = self.hides_result and not image.problem and not image.model_problem
        panel.revealed.setVisible(hidden and image.path in self._revealed)
        panel.show_result(image.prediction, image.other_row, hidden=hidden, waiting=waiting)

    def _show_place(self) -> None:
        image = self._context.image
        locale, summary = QLocale(), self._table.model.rows.summary()
        number, count = image.sequence.place
        place = self.tr("{number} of {count}, {reviewed} reviewed").format(
            number=locale.toString(number) if number > 0 else "–",
            count=locale.toString(count),
            reviewed=locale.toString(summary.reviewed),
        )
        if image.path is None:
            self.panel.show_name(self.tr("No image is open"), "")
        else:
            self.panel.show_name(self._context.name_of(image.path), place)
