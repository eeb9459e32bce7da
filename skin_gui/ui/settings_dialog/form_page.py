"""A page of the settings dialog whose preferences are those of a form."""

from PySide6.QtWidgets import QWidget

from skin_gui.preferences import Preferences, Value
from skin_gui.preferences.setting import PageName
from skin_gui.ui.settings_dialog.form import SettingsForm
from skin_gui.ui.widgets.page import Page


class FormPage(Page):
    """The form has the declared settings of the page's name; who derives from this adds it to the content."""

    name: PageName = ""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.form = SettingsForm(self.name, self)
        self.form.changed.connect(self.changed)

    def has_preferences(self) -> bool:
        return True

    def values(self) -> dict[str, Value]:
        return self.form.values()

    def show_preferences(self, preferences: Preferences) -> None:
        self.form.show_preferences(preferences)

    def restore_defaults(self) -> None:
        self.form.show_defaults()
