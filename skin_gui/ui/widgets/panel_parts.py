"""What the panels beside the image are put together from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from skin_gui.ui.texts.results import disclaimer
from skin_gui.ui.widgets.layouts import STRETCH, Part, in_column


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


def scrolled(*parts: Part) -> QScrollArea:
    """A panel's parts below each other; they scroll up and down alone, and the keyboard is left to them."""
    content = QWidget()
    content.setObjectName("panelContent")
    in_column(content, *parts, STRETCH, spacing=12, margins=(24, 16, 24, 16))
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll


def fill_panel(panel: QWidget, *parts: Part, above: QWidget | None = None) -> None:
    """Lay a panel out: its parts, what stands still above them, and what the program is not below them."""
    note = panel_label("small")
    note.setText(disclaimer())
    note.setContentsMargins(24, 8, 24, 12)
    stands_still = [] if above is None else [above]
    in_column(panel, *stands_still, scrolled(*parts), rule(), note, spacing=0)
