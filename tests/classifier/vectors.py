"""Feature vectors of whole maps, made as the program makes them of each map as it is computed."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.features import Features, Gatherer, layers_of


def feature_vector(maps: Mapping[str, NDArray[np.float32]], features: Features) -> NDArray[np.float32]:
    """The (features,) that a head reads, from the (channels, height, width) maps by layer name."""
    gatherer = Gatherer(features)
    for layer in layers_of(features):
        gatherer.take(layer, maps[layer])
    return gatherer.vector()
