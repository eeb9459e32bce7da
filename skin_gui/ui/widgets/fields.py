"""Fields for numbers and paths, as the style sheet and right-to-left windows want them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from skin_gui.ui.texts.formats import left_to_right, without_marks

_INSET = 7


def inset(spin: QAbstractSpinBox) -> None:
    """Keep the figure off the frame: Qt leaves the style sheet's padding at a field's leading edge out."""
    if spin.isRightToLeft():
        spin.lineEdit().setTextMargins(0, 0, _INSET, 0)
    else:
        spin.lineEdit().setTextMargins(_INSET, 0, 0, 0)


class PathField(QLineEdit):
    """Shows a path with its parts in their order, which a text that is being typed cannot keep: its tool tip does then.

    The characters for that are none of its `text`, nor of what is copied.
    """

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self.textChanged.connect(lambda _: self.setToolTip(left_to_right(self.text())))
        self.setText(path)

    def text(self) -> str:
        return without_marks(super().text())

    def setText(self, text: str | None, /) -> None:
        """Show a path, in its order unless it is being typed in."""
        super().setText(text if self.hasFocus() else left_to_right(text or ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Without the characters that keep the order, over which the cursor would stumble."""
        self._show(self.text())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """In its order again."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu copies
            self._show(left_to_right(self.text()))

    def _show(self, text: str) -> None:
        if text != super().text():  # else the steps that can be undone would be lost
            super().setText(text)
