"""From feature maps to the vector that a head reads."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.covariance_pooling import covariance_descriptor, descriptor_width
from skin_gui.classifier.vgg16 import BLOBS, channels, map_side
from skin_gui.wording.fact import UnusableError
from skin_gui.wording.models import ModelFault

Statistic = Literal["mean", "max", "std", "flat", "texture"]

Shapes = dict[str, tuple[int, ...]]
"""(channels, height, width) of the maps by layer name."""

STATISTICS: tuple[Statistic, ...] = ("mean", "max", "std", "flat", "texture")


@dataclass(frozen=True)
class LayerFeatures:
    """What is taken from one blob of the network."""

    layer: str
    """Name of the blob, e.g. "block5_conv3"."""
    statistics: tuple[Statistic, ...]
    """Per-channel statistics over the positions; or "flat": every value, channels last as in Keras; or "texture"."""


Features = tuple[LayerFeatures, ...]

POOLED_LEVELS: Features = (
    LayerFeatures("block3_conv3", ("mean", "max", "std")),
    LayerFeatures("block4_conv3", ("mean", "max", "std")),
    LayerFeatures("block5_conv3", ("mean", "max", "std")),
)
"""Small structures, parts and lesion, each pooled over the image."""

COVARIANCES: Features = tuple(
    LayerFeatures(layer, ("texture",)) for layer in ("block1_conv2", "block2_conv2", "block3_conv3", "block4_conv3")
)
"""Which responses come together, from colours and edges up to parts."""

COVARIANCES_AND_LEVELS: Features = (*COVARIANCES, *POOLED_LEVELS)
"""Preset `default`: the covariance descriptors for its support vector machine, the pooled levels for its layers."""

FLATTENED: Features = (LayerFeatures("block5_pool", ("flat",)),)
"""Preset `paper`: the flattened 7 x 7 x 512 map."""


def layer_vector(blob: NDArray[np.float32], statistics: Sequence[Statistic]) -> NDArray[np.float32]:
    """The features of one (channels, height, width) map, in the order of `statistics`."""
    flat = blob.reshape(blob.shape[0], -1)
    means = flat.mean(axis=1) if {"mean", "std"} & set(statistics) else None

    def values(statistic: Statistic) -> NDArray[np.float32]:
        match statistic:
            case "mean":
                return np.asarray(means)
            case "max":
                return np.asarray(flat.max(axis=1))
            case "std":
                deviations = flat - np.asarray(means)[:, None]
                squares = np.einsum("cp,cp->c", deviations, deviations)
                return np.asarray(np.sqrt(squares / np.float32(flat.shape[1])))
            case "flat":
                return flat.T.ravel()
            case "texture":
                return covariance_descriptor(flat)

    return np.concatenate([values(statistic) for statistic in statistics]).astype(np.float32)


def layers_of(features: Features) -> tuple[str, ...]:
    """The blobs that are needed, each once."""
    return tuple(dict.fromkeys(part.layer for part in features))


class Gatherer:
    """Takes the maps of one image as they are computed, and keeps of each what the vector needs."""

    def __init__(self, features: Features, keep: Collection[str] = ()) -> None:
        """Begin with nothing.

        Args:
            features: of the vector.
            keep: layers whose maps are kept whole.
        """
        self._features = features
        self._keep = keep
        self._parts: dict[int, NDArray[np.float32]] = {}
        self.maps: dict[str, NDArray[np.float32]] = {}
        """Those to keep."""
        self.shapes: Shapes = {}

    def take(self, layer: str, blob: NDArray[np.float32]) -> None:
        """Take a layer's (channels, height, width) map."""
        self.shapes[layer] = blob.shape
        if layer in self._keep:
            self.maps[layer] = blob
        for place, part in enumerate(self._features):
            if part.layer == layer:
                self._parts[place] = layer_vector(blob, part.statistics)

    def vector(self) -> NDArray[np.float32]:
        """The (features,) that a head reads, once all of `layers_of` its features were taken."""
        return np.concatenate([self._parts[place] for place in range(len(self._features))])


def feature_vector(maps: Mapping[str, NDArray[np.float32]], features: Features) -> NDArray[np.float32]:
    """The (features,) that a head reads, from the (channels, height, width) maps by layer name."""
    gatherer = Gatherer(features)
    for layer in layers_of(features):
        gatherer.take(layer, maps[layer])
    return gatherer.vector()


def statistic_width(statistic: Statistic, channels: int, size: int) -> int:
    """How many features a statistic makes of a map with so many channels and so many values in all."""
    match statistic:
        case "flat":
            return size
        case "texture":
            return descriptor_width(channels)
        case _:
            return channels


def feature_width(features: Features) -> int:
    """Length of the vector that these features make.

    Raises:
        ValueError: the network has no such layer.
    """
    return sum(_length(part.layer, statistic) for part in features for statistic in part.statistics)


def check_width(width: int, features: Features) -> None:
    """Check that a head which reads so many features is one for these.

    Raises:
        ValueError: it is not, or the network has no such layer.
    """
    if width != feature_width(features):
        raise UnusableError(ModelFault.OTHER_FEATURES(head=width, model=feature_width(features)))


def _length(layer: str, statistic: Statistic) -> int:
    if layer not in BLOBS:
        raise UnusableError(ModelFault.NO_LAYER(layer=layer))
    depth = channels(layer)
    side = map_side(layer)
    return statistic_width(statistic, depth, depth * side * side)


def split_gradient(
    gradient: NDArray[np.float32], shapes: Mapping[str, tuple[int, ...]], features: Features
) -> dict[tuple[str, Statistic], NDArray[np.float32]]:
    """Cut a (features,) gradient with respect to the feature vector into its parts by layer and statistic."""
    parts: dict[tuple[str, Statistic], NDArray[np.float32]] = {}
    offset = 0
    for part in features:
        shape = shapes[part.layer]
        for statistic in part.statistics:
            length = statistic_width(statistic, shape[0], math.prod(shape))
            parts[part.layer, statistic] = gradient[offset : offset + length]
            offset += length
    return parts
