"""Joins the window with what looks closer at the image: the magnifier and the ruler."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from skin_gui.ui.viewer.magnifier import Magnifier
from skin_gui.ui.viewer.ruler import Ruler
from skin_gui.ui.window.parts import Parts

_LONGEST = 500.0
_USUAL = 10.0
"""Millimetres: the scale that a dermatoscope's plate carries."""


class WindowTools(QObject):
    """Both are switched in the menu, in the tool bar, and by a key on the image."""

    def __init__(self, window: QWidget, parts: Parts) -> None:
        super().__init__(window)
        self._window, self._commands = window, parts.commands
        commands = parts.commands
        self.magnifier = Magnifier(parts.view, self)
        self.ruler = Ruler(parts.view, parts.image, self)
        commands.magnifier.toggled.connect(self.magnifier.switch)
        commands.ruler.toggled.connect(self._switch_ruler)
        commands.calibrate_ruler.triggered.connect(self._ask_length)
        self.ruler.left.connect(lambda: commands.ruler.setChecked(False))
        self.ruler.measured.connect(parts.status.show_message)
        self.ruler.measured.connect(lambda _: self._update())

    def _switch_ruler(self, on: bool) -> None:
        self.ruler.switch(on)
        self._update()

    def _update(self) -> None:
        self._commands.calibrate_ruler.setEnabled(self.ruler.line is not None)

    def _ask_length(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Calibrate Ruler"))
        dialog.setInputMode(QInputDialog.InputMode.DoubleInput)
        dialog.setLabelText(self.tr("How long is the line in millimetres? It holds for this image alone."))
        dialog.setDoubleDecimals(1)
        dialog.setDoubleRange(0.1, _LONGEST)
        dialog.setDoubleValue(_USUAL)
        dialog.doubleValueSelected.connect(self.ruler.calibrate)
        dialog.open()
