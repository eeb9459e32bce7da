"""Plots in the colours of the theme. Imported where the first plot is made, not before: pyqtgraph takes its time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from skin_gui.ui.widgets.layouts import STRETCH, in_row
from skin_gui.ui.widgets.theme import theme

pg.setConfigOptions(antialias=True)

_LINE_WIDTH = 2.0
_THIN_WIDTH = 1.2
_GRID_ALPHA = 0.18
_POINT, _LARGE_POINT = 6, 12
_TICK_DENSITY = 0.7
_LEGEND_GAP = 20
_BESIDE = QSize(18, 8)
"""Room at the ends of the axes for half of a number, in pixels."""


class PlotLegend(QWidget):
    """Which colour of the theme is what."""

    def __init__(self, entries: Sequence[tuple[str, str]], *, centred: bool = False) -> None:
        """Args: the colours with their names, from the leading side; whether they stand in the middle."""
        super().__init__()
        self._entries = [(QLabel(), colour, name) for colour, name in entries]
        labels = [label for label, _, _ in self._entries]
        for label in labels:
            label.setTextFormat(Qt.TextFormat.RichText)
        in_row(self, *([STRETCH] if centred else []), *labels, STRETCH, spacing=_LEGEND_GAP)
        theme().changed.connect(self._style)
        self._style()

    def _style(self) -> None:
        for label, colour, name in self._entries:
            label.setText(f'<span style="color: {getattr(theme().colours, colour)}">●</span>&nbsp; {name}')


class ThemedPlot(pg.PlotWidget):
    """Axes with lines and points that follow the theme; it is looked at, not dragged about."""

    def __init__(self, x_label: str, y_label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, axisItems={side: _Axis(side) for side in ("bottom", "left")})
        self._labels = {"bottom": x_label, "left": y_label}
        self._lines: list[_Line] = []
        self._bars: list[tuple[pg.ErrorBarItem, str]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setContentsMargins(0, _BESIDE.height(), _BESIDE.width(), 0)
        theme().changed.connect(self.restyle)
        self.restyle()

    def add_line(
        self,
        colour: str,
        x: Sequence[float] = (),
        y: Sequence[float] = (),
        *,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
        points: bool = False,
    ) -> pg.PlotDataItem:
        """Draw a line in a colour of the theme, with a point at each value if asked for."""
        return self._add(_Line(pg.PlotDataItem(list(x), list(y)), colour, style, _POINT if points else 0))

    def add_point(self, colour: str, x: float, y: float) -> pg.PlotDataItem:
        return self._add(_Line(pg.PlotDataItem([x], [y]), colour, Qt.PenStyle.NoPen, _LARGE_POINT))

    def add_intervals(
        self, colour: str, x: Sequence[float], y: Sequence[float], low: Sequence[float], high: Sequence[float]
    ) -> None:
        below = [value - end for value, end in zip(y, low, strict=True)]
        above = [end - value for value, end in zip(y, high, strict=True)]
        columns = {"x": list(x), "y": list(y), "bottom": below, "top": above}
        arrays = {name: np.array(values, dtype=float) for name, values in columns.items()}
        bars = pg.ErrorBarItem(**arrays, beam=0.015, pen=_pen(colour, Qt.PenStyle.SolidLine, _THIN_WIDTH))
        self.addItem(bars)
        self._bars.append((bars, colour))

    def restyle(self) -> None:
        colours = theme().colours
        self.setBackground(colours.surface)
        item = self.getPlotItem()
        item.showGrid(x=True, y=True, alpha=_GRID_ALPHA)
        for name, label in self._labels.items():
            axis = item.getAxis(name)
            axis.setPen(QColor(colours.border))
            axis.setTextPen(QColor(colours.muted))
            axis.setStyle(tickFont=self.font())
            axis.setTickDensity(_TICK_DENSITY)
            if label:
                axis.setLabel(label, color=colours.muted)
        for line in self._lines:
            line.style()
        for bars, colour in self._bars:
            bars.setData(pen=_pen(colour, Qt.PenStyle.SolidLine, _THIN_WIDTH))

    def _add(self, line: "_Line") -> pg.PlotDataItem:
        self.addItem(line.item)
        self._lines.append(line)
        line.style()
        return line.item


class _Axis(pg.AxisItem):
    """An axis whose first and last numbers are there even where they reach beyond its ends.

    With a grid the library leaves such numbers out.
    """

    def boundingRect(self) -> QRectF:
        x, y = (_BESIDE.width(), 0) if self.orientation == "bottom" else (0, _BESIDE.height())
        return QRectF(super().boundingRect()).adjusted(-x, -y, x, y)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The numbers, in the digits and with the decimal sign of the language."""
        decimals = max(0, math.ceil(-math.log10(spacing * scale)))
        return [QLocale().toString(float(value * scale), "f", decimals) for value in values]


@dataclass(frozen=True)
class _Line:
    """A line or points with their colour's name."""

    item: pg.PlotDataItem
    colour: str
    line_style: Qt.PenStyle
    point: int
    """The size of a point in pixels; 0 for none."""

    def style(self) -> None:
        self.item.setPen(_pen(self.colour, self.line_style, _LINE_WIDTH))
        if self.point:
            self.item.setSymbol("o")
            self.item.setSymbolSize(self.point)
            self.item.setSymbolPen(None)
            self.item.setSymbolBrush(QColor(getattr(theme().colours, self.colour)))


def _pen(colour: str, style: Qt.PenStyle, width: float) -> QPen:
    return pg.mkPen(QColor(getattr(theme().colours, colour)), width=width, style=style)
