"""The panel beside the image: warnings, result, heatmap, facts; with its empty, busy and error states."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QWidget,
)

from skin_gui.ui.texts.formats import in_reading_direction, left_to_right
from skin_gui.ui.texts.results import (
    result_summary,
    review_text,
    synthetic_text,
)
from skin_gui.ui.viewer.file_facts import FileFacts
from skin_gui.ui.viewer.heatmap_controls import HeatmapControls
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.viewer.result_box import ResultBox
from skin_gui.ui.viewer.result_warnings import ResultWarnings
from skin_gui.ui.widgets.busy_bar import BusyBar
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.labels import panel_label, rule
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.panel_parts import fill_panel
from skin_gui.workers.shown import ImagePrediction, ShownImage

if TYPE_CHECKING:
    from skin_gui.review.results import Result

_BUSY_AFTER_MS = 150
_COPIED_MS = 2000


class PredictionPanel(QWidget):
    """Shows what is known of the image on the screen. It holds no behaviour but showing and copying."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("predictionPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Result"))
        self.setMinimumWidth(304)
        self.image: ShownImage | None = None
        self.predicted: ImagePrediction | None = None
        """The result on the screen; None while there is none that belongs to the image."""
        self._path: Path | None = None
        self._decision, self._note = "", ""
        self._row: Result | None = None
        self.name_of: Callable[[Path], str] = lambda path: path.name
        """The name that tells a file from the others that are open."""
        self._create_parts()
        self._lay_out()
        self._connect()
        self.show_empty()

    def _create_parts(self) -> None:
        self.busy_bar = BusyBar()
        self._busy_timer = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self.status = panel_label("muted")
        self.badge = panel_label("badge", synthetic_text())
        self.file_name = panel_label("title")
        self.warnings = ResultWarnings()
        self.problem = MessageBox("error")
        self.result_box = ResultBox()
        self.heatmap = HeatmapControls()
        self.facts = FileFacts()
        self.copy_button = push_button(self.tr("Copy Result"), "copy", self.tr("Copy the result as text"))
        self._copied_timer = QTimer(self, singleShot=True, interval=_COPIED_MS)

    def _lay_out(self) -> None:
        self._rules = [rule(), rule()]
        parts: list[QWidget] = [self.file_name, self.badge, self.status, self.problem, self.warnings, self.result_box]
        parts += [self._rules[0], self.heatmap, self._rules[1], self.facts, self.copy_button]
        fill_panel(self, *parts, above=self.busy_bar)

    def _connect(self) -> None:
        self._busy_timer.timeout.connect(self.busy_bar.show)
        self._copied_timer.timeout.connect(lambda: self.copy_button.setText(self.tr("Copy Result")))
        self.copy_button.clicked.connect(self.copy_result)

    def show_empty(self, text: str = "") -> None:
        """No image is on the screen: say why there is nothing to see, or what to do."""
        self.image = None
        self._forget_result()
        self._set_busy("")
        self.status.setText(text or self.tr("Open a dermoscopic image to see its result here."))
        self.status.show()

    def show_pending(self, path: Path, text: str) -> None:
        """A file is being read and classified: its name stands here at once, and nothing of the former one's."""
        self.predicted = None
        if self.image is not None and self.image.path != path:
            self.image = None
            self.badge.hide()
            self.facts.hide()
        self.copy_button.setEnabled(False)
        self.problem.clear()
        self.warnings.clear()
        self.result_box.show_pending(text)
        self.heatmap.show_strip(None, is_empty=False)
        self._show_name(path)
        self._set_busy(text)

    def _show_name(self, path: Path) -> None:
        self._path = path
        name = self.name_of(path)
        self.file_name.setText(in_reading_direction(breakable(name)))
        self.file_name.setToolTip(left_to_right(name))
        self.file_name.show()

    def name_again(self) -> None:
        """Other files are open now, or more: the image may need a longer name."""
        if self._path is not None and not self.file_name.isHidden():
            self._show_name(self._path)

    def show_image(self, image: ShownImage) -> None:
        """An image is on the screen and being classified."""
        self.image = image
        self._show_name(image.path)
        self.badge.setVisible(image.synthetic)
        self.facts.show_image(image)
        self.facts.show_decision(self._decision, self._note)
        self.facts.show_assessment(self._row)
        self.facts.show()
        self._rules[1].show()

    def listen_to(self, image: OpenImage) -> None:
        """Show the result of the image that is open, whichever that is, and what the review table says of it."""
        for known in (image.predicted, image.judged):
            known.connect(self.result_box.show_prediction)
            known.connect(lambda predicted: self._show_prediction(predicted, image.other_row))
        image.row_changed.connect(self.show_decision)

    def _show_prediction(self, predicted: ImagePrediction, other: "Result | None") -> None:
        """What stands beside the result; `other`: what the review table says, where that is something else."""
        self.predicted = predicted
        self._set_busy("")
        self.problem.clear()
        self.warnings.show_prediction(predicted, other)
        self.heatmap.show_strip(predicted.strip, is_empty=predicted.heatmap is None)
        self.facts.show_prediction(predicted)
        for widget in (self.result_box, self.heatmap, *self._rules, self.copy_button):
            widget.show()
        self.copy_button.setEnabled(True)

    def show_decision(self, row: "Result | None") -> None:
        """What the reviewer said of the image: its row in the table, if it has one."""
        self._decision = review_text(row.reviewer_label) if row is not None else ""
        self._note = row.reviewer_note if row is not None else ""
        self._row = row
        self.facts.show_decision(self._decision, self._note)
        self.facts.show_assessment(row)

    def show_failure(self, sentence: str, advice: str) -> None:
        """There is no result: what happened, and what the user can do."""
        self._forget_result()
        self._set_busy("")
        self.problem.set_messages([sentence, advice])

    def copy_result(self) -> None:
        if self.predicted is None or self.image is None:
            return
        QGuiApplication.clipboard().setText(
            result_summary(
                self.image,
                self.predicted,
                self.name_of(self.image.path),
                decision=self._decision,
                note=self._note,
                row=self._row,
            )
        )
        self.copy_button.setText(self.tr("Copied"))
        self._copied_timer.start()

    def _forget_result(self) -> None:
        self.predicted = None
        self.warnings.clear()
        self.problem.clear()
        hidden: list[QWidget] = [self.result_box, self.heatmap, *self._rules, self.copy_button]
        if self.image is None:
            hidden += [self.file_name, self.badge, self.facts]
        for widget in hidden:
            widget.hide()

    def _set_busy(self, text: str) -> None:
        self.status.setText(text)
        # The card says it where it is shown: a line that comes and goes above it would make everything jump.
        self.status.setVisible(bool(text) and self.result_box.isHidden())
        self.busy_bar.setAccessibleDescription(text)
        if not text:
            self._busy_timer.stop()
            self.busy_bar.hide()
        elif not self.busy_bar.isVisible():
            self._busy_timer.start()


def breakable(name: str) -> str:
    """A file name that a label can wrap: a break is allowed after each separator."""
    return "".join(f"{letter}\u200b" if letter in "_-. /\\" else letter for letter in name)
