"""Light, dark or as the system: palette and style sheet, changed at run time."""

import logging
import re
from dataclasses import asdict, dataclass
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from skin_gui import paths
from skin_gui.preferences import PreferencesError, Value, change_preferences, current_preferences
from skin_gui.preferences.declared import FONT_SCALE, THEME

ThemeName = Literal["system", "light", "dark"]

_TOKEN = re.compile(r"@(\w+)")
_STYLE = "base.qss"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ThemeColours:
    """Every colour of the program; text on its background keeps a contrast of at least 4.5 to 1."""

    window: str
    surface: str
    hover: str
    pressed: str
    border: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    backdrop: str
    """Behind an image: neutral, so that it does not tint what the eye makes of the skin's colour."""
    on_backdrop: str
    warning: str
    warning_soft: str
    warning_border: str
    error: str
    benign: str
    malignant: str
    track: str


LIGHT = ThemeColours(
    window="#f3f5f6",
    surface="#ffffff",
    hover="#e9eef0",
    pressed="#dde4e7",
    border="#d5dce0",
    text="#18242b",
    muted="#55656f",
    disabled="#98a4ab",
    accent="#0d6a80",
    accent_hover="#0a5668",
    on_accent="#ffffff",
    accent_soft="#ddeef2",
    backdrop="#e2e4e5",
    on_backdrop="#4a4f52",
    warning="#6a4700",
    warning_soft="#fff3d6",
    warning_border="#e3c477",
    error="#a12b3b",
    benign="#1f6b4f",
    malignant="#98304f",
    track="#dfe5e8",
)

DARK = ThemeColours(
    window="#14181b",
    surface="#1c2226",
    hover="#272f34",
    pressed="#323c42",
    border="#333d43",
    text="#e7edf0",
    muted="#a0aeb6",
    disabled="#66737b",
    accent="#5bbdd2",
    accent_hover="#7accde",
    on_accent="#06212a",
    accent_soft="#17363f",
    backdrop="#202223",
    on_backdrop="#b4b8ba",
    warning="#f3d794",
    warning_soft="#352c16",
    warning_border="#6f5b25",
    error="#f29aa5",
    benign="#7bcfab",
    malignant="#f09ab4",
    track="#39444a",
)


class Theme(QObject):
    """The application's look. One lives for the application; widgets that paint themselves listen to `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._base_points = app.font().pointSizeF()
        self._applying = False
        app.setStyle(QStyleFactory.create("Fusion"))
        preferences = current_preferences()
        self.name = cast("ThemeName", preferences[THEME])
        self.font_scale = preferences[FONT_SCALE]
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def is_dark(self) -> bool:
        if self.name == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.name == "dark"

    @property
    def colours(self) -> ThemeColours:
        return DARK if self.is_dark else LIGHT

    def choose(self, name: ThemeName) -> None:
        _remember({THEME.key: name})
        self.name = name
        self._apply()

    def show_preferences(self) -> None:
        """Take on the look that the preferences name now."""
        preferences = current_preferences()
        name = cast("ThemeName", preferences[THEME])
        if (name, preferences[FONT_SCALE]) != (self.name, self.font_scale):
            self.name, self.font_scale = name, preferences[FONT_SCALE]
            self._apply()

    def _system_changed(self) -> None:
        if self.name == "system" and not self._applying:
            self._apply()

    def _apply(self) -> None:
        self._applying = True
        try:
            schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
            # Window frames and native dialogs follow this; the palette below covers platforms that ignore it.
            self._app.styleHints().setColorScheme(schemes.get(self.name, Qt.ColorScheme.Unknown))
            font = self._app.font()
            font.setPointSizeF(self._base_points * self.font_scale)
            self._app.setFont(font)
            self._app.setPalette(palette(self.colours))
            self._app.setStyleSheet(style_sheet(self.colours, font.pointSizeF()))
        finally:
            self._applying = False
        self.changed.emit()


def _remember(values: dict[str, Value]) -> None:
    try:
        change_preferences(values)
    except PreferencesError as error:
        _log.warning("The look changes for this time only: %s", error)


def theme() -> Theme:
    """The application's theme, made with the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("There is no application to give a theme to.")
    found = app.findChild(Theme)
    return found if isinstance(found, Theme) else Theme(app)


def palette(colours: ThemeColours) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette()
    for key, value in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.hover,
        role.Midlight: colours.hover,
        role.Mid: colours.border,
        role.Dark: colours.border,
    }.items():
        result.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.disabled))
    return result


def style_sheet(colours: ThemeColours, points: float) -> str:
    values = asdict(colours) | {
        "styles": (paths.resources() / "styles").as_posix(),
        "scheme": "dark" if colours is DARK else "light",
        "small": f"{points * 0.9:.1f}pt",
        "body": f"{points:.1f}pt",
        "title": f"{points * 1.25:.1f}pt",
        "headline": f"{points * 1.7:.1f}pt",
        "figure": f"{points * 2.2:.1f}pt",
    }
    template = (paths.resources() / "styles" / _STYLE).read_text(encoding="utf-8")
    return _TOKEN.sub(lambda token: values[token[1]], template)
