"""The probability of a lesion's pictures over time, as a small line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from skin_gui.ui.compare.subject import Subject
from skin_gui.ui.widgets.plots import ThemedPlot

_HEIGHT = 120


def days(subjects: Sequence[Subject]) -> list[float]:
    """Where each picture stands on the time's axis: days since the first, or its number where one has no time."""
    times = [subject.membership.time for subject in subjects]
    known = [time for time in times if time is not None]
    if len(known) < len(times) or not known:
        return [float(number) for number in range(1, len(subjects) + 1)]
    return [float(time - min(known)) for time in known]


class TimeLine(ThemedPlot):
    """A point for each picture that has a probability, in percent, joined by a line."""

    def __init__(self, subjects: Sequence[Subject], parent: QWidget | None = None) -> None:
        times = [subject.membership.time for subject in subjects]
        dated = all(time is not None for time in times)
        named = QCoreApplication.translate("TimeLine", "Days since the first picture")
        numbered = QCoreApplication.translate("TimeLine", "Picture")
        super().__init__(named if dated else numbered, QCoreApplication.translate("TimeLine", "%"), parent)
        self.setAccessibleName(self.tr("Probability over time"))
        self.setFixedHeight(_HEIGHT)
        self.points = [
            (day, 100 * subject.probability)
            for day, subject in zip(days(subjects), subjects, strict=True)
            if subject.probability is not None
        ]
        self.add_line("accent", [x for x, _ in self.points], [y for _, y in self.points], points=True)
        self.setYRange(0, 100)
        self.setVisible(len(self.points) > 1)
