"""The panel of the review mode: result, decision, diagnosis, tags, histology, note, each with its key."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QSizePolicy,
    QWidget,
)

from skin_gui.review.assessment.assessment import NO_ASSESSMENT, Assessment
from skin_gui.review.assessment.checklists import Menzies, SevenPoint
from skin_gui.review.assessment.terms import Diagnosis, Histology, Tag
from skin_gui.review.reading.agreement import Agreement, Share
from skin_gui.review.results import Result
from skin_gui.ui.reading.checklists_dialog import ChecklistsDialog
from skin_gui.ui.review.review_bar import KeyButton, ReviewBar
from skin_gui.ui.texts.assessment import checklist_rows, finding_text, share_text, tag_text, tags_text
from skin_gui.ui.texts.formats import in_reading_direction, left_to_right
from skin_gui.ui.texts.results import review_text
from skin_gui.ui.viewer.result_box import ResultBox
from skin_gui.ui.viewer.result_warnings import ResultWarnings
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import panel_label, rule, styled_label
from skin_gui.ui.widgets.layouts import add_parts, in_column, in_grid
from skin_gui.ui.widgets.menu import Menu
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.panel_parts import fill_panel
from skin_gui.workers.shown import ImagePrediction

AssessmentChange = Callable[[Assessment], Assessment]
_Entry = tuple[str, bool, AssessmentChange]


class ReadingPanel(QWidget):
    """Shows what is known of the image in review mode, and tells what the reviewer wants to say of it."""

    assess_wanted = Signal(object)
    """A `AssessmentChange` of the open image's assessment."""

    def __init__(self, bar: ReviewBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predictionPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Review mode"))
        self.setMinimumWidth(304)
        self._bar = bar
        self._known = NO_ASSESSMENT
        self.proposed: Callable[[], Collection[SevenPoint | Menzies]] = frozenset
        """What the program proposes for the checklists of the open image."""
        self._create_parts()
        self._create_actions()
        self._lay_out()
        self.show_row(None)

    def _create_parts(self) -> None:
        self.file_name = panel_label("title")
        self.place = panel_label("small")
        self.hidden = panel_label("muted", self.tr("The result is hidden until you have decided."))
        revealed = self.tr("It has been on the screen before: this is no first reading.")
        self.revealed = panel_label("muted", revealed)
        self.problem = MessageBox("error")
        self.warnings = ResultWarnings()
        self.result_box = ResultBox()
        self.waiting = panel_label("muted")
        self.decision = panel_label("headline")
        self.notice = panel_label("muted")
        self.classify_button = push_button(self.tr("Classify Folder"), "classify")
        self.hide_result = QCheckBox(self.tr("Hide the result until I have decided"))
        self.hide_result.setToolTip(self.tr("To read without being led: what you decide then is kept as first reading"))
        self.only_disputed = QCheckBox(self.tr("Disagreements only"))
        self.only_disputed.setToolTip(self.tr("Images on which two of you, the model and histology differ"))
        self.agreement = AgreementBox()
        tip = self.tr("Put the reviewed images into a folder to train or calibrate with")
        self.folder_button = push_button(self.tr("Make Labelled Folder…"), "folder", tip)

    def _create_actions(self) -> None:
        self.diagnosis = self._action(
            self.tr("Diagnosis"), "search", "D", lambda: self._offer_findings(self.diagnosis, "diagnosis", Diagnosis)
        )
        self.tags = self._action(self.tr("Tags"), "star", "T", self._offer_tags)
        self.histology = self._action(
            self.tr("Histology"), "check", "P", lambda: self._offer_findings(self.histology, "histology", Histology)
        )
        self.checklists = self._action(self.tr("Checklists"), "columns", "C", self._fill_in)
        self._values: dict[QAction, QLabel] = {
            action: panel_label("body")
            for action in (self.diagnosis, self.tags, self.histology, self.checklists, self._bar.note)
        }
        self._buttons = {action: KeyButton(action) for action in self._values}

    @property
    def actions_with_keys(self) -> tuple[QAction, ...]:
        """Those that only the review mode has."""
        return (self.diagnosis, self.tags, self.histology, self.checklists)

    def _action(self, text: str, picture: str, key: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        set_icon(action, picture)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(slot)
        return action

    def _lay_out(self) -> None:
        decisions = in_grid(None, spacing=(4, 4))
        bar = self._bar
        for number, action in enumerate((bar.benign, bar.malignant, bar.unsure, bar.agree)):
            button = KeyButton(action)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            decisions.addWidget(button, number // 2, number % 2)
        facts = in_grid(None, spacing=(12, 6), stretch=(1,))
        for row, (action, value) in enumerate(self._values.items()):
            button = self._buttons[action]
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            facts.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(value, row, 1)
        of_image = (self.file_name, self.place, self.hidden, self.revealed, self.problem, self.warnings)
        of_result = (self.result_box, self.waiting, self.classify_button)
        of_reviewer = (self.decision, decisions, facts, self.notice, KeyButton(bar.next))
        of_mode = (self.hide_result, self.only_disputed)
        of_folder = (self.agreement, self.folder_button)
        fill_panel(self, *of_image, *of_result, rule(), *of_reviewer, rule(), *of_mode, rule(), *of_folder)

    # Showing

    def show_name(self, name: str, place: str) -> None:
        self.file_name.setText(in_reading_direction(name))
        self.file_name.setToolTip(left_to_right(name))
        self.place.setText(place)

    def show_result(
        self, predicted: ImagePrediction | None, other: Result | None, *, hidden: bool, waiting: str
    ) -> None:
        """The result with its warnings, that it is hidden, or why there is none.

        Args: the result, the image's row where that says another label, and the rest by name.
        """
        self.hidden.setVisible(hidden)
        self.result_box.setVisible(predicted is not None and not hidden)
        self.waiting.setVisible(bool(waiting) and predicted is None and not hidden)
        self.waiting.setText(waiting)
        if predicted is not None and not hidden:
            self.result_box.show_prediction(predicted)
            self.warnings.show_prediction(predicted, other)
        else:
            self.warnings.clear()

    def show_problem(self, problem: str) -> None:
        """Why the image has no result; empty for an image that can have one."""
        self.problem.set_messages([problem] if problem else [])

    def show_row(self, row: Result | None) -> None:
        has_row = row is not None and row.status == "ok" and not self.problem.text()
        self._known = row.assessment if row is not None else NO_ASSESSMENT
        label = row.reviewer_label if row is not None else None
        self.decision.setText(review_text(label) or self.tr("Not decided"))
        self.classify_button.setVisible(row is None)
        self._values[self.diagnosis].setText(finding_text(self._known.diagnosis))
        self._values[self.tags].setText(tags_text(self._known.tags))
        self._values[self.histology].setText(finding_text(self._known.histology))
        self._values[self.checklists].setText("\n".join(" – ".join(each) for each in checklist_rows(self._known)))
        self._values[self._bar.note].setText(row.reviewer_note if row is not None else "")
        for action in self.actions_with_keys:
            action.setEnabled(has_row)

    def value(self, action: QAction) -> str:
        return self._values[action].text()

    # What the keys offer

    def _offer_findings(self, action: QAction, field: str, findings: type[Diagnosis | Histology]) -> None:
        """Offer what the assessment's field of this name can be."""

        def change(finding: Any) -> AssessmentChange:
            return lambda known: replace(known, **{field: finding})

        present = getattr(self._known, field)
        entries = [(finding_text(each), each == present, change(each)) for each in findings]
        self._offer(action, entries, (self.tr("None"), present is None, change(None)))

    def _offer_tags(self) -> None:
        def change(tag: Tag) -> AssessmentChange:
            return lambda known: replace(known, tags=known.toggled(tag))

        self._offer(self.tags, [(tag_text(tag), tag in self._known.tags, change(tag)) for tag in Tag])

    def _fill_in(self) -> None:
        dialog = ChecklistsDialog(self._known, self.proposed(), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_lists(dialog.ticked(SevenPoint), dialog.ticked(Menzies)))
        dialog.open()

    def _take_lists(self, seven_point: tuple[SevenPoint, ...] | None, menzies: tuple[Menzies, ...] | None) -> None:
        self.assess_wanted.emit(lambda known: replace(known, seven_point=seven_point, menzies=menzies))

    def _offer(self, action: QAction, entries: Sequence[_Entry], none: _Entry | None = None) -> None:
        """A menu whose entries are chosen by their number from 1 on, "None", where it is offered, by 0 in every one."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(action.text())
        numbered = [*enumerate(entries, start=1), *([(0, none)] if none is not None else [])]
        for number, (text, checked, change) in numbered:
            entry = menu.addAction(f"&{number}  {text}")
            entry.setCheckable(True)
            entry.setChecked(checked)
            entry.triggered.connect(lambda _=False, change=change: self.assess_wanted.emit(change))
        button = self._buttons[action]
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


class AgreementBox(QWidget):
    """A line for each pair that has something to compare; one sentence where none has."""

    def __init__(self) -> None:
        super().__init__()
        title = styled_label(self.tr("Agreement"), "section")
        nothing = self.tr("Counted once you and the model, or histology, have both spoken.")
        self.empty = styled_label(nothing, "small", wraps=True)
        self._lines = in_column(None, spacing=2)
        self.captions: dict[str, QLabel] = {}
        self.figures: dict[str, QLabel] = {}
        for name, caption in (
            ("reviewer_model", self.tr("You and the model")),
            ("first_read_model", self.tr("Your first reading and the model")),
            ("reviewer_histology", self.tr("You and histology")),
            ("first_read_histology", self.tr("Your first reading and histology")),
            ("model_histology", self.tr("The model and histology")),
        ):
            self._add_line(name, caption)
        in_column(self, title, self.empty, self._lines, spacing=6)

    def _add_line(self, name: str, caption: str) -> None:
        text, figure = styled_label(caption, "muted", wraps=True), styled_label(wraps=True)
        figure.setAccessibleName(caption)
        text.setBuddy(figure)
        add_parts(self._lines, text, figure)
        self.captions[name], self.figures[name] = text, figure

    def show_agreement(self, counted: Agreement) -> None:
        shares: dict[str, Share] = {name: getattr(counted, name) for name in self.figures}
        for name, share in shares.items():
            self.figures[name].setText(share_text(share))
            for label in (self.captions[name], self.figures[name]):
                label.setVisible(share.total > 0)
        self.empty.setVisible(not any(share.total for share in shares.values()))

    def figure(self, name: str) -> str:
        """The text of a line; empty for one that is not shown."""
        return self.figures[name].text() if self.figures[name].isVisibleTo(self) else ""
