"""Bytes missing from or changed within the coded data of a JPEG, where its codes still end as they should.

Each block tells its mean as a difference from the block before it (ITU-T T.81, F.1.2.1.3), for brightness and both
chrominances alike. After such a fault all blocks that follow, row after row, differ in one of them by the same amount:
along the border to what is above there is a step of that height, from the fault to the end of its row, then one row of
blocks lower up to the fault's column, and nowhere else. What is drawn continues across it, but for the step.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

_MIXED = {
    1: np.ones((1, 1), np.float32),
    3: np.array([[0.299, 1, 0], [0.587, -1, -1], [0.114, 0, 1]], np.float32),
}
"""By the number of colours: brightness, and two differences in which it is left out."""


class _Beside(NamedTuple):
    """The pixels by which the step at a border is found, without what the pixels do on both of its sides."""

    rows: tuple[int, int, int, int]
    """Two above and two below, counted from the first below."""
    outer: int
    """What the outer two count, in quarters."""
    inner: int


_QUARTERS = 4
_SHARP = _Beside((-2, -1, 0, 1), 2, 6)
_SMOOTHED = _Beside((-5, -3, 2, 4), 5, 9)  # chrominance with half the rows is drawn smoothly over three of them
_BLOCK = 8  # rows of pixels

# Chosen on the images of two sources, tried on those of three others: none of 6,729 sound ones seems to have a stair.
_LEAST = 1.5  # levels of a step
_SCORE, _NOISE = 1.5, 1.0
"""The least step, too, in deviations of the steps along the border to which as many levels are added."""
_COARSE = (0.3, 1.77)
"""How much of the least change of a block's mean is added: where that is large, areas of one colour end at borders."""
_ALIKE = (0.6, 0.75, 0.75)
"""Part of the units that must have the step: the blocks at the fault itself may be drawn in any way."""
_CONTINUED, _DRAWN = (1.5, 2.5, 2.5), 1.5
"""So many times more than the step deviates, and so many levels, must what is above it and what is below it: not so at
bars, frames and drawings. Of brightness and the two differences, as all here in threes.
"""
_LARGE, _WITHIN = 10.0, 0.7
"""Levels of a step behind which all may be white, black or of one colour; both of its parts have so much of it then."""
_LASTING = 0.5
"""Part of the step that is still there a row of pixels further on either side, at least: not so at lines."""
_BESIDE = 0.4
"""Part of the step that is there before the stair and behind it, at most; there the border goes on at straight edges.
"""
_SHORTEST = 2  # units, before the stair or behind it, that can be looked at
_DEVIATIONS_OF_MEDIAN, _SAME = 1.48, 2.5  # the deviation by the median one; so many of it count as the same step
_LEAST_UNITS, _LEAST_REDUCED = 12, 48  # in a row: of fewer, noise alone might differ as much; at a part of the size
_COLUMNS = 256  # that are looked at, or one of each unit
# Where stairs are sought first: so that no block counts too much, in levels; parts of what it takes.
_CUT_OFF, _LIKELY, _LIKELY_DEVIATIONS = 12.0, 0.7, 0.8
_PARTS = 64  # of a level that are told apart there


def has_shift(
    pixels: NDArray[np.uint8], unit: tuple[int, int], height: int, changes: tuple[float, float] = (0, 0)
) -> bool:
    """Whether all that follows a block, row after row, differs in brightness or colour from what is above it.

    Args:
        pixels: (H, W) or (H, W, 3), maybe at a part of their size.
        unit: height and width of the pixels that are coded together, at full size.
        height: of the full size, in pixels.
        changes: the least that the mean of a block can change by in brightness and in chrominance, in levels.
    """
    borders = _borders(pixels, unit, height, changes)
    return borders is not None and borders.have_stair()


def may_have_shift(pixels: NDArray[np.uint8], unit: tuple[int, int]) -> bool:
    """Whether `has_shift` may be true of a strip of an image at full size, in which each strip is coded by itself.

    Hardly an image has a step that is long enough, so that its strips need not be looked at one by one.

    Args:
        pixels: (H, W) or (H, W, 3), of all strips; of each but the last a multiple of a unit's rows.
        unit: as for `has_shift`.
    """
    borders = _borders(pixels, unit, pixels.shape[0], (0, 0))
    return borders is not None and borders.may_have_stair()


def _borders(
    pixels: NDArray[np.uint8], unit: tuple[int, int], height: int, changes: tuple[float, float]
) -> "_Borders | None":
    """Those of `has_shift`; None where there are too few units."""
    scale = round(height / pixels.shape[0])
    rows, columns = unit[0] // scale, unit[1] // scale
    across = pixels.shape[1] // columns if columns else 0
    if not rows or across < (_LEAST_UNITS if scale == 1 else _LEAST_REDUCED):
        return None
    every = min(columns, -(-across * columns // _COLUMNS))
    units = np.atleast_3d(pixels)[:, : across * columns].reshape(pixels.shape[0], across, columns, -1)[:, :, ::every]
    smoothed = scale == 1 and rows > _BLOCK and pixels.ndim == 3
    coarse = (_COARSE[0] * changes[0], _COARSE[1] * changes[1], _COARSE[1] * changes[1])
    return _Borders(units, rows, smoothed, coarse)


class _Borders:
    """The borders between rows of units, as brightness and the differences of colours see them.

    Args:
        units: (H, units in a row, columns of each, 1 or 3), the pixels that are looked at.
        rows: of pixels in a unit.
        smoothed: whether colours are drawn smoothly across borders.
        coarse: levels to be added to the noise of each.
    """

    def __init__(self, units: NDArray[np.uint8], rows: int, smoothed: bool, coarse: tuple[float, float, float]) -> None:
        self._smoothed, self._coarse = smoothed, coarse
        above, below = (_SMOOTHED if smoothed else _SHARP).rows[::3]
        self._first = rows * -(above // rows)
        self._count = max(0, (units.shape[0] - 1 - below - self._first) // rows + 1)
        self._rows, self._across = rows, units.shape[1]
        # Where only some columns are looked at, the pixels of one column and colour are copied together: by rows, in
        # runs of three values, it takes ten times as long.
        self._by_column = units.size > 0 and not units[0].flags.c_contiguous
        self._units = units.transpose(2, 3, 0, 1) if self._by_column else units
        if self._by_column and rows <= len(_SHARP.rows):  # then each row of pixels is beside some border
            self._units = np.ascontiguousarray(self._units)

    def have_stair(self) -> bool:
        """Whether a step goes from some unit to the end of its row, and on to there in the next one."""
        if self._count < 2:
            return False
        steps = self._all_steps()
        signals, places = self._likely(steps)
        return any(self._is_stair(steps[signal], signal, places[signals == signal]) for signal in {*signals.tolist()})

    def may_have_stair(self) -> bool:
        """Whether there is any place at which `have_stair` would look for one."""
        return self._count >= 2 and self._likely(self._all_steps())[1].size > 0

    def _all_steps(self) -> NDArray[np.float32]:
        """As `_steps`, of each signal beside the pixels that it is drawn smoothly over."""
        steps = self._steps(_SHARP)
        if self._smoothed:
            steps[1:] = self._steps(_SMOOTHED)[1:]
        return steps

    def _steps(self, beside: _Beside) -> NDArray[np.float32]:
        """(signals, borders * units): the step at the upper border of each unit, in the order of coding."""
        outermost, above, below, lowest = map(self._line, beside.rows)
        quarters = np.subtract(below, above, dtype=np.int16)
        quarters *= beside.inner
        outer = np.subtract(outermost, lowest, dtype=np.int16)
        outer *= beside.outer
        quarters += outer
        return self._means(quarters, 1 / _QUARTERS)

    def _line(self, offset: int) -> NDArray[np.uint8]:
        """A row of pixels beside each border: (borders, units, columns, colours), by column with the last two first."""
        start = self._first + offset
        rows = slice(start, start + (self._count - 1) * self._rows + 1, self._rows)
        if not self._by_column:
            return self._units[rows]
        line = self._units[:, :, rows]
        return line if line.strides[-1] == 1 else np.ascontiguousarray(line)

    def _means(self, values: NDArray[np.integer], scale: float = 1) -> NDArray[np.float32]:
        """(signals, borders * units): the mean of each unit of values as those of `_line`, times a scale."""
        probes, colours = values.shape[:2] if self._by_column else values.shape[2:]
        mix = _mixed(probes, colours, scale)
        floats = values.astype(np.float32, order="C")
        if self._by_column:
            return mix.T @ floats.reshape(len(mix), -1)
        return np.ascontiguousarray((floats.reshape(-1, len(mix)) @ mix).T)

    def _likely(self, steps: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Signals and places at which a row's length of units may have a step."""
        across = self._across
        # As whole numbers, which numpy adds up in a sixth of the time.
        bounded = np.clip(steps * np.float32(_PARTS), -_CUT_OFF * _PARTS, _CUT_OFF * _PARTS).astype(np.int32)
        sums = _over(bounded, across)
        least = int(_LIKELY * _LEAST * _PARTS * across)
        if max(sums.max(), -sums.min()) <= least:
            return np.empty(0, np.intp), np.empty(0, np.intp)
        signals, places = np.nonzero(np.abs(sums) > least)
        found = np.abs(sums[signals, places]) / (_PARTS * across)
        squares = _over(np.square(bounded, dtype=np.int64), across)[signals, places] / (_PARTS**2 * across)
        likely = found > _LIKELY_DEVIATIONS * (np.sqrt(np.maximum(squares - found**2, 0)) + _NOISE)
        return signals[likely], places[likely]

    def _is_stair(self, steps: NDArray[np.float32], signal: int, places: NDArray[np.intp]) -> bool:
        across = self._across
        stairs = sliding_window_view(steps, across)[places]
        middle, deviation = _middle(stairs)
        least = np.abs(middle)
        same = np.abs(stairs - middle[:, None]) <= np.maximum(_LEAST, _SAME * deviation)[:, None]
        found = (same.mean(axis=1) >= _ALIKE[signal]) & (
            least > np.maximum(_LEAST, _SCORE * (deviation + _NOISE + self._coarse[signal]))
        )
        if not found.any():
            return False
        beside = _SMOOTHED if self._smoothed and signal else _SHARP
        outermost, above, below, lowest = (
            sliding_window_view(self._means(self._line(row))[signal], across)[places] for row in beside.rows
        )
        found &= np.median(lowest - outermost, axis=1) * np.sign(middle) > _LASTING * least
        goes_on = np.minimum(_middle(above)[1], _middle(below)[1]) > np.maximum(_DRAWN, _CONTINUED[signal] * deviation)
        found &= goes_on | (least > _LARGE)
        rows = steps.reshape(-1, across)
        for at in np.flatnonzero(found):
            row, column = divmod(int(places[at]), across)
            if self._ends(rows, row, column, middle[at]) and (goes_on[at] or _is_corner(rows, row, column, middle[at])):
                return True
        return False

    def _ends(self, steps: NDArray[np.float32], row: int, column: int, step: np.float32) -> bool:
        """Whether the step is not there before a stair's beginning and behind its end."""
        before = steps[row, :column] if column >= _SHORTEST else steps[row - 1] if row else steps[:0, 0]
        behind = steps[row + 1, column:] if row + 1 < len(steps) and column <= self._across - _SHORTEST else before[:0]
        return all(np.median(part) * np.sign(step) <= _BESIDE * abs(step) for part in (before, behind) if len(part))


@lru_cache(maxsize=64)
def _mixed(probes: int, colours: int, scale: float) -> NDArray[np.float32]:
    """(probes * colours, signals): what the mean of each signal over the probes of a unit is made of, times a scale."""
    return np.asarray(np.tile(_MIXED[colours], (probes, 1)) * np.float32(scale / probes))


def _is_corner(steps: NDArray[np.float32], row: int, column: int, step: np.float32) -> bool:
    """Whether both parts of a stair have the step: bars and frames end in a straight line."""
    parts = (steps[row, column:], steps[row + 1, :column]) if column else ()
    return bool(parts) and all(np.median(part) * np.sign(step) > _WITHIN * abs(step) for part in parts)


def _over(values: NDArray[np.signedinteger], length: int) -> NDArray[np.signedinteger]:
    """The sums of as many values in succession, from each but the last ones; along the last axis."""
    sums = np.zeros((values.shape[0], values.shape[1] + 1), values.dtype)
    np.cumsum(values, axis=1, out=sums[:, 1:])  # what their type cannot hold is lost of both that are subtracted
    return sums[:, length:] - sums[:, :-length]


def _middle(values: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The median of each row of values, and the deviation from it, of which a few wild ones change little."""
    middle = np.median(values, axis=1)
    deviation = _DEVIATIONS_OF_MEDIAN * np.median(np.abs(values - middle[:, None]), axis=1)
    return np.asarray(middle, np.float32), np.asarray(deviation, np.float32)
