"""Drawing on a page in millimetres, from top to bottom and in reading direction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from skin_gui.ui.widgets.theme import LIGHT

INK = "#1b242a"
LINE = "#c9d1d6"
TRACK = "#e3e8eb"
# Paper is light: what else has a colour has that of the light theme.
BENIGN, MALIGNANT, MUTED = LIGHT.benign, LIGHT.malignant, LIGHT.muted
WARNING, WARNING_FILL, WARNING_LINE = LIGHT.warning, LIGHT.warning_soft, LIGHT.warning_border

_INCH_MM = 25.4
LEADING = 1.15
"""Of a line's height, from one line to the next."""


@dataclass(frozen=True)
class TextStyle:
    """How a text looks."""

    points: float = 9.5
    bold: bool = False
    colour: str = INK
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading


BODY = TextStyle()
SMALL = TextStyle(points=8, colour=MUTED)
SMALL_AT_END = replace(SMALL, align=Qt.AlignmentFlag.AlignTrailing)


def label_colour(label: str | None) -> str:
    return {"malignant": MALIGNANT, "benign": BENIGN}.get(label or "", INK)


class PageCanvas:
    """A page's painter; lengths in millimetres from the page's upper leading corner."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice, *, right_to_left: bool) -> None:
        self.painter = painter
        self._scale = device.logicalDpiX() / _INCH_MM
        page = device.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        self.width, self.height = page.width(), page.height()
        self.right_to_left = right_to_left
        self._is_silent = False

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Measure what is drawn in the block, and draw nothing."""
        self._is_silent = True
        try:
            yield
        finally:
            self._is_silent = False

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle in the painter's units, `x` counted from the leading edge."""
        left = self.width - x - width if self.right_to_left else x
        return QRectF(left * self._scale, y * self._scale, width * self._scale, height * self._scale)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        style: TextStyle = BODY,
        *,
        measure_only: bool = False,
    ) -> float:
        """Write text, wrapped to a width, even within a long word; returns how high it is."""
        layout = self._layout(text, self._font(style), width, style.align)
        if not (measure_only or self._is_silent):
            area = self.rect(x, y, width, 1)
            self.painter.setPen(QColor(style.colour))
            self._draw(layout, QPointF(area.left(), area.top()))
        return layout.boundingRect().height() / self._scale

    def _draw(self, layout: QTextLayout, place: QPointF) -> None:
        """Write what is laid out; in a preview as its outlines.

        A preview keeps each run of letters as a text, and orders it anew when it is looked at, without the line that it
        stands in: in Arabic percent signs, brackets and full stops end up elsewhere.
        """
        if self.painter.paintEngine().type() != QPaintEngine.Type.Picture:
            layout.draw(self.painter, place)
            return
        outlines = QPainterPath()
        outlines.setFillRule(Qt.FillRule.WindingFill)
        for run in layout.glyphRuns():
            font = run.rawFont()
            for glyph, position in zip(run.glyphIndexes(), run.positions(), strict=True):
                outlines.addPath(font.pathForGlyph(glyph).translated(place + position))
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.fillPath(outlines, self.painter.pen().color())

    def lines(self, text: str, width: float, style: TextStyle = BODY) -> list[str]:
        """The lines that `text` writes it in."""
        layout = self._layout(text, self._font(style), width, style.align)
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        # Positions count UTF-16 units, as Qt does.
        units = layout.text().encode("utf-16-le")
        parts = [units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())] for line in lines]
        return [part.decode("utf-16-le", "replace").rstrip("\u2028 ") for part in parts]

    def elided(self, text: str, width: float, style: TextStyle, where: Qt.TextElideMode) -> str:
        """The text, with an ellipsis where it does not fit into one line."""
        metrics = QFontMetricsF(self._font(style), self.painter.device())
        return metrics.elidedText(text, where, width * self._scale)

    def _font(self, style: TextStyle) -> QFont:
        font = QFont(self.painter.font())
        font.setPointSizeF(style.points)
        font.setWeight(QFont.Weight.DemiBold if style.bold else QFont.Weight.Normal)
        return font

    def _layout(self, text: str, font: QFont, width: float, align: Qt.AlignmentFlag) -> QTextLayout:
        # Absolute: a text layout does not turn alignments round by itself.
        if self.right_to_left and align != Qt.AlignmentFlag.AlignHCenter:
            leading = align == Qt.AlignmentFlag.AlignLeading
            align = Qt.AlignmentFlag.AlignRight if leading else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(align | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        direction = Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        device = self.painter.device()
        layout = QTextLayout(text.replace("\n", "\u2028"), font, device)
        layout.setTextOption(option)
        line_height = QFontMetricsF(font, device).height() * LEADING
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * self._scale)
            line.setPosition(QPointF(0, top))
            top += line_height
        layout.endLayout()
        return layout

    def image(self, picture: QImage, x: float, y: float, width: float, height: float) -> None:
        """Fit a picture into a frame, in its own proportions."""
        if self._is_silent:
            return
        frame = self.rect(x, y, width, height)
        size = picture.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(frame.center())
        self.painter.drawImage(target, picture)

    def stretch(self, picture: QImage, x: float, y: float, width: float, height: float) -> None:
        """Fill a frame with a picture, whatever its proportions."""
        if self._is_silent:
            return
        self.painter.drawImage(self.rect(x, y, width, height), picture)

    def fill(self, x: float, y: float, width: float, height: float, colour: str, *, line: str = "") -> None:
        if self._is_silent:
            return
        radius = min(1.2, height / 2) * self._scale
        self.painter.setPen(QPen(QColor(line), 0.2 * self._scale) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawRoundedRect(self.rect(x, y, width, height), radius, radius)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def rule(self, x: float, y: float, width: float) -> None:
        if self._is_silent:
            return
        area = self.rect(x, y, width, 0)
        self.painter.setPen(QPen(QColor(LINE), 0.2 * self._scale))
        self.painter.drawLine(area.topLeft(), area.topRight())

    def tick(self, x: float, y: float, height: float) -> None:
        if self._is_silent:
            return
        area = self.rect(x, y, 0, height)
        self.painter.setPen(QPen(QColor(INK), 0.5 * self._scale))
        self.painter.drawLine(area.topLeft(), area.bottomLeft())
