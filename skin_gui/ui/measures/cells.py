"""The measures as columns of a table: heading, text, and what rows are sorted by."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.preferences.declared import QT_TRANSLATE_NOOP
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import percent
from skin_gui.ui.texts.measures import cut_text, range_text

if TYPE_CHECKING:
    from skin_gui.review.measurements import Measurement


@dataclass(frozen=True)
class MeasureCell:
    """One measure in a table."""

    english: str
    """Its heading, before it is translated."""
    value: "Callable[[Measurement], float | None]"
    text: Callable[[float], str]

    def title(self) -> str:
        return QCoreApplication.translate("measures", self.english)


def _number(value: float) -> str:
    return QLocale().toString(int(value))


def _tenths(value: float) -> str:
    return QLocale().toString(value, "f", 2)


def _yes_or_no(value: float) -> str:
    return QCoreApplication.translate("measures", "yes") if value else QCoreApplication.translate("measures", "no")


def _of_score(name: str) -> "Callable[[Measurement], float | None]":
    return lambda measured: None if measured.score is None else getattr(measured.score, name)


MEASURE_CELLS: dict[str, MeasureCell] = {
    "asymmetry": MeasureCell(QT_TRANSLATE_NOOP("measures", "Asymmetry (A)"), _of_score("asymmetry"), _number),
    "border": MeasureCell(QT_TRANSLATE_NOOP("measures", "Border (B)"), _of_score("border"), _number),
    "colours": MeasureCell(QT_TRANSLATE_NOOP("measures", "Colours (C)"), _of_score("colours"), _number),
    "structures": MeasureCell(QT_TRANSLATE_NOOP("measures", "Structures (D)"), _of_score("structures"), _number),
    "score": MeasureCell(QT_TRANSLATE_NOOP("measures", "Dermoscopy score"), _of_score("value"), _tenths),
    "score_low": MeasureCell(QT_TRANSLATE_NOOP("measures", "Score at least"), _of_score("low"), _tenths),
    "score_high": MeasureCell(QT_TRANSLATE_NOOP("measures", "Score at most"), _of_score("high"), _tenths),
    "area": MeasureCell(QT_TRANSLATE_NOOP("measures", "Lesion's part"), attrgetter("area_fraction"), percent),
    "confidence": MeasureCell(QT_TRANSLATE_NOOP("measures", "Outline confidence"), attrgetter("confidence"), percent),
    "is_cut": MeasureCell(QT_TRANSLATE_NOOP("measures", "Cut by the image"), attrgetter("is_cut"), _yes_or_no),
}


def cell_text(name: str, measured: "Measurement | None") -> str:
    if measured is None:
        return ""
    if name == "confidence" and measured.by_hand:
        return QCoreApplication.translate("measures", "drawn by hand")
    value = MEASURE_CELLS[name].value(measured)
    return "" if value is None else MEASURE_CELLS[name].text(value)


def cell_key(name: str, measured: "Measurement | None") -> str:
    """A text that sorts as the number does; empty, and so last, where there is none."""
    value = None if measured is None else MEASURE_CELLS[name].value(measured)
    return "" if value is None else f"{value:012.6f}"


def cell_tool_tip(measured: "Measurement | None") -> str | None:
    """Why a cell is empty, or that its number has no part in the probability."""
    if measured is None:
        return None
    if measured.score is None:
        return words(measured.error) if measured.error else None
    lines = [
        QCoreApplication.translate("measures", "Dermoscopy score {range}, for melanocytic lesions only.").format(
            range=range_text(measured.score)
        ),
        QCoreApplication.translate("measures", "No part of the probability of malignancy."),
    ]
    if measured.is_cut:
        lines.append(cut_text())
    if measured.by_hand:
        lines.append(QCoreApplication.translate("measures", "Measured within an outline drawn by hand."))
    return "\n".join(lines)
