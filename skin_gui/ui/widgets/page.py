"""What every page of the settings dialog is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from skin_gui.preferences import Preferences, Value
from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import in_column
from skin_gui.workers.runner import Runner


class Page(QWidget):
    """A page: a title, and content that scrolls. Pages without preferences leave the middle part as it is."""

    changed = Signal()
    """A preference on it was edited, or whether it can be applied has changed."""
    model_changed = Signal()
    """Another model is active now, or the active one has another name."""

    name = ""
    """Names the page for `SettingsDialog.show_page`."""
    picture = ""
    """Its icon's name."""

    def __init__(self, title: str, *, scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAccessibleName(title)
        content = QWidget()
        content.setObjectName("settingsContent")
        self.content = in_column(content, text_label(title, "headline"), spacing=20, margins=24)
        in_column(self, PageScroll(content, title) if scrolls else content)

    # Preferences

    def has_preferences(self) -> bool:
        """Whether the dialog's Apply and Restore Defaults concern this page."""
        return False

    def values(self) -> dict[str, Value]:
        """What the page's preferences are to be, by key."""
        return {}

    def show_preferences(self, preferences: Preferences) -> None:
        """Show these preferences."""

    def restore_defaults(self) -> None:
        """Show the defaults; nothing is applied yet."""
        self.show_preferences(Preferences())

    def problem(self) -> str:
        """Why what the page shows cannot be applied; empty when it can."""
        return ""

    # Life

    def activate(self) -> None:
        """The page comes into view: look again at what may have changed."""

    def model_was_changed(self) -> None:
        """Another page changed the active model."""

    def stop(self) -> None:
        for runner in self.findChildren(Runner):
            runner.stop()


class PageScroll(QScrollArea):
    """Scrolls its content, by the keyboard too; where there is nothing to scroll, Tab passes it by."""

    def __init__(self, content: QWidget, name: str = "") -> None:
        super().__init__()
        self.setObjectName("settingsScroll")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.rangeChanged.connect(self._follow_length)

    def _follow_length(self) -> None:
        scrolls = any(bar.maximum() > 0 for bar in (self.verticalScrollBar(), self.horizontalScrollBar()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
