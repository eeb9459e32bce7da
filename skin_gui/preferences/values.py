"""The values of all settings, typed and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from skin_gui.preferences.declared import BY_KEY, SETTINGS
from skin_gui.preferences.setting import Setting, T, Value


@dataclass(frozen=True)
class Preferences:
    """What the user prefers; a setting that is not named has its default. `preferences[THEME]` is typed as THEME is."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """By key; checked by `updated`."""
    unknown: Mapping[str, Any] = field(default_factory=dict)
    """Entries of the file that this version does not know; they stay in the file."""

    def __getitem__(self, setting: Setting[T]) -> T:
        return cast("T", self.values.get(setting.key, setting.default))

    def updated(self, values: Mapping[str, Value]) -> "Preferences":
        """The same with other values for some keys. Raises ValueError: not allowed; KeyError: no such setting."""
        checked = {key: BY_KEY[key].checked(value) for key, value in values.items()}
        return replace(self, values={**self.values, **checked})

    def as_dict(self) -> dict[str, Value]:
        """Every setting's value by key, in the order of their declaration."""
        return {setting.key: self[setting] for setting in SETTINGS}

    def differing(self, other: "Preferences") -> set[str]:
        """The keys of the settings in which two differ."""
        theirs = other.as_dict()
        return {key for key, value in self.as_dict().items() if theirs[key] != value}
