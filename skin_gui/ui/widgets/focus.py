"""Where the keyboard's focus is, and where it goes when the widget that has it is hidden or disabled."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from skin_gui.ui.widgets.theme import theme

_LINE = 2


@contextmanager
def focus_kept(area: QWidget, successor: Callable[[], QWidget]) -> Iterator[None]:
    """Change which widgets of an area can be used, without handing the focus to whatever comes next.

    Qt gives it to the next widget in the tab order, so that a second press of the same key would set off another
    command. Here it goes to `successor()`, or rests on the area itself until that can be used.
    """
    focused = QApplication.focusWidget()
    yield
    if focused is None or not (focused is area or area.isAncestorOf(focused)):
        return
    if focused is area or not (focused.isVisibleTo(area) and focused.isEnabled()):
        wanted = successor()
        (wanted if wanted.isEnabled() and wanted.isVisibleTo(area) else area).setFocus()


def draw_focus(widget: QWidget) -> None:
    """Frame a widget that no style frames, within its paint event, as one that has the focus."""
    painter = QPainter(widget)
    painter.setPen(QPen(QColor(theme().colours.accent), _LINE))
    painter.drawRect(widget.rect().adjusted(_LINE // 2, _LINE // 2, -_LINE // 2, -_LINE // 2))
