"""A round glass over the image that shows what lies under it larger."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from skin_gui.ui.widgets.theme import theme

if TYPE_CHECKING:
    from skin_gui.ui.viewer.image_view import ImageView

KEY = Qt.Key.Key_Z
TIMES = 3.0
_LEAST_ZOOM = 2.0
"""Screen pixels an image pixel: a glass over a large image that is shown whole must show its pixels, too."""
_SIDE = 220
_RIM = 3.0


class Magnifier(QObject):
    """Shows the glass at the mouse: while its key is held down, or for as long as it is switched on."""

    shown_changed = Signal(bool)
    """The glass is there, or away."""

    def __init__(self, view: "ImageView", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._is_on = self._is_held = False
        self.glass = Glass(view)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.viewport().setMouseTracking(True)

    def switch(self, on: bool) -> None:
        """Leave the glass there, or take it away."""
        self._is_on = on
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse and the key; the image has all other events to itself."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() == KEY and not event.modifiers():
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()
            elif not event.isAutoRepeat():
                self._hold(kind == QEvent.Type.KeyPress)
            return True
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._hold(False)
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self.glass.go_to(event.position().toPoint())
        elif kind == QEvent.Type.Leave and watched is self._view.viewport():
            self.glass.hide()
        elif kind == QEvent.Type.Enter and watched is self._view.viewport():
            self._show()
        return False

    def _hold(self, held: bool) -> None:
        self._is_held = held
        self._show()

    def _show(self) -> None:
        wanted = (self._is_on or self._is_held) and self._view.has_image()
        if wanted and self.glass.isHidden():
            place = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
            inside = self._view.viewport().rect().contains(place)
            self.glass.go_to(place if inside else self._view.viewport().rect().center())
        if wanted == self.glass.isHidden():
            self.glass.setVisible(wanted)
            self.shown_changed.emit(wanted)


class Glass(QWidget):
    """Draws a part of the image's scene, with all that lies over it."""

    def __init__(self, view: "ImageView") -> None:
        super().__init__(view.viewport())
        self._view = view
        self._middle = QPointF()
        self.resize(_SIDE, _SIDE)
        # The mouse belongs to the image under it.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.zoom_changed.connect(self.update)
        self.hide()

    @property
    def zoom(self) -> float:
        """Screen pixels an image pixel."""
        return max(self._view.zoom * TIMES, _LEAST_ZOOM)

    @property
    def part(self) -> QRectF:
        side = _SIDE * self.devicePixelRatioF() / self.zoom
        part = QRectF(QPointF(), QSizeF(side, side))
        part.moveCenter(self._middle)
        return part

    def go_to(self, place: QPoint) -> None:
        """Lie with the middle over a place of the view, whose image is magnified."""
        self._middle = self._view.mapToScene(place)
        self.move(place - self.rect().center())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(_RIM, _RIM, -_RIM, -_RIM)
        circle = QPainterPath()
        circle.addEllipse(frame)
        painter.save()
        painter.setClipPath(circle)
        painter.fillPath(circle, QColor(theme().colours.window))
        self._view.scene().render(painter, QRectF(self.rect()), self.part)
        painter.restore()
        painter.setPen(QPen(QColor(theme().colours.accent), _RIM))
        painter.drawEllipse(frame)
