"""The window that lists the keys, made from the actions themselves so that it never says anything else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from skin_gui.ui.texts.results import plain
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_grid, in_row
from skin_gui.ui.widgets.page import PageScroll
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import fit_on_screen

_SIZE = QSize(880, 640)
_COLUMNS = 2
_RADIUS = 4


@dataclass(frozen=True)
class KeyGroup:
    """Keys that work in the same place."""

    title: str
    entries: list[tuple[str, list[str]]]
    """What is done, and the keys for it as the platform writes them."""


def group_of(title: str, actions: Iterable[QAction]) -> KeyGroup:
    """The keys of those actions that have some, sub-menus left out."""
    named = [(plain(action.text()), native(action.shortcuts())) for action in actions if not action.isSeparator()]
    return KeyGroup(title, [(text, keys) for text, keys in named if text and keys])


def native(keys: Sequence[QKeySequence]) -> list[str]:
    """Key sequences as the platform writes them, each once; those that hardly any keyboard has are left out."""
    texts = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys if not _is_rare(key))
    return list(dict.fromkeys(text for text in texts if text))


def _is_rare(keys: QKeySequence) -> bool:
    """Of remote controls, or beyond F12: X11's desktops bind F14, say, to undo."""
    pressed = [keys[place].key() for place in range(keys.count())]  # type: ignore[index]
    return any(Qt.Key.Key_Back <= key < Qt.Key.Key_Select or Qt.Key.Key_F13 <= key <= Qt.Key.Key_F35 for key in pressed)


class ShortcutsWindow(QDialog):
    """All keys in groups, side by side. It stays open beside the work."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        content = _content(groups, _COLUMNS)
        scroll = PageScroll(content, self.windowTitle())
        bar = scroll.verticalScrollBar().sizeHint().width()
        if content.minimumSizeHint().width() + bar > self.screen().availableSize().width():
            content = _content(groups, 1)
            scroll.setWidget(content)
        fit_on_screen(self, _SIZE.expandedTo(QSize(content.minimumSizeHint().width() + bar, 0)))
        buttons = QDialogButtonBox()
        self.close_button = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        below = in_row(None, buttons, margins=(16, 0, 16, 0))
        in_column(self, (scroll, 1), below, margins=(0, 0, 0, 12))
        self.close_button.setFocus()


class KeyCap(QLabel):
    """A key's name in a frame."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.setContentsMargins(6, 2, 6, 2)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()
        super().paintEvent(event)


def _content(groups: Sequence[KeyGroup], count: int) -> QWidget:
    content = QWidget()
    content.setObjectName("settingsContent")
    columns = in_row(content, spacing=32, margins=24)
    for part in _balanced(groups, count):
        columns.addLayout(in_column(None, *map(_section, part), STRETCH, spacing=24), 1)
    return content


def _section(group: KeyGroup) -> QVBoxLayout:
    rows = in_grid(None, spacing=(16, 6), stretch=(0,))
    for row, (text, keys) in enumerate(group.entries):
        rows.addWidget(QLabel(text), row, 0)
        rows.addLayout(in_row(None, STRETCH, *map(KeyCap, keys), spacing=4), row, 1)
    return in_column(None, styled_label(group.title, "section"), rows, spacing=8)


def _balanced(groups: Sequence[KeyGroup], count: int) -> list[list[KeyGroup]]:
    """The groups in columns of about the same height, their order kept."""
    heights = [len(group.entries) + 2 for group in groups]
    columns: list[list[KeyGroup]] = [[] for _ in range(count)]
    done, column = 0.0, 0
    for group, height in zip(groups, heights, strict=True):
        middle = done + height / 2
        column = max(column, min(int(middle * count / sum(heights)), count - 1))
        columns[column].append(group)
        done += height
    return columns
