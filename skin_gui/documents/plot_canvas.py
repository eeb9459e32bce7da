"""A small drawing surface for plots: pixels at three times the size, then downsampled, so that all is smooth."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

_OVERSAMPLING = 3
_DASH = 7

Point = tuple[float, float]

BACKGROUND = "#ffffff"
INK = "#1f2933"
MUTED = "#616e7c"
GRID = "#e4e7eb"
AXIS = "#9aa5b1"
PALETTE = ("#1f5fa8", "#c2571a", "#3f7f4f", "#7b4ea3")
"""Distinct for colour-blind readers too, and in print."""
FIFTHS = (0, 0.2, 0.4, 0.6, 0.8, 1)


@dataclass(frozen=True)
class Panel:
    """A pair of axes: where it lies (logical pixels) and the values at its edges; x starts at 0."""

    left: float
    top: float
    right: float
    bottom: float
    x_max: float = 1.0
    y_max: float = 1.0
    y_min: float = 0.0

    def at(self, x: float, y: float) -> Point:
        """Logical pixels of a pair of values."""
        return (
            self.left + (self.right - self.left) * x / self.x_max,
            self.bottom - (self.bottom - self.top) * (y - self.y_min) / (self.y_max - self.y_min),
        )


class PlotCanvas:
    """Draws in logical pixels; `image` gives the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._image = Image.new("RGB", (width * _OVERSAMPLING, height * _OVERSAMPLING), BACKGROUND)
        self._draw = ImageDraw.Draw(self._image)

    def image(self) -> Image.Image:
        """The picture at its logical size."""
        return self._image.resize(self._size, Image.Resampling.LANCZOS)

    def text(
        self, at: Point, text: str, size: float = 14, colour: str = INK, *, anchor: str = "mm", bold: bool = False
    ) -> None:
        """Text; the anchor is Pillow's, e.g. "lm" for left and middle."""
        font = ImageFont.load_default(size * _OVERSAMPLING)
        self._draw.text(_scaled(at), text, fill=colour, font=font, anchor=anchor, stroke_width=1 if bold else 0)

    def vertical_text(self, centre: Point, text: str, size: float = 14, colour: str = INK) -> None:
        """Text that reads upwards."""
        font = ImageFont.load_default(size * _OVERSAMPLING)
        left, top, right, bottom = (math.ceil(edge) for edge in font.getbbox(text))
        label = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(label).text((-left, -top), text, fill=255, font=font)
        label = label.rotate(90, expand=True)
        x, y = _scaled(centre)
        self._image.paste(colour, (round(x - label.width / 2), round(y - label.height / 2)), label)

    def line(self, points: Sequence[Point], colour: str = INK, width: float = 1.0) -> None:
        self._draw.line([_scaled(point) for point in points], colour, round(width * _OVERSAMPLING), joint="curve")

    def dashes(self, start: Point, end: Point) -> None:
        steps = max(1, round(math.dist(start, end) / _DASH))
        for step in range(0, steps, 2):
            part = [_between(start, end, place / steps) for place in (step, step + 1)]
            self.line(part, AXIS, 1.2)

    def dot(self, at: Point, radius: float, colour: str) -> None:
        """A filled circle with a light rim, so that it stands out from lines below it."""
        x, y = _scaled(at)
        r = radius * _OVERSAMPLING
        self._draw.ellipse((x - r, y - r, x + r, y + r), fill=colour, outline=BACKGROUND, width=_OVERSAMPLING)

    def box(self, corner: Point, opposite: Point, fill: str, outline: str | None = None) -> None:
        (x0, y0), (x1, y1) = _scaled(corner), _scaled(opposite)
        corners = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self._draw.rectangle(corners, fill=fill, outline=outline, width=_OVERSAMPLING)

    def heading(self, title: str, subtitle: str, left: float) -> None:
        """The title of the plot and a line of figures below it."""
        self.text((left, 30), title, 19, anchor="lm", bold=True)
        self.text((left, 56), subtitle, 14, MUTED, anchor="lm")

    def footer(self, text: str, left: float) -> None:
        self.text((left, self._size[1] - 16), text, 11, MUTED, anchor="lm")

    def axes(self, panel: Panel, y_ticks: Iterable[float], x_label: str, y_label: str) -> None:
        """Grid, ticks with their numbers, and labels; no numbers below the x axis, from 0 to 1, without a label."""
        for x in FIFTHS:
            column = panel.at(x, 0)[0]
            self.line([(column, panel.top), (column, panel.bottom)], GRID)
            if x_label:
                self.text((column, panel.bottom + 16), f"{x:g}", 13, MUTED)
        for y in y_ticks:
            row = panel.at(0, y)[1]
            self.line([(panel.left, row), (panel.right, row)], GRID)
            self.text((panel.left - 9, row), f"{y:g}", 13, MUTED, anchor="rm")
        self.line([(panel.left, panel.top), (panel.left, panel.bottom), (panel.right, panel.bottom)], AXIS, 1.3)
        self.text(((panel.left + panel.right) / 2, panel.bottom + 42), x_label, 14)
        self.vertical_text((panel.left - 54, (panel.top + panel.bottom) / 2), y_label, 14)


def blend(share: float, colour: str) -> str:
    """The colour mixed with white: 0 is white, 1 the colour itself."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (channel - 255) * share):02x}" for channel in channels)


def _scaled(point: Point) -> Point:
    return point[0] * _OVERSAMPLING, point[1] * _OVERSAMPLING


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
