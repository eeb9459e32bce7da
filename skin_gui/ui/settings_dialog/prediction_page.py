"""Operating point with what to expect there, heatmap, computation."""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from skin_gui.preferences import Preferences
from skin_gui.preferences.declared import (
    OPERATING_POINT,
    PREVALENCE,
    TARGET_SENSITIVITY,
    THRESHOLD,
)
from skin_gui.progress import CancelCheck, Progress
from skin_gui.ui.settings_dialog.expectation_box import ExpectationBox
from skin_gui.ui.settings_dialog.form import FormPage
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.texts.results import clinics_text, measured_text
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.wording.fact import Fact
from skin_gui.workers.clinics import clinic_figures
from skin_gui.workers.runner import Runner

if TYPE_CHECKING:
    from skin_gui.workers.settings.expectations import ModelExpectations


class PredictionPage(FormPage):
    """Shows what an operating point means while it is being chosen."""

    name = "prediction"
    picture = "classify"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Prediction"), parent)
        self._model: ModelExpectations | None = None
        self._stale = True
        self.runner = Runner(self)
        self.runner.failed.connect(self._show_failure)
        self.message = MessageBox("warning")
        self.content.insertWidget(1, self.message)  # below the title
        self.expectation = ExpectationBox()
        self.frames[PREVALENCE.section].add(self.expectation)
        self.content.addStretch(1)
        self.changed.connect(self._update)
        self._update()

    def problem(self) -> str:
        """A sensitivity can be aimed at only along a curve."""
        aims = self._shown()[OPERATING_POINT] == "sensitivity"
        if aims and self._model is not None and self._model.curve is None:
            return self.tr(
                "For the model {name} only its own operating point is known, so no sensitivity can be aimed at."
            ).format(name=left_to_right(self._model.info.display_name))
        return ""

    def activate(self) -> None:
        """Read the active model where that was not done yet."""
        if self._stale and self.runner.run(_load, self._take):
            self._stale = False

    def model_was_changed(self) -> None:
        """Read it again when the page is looked at."""
        self._stale = True
        if self.isVisible():
            self.activate()

    def _take(self, model: object) -> None:
        self._model = cast("ModelExpectations", model)
        self.changed.emit()
        if self._stale and self.isVisible():
            self.activate()

    def _show_failure(self, fact: Fact) -> None:
        self._model = None
        self.expectation.show_nothing(words(fact))

    def _shown(self) -> Preferences:
        return Preferences().updated(self.values())

    def _update(self) -> None:
        """Show the rows that matter, the problem, and what to expect."""
        shown = self._shown()
        mode = shown[OPERATING_POINT]
        self.set_setting_visible(TARGET_SENSITIVITY, mode == "sensitivity")
        self.set_setting_visible(THRESHOLD, mode == "threshold")
        problem = self.problem()
        self.message.set_messages([problem] if problem else [])
        if self._model is not None:
            expectation = self._model.at(shown, shown[PREVALENCE])
            own = self._model.info.operating_point
            clinics = clinic_figures(self._model.info) if expectation.threshold == own.threshold else None
            self.expectation.show_expectation(expectation, shown[PREVALENCE], measured_text(own.measured_on))
            self.expectation.show_clinics(clinics_text(clinics) if clinics else "")


def _load(progress: Progress, cancelled: CancelCheck) -> object:
    # SciPy takes a second to import: on this thread, not on the window's.
    from skin_gui.workers.settings.expectations import load_expectations  # noqa: PLC0415

    return load_expectations(progress, cancelled)
