"""All kinds of facts, and the way back from a stored one."""

import json
from collections.abc import Mapping
from typing import Any

from skin_gui.wording.audit import AuditFact, FileProperty, LeftOut
from skin_gui.wording.cluster import ClusterFact, WorkerFact
from skin_gui.wording.fact import Fact, Kind, Text, Value, verbatim
from skin_gui.wording.images import FileKind, ImageFact
from skin_gui.wording.models import ModelFact, ModelFault, ModelImportFact, NetworkFact
from skin_gui.wording.program import ProgramFact
from skin_gui.wording.review import ExportFact, GroupingFact, SessionFact, SettingsFact
from skin_gui.wording.system import SystemFact
from skin_gui.wording.training import (
    ComparisonFact,
    DatasetFact,
    FigureName,
    FigureNote,
    TrainingFact,
    TrainingNote,
    TrainingPart,
    Verdict,
)

KINDS: tuple[type[Kind], ...] = (
    ProgramFact,
    SystemFact,
    ImageFact,
    FileKind,
    AuditFact,
    FileProperty,
    LeftOut,
    TrainingNote,
    ComparisonFact,
    Verdict,
    FigureName,
    FigureNote,
    TrainingPart,
    TrainingFact,
    DatasetFact,
    ModelFact,
    ModelImportFact,
    ModelFault,
    NetworkFact,
    SessionFact,
    ExportFact,
    GroupingFact,
    SettingsFact,
    ClusterFact,
    WorkerFact,
    Text,
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


def packed(fact: Fact) -> str:
    """A fact as a database keeps it: as JSON, so that whoever reads it words it."""
    return json.dumps(fact.to_json())


def unpacked(text: str) -> Fact:
    """What `packed` gave; earlier versions kept the sentence itself."""
    try:
        return read_fact(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        return verbatim(text)


def _value(value: Any) -> Value:
    if isinstance(value, Mapping):
        return read_fact(value)
    if isinstance(value, list):
        return tuple(map(_value, value))
    if isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is no value of a fact")
