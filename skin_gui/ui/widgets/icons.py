"""The program's icons: line drawings in one colour, which follow the theme."""

import logging
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from skin_gui import paths
from skin_gui.ui.texts.formats import runs_from_the_right
from skin_gui.ui.widgets.theme import theme

_log = logging.getLogger(__name__)

_PLACEHOLDER = "currentColor"
# What a copy of an icon is made of; the icon itself is drawn at whatever size is asked for.
_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 144)
# These point along the reading direction.
_MIRRORED = frozenset({"next", "previous", "undo", "redo", "rollback"})


def icon(name: str, color: QColor | None = None) -> QIcon:
    """The action icon called ``name`` in ``color``, or else in the palette's text colour.

    Disabled and selected states have the palette's colours for them. The icon is drawn when and as large as it is
    needed, and looks right-to-left where the application does. It keeps the colours that it was made with:
    :func:`set_icon` makes a button follow the theme.

    An unknown name or a broken file gives an empty icon and a logged error: a window must not fail for it.
    """
    if not _drawing(name):
        return QIcon()
    palette = QGuiApplication.palette()
    normal = color or palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    colours = {
        QIcon.Mode.Normal: normal.rgba(),
        QIcon.Mode.Active: normal.rgba(),
        QIcon.Mode.Disabled: palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).rgba(),
        QIcon.Mode.Selected: palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText).rgba(),
    }
    flipped = name in _MIRRORED and runs_from_the_right()
    return QIcon(_Engine(name, colours, flipped))


def list_icon(name: str, color: QColor) -> QIcon:
    """The icon for an entry of a list, whose selection is too light for the colour of selected icons."""
    result, source = QIcon(), icon(name, color)
    for size in source.availableSizes():
        pixmap = source.pixmap(size, 1.0)
        result.addPixmap(pixmap)
        result.addPixmap(pixmap, QIcon.Mode.Selected)
    return result


def picture_icon(pixmap: QPixmap) -> QIcon:
    """An image for an entry of a list: in its own colours where the entry is selected too, which Qt would tint."""
    result = QIcon(pixmap)
    result.addPixmap(pixmap, QIcon.Mode.Selected)
    return result


def set_icon(target: QAction | QAbstractButton, name: str, colour: str | None = None) -> None:
    """Give ``target`` the icon now and again whenever the theme changes, for as long as it lives.

    ``colour`` names one of the theme's colours ("malignant", "accent", ...); without it the icon has the
    text's colour. A later call for the same target replaces the earlier.
    """
    for earlier in target.findChildren(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly):
        earlier.setParent(None)
        earlier.deleteLater()
    _Follower(target, name, colour)


def app_icon() -> QIcon:
    """The application's icon in all its sizes; empty, and logged, when the files are missing."""
    folder = paths.resources() / "icons"
    result = QIcon()
    for path in sorted(folder.glob("skin-gui-*.png")):
        result.addFile(str(path))
    if result.isNull():
        _log.error("the application icon is missing in %s", folder)
    return result


_copies: list[QIconEngine] = []


class _Engine(QIconEngine):
    """Draws an icon when it is first shown: most of a window's icons stand in menus, or in other sizes."""

    def __init__(self, name: str, colours: dict[QIcon.Mode, int], flipped: bool) -> None:
        super().__init__()
        self._name, self._colours, self._flipped = name, colours, flipped

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A square that has room in a size, in the screen's own pixels."""
        side = self.actualSize(size, mode, state).width()
        return QPixmap.fromImage(_coloured(self._name, side, self._colours[mode], self._flipped))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        place = QRect(QPoint(), self.actualSize(rect.size(), mode, state))
        place.moveCenter(rect.center())
        painter.drawPixmap(place, self.pixmap(place.size() * painter.device().devicePixelRatioF(), mode, state))

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        """A square that has room in a size."""
        side = min(size.width(), size.height())
        return QSize(side, side)

    def availableSizes(self, _mode: QIcon.Mode = ..., _state: QIcon.State = ...) -> list[QSize]:  # type: ignore[assignment]
        """For who makes pixmaps of it."""
        return [QSize(side, side) for side in _SIZES]

    def clone(self) -> QIconEngine:
        """For an icon that is copied and then changed. It is Qt's, but PySide would take it away with its last name."""
        copy = _Engine(self._name, self._colours, self._flipped)
        _copies.append(copy)
        return copy


class _Follower(QObject):
    """Lives in a button or action and renews its icon when the theme changes."""

    def __init__(self, target: QAction | QAbstractButton, name: str, colour: str | None) -> None:
        super().__init__(target)
        self._target = target
        self._name = name
        self._colour = colour
        # A slot of this object: Qt disconnects it when the target goes.
        theme().changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Draw the icon in the colours of now."""
        if self.parent() is None:
            return
        value = getattr(theme().colours, self._colour, None) if self._colour else None
        if self._colour and value is None:
            _log.error("the theme has no colour %r for the icon %r", self._colour, self._name)
        self._target.setIcon(icon(self._name, QColor(value) if value else None))


def _actions_folder() -> Path:
    return paths.resources() / "icons" / "actions"


@cache
def _drawing(name: str) -> bytes:
    """The drawing, in black, as SVG; empty when there is none that can be drawn."""
    path = _actions_folder() / f"{name}.svg"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        _log.exception("there is no icon %r", name)
        return b""
    drawing = text.replace(_PLACEHOLDER, "#000000").encode()
    if not QSvgRenderer(QByteArray(drawing)).isValid():
        _log.error("the icon file %s is not valid SVG", path)
        return b""
    return drawing


# Images, not pixmaps or icons: those must not outlive the application, as a module's cache does.
@lru_cache(maxsize=4096)
def _coloured(name: str, side: int, rgba: int, flipped: bool) -> QImage:
    """The drawing in a colour, ``rgba`` as :meth:`QColor.rgba` gives it."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_drawing(name))).render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgba(rgba))
    painter.end()
    return image.flipped(Qt.Orientation.Horizontal) if flipped else image
