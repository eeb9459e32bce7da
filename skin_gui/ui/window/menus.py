"""The window's menus and tool bar, put together from its actions."""

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from skin_gui.ui.texts.formats import named_with_parent
from skin_gui.ui.texts.results import plain
from skin_gui.ui.widgets.icons import icon, set_icon
from skin_gui.ui.widgets.menu import Menu, MenuBar
from skin_gui.ui.widgets.window_state import clear_recent, recent_paths
from skin_gui.ui.window.actions import Actions

_ICON = QSize(20, 20)


class Menus(QObject):
    """Builds the menu bar; other parts add their own entries to the menus it keeps."""

    recent_chosen = Signal(object)
    """The path that was chosen."""
    recent_cleared = Signal()

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        bar = MenuBar(window)
        window.setMenuBar(bar)
        self.file = self._menu(bar, self.tr("&File"))
        self.file.addActions([actions.open_image, actions.open_folder, actions.open_samples])
        self.recent = Menu(self.tr("Open &Recent"), window)
        set_icon(self.recent.menuAction(), "history")
        self.recent.aboutToShow.connect(self.fill_recent)
        self.file.addMenu(self.recent)
        self.file.addSeparator()
        self.file.addActions([actions.export, actions.report, actions.classify_again])
        self.file.addSeparator()
        self.image = self._menu(self.file, self.tr("This I&mage"))
        self.file.addAction(actions.close_image)
        self.file.addSeparator()
        self.file.addAction(actions.quit)
        self.edit = self._menu(bar, self.tr("&Edit"))
        self.edit.addActions([actions.copy, actions.find])
        self.edit.addSeparator()
        self.edit.addAction(actions.settings)
        self.view = self._menu(bar, self.tr("&View"))
        self.view.addAction(actions.read_again)
        self.view.addSeparator()
        self.view.addActions([actions.zoom_in, actions.zoom_out, actions.zoom_fit, actions.zoom_original])
        self.view.addSeparator()
        self.view.addActions([actions.magnifier, actions.ruler, actions.calibrate_ruler])
        self.view.addSeparator()
        self.view.addAction(actions.heatmap)
        self.view.addSeparator()
        self.lesions = self._menu(self.view, self.tr("&Patients and Lesions"))
        self.view.addSeparator()
        self.theme = self._menu(self.view, self.tr("Th&eme"))
        set_icon(self.theme.menuAction(), "theme-system")
        self.theme.addActions(actions.themes.actions())
        self.view.addAction(actions.full_screen)
        self.go = self._menu(bar, self.tr("&Go"))
        self.go.addActions([actions.previous, actions.next])
        self.go.addSeparator()
        self.go.addActions([actions.first, actions.last])
        self.help = self._menu(bar, self.tr("&Help"))
        self.help.addActions([actions.guide, actions.shortcuts, actions.about])

    @staticmethod
    def _menu(parent: QMenuBar | QMenu, title: str) -> Menu:
        menu = Menu(title, parent)
        parent.addMenu(menu)
        return menu

    @staticmethod
    def add_panel_button(bar: QToolBar, toggle: QAction) -> None:
        """Put the switch of a panel at the tool bar's far end, with its name: who does not know of it finds it."""
        bar.insertAction(bar.actions()[-1], toggle)
        button = bar.widgetForAction(toggle)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)  # type: ignore[attr-defined]
        button.setAccessibleName(plain(toggle.text()))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def fill_recent(self) -> None:
        self.recent.clear()
        for path in recent_paths():
            self._add_recent(path)
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("Nothing yet")).setEnabled(False)
            return
        self.recent.addSeparator()
        self.recent.addAction(self.tr("&Clear")).triggered.connect(self._clear_recent)

    def _clear_recent(self) -> None:
        clear_recent()
        self.recent_cleared.emit()

    def _add_recent(self, path: Path) -> None:
        text = named_with_parent(path).replace("&", "&&")  # a single one would become a mnemonic
        action = self.recent.addAction(icon("folder" if path.is_dir() else "image"), text)
        action.triggered.connect(lambda: self.recent_chosen.emit(path))


def build_tool_bar(window: QMainWindow, actions: Actions) -> QToolBar:
    """The tool bar: opening with words, everything else as icons with tool tips."""
    bar = QToolBar(window.tr("Tool bar"), window)
    bar.setObjectName("toolBar")
    bar.setMovable(False)
    bar.setIconSize(_ICON)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for action in (actions.open_image, actions.open_folder):
        bar.addAction(action)
        button = bar.widgetForAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)  # type: ignore[attr-defined]
    bar.addSeparator()
    bar.addActions([actions.previous, actions.next])
    bar.addSeparator()
    bar.addActions([actions.zoom_out, actions.zoom_in, actions.zoom_fit, actions.zoom_original])
    bar.addSeparator()
    bar.addActions([actions.magnifier, actions.ruler, actions.heatmap])
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    bar.addAction(actions.settings)
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if action.text():
            button.setAccessibleName(plain(action.text()))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    # Qt's own, shown where the window is too narrow for the bar.
    for overflow in bar.findChildren(QToolButton, "qt_toolbar_ext_button"):
        overflow.setAccessibleName(window.tr("More tools"))
        set_icon(overflow, "more")
    window.addToolBar(bar)
    return bar
