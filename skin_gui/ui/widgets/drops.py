"""Files and folders dropped on a window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMargins, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from shiboken6 import isValid

_HINT_MARGIN = 16


class DropTarget(QObject):
    """Lets a widget take local files and folders; wherever in it they are dropped."""

    dropped = Signal(list)
    """The paths, in the order given."""
    dragging = Signal(bool)
    """Something that can be dropped is over the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._fields: list[QLineEdit] = []
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) or type(event) is QDragMoveEvent:
            if not dropped_paths(event.mimeData()):
                return False
            # Copy, whatever the source proposes: a move would let a file manager delete the original.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if isinstance(event, QDragEnterEvent):
                self._pass_fields_by()
            self.dragging.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._end()
            return True
        if type(event) is QDropEvent:
            self._end()
            paths = dropped_paths(event.mimeData())
            if paths:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.dropped.emit(paths)
            return True
        return False

    def _pass_fields_by(self) -> None:
        """Have no field take the files' names as a text: file managers offer them as one too."""
        self._fields += [field for field in self._widget.findChildren(QLineEdit) if field.acceptDrops()]
        for field in self._fields:
            field.setAcceptDrops(False)

    def _end(self) -> None:
        for field in self._fields:
            if isValid(field):
                field.setAcceptDrops(True)
        self._fields.clear()
        self.dragging.emit(False)


class DropHint(QLabel):
    """Lies over an area and says what a drop does there, while something that can be dropped is dragged over it."""

    def __init__(self, text: str, area: QWidget) -> None:
        super().__init__(text, area)
        self.setObjectName("dropHint")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_shown(self, shown: bool) -> None:
        area = self.parentWidget()
        if shown and self.isHidden() and area is not None:
            self.setGeometry(area.rect().marginsRemoved(QMargins(*(_HINT_MARGIN,) * 4)))
            self.raise_()
        self.setVisible(shown)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
