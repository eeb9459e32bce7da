"""The words of the declared settings, in the user's language."""

from PySide6.QtCore import QCoreApplication


def setting_text(text: str) -> str:
    """A label, help, choice or heading of a setting; nothing stays nothing."""
    return QCoreApplication.translate("Settings", text) if text else ""
