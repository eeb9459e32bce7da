"""One lesion over time: a later picture laid over an earlier one, blended or as their difference."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QSlider,
    QWidget,
)

from skin_gui.ui.image_comparison.subject import Subject
from skin_gui.ui.viewer.image_view import ImageView
from skin_gui.ui.widgets.labels import text_label
from skin_gui.ui.widgets.layouts import in_column, in_row
from skin_gui.ui.widgets.message_box import MessageBox
from skin_gui.ui.widgets.plots import ThemedPlot
from skin_gui.wording.fact import Fact
from skin_gui.workers.image_comparison import Overlaid

_STEPS = 100


class OverTime(QWidget):
    """Chooses two pictures, shows them laid over each other, and says how well that went."""

    wanted = Signal(object, object)
    """The paths of the two pictures to lay over each other."""

    def __init__(self, subjects: Sequence[Subject], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Over time"))
        self.subjects = list(subjects)
        self._overlaid: Overlaid | None = None
        self._create_parts()
        self._lay_out()
        self.first.currentIndexChanged.connect(self.ask)
        self.second.currentIndexChanged.connect(self.ask)
        self.slider.valueChanged.connect(self._show_overlay)
        self.difference.toggled.connect(self._show_overlay)
        self.difference.toggled.connect(self._enable)

    def _create_parts(self) -> None:
        self.first, self.second = (
            self._choice(0, self.tr("Earlier picture")),
            self._choice(-1, self.tr("Later picture")),
        )
        self.problem = MessageBox("warning")
        self.view = ImageView()
        self.view.show_heatmap(True)
        self.blend = QRadioButton(self.tr("&Blend"))
        self.difference = QRadioButton(self.tr("&Difference"))
        self.difference.setToolTip(
            self.tr("Grey where both pictures are alike; brighter or darker where the later one is")
        )
        self.blend.setChecked(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(10)
        self.slider.setValue(_STEPS // 2)
        self.slider.setAccessibleName(self.tr("From the earlier picture to the later one"))
        self.slider.setToolTip(self.slider.accessibleName())
        self.quality = text_label("", "small")
        self.line = TimeLine(self.subjects)

    def _choice(self, chosen: int, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMinimumContentsLength(12)
        for subject in self.subjects:
            box.addItem(subject.caption, subject.path)
        box.setCurrentIndex(chosen % len(self.subjects))
        return box

    def _lay_out(self) -> None:
        arrow = QLabel("→" if not self.isRightToLeft() else "←")
        choices = in_row(None, (self.first, 1), arrow, (self.second, 1))
        blending = in_row(None, self.blend, (self.slider, 1), self.difference, spacing=12)
        in_column(
            self,
            choices,
            self.problem,
            (self.view, 1),
            blending,
            self.quality,
            self.line,
            spacing=8,
            margins=(0, 12, 0, 0),
        )

    def ask(self) -> None:
        pair: tuple[Path, Path] = (self.first.currentData(), self.second.currentData())
        self._overlaid = None
        self._enable()
        self.view.set_image(())
        self.problem.clear()
        if pair[0] == pair[1]:
            self.quality.setText(self.tr("Choose two different pictures."))
            return
        self.quality.setText(self.tr("Laying the pictures over each other…"))
        self.wanted.emit(*pair)

    def show_overlaid(self, overlaid: Overlaid) -> None:
        self._overlaid = overlaid
        self._enable()
        self.view.set_image(overlaid.levels, path=self.first.currentData())
        self._show_overlay()
        alignment, locale = overlaid.alignment, QLocale()
        text = self.tr("Points that agree: {points}. Correlation: {correlation}.")
        correlation = locale.toString(alignment.correlation, "f", 2)
        self.quality.setText(text.format(points=locale.toString(alignment.inliers), correlation=correlation))
        if alignment.is_poor:
            self.problem.set_messages([self._poor_text()])

    def show_failure(self, fact: Fact) -> None:
        self.quality.setText("")
        self.problem.set_messages([fact])

    def _poor_text(self) -> str:
        return self.tr(
            "The pictures could not be aligned reliably: they may show different lesions, or one too differently. Do "
            "not read a change from this overlay; compare them side by side."
        )

    def _show_overlay(self) -> None:
        if self._overlaid is None:
            return
        as_difference = self.difference.isChecked()
        picture: QImage = self._overlaid.difference if as_difference else self._overlaid.second
        self.view.set_heatmap(picture)
        self.view.set_heatmap_opacity(1.0 if as_difference else self.slider.value() / _STEPS)

    def _enable(self) -> None:
        """The slider, where there is something that it blends."""
        self.slider.setEnabled(self._overlaid is not None and self.blend.isChecked())


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
        if not days(subjects):  # else there would be a picture number 1.2
            item.getAxis("bottom").setTicks([[(place, QLocale().toString(int(place))) for place in places]])
        item.getAxis("left").setTicks([[(value, QLocale().toString(value)) for value in (0, 50, 100)]])
        self.setYRange(0, 100, padding=0.12)
        lesions = {(subject.membership.patient, subject.membership.lesion) for subject in subjects}
        self.setVisible(len(self.points) > 1 and len(lesions) == 1)
