"""One editor for each kind of setting, all of one shape."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSlider, QSpinBox, QWidget

from skin_gui.preferences import Setting, Value
from skin_gui.ui.texts.formats import percent_suffix
from skin_gui.ui.widgets.fields import inset
from skin_gui.ui.widgets.layouts import in_row

_SLIDER_WIDTH = 168
_FIELD_WIDTH = 112


class _NoWheel:
    """A field that leaves the wheel to the page until it is clicked: scrolling must not change a setting."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the value only where the keyboard is."""
        if self.hasFocus():  # type: ignore[attr-defined]
            super().wheelEvent(event)  # type: ignore[misc]
        else:
            event.ignore()


class _ComboBox(_NoWheel, QComboBox):
    pass


class _SpinBox(_NoWheel, QSpinBox):
    pass


class _DoubleSpinBox(_NoWheel, QDoubleSpinBox):
    pass


class _Slider(_NoWheel, QSlider):
    pass


class Editor(QWidget):
    """Shows and changes one setting."""

    changed = Signal()
    """By the user or by `set_value`."""

    def __init__(self, setting: Setting[Any]) -> None:
        super().__init__()
        self.setting = setting
        self.field: QWidget = self

    def value(self) -> Value:
        """What it shows now."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show a value."""
        raise NotImplementedError

    def _place(self, *widgets: QWidget) -> None:
        """Lay the widgets out; the last one takes the keyboard and has the setting's name."""
        in_row(self, *widgets, spacing=12)
        for widget in widgets:
            widget.setAccessibleName(setting_text(self.setting.label))
            widget.setAccessibleDescription(setting_text(self.setting.help))
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = widgets[-1]
        self.setFocusProxy(self.field)


class ChoiceEditor(Editor):
    """One of several words."""

    def __init__(self, setting: Setting[Any]) -> None:
        super().__init__(setting)
        self.box = _ComboBox()
        for choice in setting.choices:
            self.box.addItem(setting_text(choice.label), choice.value)
        self.box.currentIndexChanged.connect(self.changed)
        self._place(self.box)

    def value(self) -> Value:
        return str(self.box.currentData())

    def set_value(self, value: Value) -> None:
        self.box.setCurrentIndex(self.box.findData(value))


class SwitchEditor(Editor):
    """On or off."""

    def __init__(self, setting: Setting[Any]) -> None:
        super().__init__(setting)
        self.box = QCheckBox()
        self.box.setProperty("bare", True)
        self.box.toggled.connect(self.changed)
        self._place(self.box)

    def value(self) -> Value:
        return self.box.isChecked()

    def set_value(self, value: Value) -> None:
        self.box.setChecked(bool(value))


class WholeEditor(Editor):
    """A whole number."""

    def __init__(self, setting: Setting[Any]) -> None:
        super().__init__(setting)
        self.box = _SpinBox()
        inset(self.box)
        self.box.setRange(int(setting.minimum), int(setting.maximum))
        self.box.setSingleStep(int(setting.step))
        self.box.setGroupSeparatorShown(True)
        if setting.unit:
            self.box.setSuffix(f" {setting_text(setting.unit)}")
        if setting.zero:
            self.box.setSpecialValueText(setting_text(setting.zero))
        self.box.setMinimumWidth(_FIELD_WIDTH)
        self.box.valueChanged.connect(self.changed)
        self._place(self.box)

    def value(self) -> Value:
        return self.box.value()

    def set_value(self, value: Value) -> None:
        self.box.setValue(int(value))


class ShareEditor(Editor):
    """A number shown as a percentage, with a slider where the eye helps."""

    def __init__(self, setting: Setting[Any]) -> None:
        super().__init__(setting)
        self.box = _DoubleSpinBox()
        inset(self.box)
        self.box.setDecimals(0 if setting.step * 100 >= 1 else 1)
        self.box.setRange(setting.minimum * 100, setting.maximum * 100)
        self.box.setSingleStep(setting.step * 100)
        self.box.setSuffix(percent_suffix())
        self.box.setMinimumWidth(_FIELD_WIDTH)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(setting.minimum / setting.step), round(setting.maximum / setting.step))
        self.slider.setPageStep(max(self.slider.maximum() // 10, 1))
        self.slider.setFixedWidth(_SLIDER_WIDTH)
        self._stored = setting.default
        self.box.valueChanged.connect(self._type)
        self.slider.valueChanged.connect(self._slide)
        self._place(*((self.slider, self.box) if setting.slider else (self.box,)))

    def value(self) -> Value:
        """The share; what was set and not touched since comes back as it was, whatever the field rounds it to."""
        return float(self._stored)

    def set_value(self, value: Value) -> None:
        blockers = [QSignalBlocker(self.box), QSignalBlocker(self.slider)]
        self.box.setValue(float(value) * 100)
        self._move_slider(float(value))
        for blocker in blockers:
            blocker.unblock()
        self._stored = float(value)
        self.changed.emit()

    def _type(self, percentage: float) -> None:
        blocker = QSignalBlocker(self.slider)
        self._stored = self._within(percentage / 100)
        self._move_slider(self._stored)
        blocker.unblock()
        self.changed.emit()

    def _slide(self, step: int) -> None:
        blocker = QSignalBlocker(self.box)
        self._stored = self._within(step * self.setting.step)
        self.box.setValue(self._stored * 100)
        blocker.unblock()
        self.changed.emit()

    def _move_slider(self, value: float) -> None:
        self.slider.setValue(round(value / self.setting.step))

    def _within(self, value: float) -> float:
        return round(min(max(value, self.setting.minimum), self.setting.maximum), 6)


def make_editor(setting: Setting[Any]) -> Editor:
    kinds = {"choice": ChoiceEditor, "switch": SwitchEditor, "whole": WholeEditor, "share": ShareEditor}
    return kinds[setting.kind](setting)


def setting_text(text: str) -> str:
    """A label, help, choice or heading of a setting; nothing stays nothing."""
    return QCoreApplication.translate("Settings", text) if text else ""
