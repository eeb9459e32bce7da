"""A fact: its kind with the values that belong to it. `Words` makes it a sentence; nothing else does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from string import Formatter
from typing import Any, Union

Value = Union[str, int, float, "Fact", "tuple[Value, ...]"]
"""What a field holds; facts within facts, and lists of all of these, are worded with it."""


class Kind(Enum):
    """A kind of fact. A member's value is its English wording, with a {placeholder} for each field.

    Wordings need no plural: a count follows a colon. Calling a member makes the fact: `ImageFact.EMPTY()`.
    """

    @property
    def english(self) -> str:
        """The wording that translations start from."""
        return str(self.value)

    @property
    def placeholders(self) -> frozenset[str]:
        """The names of the fields that the wording needs."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.english) if name)

    @property
    def key(self) -> str:
        """What a stored fact calls its kind; a change of wording does not change it."""
        return f"{type(self).__name__}.{self.name}"

    def __call__(self, **fields: Value) -> "Fact":
        return Fact(self, tuple(fields.items()))


class Text(Kind):
    """What is said in words that nobody can translate, and what parts a list."""

    VERBATIM = "{text}"
    COMMA = ", "


@dataclass(frozen=True)
class Fact:
    """What happened, or what is so. `str` is its English sentence, for logs and for files."""

    kind: Kind
    fields: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return ENGLISH.of(self)

    def to_json(self) -> dict[str, Any]:
        """Plain values; `kinds.read_fact` takes them back."""
        return {
            "kind": self.kind.key,
            "fields": {name: _plain(value) for name, value in self.fields},
            "english": str(self),
        }


class FactError(Exception):
    """An error that the user is told of. `str(error)` is one English sentence, `error.fact` what it states."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact)
        self.fact = fact

    def __str__(self) -> str:
        return str(self.fact)


class UnusableError(FactError, ValueError):
    """A value that cannot be used, with the reason as a clause that others put in brackets."""


def verbatim(text: str) -> Fact:
    """A text as it is: of an older session or of the system."""
    return Text.VERBATIM(text=text)


class Words(Formatter):
    """Makes facts sentences of one language."""

    def __init__(
        self,
        translate: Callable[[Kind], str] = lambda kind: kind.english,
        number: Callable[[int | float, str], str] = lambda value, spec: format(value, spec or ","),
        text: Callable[[str], str] = lambda text: text,
    ) -> None:
        """Args: give a kind's wording; write a number after a format specification; set a name."""
        self._translate, self._number, self._text = translate, number, text

    def of(self, fact: Fact) -> str:
        return self.vformat(self._translate(fact.kind), (), dict(fact.fields))

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value, as its type is written; a list is parted by its format specification, if it has one."""
        match value:
            case Fact():
                return self.of(value)
            case tuple():
                return (format_spec or self._translate(Text.COMMA)).join(self.format_field(each, "") for each in value)
            case int() | float():
                return self._number(value, format_spec)
        return self._text(readable(str(value)))


def readable(text: str) -> str:
    """A file's name need not be valid Unicode; such a character is written as its escape."""
    return text.encode(errors="backslashreplace").decode()


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.to_json() if isinstance(value, Fact) else value


ENGLISH = Words()
