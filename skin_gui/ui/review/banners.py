"""Banners above the table: a batch whose camera the model's figures do not hold for, rows of another model."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton

from skin_gui.review.camera import CameraDoubt, Doubt
from skin_gui.review.results import Result
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.message_box import MessageBox


class CameraBanner(MessageBox):
    """Hidden until a batch is to be doubted; once dismissed it stays away until `begin`."""

    def __init__(self) -> None:
        super().__init__("warning")
        self._dismissed = False
        self.dismiss_button = QPushButton(self.tr("Dismiss"))
        self.add_button(self.dismiss_button, beside=True)
        self.dismiss_button.clicked.connect(self._dismiss)

    def begin(self) -> None:
        """Another batch: what was dismissed may be said again."""
        self._dismissed = False
        self.clear()

    def offer(self, doubt: CameraDoubt | None) -> None:
        """Say why a batch is to be doubted, and what to do; None says nothing."""
        self.set_messages([] if doubt is None or self._dismissed else [self._text(doubt)])

    def _text(self, doubt: CameraDoubt) -> str:
        texts = {
            Doubt.UNFAMILIAR: self.tr("{count} of {total} images are unlike the model’s training data."),
            Doubt.NEARLY_ALL_MALIGNANT: self.tr("{count} of {total} images are called malignant."),
            Doubt.NEARLY_ALL_BENIGN: self.tr("{count} of {total} images are called benign."),
        }
        locale = QLocale()
        seen = texts[doubt.doubt].format(count=locale.toString(doubt.count), total=locale.toString(doubt.total))
        advice = self.tr(
            "The model’s figures do not seem to hold for this camera or clinic. Calibrate it for your own clinic with "
            "labelled images: Settings, Calibrate."
        )
        return f"{seen} {advice}"

    def _dismiss(self) -> None:
        self._dismissed = True
        self.clear()


class ModelBanner(MessageBox):
    """Hidden where all rows are of the model in use."""

    def __init__(self) -> None:
        super().__init__("warning")
        tip = self.tr("Classify the images whose results another model has made; decisions and notes stay")
        self.button = push_button(picture="refresh", tip=tip)
        self.add_button(self.button, beside=True)
        self.show_others([], 0, "", busy=False)

    def show_others(self, others: Sequence[Result], total: int, in_use: str, *, busy: bool) -> None:
        """Args: the rows of other models, how many rows there are, the model in use, whether a batch runs."""
        self.button.setEnabled(not busy)
        count = QLocale().toString(len(others))
        self.button.setText(self.tr("Classify Again with This Model ({count})").format(count=count))
        if not others:
            self.clear()
            return
        if len(others) == total:
            text = self.tr("These results, marked *, are of the model {models}. In use is {own}.", "", len(others))
        else:
            text = self.tr(
                "{count} of these results, marked *, are of the model {models}. In use is {own}.", "", len(others)
            )
        another = self.tr("{name} (another of that name)").format(name=left_to_right(in_use))
        names = sorted({another if row.model == in_use else left_to_right(row.model) for row in others})
        models = QLocale().createSeparatedList(names)
        self.set_messages([text.format(count=count, models=models, own=left_to_right(in_use))])
