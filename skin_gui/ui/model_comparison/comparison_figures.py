"""Two models' figures and confusion matrices side by side."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from skin_gui.ui.model_comparison.comparison_texts import figure_text
from skin_gui.ui.texts.facts import words
from skin_gui.ui.texts.formats import left_to_right, percent
from skin_gui.ui.widgets.labels import styled_label, text_label
from skin_gui.ui.widgets.layouts import in_grid
from skin_gui.ui.widgets.theme import theme
from skin_gui.wording.training import FigureName, FigureNote

if TYPE_CHECKING:
    from skin_gui.training.metrics.metrics import Confusion, Metrics
    from skin_gui.training.reports.model_comparison import Comparison

_CELL_WIDTH, _CELL_HEIGHT = 128, 64
_HEAD, _SIDE = 44, 84


_LOWER_IS_BETTER = (FigureName.BRIER, FigureName.ECE)
_COMPARED = tuple(kind for kind in FigureName if kind is not FigureName.ECE)


class FiguresTable(QFrame):
    """A row for each figure: its value and 95 % interval, twice."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settingsFrame")
        self.grid = in_grid(self, spacing=(16, 6), margins=(16, 12, 16, 12))
        for column in (2, 4):
            self.grid.setColumnStretch(column, 1)

    def compare(self, comparison: "Comparison") -> None:
        new = self.tr("New: {name}").format(name=left_to_right(comparison.new_name))
        active = self.tr("Active: {name}").format(name=left_to_right(comparison.active_name))
        self.show_figures((new, active), (comparison.new, comparison.active), _COMPARED)

    def show_figures(
        self, heads: tuple[str, str], sides: tuple["Metrics", "Metrics"], kinds: tuple[FigureName, ...]
    ) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, head in enumerate(heads):
            self.grid.addWidget(text_label(head, "section"), 0, 1 + 2 * place, 1, 2)
        for row, kind in enumerate(kinds, start=1):
            name = FigureNote.LOWER_IS_BETTER(figure=kind()) if kind in _LOWER_IS_BETTER else kind()
            self._put(words(name), "body", row, 0)
            for place, metrics in enumerate(sides):
                value, interval = figure_text(kind.of(metrics))
                self._put(value, "body", row, 1 + 2 * place)
                self._put(interval, "small", row, 2 + 2 * place)

    def _put(self, text: str, role: str, row: int, column: int) -> None:
        self.grid.addWidget(styled_label(text, role, selectable=True), row, column)


class ConfusionView(QWidget):
    """A confusion matrix: true classes in rows, what the model says in columns; the fuller a cell the stronger."""

    def __init__(self, confusion: "Confusion") -> None:
        super().__init__()
        self._rows = (
            (self.tr("benign"), (confusion.tn, confusion.fp)),
            (self.tr("malignant"), (confusion.fn, confusion.tp)),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setAccessibleDescription(
            self.tr("{tn} of {benign} benign and {tp} of {malignant} malignant images are called so.").format(
                tn=confusion.tn,
                benign=confusion.tn + confusion.fp,
                tp=confusion.tp,
                malignant=confusion.tp + confusion.fn,
            )
        )
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE + 2 * _CELL_WIDTH, _HEAD + 2 * _CELL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme().colours.muted))
        top = QRectF(_SIDE, 0, 2 * _CELL_WIDTH, _HEAD / 2)
        painter.drawText(self._visual(top), Qt.AlignmentFlag.AlignCenter, self.tr("The model says"))
        corner = QRectF(0, _HEAD / 2, _SIDE - 8, _HEAD / 2)
        painter.drawText(self._visual(corner), Qt.AlignmentFlag.AlignCenter, self.tr("Truly"))
        for column, (name, _) in enumerate(self._rows):
            head = QRectF(_SIDE + column * _CELL_WIDTH, _HEAD / 2, _CELL_WIDTH, _HEAD / 2)
            painter.drawText(self._visual(head), Qt.AlignmentFlag.AlignCenter, name)
        for row, (name, counts) in enumerate(self._rows):
            y = _HEAD + row * _CELL_HEIGHT
            painter.setPen(QColor(theme().colours.muted))
            side = self._visual(QRectF(0, y, _SIDE - 8, _CELL_HEIGHT))
            painter.drawText(side, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), name)
            for column, count in enumerate(counts):
                area = self._visual(QRectF(_SIDE + column * _CELL_WIDTH, y, _CELL_WIDTH, _CELL_HEIGHT))
                self._draw_cell(painter, area.adjusted(1, 1, -1, -1), count, sum(counts), right=row == column)

    def _draw_cell(self, painter: QPainter, area: QRectF, count: int, total: int, *, right: bool) -> None:
        colours = theme().colours
        share = count / total if total else 0.0
        fill = QColor(colours.accent if right else colours.warning_border)
        fill.setAlphaF(0.08 + 0.42 * share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(colours.text))
        text = QLocale().toString(count) + (f"  ({percent(round(share, 3))})" if total else "")
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _visual(self, area: QRectF) -> QRectF:
        """Mirrored where text runs from right to left."""
        if self.isRightToLeft():
            area.moveLeft(self.width() - area.right())
        return area
