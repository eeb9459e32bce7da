"""All kinds of facts, and the way back from a stored one."""

from collections.abc import Mapping
from typing import Any

from skin_gui.wording.audit import AuditFact, FileProperty, LeftOut
from skin_gui.wording.fact import Fact, Kind, Text, Value, verbatim
from skin_gui.wording.training import ComparisonFact, TrainingNote

KINDS: tuple[type[Kind], ...] = (
    Text,
    AuditFact,
    FileProperty,
    LeftOut,
    TrainingNote,
    ComparisonFact,
)
"""In the order of `docs/messages.md`."""

_BY_KEY: Mapping[str, Kind] = {kind.key: kind for kinds in KINDS for kind in kinds}


def read_fact(content: Mapping[str, Any]) -> Fact:
    """The fact that `Fact.to_json` wrote; of a kind that this version words in another way, the English sentence.

    Raises:
        KeyError, TypeError, AttributeError: it is none.
    """
    kind = _BY_KEY.get(content["kind"])
    fields = {name: _value(value) for name, value in content["fields"].items()}
    if kind is None or fields.keys() != kind.placeholders:
        return verbatim(str(content["english"]))
    return kind(**fields)


def _value(value: Any) -> Value:
    if isinstance(value, Mapping):
        return read_fact(value)
    if isinstance(value, list):
        return tuple(map(_value, value))
    if isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is no value of a fact")
