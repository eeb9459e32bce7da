"""Joins the window with its help: the user guide, the list of keys, and what the program is."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from skin_gui.ui.help.about_box import AboutDialog
from skin_gui.ui.help.guide_window import GuideWindow
from skin_gui.ui.help.shortcuts_window import KeyGroup, ShortcutsWindow, group_of, native
from skin_gui.ui.reading.reading_panel import ReadingPanel
from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.texts.results import plain
from skin_gui.ui.widgets.window_state import bring_to_front
from skin_gui.ui.window.parts import Parts


class WindowHelp(QObject):
    """Opens the help's windows, which are made when they are wanted."""

    def __init__(self, window: QWidget, parts: Parts, batch_review: BatchReview) -> None:
        super().__init__(window)
        self._window, self._parts, self._batch_review = window, parts, batch_review

    def show_about(self) -> None:
        self._show(AboutDialog(self._window))

    def show_guide(self) -> None:
        """Open the user guide; one is enough."""
        opened = self._window.findChild(GuideWindow)
        self._show(opened if opened is not None else GuideWindow(self._window))

    def show_shortcuts(self) -> None:
        """List the keys; one list is enough."""
        listed = self._window.findChild(ShortcutsWindow)
        self._show(listed if listed is not None else ShortcutsWindow(self.groups(), self._window))

    def groups(self) -> list[KeyGroup]:
        """All keys, as they are now."""
        menus = self._parts.menus
        groups = [
            group_of(plain(menu.title()), menu.actions())
            for menu in (menus.file, menus.image, menus.edit, menus.view, menus.lesions, menus.go, menus.help)
        ]
        groups.append(
            KeyGroup(
                self.tr("In the image"),
                [(plain(action.text()), native(keys)) for action, keys in self._parts.commands.view_keys],
            )
        )
        to_the_image = (self.tr("Go to the image"), native([QKeySequence("Return")]))
        browser_keys = [
            (self.tr("Go about"), native([QKeySequence(key) for key in ("Left", "Right", "Up", "Down")])),
            (self.tr("First and last image"), native([QKeySequence("Home"), QKeySequence("End")])),
            to_the_image,
        ]
        groups.append(KeyGroup(self.tr("In the image browser"), browser_keys))
        reading = self._window.findChild(ReadingPanel)
        if reading is not None:
            groups.append(group_of(self.tr("In review mode"), reading.actions_with_keys))
        table = self._batch_review.table
        if table is not None:
            review = group_of(self.tr("In the table of the batch review"), table.review_bar.actions_with_keys)
            groups.append(KeyGroup(review.title, [*review.entries, to_the_image]))
        return groups

    @staticmethod
    def _show(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bring_to_front(dialog)
