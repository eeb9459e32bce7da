"""The user's preferences: each setting declared once, kept in one readable file."""

from skin_gui.preferences.file import (
    PreferencesError,
    change_preferences,
    current_preferences,
    keeping_messages,
    load_preferences,
    save_preferences,
)
from skin_gui.preferences.setting import Setting, Value
from skin_gui.preferences.values import Preferences

__all__ = [
    "Preferences",
    "PreferencesError",
    "Setting",
    "Value",
    "change_preferences",
    "current_preferences",
    "keeping_messages",
    "load_preferences",
    "save_preferences",
]
