"""What stands above and below the browser's thumbnails."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from skin_gui.ui.browser.browser_state import Order
from skin_gui.ui.browser.thumbnail_view import LARGEST, SMALLEST
from skin_gui.ui.texts.formats import left_to_right, named_with_parent
from skin_gui.ui.widgets.buttons import tool_button
from skin_gui.ui.widgets.icons import icon, set_icon
from skin_gui.ui.widgets.labels import ElidedLabel, styled_label
from skin_gui.ui.widgets.layouts import in_column, in_row
from skin_gui.ui.widgets.menu import Menu
from skin_gui.ui.widgets.panel_parts import scrolled
from skin_gui.ui.widgets.window_state import recent_paths

_ICON = QSize(18, 18)
_SLIDER_WIDTH = 104
_SLIDER_STEP = 16


class FilterField(QLineEdit):
    """The field that names are filtered with; it hands the keys that lead out of it on."""

    left = Signal()
    """Enter or an arrow down: on to the images."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Filter by name"))
        self.setAccessibleName(self.tr("Filter by name"))
        self.setToolTip(self.tr("Show only files whose name contains these words (Ctrl+F)"))
        self.setClearButtonEnabled(True)
        picture = QAction(self.tr("Filter by name"), self)
        set_icon(picture, "search", "muted")
        self.addAction(picture, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field, and leaves it when it is empty."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class BrowserHeader(QWidget):
    """Folder, recent folders, filter, order, sub-folders."""

    recent_chosen = Signal(object)
    """The path of a recent folder."""
    order_chosen = Signal(object)
    """`Order`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("title")
        self.recent = tool_button("history", self.tr("Recent folders"))
        self.recent.setIconSize(_ICON)
        self.recent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.recent.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # it would cover the icon
        self.recent.setMenu(Menu(self.recent))
        self.recent.menu().aboutToShow.connect(self._fill_recent)
        self.filter = FilterField()
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Sort by"))
        self.order.setToolTip(self.tr("Sort by"))
        self.order.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.order.setMinimumContentsLength(6)
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill_orders()
        self.recursive = QCheckBox(self.tr("Sub-folders"))
        self.recursive.setToolTip(self.tr("Show the images of folders within the folder as well"))
        self._lay_out()

    def set_order(self, order: Order) -> None:
        self.order.setCurrentIndex(self.order.findData(order.value))

    def _fill_orders(self) -> None:
        for order, text in (
            (Order.NAME, self.tr("Name")),
            (Order.NEWEST, self.tr("Newest first")),
            (Order.OLDEST, self.tr("Oldest first")),
            (Order.LARGEST, self.tr("Largest first")),
            (Order.PROBABILITY, self.tr("Most probably malignant first")),
            (Order.LABEL, self.tr("Label: malignant first")),
            (Order.REVIEW, self.tr("Not reviewed first")),
            (Order.PATIENT, self.tr("Patient and lesion")),
        ):
            # The value, not the member: Qt would keep a StrEnum as a plain text anyway.
            self.order.addItem(text, order.value)
        self.order.activated.connect(lambda _: self.order_chosen.emit(Order(self.order.currentData())))

    def _fill_recent(self) -> None:
        menu = self.recent.menu()
        menu.clear()
        for path in recent_paths():
            if path.is_dir():
                # An ampersand would become a mnemonic.
                action = menu.addAction(icon("folder"), named_with_parent(path).replace("&", "&&"))
                action.setToolTip(left_to_right(str(path)))
                action.triggered.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _lay_out(self) -> None:
        first = in_row(None, (self.title, 1), self.recent, spacing=8)
        second = in_row(None, (self.order, 1), self.recursive, spacing=8)
        in_column(self, first, self.filter, second, spacing=8, margins=(12, 12, 12, 8))


class BrowserFooter(QWidget):
    """How many images there are, and how large they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = ElidedLabel("small")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setSingleStep(_SLIDER_STEP)
        self.slider.setPageStep(2 * _SLIDER_STEP)
        self.slider.setFixedWidth(_SLIDER_WIDTH)
        self.slider.setAccessibleName(self.tr("Size of the thumbnails"))
        self.slider.setToolTip(self.tr("Size of the thumbnails (Ctrl+wheel)"))
        in_row(self, (self.count, 1), self.slider, spacing=12, margins=(12, 4, 12, 4))

    def show_counts(self, *, shown: int, total: int, unreadable: int, unlisted: int) -> None:
        """Say how many of the folder's images are shown, and what could not be read: files, and folders within it."""
        number = QLocale().toString
        if not total:
            self.count.set_full_text("")
            return
        if shown != total:
            text = self.tr("{shown} of {total} images").format(shown=number(shown), total=number(total))
        else:
            text = self.tr("{total} images", "", total).format(total=number(total))
        parts = [text]
        if unreadable:
            parts.append(self.tr("{count} unreadable", "", unreadable).format(count=number(unreadable)))
        if unlisted:
            parts.append(self.tr("{count} folders not readable", "", unlisted).format(count=number(unlisted)))
        self.count.set_full_text(", ".join(parts))


class BrowserNote(QWidget):
    """What stands where there are no thumbnails: why, and the way on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = styled_label(role="muted", wraps=True, align=Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        content = QWidget()
        content.setObjectName("panelContent")
        button = (self.button, Qt.AlignmentFlag.AlignHCenter)
        in_column(content, (None, 2), self.text, button, (None, 3), spacing=12, margins=24)
        in_column(self, scrolled(content))

    def say(self, text: str, button: str = "") -> None:
        """Show a sentence, and a button where there is something to do."""
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
