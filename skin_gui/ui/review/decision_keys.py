"""The keys of the review: which rows they are meant for, what is asked before, and what is said after."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QKeyCombination, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QInputDialog, QPlainTextEdit, QWidget

from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.decisions import Decision
from skin_gui.review.results import Result
from skin_gui.ui.review.review_bar import ReviewBar
from skin_gui.ui.review.reviewer_steps import Change, ReviewerSteps
from skin_gui.ui.review.table.result_columns import Column
from skin_gui.ui.review.table.results_view import ResultsView
from skin_gui.ui.texts.assessment import assessment_rows
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.texts.results import review_text
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.widgets.questions import ask

_NOTE_SIZE = QSize(480, 260)


class DecisionKeys(QObject):
    """Does what the actions of a `ReviewBar` say, on the rows selected in the view."""

    said = Signal(str)
    """A line for the user; empty for nothing."""
    hidden_wanted = Signal()
    """What is to be shown is hidden by the filter."""

    def __init__(
        self, panel: QWidget, steps: ReviewerSteps, view: ResultsView, image: OpenImage, bar: ReviewBar
    ) -> None:
        super().__init__(panel)
        self._panel, self._steps, self._view, self._image, self._bar = panel, steps, view, image, bar
        self._rows = view.results.rows
        self.seen: set[Path] = set()
        """Files that have been on the screen since the folder was opened."""
        self._refusal = ""
        """Why the last decision was not recorded, where another window is the reason."""
        self.stays = False
        """Whether the image stays on the screen after a decision, whatever the user chose for the table."""
        self.result_is_hidden: Callable[[], bool] = lambda: False
        """Whether the result of the open image is kept from the reviewer until she has decided."""
        self.is_first_reading: Callable[[], bool] = lambda: False
        """Whether she has not seen it before, either."""
        self._connect()
        self.begin()

    def _connect(self) -> None:
        bar, image = self._bar, self._image
        # In the table alone: elsewhere these letters are for typing.
        self._view.addActions(bar.actions_with_keys)
        decisions: tuple[Decision, ...] = ("agree", "benign", "malignant", "unsure")
        for action, decision in zip(bar.decisions, decisions, strict=True):
            action.triggered.connect(lambda _=False, decision=decision: self.decide(decision))
        bar.note.triggered.connect(self.edit_note)
        bar.withdraw.triggered.connect(lambda: self._steps.withdraw(self._chosen()))
        bar.next.triggered.connect(self.go_to_next_unreviewed)
        bar.undo.triggered.connect(self.undo)
        bar.redo.triggered.connect(self.redo)
        self._steps.decided.connect(self._decided)
        self._steps.caught_up.connect(self._caught_up)
        self._view.selection_changed.connect(self.update)
        for changed in (image.changed, image.loaded, image.failed):
            changed.connect(self.update)
        image.painted.connect(self.seen.add)

    def begin(self) -> None:
        """Another session is open, of which nobody has seen more than the open image."""
        self.seen.clear()
        if self._image.is_painted and self._image.path is not None:
            self.seen.add(self._image.path)
        self._update_history()

    def decide(self, decision: Decision) -> None:
        """Record a decision on the selected rows, and go on; for images that nobody has seen, ask first."""
        if decision == "agree" and self.result_is_hidden():
            self.said.emit(self.tr("Nothing recorded: the result is hidden. Say benign, malignant or unsure."))
            return
        before = self.is_first_reading()
        self._with_seen(lambda paths: self._record(paths, decision, before_result=before))

    def assess(self, change: Callable[[Assessment], Assessment]) -> None:
        """Change what else is said of the selected rows; for images that nobody has seen, ask first."""
        before = self.is_first_reading()
        self._with_seen(lambda paths: self._steps.assess(paths, change, before_result=before))

    def _with_seen(self, record: Callable[[list[Path]], None]) -> None:
        selected = self._meant()
        if selected and not any(self._is_classified(path) for path in selected):
            self.said.emit(self.tr("Nothing recorded: a file that could not be classified takes no decision."))
            return
        paths = self._chosen()
        if len(selected) == 1 and not (paths == [self._image.path] and self._image.is_painted):
            self.said.emit(self.tr("Nothing recorded: the image was not on the screen yet."))
            return
        paths = [path for path in paths if self._is_classified(path)]
        unseen = sum(path not in self.seen for path in paths)
        if len(selected) > 1 and unseen:
            self._ask_about_unseen(paths, unseen, lambda: record(paths))
        elif paths:
            record(paths)

    def _is_classified(self, path: Path) -> bool:
        result = self._rows.result(path)
        return result is not None and result.status == "ok"

    def _ask_about_unseen(self, paths: list[Path], unseen: int, then: Callable[[], None]) -> None:
        question = self.tr("Record one decision for {count} images?", "", len(paths))
        question = question.format(count=QLocale().toString(len(paths)))
        detail = self.tr("{count} of them have not been on the screen since the folder was opened.", "", unseen)
        detail = detail.format(count=QLocale().toString(unseen))
        ask(self._panel, self.tr("Batch review"), question, self.tr("Record for All"), then, detail=detail)

    @property
    def _advances(self) -> bool:
        return self._bar.advance.isChecked() and not self.stays

    def _record(self, paths: list[Path], decision: Decision, *, before_result: bool) -> None:
        self._refusal = ""
        onwards = self._next_unreviewed() if len(paths) == 1 and self._advances else None
        # Going on first: were the row to leave the filter, the table would choose another for itself.
        if onwards is not None:
            self._view.select_path(onwards)
        is_saved = self._steps.decide(paths, decision, before_result=before_result)
        if onwards is not None and not is_saved:
            refusal = self._refusal
            self._view.select_path(paths[0])  # nobody leaves a lesion whose decision is lost
            self.said.emit(refusal)

    def undo(self) -> None:
        """Take the last step back, and show what that was and whose."""
        step = self._steps.undo()
        self._show_step(step, [change.before for change in step], self.tr("Undone: {step}"))

    def redo(self) -> None:
        """Bring the step undone last back, and show what that is and whose."""
        step = self._steps.redo()
        self._show_step(step, [change.after for change in step], self.tr("Redone: {step}"))

    def _show_step(self, step: list[Change], now: list[Result], text: str) -> None:
        """Args: what the step changed when it was made; the rows as they are; what was done with it."""
        if not step:
            return
        paths = [row.path for row in now]
        if len(self._rows.rows_of(paths)) < len(paths):
            self.hidden_wanted.emit()
        self._view.select_paths(paths)
        parts = [" / ".join(dict.fromkeys(map(_step_text, step)))]
        if len(now) > 1:
            parts.append(self.tr("{count} images", "", len(now)).format(count=QLocale().toString(len(now))))
        else:
            parts.append(left_to_right(self._rows.name(paths[0])))
            review = review_text(now[0].reviewer_label) or self.tr("not reviewed")
            parts.append(self.tr("now: {review}").format(review=review))
        self.said.emit(text.format(step=", ".join(parts)))

    def go_to_next_unreviewed(self) -> None:
        """Select the next row shown without a decision."""
        path = self._next_unreviewed()
        if path is not None:
            self._view.select_path(path)

    def edit_note(self) -> None:
        """Write a note in the row, or one for all rows selected."""
        paths = self._chosen()
        row = self._rows.row_of(paths[0]) if len(paths) == 1 else None
        if row is not None and self._view.isVisible() and not self._view.isColumnHidden(Column.NOTE):
            index = self._view.results.index(row, Column.NOTE)
            self._view.scrollTo(index)
            self._view.edit(index)
        elif paths:
            self._ask_for_note(paths)

    def _ask_for_note(self, paths: list[Path]) -> None:
        first = self._rows.result(paths[0])
        dialog = QInputDialog(self._panel)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Note"))
        dialog.setLabelText(
            self.tr("Note for {count} images", "", len(paths)).format(count=QLocale().toString(len(paths)))
        )
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.resize(_NOTE_SIZE)
        dialog.setTextValue(first.reviewer_note if first else "")
        dialog.textValueSelected.connect(lambda note: self._steps.set_note(paths, note))
        field = dialog.findChild(QPlainTextEdit)
        if field is not None:
            field.setTabChangesFocus(True)  # else a Tab is written, and the keyboard never reaches OK
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)), dialog, dialog.accept)
        dialog.open()

    def _meant(self) -> list[Path]:
        """What a key is meant for: the rows selected; in review mode, where no row is to be seen, the open image.

        Neither a filter nor a selection out of sight may decide then what is recorded on.
        """
        selected = self._view.selected_paths()
        if not self.stays or (selected and self._panel.isVisible()):
            return selected
        path = self._image.path
        return [path] if path is not None and self._rows.result(path) is not None else []

    def _chosen(self) -> list[Path]:
        """What a key is meant for; a single row only while its image is the open one.

        Another one is shown first: nobody decides on an image that is not to be seen.
        """
        paths = self._meant()
        if len(paths) != 1 or self._image.path == paths[0]:
            return paths
        self._view.select_none()
        self._view.select_path(paths[0])
        return []

    def _next_unreviewed(self) -> Path | None:
        index = self._view.currentIndex()
        return self._rows.next_unreviewed(index.row() if index.isValid() else -1)

    def _decided(self, changed: list[Result]) -> None:
        self.said.emit("")  # why nothing was recorded before is out of date
        self._update_history()
        if len(changed) == 1 and not self._advances:
            self._view.select_path(changed[0].path)

    def _caught_up(self, changes: list[Change], refused: bool) -> None:
        step = _step_text(changes[0]) if len(changes) == 1 else ""
        if step:
            text = self.tr("Another window has changed {file}: {step}.")
            said = [text.format(file=left_to_right(self._rows.name(changes[0].after.path)), step=step)]
        else:
            text = self.tr("Another window has changed rows of this folder: {count}. They are shown as they are now.")
            said = [text.format(count=QLocale().toString(len(changes)))]
        if refused:
            said.append(self.tr("Nothing was changed here; look at it again first."))
        self._refusal = " ".join(said)
        self.said.emit(self._refusal)
        self._update_history()

    def update(self) -> None:
        """A row alone whose image cannot be seen whole takes no decision."""
        meant, bar = self._meant(), self._bar
        unseen = self._image.problem is not None and meant == [self._image.path]
        for action in bar.of_rows:
            action.setEnabled(bool(meant) and not (unseen and action in bar.decisions))
        count = self._view.selected_count
        text = self.tr("{count} selected", "", count).format(count=QLocale().toString(count))
        bar.place.setText(text if count > 1 else "")

    def _update_history(self) -> None:
        undo, redo = self._steps.history()
        self._bar.undo.setEnabled(undo)
        self._bar.redo.setEnabled(redo)


def _step_text(change: Change) -> str:
    """What a step said of a row, in the words of the table."""
    before, after = change
    if after.reviewer_label != before.reviewer_label:
        withdrawn = QCoreApplication.translate("DecisionKeys", "decision withdrawn")
        return review_text(after.reviewer_label) or withdrawn
    said, known = dict(assessment_rows(after.assessment)), dict(assessment_rows(before.assessment))
    note = QCoreApplication.translate("DecisionKeys", "Note")
    said[note], known[note] = after.reviewer_note, before.reviewer_note
    changed = [caption for caption in known | said if said.get(caption) != known.get(caption)]
    return ", ".join(f"{caption}: {said.get(caption) or '–'}" for caption in changed)
