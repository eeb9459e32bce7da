"""A training while it runs, and how it ended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from skin_gui.ui.retraining.retraining import BUSY, Retraining, TrainingPhase
from skin_gui.ui.retraining.training_texts import STAGES, progress_text, stage_text
from skin_gui.ui.texts.facts import words
from skin_gui.ui.widgets.busy_bar import BusyBar
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.focus import focus_kept
from skin_gui.ui.widgets.labels import IconLabel, restyle, text_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_grid, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.row_frame import RowFrame
from skin_gui.wording.fact import Fact

if TYPE_CHECKING:
    from skin_gui.training.run.events import StageProgress
    from skin_gui.ui.retraining.curves import Curves

_ICON_SIDE = 16


class TrainingProgress(QWidget):
    """Stages, curves, and the buttons that end it; it shows whatever the training is doing when it is made."""

    def __init__(self, retraining: Retraining) -> None:
        super().__init__()
        self._retraining = retraining
        self._known: frozenset[Fact] = frozenset()
        self.headline = text_label("", "title")
        self.stages = StageList()
        self.notes = MessageBox("warning")
        self.error = MessageBox("error")
        self.curves: Curves | None = None
        frame = RowFrame()
        frame.add(self.stages)
        self._curves_frame = RowFrame()
        self._curves_frame.hide()
        in_column(self, self.headline, self.error, frame, self._curves_frame, self.notes, spacing=16)
        retraining.phase_changed.connect(self.show_phase)
        retraining.advanced.connect(self.stages.show_progress)
        retraining.epoch_ended.connect(lambda _: self._show_epochs())
        retraining.noted.connect(lambda _: self._show_notes())
        self._restore()
        self.show_phase(retraining.phase)

    def prepare(self) -> None:
        """Make the plots, before a training begins: their library takes a moment to load."""
        if self.curves is None:
            from skin_gui.ui.retraining.curves import Curves  # noqa: PLC0415 - loads pyqtgraph

            self.curves = Curves()
            self.curves.show_epochs(self._retraining.epochs)
            self._curves_frame.add(self.curves)

    def leave_out(self, facts: frozenset[Fact]) -> None:
        """Notes that the user has read before the start."""
        self._known = facts

    def show_phase(self, phase: TrainingPhase) -> None:
        if phase == TrainingPhase.RUNNING:
            self.prepare()
            self._restore()
        sentences = {
            TrainingPhase.RUNNING: self.tr("Training. You can close this window and go on working."),
            TrainingPhase.STOPPING: self.tr(
                "Stopping after this epoch; the best one is kept, calibrated and compared."
            ),
            TrainingPhase.CANCELLING: self.tr("Cancelling…"),
            TrainingPhase.FAILED: self.tr("The training failed. Nothing was changed."),
            TrainingPhase.FINISHED: self.tr(
                "The new model is ready. Compare it with the active one before you decide."
            ),
        }
        self.headline.setText(sentences.get(phase, ""))
        problem = self._retraining.problem
        self.error.set_messages([problem] if problem and phase == TrainingPhase.FAILED else [])
        if phase == TrainingPhase.FINISHED:
            self.stages.finish()

    def _restore(self) -> None:
        """All that the training has told so far; of one that has just begun, nothing."""
        self.stages.clear()
        for progress in self._retraining.stages.values():
            self.stages.show_progress(progress)
        self._show_epochs()
        self._show_notes()

    def _show_epochs(self) -> None:
        epochs = self._retraining.epochs
        if epochs:
            self.prepare()
        if self.curves is not None:
            self.curves.show_epochs(epochs)
        self._curves_frame.setVisible(bool(epochs))

    def _show_notes(self) -> None:
        facts = [note.fact for note in self._retraining.notes if note.severity != "note"]
        self.notes.set_messages([words(fact) for fact in dict.fromkeys(facts) if fact not in self._known])


class StageList(QWidget):
    """A line for each stage: to come, under way with its progress, or done."""

    def __init__(self) -> None:
        super().__init__()
        self._current = ""
        self._finished = False
        layout = in_grid(self, spacing=(12, 10), margins=(0, 10, 0, 10), stretch=(2,))
        self._rows: dict[str, tuple[IconLabel, QLabel, BusyBar, QLabel]] = {}
        for row, stage in enumerate(STAGES):
            name, detail = stage_text(stage), text_label("", "small")
            widgets = IconLabel(_ICON_SIDE), QLabel(name), BusyBar(name, part=0.0), detail
            detail.setMinimumWidth(210)
            detail.setWordWrap(False)
            for column, widget in enumerate(widgets):
                layout.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
            self._rows[stage] = widgets
        self.clear()

    def clear(self) -> None:
        self._current, self._finished = "", False
        for _, _, bar, detail in self._rows.values():
            bar.show_part(0.0)
            detail.clear()
        self._style()

    def show_progress(self, progress: "StageProgress") -> None:
        """How far a stage is; those before it are done."""
        if progress.stage not in self._rows:
            return
        _, _, bar, detail = self._rows[progress.stage]
        bar.show_part(progress.part)
        detail.setText(progress_text(progress))
        bar.setAccessibleDescription(detail.text())
        if progress.stage != self._current:
            self._current = progress.stage
            for stage in STAGES[: STAGES.index(progress.stage)]:
                self._complete(stage)
            self._style()

    def finish(self) -> None:
        self._finished = True
        for stage in STAGES:
            self._complete(stage)
        self._style()

    def text(self, stage: str) -> str:
        return self._rows[stage][3].text()

    def _complete(self, stage: str) -> None:
        _, _, bar, detail = self._rows[stage]
        bar.show_part(1.0)
        detail.setText(self.tr("Done"))

    def _style(self) -> None:
        now = STAGES.index(self._current) if self._current else -1
        for number, (stage, (picture, name, _, _)) in enumerate(self._rows.items()):
            done = self._finished or number < now
            shown = "check" if done else "play"
            picture.show_icon(shown if done or number == now else "", "accent")
            name.setProperty("role", "body" if done or stage == self._current else "muted")
            restyle(name)


class TrainingButtons(QWidget):
    """Stop early, cancel; and afterwards the way on."""

    def __init__(self, retraining: Retraining) -> None:
        super().__init__()
        tip = self.tr("End after this epoch; the best epoch so far becomes the new model")
        self.stop_button = push_button(self.tr("Stop Early and Keep the Best"), "stop", tip)
        tip = self.tr("End at once and keep nothing but the computed features")
        self.cancel_button = push_button(self.tr("Cancel Training"), "cancel", tip)
        self.back_button = push_button(self.tr("Back"))
        self.compare_button = push_button(self.tr("Compare and Decide…"), primary=True)
        in_row(self, STRETCH, self.stop_button, self.cancel_button, self.back_button, self.compare_button)
        self._retraining = retraining
        self.stop_button.clicked.connect(retraining.stop_early)
        self.cancel_button.clicked.connect(retraining.cancel)
        self.back_button.clicked.connect(retraining.dismiss)
        retraining.phase_changed.connect(self._update)
        retraining.epoch_ended.connect(lambda _: self._update())
        self._update()

    def _update(self) -> None:
        with focus_kept(self, lambda: self):
            self._show_phase()

    def _show_phase(self) -> None:
        phase = self._retraining.phase
        self.stop_button.setVisible(phase in BUSY)
        # Before the training stage there is nothing to keep; after it nothing to stop.
        epochs = self._retraining.epochs
        fitting = bool(epochs) and epochs[-1].number < epochs[-1].epochs
        self.stop_button.setEnabled(phase == TrainingPhase.RUNNING and fitting)
        self.cancel_button.setVisible(phase in BUSY)
        cancelling = phase == TrainingPhase.CANCELLING
        self.cancel_button.setEnabled(not cancelling)
        self.cancel_button.setText(self.tr("Cancelling…") if cancelling else self.tr("Cancel Training"))
        self.back_button.setVisible(phase == TrainingPhase.FAILED)
        self.compare_button.setVisible(phase == TrainingPhase.FINISHED)
