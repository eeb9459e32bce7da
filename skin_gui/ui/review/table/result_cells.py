"""Icons and colours of the table of results, in the present theme."""

from PySide6.QtGui import QColor, QIcon

from skin_gui.ui.widgets.icons import list_icon
from skin_gui.ui.widgets.theme import theme


class CellIcons:
    """Icons by name, each drawn once."""

    def __init__(self) -> None:
        self._icons: dict[str, QIcon] = {}

    def forget(self) -> None:
        """The theme has changed: draw them anew."""
        self._icons.clear()

    def icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = list_icon(name, cell_colour(name))
        return self._icons[name]


def cell_colour(name: str) -> QColor:
    return QColor(getattr(theme().colours, "muted" if name == "unsure" else name))
