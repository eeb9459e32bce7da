"""The training's place in the window: the note in the status bar, the comparison, the question at the end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from skin_gui.ui.retraining.retraining import Retraining, TrainingPhase
from skin_gui.ui.retraining.training_texts import stage_text
from skin_gui.ui.texts.formats import left_to_right, percent
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.questions import ask, is_confirmed
from skin_gui.ui.widgets.window_state import bring_to_front
from skin_gui.wording.fact import Fact

if TYPE_CHECKING:
    from skin_gui.ui.model_comparison.comparison_view import ComparisonView


class TrainingController(QObject):
    """Keeps the training while windows come and go. The owner puts `indicator` somewhere and calls `stop`."""

    page_wanted = Signal()
    """The user wants to see the training."""
    image_chosen = Signal(object)
    """The path of an image that the user wants to see."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.retraining = Retraining(self)
        self.indicator = TrainingIndicator(self.retraining)
        self.comparison_view: ComparisonView | None = None
        self.retraining.decision_failed.connect(self._show_problem)
        self.retraining.phase_changed.connect(self._follow)
        self.indicator.clicked.connect(self._go_to_training)

    def compare(self) -> None:
        outcome = self.retraining.outcome
        if outcome is None:
            return
        if self.comparison_view is None:
            from skin_gui.ui.model_comparison.comparison_view import ComparisonView  # noqa: PLC0415 - imports the classifier

            self.comparison_view = ComparisonView(outcome, self._window)
            self.comparison_view.activate_wanted.connect(self.retraining.activate)
            self.comparison_view.keep_wanted.connect(self.retraining.keep)
            self.comparison_view.discard_wanted.connect(self._ask_to_discard)
            self.comparison_view.image_chosen.connect(self.image_chosen)
            self.comparison_view.finished.connect(self._forget_comparison)
        bring_to_front(self.comparison_view)

    def _ask_to_discard(self) -> None:
        view = self.comparison_view
        if view is None:
            return
        question = self.tr("Delete the new model {name}? This cannot be undone.")
        question = question.format(name=left_to_right(view.outcome.name))
        verb, detail = self.tr("Delete the Model"), self.tr("“Keep Without Activating” leaves it on the Model page.")
        stays = ask(view, self.tr("Discard Model"), question, verb, self.retraining.discard, detail=detail)
        stays.clicked.connect(view.decide_again)

    def may_close(self) -> bool:
        """Ask whether the program may end while a training runs."""
        if not self.retraining.is_busy:
            return True
        question, verb = self.tr("A training is running. Quit and cancel it?"), self.tr("Cancel Training and Quit")
        detail = self.tr("The features computed so far are kept, so that the next training on these images is faster.")
        return is_confirmed(self._window, "", question, verb, detail=detail, stay=self.tr("Keep Running"))

    def stop(self) -> None:
        self.retraining.stop()
        if self.comparison_view is not None:
            self.comparison_view.stop()

    def _go_to_training(self) -> None:
        if self.retraining.phase == TrainingPhase.FINISHED:
            self.compare()
        else:
            self.page_wanted.emit()

    def _follow(self, phase: TrainingPhase) -> None:
        if phase != TrainingPhase.FINISHED and self.comparison_view is not None:
            self.comparison_view.reject()

    def _forget_comparison(self) -> None:
        if self.comparison_view is not None:
            self.comparison_view.deleteLater()
            self.comparison_view = None

    def _show_problem(self, fact: Fact) -> None:
        if self.comparison_view is not None:
            self.comparison_view.show_problem(fact)


class TrainingIndicator(QToolButton):
    """A word on the training in the status bar; nothing while there is none."""

    def __init__(self, retraining: Retraining) -> None:
        super().__init__()
        self._retraining = retraining
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setToolTip(self.tr("Show the training"))
        set_icon(self, "retrain", "accent")
        retraining.phase_changed.connect(lambda _: self._update())
        retraining.advanced.connect(lambda _: self._update())
        self._update()

    def _update(self) -> None:
        text = self._sentence()
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def _sentence(self) -> str:
        match self._retraining.phase:
            case TrainingPhase.RUNNING | TrainingPhase.STOPPING:
                return self._running_sentence()
            case TrainingPhase.CANCELLING:
                return self.tr("Cancelling the training…")
            case TrainingPhase.FAILED:
                return self.tr("The training failed")
            case TrainingPhase.FINISHED:
                return self.tr("New model ready: compare")
            case _:
                return ""

    def _running_sentence(self) -> str:
        if not self._retraining.stages:
            return self.tr("Training: starting…")
        progress = next(reversed(self._retraining.stages.values()))
        return self.tr("{stage}: {part}").format(
            stage=stage_text(progress.stage), part=percent(round(progress.part, 2))
        )
