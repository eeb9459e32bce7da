"""What stands where the image will be: an invitation, or what went wrong."""

from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QToolButton, QWidget

from skin_gui.imaging.formats import BY_NAME, IMAGE_SUFFIXES
from skin_gui.ui.texts.formats import left_to_right, named_with_parent
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import IconLabel, restyle, styled_label
from skin_gui.ui.widgets.layouts import STRETCH, empty, in_column, in_row
from skin_gui.ui.widgets.page import PageScroll
from skin_gui.ui.widgets.window_state import recent_paths

_PICTURE = 56
_WIDEST = 560
_TIGHT, _TIGHT_MARGIN, _TIGHT_PADDING = 440, 8, 12  # below this width, so much room beside what is said
_BUTTON_WIDTH = 128
_MARGIN = 16
_PADDING = 32
_MOST_RECENT = 4
_LEAST_HEIGHT = 120


class CentralPage(QFrame):
    """A framed note in the middle of the stage: picture, title, a sentence or two, buttons.

    It scrolls where it has no room, so that it never makes the window larger than the screen.
    """

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self.zone = QFrame()
        self.zone.setObjectName("centralFrame")
        self.zone.setMaximumWidth(_WIDEST)
        mark = IconLabel(_PICTURE, picture, "error" if picture == "error" else "accent")
        self.title, self.text, self.hint = map(_centred, ("headline", "body", "small"))
        self.buttons = in_row(None, STRETCH, STRETCH, spacing=8)
        above = (mark, Qt.AlignmentFlag.AlignHCenter)
        below = (self.title, self.text, 8, self.buttons, 8, self.hint)
        self._inner = in_column(self.zone, above, *below, spacing=16, margins=None)
        content = QWidget()
        content.setObjectName("centralPage")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        centred = in_row(None, STRETCH, (self.zone, 100), STRETCH)
        self._outer = in_column(content, STRETCH, centred, STRETCH)
        self.scrolled = PageScroll(content)
        self.scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        in_column(self, self.scrolled)
        self._set_margins(_MARGIN, _PADDING)

    def _set_margins(self, margin: int, padding: int) -> None:
        self._outer.setContentsMargins(margin, _MARGIN, margin, _MARGIN)
        self._inner.setContentsMargins(padding, 40, padding, _PADDING)

    def add_button(self, text: str, *, primary: bool = False) -> QPushButton:
        button = push_button(text, primary=primary)
        button.setMinimumWidth(_BUTTON_WIDTH)
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        self._buttons.append(button)
        return button

    def minimumSizeHint(self) -> QSize:
        """Room for the widest button; a page that is not shown must not hold the window open."""
        if self.isHidden():
            return QSize()
        widest = max((button.minimumSizeHint().width() for button in self._shown_buttons()), default=0)
        least = max(widest, _BUTTON_WIDTH) + 2 * (_TIGHT_MARGIN + _TIGHT_PADDING)
        return QSize(least, _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the buttons where a row of them has no room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        self.updateGeometry()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.updateGeometry()

    def _arrange(self) -> None:
        is_tight = self.width() < _TIGHT
        margin, padding = (_TIGHT_MARGIN, _TIGHT_PADDING) if is_tight else (_MARGIN, _PADDING)
        self._set_margins(margin, padding)
        buttons = self._shown_buttons()
        row = sum(max(button.sizeHint().width(), _BUTTON_WIDTH) for button in buttons)
        beside = self.scrolled.verticalScrollBar().sizeHint().width()  # whether it is shown now or not
        room = min(self.contentsRect().width() - beside - 2 * margin, _WIDEST) - 2 * padding
        stacked = row + self.buttons.spacing() * (len(buttons) - 1) > room
        directions = QBoxLayout.Direction
        self.buttons.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)

    def _shown_buttons(self) -> list[QPushButton]:
        return [button for button in self._buttons if button.isVisibleTo(self)]


class StartPage(CentralPage):
    """No image yet: what to do."""

    recent_chosen = Signal(object)
    """The path of what was opened of late."""

    def __init__(self) -> None:
        super().__init__("image")
        self.zone.setObjectName("dropZone")
        self.title.setText(self.tr("Open a dermoscopic image"))
        self.text.setText(self.tr("Drop an image or a folder here, or choose one. No image leaves this computer."))
        self.hint.setText(QLocale().createSeparatedList(list(BY_NAME)))
        self.image_button = self.add_button(self.tr("Open Image…"), primary=True)
        self.folder_button = self.add_button(self.tr("Open Folder…"))
        self.samples_button = self.add_button(self.tr("Try the Samples"))
        self.samples_button.setToolTip(self.tr("Synthetic images that show how the program works"))
        self.recent = QFrame()
        self.recent.setAccessibleName(self.tr("Opened recently"))
        self._recent_rows = in_column(self.recent, spacing=2)
        self._inner.addWidget(self.recent)

    def showEvent(self, event: QShowEvent) -> None:
        self.fill_recent()
        super().showEvent(event)

    def fill_recent(self) -> None:
        """List what was opened of late."""
        empty(self._recent_rows)
        # Whether it is still there is not asked: a folder on a share that does not answer would hold the window up.
        recent = recent_paths()[:_MOST_RECENT]
        self.recent.setVisible(bool(recent))
        if recent:
            self._recent_rows.addWidget(styled_label(self.tr("Opened recently"), "small"))
        for path in recent:
            self._recent_rows.addWidget(self._recent_button(path), alignment=Qt.AlignmentFlag.AlignLeading)

    def _recent_button(self, path: Path) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(button, "image" if path.suffix.lower() in IMAGE_SUFFIXES else "folder", "muted")
        room = _WIDEST - 4 * _PADDING
        elided = button.fontMetrics().elidedText(named_with_parent(path), Qt.TextElideMode.ElideMiddle, room)
        button.setText(elided.replace("&", "&&"))  # a single one would become a mnemonic
        button.setToolTip(left_to_right(str(path)))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.recent_chosen.emit(path))
        return button


class ErrorPage(CentralPage):
    """An image that cannot be shown: why, and what to do."""

    def __init__(self) -> None:
        super().__init__("error")
        self.title.setText(self.tr("This image cannot be shown"))
        self.hint.setText(self.tr("The file was not changed."))
        self.sub_folders_button = self.add_button(self.tr("Include Sub-folders"), primary=True)
        self.open_button = self.add_button(self.tr("Open Another Image…"), primary=True)
        self.next_button = self.add_button(self.tr("Next Image"))

    def show_error(self, title: str, sentence: str, *, has_next: bool, is_there: bool = False) -> None:
        """Show one sentence, and the way on where there is one; of a file that is there, that it is as it was."""
        self.hint.setVisible(is_there)
        self.title.setText(title)
        self.text.setText(sentence)
        self.next_button.setVisible(has_next)
        self._offer_sub_folders(False)

    def offer_sub_folders(self) -> None:
        """Show the way to images of folders within before any other, until the next error."""
        self._offer_sub_folders(True)

    def _offer_sub_folders(self, offered: bool) -> None:
        self.sub_folders_button.setVisible(offered)
        self.open_button.setProperty("primary", not offered)
        restyle(self.open_button)
        self._arrange()  # others are to be seen now than when the page was shown
        self.updateGeometry()


def _centred(role: str) -> QLabel:
    return styled_label(role=role, wraps=True, align=Qt.AlignmentFlag.AlignCenter)
