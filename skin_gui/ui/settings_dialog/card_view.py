"""Shows a model card."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget


class CardView(QTextBrowser):
    """Markdown, and nothing else: a card may come from anywhere, so no link is followed and nothing is loaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelCard")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        # Tables are made to fit; rounded, they may still be a pixel wider than the view.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Model card"))
        self.setPlaceholderText(self.tr("Choose a model to read its card."))

    def show_card(self, text: str) -> None:
        """Show the Markdown text of a card; HTML in it stays text."""
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        self.document().setMarkdown(text, features)
        # Markdown has no table without a header: an empty one says nothing.
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable) and _is_empty_row(frame, 0):
                frame.removeRows(0, 1)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """No picture, no file, no address."""
        return None


def _is_empty_row(table: QTextTable, row: int) -> bool:
    cells = (table.cellAt(row, column) for column in range(table.columns()))
    return all(cell.firstCursorPosition() == cell.lastCursorPosition() for cell in cells)
