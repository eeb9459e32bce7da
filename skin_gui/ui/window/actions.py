"""Every action of the window, declared once: text, icon, keys."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from skin_gui.ui.texts.formats import runs_from_the_right
from skin_gui.ui.texts.results import plain
from skin_gui.ui.widgets.icons import set_icon

_Keys = QKeySequence.StandardKey


class Actions(QObject):
    """The window's actions. Who owns the behaviour connects to `triggered`."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.open_image = self._add(self.tr("&Open Image…"), "open-image", _Keys.Open)
        self.open_folder = self._add(self.tr("Open &Folder…"), "open-folder", "Ctrl+Shift+O")
        self.read_again = self._add(self.tr("Read Folder &Again"), "refresh", "F5")
        self.read_again.setEnabled(False)
        self.open_samples = self._add(self.tr("Open &Samples"), "image")
        self.export = self._add(self.tr("&Export Results…"), "export", "Ctrl+E")
        self.report = self._add(self.tr("&PDF Report…"))
        self.classify_again = self._add(self.tr("Classify &Again with This Model"), "refresh")
        for action in (self.export, self.report, self.classify_again):
            action.setEnabled(False)
        self.close_image = self._add(self.tr("&Close Image"), "", _Keys.Close)
        self.quit = self._add(self.tr("&Quit"), "", "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.copy = self._add(self.tr("&Copy Result"), "copy", "Ctrl+Shift+C")
        self.find = self._add(self.tr("&Find…"), "search", _Keys.Find)
        back, forward = ("Right", "Left") if runs_from_the_right() else ("Left", "Right")
        self.previous = self._add(self.tr("&Previous Image"), "previous", f"Alt+{back}")
        self.next = self._add(self.tr("&Next Image"), "next", f"Alt+{forward}")
        self.first = self._add(self.tr("&First Image"), "", "Alt+Home")
        self.last = self._add(self.tr("&Last Image"), "", "Alt+End")
        self.zoom_in = self._add(self.tr("Zoom &In"), "zoom-in", _Keys.ZoomIn)
        self.zoom_out = self._add(self.tr("Zoom &Out"), "zoom-out", _Keys.ZoomOut)
        self.zoom_fit = self._add(self.tr("&Fit to Window"), "zoom-fit", "Ctrl+0")
        self.zoom_original = self._add(self.tr("Original Si&ze"), "zoom-original", "Ctrl+1")
        self.magnifier = self._add(self.tr("&Magnifier"), "magnifier", "Ctrl+Shift+M")
        self.ruler = self._add(self.tr("&Ruler"), "ruler", "Ctrl+Shift+R")
        self.calibrate_ruler = self._add(self.tr("Ca&librate Ruler…"))
        self.calibrate_ruler.setEnabled(False)
        for tool in (self.magnifier, self.ruler):
            tool.setCheckable(True)
        self.heatmap = self._add(self.tr("Show &Heatmap"), "heatmap", "Ctrl+H")
        self.heatmap.setCheckable(True)
        self.reading = self._add(self.tr("Re&view Mode"), "note", "F8")
        self.reading.setCheckable(True)
        self.reading.setEnabled(False)
        self.full_screen = self._add(self.tr("F&ull Screen"), "", _Keys.FullScreen)
        # Not every desktop has F11 among its own, and it is what everybody tries.
        self.full_screen.setShortcuts(list(dict.fromkeys([*self.full_screen.shortcuts(), QKeySequence("F11")])))
        self.full_screen.setCheckable(True)
        self.settings = self._add(self.tr("&Settings…"), "settings", "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.guide = self._add(self.tr("&User Guide"), "help", "Shift+F1")
        self.shortcuts = self._add(self.tr("&Keyboard Shortcuts"), "keyboard", "F1")
        self.about = self._add(self.tr("&About Skin GUI"), "info")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.themes = self._theme_actions()
        self.view_keys: list[tuple[QAction, list[QKeySequence]]] = []
        """The single keys of the image view."""

    def enable(self, index: int, count: int, *, has_image: bool, has_result: bool) -> None:
        for action in (self.previous, self.first):
            action.setEnabled(index > 0)
        for action in (self.next, self.last):
            action.setEnabled(0 <= index < count - 1)
        zooms = (self.zoom_in, self.zoom_out, self.zoom_fit, self.zoom_original)
        for action in (*zooms, self.magnifier, self.ruler, self.heatmap):
            action.setEnabled(has_image)
        self.copy.setEnabled(has_result)

    def add_view_keys(self, view: QWidget) -> None:
        """Give the image view single keys, which would be in the way of typing anywhere else."""
        back, forward = Qt.Key.Key_Left, Qt.Key.Key_Right
        if view.isRightToLeft():
            back, forward = forward, back
        for keys, action in (
            (("+", "="), self.zoom_in),
            (("-",), self.zoom_out),
            (("0",), self.zoom_fit),
            (("1",), self.zoom_original),
            (("H",), self.heatmap),
            (("R",), self.ruler),
            ((back, Qt.Key.Key_PageUp, Qt.Key.Key_Up), self.previous),
            ((forward, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Space), self.next),
            ((Qt.Key.Key_Home,), self.first),
            ((Qt.Key.Key_End,), self.last),
        ):
            sequences = [QKeySequence(key) for key in keys]
            self.view_keys.append((action, sequences))
            for key in sequences:
                shortcut = QShortcut(key, view)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(action.trigger)

    def _theme_actions(self) -> QActionGroup:
        group = QActionGroup(self)
        for name, text in (
            ("system", self.tr("&System")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
        ):
            action = self._add(text, f"theme-{name}")
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        return group

    def _add(self, text: str, picture: str = "", keys: QKeySequence.StandardKey | str | None = None) -> QAction:
        action = QAction(text, self._window)
        if picture:
            set_icon(action, picture)
        if keys is not None:
            action.setShortcuts(QKeySequence.keyBindings(keys) if isinstance(keys, _Keys) else [QKeySequence(keys)])
            native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain(text)} ({native})" if native else plain(text))
        return action
