"""A line above everything else that says what became of what was to be opened."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from skin_gui.ui.browser.folder_files import FolderFiles
from skin_gui.ui.texts.formats import left_to_right
from skin_gui.ui.widgets.buttons import push_button, tool_button
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.message_box import MessageBox

_MOST_NAMED = 3


class FolderNotice(QWidget):
    """Says that the open folder is gone, or what was left out; hidden otherwise."""

    def __init__(self, files: FolderFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._left_out: Sequence[Path] = ()
        self._any_opened = False
        self.box = MessageBox("warning")
        self.button = push_button(self.tr("Read Again"), "refresh", self.tr("Look whether the folder is back (F5)"))
        self.dismiss_button = tool_button("cancel", self.tr("Hide this notice"))
        self.dismiss_button.clicked.connect(lambda: self.show_left_out([], any_opened=False))
        for button in (self.button, self.dismiss_button):
            self.box.add_button(button, beside=True)
        in_column(self, self.box, margins=8)
        files.listed.connect(self._update)
        self._update()

    def show_left_out(self, files: Sequence[Path], *, any_opened: bool) -> None:
        """Say which of the files that were to be opened are no images, if any, and whether others were opened."""
        self._left_out, self._any_opened = files, any_opened
        self._update()

    def text(self) -> str:
        return self.box.text()

    def _update(self) -> None:
        folder = self._files.folder
        is_lost = folder is not None and bool(self._files.problem and self._files.has_images)
        sentences = [self._left_out_text()] if self._left_out else []
        if is_lost and folder is not None:
            text = self.tr(
                "The folder {name} can no longer be read; what is shown and decided is kept, and Read Again brings the "
                "rest once it is back."
            )
            sentences.append(text.format(name=left_to_right(folder.name or str(folder))))
        self.box.set_messages(sentences)
        self.button.setVisible(is_lost)
        self.dismiss_button.setVisible(bool(self._left_out))
        self.setVisible(bool(sentences))

    def _left_out_text(self) -> str:
        count = len(self._left_out)
        names = [left_to_right(file.name) for file in self._left_out[:_MOST_NAMED]]
        if count > _MOST_NAMED:
            more = count - _MOST_NAMED
            names.append(self.tr("{count} more", "", more).format(count=QLocale().toString(more)))
        if self._any_opened:
            text = self.tr("Left out, because they are no images: {names}.", "", count)
        else:
            text = self.tr("Nothing was opened, because these are no images: {names}.", "", count)
        return text.format(names=QLocale().createSeparatedList(names))
