"""Menus that keep the keyboard to themselves while they are open."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar


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


class MenuBar(QMenuBar):
    """A menu bar that lets no key of its open menus through either.

    A key that a menu has no use for it hands to its bar, for Alt with the letter of another menu. For the window's
    shortcuts that is a key like any other.
    """

    def event(self, event: QEvent) -> bool:
        """Take what an open menu hands on, but for Alt and a letter."""
        is_handed_on = event.type() == QEvent.Type.ShortcutOverride and QApplication.activePopupWidget() is not None
        if is_handed_on and isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.accept()
            return True
        return super().event(event)


def give_own_menu(field: QLineEdit) -> None:
    """Let the menu of a text field that lies among single-letter shortcuts be a `Menu` with the same entries."""

    def show(place: QPoint) -> None:
        menu = Menu(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(field.createStandardContextMenu().actions())
        menu.popup(field.mapToGlobal(place))

    field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    field.customContextMenuRequested.connect(show)
