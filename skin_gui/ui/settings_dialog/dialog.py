"""The dialog itself: pages at the side, and the four buttons below."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from skin_gui.preferences import Preferences, PreferencesError, Value, change_preferences, load_preferences
from skin_gui.preferences.declared import LANGUAGE
from skin_gui.ui.retraining.retrain_page import RetrainPage
from skin_gui.ui.retraining.retraining import Retraining
from skin_gui.ui.settings_dialog.calibrate_page import CalibratePage, ReviewedRows
from skin_gui.ui.settings_dialog.form import GeneralPage
from skin_gui.ui.settings_dialog.model_page import ModelPage
from skin_gui.ui.settings_dialog.prediction_page import PredictionPage
from skin_gui.ui.settings_dialog.privacy_page import PrivacyPage
from skin_gui.ui.widgets.icons import list_icon
from skin_gui.ui.widgets.labels import restyle, rule
from skin_gui.ui.widgets.layouts import in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.page import Page
from skin_gui.ui.widgets.theme import theme
from skin_gui.ui.widgets.window_state import bring_to_front, fit_on_screen

_SIZE = QSize(1040, 720)
_LIST_WIDTH = 176
_BESIDE_TITLE = 80
"""What a page's icon and the margins take of the list's width."""
_Button = QDialogButtonBox.StandardButton


class SettingsDialog(QDialog):
    """Not modal: the program goes on beside it. Preferences change with Apply and OK alone."""

    applied = Signal(object, object)
    """The `Preferences` before and after; they are saved already."""
    model_changed = Signal()
    """Another model is active now, or the active one has another name."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        retraining: Retraining | None = None,
        reviewed: ReviewedRows = list,
    ) -> None:
        """Args: the parent, the program's training (without it the dialog has its own), the open session's rows."""
        super().__init__(parent, Qt.WindowType.Window)  # a dialog would stay before the image that is chosen in it
        self._reviewed = reviewed
        self._retraining = retraining or Retraining(self)
        self.setWindowTitle(self.tr("Settings"))
        fit_on_screen(self, _SIZE)
        self._preferences = Preferences()
        self.pages: list[Page] = []
        self.page_list = QListWidget()
        self.page_list.setObjectName("settingsPages")
        self.page_list.setFrameShape(QFrame.Shape.NoFrame)
        self.page_list.setIconSize(QSize(20, 20))
        self.page_list.setAccessibleName(self.tr("Pages"))
        self.page_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        self.message = MessageBox("warning")
        self.buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel | _Button.Apply | _Button.RestoreDefaults)
        for page in self._make_pages():
            self._add_page(page)
        self._lay_out()  # after the pages: Tab goes from the list to the page, and from there to the buttons
        self._connect()
        self.page_list.setCurrentRow(0)
        self.reload()

    def _make_pages(self) -> list[Page]:
        self.privacy_page = PrivacyPage()
        self.model_page = ModelPage()
        self.calibrate_page = CalibratePage(self._reviewed)
        self.retrain_page = RetrainPage(self._retraining)
        self._retraining.store_changed.connect(self.model_page.model_was_changed)
        return [
            GeneralPage(),
            PredictionPage(),
            self.model_page,
            self.calibrate_page,
            self.retrain_page,
            self.privacy_page,
        ]

    def _lay_out(self) -> None:
        upright = QFrame()
        upright.setObjectName("settingsRule")
        middle = in_row(None, self.page_list, upright, (self.stack, 1), spacing=0)
        below = in_column(None, self.message, self.buttons, spacing=12, margins=(16, 12, 16, 12))
        in_column(self, (middle, 1), rule(), below, spacing=0)

    def _add_page(self, page: Page) -> None:
        self.pages.append(page)
        self.stack.addWidget(page)
        item = QListWidgetItem(page.title)
        item.setSizeHint(QSize(0, 40))
        self.page_list.addItem(item)
        page.changed.connect(self._update)
        page.model_changed.connect(lambda: self._model_changed(page))

    def _connect(self) -> None:
        self.page_list.currentRowChanged.connect(self._show_row)
        self.ok_button = self._button(_Button.Ok, self.tr("OK"))
        self.ok_button.setProperty("primary", True)
        restyle(self.ok_button)  # the button box has polished it already
        self.cancel_button = self._button(_Button.Cancel, self.tr("Cancel"))
        self.apply_button = self._button(_Button.Apply, self.tr("Apply"))
        self.defaults_button = self._button(_Button.RestoreDefaults, self.tr("Restore Defaults"))
        self.defaults_button.setToolTip(self.tr("Show this page's defaults; nothing changes before you apply them"))
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.apply_button.clicked.connect(self.apply)
        self.defaults_button.clicked.connect(self._restore_defaults)
        theme().changed.connect(self._style_list)
        self._style_list()

    def _button(self, which: QDialogButtonBox.StandardButton, text: str) -> QPushButton:
        button = self.buttons.button(which)
        button.setText(text)
        return button

    # Pages

    @property
    def current_page(self) -> Page:
        return self.pages[max(self.stack.currentIndex(), 0)]

    def show_page(self, name: str) -> None:
        """Open the dialog, or bring it to the front, on the page of a name."""
        if not self.isVisible():
            self.reload()
        for row, page in enumerate(self.pages):
            if page.name == name:
                self.page_list.setCurrentRow(row)
        bring_to_front(self)
        self.current_page.activate()

    def _show_row(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self._update()
        if self.isVisible():
            self.current_page.activate()

    def _model_changed(self, by: Page) -> None:
        for page in self.pages:
            if page is not by:
                page.model_was_changed()
        self.model_changed.emit()

    # Preferences

    def reload(self) -> None:
        """Show the preferences as the file has them now."""
        loaded = load_preferences()
        self._preferences = loaded.preferences
        for page in self.pages:
            page.show_preferences(loaded.preferences)
        self.message.set_messages(list(loaded.messages))
        self._update()

    def edited(self) -> dict[str, Value]:
        before = self._preferences.as_dict()
        shown = {key: value for page in self.pages for key, value in page.values().items()}
        return {key: value for key, value in shown.items() if value != before[key]}

    def apply(self) -> bool:
        """Save what was edited, and tell; False when that is not possible, which the dialog then says."""
        edited = self.edited()
        problem = self._problem()
        if problem is not None:
            self.page_list.setCurrentRow(self.pages.index(problem))
            return False
        if not edited:
            return True
        try:
            after = change_preferences(edited)
        except PreferencesError as error:
            self.message.set_messages([error.fact])
            return False
        before, self._preferences = self._preferences, after
        later = self.tr("The language changes when Skin GUI is started again.")
        self.message.set_messages([later] if LANGUAGE.key in edited else [])
        self.applied.emit(before, after)
        self._update()
        return True

    def _restore_defaults(self) -> None:
        self.current_page.restore_defaults()

    def _problem(self) -> Page | None:
        """The first page whose edits cannot be applied."""
        edited = self.edited()
        return next((page for page in self.pages if page.problem() and edited.keys() & page.values().keys()), None)

    def _update(self) -> None:
        if not hasattr(self, "ok_button"):
            return
        possible = self._problem() is None
        self.apply_button.setEnabled(possible and bool(self.edited()))
        self.ok_button.setEnabled(possible)
        self.defaults_button.setVisible(self.current_page.has_preferences())

    # Life

    def _accept(self) -> None:
        if self.apply():
            self.accept()

    def reject(self) -> None:
        super().reject()
        self.reload()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Cancel; what the pages do goes on."""
        super().closeEvent(event)
        self.reload()

    def stop(self) -> None:
        """The program ends: interrupt and wait for every page's threads."""
        for page in self.pages:
            page.stop()

    def _style_list(self) -> None:
        longest = max(self.page_list.fontMetrics().horizontalAdvance(page.title) for page in self.pages)
        self.page_list.setFixedWidth(max(_LIST_WIDTH, longest + _BESIDE_TITLE))
        for row, page in enumerate(self.pages):
            self.page_list.item(row).setIcon(list_icon(page.picture, QColor(theme().colours.text)))
