"""Facts as sentences in the user's language."""

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.ui.texts.formats import from_the_start, left_to_right, percent
from skin_gui.wording.fact import Fact, FactError, Kind, Words


def words(what: Fact | FactError) -> str:
    """The sentence for a fact, or for what an error states."""
    fact = what.fact if isinstance(what, FactError) else what
    return from_the_start(Words(_translated, _number, left_to_right).of(fact))


def _translated(kind: Kind) -> str:
    # `make translations` finds the wordings in the kinds themselves: tools/messages.
    return QCoreApplication.translate(type(kind).__name__, kind.english)


def _number(value: float, spec: str) -> str:
    if spec.endswith("%"):
        return percent(round(value, 2))
    if isinstance(value, int) and not spec.endswith("f"):
        return str(value) if spec == "d" else QLocale().toString(value)
    return QLocale().toString(float(value), "f", int(spec.lstrip(",.").removesuffix("f") or 3))
