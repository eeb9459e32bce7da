"""Calibrate for my clinic: the user's images, the figures before and after, and what becomes of the result."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit

from skin_gui.review.reading.labelled_folder import label_of
from skin_gui.review.results import Result
from skin_gui.training.availability import why_unavailable
from skin_gui.training.plan import FEWEST_TO_CALIBRATE
from skin_gui.ui.settings_dialog.before_after import BeforeAfter
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import in_reading_direction, left_to_right
from skin_gui.ui.widgets.busy_bar import BusyBar
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.fields import inset
from skin_gui.ui.widgets.focus import focus_kept
from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import STRETCH, add_parts, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.page import Page
from skin_gui.ui.widgets.questions import is_confirmed
from skin_gui.ui.widgets.row_frame import Row, RowFrame
from skin_gui.ui.widgets.window_state import last_folder, remember_folder
from skin_gui.wording.fact import Fact
from skin_gui.wording.training import TrainingPart
from skin_gui.workers.base import Worker
from skin_gui.workers.runner import Runner
from skin_gui.workers.settings.calibration import count_task, folder_task, review_task, usable
from skin_gui.workers.settings.model_tasks import then_list

if TYPE_CHECKING:
    from skin_gui.classifier.store import ModelStore, StoredModel
    from skin_gui.training.run.clinic import ClinicOutcome

_FIELD_WIDTH = 240

ReviewedRows = Callable[[], list[Result]]
"""Gives the rows of the session that is open; none where there is none."""


class CalibratePage(Page):
    """Nothing is active before the user says so; the calibrated model is stored once it has been measured."""

    name = "calibrate"
    picture = "calibrate"

    def __init__(self, rows: ReviewedRows = list) -> None:
        """Args: what gives the rows of the open review session."""
        super().__init__(self.tr("Calibrate"))
        self._rows = rows
        self._folder: Path | None = None
        self._outcome: ClinicOutcome | None = None
        self.unavailable = why_unavailable(TrainingPart.CALIBRATION)
        self.runner, self._counting = Runner(self), Runner(self)
        self._found: Counter[str] | None = None
        self._create_parts()
        self._lay_out()
        self._connect()
        self._update()

    def _create_parts(self) -> None:
        self.images = QComboBox()
        self.images.addItem(self.tr("A folder"), "folder")
        self.images.addItem(self.tr("The reviewed images"), "review")
        self.folder_button = push_button(self.tr("Choose Folder…"), "open-folder")
        self.model_name = QLineEdit(self.tr("My clinic"))
        self.model_name.setMaxLength(60)
        self.prevalence = QDoubleSpinBox()
        self.prevalence.setRange(0.0, 99.0)
        self.prevalence.setDecimals(1)
        self.prevalence.setSuffix(" %")
        self.prevalence.setSpecialValueText(self.tr("Automatic"))
        inset(self.prevalence)
        self.message = MessageBox("error")
        self.status = text_label("", "small")
        self.bar = BusyBar(part=0.0)
        self.start_button = push_button(self.tr("Calibrate"), primary=True)
        self.cancel_button = push_button(self.tr("Cancel Calibration"))
        self.result = BeforeAfter()

    def _lay_out(self) -> None:
        explanation = self.tr(
            "Make the active model's probabilities and its operating point right for your clinic and camera, with a "
            "few dozen of your own labelled images. Nothing else of the model changes, and nothing changes before you "
            "decide. No image leaves this computer."
        )
        self.frame = RowFrame()
        folder_help = self.tr("With folders named benign and malignant; at least 20 different lesions of each.")
        self.folder_row = Row(self.tr("Folder"), folder_help, self.folder_button, self.folder_button)
        self._folder_help = folder_help
        self.images_row = Row(self.tr("Images"), "", self.images, self.images)
        name_help = self.tr("Results show it, with the words “not validated”. A name that is taken gets a number.")
        prevalence_help = self.tr(
            "Share of malignant lesions where the model will be used. Automatic: that of the images, but the model's "
            "own where about as many are benign as malignant."
        )
        rows = (
            self.images_row,
            self.folder_row,
            Row(self.tr("Name"), name_help, self.model_name, self.model_name),
            Row(self.tr("Prevalence"), prevalence_help, self.prevalence, self.prevalence),
        )
        for row, field in zip(rows, (self.images, self.folder_button, self.model_name, self.prevalence), strict=True):
            field.setFixedWidth(_FIELD_WIDTH)
            field.setAccessibleName(row.label.text())
            self.frame.add(row)
        buttons = in_row(None, (self.status, 1), self.cancel_button, self.start_button)
        above = text_label(explanation, "muted")
        add_parts(self.content, above, self.frame, self.message, buttons, self.bar, self.result, STRETCH)
        self.message.set_messages([words(self.unavailable)] if self.unavailable else [])

    def _connect(self) -> None:
        self.images.currentIndexChanged.connect(self._update)
        self.model_name.textChanged.connect(self._update)
        self.folder_button.clicked.connect(self.choose_folder)
        self.start_button.clicked.connect(self.start)
        self.cancel_button.clicked.connect(self.runner.cancel)
        self.runner.busy_changed.connect(self._update)
        self.runner.progressed.connect(self.bar.show_part)
        self.runner.failed.connect(self._fail)
        self._counting.failed.connect(self._fail)
        self._counting.busy_changed.connect(self._update)
        self.runner.cancelled.connect(lambda: self.status.setText(self.tr("Cancelled. Nothing was stored.")))
        self.result.activate_button.clicked.connect(self.activate_model)
        self.result.keep_button.clicked.connect(self.keep)
        self.result.discard_button.clicked.connect(self.discard)

    # Life

    def activate(self) -> None:
        self._update()

    # What the buttons do

    def choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Labelled Images"), last_folder("calibration"))
        if chosen:
            self._folder = Path(chosen)
            remember_folder("calibration", self._folder)
            self.message.clear()
            self._found = None
            self._counting.start(Worker(count_task(self._folder)), self._show_found)
            self._update()

    def start(self) -> None:
        if not self.start_button.isEnabled():
            return
        name, prevalence = self.model_name.text().strip(), self.prevalence.value() / 100 or None
        if self.images.currentData() == "review":
            task = review_task(self._rows(), name, prevalence)
        else:
            task = folder_task(cast("Path", self._folder), name, prevalence)
        self.message.clear()
        self.bar.show_part(0.0)
        if self.runner.run(task, self._show):
            self.status.setText(self.tr("Classifying your images…"))

    def activate_model(self) -> None:
        name = self._stored_name()
        done = self.tr("{name} is active now.").format(name=left_to_right(name))
        self._change(lambda store: store.activate(name), done, self.model_changed.emit)

    def keep(self) -> None:
        """Leave it on the Model page."""
        text = self.tr("{name} is on the Model page; it is not active.").format(name=left_to_right(self._stored_name()))
        self._end(text)

    def discard(self) -> None:
        name = self._stored_name()
        question = self.tr("Discard the calibrated model {name}? Your images stay.").format(name=left_to_right(name))
        if is_confirmed(self, self.tr("Discard Calibration"), question, self.tr("Discard")):

            def remove(store: "ModelStore") -> None:
                store.remove(name)

            self._change(remove, self.tr("{name} is discarded.").format(name=left_to_right(name)))

    # What comes back

    def _show_found(self, found: "Counter[str]") -> None:
        self._found = found
        self._update()

    def _change(
        self, change: "Callable[[ModelStore], StoredModel | None]", done: str, then: Callable[[], None] | None = None
    ) -> None:
        def finish(_found: object) -> None:
            self._end(done)
            if then is not None:
                then()

        self.message.clear()
        self.runner.run(then_list(change), finish)

    def _end(self, text: str) -> None:
        self._outcome = None
        self.status.setText(text)
        self._update()

    def _stored_name(self) -> str:
        return self._outcome.stored.info.name if self._outcome else ""

    def _show(self, outcome: object) -> None:
        self._outcome = cast("ClinicOutcome", outcome)
        self.result.show_report(self._outcome.report)
        self.status.setText(self.tr("Look at the figures, then decide."))
        self._update()

    def _fail(self, fact: Fact) -> None:
        self.status.clear()
        self.message.set_messages([fact])

    def _update(self) -> None:
        busy = self.runner.is_busy
        review = self.images.currentData() == "review"
        rows = usable(self._rows())
        malignant = sum(label_of(row) == "malignant" for row in rows)
        counts = self.tr("{benign} benign and {malignant} malignant images of the open session are decided.")
        number = QLocale().toString
        said = counts.format(benign=number(len(rows) - malignant), malignant=number(malignant))
        enough = min(len(rows) - malignant, malignant) >= FEWEST_TO_CALIBRATE
        missing = "" if enough else _missing_text()
        self.images_row.help.setText(" ".join(filter(None, (said, missing))))
        self.images_row.help.setVisible(review)
        self.frame.set_row_visible(self.folder_row, not review)
        self.folder_row.help.setText(self._folder_text())
        few = self._found is not None and min(self._found["benign"], self._found["malignant"]) < FEWEST_TO_CALIBRATE
        possible = enough if review else self._folder is not None and not few
        named = bool(self.model_name.text().strip())
        deciding = self._outcome is not None
        with focus_kept(self, lambda: self):
            self.frame.setVisible(not deciding and not self.unavailable)
            self.start_button.setVisible(not deciding and not self.unavailable)
            self.frame.setEnabled(not busy)
            self.start_button.setEnabled(possible and named and not busy and not deciding)
            self.cancel_button.setVisible(busy and not deciding)
            self.bar.setVisible(busy)
            self.result.setVisible(deciding)
            self.result.setEnabled(not busy)

    def _folder_text(self) -> str:
        """The folder and how many images it has, once they are counted."""
        if self._folder is None:
            return self._folder_help
        lines = [in_reading_direction(str(self._folder))]
        if self._found is not None:
            text = self.tr("Images in it: benign {benign}, malignant {malignant}.")
            benign, malignant = (QLocale().toString(self._found[label]) for label in ("benign", "malignant"))
            lines.append(text.format(benign=benign, malignant=malignant))
            if min(self._found["benign"], self._found["malignant"]) < FEWEST_TO_CALIBRATE:
                lines.append(_missing_text())
        elif self._counting.is_busy:
            lines.append(self.tr("Counting its images…"))
        return "\n".join(lines)


def _missing_text() -> str:
    text = QCoreApplication.translate("CalibratePage", "At least {fewest} of each are needed.")
    return text.format(fewest=QLocale().toString(FEWEST_TO_CALIBRATE))
