"""The line below the table: what the reviewer can say, each with its key."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import STRETCH, in_row
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import window_ini

_SETTING = "review/advance"
_GAP = 8
_WORD_GAP = 4
"""Between sign and text, as Qt has it."""


class ReviewBar(QWidget):
    """Buttons for the review actions. The keys themselves work in the table only, where they are in nobody's way.

    Where there is no room for all the words, the last buttons lose theirs first; signs and keys remain, and the tool
    tips have the words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[KeyButton] = []
        keys = QKeySequence.StandardKey
        self.agree = self._action(self.tr("Agree"), "check", ["A"], self.tr("The model is right"))
        self.benign = self._action(self.tr("Benign"), "benign", ["B"], self.tr("It is benign"), "benign")
        self.malignant = self._action(self.tr("Malignant"), "malignant", ["M"], self.tr("It is malignant"), "malignant")
        self.unsure = self._action(self.tr("Unsure"), "unsure", ["U"], self.tr("It cannot be told"))
        self.note = self._action(self.tr("Note"), "note", ["N"], self.tr("Write a note"))
        self.withdraw = self._action(
            self.tr("Withdraw"), "cancel", ["Del", "Backspace"], self.tr("Take the decision back; the note stays")
        )
        self.next = self._action(
            self.tr("Next Unreviewed"), "next", ["J", "Space"], self.tr("Go to the next image without a decision")
        )
        self.undo = self._action(self.tr("Undo"), "undo", QKeySequence.keyBindings(keys.Undo), "")
        # Both habits everywhere: Ctrl+Shift+Z is no platform's only binding.
        redo = [*QKeySequence.keyBindings(keys.Redo), QKeySequence("Ctrl+Shift+Z")]
        self.redo = self._action(self.tr("Redo"), "redo", list(dict.fromkeys(redo)), "")
        # A key that is held down says one thing once; going from row to row alone may be repeated.
        for action in (*self.of_rows, self.undo, self.redo):
            action.setAutoRepeat(False)
        self.advance = _CheckBox(self.tr("Advance"))
        self.advance.setChecked(str(window_ini().value(_SETTING, "true")).lower() != "false")
        self.advance.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.advance.setToolTip(self.tr("After a decision, go to the next image without one"))
        self.advance.toggled.connect(lambda on: window_ini().setValue(_SETTING, on))
        self._lay_out()

    @property
    def actions_with_keys(self) -> tuple[QAction, ...]:
        return (*self.of_rows, self.next, self.undo, self.redo)

    @property
    def decisions(self) -> tuple[QAction, ...]:
        """Those that say what a lesion is."""
        return (self.agree, self.benign, self.malignant, self.unsure)

    @property
    def of_rows(self) -> tuple[QAction, ...]:
        return (self.agree, self.benign, self.malignant, self.unsure, self.note, self.withdraw)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() - QSize(sum(button.spared for button in self._buttons), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit the words anew when a part or the font has changed."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        # The words of the buttons go before those of the box are cut.
        spare = self.width() - self.minimumSizeHint().width() - self.advance.cut_at_most
        for button in self._buttons:
            spare -= button.width_of_words
            button.show_words(spare >= 0)

    def _lay_out(self) -> None:
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self.place = styled_label(role="small", align=trailing)
        self._buttons = [
            KeyButton(action) for action in (self.agree, self.benign, self.malignant, self.unsure, self.note, self.next)
        ]
        *decisions, onwards = self._buttons
        icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
        steps = [_set_up(QToolButton(), action, icon_only) for action in (self.undo, self.redo, self.withdraw)]
        in_row(self, *decisions, 4, onwards, self.advance, STRETCH, self.place, *steps, spacing=4)

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


class KeyButton(QToolButton):
    """A button with its action's first key beside the text, drawn as a key cap."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setProperty("review", True)
        self._shows_words = True
        self._key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        _set_up(self, action, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    @property
    def width_of_words(self) -> int:
        """What the text takes, with the gaps around it."""
        return self.fontMetrics().horizontalAdvance(f"  {self.text()}") + _WORD_GAP

    @property
    def spared(self) -> int:
        """What the button would be narrower without its text; nothing once that is hidden."""
        return self.width_of_words if self._shows_words else 0

    def show_words(self, shown: bool) -> None:
        if shown != self._shows_words:
            self._shows_words = shown
            self.updateGeometry()
            self.update()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Without the text where that is hidden; the sign keeps its place."""
        super().initStyleOption(option)
        if not self._shows_words:
            option.text = ""

    def sizeHint(self) -> QSize:
        """Room for the key too."""
        hidden = 0 if self._shows_words else self.width_of_words
        return super().sizeHint() + QSize(self._cap_width() + _GAP - hidden, 0)

    def minimumSizeHint(self) -> QSize:
        """The key is never hidden."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
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

    @property
    def cut_at_most(self) -> int:
        """How much narrower than its text asks for it can be."""
        return self.sizeHint().width() - self.minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().sizeHint().height(), super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)


def _set_up(button: QToolButton, action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolButtonStyle(style)
    return button
