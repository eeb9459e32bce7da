"""Draws the rows of a page from the declared settings, and the page that has nothing else."""

from PySide6.QtWidgets import QWidget

from skin_gui.preferences import Preferences, Setting, Value
from skin_gui.preferences.declared import SETTINGS
from skin_gui.preferences.setting import PageName
from skin_gui.ui.settings_dialog.editors import Editor, make_editor, setting_text
from skin_gui.ui.widgets.page import Page
from skin_gui.ui.widgets.row_frame import Row, RowFrame


class FormPage(Page):
    """An editor for each declared setting of the page's name, in a frame for each section."""

    name: PageName = ""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.editors: dict[str, Editor] = {}
        self.frames: dict[str, RowFrame] = {}
        self._rows: dict[str, tuple[RowFrame, Row]] = {}
        for setting in SETTINGS:
            if setting.page == self.name:
                self._add(setting)

    def has_preferences(self) -> bool:
        return True

    def values(self) -> dict[str, Value]:
        return {key: editor.value() for key, editor in self.editors.items()}

    def show_preferences(self, preferences: Preferences) -> None:
        for editor in self.editors.values():
            editor.set_value(preferences[editor.setting])

    def set_setting_visible(self, setting: Setting[str] | Setting[float] | Setting[bool], visible: bool) -> None:
        """Show a setting only where it matters."""
        frame, row = self._rows[setting.key]
        frame.set_row_visible(row, visible)

    def _add(self, setting: Setting) -> None:
        frame = self.frames.get(setting.section)
        if frame is None:
            frame = self.frames[setting.section] = RowFrame(setting_text(setting.section))
            self.content.addWidget(frame)
        editor = make_editor(setting)
        editor.changed.connect(self.changed)
        row = Row(setting_text(setting.label), setting_text(setting.help), editor, editor.field)
        frame.add(row)
        self.editors[setting.key] = editor
        self._rows[setting.key] = (frame, row)


class GeneralPage(FormPage):
    """Look, folders, storage: nothing but declared settings."""

    name = "general"
    picture = "settings"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("General"), parent)
        self.content.addStretch(1)
