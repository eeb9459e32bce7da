"""The main window: only wiring. Each panel's behaviour lives in its own file."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from skin_gui.ui.browser.browser_controller import BrowserController
from skin_gui.ui.browser.folder_notice import FolderNotice
from skin_gui.ui.browser.image_browser import ImageBrowser
from skin_gui.ui.measures.measures_controller import MeasuresController
from skin_gui.ui.texts.formats import from_the_start, left_to_right
from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.ui.viewer.image_view import ImageView
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.ui.viewer.prediction_panel import PredictionPanel
from skin_gui.ui.widgets import window_state
from skin_gui.ui.widgets.drops import DropHint, DropTarget
from skin_gui.ui.widgets.icons import app_icon
from skin_gui.ui.widgets.menu import Menu
from skin_gui.ui.window.actions import Actions
from skin_gui.ui.window.central_stack import CentralStack
from skin_gui.ui.window.file_opener import FileOpener
from skin_gui.ui.window.first_run import below_notice
from skin_gui.ui.window.menus import Menus, build_tool_bar
from skin_gui.ui.window.parts import Parts
from skin_gui.ui.window.status_bar import StatusBar
from skin_gui.ui.window.window_files import WindowFiles
from skin_gui.ui.window.window_lesions import WindowLesions
from skin_gui.ui.window.window_preferences import WindowPreferences
from skin_gui.ui.window.window_review import WindowReview
from skin_gui.ui.window.window_tools import WindowTools
from skin_gui.workers.prediction import PredictionWorker

if TYPE_CHECKING:
    from skin_gui.ui.window.window_help import WindowHelp

_DEFAULT_SIZE = QSize(1200, 800)
_BROWSER_WIDTH = 320
_PANEL_WIDTH = 344


class MainWindow(QMainWindow):
    """Browser (a slot) | image | result, with a slot below for the table of a folder's results."""

    painted = Signal()
    """The window has been painted for the first time; heavy work waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Skin GUI")
        self.setWindowIcon(app_icon())
        window_state.fit_on_screen(self, _DEFAULT_SIZE)
        self._has_painted = False
        self.commands = Actions(self)
        self.menus = Menus(self, self.commands)
        self.tool_bar = build_tool_bar(self, self.commands)
        self.sequence = ImageSequence(self)
        self.worker = PredictionWorker(self)
        self.image = OpenImage(self.sequence, self.worker, self)
        self._create_parts()
        self.start_page.image_button.setFocus()
        self._connect_actions()
        self._connect_parts()
        self._add_joints()
        self._restore()
        self._update_state()

    def _add_joints(self) -> None:
        """What joins the parts with the batch review, the help and the preferences."""
        parts = self._parts
        self.review = WindowReview(self, parts)
        self.measures.name_of = self.review.name
        self.batch_review = self.review.batch_review
        self.opener = FileOpener(self, parts, self.batch_review, self.folder_notice)
        self.opener.ask_to_stop = self.review.ask_to_stop
        self.open = self.opener.open
        self.review.batch_review.resumed.connect(self.open)
        self.drops.dropped.connect(self.open)
        self.error_page.sub_folders_button.clicked.connect(self.opener.include_sub_folders)
        self.tools = WindowTools(self, parts)
        self.files = WindowFiles(self, parts, self.batch_review)
        self.lesions = WindowLesions(self, parts, self.batch_review)
        self.lesions.hides_result_of = self.review.hides_result_of
        self.batch_review.results_changed.connect(self.measures.forget_cases)
        self.batch_review.built.connect(lambda table: self.measures.keep_in(table.outlines))
        self.measures.open_wanted.connect(self.opener.look_at)
        self.preferences = WindowPreferences(self, parts, self.batch_review)
        self.preferences.open_wanted.connect(self.open)
        self.preferences.image_wanted.connect(self.opener.look_at)
        for forget in (self.batch_review.close, self.browser.model.forget_results, self.measures.forget_cases):
            self.preferences.sessions_cleared.connect(forget)

    @cached_property
    def help(self) -> "WindowHelp":
        """Made when it is first wanted."""
        from skin_gui.ui.window.window_help import WindowHelp  # noqa: PLC0415 - not before the first paint

        return WindowHelp(self, self._parts, self.batch_review)

    def _create_parts(self) -> None:
        self.view = ImageView()
        self.view.listen_to(self.image)
        self.commands.add_view_keys(self.view)
        self.central = CentralStack(self.view)
        self.start_page, self.error_page = self.central.start_page, self.central.error_page
        self.panel = PredictionPanel()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.browser = ImageBrowser()
        self.measures = MeasuresController(self.panel, self.view, self.image, self)
        for part in (self.browser, self.central, self.measures.tabs):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        central_width = _DEFAULT_SIZE.width() - _BROWSER_WIDTH - _PANEL_WIDTH
        self.splitter.setSizes([_BROWSER_WIDTH, central_width, _PANEL_WIDTH])
        self.browser_controller = BrowserController(self.browser, self.sequence, self.image, self)
        self.menus.view.addAction(self.browser_controller.toggle)
        self.folder_notice = FolderNotice(self.browser.files)
        self.setCentralWidget(below_notice(self.splitter, self.folder_notice))
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.drops = DropTarget(self)
        self.drop_hint = DropHint(self.tr("Drop to open"), self.central)
        self._parts = Parts(
            commands=self.commands,
            menus=self.menus,
            tool_bar=self.tool_bar,
            sequence=self.sequence,
            image=self.image,
            browser=self.browser,
            browser_controller=self.browser_controller,
            view=self.view,
            panel=self.panel,
            status=self.status,
            worker=self.worker,
            splitter=self.splitter,
            tabs=self.measures.tabs,
        )
        self.central.follow(self._parts, self.measures, self._is_elsewhere)
        self.central.turned.connect(self._update_state)
        self.panel.listen_to(self.image)
        self.image.predicted.connect(self._update_state)

    def createPopupMenu(self) -> Menu:
        """What a right click on a panel's title offers: the panels."""
        menu = Menu(self)
        menu.addActions([self.browser_controller.toggle, self.batch_review.dock.toggleViewAction()])
        return menu

    def _connect_actions(self) -> None:
        commands = self.commands
        commands.close_image.triggered.connect(self.sequence.close)
        commands.close_image.triggered.connect(self.central.show_start)
        commands.quit.triggered.connect(self.close)
        commands.copy.triggered.connect(self.panel.copy_result)
        commands.previous.triggered.connect(lambda: self.sequence.go(-1))
        commands.next.triggered.connect(lambda: self.sequence.go(1))
        commands.first.triggered.connect(lambda: self.sequence.go_to(0))
        commands.last.triggered.connect(lambda: self.sequence.go_to(len(self.sequence.paths) - 1))
        commands.zoom_in.triggered.connect(self.view.zoom_in)
        commands.zoom_out.triggered.connect(self.view.zoom_out)
        commands.zoom_fit.triggered.connect(self.view.fit)
        commands.zoom_original.triggered.connect(self.view.show_original_size)
        commands.heatmap.toggled.connect(self.panel.heatmap.switch.setChecked)
        commands.guide.triggered.connect(lambda: self.help.show_guide())  # noqa: PLW0108 - made when it is wanted
        commands.shortcuts.triggered.connect(lambda: self.help.show_shortcuts())  # noqa: PLW0108 - likewise
        commands.about.triggered.connect(lambda: self.help.show_about())  # noqa: PLW0108 - likewise
        commands.full_screen.toggled.connect(self._set_full_screen)

    def _connect_parts(self) -> None:
        for recent in (self.menus, self.start_page):
            recent.recent_chosen.connect(lambda path: self.open([path]))
        self.menus.recent_cleared.connect(self.start_page.fill_recent)
        self.drops.dragging.connect(self.drop_hint.set_shown)
        for button in (self.start_page.image_button, self.error_page.open_button):
            button.clicked.connect(self.commands.open_image.trigger)
        self.start_page.folder_button.clicked.connect(self.commands.open_folder.trigger)
        self.start_page.samples_button.clicked.connect(self.commands.open_samples.trigger)
        self.error_page.next_button.clicked.connect(self.commands.next.trigger)
        self.sequence.listed.connect(self._update_state)
        self.view.zoom_changed.connect(self.status.show_zoom)
        self.panel.heatmap.switch.toggled.connect(self._show_heatmap)
        self.panel.heatmap.opacity_changed.connect(self.view.set_heatmap_opacity)
        self.view.set_heatmap_opacity(self.panel.heatmap.opacity)
        self.browser.open_folder_wanted.connect(self.commands.open_folder.trigger)
        self.browser.header.recent_chosen.connect(lambda folder: self.open([folder]))
        self.browser.image_activated.connect(lambda _: self.view.setFocus())
        # Queued: whoever else listens is told before the heavy work begins.
        self.painted.connect(self._start, Qt.ConnectionType.QueuedConnection)
        # The session may end without the window being closed first.
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    # States

    def _is_elsewhere(self) -> bool:
        """Whether the user is at work in a panel that must not lose its keys to a new image."""
        return self.browser_controller.has_focus() or self.batch_review.has_focus()

    def _show_heatmap(self, visible: bool) -> None:
        self.commands.heatmap.setChecked(visible)
        self.view.show_heatmap(visible)

    def _set_full_screen(self, full: bool) -> None:
        state, screen = self.windowState(), Qt.WindowState.WindowFullScreen
        self.setWindowState(state | screen if full else state & ~screen)

    def _update_state(self) -> None:
        index, count = self.sequence.index, len(self.sequence.paths)
        shown = self.central.currentWidget() is self.view
        self.commands.close_image.setEnabled(self.central.currentWidget() is not self.start_page)
        self.commands.enable(index, count, has_image=shown, has_result=self.review.may_copy)
        self.commands.read_again.setEnabled(self.browser.folder is not None or bool(self.sequence.roots))
        self.status.show_place(*self.sequence.place)
        current = self.image.path
        name = left_to_right(self.review.name(current)) if current else ""
        self.setWindowTitle(from_the_start(f"{name} – Skin GUI") if name else "Skin GUI")
        if not shown:
            self.status.hide_zoom()

    # Start and end

    def _restore(self) -> None:
        splitter = window_state.restore_layout(self)
        if splitter is not None:
            self.splitter.restoreState(splitter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that there is something on the screen."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _start(self) -> None:
        if self.isVisible():  # it may have been closed at once
            self.worker.start()
            self.measures.start()
            self.batch_review.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Interrupt, wait, then close: no thread outlives the window."""
        if not self.preferences.may_close():
            event.ignore()
            return
        self.review.leave_reading()
        window_state.save_layout(self, self.splitter.saveState())
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """Interrupt every thread, wait for it, and keep what it has done."""
        self.preferences.stop()
        self.lesions.stop()
        self.batch_review.stop()
        self.browser.stop()
        self.measures.stop()
        self.sequence.stop()
        self.worker.stop()
