"""The brush on the image: what it draws, where it is, and what mouse and keys make it do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from skin_gui.ui.measures.overlay import HIGH, LINE, LOW, stroke

if TYPE_CHECKING:
    from skin_gui.measures.drawing import OutlineDrawing, Point
    from skin_gui.ui.viewer.image_view import ImageView

SIZES = (2, 200)
"""Least and greatest diameter of the brush, in pixels of the drawing."""
_STEP = 1.25
_WAYS = {"Left": QPointF(-1, 0), "Right": QPointF(1, 0), "Up": QPointF(0, -1), "Down": QPointF(0, 1)}
_TINT = 70  # of 255


class BrushItem(QGraphicsItem):
    """The outline as it is being drawn, and the brush as a circle; in the image's coordinates."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self.outline = QPainterPath()
        self._brush: tuple[QPointF, float] | None = None
        self._adds = True
        self.setZValue(1)
        self.hide()

    def boundingRect(self) -> QRectF:
        return self._area

    def set_outline(self, path: QPainterPath, area: QRectF) -> None:
        self.prepareGeometryChange()
        self.outline, self._area = path, area
        self.update()

    def set_brush(self, place: QPointF | None, radius: float, *, adds: bool) -> None:
        """Show the brush at a place of the image; None takes it off."""
        self._brush = None if place is None else (place, radius)
        self._adds = adds
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(LOW)
        tint.setAlpha(_TINT)
        painter.fillPath(self.outline, tint)
        stroke(painter, self.outline, LINE)
        if self._brush is not None:
            circle = QPainterPath()
            circle.addEllipse(self._brush[0], self._brush[1], self._brush[1])
            stroke(painter, circle, LOW if self._adds else HIGH)


class Brush(QObject):
    """Draws into an `OutlineDrawing` with the mouse and the keys of the view, while it is active."""

    stroked = Signal()
    """The drawing has changed for good: a stroke has ended, or a step was undone, redone or taken to the start."""
    changed = Signal()
    """Kind or size of the brush, or what can be undone, have changed."""
    ended = Signal()
    """The user has had enough (Escape)."""

    def __init__(self, view: "ImageView", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.item = BrushItem()
        view.add_overlay(self.item)
        self.drawing: OutlineDrawing | None = None
        self.adds = True
        self.size = 40
        self._last: Point | None = None
        self._at: QPointF | None = None
        """Where the brush is seen on the image."""
        self._keys: dict[str, Callable[[], None]] = {
            "Space": self._dab,
            "E": lambda: self.set_adds(not self.adds),
            "[": lambda: self.set_size(round(self.size / _STEP)),
            "]": lambda: self.set_size(max(self.size + 1, round(self.size * _STEP))),
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Ctrl+Y": self.redo,
            "Esc": self.ended.emit,
        }
        for name, way in _WAYS.items():
            self._keys[name] = partial(self._move, way, draws=False)
            self._keys[f"Shift+{name}"] = partial(self._move, way, draws=True)

    @property
    def is_active(self) -> bool:
        """Whether the mouse draws."""
        return self.drawing is not None

    def begin(self, drawing: "OutlineDrawing") -> None:
        if self.drawing is None:
            self._view.installEventFilter(self)
            self._view.viewport().installEventFilter(self)
            self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
            self._view.viewport().setMouseTracking(True)
        self.drawing, self._last = drawing, None
        self._show()
        self.item.show()
        self._view.setFocus()  # there its keys are heard
        self.changed.emit()

    def end(self) -> None:
        """The mouse moves the image again."""
        if self.drawing is None:
            return
        self._view.removeEventFilter(self)
        self._view.viewport().removeEventFilter(self)
        self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.drawing, self._last = None, None
        self.item.hide()
        self.changed.emit()

    def set_adds(self, adds: bool) -> None:
        """Whether the lesion grows under the brush, else it shrinks."""
        self.adds = adds
        self._show_brush(self._at)
        self.changed.emit()

    def set_size(self, size: int) -> None:
        """Its diameter in pixels of the drawing."""
        self.size = min(max(size, SIZES[0]), SIZES[1])
        self._show_brush(self._at)
        self.changed.emit()

    def undo(self) -> None:
        self._step(lambda drawing: drawing.undo())

    def redo(self) -> None:
        self._step(lambda drawing: drawing.redo())

    def reset(self) -> None:
        self._step(lambda drawing: drawing.reset())

    def _step(self, step: "Callable[[OutlineDrawing], None]") -> None:
        if self.drawing is not None and self._last is None:
            step(self.drawing)
            self._show()
            self.changed.emit()
            self.stroked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the brush from the view, and from the keys of decisions."""
        if isinstance(event, QKeyEvent) and watched is self._view:
            return self._take_key(event)
        if watched is not self._view.viewport():
            return False
        if event.type() == QEvent.Type.Leave:
            self._show_brush(None)
        return isinstance(event, QMouseEvent) and self._take_mouse(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # which macOS gives the arrows
        keys = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
        call = self._keys.get(keys.toString(QKeySequence.SequenceFormat.PortableText))
        if call is None:
            return False
        # Accepted here, a key is no shortcut any more, and comes again as a key.
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            call()
        return True

    def _take_mouse(self, event: QMouseEvent) -> bool:
        place = self._view.mapToScene(event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._press(event, place)
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return self._press(event, place)  # two quick dabs
        if event.type() == QEvent.Type.MouseMove:
            self._show_brush(place)
            if self._last is not None:
                self._stroke_to(place)
                return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._last is not None:
            self._end_stroke()
            return True
        return False

    def _press(self, event: QMouseEvent, place: QPointF) -> bool:
        moves_image = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.button() != Qt.MouseButton.LeftButton or moves_image or self.drawing is None:
            return False
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._begin_stroke(place)
        return True

    def _begin_stroke(self, place: QPointF) -> None:
        if self.drawing is not None:
            self.drawing.begin()
            self._last = self._in_drawing(place)
            self._stroke_to(place)

    def _end_stroke(self) -> None:
        self._last = None
        self.changed.emit()
        self.stroked.emit()

    def _place(self) -> QPointF:
        """Where the keys have the brush; in the middle of the outline at first."""
        middle = self.item.outline.boundingRect() if not self.item.outline.isEmpty() else self._view.image_area
        return self._at if self._at is not None else middle.center()

    def _move(self, way: QPointF, *, draws: bool) -> None:
        """By half of its size; it draws on the way, or not."""
        if self._last is not None:  # the mouse draws
            return
        start, area = self._place(), self._view.image_area
        place = start + way * max(self.size / 2, 1) * self._scale()
        place = QPointF(min(max(place.x(), area.left()), area.right()), min(max(place.y(), area.top()), area.bottom()))
        if draws:
            self._begin_stroke(start)
            self._stroke_to(place)
            self._end_stroke()
        self._show_brush(place)
        self._view.ensureVisible(QRectF(place, place))

    def _dab(self) -> None:
        """As a click of the mouse."""
        if self._last is None:
            place = self._place()
            self._begin_stroke(place)
            self._end_stroke()
            self._show_brush(place)

    def _show_brush(self, place: QPointF | None) -> None:
        self._at = place
        self.item.set_brush(place, self.size / 2 * self._scale(), adds=self.adds)

    def _stroke_to(self, place: QPointF) -> None:
        if self.drawing is None or self._last is None:
            return
        end = self._in_drawing(place)
        self.drawing.stroke(self._last, end, self.size / 2, add=self.adds)
        self._last = end
        self._show()

    def _scale(self) -> float:
        """Image pixels to a pixel of the drawing."""
        return 1.0 if self.drawing is None else self._view.image_area.width() / self.drawing.mask.shape[1]

    def _in_drawing(self, place: QPointF) -> "Point":
        height, width = self.drawing.mask.shape if self.drawing is not None else (1, 1)
        area = self._view.image_area
        return place.x() * width / area.width(), place.y() * height / area.height()

    def _show(self) -> None:
        if self.drawing is None:
            return
        height, width = self.drawing.mask.shape
        area = self._view.image_area
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for contour in self.drawing.contours():
            places = contour * (area.width() / width, area.height() / height)
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))
            path.closeSubpath()
        self.item.set_outline(path, area)
