"""What the panels beside the image are put together from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from skin_gui.ui.texts.results import disclaimer
from skin_gui.ui.widgets.labels import panel_label, rule
from skin_gui.ui.widgets.layouts import STRETCH, Part, in_column


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
    note = panel_label("small", disclaimer())
    note.setContentsMargins(24, 8, 24, 12)
    stands_still = [] if above is None else [above]
    in_column(panel, *stands_still, scrolled(*parts), rule(), note, spacing=0)
