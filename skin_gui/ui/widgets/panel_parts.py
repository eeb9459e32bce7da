"""What the panels beside the image are put together from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from skin_gui.ui.widgets.layouts import in_column
from skin_gui.ui.widgets.texts import disclaimer


def panel_label(role: str) -> QLabel:
    """A text that takes the panel's width and breaks into lines."""
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def rule() -> QFrame:
    """A line between two parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def scrolled(content: QWidget) -> QScrollArea:
    """A panel's content, which scrolls up and down alone and leaves the keyboard to its parts."""
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll


def fill_panel(panel: QWidget, content: QWidget, *above: QWidget) -> None:
    """Lay a panel out: what stands still above its content, the content, and what the program is not below it."""
    note = panel_label("small")
    note.setText(disclaimer())
    note.setContentsMargins(24, 8, 24, 12)
    in_column(panel, *above, scrolled(content), rule(), note, spacing=0)
