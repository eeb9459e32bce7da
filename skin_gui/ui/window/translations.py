"""The language of the window."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from skin_gui import paths
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import LANGUAGE

_NAME = "translator of the window"  # by which a former language's translators are found


def install_translations(app: QApplication, language: str = "") -> None:
    """Translate the program, and Qt's own dialogs, before the window is built.

    Args:
        language: e.g. "fr"; the preferred one, or else the system's, when empty. A language without a
            translation leaves the program in English, with the numbers and dates of that language.
    """
    for former in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(former)
        former.deleteLater()
    language = language or current_preferences()[LANGUAGE]
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    folder = str(paths.resources() / "translations")
    # English has a file as well, for its plurals.
    written = _install(app, locale, "skin_gui", folder) or _install(app, QLocale("en"), "skin_gui", folder)
    _install(app, QLocale(written), "skin_gui_facts", folder)
    _install(app, QLocale(written), "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    app.setLayoutDirection(QLocale(written).textDirection())


def _install(app: QApplication, locale: QLocale, name: str, folder: str) -> str:
    """The language of the file that was found; the system's may be its user's second choice."""
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if not translator.load(locale, name, "_", folder):
        return ""
    app.installTranslator(translator)
    return translator.language()
