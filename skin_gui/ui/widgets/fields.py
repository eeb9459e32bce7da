"""Fields for numbers and paths, as the style sheet and right-to-left windows want them."""

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from skin_gui.ui.texts.formats import left_to_right

_INSET = 7


def inset(spin: QAbstractSpinBox) -> None:
    """Keep the figure off the frame: Qt leaves the style sheet's padding at a field's leading edge out."""
    if spin.isRightToLeft():
        spin.lineEdit().setTextMargins(0, 0, _INSET, 0)
    else:
        spin.lineEdit().setTextMargins(_INSET, 0, 0, 0)


class PathField(QLineEdit):
    """Its tool tip is the whole path with its parts in their order, which a text that is typed in cannot keep."""

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self.textChanged.connect(lambda text: self.setToolTip(left_to_right(text)))
        self.setText(path)
