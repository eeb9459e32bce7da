"""The held-out images that two models call differently, as thumbnails."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from skin_gui.ui.texts.formats import left_to_right, probability_text
from skin_gui.ui.widgets.icons import picture_icon
from skin_gui.ui.widgets.theme import theme
from skin_gui.workers.thumbnails import ThumbnailLoader

if TYPE_CHECKING:
    from skin_gui.imaging.scan import FoundImage
    from skin_gui.training.reports.model_comparison import ComparedImage, Comparison

_SIDE = 128
_MOST_SHOWN = 200
_HEIGHT = 2 * (_SIDE + 88)


class Disagreements(QListWidget):
    """The widest apart first; choosing one shows it in the window."""

    image_chosen = Signal(object)
    """Its path."""

    def __init__(self, comparison: "Comparison", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsFrame")
        self.setAccessibleName(self.tr("Images on which the models disagree"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setSpacing(8)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFixedHeight(_HEIGHT)
        self._items: dict[str, QListWidgetItem] = {}
        self._loader = ThumbnailLoader(self)
        self._loader.loaded.connect(self._show_thumbnail)
        shown = comparison.disagreements[:_MOST_SHOWN]
        for image in shown:
            self._add(image)
        self._loader.want([_found(image.path) for image in shown], self._pixels)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    @property
    def _pixels(self) -> int:
        return round(_SIDE * self.devicePixelRatioF())

    def stop(self) -> None:
        self._loader.stop()

    def _add(self, image: "ComparedImage") -> None:
        truth = self.tr("malignant") if image.label == "malignant" else self.tr("benign")
        text = self.tr("Truly {truth}\nnew {new}\nactive {active}").format(
            truth=truth, new=probability_text(image.new), active=probability_text(image.active)
        )
        blank = QPixmap(_SIDE, _SIDE)
        blank.fill(QColor(theme().colours.backdrop))
        item = QListWidgetItem(QIcon(blank), text, self)
        item.setData(Qt.ItemDataRole.UserRole, image.path)
        item.setToolTip(left_to_right(str(image.path)))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        item.setSizeHint(QSize(_SIDE + 24, _SIDE + 72))
        self._items[str(image.path)] = item

    def _show_thumbnail(self, file: "FoundImage", _side: int, image: QImage, _synthetic: bool) -> None:
        item = self._items.get(file.path)
        if item is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            item.setIcon(picture_icon(pixmap))

    def _choose(self, item: QListWidgetItem) -> None:
        self.image_chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _found(path: Path) -> "FoundImage":
    """What the thumbnail loader wants to know of a file; one that is gone fails there."""
    from skin_gui.imaging.scan import FoundImage  # noqa: PLC0415 - not before the first paint

    try:
        status = os.stat(path)  # noqa: PTH116 - one call for both
        modified, size = status.st_mtime_ns, status.st_size
    except OSError:
        modified = size = 0
    return FoundImage(str(path), path.name, modified, size, path.name)
