"""Which part of the image is on the screen."""

from PySide6.QtCore import QRectF

from skin_gui.ui.viewer.image_view import ImageView


def visible_part(view: ImageView) -> QRectF:
    """In image pixels."""
    return view.mapToScene(view.viewport().rect()).boundingRect().intersected(view.image_area)
