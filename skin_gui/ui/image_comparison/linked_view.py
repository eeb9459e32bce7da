"""Views of images that zoom and move together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QWidget

from skin_gui.ui.viewer.image_view import ImageView


@dataclass(frozen=True)
class Look:
    """What part of an image is on the screen, whatever the image's size."""

    zoom: float
    """As a multiple of the zoom that shows the whole image."""
    x: float
    """Of the middle, as a part of the image's width."""
    y: float

    @property
    def is_whole(self) -> bool:
        return math.isclose(self.zoom, 1.0)


class LinkedView(ImageView):
    """Tells where the user looks."""

    looked = Signal(object)
    """`Look`, whenever the user zooms or moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follows = False
        self.zoom_changed.connect(self._emit_look)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._emit_look)

    def look(self) -> Look | None:
        """Where the user looks; None without an image."""
        if not self.has_image():
            return None
        area = self.sceneRect()
        middle = self.mapToScene(self.viewport().rect().center())
        return Look(self.zoom / self.fit_zoom, middle.x() / area.width(), middle.y() / area.height())

    def follow(self, look: Look) -> None:
        """Look at the same part, without telling so."""
        if not self.has_image():
            return
        self._follows = True
        if look.is_whole:  # and stays so, whatever size this view is given next
            self.fit()
        else:
            area = self.sceneRect()
            self.show_part(look.zoom * self.fit_zoom, QPointF(look.x * area.width(), look.y * area.height()))
        self._follows = False

    def _emit_look(self) -> None:
        look = None if self._follows else self.look()
        if look is not None:
            self.looked.emit(look)


class Link(QObject):
    """Keeps some views together while it is on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = True
        self._views: list[LinkedView] = []

    def set_views(self, views: Sequence[LinkedView]) -> None:
        """Keep these together, instead of those before."""
        for view in views:
            if view not in self._views:
                view.looked.connect(lambda look, view=view: self._follow(view, look))
        self._views = list(views)

    def _follow(self, source: LinkedView, look: Look) -> None:
        if self.is_on and source in self._views and source.isVisible():
            for view in self._views:
                if view is not source:
                    view.follow(look)
