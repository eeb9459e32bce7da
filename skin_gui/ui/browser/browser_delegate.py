"""Paints one image of the browser: tile, picture, name, badges."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from skin_gui.ui.browser.badges import Badges
from skin_gui.ui.browser.browser_model import Role
from skin_gui.ui.browser.browser_state import FileState
from skin_gui.ui.browser.name_cuts import elided_name
from skin_gui.ui.browser.pixmap_cache import PixmapCache
from skin_gui.ui.texts.formats import in_reading_direction
from skin_gui.ui.widgets.theme import theme

_MARGIN = 3
_PADDING = 7
_GAP = 4
_RADIUS = 8
_PICTURE_RADIUS = 5

_Index = QModelIndex | QPersistentModelIndex


class BrowserDelegate(QStyledItemDelegate):
    """Paints what the model says in a cell of the view's size; a picture that is not there yet leaves its tile."""

    def __init__(self, pixmaps: PixmapCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pixmaps = pixmaps
        self._badges = Badges(self)
        self.edge = 128
        """Side of the square that pictures are fitted into."""
        self.has_captions = False
        """Whether there is a line for patient and lesion below the name."""
        self.cell = QSize()
        """The view's grid."""

    def smallest_cell(self, line_height: int) -> QSize:
        """As large as a tile with a line of text has to be."""
        side = self.edge + 2 * (_MARGIN + _PADDING)
        return QSize(side, side + _GAP + line_height * (2 if self.has_captions else 1))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        # By what is written, not by the window's language: "438.jpg" would turn into "jpg.438" in Arabic.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area: QRect = option.rect
        frame = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        state: FileState = index.data(Role.STATE)
        self._paint_frame(painter, option, frame)
        tile = QRect(frame.x() + (frame.width() - self.edge) // 2, frame.y() + _PADDING, self.edge, self.edge)
        has_picture = self._paint_picture(painter, tile, index.data(Role.FILE))
        font = option.font
        self._badges.start(painter, tile, option.direction, font)
        if has_picture:
            self._badges.paint_all(state, by_other=index.data(Role.BY_OTHER))
        elif state.problem:
            self._badges.paint_broken(state)
        top, bottom = tile.bottom() + _GAP, frame.bottom() - _GAP + 1
        middle = (top + bottom) // 2 if self.has_captions else bottom
        room, metrics = frame.width() - 2 * _PADDING, option.fontMetrics
        name = elided_name(metrics, index.data(Role.NAME), index.data(Role.TELLING), room)
        self._paint_line(painter, option, (frame, top, middle), in_reading_direction(name), "text")
        if self.has_captions:
            caption = metrics.elidedText(index.data(Role.CAPTION), Qt.TextElideMode.ElideMiddle, room)
            self._paint_line(painter, option, (frame, middle, bottom), caption, "muted")
        painter.restore()

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
        colours = theme().colours
        flags = option.state
        if flags & QStyle.StateFlag.State_Selected:
            focused = flags & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(colours.accent), 2.0 if focused else 1.0))
            painter.setBrush(QColor(colours.accent_soft))
        elif flags & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
        else:
            return
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _paint_picture(self, painter: QPainter, tile: QRect, file: object) -> bool:
        """The picture in the middle of its tile; False when there is none yet."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().colours.backdrop))
        painter.drawRoundedRect(tile, _PICTURE_RADIUS, _PICTURE_RADIUS)
        entry = self._pixmaps.get(file)
        if entry is None or entry[0].isNull():
            return False
        pixmap, side = entry
        # It fills its tile, even if it was made for another size or is somewhat small; what is tiny stays tiny.
        longer = max(pixmap.width(), pixmap.height())
        scale = self.edge / (longer if 2 * longer >= side else side)
        size = QSize(max(round(pixmap.width() * scale), 1), max(round(pixmap.height() * scale), 1))
        area = QRect(QPoint(0, 0), size)
        area.moveCenter(tile.center())
        brush = QBrush(pixmap)
        brush.setTransform(
            QTransform.fromTranslate(area.x(), area.y()).scale(
                size.width() / pixmap.width(), size.height() / pixmap.height()
            )
        )
        painter.setBrush(brush)
        painter.drawRoundedRect(area, _PICTURE_RADIUS, _PICTURE_RADIUS)
        return True

    @staticmethod
    def _paint_line(
        painter: QPainter, option: QStyleOptionViewItem, place: tuple[QRect, int, int], text: str, colour: str
    ) -> None:
        """Write a line in a colour of the theme; the place is the frame, the line's top and its bottom."""
        frame, top, bottom = place
        area = QRect(frame.x() + _PADDING, top, frame.width() - 2 * _PADDING, bottom - top)
        painter.setFont(option.font)
        painter.setPen(QColor(getattr(theme().colours, colour)))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine), text)
