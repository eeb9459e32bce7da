"""Opening an image in another program, which the user chooses where the platform has a chooser."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from skin_gui.imaging.formats import IMAGE_SUFFIXES


def is_named_like_an_image(path: Path) -> bool:
    """Whether a file may be handed to the platform at all.

    The platform goes by names: a picture that is called .bat, .desktop or .exe would be run by it, not shown.
    """
    return path.suffix.lower() in IMAGE_SUFFIXES


def open_with(path: Path) -> bool:
    """Ask the platform's chooser which program is to open an image; without a chooser, the usual one opens it.

    Returns:
        False, and nothing has happened, where the file is not named like an image or no program answers.
    """
    if not is_named_like_an_image(path):
        return False
    if sys.platform == "win32":
        os.startfile(path, "openas")  # noqa: S606 - shows the chooser, whatever the file is
        return True
    if sys.platform.startswith("linux") and _ask_portal(path):
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _ask_portal(path: Path) -> bool:
    """Have the desktop's portal show its chooser; False where there is no such portal."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor  # noqa: PLC0415 - rarely wanted

    bus, name = QDBusConnection.sessionBus(), "org.freedesktop.portal.Desktop"
    if not bus.isConnected():
        return False
    known = bus.interface()
    if not known.isServiceRegistered(name).value() and name not in known.activatableServiceNames().value():
        return False
    call = QDBusMessage.createMethodCall(
        name, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.OpenURI", "OpenFile"
    )
    with path.open("rb") as file:
        call.setArguments(["", QDBusUnixFileDescriptor(file.fileno()), {"ask": True}])
        return bus.send(call)
