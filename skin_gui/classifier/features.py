"""From feature maps to the vector that a head reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Statistic = Literal["mean", "max", "std", "flat"]

STATISTICS: tuple[Statistic, ...] = ("mean", "max", "std", "flat")


@dataclass(frozen=True)
class LayerFeatures:
    """What is taken from one blob of the network."""

    layer: str
    """Name of the blob, e.g. "block5_conv3"."""
    statistics: tuple[Statistic, ...]
    """Per-channel statistics over the positions, or "flat": every value, channels last as in Keras."""


Features = tuple[LayerFeatures, ...]

POOLED_LEVELS: Features = (
    LayerFeatures("block3_conv3", ("mean", "max", "std")),
    LayerFeatures("block4_conv3", ("mean", "max", "std")),
    LayerFeatures("block5_conv3", ("mean", "max", "std")),
)
"""Preset `default`: texture, parts and lesion, each pooled over the image."""

FLATTENED: Features = (LayerFeatures("block5_pool", ("flat",)),)
"""Preset `paper`: the flattened 7 x 7 x 512 map."""


def layer_vector(blob: NDArray[np.float32], statistics: Sequence[Statistic]) -> NDArray[np.float32]:
    """The features of one (channels, height, width) map, in the order of `statistics`."""
    flat = blob.reshape(blob.shape[0], -1)

    def values(statistic: Statistic) -> NDArray[np.float32]:
        match statistic:
            case "mean":
                return np.asarray(flat.mean(axis=1))
            case "max":
                return np.asarray(flat.max(axis=1))
            case "std":
                return np.asarray(flat.std(axis=1))
            case "flat":
                return flat.T.ravel()

    return np.concatenate([values(statistic) for statistic in statistics]).astype(np.float32)


def feature_vector(maps: Mapping[str, NDArray[np.float32]], features: Features) -> NDArray[np.float32]:
    """The vector that a head reads, from the maps by layer name."""
    return np.concatenate([layer_vector(maps[part.layer], part.statistics) for part in features])


def split_gradient(
    gradient: NDArray[np.float32], maps: Mapping[str, NDArray[np.float32]], features: Features
) -> dict[tuple[str, Statistic], NDArray[np.float32]]:
    """Cut a gradient with respect to the feature vector into its (layer, statistic) parts."""
    parts: dict[tuple[str, Statistic], NDArray[np.float32]] = {}
    offset = 0
    for part in features:
        blob = maps[part.layer]
        for statistic in part.statistics:
            length = blob.size if statistic == "flat" else blob.shape[0]
            parts[part.layer, statistic] = gradient[offset : offset + length]
            offset += length
    return parts
