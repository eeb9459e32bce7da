"""A ruler on the image: a line between two clicks, with its length in millimetres where these are known."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QLocale, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from skin_gui.ui.texts.formats import left_to_right

if TYPE_CHECKING:
    from pathlib import Path

    from skin_gui.ui.viewer.image_view import ImageView
    from skin_gui.ui.viewer.open_image import OpenImage

_LINE, _HALO = QColor("#ffffff"), QColor(0, 0, 0, 170)
_WIDTH, _HALO_WIDTH, _END = 2.0, 4.0, 7.0  # screen pixels
_CLICK = 4.0
"""Screen pixels: who lets go farther from where the button went down has drawn the line in one pull."""


@dataclass(frozen=True)
class Scale:
    """Millimetres in the skin that a pixel stands for."""

    across: float
    """From one column to the next."""
    down: float
    """From one row to the next."""
    calibrated: bool
    """By the user's own line; else as the file says."""

    def length(self, line: QLineF) -> float:
        """Of a line in image pixels: millimetres."""
        return math.hypot(line.dx() * self.across, line.dy() * self.down)


class Ruler(QObject):
    """Takes the clicks on the view while it is on. What the user calibrates holds for that file alone."""

    measured = Signal(str)
    """A sentence for the status bar once a line is drawn; empty once there is none."""
    left = Signal()
    """Escape: the user has had enough."""

    def __init__(self, view: "ImageView", image: "OpenImage", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._image = view, image
        self._calibrated: dict[Path, Scale] = {}
        self._start: QPointF | None = None
        self._pressed = QPointF()
        self._is_on = False
        self.item = RulerItem()
        view.add_overlay(self.item)
        image.changed.connect(lambda _: self._clear())
        image.loaded.connect(lambda _: self._show())

    @property
    def line(self) -> QLineF | None:
        """The line that is drawn, in image pixels; None while there is none that is done."""
        return None if self._start is not None or self.item.line.isNull() else self.item.line

    @property
    def scale(self) -> Scale | None:
        """That of the image on the screen; None where neither the file nor the user says."""
        shown = self._image.shown
        if shown is None:
            return None
        if shown.path in self._calibrated:
            return self._calibrated[shown.path]
        spacing = shown.facts.spacing
        return Scale(spacing[1], spacing[0], calibrated=False) if spacing is not None else None

    def switch(self, on: bool) -> None:
        """Take the clicks from now on, or leave them to the image; the line goes with the ruler."""
        if on == self._is_on:
            return
        self._is_on = on
        viewport = self._view.viewport()
        for watched in (self._view, viewport):
            if on:
                watched.installEventFilter(self)
            else:
                watched.removeEventFilter(self)
        viewport.setMouseTracking(True)
        viewport.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.OpenHandCursor)
        self._clear()

    def calibrate(self, millimetres: float) -> None:
        """Have the line that is drawn be so long, greater than 0: with it all of this file's."""
        shown, line = self._image.shown, self.line
        if shown is None or line is None:
            return
        each = millimetres / line.length()
        self._calibrated[shown.path] = Scale(each, each, calibrated=True)
        self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Two clicks, or one pull, draw a line; Escape ends it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        if not isinstance(event, QMouseEvent) or not self._view.has_image():
            return False
        place = self._view.mapToScene(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove:
            if self._start is not None:
                self._draw(QLineF(self._start, place))
            return bool(event.buttons() & Qt.MouseButton.LeftButton)
        if not is_left:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            pulled = (event.position() - self._pressed).manhattanLength() > _CLICK
            if self._start is not None and pulled:
                self._end(place)
        elif self._start is None:
            self._start, self._pressed = place, event.position()
            self._draw(QLineF(place, place))
        else:
            self._pressed = event.position()
            self._end(place)
        return True

    def _end(self, place: QPointF) -> None:
        start, self._start = self._start, None
        if start is not None:
            self._draw(QLineF(start, place))
            self._show()

    def _draw(self, line: QLineF) -> None:
        self.item.set_line(line, self._length_text(line), self._view.image_area)

    def _show(self) -> None:
        line = self.line
        if line is None:
            return
        self._draw(line)
        self.measured.emit(self._sentence(line))

    def _clear(self) -> None:
        self._start = None
        self.item.set_line(QLineF(), "", QRectF())
        self.measured.emit("")

    def _length_text(self, line: QLineF) -> str:
        scale, locale = self.scale, QLocale()
        if scale is None:
            text = self.tr("{count} pixels").format(count=locale.toString(round(line.length())))
        else:
            text = self.tr("{millimetres} mm").format(millimetres=locale.toString(scale.length(line), "f", 1))
        return left_to_right(text)

    def _sentence(self, line: QLineF) -> str:
        scale, length = self.scale, self._length_text(line)
        if scale is None:
            text = self.tr("{length}. How large a pixel is, this file does not say: calibrate the ruler.")
        elif scale.calibrated:
            text = self.tr("{length}, by your own calibration of this image.")
        else:
            text = self.tr("{length}, by the file's pixel spacing.")
        return text.format(length=length)


class RulerItem(QGraphicsItem):
    """The line with a stroke at each end and its length; as thick at every zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text, self._area = QLineF(), "", QRectF()
        self.setZValue(10)

    def set_line(self, line: QLineF, text: str, area: QRectF) -> None:
        self.prepareGeometryChange()
        self.line, self.text, self._area = line, text, area
        self.setVisible(not line.isNull())
        self.update()

    def boundingRect(self) -> QRectF:
        """All of the image: the text is as large at every zoom, and the view paints all of itself anyway."""
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Light on a dark halo: skin and lesions have every colour."""
        on_screen = painter.worldTransform().map(self.line)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strokes = [on_screen, *_ends(on_screen)]
        for colour, width in ((_HALO, _HALO_WIDTH), (_LINE, _WIDTH)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLines(strokes)
        self._paint_text(painter, on_screen)
        painter.restore()

    def _paint_text(self, painter: QPainter, line: QLineF) -> None:
        room = QRectF(painter.fontMetrics().boundingRect(self.text)).adjusted(-6, -3, 6, 3)
        room.moveCenter(line.center() + QPointF(0, -room.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_HALO)
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(_LINE)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text)


def _ends(line: QLineF) -> list[QLineF]:
    """A short stroke across each end; none where the line has no direction yet."""
    if line.length() < 1:
        return []
    across = line.normalVector().unitVector()
    step = QPointF(across.dx(), across.dy()) * _END
    return [QLineF(end - step, end + step) for end in (line.p1(), line.p2())]
