"""Look, folders, storage."""

from PySide6.QtWidgets import QWidget

from skin_gui.preferences import Preferences, Value
from skin_gui.ui.settings_dialog.form import SettingsForm
from skin_gui.ui.settings_dialog.page import Page


class GeneralPage(Page):
    """Nothing but declared settings."""

    name = "general"
    picture = "settings"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("General"), parent=parent)
        self.form = SettingsForm("general", self)
        self.form.add_to(self.content)
        self.content.addStretch(1)
        self.form.changed.connect(self.changed)

    def has_preferences(self) -> bool:
        """It has."""
        return True

    def values(self) -> dict[str, Value]:
        """What the form shows."""
        return self.form.values()

    def show_preferences(self, preferences: Preferences) -> None:
        """Show these preferences."""
        self.form.show_preferences(preferences)

    def restore_defaults(self) -> None:
        """Show the defaults."""
        self.form.show_defaults()
