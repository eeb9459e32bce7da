"""What every decoder gives: pixels, and whether they may be trusted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skin_gui.wording.fact import Fact


@dataclass(frozen=True)
class Decoded:
    """The first image of a file's bytes."""

    pixels: NDArray[np.uint8]
    """(H, W, 3) RGB, upright, in sRGB."""
    size: tuple[int, int]
    """Width and height of the image in the file, in pixels, upright."""
    damage: Fact | None = None
    """Why the pixels may be shown but must not be classified; a clause that follows the file's name."""
    warnings: tuple[str, ...] = ()
    """Reasons to doubt a number that is computed from them, as those of a prediction."""
