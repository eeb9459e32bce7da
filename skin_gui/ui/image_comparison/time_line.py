"""The probability of a lesion's pictures over time, as a small line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from skin_gui.ui.image_comparison.subject import Subject
from skin_gui.ui.widgets.plots import ThemedPlot

_HEIGHT = 120


def days(subjects: Sequence[Subject]) -> list[float] | None:
    """How many days after the first each picture was taken; None where not all have a time, or all the same."""
    times = [time for subject in subjects if (time := subject.membership.time) is not None]
    if len(times) < len(subjects) or len(set(times)) < 2:
        return None
    return [float(time - min(times)) for time in times]


class TimeLine(ThemedPlot):
    """A point for each picture that has a probability, in percent, joined by a line; hidden for different lesions."""

    def __init__(self, subjects: Sequence[Subject], parent: QWidget | None = None) -> None:
        places = days(subjects)
        named = QCoreApplication.translate("TimeLine", "Days since the first picture")
        numbered = QCoreApplication.translate("TimeLine", "Picture")
        super().__init__(named if places else numbered, QCoreApplication.translate("TimeLine", "%"), parent)
        self.setAccessibleName(self.tr("Probability over time"))
        self.setFixedHeight(_HEIGHT)
        places = places or [float(number) for number in range(1, len(subjects) + 1)]
        self.points = [
            (place, 100 * subject.probability)
            for place, subject in zip(places, subjects, strict=True)
            if subject.probability is not None and not subject.result_is_hidden
        ]
        self.add_line("accent", [x for x, _ in self.points], [y for _, y in self.points], points=True)
        item = self.getPlotItem()
        item.getAxis("bottom").enableAutoSIPrefix(False)
        item.getAxis("left").setTicks([[(value, QLocale().toString(value)) for value in (0, 50, 100)]])
        self.setYRange(0, 100, padding=0.12)
        lesions = {(subject.membership.patient, subject.membership.lesion) for subject in subjects}
        self.setVisible(len(self.points) > 1 and len(lesions) == 1)
