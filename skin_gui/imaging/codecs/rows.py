"""Pixels that are stored row after row, as in BMP, TIFF and DICOM: no checksum tells when a header misleads about them.

Read with another length of rows, order of bytes, number of bits or arrangement of colours than they were written with,
they still are an image, but none that a camera takes: neighbours differ as if they were strangers, while pixels that
are no neighbours resemble each other. The limits below are from 6,729 dermoscopic images of all sources.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.codecs.strips import has_misplaced_strips
from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact

_LEAST_PIXELS, _LEAST_SIDE = 128 * 128, 16  # no camera takes smaller images, and of drawn ones little is known
_ROWS, _COLUMNS = 24, 128  # that are looked at

_SQUARE, _MOST_NOISE = 4, 0.75
"""Pixels a side that are averaged, and the mean step from such a square to the next in their standard deviations.

At most 0.6 in sound images, and 0.5 in those that are dithered to black and white; 0.86 and more in scrambled ones.
"""
_LEAST_STEP, _FURTHER = 8, 0.2
"""Levels of the mean step from column to column, and the part of it that the step by two or three columns has.

In sound images this part is at least 0.3; where colours were taken for columns it is 0.1 and less.
"""
_LEAST_ROW_STEP, _OTHER_ROWS = 1, 0.75
"""Levels of the mean step from row to row, and the part of it that the step by another length of rows has.

In sound images this part is at least 1.8, in several equal pictures side by side 1; with a wrong length of rows it was
0.2 to 0.6.
"""
_BLANK_ROWS, _SHORTEST = 4, 8  # that are of one colour, and pixels of the part of a row beside them


def doubt_of_rows(pixels: NDArray[np.uint8]) -> Fact | None:
    """Why (H, W, 3) pixels cannot be those that were saved, as a clause that follows the file's name; or None."""
    if pixels.size < 3 * _LEAST_PIXELS or min(pixels.shape[:2]) < _LEAST_SIDE:
        return None
    if _is_noise(pixels) or _has_other_rows(pixels) or has_misplaced_strips(pixels):
        return ImageFact.SCRAMBLED()
    return ImageFact.LEAVES_OUT_PIXELS() if _ends_within_a_row(pixels) else None


def _step(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """The mean difference of values, in levels."""
    return cv2.norm(one, other, cv2.NORM_L1) / one.size


def _is_noise(pixels: NDArray[np.uint8]) -> bool:
    """Whether neighbours have nothing to do with each other, or less than the next but one and the next but two."""
    height, width = pixels.shape[:2]
    top, left = (max(0, (side - _COLUMNS) // 2) for side in (height, width))
    rows, columns = (min(side, _COLUMNS) // _SQUARE for side in (height, width))
    middle = pixels[top : top + rows * _SQUARE, left : left + columns * _SQUARE]
    squares = np.asarray(cv2.resize(middle, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)
    step = min(_step(squares[1:], squares[:-1]), _step(squares[:, 1:], squares[:, :-1]))
    if step > _MOST_NOISE * (float(cv2.meanStdDev(squares)[1].mean()) + 1):
        return True
    probes = middle[:: max(1, len(middle) // _ROWS)]
    across, by_two, by_three = (_step(probes[:, gap:], probes[:, :-gap]) for gap in (1, 2, 3))
    return across > _LEAST_STEP and min(by_two, by_three) < _FURTHER * across


def _has_other_rows(pixels: NDArray[np.uint8]) -> bool:
    """Whether rows of another length, as tall as the image or a part of its width, go on better than its own.

    Looked at are pixels whose successor by that length lies in another row: equal pictures side by side resemble each
    other within a row.
    """
    height, width = pixels.shape[:2]
    values = np.ascontiguousarray(pixels)
    every = -(-(height - 1) // _ROWS)

    def step(length: int) -> float:
        within = -(-min(length, width) // _COLUMNS)
        first = width - min(length, width)
        # Pixels at equal distances in rows at equal distances, without a list of where they are.
        shape = (-(-(height - -(-length // width)) // every), -(-(width - first) // within), 3)
        strides = (3 * width * every, 3 * within, 1)
        ones, others = (np.ndarray(shape, np.uint8, values, 3 * begin, strides) for begin in (first, first + length))
        return _step(ones, others) if ones.size else np.inf

    own = step(width)
    others = {height, width // 3, width // 2} - {width}
    return own > _LEAST_ROW_STEP and min(map(step, others)) < _OTHER_ROWS * own


def _ends_within_a_row(pixels: NDArray[np.uint8]) -> bool:
    """Whether a stretch of 0 or of 255 begins or ends somewhere within a row, as where bytes were never written.

    Masks and frames have edges; they do not break off in the middle of a row whose neighbour goes on to its end.
    """
    first = pixels[:, 0]
    if first.min() > 0 and first.max() < 255:  # nearly always
        return False
    edges = pixels[:, (0, pixels.shape[1] // 3, 2 * pixels.shape[1] // 3, -1)]
    for filling, likely in ((0, edges.max(axis=1) == 0), (255, edges.min(axis=1) == 255)):  # by row and colour
        for colour in np.flatnonzero(likely.sum(axis=0) >= _BLANK_ROWS):
            blank = pixels[..., colour] == filling
            if _has_stair(blank, np.flatnonzero(blank.all(axis=1))):
                return True
    return False


def _has_stair(blank: NDArray[np.bool_], rows: NDArray[np.intp]) -> bool:
    """Whether a block of blank rows is continued in one more row from one of its ends up to somewhere within it."""
    for block in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
        if len(block) < _BLANK_ROWS:
            continue
        for row, beyond in ((block[0] - 1, block[0] - 2), (block[-1] + 1, block[-1] + 2)):
            if min(row, beyond) < 0 or max(row, beyond) >= len(blank):
                continue
            ends = [int(np.argmin(line)) for line in (blank[row], blank[row, ::-1])]  # blank pixels from left and right
            further = [int(np.argmin(line)) for line in (blank[beyond], blank[beyond, ::-1])]
            for side, opposite in ((0, 1), (1, 0)):
                whole = _SHORTEST <= ends[side] <= blank.shape[1] - _SHORTEST
                if whole and not ends[opposite] and not further[side] and not further[opposite]:
                    return True
    return False
