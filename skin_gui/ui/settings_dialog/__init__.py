"""The settings dialog: preferences, models, retraining, privacy."""

from skin_gui.ui.settings_dialog.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
