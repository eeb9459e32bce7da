"""The preferences' file: readable, written in one step; one that is broken is kept aside and never overwritten."""

import json
import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from skin_gui import paths
from skin_gui.atomic import patiently, write_atomic
from skin_gui.preferences.declared import BY_KEY
from skin_gui.preferences.setting import Value
from skin_gui.preferences.values import Preferences
from skin_gui.wording.fact import Fact, FactError
from skin_gui.wording.review import SettingsFact
from skin_gui.wording.system import reason

FILE = "settings.json"
VERSION = 1
_VERSION_KEY = "version"
_LARGEST = 1 << 20

_log = logging.getLogger(__name__)


class PreferencesError(FactError):
    """The preferences cannot be saved."""


@dataclass(frozen=True)
class Loaded:
    """The preferences, and what the user is told about what could not be used."""

    preferences: Preferences = field(default_factory=Preferences)
    messages: tuple[Fact, ...] = ()


def preferences_path() -> Path:
    return paths.config_dir() / FILE


def load_preferences() -> Loaded:
    """Read the preferences. Whatever cannot be used has its default, and the file is then kept aside; never raises."""
    path = preferences_path()
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("it is too large")
        content = json.loads(patiently(path.read_bytes))
        if not isinstance(content, dict):
            raise ValueError("it is no JSON object")
    except FileNotFoundError:
        return Loaded()
    except OSError as error:
        found = SettingsFact.UNREADABLE(why=reason(error), kept=_set_aside(path))
        return _with_log(Loaded(messages=(found,)))
    except (ValueError, RecursionError) as error:
        _log.warning("Broken settings: %s", error)
        return _with_log(Loaded(messages=(SettingsFact.BROKEN(kept=_set_aside(path)),)))
    if content.get(_VERSION_KEY) != VERSION:
        return _with_log(Loaded(messages=(SettingsFact.OTHER_VERSION(kept=_set_aside(path)),)))
    return _with_log(_parsed(path, content))


def current_preferences() -> Preferences:
    """The preferences of now; what is wrong with the file stands in the log."""
    return load_preferences().preferences


def save_preferences(preferences: Preferences) -> None:
    """Write all settings in one step.

    Raises:
        PreferencesError: the file cannot be written; what it held stands.
    """
    content = _written({_VERSION_KEY: VERSION, **preferences.as_dict(), **preferences.unknown})
    if len(content) > _LARGEST:  # by what another version left there: it would not be read again
        content = _written({_VERSION_KEY: VERSION, **preferences.as_dict()})
    path = preferences_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, content)
    except (OSError, ValueError) as error:
        raise PreferencesError(SettingsFact.NOT_SAVED(why=reason(error))) from error


def _written(content: Mapping[str, Any]) -> bytes:
    # A file may hold halves of characters, as escapes: what UTF-8 cannot hold is written as it came.
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "backslashreplace")


def keeping_messages() -> tuple[Fact, ...]:
    """What the user is told where nothing that she changes can be kept, neither settings nor the window's layout."""
    folder = preferences_path().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return ()
    except OSError as error:
        return (SettingsFact.NOT_KEPT(folder=str(folder), why=reason(error)),)


def change_preferences(values: Mapping[str, Value]) -> Preferences:
    """Change some settings in the file and leave the others. Raises PreferencesError; ValueError: not allowed."""
    preferences = current_preferences().updated(values)
    save_preferences(preferences)
    return preferences


def _parsed(path: Path, content: dict[str, Any]) -> Loaded:
    """The settings of a sound file; it is kept aside too if some of its values cannot be used."""
    values: dict[str, Value] = {}
    unknown: dict[str, Any] = {}
    bad: list[str] = []
    for key, value in content.items():
        if key == _VERSION_KEY:
            continue
        if key not in BY_KEY:
            unknown[key] = value
            continue
        try:
            values[key] = BY_KEY[key].checked(value)
        except ValueError:
            bad.append(key)
    if unknown:
        _log.info("Settings that this version does not know: %s", ", ".join(sorted(unknown)))
    preferences = Preferences(values, unknown)
    if not bad:
        return Loaded(preferences)
    found = SettingsFact.SOME_BROKEN(settings=tuple(sorted(bad)), kept=_set_aside(path))
    try:
        save_preferences(preferences)
    except PreferencesError as error:
        _log.warning("%s", error)
    return Loaded(preferences, (found,))


def _set_aside(path: Path) -> Fact:
    """Rename the file, never onto another one; gives what became of it."""
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = path.with_name(f"{path.stem}.broken-{time}{path.suffix}")
    try:
        path.rename(aside)
    except OSError as error:
        _log.warning("The settings file could not be kept aside: %s", error)
        return SettingsFact.STAYS()
    return SettingsFact.KEPT_ASIDE(file=aside.name)


def _with_log(loaded: Loaded) -> Loaded:
    for message in loaded.messages:
        _log.warning("%s", message)
    return loaded
