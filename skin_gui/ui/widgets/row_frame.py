"""The framed groups that a page is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from skin_gui.ui.widgets.labels import rule, text_label
from skin_gui.ui.widgets.layouts import add_parts, in_column, in_row


class RowFrame(QWidget):
    """A heading and a frame with rows, a rule between each two that are seen."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        frame = QFrame()
        frame.setObjectName("settingsFrame")
        self._rows = in_column(frame, spacing=0, margins=(16, 4, 16, 4))
        self._entries: list[tuple[QWidget, QFrame]] = []
        above = [text_label(heading, "section")] if heading else []
        in_column(self, *above, frame, spacing=8)

    def add(self, row: QWidget) -> None:
        above = rule()
        add_parts(self._rows, above, row)
        self._entries.append((row, above))
        self.set_row_visible(row, True)

    def set_row_visible(self, row: QWidget, visible: bool) -> None:
        """Show or hide a row, with the rule above it."""
        row.setVisible(visible)
        first = True
        for one, above in self._entries:
            shown = not one.isHidden()
            above.setVisible(shown and not first)
            first = first and not shown


class Row(QWidget):
    """A label with a line of help at the leading edge, and a widget at the trailing one."""

    def __init__(self, label: str, help_text: str, widget: QWidget, buddy: QWidget | None = None) -> None:
        super().__init__()
        self.label = text_label(label, "body")
        if buddy is not None:
            self.label.setBuddy(buddy)
        self.help = text_label(help_text, "small")
        if not help_text:  # else it would be shown as a window of its own, as it has no place yet
            self.help.hide()
        words = in_column(None, self.label, self.help, spacing=2)
        in_row(self, (words, 1), (widget, Qt.AlignmentFlag.AlignVCenter), spacing=24, margins=(0, 10, 0, 10))
