"""What the panels beside the image are put together from."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from skin_gui.ui.texts.results import disclaimer
from skin_gui.ui.widgets.labels import panel_label, rule
from skin_gui.ui.widgets.layouts import STRETCH, Part, in_column, in_row


def scrolled(*parts: Part) -> QScrollArea:
    """A panel's parts below each other; they scroll up and down alone, and the keyboard is left to them."""
    content = QWidget()
    content.setObjectName("panelContent")
    in_column(content, *parts, STRETCH, spacing=12, margins=(24, 16, 24, 16))
    return _PanelScroll(content)


class _PanelScroll(QScrollArea):
    """As wide as its content needs, whatever size its letters are given: nothing of it may be out of reach."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        beside = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + beside, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the scroll area itself listens to, too."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class StackingRow(QWidget):
    """Widgets side by side or, where there is no room for that, below each other."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._row = in_row(self, *widgets)
        self._widgets = widgets

    def minimumSizeHint(self) -> QSize:
        """Room for the widest."""
        hints = [widget.sizeHint() for widget in self._widgets]
        return QSize(max(hint.width() for hint in hints), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        needed = sum(widget.sizeHint().width() for widget in self._widgets)
        stacked = needed + self._row.spacing() * (len(self._widgets) - 1) > self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)


def fill_panel(panel: QWidget, *parts: Part, above: QWidget | None = None) -> None:
    """Lay a panel out: its parts, what stands still above them, and what the program is not below them."""
    note = panel_label("small", disclaimer())
    note.setContentsMargins(24, 8, 24, 12)
    stands_still = [] if above is None else [above]
    in_column(panel, *stands_still, scrolled(*parts), rule(), note, spacing=0)
