"""A box with an icon and a few sentences, in the flow of a panel."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import from_the_start
from skin_gui.ui.widgets.labels import IconLabel, styled_label
from skin_gui.ui.widgets.layouts import empty, in_column, in_row
from skin_gui.wording.fact import Fact

_ICON_SIDE = 20


class MessageBox(QFrame):
    """Warnings or an error; hidden while it has nothing to say."""

    def __init__(self, kind: Literal["warning", "error"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{kind}Box")
        self.setAccessibleName(self.tr("Warnings") if kind == "warning" else self.tr("Error"))
        self._picture = IconLabel(_ICON_SIDE, kind, kind)
        self._lines = in_column(None, spacing=8)
        self._column = in_column(None, self._lines, spacing=8)
        self._row = in_row(self, (self._picture, Qt.AlignmentFlag.AlignTop), (self._column, 1), spacing=12, margins=12)
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
        texts = [from_the_start(message) if isinstance(message, str) else words(message) for message in messages]
        empty(self._lines)
        for text in texts:
            self._lines.addWidget(styled_label(text, wraps=True, selectable=True))
        self.setAccessibleDescription(" ".join(texts))
        self.setVisible(bool(texts))

    def clear(self) -> None:
        self.set_messages([])

    def text(self) -> str:
        return self.accessibleDescription()
