"""Buttons with their icon and tool tip, in one call."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from skin_gui.ui.widgets.icons import set_icon


def push_button(text: str = "", picture: str = "", tip: str = "", *, primary: bool = False) -> QPushButton:
    """A button with a text; `primary`: what is done next, mostly."""
    button = QPushButton(text)
    button.setToolTip(tip)
    if primary:
        button.setProperty("primary", True)
    if picture:
        set_icon(button, picture, "on_accent" if primary else None)
    return button


def tool_button(picture: str, name: str, tip: str = "", *, has_text: bool = False) -> QToolButton:
    """A button that shows its icon, and its name where it is to be read; the name is its tool tip else."""
    button = QToolButton()
    button.setToolTip(tip or name)
    button.setAccessibleName(name)
    if has_text:
        button.setText(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    set_icon(button, picture)
    return button
