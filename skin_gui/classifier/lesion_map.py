"""Where the lesion lies, roughly and for next to nothing: a linear map of blocks 3 and 4 and of the place.

It tells which positions of a map count for the statistics of the lesion. The outline that is shown and measured is
found by a network of its own (`skin_gui/measures/outline_network.py`): these weights are a ridge regression on what
that network says (`python -m tools.lesion_map`).

Stored heads and cached features rest on these weights: others need another name of the statistic.
"""

import hashlib
import io
from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier import vgg16
from skin_gui.wording.fact import UnusableError
from skin_gui.wording.models import ModelFact

Array = NDArray[np.float32]

LAYERS: tuple[str, ...] = ("block3_conv3", "block4_conv3")
"""The blobs that it reads."""
SIDE = vgg16.map_side(LAYERS[-1])
"""Height and width of the map."""
WEIGHTS = "lesion_map.npy"
"""(channels of both layers, then those of the squares of both coordinates, then what is added,) float32."""
WEIGHTS_SHA256 = "c3012417090e67700518a51c36abc8b48f25eec5d140f75272699b18d84941b1"

_INSIDE = 0.3
_LEAST_POSITIONS, _LEAST_SHARE = 64, 0.02
_BRIGHTEST_SHARE = 0.05


def evidence(layer: str, blob: Array) -> Array:
    """What a layer's (channels, height, width) map adds to the (SIDE, SIDE) logits."""
    known = weights()
    depth = vgg16.channels(LAYERS[0])
    own = known[:depth] if layer == LAYERS[0] else known[depth : depth + vgg16.channels(layer)]
    summed = (own @ blob.reshape(len(blob), -1)).reshape(blob.shape[1:])
    return np.asarray(cv2.resize(summed, (SIDE, SIDE), interpolation=cv2.INTER_AREA))


def probability(parts: Sequence[Array]) -> Array:
    """How likely each place is lesion, (SIDE, SIDE) in [0, 1], from the evidence of both layers."""
    down, across, bias = weights()[-3:]
    squares = place_squares()
    logits = np.sum(parts, axis=0) + down * squares[:, None] + across * squares + bias
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


def place_squares() -> Array:
    """(SIDE,) squared distances from the middle, where the side is the square root of 10."""
    return np.asarray(10 * ((np.arange(SIDE) + 0.5) / SIDE - 0.5) ** 2, dtype=np.float32)


def positions(lesion: Array, side: int) -> NDArray[np.intp]:
    """The (n,) positions of a map with this side that are lesion; where hardly any is, those that are most like one."""
    likely = cv2.resize(lesion, (side, side), interpolation=cv2.INTER_LINEAR).ravel()
    inside = np.flatnonzero(likely > _INSIDE)
    if len(inside) >= max(_LEAST_POSITIONS, _LEAST_SHARE * len(likely)):
        return inside
    count = max(_LEAST_POSITIONS, int(_BRIGHTEST_SHARE * len(likely)))
    return np.sort(np.argsort(-likely, kind="stable")[:count])


@lru_cache(maxsize=1)
def weights() -> Array:
    """Those that come with the program.

    Raises:
        UnusableError: their file is not the one that the program was made with.
        OSError: it cannot be read.
    """
    content = (paths.resources() / WEIGHTS).read_bytes()
    if hashlib.sha256(content).hexdigest() != WEIGHTS_SHA256:
        raise UnusableError(ModelFact.PROGRAM_FILE_CHANGED(file=WEIGHTS))
    return np.asarray(np.load(io.BytesIO(content), allow_pickle=False), dtype=np.float32)
