"""What an operating point means: four rates with their intervals, and the same in counts of lesions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from skin_gui.ui.texts.formats import in_reading_direction, percent, percent_with_decimal
from skin_gui.ui.widgets.labels import styled_label, text_label
from skin_gui.ui.widgets.layouts import in_column, in_grid
from skin_gui.ui.widgets.theme import theme

if TYPE_CHECKING:
    from skin_gui.workers.settings.expectations import Expectation, Figure

_LESIONS = 1000


class ExpectationBox(QWidget):
    """Moves with the sliders above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = text_label("", "body")
        self.counts = text_label("", "body")
        self.clinics = text_label("", "body")
        self.data = text_label("", "small")
        self._rates = QWidget()
        self._grid = in_grid(self._rates, spacing=(16, 10), stretch=(1,))
        self.sensitivity = self._add(self.tr("Sensitivity"), self.tr("of malignant lesions are found"))
        self.specificity = self._add(self.tr("Specificity"), self.tr("of benign lesions are called benign"))
        self.positive = self._add(self.tr("PPV"), self.tr("of those called malignant are malignant"))
        self.negative = self._add(self.tr("NPV"), self.tr("of those called benign are benign"))
        in_column(
            self, self.heading, self._rates, self.counts, self.clinics, self.data, spacing=12, margins=(0, 12, 0, 12)
        )
        self.show_nothing(self.tr("Reading the active model…"))

    def show_nothing(self, sentence: str) -> None:
        """Say why there are no figures."""
        self.heading.setText(sentence)
        for widget in (self._rates, self.counts, self.clinics, self.data):
            widget.hide()

    def show_expectation(self, found: "Expectation", prevalence: float, data: str) -> None:
        """Show what to expect.

        Args:
            prevalence: share of malignant lesions that the predictive values and the counts are for.
        """
        if found.sensitivity is None or found.specificity is None:
            self.show_nothing(
                self.tr(
                    "Malignant from {threshold} on. What to expect there was not measured: only the model's own "
                    "operating point is known."
                ).format(threshold=percent(found.threshold))
            )
            return
        self.heading.setText(self.tr("Malignant from {threshold} on").format(threshold=percent(found.threshold)))
        self.sensitivity.show_figure(found.sensitivity)
        self.specificity.show_figure(found.specificity)
        self.positive.show_figure(found.positive)
        self.negative.show_figure(found.negative)
        self.counts.setText(self._in_counts(found.sensitivity.value, found.specificity.value, prevalence))
        self.data.setText(
            self.tr(
                "With 95 % intervals, measured {data}. The intervals of the predictive values span what both rates "
                "allow; they hold only if your patients resemble those images."
            ).format(data=data)
        )
        for widget in (self._rates, self.counts, self.data):
            widget.show()

    def show_clinics(self, sentence: str) -> None:
        """Say how the model does in unseen clinics and in those of its training data; "" says nothing."""
        self.clinics.setText(sentence)
        self.clinics.setVisible(bool(sentence))

    def _in_counts(self, sensitivity: float, specificity: float, prevalence: float) -> str:
        locale = QLocale()
        malignant = round(_LESIONS * prevalence)
        found = round(malignant * sensitivity)
        flagged = round((_LESIONS - malignant) * (1 - specificity))
        return self.tr(
            "Of {all} lesions, {malignant} of them malignant: {found} are found, {missed} missed, and {flagged} "
            "benign ones wrongly flagged."
        ).format(
            all=locale.toString(_LESIONS),
            malignant=locale.toString(malignant),
            found=locale.toString(found),
            missed=locale.toString(malignant - found),
            flagged=locale.toString(flagged),
        )

    def _add(self, name: str, meaning: str) -> "_RateRow":
        row = _RateRow(name, meaning)
        at = self._grid.rowCount()
        for column, widget in enumerate((row.words, row.bar, row.figure)):
            self._grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignVCenter)
        return row


class _RateRow:
    """One line: name and meaning, bar, figure."""

    def __init__(self, name: str, meaning: str) -> None:
        self._name = name
        self.words = QWidget()
        in_column(self.words, QLabel(name), styled_label(meaning, "small"), spacing=0)
        self.bar = IntervalBar()
        self.bar.setAccessibleName(name)
        self.figure = styled_label(selectable=True)
        self.figure.setMinimumWidth(self.figure.fontMetrics().horizontalAdvance("100.0 % (99.9 – 100.0)") + 8)
        self.figure.setAccessibleName(name)

    def show_figure(self, figure: "Figure | None") -> None:
        """Show a rate; None is a result that never occurs."""
        self.bar.set_values(figure.value if figure else None, figure.interval if figure else None)
        text = _figure_text(figure)
        self.figure.setText(in_reading_direction(text))
        self.bar.setAccessibleDescription(text)


def _figure_text(figure: "Figure | None") -> str:
    """E.g. "90.0 % (88.4 – 91.4)"."""
    if figure is None:
        return "–"
    text = percent_with_decimal(figure.value)
    if figure.interval is None:
        return text
    low, high = map(_one_decimal, figure.interval)
    return f"{text} ({low} – {high})"


def _one_decimal(value: float) -> str:
    return QLocale().toString(value * 100, "f", 1)


_HEIGHT = 8
_MARK_WIDTH = 4
_MARK_HEIGHT = 16


class IntervalBar(QWidget):
    """A track, the interval on it, and a mark at the value; mirrored where text runs from right to left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | None = None
        self._interval: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_values(self, value: float | None, interval: tuple[float, float] | None) -> None:
        """Show a value in [0, 1] with its interval; None shows the track alone."""
        self._value, self._interval = value, interval
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _MARK_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = theme().colours
        self._block(painter, 0, 1, _HEIGHT, colours.track)
        if self._value is None:
            return
        if self._interval is not None:
            soft = QColor(colours.accent)
            soft.setAlphaF(0.45)
            self._block(painter, *self._interval, _HEIGHT, soft)
        half = _MARK_WIDTH / 2 / max(self.width(), 1)
        middle = min(max(self._value, half), 1 - half)
        self._block(painter, middle - half, middle + half, _MARK_HEIGHT, colours.accent)

    def _block(self, painter: QPainter, start: float, end: float, height: int, colour: str | QColor) -> None:
        """A rounded block over a part of the line, in reading direction."""
        if self.isRightToLeft():
            start, end = 1 - end, 1 - start
        area = QRectF(start * self.width(), (self.height() - height) / 2, (end - start) * self.width(), height)
        radius = min(height, area.width()) / 2
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(area, radius, radius)
