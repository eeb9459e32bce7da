"""The words for measures, in the user's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.ui.texts.measures import outline_text as outline_words

if TYPE_CHECKING:
    from skin_gui.measures.abcd import Abcd
    from skin_gui.measures.measurer import Measures
    from skin_gui.measures.reliability import Reliability


def colour_text(name: str) -> str:
    """The word for one of the six colours."""
    return {
        "white": QCoreApplication.translate("measures", "white"),
        "red": QCoreApplication.translate("measures", "red"),
        "light brown": QCoreApplication.translate("measures", "light brown"),
        "dark brown": QCoreApplication.translate("measures", "dark brown"),
        "blue-grey": QCoreApplication.translate("measures", "blue-grey"),
        "black": QCoreApplication.translate("measures", "black"),
    }[name]


def outline_text(measures: "Measures", diameter: float | None) -> str:
    """How much of the image the lesion covers, how large it is where that is known, and how sure the outline is."""
    text = outline_words(measures.outline.area_fraction, measures.outline.confidence)
    if diameter is None:
        return text
    size = QCoreApplication.translate("measures", "Greatest diameter {millimetres} mm, by the file's pixel spacing.")
    return f"{text} {size.format(millimetres=QLocale().toString(diameter, 'f', 1))}"


def asymmetry_text(abcd: "Abcd") -> str:
    """In what the halves differ over each of the axes."""
    words = {
        "shape": QCoreApplication.translate("measures", "shape"),
        "colour": QCoreApplication.translate("measures", "colour"),
        "structure": QCoreApplication.translate("measures", "structure"),
    }
    differing = [axis.differs_in for axis in abcd.asymmetry.axes if axis.differs_in]
    if not differing:
        return QCoreApplication.translate("measures", "The halves are alike over both axes.")
    kinds = [kind for kind in words if any(kind in found for found in differing)]
    listed = QCoreApplication.translate("measures", ", ").join(words[kind] for kind in kinds)
    if len(differing) == 1:
        text = QCoreApplication.translate("measures", "The halves differ over one axis, in {kinds}.")
    else:
        text = QCoreApplication.translate("measures", "The halves differ over both axes, in {kinds}.")
    return text.format(kinds=listed)


def border_text(abcd: "Abcd") -> str:
    """In how many eighths the margin is abrupt."""
    text = QCoreApplication.translate("measures", "The pigment ends abruptly in {count} of 8 eighths.")
    return text.format(count=QLocale().toString(abcd.border.score))


def reliability_text(found: "Reliability") -> str:
    """How well score and criteria tell melanomas from nevi, with those that do no better than chance by name."""
    locale = QLocale()

    def figure(value: float) -> str:
        return locale.toString(value, "f", 2)

    one = QCoreApplication.translate("measures", "{source} {auc} ({low} to {high})")
    figures = [
        one.format(source=source, auc=figure(part.auc), low=figure(part.low), high=figure(part.high))
        for source, part in found["score"].items()
    ]
    comma = QCoreApplication.translate("measures", ", ")
    text = QCoreApplication.translate(
        "measures", "How well the score tells melanomas from nevi (area under the curve, 95 % interval): {figures}."
    ).format(figures=comma.join(figures))
    chance = QCoreApplication.translate("measures", "{measure} on {sources}")
    poor = [
        chance.format(measure=_measure_text(name), sources=comma.join(sources))
        for name, parts in found.items()
        if (sources := [source for source, part in parts.items() if not part.better_than_chance])
    ]
    if not poor:
        return text
    semicolon = QCoreApplication.translate("measures", "; ")
    worse = QCoreApplication.translate("measures", "No better than chance: {list}.").format(list=semicolon.join(poor))
    return f"{text} {worse}"


def _measure_text(name: str) -> str:
    return {
        "asymmetry": QCoreApplication.translate("measures", "asymmetry"),
        "border": QCoreApplication.translate("measures", "border"),
        "colours": QCoreApplication.translate("measures", "colours"),
        "score": QCoreApplication.translate("measures", "the score"),
    }[name]


def points_text(points: int, most: int) -> str:
    """How many points of how many."""
    locale = QLocale()
    text = QCoreApplication.translate("measures", "{points} of {most}")
    return text.format(points=locale.toString(points), most=locale.toString(most))
