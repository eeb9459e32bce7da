"""The panel that classifies a folder and reviews its results. Only wiring: each part is in a file of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from skin_gui.lesions.groups import Groups
from skin_gui.review.camera import Tally, camera_doubt
from skin_gui.review.results import Result
from skin_gui.ui.measures.measured_rows import MeasuredRows
from skin_gui.ui.review.banners import CameraBanner, ModelBanner
from skin_gui.ui.review.batch_bar import BatchBar
from skin_gui.ui.review.decision_keys import DecisionKeys
from skin_gui.ui.review.export_dialog import ExportDialog, ExportScope
from skin_gui.ui.review.export_kinds import Kind
from skin_gui.ui.review.filter_bar import FilterBar
from skin_gui.ui.review.review_bar import ReviewBar
from skin_gui.ui.review.review_session import AT_REST, ReviewSession, SessionPhase
from skin_gui.ui.review.session_files import SessionFiles
from skin_gui.ui.review.session_groups import SessionGroups
from skin_gui.ui.review.session_outlines import SessionOutlines
from skin_gui.ui.review.summary_strip import SummaryStrip
from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.ui.review.table.results_view import ResultsView
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.widgets.focus import focus_kept
from skin_gui.ui.widgets.labels import ElidedLabel, styled_label
from skin_gui.ui.widgets.layouts import in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.workers.sessions import OpenedSession
from skin_gui.workers.shown import ModelFacts

_LEAST_HEIGHT = 56


class ReviewTable(QWidget):
    """Batch bar, filters, table, review keys; beside them the summary and the operating point."""

    row_selected = Signal(object)
    """The path of the row the keyboard is on: the window shows that image."""
    row_opened = Signal(object)
    """The path of a row that was double-clicked: the window goes to that image."""
    busy_changed = Signal(bool)
    """A batch has begun or ended."""
    said = Signal(str)
    """What the line below the rows says; empty for nothing."""

    def __init__(self, image: OpenImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = image
        self.setObjectName("reviewTable")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Batch review"))
        self.session = ReviewSession(self)
        self.model = self.session.model
        self.grouping = SessionGroups(self.session, self)
        self.measures = MeasuredRows(self)
        self.outlines = SessionOutlines(self.session, self)
        self.files = SessionFiles(self.session, self)
        self._facts: ModelFacts | None = None
        self._phase = SessionPhase.CLOSED
        self._tells_measures = False
        self.selected_elsewhere: Callable[[], list[Path]] = list
        """What the user sees selected while the table is not to be seen."""
        self._create_parts()
        self._lay_out()
        self._connect_session()
        self._connect_parts()
        self._phase_changed(SessionPhase.CLOSED)
        self._rows_changed()

    def _create_parts(self) -> None:
        self.batch_bar = BatchBar()
        self.problem = MessageBox("error")
        self.camera = CameraBanner()
        self.other_models = ModelBanner()
        self.filters = FilterBar()
        self.view = ResultsView(self.model)
        self.session.measures_wanted = lambda: self.view.columns.shows_measures
        self.empty = styled_label(role="muted", wraps=True, align=Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.view)
        self.pages.setMinimumHeight(_LEAST_HEIGHT)  # the rows scroll: banners must not make the window larger
        self.notice = ElidedLabel("section")
        self.notice.hide()
        self.review_bar = ReviewBar()
        self.keys = DecisionKeys(self, self.session.steps, self.view, self.image, self.review_bar)
        self.summary = SummaryStrip()
        self.threshold = self.summary.threshold

    def _lay_out(self) -> None:
        above = (self.batch_bar, self.problem, self.camera, self.other_models, self.filters)
        below = (self.notice, self.review_bar)
        main = in_column(None, *above, (self.pages, 1), *below, spacing=8, margins=(12, 8, 12, 8))
        in_row(self, (main, 1), self.summary, spacing=0)

    def _connect_session(self) -> None:
        session = self.session
        session.phase_changed.connect(self._phase_changed)
        session.opened.connect(self._opened)
        session.closing.connect(self.view.keep_typed)
        session.advanced.connect(self.batch_bar.show_state)
        self.files.changed.connect(self.batch_bar.show_files)
        session.model_loaded.connect(self.set_model)
        session.problem.connect(lambda fact: self.problem.set_messages([fact] if fact else []))
        self.model.rows_changed.connect(self._rows_changed)
        self.grouping.changed.connect(self._show_groups)
        self.grouping.changed_elsewhere.connect(
            lambda: self._say(self.tr("Another window has changed the patients and lesions of this folder."))
        )
        self.image.changed.connect(self.select)
        self.measures.read.connect(self.model.set_measured)
        self.measures.measured.connect(self.model.put_measured)
        self.measures.left_changed.connect(self._show_measures_left)
        self.outlines.failed.connect(lambda fact: self.problem.set_messages([fact]))
        self.measures.failed.connect(lambda fact: self.problem.set_messages([fact]))

    def _connect_parts(self) -> None:
        bar, session = self.batch_bar, self.session
        bar.classify_button.clicked.connect(session.classify)
        bar.pause.connect(session.pause)
        bar.resume.connect(session.resume)
        bar.cancel_button.clicked.connect(session.cancel)
        bar.retry_button.clicked.connect(session.retry_failed)
        self.other_models.button.clicked.connect(session.classify_again)
        bar.recursive_button.toggled.connect(session.set_recursive)
        bar.export_button.clicked.connect(self.export)
        self.filters.changed.connect(self._filter)
        self.summary.filter_wanted.connect(self.filters.set_filter)
        self.threshold.changed.connect(session.set_threshold)
        self.view.current_changed.connect(self.row_selected)
        self.view.opened.connect(self.row_opened)
        self.view.selection_changed.connect(lambda: self._say(""))
        session.steps.decided.connect(lambda _: self._say(""))  # why nothing was recorded before is out of date
        self.keys.hidden_wanted.connect(self.filters.clear)
        self.keys.said.connect(self._say)
        self.view.columns.chosen.connect(lambda: self.measures.want(self._to_measure()))
        enter = QShortcut(QKeySequence("Return"), self.view, context=Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._open_current)

    def showEvent(self, event: QShowEvent) -> None:
        """Whether its rows are to be seen says what a key is meant for."""
        super().showEvent(event)
        self.keys.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keys.update()

    # What the window calls

    @property
    def can_classify_again(self) -> bool:
        """Whether there are rows that another model than the one in use has made, and no batch runs."""
        return self.other_models.isVisibleTo(self) and self.other_models.button.isEnabled()

    def set_model(self, facts: ModelFacts) -> None:
        """The model in use: the operating point in force for it is the one to come back to."""
        self._facts = facts
        self.model.set_model_in_use(facts)
        self.threshold.set_default(facts.threshold, chosen=facts.chosen)
        self._rows_changed()

    def select(self, path: Path | None, *, scroll: bool = True) -> None:
        """Put the keyboard on an image's row; on none where there is no such row, or no image."""
        if path is None or (path != self.view.current_path and not self.view.select_path(path, scroll=scroll)):
            self.view.select_none()

    @property
    def is_busy(self) -> bool:
        return self.session.is_busy

    def stop(self) -> None:
        self.view.columns.save()
        self.grouping.stop()
        self.measures.stop()
        self.files.stop()
        self.session.stop()

    def export(self, *, kind: Kind = "results", only: Sequence[Path] = ()) -> None:
        """Save results, a report or a contact sheet, of some files alone if they are named.

        The user may still choose another kind and other rows.
        """
        if not self.model.rows.total:
            return
        chosen = only or (self.view.selected_paths() if self.isVisible() else self.selected_elsewhere())
        scope = ExportScope(
            all=self.model.rows.all_results(),
            shown=self.model.rows.shown(),
            selected=[row for path in chosen if (row := self.model.rows.result(path)) is not None],
            threshold=self.model.rows.threshold,
            measured=self.model.rows.measured,
            memberships=self.grouping.groups.memberships,
            name=self.session.roots[0].name if self.session.roots else "",
        )
        dialog = ExportDialog(scope, self)
        dialog.kind_buttons[kind].setChecked(True)
        if only:
            dialog.row_buttons["selected"].setChecked(True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def focus_filter(self) -> None:
        """Let the user type what to filter by."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    # Showing

    def _open_current(self) -> None:
        if self.view.current_path is not None:
            self.row_opened.emit(self.view.current_path)

    def _say(self, text: str) -> None:
        """A line below the rows, until the next row is chosen."""
        self.notice.set_full_text(text)
        self.notice.setVisible(bool(text))
        self.said.emit(text)

    def _opened(self, opened: OpenedSession) -> None:
        self.batch_bar.show_listed(len(opened.files), opened.unreadable)
        self.batch_bar.set_recursive(opened.recursive)
        self.threshold.set_value(opened.threshold)
        self._rows_changed()
        self.keys.begin()

    def _filter(self, wanted: ResultFilter) -> None:
        """The row of the image on the screen is the one that the keyboard is on, as soon as it is shown again."""
        self.model.set_filter(wanted)
        if self.view.current_path is None and self.image.path is not None:
            self.select(self.image.path)

    def _show_groups(self, groups: Groups) -> None:
        before = len(self.model.rows.groups) > 0
        self.model.set_groups(groups)
        if before != (len(groups) > 0):
            self.view.columns.set_grouped(not before)

    def _phase_changed(self, phase: SessionPhase) -> None:
        self.batch_bar.set_phase(phase)
        if phase in AT_REST:
            rows, used = self.model.rows, self.model.rows.in_use
            self.camera.offer(camera_doubt(Tally.of(rows.all_results()), used.specificity if used else None))
        elif self._phase in (*AT_REST, SessionPhase.CLOSED) or phase == SessionPhase.CLOSED:
            self.camera.begin()
        self._phase = phase
        self._measure_in(phase)
        self._rows_changed()
        self.busy_changed.emit(self.session.is_busy)

    def _measure_in(self, phase: SessionPhase) -> None:
        if phase in AT_REST:
            self.measures.follow(self.session.saved, self._to_measure())
        elif phase in (SessionPhase.OPENING, SessionPhase.CLOSED):
            self.measures.follow(None)
        else:
            self.measures.pause()

    def _to_measure(self) -> list[Result]:
        """Only what somebody wants to see is measured."""
        return self.model.rows.all_results() if self.view.columns.shows_measures else []

    def _show_measures_left(self, count: int) -> None:
        text = self.tr("Measuring: {count} images to go. The measures are no part of the probability.", "", count)
        if count or self._tells_measures:  # else another sentence would be wiped away
            self._say(text.format(count=QLocale().toString(count)) if count else "")
        self._tells_measures = count > 0

    def _rows_changed(self) -> None:
        total, shown = self.model.rows.total, self.model.rowCount()
        summary = self.model.rows.summary()
        outdated = self._facts is not None and self.model.rows.has_outdated(self._facts)
        self.threshold.set_rows(self.model.rows.own_thresholds(), outdated=outdated)
        self.summary.show_summary(summary)
        self.batch_bar.show_counts(total, summary.failed)
        in_use = self._facts.name if self._facts is not None else ""
        with focus_kept(self, lambda: self.view):  # else the next letter, meant as a decision, would filter the rows
            self.other_models.show_others(self.model.rows.made_by_others(), total, in_use, busy=self.session.is_busy)
        self.filters.show_count(shown, total)
        self.filters.setEnabled(total > 0)
        self.review_bar.next.setEnabled(summary.unreviewed > 0)
        self.empty.setText(self._empty_text(total))
        self.pages.setCurrentWidget(self.view if shown else self.empty)
        self.keys.update()

    def _empty_text(self, total: int) -> str:
        if total:
            return self.tr("No row passes the filter.")
        if self.session.phase == SessionPhase.CLOSED:
            return self.tr("Results of a folder appear here.")
        if self.session.is_busy or self.session.phase == SessionPhase.OPENING:
            return self.tr("Rows appear as they are classified.")
        return self.tr("Nothing is classified yet.")
