"""A question before something is lost: its button says what it does, and Enter and Esc do nothing."""

from PySide6.QtWidgets import QMessageBox, QWidget

_Button = QMessageBox.StandardButton


def is_confirmed(parent: QWidget, title: str, question: str, verb: str) -> bool:
    """Ask, and wait for the answer; `verb` stands on the button that does it."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question, _Button.Yes | _Button.Cancel, parent)
    box.button(_Button.Yes).setText(verb)
    box.setDefaultButton(_Button.Cancel)
    box.setEscapeButton(_Button.Cancel)
    return box.exec() == _Button.Yes
