"""Labels in the roles that the style sheet knows, in one call."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from skin_gui.ui.widgets.icons import icon
from skin_gui.ui.widgets.theme import theme


def styled_label(
    text: str = "",
    role: str = "",
    *,
    wraps: bool = False,
    selectable: bool = False,
    align: Qt.AlignmentFlag | None = None,
) -> QLabel:
    """A plain text in a role; whoever looks at it may copy it where it is `selectable`."""
    label = QLabel(text, wordWrap=wraps, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if align is not None:
        label.setAlignment(align)
    return label


def text_label(text: str, role: str) -> QLabel:
    """A plain text that wraps, in a column of a page."""
    label = styled_label(text, role, wraps=True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def panel_label(role: str, text: str = "") -> QLabel:
    """A text that takes a panel's width, however narrow, and breaks into lines."""
    label = styled_label(text, role, wraps=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def rule() -> QFrame:
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget's properties again, as it does by itself only once."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class ElidedLabel(QLabel):
    """One line that is cut in the middle where it is too long; the tool tip has all of it."""

    def __init__(self, role: str = "") -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self._full = self._short = ""
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_full_text(self, text: str, tool_tip: str = "", *, short: str = "") -> None:
        """Show a text, as much of it as there is room for, or `short` instead, for which there always is."""
        self._full, self._short = text, short
        self.setToolTip(tool_tip or text)
        self.setAccessibleName(text)
        self._elide()

    def full_text(self) -> str:
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        self.setMinimumWidth(metrics.horizontalAdvance(self._short))
        text = metrics.elidedText(self._full, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(self._short if self._short and text != self._full else text)


class IconLabel(QLabel):
    """An icon beside a text, in a colour of the theme that is in force."""

    def __init__(self, side: int, name: str = "", colour: str = "") -> None:
        """Args: its side in pixels, the icon's name (none: nothing is shown), the name of its colour."""
        super().__init__()
        self.setFixedSize(side, side)
        theme().changed.connect(self._draw)
        self.show_icon(name, colour)

    def show_icon(self, name: str, colour: str) -> None:
        self._name, self._colour = name, colour
        self._draw()

    def _draw(self) -> None:
        if not self._name:
            self.setPixmap(QPixmap())
            return
        drawing = icon(self._name, QColor(getattr(theme().colours, self._colour)))
        self.setPixmap(drawing.pixmap(self.size(), self.devicePixelRatioF()))
