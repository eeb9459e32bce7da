"""Says once, of a whole batch, that the model's figures do not seem to hold for its camera."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton

from skin_gui.review.camera import CameraDoubt, Doubt
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
