"""The user guide in a window of its own: it is read where there is no network."""

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QShortcut, QTextBlock, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QWidget,
)

from skin_gui import paths
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import fit_on_screen

_SIZE = QSize(980, 720)
_CONTENTS_WIDTH = 220
_MARGIN = 24
_DEEPEST = 3
_PICTURE = re.compile(r"^\s*!\[[^\]]*\]\([^)]*\)\s*$", re.MULTILINE)
_CONTENTS = re.compile(r"^Contents:.*?\n\n", re.MULTILINE | re.DOTALL)
_OTHER_DOCUMENT = re.compile(r"\[([^\]]*)\]\((?!#|https?:)[^)]*\)")


def guide_text(path: Path) -> str:
    """The guide as Markdown for this window.

    Without its pictures, which show what is on the screen, its list of contents, which stands at the side, and its
    links to other documents, which are not at hand.

    Raises:
        OSError: it is not there.
    """
    text = path.read_text(encoding="utf-8")
    return _OTHER_DOCUMENT.sub(r"\1", _CONTENTS.sub("", _PICTURE.sub("", text)))


class GuideWindow(QDialog):
    """Contents at the side, the text, and a field that finds words in it. It stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("User Guide"))
        fit_on_screen(self, _SIZE)
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # it is in English
        self.text.document().setDocumentMargin(_MARGIN)
        self._fill()
        theme().changed.connect(self._fill)  # links keep the colour that they were written with
        self.text.anchorClicked.connect(self._follow)
        self.contents = QListWidget()
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.contents.setSpacing(2)
        for block in self._headings():
            item = QListWidgetItem("    " * max(block.blockFormat().headingLevel() - 2, 0) + block.text())
            item.setData(Qt.ItemDataRole.UserRole, block.position())
            self.contents.addItem(item)
        self.contents.currentItemChanged.connect(lambda item: self._go_to(item.data(Qt.ItemDataRole.UserRole)))
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(self.tr("Find in the guide"))
        self.find_field.setAccessibleName(self.tr("Find in the guide"))
        self.find_field.setClearButtonEnabled(True)
        picture = QAction(self)
        set_icon(picture, "search", "muted")
        self.find_field.addAction(picture, QLineEdit.ActionPosition.LeadingPosition)
        self.nothing = styled_label(self.tr("Not found"), "small")
        self.nothing.hide()
        self.find_field.textChanged.connect(lambda words: self._find(words, from_start=True))
        self.find_field.returnPressed.connect(lambda: self._find(self.find_field.text(), from_start=False))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.find_field.setFocus)
        self._arrange()

    def _fill(self) -> None:
        bar = self.text.verticalScrollBar()
        place = bar.value()
        self.text.setMarkdown(guide_text(paths.user_guide()))
        self._let_commands_break()
        bar.setValue(place)

    def _let_commands_break(self) -> None:
        """Markdown's code keeps each line whole, and the longest one would make all of the text wider than the view."""
        cursor, block = QTextCursor(self.text.document()), self.text.document().begin()
        while block.isValid():
            form = block.blockFormat()
            if form.nonBreakableLines():
                form.setNonBreakableLines(False)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(form)
            block = block.next()

    def _arrange(self) -> None:
        side = QWidget()
        in_column(side, self.find_field, self.nothing, (self.contents, 1), margins=12)
        split = QSplitter()
        split.addWidget(side)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([_CONTENTS_WIDTH, _SIZE.width() - _CONTENTS_WIDTH])
        in_column(self, split)
        self.find_field.setFocus()

    def _headings(self) -> list[QTextBlock]:
        found, block = [], self.text.document().begin()
        while block.isValid():
            if 2 <= block.blockFormat().headingLevel() <= _DEEPEST:
                found.append(block)
            block = block.next()
        return found

    def _go_to(self, position: int) -> None:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(position)
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - _MARGIN)

    def _find(self, words: str, *, from_start: bool) -> None:
        """Select the next place with these words; after the last one comes the first."""
        if from_start:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        is_found = not words or bool(self.text.find(words))
        if not is_found and not from_start:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            is_found = bool(self.text.find(words))
        self.nothing.setHidden(is_found)

    def _follow(self, link: QUrl) -> None:
        """Go to a section; what is on the network opens in the browser."""
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
            return
        for block in self._headings():
            if _anchor(block.text()) == link.fragment():
                self._go_to(block.position())


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
