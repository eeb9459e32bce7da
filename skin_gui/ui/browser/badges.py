"""The badges on a thumbnail. Shape and sign say what colour says: not everybody sees the colours.

The signs are those of the icons beside labels elsewhere. Letters would be as small as these and differ by one dot in
Arabic.
"""

import math

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPolygonF

from skin_gui.ui.browser.browser_state import FileState, Review
from skin_gui.ui.texts.formats import probability_text
from skin_gui.ui.texts.results import OTHER_MODEL
from skin_gui.ui.widgets.icons import icon
from skin_gui.ui.widgets.theme import theme

_INSET = 5
_PADDING = 3
_SMALL = 0.85
_BROKEN_ICON = 28
_STROKE = 0.13
# Strokes in parts of the square that they stand in.
_TICK = (((0.29, 0.52), (0.44, 0.67), (0.72, 0.35)),)
_EXCLAMATION = (((0.5, 0.25), (0.5, 0.55)), ((0.5, 0.75), (0.5, 0.755)))


class Badges(QObject):
    """Paints the badges of one tile after another: `start`, then what is to be seen on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._fonts: dict[str, tuple[QFont, QFontMetricsF]] = {}

    def start(self, painter: QPainter, tile: QRect, direction: Qt.LayoutDirection, font: QFont) -> None:
        """Go to a tile; badges lie along its edges in reading direction."""
        self._painter, self._tile = painter, QRectF(tile)
        self._mirrored = direction == Qt.LayoutDirection.RightToLeft
        self._font, self._metrics = self._small(font)
        painter.setFont(self._font)
        self._side = math.ceil(self._metrics.height()) + 2

    def paint_all(self, state: FileState, *, by_other: bool) -> None:
        """What is known of a file that has a picture; `by_other`: of a result, that another model made it."""
        if state.problem:
            self._failed_chip()
        elif state.label is not None:
            self._label_chip(state, OTHER_MODEL if by_other else "")
        if state.synthetic:
            self._text_chip(self.tr("Synthetic"))
        self._review_badge(state)

    def paint_broken(self, state: FileState) -> None:
        """A tile without a picture, because there is none to be had."""
        middle = self._tile.center()
        colour = theme().colours.error
        area = QRectF(0, 0, _BROKEN_ICON, _BROKEN_ICON)
        area.moveCenter(middle - QPointF(0, self._metrics.height() / 2 + 2))
        self._icon("error", colour).paint(self._painter, area.toRect())
        text = self.tr("Unreadable") if state.unreadable else self.tr("Failed")
        self._painter.setPen(QColor(theme().colours.on_backdrop))
        line = QRectF(self._tile.x(), area.bottom() + 4, self._tile.width(), self._metrics.height())
        self._text(line, self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width()))

    # The kinds of badges

    def _label_chip(self, state: FileState, mark: str) -> None:
        """Shape with a sign, then the probability: bottom, first in reading direction."""
        number = "" if state.probability is None else f"{probability_text(state.probability)}{mark}"
        width = self._side + (self._metrics.horizontalAdvance(number) + 3 * _PADDING if number else 2 * _PADDING)
        chip = self._chip(width, bottom=True, first=True)
        self._shape(self._sign(chip, 0), state.label or "")
        self._painter.setPen(QColor(theme().colours.text))
        self._text(self._beside_sign(chip), number)

    def _failed_chip(self) -> None:
        word = self.tr("Failed")
        chip = self._chip(self._side + self._metrics.horizontalAdvance(word) + 3 * _PADDING, bottom=True, first=True)
        self._icon("error", theme().colours.error).paint(self._painter, self._sign(chip, 0).toRect())
        self._painter.setPen(QColor(theme().colours.error))
        self._text(self._beside_sign(chip), word)

    def _text_chip(self, text: str) -> None:
        room = self._tile.width() - 3 * _INSET - self._side
        text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 4 * _PADDING)
        chip = self._chip(self._metrics.horizontalAdvance(text) + 4 * _PADDING, bottom=False, first=True)
        self._painter.setPen(QColor(theme().colours.text))
        self._text(chip, text)

    def _review_badge(self, state: FileState) -> None:
        """A tick for what was agreed; with the new label's sign for what was changed; a question mark for unsure."""
        colours = theme().colours
        match state.review:
            case Review.NONE:
                return
            case Review.UNSURE:
                self._icon("unsure", colours.warning).paint(
                    self._painter, self._centred(self._chip(self._side + 2 * _PADDING, bottom=False, first=False))
                )
            case Review.AGREED:
                chip = self._chip(self._side + 2 * _PADDING, bottom=False, first=False, fill=colours.accent)
                self._icon("check", colours.on_accent).paint(self._painter, self._centred(chip))
            case Review.CHANGED:
                chip = self._chip(2 * self._side + 3 * _PADDING, bottom=False, first=False)
                self._icon("check", colours.text).paint(self._painter, self._sign(chip, 0).toRect())
                self._shape(self._sign(chip, 1), state.reviewer_label or "")

    # What they are made of

    def _chip(self, width: float, *, bottom: bool, first: bool, fill: str = "") -> QRectF:
        """A small plate in a corner of the tile."""
        height = self._side + 4
        tile = self._tile
        left = tile.left() + _INSET if first != self._mirrored else tile.right() - _INSET - width
        top = tile.bottom() - _INSET - height if bottom else tile.top() + _INSET
        chip = QRectF(round(left), round(top), math.ceil(width), height)
        colours = theme().colours
        self._painter.setPen(QPen(QColor(fill or colours.border), 1))
        self._painter.setBrush(QColor(fill or colours.surface))
        self._painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        return chip

    def _sign(self, chip: QRectF, place: int) -> QRectF:
        """The square for the first or second sign on a plate, in reading direction."""
        offset = _PADDING + place * (self._side + _PADDING)
        left = chip.right() - offset - self._side if self._mirrored else chip.left() + offset
        return QRectF(left, chip.top() + (chip.height() - self._side) / 2, self._side, self._side)

    def _beside_sign(self, chip: QRectF) -> QRectF:
        """The rest of a plate, after its first sign."""
        sign = self._side + 2 * _PADDING
        return chip.adjusted(_PADDING, 0, -sign, 0) if self._mirrored else chip.adjusted(sign, 0, -_PADDING, 0)

    def _shape(self, area: QRectF, label: str) -> None:
        """A disc with a tick for benign, an octagon with an exclamation mark for malignant."""
        colours = theme().colours
        malignant = label == "malignant"
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colours.malignant if malignant else colours.benign))
        if malignant:
            self._painter.drawPolygon(_octagon(area))
        else:
            self._painter.drawEllipse(area)
        pen = QPen(QColor(colours.surface), max(area.width() * _STROKE, 1.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        for stroke in _EXCLAMATION if malignant else _TICK:
            self._painter.drawPolyline([_point_in(area, *place) for place in stroke])

    def _text(self, area: QRectF, text: str) -> None:
        self._painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine), text)

    def _centred(self, chip: QRectF) -> QRect:
        area = QRectF(0, 0, self._side, self._side)
        area.moveCenter(chip.center())
        return area.toRect()

    def _icon(self, name: str, colour: str) -> QIcon:
        key = (name, colour)
        if key not in self._icons:
            self._icons[key] = icon(name, QColor(colour))
        return self._icons[key]

    def _small(self, font: QFont) -> tuple[QFont, QFontMetricsF]:
        key = font.key()
        if key not in self._fonts:
            small = QFont(font)
            small.setPointSizeF(max(font.pointSizeF() * _SMALL, 6.0))
            self._fonts[key] = (small, QFontMetricsF(small))
        return self._fonts[key]


def _point_in(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height())


def _octagon(area: QRectF) -> QPolygonF:
    """Regular, as tall as the area."""
    cut = area.width() * (1 - 1 / math.sqrt(2))
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    return QPolygonF(
        [
            QPointF(left + cut, top),
            QPointF(right - cut, top),
            QPointF(right, top + cut),
            QPointF(right, bottom - cut),
            QPointF(right - cut, bottom),
            QPointF(left + cut, bottom),
            QPointF(left, bottom - cut),
            QPointF(left, top + cut),
        ]
    )
