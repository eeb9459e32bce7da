"""A field for a path."""

from PySide6.QtWidgets import QLineEdit

from skin_gui.ui.texts.formats import left_to_right


class PathField(QLineEdit):
    """Its tool tip is the whole path with its parts in their order, which a text that is typed in cannot keep."""

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self.textChanged.connect(lambda text: self.setToolTip(left_to_right(text)))
        self.setText(path)
