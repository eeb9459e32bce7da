"""A, B, C and D of a lesion whose outline is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skin_gui.measures.asymmetry import Asymmetry, asymmetry
from skin_gui.measures.border import Border, border
from skin_gui.measures.colours import Colours, colours
from skin_gui.measures.frame import LesionFrame, lesion_frame
from skin_gui.measures.score import DermoscopyScore


@dataclass(frozen=True)
class Abcd:
    """The criteria of the ABCD rule, with what they were counted from, and the score."""

    frame: LesionFrame
    asymmetry: Asymmetry
    border: Border
    colours: Colours
    score: DermoscopyScore


def measure_abcd(image: NDArray[np.uint8], mask: NDArray[np.bool_]) -> Abcd:
    """Measure a lesion.

    Args:
        image: (H, W, 3) uint8 RGB with square pixels.
        mask: (H, W) the lesion: found by the program or drawn by a doctor.

    Raises:
        ValueError: the mask is empty or does not fit the image.
    """
    frame = lesion_frame(image, mask)
    a, b, c = asymmetry(frame), border(frame), colours(frame)
    # Differential structures (D) are not measured: there are no images here whose structures an expert has marked.
    return Abcd(frame, a, b, c, DermoscopyScore(a.score, b.score, c.score))
