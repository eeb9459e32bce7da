"""The panel that classifies a folder and reviews its results. Only wiring: each part is in a file of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from skin_gui.lesions.groups import Groups
from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.camera import Tally, camera_doubt
from skin_gui.review.decisions import Decision
from skin_gui.review.results import Result
from skin_gui.ui.browser.browser_bars import ElidedLabel
from skin_gui.ui.measures.measured_rows import MeasuredRows
from skin_gui.ui.review.batch_bar import BatchBar
from skin_gui.ui.review.camera_banner import CameraBanner
from skin_gui.ui.review.export_dialog import ExportDialog, ExportScope
from skin_gui.ui.review.export_kinds import Kind
from skin_gui.ui.review.filter_bar import FilterBar
from skin_gui.ui.review.grouping import Grouping
from skin_gui.ui.review.kept_outlines import SessionOutlines
from skin_gui.ui.review.review_bar import ReviewBar
from skin_gui.ui.review.review_session import ReviewSession, SessionPhase
from skin_gui.ui.review.summary_strip import SummaryStrip
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.results_view import ResultsView
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.widgets.formats import left_to_right
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.texts import review_text
from skin_gui.workers.sessions import OpenedSession
from skin_gui.workers.shown import ModelFacts

_NOTE_SIZE = QSize(480, 260)
_AT_REST = frozenset({SessionPhase.READY, SessionPhase.FINISHED, SessionPhase.CANCELLED, SessionPhase.FAILED})


class ReviewTable(QWidget):
    """Batch bar, filters, table, review keys; beside them the summary and the operating point."""

    row_selected = Signal(object)
    """The path of the row the keyboard is on: the window shows that image."""
    row_opened = Signal(object)
    """The path of a row that was double-clicked: the window goes to that image."""
    decided = Signal(list)
    """The `Result`s that a decision, an undo or a redo has changed."""
    busy_changed = Signal(bool)
    """A batch has begun or ended."""
    said = Signal(str)
    """What the line below the rows says; empty for nothing."""

    def __init__(self, image: OpenImage, parent: QWidget | None = None) -> None:
        """Args: the image that is open, which alone can be decided on by a single key, and the parent."""
        super().__init__(parent)
        self.image = image
        self.setObjectName("reviewTable")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Batch review"))
        self.session = ReviewSession(self)
        self.model = self.session.model
        self.grouping = Grouping(self.session, self)
        self.measures = MeasuredRows(self)
        self.outlines = SessionOutlines(self.session, self)
        self._facts: ModelFacts | None = None
        self._seen: set[Path] = set()
        self._file_count = 0
        self._phase = SessionPhase.CLOSED
        self.stays = False
        """Whether the image stays on the screen after a decision, whatever the user chose for the table."""
        self.result_is_hidden: Callable[[], bool] = lambda: False
        """Whether the result of the open image is kept from the reviewer until she has decided."""
        self.selected_elsewhere: Callable[[], list[Path]] = list
        """What the user sees selected while the table is not to be seen."""
        self._create_parts()
        self._lay_out()
        self._connect_session()
        self._connect_parts()
        self._set_up_keys()
        self._phase_changed(SessionPhase.CLOSED)
        self._rows_changed()
        self._update_history()

    def _create_parts(self) -> None:
        self.batch_bar = BatchBar()
        self.problem = MessageBox("error")
        self.camera = CameraBanner()
        self.filters = FilterBar()
        self.view = ResultsView(self.model)
        self.session.measures_wanted = lambda: self.view.columns.shows_measures
        self.empty = QLabel()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "muted")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.view)
        self.notice = ElidedLabel()
        self.notice.setProperty("role", "section")
        self.notice.hide()
        self.review_bar = ReviewBar()
        self.summary = SummaryStrip()
        self.threshold = self.summary.threshold

    def _lay_out(self) -> None:
        main = QVBoxLayout()
        main.setContentsMargins(12, 8, 12, 8)
        main.setSpacing(8)
        for widget in (self.batch_bar, self.problem, self.camera, self.filters):
            main.addWidget(widget)
        main.addWidget(self.pages, 1)
        main.addWidget(self.notice)
        main.addWidget(self.review_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(main, 1)
        layout.addWidget(self.summary)

    def _connect_session(self) -> None:
        session = self.session
        session.phase_changed.connect(self._phase_changed)
        session.opened.connect(self._opened)
        session.advanced.connect(self.batch_bar.show_state)
        session.model_loaded.connect(self.set_model)
        session.problem.connect(lambda fact: self.problem.set_messages([fact] if fact else []))
        session.decided.connect(self._decided)
        self.model.rows_changed.connect(self._rows_changed)
        self.grouping.changed.connect(self._show_groups)
        self.image.changed.connect(self.select)
        for changed in (self.image.changed, self.image.loaded, self.image.failed):
            changed.connect(self._enable_actions)
        self.image.painted.connect(self._seen.add)
        self.measures.read.connect(self.model.set_measured)
        self.measures.measured.connect(self.model.put_measured)
        self.measures.left_changed.connect(self._show_measures_left)
        self.outlines.failed.connect(lambda fact: self.problem.set_messages([fact]))
        self.measures.failed.connect(lambda fact: self.problem.set_messages([fact]))

    def _connect_parts(self) -> None:
        bar, session = self.batch_bar, self.session
        bar.classify.connect(session.classify)
        bar.pause.connect(session.pause)
        bar.resume.connect(session.resume)
        bar.cancel.connect(session.cancel)
        bar.retry.connect(session.retry_failed)
        bar.classify_again.connect(self.classify_again)
        bar.recursive_changed.connect(session.set_recursive)
        bar.export.connect(self.export)
        self.filters.changed.connect(self.model.set_filter)
        self.summary.filter_wanted.connect(self.filters.set_filter)
        self.threshold.changed.connect(session.set_threshold)
        self.view.current_changed.connect(self.row_selected)
        self.view.opened.connect(self.row_opened)
        self.view.selection_changed.connect(self._selection_changed)
        self.view.selection_changed.connect(lambda: self._say(""))
        self.view.columns.chosen.connect(lambda: self.measures.want(self._to_measure()))

    def _set_up_keys(self) -> None:
        actions = self.review_bar
        # In the table alone: elsewhere these letters are for typing.
        self.view.addActions(actions.actions_with_keys)
        for action, decision in (
            (actions.agree, "agree"),
            (actions.benign, "benign"),
            (actions.malignant, "malignant"),
            (actions.unsure, "unsure"),
        ):
            action.triggered.connect(lambda _=False, decision=decision: self.decide(decision))
        actions.note.triggered.connect(self.edit_note)
        actions.withdraw.triggered.connect(lambda: self.session.withdraw(self._chosen()))
        actions.next.triggered.connect(self.go_to_next_unreviewed)
        actions.undo.triggered.connect(self.undo)
        actions.redo.triggered.connect(self.redo)
        enter = QShortcut(QKeySequence("Return"), self.view, context=Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._open_current)

    def showEvent(self, event: QShowEvent) -> None:
        """Whether its rows are to be seen says what a key is meant for."""
        super().showEvent(event)
        self._enable_actions()

    def hideEvent(self, event: QHideEvent) -> None:
        """As when it is shown."""
        super().hideEvent(event)
        self._enable_actions()

    # What the window calls

    @property
    def can_classify_again(self) -> bool:
        """Whether there are rows that another model than the one in use has made, and no batch runs."""
        return self.batch_bar.again_button.isVisibleTo(self.batch_bar)

    def set_model(self, facts: ModelFacts) -> None:
        """The model in use: the operating point in force for it is the one to come back to."""
        self._facts = facts
        self.threshold.set_default(facts.threshold, chosen=facts.chosen)
        self._rows_changed()

    def classify_again(self) -> None:
        """Classify once more what another model than the one in use has classified."""
        if self._facts is not None:
            self.session.classify_again(self._facts)

    def select(self, path: Path | None) -> None:
        """Put the keyboard on an image's row; on none where there is no such row, or no image."""
        if path is None or (path != self.view.current_path and not self.view.select_path(path)):
            self.view.select_none()

    @property
    def is_busy(self) -> bool:
        """Whether a batch runs."""
        return self.session.is_busy

    def stop(self) -> None:
        """Interrupt, wait, save: the window is about to close."""
        self.view.columns.save()
        self.grouping.stop()
        self.measures.stop()
        self.session.stop()

    # Reviewing

    def decide(self, decision: Decision) -> None:
        """Record a decision on the selected rows, and go on; for images that nobody has seen, ask first."""
        if decision == "agree" and self.result_is_hidden():
            self._say(self.tr("Nothing recorded: the result is hidden. Say benign, malignant or unsure."))
            return
        before = self.result_is_hidden()
        self._with_seen(lambda paths: self._record(paths, decision, before_result=before))

    def assess(self, change: Callable[[Assessment], Assessment]) -> None:
        """Change what else is said of the selected rows; for images that nobody has seen, ask first."""
        before = self.result_is_hidden()
        self._with_seen(lambda paths: self.session.assess(paths, change, before_result=before))

    def _with_seen(self, record: Callable[[list[Path]], None]) -> None:
        selected = self._meant()
        if selected and not any(self._is_classified(path) for path in selected):
            self._say(self.tr("Nothing recorded: a file that could not be classified takes no decision."))
            return
        paths = self._chosen()
        if len(selected) == 1 and not (paths == [self.image.path] and self.image.is_painted):
            self._say(self.tr("Nothing recorded: the image was not on the screen yet."))
            return
        paths = [path for path in paths if self._is_classified(path)]
        unseen = sum(path not in self._seen for path in paths)
        if len(selected) > 1 and unseen:
            self._ask_about_unseen(paths, unseen, lambda: record(paths))
        elif paths:
            record(paths)

    def _is_classified(self, path: Path) -> bool:
        result = self.model.rows.result(path)
        return result is not None and result.status == "ok"

    def _ask_about_unseen(self, paths: list[Path], unseen: int, then: Callable[[], None]) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Batch review"))
        text = self.tr("Record one decision for {count} images?", "", len(paths))
        box.setText(text.format(count=QLocale().toString(len(paths))))
        text = self.tr("{count} of them have not been on the screen since the folder was opened.", "", unseen)
        box.setInformativeText(text.format(count=QLocale().toString(unseen)))
        record = box.addButton(self.tr("Record for All"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        record.clicked.connect(then)
        box.open()

    @property
    def _advances(self) -> bool:
        return self.review_bar.advance.isChecked() and not self.stays

    def _record(self, paths: list[Path], decision: Decision, *, before_result: bool) -> None:
        onwards = self._next_unreviewed() if len(paths) == 1 and self._advances else None
        # Going on first: were the row to leave the filter, the table would choose another for itself.
        if onwards is not None:
            self.view.select_path(onwards)
        self.session.decide(paths, decision, before_result=before_result)

    def undo(self) -> None:
        """Take the last step back, and show what that was about."""
        self._show_step(self.session.undo(), self.tr("Undone. {name}: {review}"), self.tr("Undone for {count} images."))

    def redo(self) -> None:
        """Bring the step undone last back, and show what that was about."""
        self._show_step(self.session.redo(), self.tr("Redone. {name}: {review}"), self.tr("Redone for {count} images."))

    def _show_step(self, changed: list[Result], one: str, many: str) -> None:
        if not changed:
            return
        paths = [result.path for result in changed]
        if len(self.model.rows.rows_of(paths)) < len(paths):
            self.filters.clear()  # a filter hides what the step was about
        self.view.select_paths(paths)
        if len(changed) > 1:
            self._say(many.format(count=QLocale().toString(len(changed))))
            return
        review = review_text(changed[0].reviewer_label) or self.tr("not reviewed")
        note = changed[0].reviewer_note
        self._say(
            one.format(
                name=left_to_right(self.model.rows.name(changed[0].path)),
                review=f"{review}, {note}" if note else review,
            )
        )

    def go_to_next_unreviewed(self) -> None:
        """Select the next row shown without a decision."""
        path = self._next_unreviewed()
        if path is not None:
            self.view.select_path(path)

    def edit_note(self) -> None:
        """Write a note in the row, or one for all rows selected."""
        paths = self._chosen()
        row = self.model.rows.row_of(paths[0]) if len(paths) == 1 else None
        if row is not None and self.view.isVisible() and not self.view.isColumnHidden(Column.NOTE):
            index = self.model.index(row, Column.NOTE)
            self.view.scrollTo(index)
            self.view.edit(index)
        elif paths:
            self._ask_for_note(paths)

    def _ask_for_note(self, paths: list[Path]) -> None:
        first = self.model.rows.result(paths[0])
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Note"))
        dialog.setLabelText(
            self.tr("Note for {count} images", "", len(paths)).format(count=QLocale().toString(len(paths)))
        )
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.resize(_NOTE_SIZE)
        dialog.setTextValue(first.reviewer_note if first else "")
        dialog.textValueSelected.connect(lambda note: self.session.set_note(paths, note))
        dialog.open()

    def _meant(self) -> list[Path]:
        """What a key is meant for: the rows selected; in review mode, where no row is to be seen, the open image.

        Neither a filter nor a selection out of sight may decide then what is recorded on.
        """
        selected = self.view.selected_paths()
        if not self.stays or (selected and self.isVisible()):
            return selected
        path = self.image.path
        return [path] if path is not None and self.model.rows.result(path) is not None else []

    def _chosen(self) -> list[Path]:
        """What a key is meant for; a single row only while its image is the open one.

        Another one is shown first: nobody decides on an image that is not to be seen.
        """
        paths = self._meant()
        if len(paths) != 1 or self.image.path == paths[0]:
            return paths
        self.view.select_none()
        self.view.select_path(paths[0])
        return []

    def export(self, kind: Kind = "results", *, only: Sequence[Path] = ()) -> None:
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
            name=self.session.sources[0].name if self.session.sources else "",
        )
        dialog = ExportDialog(scope, self)
        dialog.kind_buttons[kind].setChecked(True)
        if only:
            dialog.row_buttons["selected"].setChecked(True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _next_unreviewed(self) -> Path | None:
        index = self.view.currentIndex()
        return self.model.rows.next_unreviewed(index.row() if index.isValid() else -1)

    def _decided(self, changed: list[Result]) -> None:
        self._say("")  # why nothing was recorded before is out of date
        self._update_history()
        if len(changed) == 1 and not self._advances:
            self.view.select_path(changed[0].path)
        self.decided.emit(changed)

    def focus_filter(self) -> None:
        """Let the user type what to filter by."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def _open_current(self) -> None:
        path = self.view.current_path
        if path is not None:
            self.row_opened.emit(path)

    # Showing

    def _say(self, text: str) -> None:
        """A line below the rows, until the next row is chosen."""
        self.notice.set_full_text(text)
        self.notice.setVisible(bool(text))
        self.said.emit(text)

    def _opened(self, opened: OpenedSession) -> None:
        self._seen.clear()
        if self.image.is_painted and self.image.path is not None:
            self._seen.add(self.image.path)
        self._file_count = opened.file_count
        self.batch_bar.set_recursive(opened.recursive)
        self.threshold.set_value(opened.threshold)
        self._rows_changed()
        self._update_history()

    def _show_groups(self, groups: Groups) -> None:
        before = len(self.model.rows.groups)
        self.model.set_groups(groups)
        if len(groups) and not before:
            self.view.columns.show_groups()
        elif before and not len(groups):
            self.view.columns.hide_groups()

    def _phase_changed(self, phase: SessionPhase) -> None:
        self.batch_bar.set_phase(phase)
        if phase in _AT_REST:
            self.camera.offer(camera_doubt(Tally.of(self.model.rows.all_results())))
        elif self._phase in (*_AT_REST, SessionPhase.CLOSED) or phase == SessionPhase.CLOSED:
            self.camera.begin()
        self._phase = phase
        self._measure_in(phase)
        self._rows_changed()
        self.busy_changed.emit(self.session.is_busy)

    def _measure_in(self, phase: SessionPhase) -> None:
        if phase in _AT_REST:
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
        self._say(text.format(count=QLocale().toString(count)) if count else "")

    def _rows_changed(self) -> None:
        total, shown = self.model.rows.total, self.model.rowCount()
        summary = self.model.rows.summary()
        self._file_count = max(self._file_count, total) if self.session.is_busy else self._file_count
        outdated = self._facts is not None and self.model.rows.has_outdated(self._facts)
        self.threshold.set_rows(self.model.rows.own_thresholds(), outdated=outdated)
        self.summary.show_summary(summary)
        self.batch_bar.show_counts(max(self._file_count, total), total, summary.failed)
        idle = self._facts is not None and not self.session.is_busy
        self.batch_bar.show_others(len(self.model.rows.made_by_others(self._facts)) if idle and self._facts else 0)
        self.filters.show_count(shown, total)
        self.filters.setEnabled(total > 0)
        self.review_bar.next.setEnabled(summary.unreviewed > 0)
        self.empty.setText(self._empty_text(total))
        self.pages.setCurrentWidget(self.view if shown else self.empty)
        self._selection_changed()

    def _empty_text(self, total: int) -> str:
        if total:
            return self.tr("No row passes the filter.")
        if self.session.phase == SessionPhase.CLOSED:
            return self.tr("Results of a folder appear here.")
        if self.session.is_busy or self.session.phase == SessionPhase.OPENING:
            return self.tr("Rows appear as they are classified.")
        return self.tr("Nothing is classified yet.")

    def _selection_changed(self) -> None:
        self._enable_actions()
        count = self.view.selected_count
        text = self.tr("{count} selected", "", count).format(count=QLocale().toString(count))
        self.review_bar.place.setText(text if count > 1 else "")

    def _enable_actions(self) -> None:
        """A row alone whose image cannot be seen whole takes no decision."""
        meant, bar = self._meant(), self.review_bar
        unseen = self.image.problem is not None and meant == [self.image.path]
        for action in bar.of_rows:
            action.setEnabled(bool(meant) and not (unseen and action in bar.decisions))

    def _update_history(self) -> None:
        undo, redo = self.session.history()
        self.review_bar.undo.setEnabled(undo)
        self.review_bar.redo.setEnabled(redo)
