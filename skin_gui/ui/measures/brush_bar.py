"""The controls of the brush: add or erase, its size, undo, redo, reset, and the mask as a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSlider, QWidget

from skin_gui.ui.measures.brush import SIZES, Brush
from skin_gui.ui.widgets.buttons import push_button, tool_button
from skin_gui.ui.widgets.labels import styled_label, text_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_row


class BrushBar(QWidget):
    """A button that takes the brush, and what can be done with it while it is taken."""

    taken = Signal(bool)
    """The user wants to draw, or has finished."""
    save_wanted = Signal()
    """The mask is to be written to a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take = push_button(self.tr("Correct the Outline"), "note")
        self.take.setCheckable(True)
        self.save = push_button(self.tr("Save Mask…"), "export")
        self.add, self.erase = tool_button("add", self.tr("Add")), tool_button("cancel", self.tr("Erase"))
        self._kinds = QButtonGroup(self)
        for button in (self.add, self.erase):
            button.setCheckable(True)
            self._kinds.addButton(button)
        self.add.setChecked(True)
        self.undo, self.redo = tool_button("undo", self.tr("Undo")), tool_button("redo", self.tr("Redo"))
        self.reset = tool_button("rollback", self.tr("Reset"), self.tr("The program's own outline again"))
        self.thickness = QSlider(Qt.Orientation.Horizontal)
        self.thickness.setRange(*SIZES)
        self.thickness.setAccessibleName(self.tr("Size of the brush"))
        self.hint = text_label(
            self.tr(
                "Draw on the image. E changes between adding and erasing, [ and ] the size; Ctrl+Z takes a stroke "
                "back; Esc ends. With Ctrl held the mouse moves the image. The measures follow; the probability does "
                "not."
            ),
            "small",
        )
        self._lay_out()
        self.take.toggled.connect(self.taken)
        self.take.toggled.connect(self._tools.setVisible)
        self.save.clicked.connect(self.save_wanted)

    def _lay_out(self) -> None:
        self._tools = QWidget()
        buttons = in_row(None, self.add, self.erase, self.undo, self.redo, self.reset, STRETCH)
        sizes = in_row(None, styled_label(self.tr("Size"), "small"), (self.thickness, 1))
        in_column(self._tools, buttons, sizes, self.hint)
        self._tools.hide()
        in_column(self, in_row(None, self.take, self.save, STRETCH), self._tools)

    def follow(self, brush: Brush) -> None:
        self.add.toggled.connect(brush.set_adds)
        self.thickness.valueChanged.connect(brush.set_size)
        for button, call in ((self.undo, brush.undo), (self.redo, brush.redo), (self.reset, brush.reset)):
            button.clicked.connect(call)
        brush.changed.connect(lambda: self._show(brush))
        brush.ended.connect(lambda: self.take.setChecked(False))
        self._show(brush)

    def _show(self, brush: Brush) -> None:
        (self.add if brush.adds else self.erase).setChecked(True)
        self.thickness.setValue(brush.size)
        drawing = brush.drawing
        self.undo.setEnabled(drawing is not None and drawing.can_undo)
        self.redo.setEnabled(drawing is not None and drawing.can_redo)
        self.reset.setEnabled(drawing is not None and drawing.is_changed)
