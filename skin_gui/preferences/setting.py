"""What a setting is: the record that draws its row in the dialog and checks its value in the file."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, cast

Value = str | bool | int | float
T = TypeVar("T", bound=Value)

Kind = Literal["choice", "switch", "whole", "share"]
"""One of several words, on or off, a whole number, or a number that is shown as a percentage."""

PageName = Literal["general", "prediction", ""]
"""A page of the settings dialog; empty for what is set elsewhere."""


@dataclass(frozen=True)
class Choice:
    """One of the values of a setting of the kind "choice"."""

    value: str
    label: str


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting. Texts are English, marked for translation in the context "Settings"."""

    key: str
    """Its name in the file."""
    page: PageName
    section: str
    """The heading that it stands under."""
    label: str
    kind: Kind
    default: T
    help: str = ""
    choices: tuple[Choice, ...] = ()
    minimum: float = 0
    maximum: float = 1
    step: float = 1
    unit: str = ""
    """Behind a whole number, e.g. "MB"."""
    zero: str = ""
    """What 0 means where it is no ordinary number."""
    slider: bool = False
    """Whether a share has a slider beside its figure."""

    def checked(self, value: object) -> T:
        """The value, if it may be this setting's.

        Raises:
            ValueError: it is of another kind or out of range.
        """
        match self.kind:
            case "choice":
                allowed = any(value == choice.value for choice in self.choices)
            case "switch":
                allowed = isinstance(value, bool)
            case "whole":
                allowed = isinstance(value, int) and not isinstance(value, bool) and self._is_in_range(value)
            case "share":
                allowed = isinstance(value, int | float) and not isinstance(value, bool) and self._is_in_range(value)
        if not allowed:
            raise ValueError(f"{value!r} is no value of {self.key}")
        return cast("T", float(cast("float", value)) if self.kind == "share" else value)

    def _is_in_range(self, value: float) -> bool:
        return self.minimum <= value <= self.maximum  # false for NaN, exact for whole numbers of any size
