"""Room before the figure of a number field."""

from PySide6.QtWidgets import QAbstractSpinBox

_INSET = 7


def inset(spin: QAbstractSpinBox) -> None:
    """Keep the figure off the frame: Qt leaves the style sheet's padding at a field's leading edge out."""
    if spin.isRightToLeft():
        spin.lineEdit().setTextMargins(0, 0, _INSET, 0)
    else:
        spin.lineEdit().setTextMargins(_INSET, 0, 0, 0)
