"""Questions before something is lost: the button says what it does, and Enter and Esc do nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

_Buttons = tuple[QMessageBox, QPushButton, QPushButton]


def ask(
    parent: QWidget,
    title: str,
    question: str,
    verb: str,
    then: Callable[[], object],
    *,
    detail: str = "",
    stay: str = "",
) -> QPushButton:
    """Ask without waiting for the answer; `then` follows where the user wants it.

    Args:
        parent: what the box stands over.
        verb: stands on the button that does it.
        detail: what else there is to know.
        stay: stands on the button that does nothing; "Cancel" where it is empty.

    Returns:
        The button that does nothing.
    """
    box, does, stays = _box(parent, title, question, verb, detail, stay)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    does.clicked.connect(then)
    box.open()
    return stays


def is_confirmed(parent: QWidget, title: str, question: str, verb: str, *, detail: str = "", stay: str = "") -> bool:
    """As `ask`, but wait for the answer."""
    box, does, _ = _box(parent, title, question, verb, detail, stay)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is does


def _box(parent: QWidget, title: str, question: str, verb: str, detail: str, stay: str) -> _Buttons:
    box = QMessageBox(QMessageBox.Icon.Warning, title, question, parent=parent, informativeText=detail)
    box.setTextFormat(Qt.TextFormat.PlainText)
    does = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
    if stay:
        stays = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    else:
        stays = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(stays)
    box.setEscapeButton(stays)
    return box, does, stays
