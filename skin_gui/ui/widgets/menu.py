"""Menus that keep the keyboard to themselves while they are open."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu


class Menu(QMenu):
    """A menu whose keys reach nothing behind it.

    The widget that had the focus keeps it while a menu is open, and so do its single-letter shortcuts: without this, an
    M typed to choose an entry would record "Malignant" in the table.
    """

    def event(self, event: QEvent) -> bool:
        """Take every key before a shortcut can."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
