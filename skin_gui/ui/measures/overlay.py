"""A measure drawn on the image: outline, axes, eighths or colours."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from skin_gui.measures.measurer import Measures

Shown = Literal["outline", "asymmetry", "border", "colours"]

# Skin is red to yellow: these stay apart from it, and from each other for most colour-blind eyes.
LINE = QColor("#ffffff")
LOW = QColor("#35c6f4")
HIGH = QColor("#d81bde")
HALO = QColor(0, 0, 0, 150)

COLOUR_TINTS = {
    "white": "#ffffff",
    "red": "#e53935",
    "light brown": "#d9a066",
    "dark brown": "#7a4a21",
    "blue-grey": "#5b7fb5",
    "black": "#000000",
}
_WIDTH = 2.0  # screen pixels
_HALO_WIDTH = 4.0
_TINT = 205  # of 255


class MeasureOverlay(QGraphicsItem):
    """Lies over the image in its coordinates; lines keep their width at every zoom."""

    def __init__(self) -> None:
        super().__init__()
        self._measures: Measures | None = None
        self._area = QRectF()
        self.shown: Shown = "outline"
        self._outline = QPainterPath()
        self._tints = QImage()

    def set_measures(self, measures: "Measures | None", area: QRectF) -> None:
        """Take the measures of the image that fills an area of the scene; None for nothing to draw."""
        self.prepareGeometryChange()
        self._measures, self._area = measures, area
        self._outline = QPainterPath()
        for points in _outline_points(measures) if measures is not None else ():
            self._outline.addPath(_path(self._polygon(points), closed=True))
        self._tints = _tinted(measures) if measures is not None else QImage()
        self.update()

    def show_measure(self, shown: Shown) -> None:
        self.shown = shown
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._measures is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.shown == "colours":
            self._paint_colours(painter, self._measures)
        if self.shown == "border":
            self._paint_eighths(painter, self._measures)
        else:
            stroke(painter, self._outline, LINE)
        if self.shown == "asymmetry":
            self._paint_axes(painter, self._measures)

    def _polygon(self, points: "NDArray[np.float64]") -> QPolygonF:
        """Places of the measured image as places of the scene."""
        width, height = self._measures.size if self._measures else (1, 1)
        across, down = self._area.width() / width, self._area.height() / height
        return QPolygonF([QPointF(across * x, down * y) for x, y in points.tolist()])

    def _in_scene(self, measures: "Measures", points: "list[tuple[float, float]]") -> QPolygonF:
        import numpy as np  # noqa: PLC0415 - not before the first paint

        return self._polygon(measures.abcd.frame.places(np.array(points)))

    def _paint_axes(self, painter: QPainter, measures: "Measures") -> None:
        from skin_gui.measures.frame import CENTRE, RADIUS  # noqa: PLC0415 - not before the first paint

        for axis in measures.abcd.asymmetry.axes:
            along = QLineF.fromPolar(1.15 * RADIUS, -axis.angle).p2()
            ends = [(CENTRE + sign * along.x(), CENTRE + sign * along.y()) for sign in (-1, 1)]
            style = Qt.PenStyle.DashLine if axis.differs_in else Qt.PenStyle.SolidLine
            line = _path(self._in_scene(measures, ends), closed=False)
            stroke(painter, line, HIGH if axis.differs_in else LOW, style)

    def _paint_eighths(self, painter: QPainter, measures: "Measures") -> None:
        import numpy as np  # noqa: PLC0415 - not before the first paint

        from skin_gui.measures.border import EIGHTHS  # noqa: PLC0415
        from skin_gui.measures.frame import CENTRE  # noqa: PLC0415

        found = measures.abcd.border
        around = np.degrees(np.arctan2(found.points[:, 1] - CENTRE, found.points[:, 0] - CENTRE))
        eighth = ((around - found.start) % 360 // (360 / EIGHTHS)).astype(int)
        abrupt = np.array(found.abrupt)[eighth]
        places = self._polygon(measures.abcd.frame.places(found.points))
        count = len(abrupt)
        paths = {True: QPainterPath(), False: QPainterPath()}
        for number in range(count):
            path = paths[bool(abrupt[number])]
            path.moveTo(places.at(number))
            path.lineTo(places.at((number + 1) % count))
        stroke(painter, paths[False], LOW)
        stroke(painter, paths[True], HIGH)

    def _paint_colours(self, painter: QPainter, measures: "Measures") -> None:
        side = self._tints.width()
        corners = self._in_scene(measures, [(-0.5, -0.5), (side - 0.5, side - 0.5)])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(corners.at(0), corners.at(1)), self._tints)


def _outline_points(measures: "Measures") -> "list[NDArray[np.float64]]":
    """The contours of the lesion, in pixels of the image that was measured."""
    import numpy as np  # noqa: PLC0415 - not before the first paint

    from skin_gui.measures.drawing import mask_contours  # noqa: PLC0415

    width, height = measures.size
    return mask_contours(measures.outline.mask(width, height).astype(np.uint8))


def _tinted(measures: "Measures") -> QImage:
    """Each place of the frame in the tint of its colour, clear outside the lesion."""
    import numpy as np  # noqa: PLC0415 - not before the first paint

    from skin_gui.measures.colours import COLOURS  # noqa: PLC0415

    places = measures.abcd.colours.map
    tints = [QColor(COLOUR_TINTS[name]).rgba() & 0xFFFFFF | _TINT << 24 for name in COLOURS]
    pixels = np.array([0, *tints], dtype=np.uint32)[places.astype(int) + 1]
    rows = np.ascontiguousarray(pixels)
    height, width = rows.shape
    return QImage(rows.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def _path(polygon: QPolygonF, *, closed: bool) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(polygon)
    if closed:
        path.closeSubpath()
    return path


def stroke(painter: QPainter, path: QPainterPath, colour: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
    """Draw a line that is as wide at every zoom, and stands out from any skin."""
    for tint, width, how in ((HALO, _HALO_WIDTH, Qt.PenStyle.SolidLine), (colour, _WIDTH, style)):
        pen = QPen(tint, width, how)
        pen.setCosmetic(True)
        painter.strokePath(path, pen)
