"""A box with an icon and a few sentences, in the flow of a panel."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget

from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import from_the_start
from skin_gui.ui.widgets.icons import icon
from skin_gui.ui.widgets.layouts import in_column, in_row
from skin_gui.ui.widgets.theme import theme
from skin_gui.wording.fact import Fact

_ICON_SIDE = 20


class MessageBox(QFrame):
    """Warnings or an error; hidden while it has nothing to say."""

    def __init__(self, kind: Literal["warning", "error"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{kind}Box")
        self.setAccessibleName(self.tr("Warnings") if kind == "warning" else self.tr("Error"))
        self._kind = kind
        self._picture = QLabel()
        self._picture.setFixedSize(_ICON_SIDE, _ICON_SIDE)
        self._lines = in_column(None, spacing=8)
        self._column = in_column(None, self._lines, spacing=8)
        self._row = in_row(self, (self._picture, Qt.AlignmentFlag.AlignTop), (self._column, 1), spacing=12, margins=12)
        theme().changed.connect(self._style_icon)
        self._style_icon()
        self.clear()

    def add_button(self, button: QAbstractButton, *, beside: bool = False) -> None:
        """Put what mends it below the sentences, or beside them where there is width and no height to spare."""
        if beside:
            self._row.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
            self._row.setAlignment(self._picture, Qt.AlignmentFlag.AlignVCenter)
            self._row.setContentsMargins(12, 8, 8, 8)
        else:
            self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)

    def set_messages(self, messages: Sequence[str | Fact]) -> None:
        """Show these sentences and facts, one below the other; none hides the box."""
        texts = [from_the_start(message) if isinstance(message, str) else words(message) for message in messages]
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for text in texts:
            label = QLabel(text)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(label)
        self.setAccessibleDescription(" ".join(texts))
        self.setVisible(bool(texts))

    def clear(self) -> None:
        self.set_messages([])

    def text(self) -> str:
        return self.accessibleDescription()

    def _style_icon(self) -> None:
        colours = theme().colours
        colour = QColor(colours.warning if self._kind == "warning" else colours.error)
        self._picture.setPixmap(icon(self._kind, colour).pixmap(self._picture.size(), self.devicePixelRatioF()))
