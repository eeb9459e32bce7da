"""The program's icons: line drawings in one colour, which follow the theme."""

import logging
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from skin_gui import paths
from skin_gui.ui.widgets.theme import theme

_log = logging.getLogger(__name__)

_PLACEHOLDER = "currentColor"
# Qt only ever shrinks a pixmap: the usual sizes up to 72, and the same at twice the density.
_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 144)
# These point along the reading direction.
_MIRRORED = frozenset({"next", "previous", "undo", "redo", "rollback"})


def icon(name: str, color: QColor | None = None) -> QIcon:
    """The action icon called ``name`` in ``color``, or else in the palette's text colour.

    Disabled and selected states have the palette's colours for them. The icon has pixmaps for screens of
    every density, and looks right-to-left where the application does. It keeps the colours that it was made
    with: :func:`set_icon` makes a button follow the theme.

    An unknown name or a broken file gives an empty icon and a logged error: a window must not fail for it.
    """
    result = QIcon()
    sizes = _masks(name)
    if not sizes:
        return result
    palette = QGuiApplication.palette()
    colours = {
        QIcon.Mode.Normal: color or palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
        QIcon.Mode.Disabled: palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
        QIcon.Mode.Selected: palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
    }
    flipped = name in _MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for mode, colour in colours.items():
        for size in sizes:
            result.addPixmap(QPixmap.fromImage(_coloured(name, size, colour.rgba(), flipped)), mode)
    return result


def list_icon(name: str, color: QColor) -> QIcon:
    """The icon for an entry of a list, whose selection is too light for the colour of selected icons."""
    result, source = QIcon(), icon(name, color)
    for size in source.availableSizes():
        pixmap = source.pixmap(size, 1.0)
        result.addPixmap(pixmap)
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


def available_icons() -> list[str]:
    """Names that :func:`icon` knows, sorted."""
    return sorted(path.stem for path in _actions_folder().glob("*.svg"))


def app_icon() -> QIcon:
    """The application's icon in all its sizes; empty, and logged, when the files are missing."""
    folder = paths.resources() / "icons"
    result = QIcon()
    for path in sorted(folder.glob("skin-gui-*.png")):
        result.addFile(str(path))
    if result.isNull():
        _log.error("the application icon is missing in %s", folder)
    return result


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


# Images, not pixmaps or icons: those must not outlive the application, as a module's cache does.
@cache
def _masks(name: str) -> dict[int, QImage]:
    """The drawing in black at each size in pixels; empty when there is no file to draw from."""
    path = _actions_folder() / f"{name}.svg"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        _log.exception("there is no icon %r", name)
        return {}
    renderer = QSvgRenderer(QByteArray(text.replace(_PLACEHOLDER, "#000000").encode()))
    if not renderer.isValid():
        _log.error("the icon file %s is not valid SVG", path)
        return {}
    return {size: _rendered(renderer, size) for size in _SIZES}


def _rendered(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


@lru_cache(maxsize=4096)
def _coloured(name: str, size: int, rgba: int, flipped: bool) -> QImage:
    """The drawing in a colour, ``rgba`` as :meth:`QColor.rgba` gives it."""
    image = QImage(_masks(name)[size])
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgba(rgba))
    painter.end()
    return image.flipped(Qt.Orientation.Horizontal) if flipped else image
