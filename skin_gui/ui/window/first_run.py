"""The notice of the first start: what the program is not. It stays until it was accepted once."""

import logging

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from skin_gui.preferences import PreferencesError, change_preferences, current_preferences
from skin_gui.preferences.declared import NOTICE_ACCEPTED
from skin_gui.ui.widgets.texts import disclaimer

_log = logging.getLogger(__name__)


class FirstRunNotice(QWidget):
    """A line above everything else. No dialog: it is in nobody's way, and is there until somebody reads it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = QFrame()
        frame.setObjectName("warningBox")
        self.setAccessibleName(self.tr("Notice"))
        self.text = QLabel(
            f"<b>{disclaimer()}.</b> "
            + self.tr("Do not diagnose or treat anyone by what it says. Your images never leave this computer.")
        )
        self.text.setWordWrap(True)
        self.accept_button = QPushButton(self.tr("I Understand"))
        self.accept_button.clicked.connect(self.accept)
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self.text, 1)
        row.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(frame)
        self.setVisible(not current_preferences()[NOTICE_ACCEPTED])

    def accept(self) -> None:
        """Remember that it was read, and go."""
        try:
            change_preferences({NOTICE_ACCEPTED.key: True})
        except PreferencesError as error:
            _log.warning("The notice will come again: %s", error)
        self.hide()


def below_notice(content: QWidget) -> QWidget:
    """A window's content with the notice above it."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(FirstRunNotice())
    layout.addWidget(content, 1)
    return whole
