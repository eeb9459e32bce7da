"""The image on the screen: zoom, pan, and the heatmap laid over it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsItem,
    QGraphicsPixmapItem,
    QGraphicsScene,
    QGraphicsView,
    QLabel,
    QPinchGesture,
    QWidget,
)

from skin_gui.ui.texts.results import synthetic_text
from skin_gui.ui.viewer.image_item import ImageItem
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.widgets.focus import draw_focus
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.workers.shown import ShownImage

ZOOM_STEP = 1.25
_HIGHEST_ZOOM = 32.0
_LOWEST_ZOOM = 0.02
_HIGHEST_FIT = 4.0
_WHEEL_NOTCH = 120
_LEAVE_AFTER_MS = 150


class ImageView(QGraphicsView):
    """Shows one image. Zoom is in screen pixels (not points) an image pixel: 1 is one to one on any display."""

    zoom_changed = Signal(float)
    painted = Signal(object)
    """The path of the image that has come to the screen; None once it is taken off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Image"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setAcceptDrops(False)  # the window takes drops, wherever they land
        self._image = ImageItem()
        self._heatmap = QGraphicsPixmapItem()
        self._heatmap.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._heatmap.setVisible(False)
        self._wants_heatmap = self._holds_heatmap = False
        self.scene().addItem(self._image)
        self.scene().addItem(self._heatmap)
        self._fits = True
        self._path: Path | None = None
        self._is_left = False
        self._leaving = QTimer(self, singleShot=True, interval=_LEAVE_AFTER_MS)
        self._leaving.timeout.connect(self.clear)
        self._levels: tuple[QImage, ...] = ()
        self._awaits_paint = False
        self._badge = QLabel(self.viewport())
        self._badge.setProperty("role", "badge")
        in_column(self.viewport(), (self._badge, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop), margins=16)
        self._badge.hide()
        # Mouse events on the badge belong to the image under it.
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def listen_to(self, image: OpenImage) -> None:
        """Show the image that is open, whichever that is."""
        image.changed.connect(self._leave)
        image.loaded.connect(self._take)
        image.failed.connect(self.clear)
        image.predicted.connect(lambda predicted: self.set_heatmap(predicted.heatmap))
        self.painted.connect(image.set_painted)

    def _leave(self, path: Path | None) -> None:
        """The former image may stay for a moment, nameless and without its heatmap: going on must not flicker."""
        if path is None:
            self.clear()
        elif self._path not in (None, path):
            self.set_heatmap(None)
            self._is_left = True
            self._leaving.start()

    def _take(self, image: ShownImage) -> None:
        self._leaving.stop()
        self._is_left = False
        # Classified again, with another operating point say: the zoom and the place looked at stay.
        if not self.shows(image.path, image.levels):
            self.set_image(image.levels, synthetic_text() if image.synthetic else "", image.path)
        self._awaits_paint = True
        self.viewport().update()

    def set_image(self, levels: tuple[QImage, ...], badge: str = "", path: Path | None = None) -> None:
        """Show an image, whole.

        Args:
            badge: a note laid over its corner.
        """
        self._levels, self._path = levels, path
        self._image.set_levels(levels)
        self.set_heatmap(None)
        # A margin of half the view on each side would let the image be dragged off; the image's own edges hold it.
        self.scene().setSceneRect(self._image.boundingRect())
        self._badge.setText(badge)
        self._badge.setVisible(bool(badge))
        self.fit()

    def clear(self) -> None:
        self._leaving.stop()
        self._is_left = False
        self.set_image(())
        self._awaits_paint = False
        self.painted.emit(None)

    @property
    def path(self) -> Path | None:
        """Where the image is from; None without one, and while it only stays until the next one is there."""
        return None if self._is_left else self._path

    @property
    def picture(self) -> QImage | None:
        """The image itself, in full and without its heatmap."""
        return self._levels[0] if self._levels else None

    def picture_of(self, least_side: int) -> QImage | None:
        """The smallest of the image and its halves whose longest side has so many pixels; the image where none has."""
        large = [level for level in self._levels if max(level.width(), level.height()) >= least_side]
        return large[-1] if large else self.picture

    def shows(self, path: Path, levels: tuple[QImage, ...]) -> bool:
        """Whether this very picture of this file is set."""
        return self._path == path and bool(self._levels) and self._levels[0] == levels[0]

    def set_heatmap(self, picture: QImage | None) -> None:
        """Lay a coloured picture, of any size, over the whole image; None takes it off."""
        pixmap = QPixmap.fromImage(picture) if picture is not None else QPixmap()
        self._heatmap.setPixmap(pixmap)
        if not pixmap.isNull():
            area = self._image.boundingRect()
            self._heatmap.setTransform(
                QTransform.fromScale(area.width() / pixmap.width(), area.height() / pixmap.height())
            )

    def add_overlay(self, item: QGraphicsItem) -> None:
        """Lay an item over image and heatmap; its coordinates are the image's pixels."""
        self.scene().addItem(item)

    @property
    def image_area(self) -> QRectF:
        """Where the image lies in the scene: one unit for each of its pixels."""
        return self._image.boundingRect()

    def show_heatmap(self, visible: bool) -> None:
        self._wants_heatmap = visible
        self._heatmap.setVisible(visible and not self._holds_heatmap)

    def hold_heatmap_back(self, held: bool) -> None:
        """Do not show the heatmap, even switched on, while it would tell what is not to be known yet."""
        self._holds_heatmap = held
        self.show_heatmap(self._wants_heatmap)

    def heatmap_visible(self) -> bool:
        return self._heatmap.isVisible() and not self._heatmap.pixmap().isNull()

    def set_heatmap_opacity(self, opacity: float) -> None:
        """From 0, clear, to 1."""
        self._heatmap.setOpacity(opacity)

    @property
    def zoom(self) -> float:
        """Screen pixels an image pixel."""
        return self.transform().m11() * self.devicePixelRatioF()

    def fit(self) -> None:
        self._fits = True
        if self.has_image():
            self._set_scale(self.fit_zoom / self.devicePixelRatioF())
            self.centerOn(self._image.boundingRect().center())

    @property
    def fit_zoom(self) -> float:
        area, viewport = self._image.boundingRect(), self.maximumViewportSize()
        scale = min(viewport.width() / area.width(), viewport.height() / area.height())
        # A small sample stretched over a large screen would be a blur.
        return min(scale * self.devicePixelRatioF(), _HIGHEST_FIT)

    def show_part(self, zoom: float, middle: QPointF) -> None:
        """Show the image at a zoom, with a point of it (image pixels) in the middle, as far as its edges allow."""
        self._fits = False
        self._set_scale(zoom / self.devicePixelRatioF())
        self.centerOn(middle)

    def show_original_size(self) -> None:
        """One screen pixel for each image pixel, around the middle of what is on the screen."""
        self._zoom_to(1.0, QPointF(self.viewport().rect().center()))

    def zoom_in(self) -> None:
        self._zoom_by(ZOOM_STEP, QPointF(self.viewport().rect().center()))

    def zoom_out(self) -> None:
        self._zoom_by(1 / ZOOM_STEP, QPointF(self.viewport().rect().center()))

    def has_image(self) -> bool:
        return not self._image.boundingRect().isEmpty()

    def _zoom_by(self, factor: float, anchor: QPointF) -> None:
        self._zoom_to(self.zoom * factor, anchor)

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        """Zoom so that the image point under `anchor` (viewport coordinates) stays under it."""
        if not self.has_image():
            return
        self._fits = False
        zoom = min(max(zoom, _LOWEST_ZOOM), _HIGHEST_ZOOM)
        fixed = self.mapToScene(anchor.toPoint())
        self._set_scale(zoom / self.devicePixelRatioF())
        moved = self.mapFromScene(fixed) - anchor.toPoint()
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        step = -moved.x() if self.isRightToLeft() else moved.x()
        horizontal.setValue(horizontal.value() + step)
        vertical.setValue(vertical.value() + moved.y())

    def _set_scale(self, scale: float) -> None:
        anchor = self.transformationAnchor()
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setTransform(QTransform.fromScale(scale, scale))
        self.setTransformationAnchor(anchor)
        self.zoom_changed.emit(self.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; a touch pad's small steps zoom in small steps."""
        self._zoom_by(ZOOM_STEP ** (event.angleDelta().y() / _WHEEL_NOTCH), event.position())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell which image it was that came to the screen."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus(self.viewport())
        if self._awaits_paint and self.has_image():
            self._awaits_paint = False
            self.painted.emit(self._path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def event(self, event: QEvent) -> bool:
        """The frame of the focus is the viewport's."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching on a touch pad or a touch screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom_by(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._zoom_by(pinch.scaleFactor(), QPointF(self.viewport().mapFromGlobal(pinch.centerPoint())))
                return True
        return super().viewportEvent(event)
