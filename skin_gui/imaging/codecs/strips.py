"""Strips of rows that lie in a wrong order: the picture breaks across all of its width, and goes on elsewhere.

A frame, a scale or a hair makes such a break too, but nowhere in the picture is there a row that continues it.
"""

import numpy as np
from numpy.typing import NDArray

_COLUMNS = 128  # that are looked at
_GREEN = 1

# Chosen on the images of two sources: of their scans in black frames, and of a ruler, it finds none. Tried on three.
_STEEP, _ANY_STEP = 2.0, 1.5
"""So many times the steps to the rows around it is the step at a break, to which as many levels are added."""
_WIDE = 0.3
"""Part of the columns that have it."""
_DARK, _BRIGHT, _SHOWN = 48, 250, 0.75
"""Levels beyond which there is a frame, and the part of a row that must not be one."""
_TEXTURE = 3.0
"""Levels of deviation within a row, at least; of others each continues any."""
_CONTINUED = 0.6
"""Part of the step at the break, at most, from a row before a break to another one behind one."""
_LEAST_CORRELATION = 0.8
"""Of such two rows."""
_LINE = 8
"""Rows that a line is high, at most: what is above it goes on below."""


def has_misplaced_strips(pixels: NDArray[np.uint8]) -> bool:
    """Whether (H, W, 3) pixels break at some row, and an end and a beginning of what lies between breaks fit together.

    The top of the picture counts as the beginning of a strip, and its bottom as an end.
    """
    probes = np.ascontiguousarray(pixels[:, :: -(-pixels.shape[1] // _COLUMNS), _GREEN]).astype(np.int16)
    steps = np.abs(np.diff(probes, axis=0))
    breaks = _breaks(probes, steps)
    if not breaks:
        return False
    begins, ends = [0, *breaks], [*(row - 1 for row in breaks), len(probes) - 1]
    limit = _CONTINUED * min(float(steps[row - 1].mean()) for row in breaks)
    return any(
        np.abs(probes[begin] - probes[end]).mean() < limit and _is_alike(probes[[begin, end]])
        for strip, begin in enumerate(begins)
        for other, end in enumerate(ends)
        if other != strip and not 1 <= begin - end <= _LINE
    )


def _is_alike(rows: NDArray[np.int16]) -> bool:
    """Whether two rows show the same, and something."""
    if not _is_shown(rows) or rows.std(axis=1).min() < _TEXTURE:
        return False
    return bool(np.asarray(np.corrcoef(rows))[0, 1] > _LEAST_CORRELATION)


def _breaks(probes: NDArray[np.int16], steps: NDArray[np.int16]) -> list[int]:
    """The rows that do not continue the row above."""
    means = steps.mean(axis=1)
    if len(means) < 5:
        return []
    around = np.maximum.reduce([means[:-4], means[1:-3], means[3:-1], means[4:]])
    found = np.flatnonzero(means[2:-2] > _STEEP * (around + _ANY_STEP)) + 2
    return [
        int(at) + 1
        for at in found
        if (steps[at] > _STEEP * np.maximum(np.maximum(steps[at - 1], steps[at + 1]), 2)).mean() > _WIDE
        and _is_shown(probes[at : at + 2])
    ]


def _is_shown(rows: NDArray[np.int16]) -> bool:
    """Whether all of some rows belong to the picture, and none to a frame."""
    return bool(((rows > _DARK) & (rows < _BRIGHT)).mean(axis=1).min() > _SHOWN)
