"""The line below the table: what the reviewer can say, each with its key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from skin_gui.ui.icons import set_icon
from skin_gui.ui.settings import window_settings
from skin_gui.ui.theme import theme

_SETTING = "review/advance"
_GAP = 8


class ReviewBar(QWidget):
    """Buttons for the review actions. The keys themselves work in the table only, where they are in nobody's way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keys = QKeySequence.StandardKey
        self.agree = self._action(self.tr("Agree"), "check", ["A"], self.tr("The model is right"))
        self.benign = self._action(self.tr("Benign"), "benign", ["B"], self.tr("It is benign"), "benign")
        self.malignant = self._action(self.tr("Malignant"), "malignant", ["M"], self.tr("It is malignant"), "malignant")
        self.unsure = self._action(self.tr("Unsure"), "unsure", ["U"], self.tr("It cannot be told"))
        self.note = self._action(self.tr("Note"), "note", ["N"], self.tr("Write a note"))
        self.withdraw = self._action(
            self.tr("Withdraw"), "trash", ["Del", "Backspace"], self.tr("Take the decision back; the note stays")
        )
        self.next = self._action(
            self.tr("Next Unreviewed"), "next", ["J", "Space"], self.tr("Go to the next image without a decision")
        )
        self.undo = self._action(self.tr("Undo"), "undo", QKeySequence.keyBindings(keys.Undo), "")
        # Both habits everywhere: Ctrl+Shift+Z is no platform's only binding.
        redo = [*QKeySequence.keyBindings(keys.Redo), QKeySequence("Ctrl+Shift+Z")]
        self.redo = self._action(self.tr("Redo"), "redo", list(dict.fromkeys(redo)), "")
        self.advance = _CheckBox(self.tr("Go on after each decision"))
        self.advance.setChecked(str(window_settings().value(_SETTING, "true")).lower() != "false")
        self.advance.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.advance.setToolTip(self.tr("After a decision, go to the next image without one"))
        self.advance.toggled.connect(lambda on: window_settings().setValue(_SETTING, on))
        self._lay_out()

    @property
    def actions_with_keys(self) -> tuple[QAction, ...]:
        """Everything that has a key."""
        return (*self.of_rows, self.next, self.undo, self.redo)

    @property
    def of_rows(self) -> tuple[QAction, ...]:
        """Those that need a selected row."""
        return (self.agree, self.benign, self.malignant, self.unsure, self.note, self.withdraw)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.place = QLabel()
        self.place.setProperty("role", "small")
        for action in (self.agree, self.benign, self.malignant, self.unsure, self.note):
            layout.addWidget(_button(action, with_key=True))
        layout.addSpacing(8)
        layout.addWidget(_button(self.next, with_key=True))
        layout.addSpacing(8)
        layout.addWidget(self.advance)
        layout.addStretch(1)
        layout.addWidget(self.place)
        for action in (self.undo, self.redo, self.withdraw):
            layout.addWidget(_button(action))

    def _action(
        self, text: str, picture: str, keys: list[str] | list[QKeySequence], tip: str, colour: str | None = None
    ) -> QAction:
        action = QAction(text, self)
        set_icon(action, picture, colour)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        native = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
        action.setToolTip(f"{tip or text} ({native})")
        return action


class _KeyButton(QToolButton):
    """A button with its action's first key beside the text, drawn as a key cap."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setProperty("review", True)
        self._key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def sizeHint(self) -> QSize:
        """Room for the key too."""
        return super().sizeHint() + QSize(self._cap_width() + _GAP, 0)

    def minimumSizeHint(self) -> QSize:
        """The key is never hidden."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the key cap at its trailing edge."""
        super().paintEvent(event)
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.fontMetrics().height()
        cap = QRectF(self.width() - self._cap_width() - _GAP, (self.height() - height) / 2, self._cap_width(), height)
        if self.isRightToLeft():
            cap.moveLeft(_GAP)
        cap = cap.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(colours.border))
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(colours.muted if self.isEnabled() else colours.disabled))
        painter.setFont(self._cap_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _cap_width(self) -> int:
        return max(QFontMetrics(self._cap_font()).horizontalAdvance(self._key) + 8, self.fontMetrics().height())


class _CheckBox(QCheckBox):
    """A check box that shortens its text where there is no room for all of it."""

    def minimumSizeHint(self) -> QSize:
        """The box alone."""
        return QSize(super().sizeHint().height(), super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """As much of the text as fits."""
        super().initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)


def _button(action: QAction, *, with_key: bool = False) -> QToolButton:
    button = _KeyButton(action) if with_key else QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if with_key else Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(style)
    return button
