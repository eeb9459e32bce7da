"""An outline that a person corrects with a brush: strokes that add or erase, undo, redo and reset."""

import cv2
import numpy as np
from numpy.typing import NDArray

LONGEST_SIDE = 1024
"""Pixels that an outline is drawn at: finer than a hand draws on a larger image."""
_MOST_STEPS = 200

Point = tuple[float, float]


def drawing_size(width: int, height: int) -> tuple[int, int]:
    """Width and height at which the outline of an image of that size is drawn."""
    shrink = min(1.0, LONGEST_SIDE / max(width, height))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


class OutlineDrawing:
    """The outline as it is at the moment, and how it came to be."""

    def __init__(self, outline: NDArray[np.bool_], original: NDArray[np.bool_]) -> None:
        """Begin with an outline.

        Args:
            outline: (H, W) the lesion, as it was last drawn.
            original: (H, W) as the program found it: what `reset` leads to.

        Raises:
            ValueError: they differ in size.
        """
        if outline.shape != original.shape:
            raise ValueError(f"outlines of {outline.shape} and {original.shape}")
        self._mask = outline.astype(np.uint8)
        self._original = original.astype(np.uint8)
        self._done: list[bytes] = []
        self._undone: list[bytes] = []

    @property
    def mask(self) -> NDArray[np.bool_]:
        """(H, W) the lesion."""
        return self._mask > 0

    @property
    def is_changed(self) -> bool:
        """Whether it is another outline than the program's."""
        return not np.array_equal(self._mask, self._original)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def begin(self) -> None:
        """A stroke begins: what follows is one step."""
        self._done.append(self._packed())
        del self._done[:-_MOST_STEPS]
        self._undone.clear()

    def stroke(self, start: Point, end: Point, radius: float, *, add: bool) -> None:
        """Move a round brush from one place to another.

        Args:
            start: x and y in pixels of the mask, from the corner of its first one.
            end: likewise.
            radius: of the brush, in pixels of the mask.
            add: whether the lesion grows there, else it shrinks.
        """
        value = int(add)
        first, last = ((round(x - 0.5), round(y - 0.5)) for x, y in (start, end))
        whole = max(0, round(radius - 0.5))
        cv2.line(self._mask, first, last, value, thickness=2 * whole + 1)
        for place in (first, last):
            cv2.circle(self._mask, place, whole, value, cv2.FILLED)

    def undo(self) -> None:
        if self._done:
            self._undone.append(self._packed())
            self._unpack(self._done.pop())

    def redo(self) -> None:
        if self._undone:
            self._done.append(self._packed())
            self._unpack(self._undone.pop())

    def reset(self) -> None:
        """The program's own outline again, as a step that can be undone."""
        if self.is_changed:
            self.begin()
            self._mask[:] = self._original

    def contours(self) -> list[NDArray[np.float64]]:
        """The closed lines around it and around its holes: (n, 2) x and y in pixels of the mask."""
        return mask_contours(self._mask)

    def _packed(self) -> bytes:
        return np.packbits(self._mask).tobytes()

    def _unpack(self, step: bytes) -> None:
        bits = np.unpackbits(np.frombuffer(step, np.uint8), count=self._mask.size)
        self._mask[:] = bits.reshape(self._mask.shape)


def mask_contours(mask: NDArray[np.uint8]) -> list[NDArray[np.float64]]:
    """The closed lines around what is not 0 and around its holes: (n, 2) x and y in pixels."""
    contours, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    return [np.asarray(contour[:, 0] + 0.5, dtype=np.float64) for contour in contours]
