"""What the table adds up to: counts that filter on a click, the histogram, and the operating point under it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from skin_gui.review.statistics import Summary
from skin_gui.ui.review.table.result_filter import ResultFilter
from skin_gui.ui.review.threshold_control import ThresholdControl
from skin_gui.ui.texts.formats import percent
from skin_gui.ui.widgets.icons import set_icon
from skin_gui.ui.widgets.labels import styled_label
from skin_gui.ui.widgets.layouts import STRETCH, in_column, in_grid
from skin_gui.ui.widgets.theme import theme

_WIDTH_IN_LETTERS = 44
_SIDE_MARGIN = 12


class SummaryStrip(QWidget):
    """Counts of all rows, whatever the filter shows."""

    filter_wanted = Signal(object)
    """`ResultFilter` that shows the rows behind a count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Summary"))
        theme().changed.connect(self._fit_width)
        self.threshold = ThresholdControl()
        self.histogram = Histogram()
        self.histogram.margin = self.threshold.slider.margin
        self._grid = in_grid(None, spacing=(8, 0), stretch=(0, 1))
        self.malignant = self._count("malignant", self.tr("Malignant"), ResultFilter(label="malignant"), 0, 0)
        self.benign = self._count("benign", self.tr("Benign"), ResultFilter(label="benign"), 0, 1)
        self.warned = self._count("warning", self.tr("Warnings"), ResultFilter(warnings="warned"), 1, 0)
        self.failed = self._count("error", self.tr("Failed"), ResultFilter(label="failed"), 1, 1)
        self.reviewed = self._count("check", self.tr("Reviewed"), ResultFilter(review="reviewed"), 2, 0)
        self.unreviewed = self._count("review", self.tr("To review"), ResultFilter(review="unreviewed"), 2, 1)
        self.agreement = styled_label(role="small", wraps=True)
        parts = (self._grid, self.agreement, (self.histogram, 100), self.threshold, STRETCH)
        self._column = in_column(self, *parts, spacing=6, margins=(_SIDE_MARGIN, 8, _SIDE_MARGIN, 8))
        self._fit_width()

    def minimumSizeHint(self) -> QSize:
        """As high as all of it is at its width: a sentence of it may need two lines."""
        height = self._column.totalMinimumHeightForWidth(self.width())
        return super().minimumSizeHint().expandedTo(QSize(0, height))

    def _fit_width(self) -> None:
        """As wide as the counts of a large folder need; else as ever, so that nothing moves while they rise."""
        self._grid.invalidate()
        usual = _WIDTH_IN_LETTERS * self.fontMetrics().averageCharWidth()
        self.setFixedWidth(max(usual, self._grid.sizeHint().width() + 2 * _SIDE_MARGIN))

    def show_summary(self, summary: Summary) -> None:
        for button, count in (
            (self.malignant, summary.malignant),
            (self.benign, summary.benign),
            (self.warned, summary.with_warnings),
            (self.failed, summary.failed),
            (self.reviewed, summary.reviewed),
            (self.unreviewed, summary.unreviewed),
        ):
            name = button.accessibleName()
            button.setText(f"{QLocale().toString(count)}  {name}")
            button.setEnabled(count > 0)
        self._fit_width()
        self.agreement.setText(self._agreement_text(summary))
        # Of rows that are labelled at several points, the malignant ones are not those above any one of them.
        threshold = None if self.threshold.is_mixed else self.threshold.effective
        self.histogram.set_values(summary.histogram, threshold, summary.malignant)

    def _agreement_text(self, summary: Summary) -> str:
        if summary.agreement is None:
            return self.tr("Agreement with the model shows after the first decision.")
        locale = QLocale()
        return self.tr("Model and reviewer agree on {agreed} of {compared} ({share}).").format(
            agreed=locale.toString(summary.agreed),
            compared=locale.toString(summary.compared),
            share=percent(summary.agreement),
        )

    def _count(self, picture: str, name: str, wanted: ResultFilter, row: int, column: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("count", True)
        button.setAccessibleName(name)
        button.setToolTip(self.tr("Show only these rows"))
        colours = {"malignant": "malignant", "benign": "benign", "warning": "warning", "error": "error"}
        set_icon(button, {"review": "unsure"}.get(picture, picture), colours.get(picture, "muted"))
        button.clicked.connect(lambda: self.filter_wanted.emit(wanted))
        self._grid.addWidget(button, row, column)
        return button


_HEIGHT = 56
_TALLEST = 160
_GAP = 1.0


class Histogram(QWidget):
    """Bars over [0, 1] in reading direction, coloured by the side of the threshold they are on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: NDArray[np.int64] = np.zeros(1, dtype=np.int64)
        self._threshold: float | None = 0.5
        self.margin = 0
        """Room left and right, so that the scale lines up with a slider below."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_TALLEST)
        self.setAccessibleName(self.tr("Histogram of probabilities"))
        theme().changed.connect(self.update)

    def set_values(self, counts: NDArray[np.int64], threshold: float | None, above: int) -> None:
        """Show (bins,) counts against a threshold in [0, 1], or None for several; `above`: rows at or above it."""
        self._counts, self._threshold = counts, threshold
        number, total = QLocale().toString, int(counts.sum())
        if threshold is None:
            text = self.tr("Images that were classified at different operating points: {total}")
            text = text.format(total=number(total))
        else:
            text = self.tr("{above} of {total} images at or above {threshold}", "", total).format(
                above=number(above), total=number(total), threshold=percent(threshold)
            )
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Small: it gives an impression, not figures."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Lower than this the bars say nothing."""
        return QSize(120, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().colours
        area = QRectF(self.margin, 2, self.width() - 2 * self.margin, self.height() - 3)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        top = max(int(self._counts.max()), 1)
        width = area.width() / len(self._counts)
        for number, count in enumerate(self._counts.tolist()):
            if count:
                # The square root lets few malignant ones show beside many benign ones.
                height = max(area.height() * (count / top) ** 0.5, 2.0)
                bar = QRectF(area.left() + number * width, area.bottom() - height, width - _GAP, height)
                self._paint_bar(painter, bar, area)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._threshold is None:
            return
        x = area.left() + area.width() * self._threshold
        painter.setPen(QPen(QColor(colours.text), 1.5))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_bar(self, painter: QPainter, bar: QRectF, area: QRectF) -> None:
        colours = theme().colours
        if self._threshold is None:
            painter.fillRect(bar, QColor(colours.muted))
            return
        x = area.left() + area.width() * self._threshold
        below = QRectF(bar)
        below.setRight(min(bar.right(), x))
        if below.width() > 0:
            painter.fillRect(below, QColor(colours.benign))
        above = QRectF(bar)
        above.setLeft(max(bar.left(), x))
        if above.width() > 0:
            painter.fillRect(above, QColor(colours.malignant))
