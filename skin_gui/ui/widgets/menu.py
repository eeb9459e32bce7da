"""Menus that keep the keyboard to themselves while they are open, and within their window."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar


class Menu(QMenu):
    """A menu whose keys reach nothing behind it.

    The widget that had the focus keeps it while a menu is open, and so do its single-letter shortcuts: without this, an
    M typed to choose an entry would record "Malignant" in the table.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Stay within the window, where the menu is not larger than it: Qt cares for the screen's edges alone."""
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is None or isinstance(parent, QMenu):
            return
        window = parent.window().frameGeometry()
        if self.width() <= window.width() and self.height() <= window.height():
            x = max(min(self.x(), window.right() + 1 - self.width()), window.left())
            self.move(x, max(min(self.y(), window.bottom() + 1 - self.height()), window.top()))

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
