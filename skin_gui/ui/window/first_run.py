"""The notice of the first start: what the program is not. It stays until it was accepted once."""

import logging

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from skin_gui.preferences import PreferencesError, change_preferences, current_preferences
from skin_gui.preferences.declared import NOTICE_ACCEPTED
from skin_gui.ui.texts.results import disclaimer
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.layouts import in_column, in_row

_log = logging.getLogger(__name__)


class FirstRunNotice(QWidget):
    """A line above everything else. No dialog: it is in nobody's way, and is there until somebody reads it."""

    def __init__(self) -> None:
        super().__init__()
        frame = QFrame()
        frame.setObjectName("warningBox")
        self.setAccessibleName(self.tr("Notice"))
        self.text = QLabel(
            f"<b>{disclaimer()}.</b> "
            + self.tr("Do not diagnose or treat anyone by what it says. Your images never leave this computer.")
        )
        self.text.setWordWrap(True)
        self.accept_button = push_button(self.tr("I Understand"))
        self.accept_button.clicked.connect(self.accept)
        in_row(frame, (self.text, 1), self.accept_button, spacing=16, margins=(16, 8, 8, 8))
        in_column(self, frame, margins=8)
        if current_preferences()[NOTICE_ACCEPTED]:
            self.hide()

    def accept(self) -> None:
        """Remember that it was read, and go."""
        try:
            change_preferences({NOTICE_ACCEPTED.key: True})
        except PreferencesError as error:
            _log.warning("The notice will come again: %s", error)
        self.hide()


def below_notice(content: QWidget, notice: QWidget) -> QWidget:
    """A window's content with the notice of the first start above it, and another one."""
    whole = QWidget()
    in_column(whole, FirstRunNotice(), notice, (content, 1), spacing=0)
    return whole
