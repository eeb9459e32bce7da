"""The words for a lesion's measures, in the user's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import percent

if TYPE_CHECKING:
    from skin_gui.measures.abcd import Abcd
    from skin_gui.measures.reliability import Reliability
    from skin_gui.measures.score import DermoscopyScore
    from skin_gui.review.measurements import Measurement


def colour_text(name: str) -> str:
    return {
        "white": QCoreApplication.translate("measures", "white"),
        "red": QCoreApplication.translate("measures", "red"),
        "light brown": QCoreApplication.translate("measures", "light brown"),
        "dark brown": QCoreApplication.translate("measures", "dark brown"),
        "blue-grey": QCoreApplication.translate("measures", "blue-grey"),
        "black": QCoreApplication.translate("measures", "black"),
    }[name]


def verdict_text(name: str) -> str:
    return {
        "benign": QCoreApplication.translate("measures", "benign"),
        "suspicious": QCoreApplication.translate("measures", "suspicious"),
        "malignant": QCoreApplication.translate("measures", "malignant"),
    }[name]


def range_text(score: "DermoscopyScore") -> str:
    locale = QLocale()
    low, high = (locale.toString(value, "f", 1) for value in (score.low, score.high))
    if low == high:
        return low
    return QCoreApplication.translate("measures", "{low} to {high}").format(low=low, high=high)


def verdicts_text(score: "DermoscopyScore") -> str:
    """What the rule says of the score, or of both ends of its range."""
    words = [verdict_text(name) for name in score.verdicts]
    if len(words) == 1:
        return QCoreApplication.translate("measures", "By the rule: {verdict}").format(verdict=words[0])
    text = QCoreApplication.translate("measures", "By the rule: {low} to {high}")
    return text.format(low=words[0], high=words[-1])


def unlike_text() -> str:
    """What is said beside measures of an image that the classifier does not know the like of."""
    return QCoreApplication.translate(
        "measures",
        "Unlike the images that the model learned from: what was outlined may be no lesion. Look at the outline before "
        "you use the score.",
    )


def measurement_lines(measured: "Measurement") -> list[tuple[str, str]]:
    """Names and values of what was measured, for a report."""
    score = measured.score
    if score is None:
        return [(QCoreApplication.translate("measures", "Measures"), words(measured.error) if measured.error else "")]
    locale = QLocale()
    text = QCoreApplication.translate("measures", "{range}. {verdict}, for melanocytic lesions only.")
    total = text.format(range=range_text(score), verdict=verdicts_text(score))
    structures = QCoreApplication.translate("measures", "not measured")
    text = QCoreApplication.translate("measures", "asymmetry {a}, border {b}, colours {c}, structures {d}")
    criteria = text.format(
        a=locale.toString(score.asymmetry),
        b=locale.toString(score.border),
        c=locale.toString(score.colours),
        d=structures if score.structures is None else locale.toString(score.structures),
    )
    return [
        (QCoreApplication.translate("measures", "Dermoscopy score"), total),
        (QCoreApplication.translate("measures", "Criteria"), criteria),
        (
            QCoreApplication.translate("measures", "Outline"),
            outline_text(measured.area_fraction, measured.confidence, is_cut=bool(measured.is_cut)),
        ),
    ]


def outline_text(
    area_fraction: float | None, confidence: float | None, diameter: float | None = None, *, is_cut: bool = False
) -> str:
    """How much of the image the lesion covers, how sure the outline is or that it was drawn, and how many mm it is.

    Args:
        area_fraction: part of the image that the lesion covers.
        confidence: expected overlap with an expert's outline; None for one that was drawn.
        diameter: the greatest, in mm; None where the file does not say how large its pixels are.
        is_cut: whether the lesion goes on beyond what the image shows.
    """
    part = percent(area_fraction or 0.0)
    if confidence is None:
        text = QCoreApplication.translate("measures", "{part} of the image. Drawn by hand.").format(part=part)
    else:
        text = QCoreApplication.translate(
            "measures", "{part} of the image. Expected overlap with an expert's: {overlap}."
        ).format(part=part, overlap=percent(confidence))
    parts = [text]
    if diameter is not None:
        size = QCoreApplication.translate(
            "measures", "Greatest diameter at least {millimetres} mm, by the file's pixel spacing."
        )
        if not is_cut:
            size = QCoreApplication.translate(
                "measures", "Greatest diameter {millimetres} mm, by the file's pixel spacing."
            )
        parts.append(size.format(millimetres=QLocale().toString(diameter, "f", 1)))
    if is_cut:
        parts.append(cut_text())
    return " ".join(parts)


def cut_text() -> str:
    return QCoreApplication.translate(
        "measures",
        "The lesion goes on beyond what the image shows: size, asymmetry and border are of the part in sight.",
    )


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
    locale = QLocale()
    text = QCoreApplication.translate("measures", "{points} of {most}")
    return text.format(points=locale.toString(points), most=locale.toString(most))
