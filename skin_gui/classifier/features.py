"""From feature maps to the vector that a head reads."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier import lesion_map
from skin_gui.classifier.covariance_pooling import ChannelSums, covariance_descriptor, descriptor_width
from skin_gui.classifier.vgg16 import BLOBS, channels, map_side
from skin_gui.wording.fact import UnusableError
from skin_gui.wording.models import ModelFault

Statistic = Literal["mean", "max", "std", "centre_mean", "centre_std", "flat", "texture", "lesion_texture"]

Shapes = dict[str, tuple[int, ...]]
"""(channels, height, width) of the maps by layer name."""

STATISTICS: tuple[Statistic, ...] = get_args(Statistic)
LESION_TEXTURE: tuple[Statistic, ...] = ("lesion_texture",)
"""It stands alone in a part: it is known later than what is taken of the whole map."""
_MOMENTS = {"mean", "std", "centre_mean", "centre_std"}

_CENTRE = 0.22
"""Standard deviation of the weights around the centre, as a part of the side."""


@dataclass(frozen=True)
class LayerFeatures:
    """What is taken from one blob of the network."""

    layer: str
    """Name of the blob, e.g. "block5_conv3"."""
    statistics: tuple[Statistic, ...]
    """Per-channel statistics over the positions, or over them weighted by how near they are to the centre; or "flat":
    every value, channels last as in Keras; or "texture": covariances of the channels, of the image or of its lesion."""


Features = tuple[LayerFeatures, ...]

POOLED_LEVELS: Features = tuple(
    LayerFeatures(layer, ("mean", "max", "std", "centre_mean", "centre_std"))
    for layer in ("block3_conv3", "block4_conv3", "block5_conv3")
)
"""Small structures, parts and lesion, each pooled over the image."""

COVARIANCES: Features = tuple(
    LayerFeatures(layer, ("texture",)) for layer in ("block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3")
)
"""Which responses come together, from small structures up to the lesion."""

LESION_COVARIANCES: Features = tuple(
    LayerFeatures(layer, ("lesion_texture",)) for layer in ("block1_pool", "block2_conv2", "block3_conv3")
)
"""Which colours and small structures come together within the lesion."""

FLATTENED: Features = (LayerFeatures("block5_pool", ("flat",)),)
"""Preset `paper`: the flattened 7 x 7 x 512 map."""


@lru_cache(maxsize=8)
def centre_weights(side: int) -> NDArray[np.float32]:
    """(positions,) weights of a Gaussian around the middle of a square map, with a sum of 1."""
    across = (np.arange(side) + 0.5) / side - 0.5
    weights = np.exp(-(across[:, None] ** 2 + across**2) / (2 * _CENTRE**2)).ravel()
    return np.asarray(weights / weights.sum(), dtype=np.float32)


def _moments(flat: NDArray[np.float32], side: int) -> dict[Statistic, NDArray[np.float32]]:
    """Means and standard deviations of a (channels, positions) map over its positions, and weighted to the centre."""
    # Products and one array that is used again: two thirds of the time that means and new arrays take.
    alike, towards = np.full(flat.shape[1], 1 / flat.shape[1], np.float32), centre_weights(side)
    mean = flat @ alike
    deviations = flat - mean[:, None]
    off = deviations @ towards
    squares = np.square(deviations, out=deviations)
    return {
        "mean": mean,
        "std": np.sqrt(squares @ alike),
        "centre_mean": mean + off,
        "centre_std": np.sqrt(np.maximum(squares @ towards - off * off, 0)),
    }


def layer_vector(blob: NDArray[np.float32], statistics: Sequence[Statistic]) -> NDArray[np.float32]:
    """The features of one (channels, height, width) map, in the order of `statistics`, none of them of the lesion."""
    flat = blob.reshape(blob.shape[0], -1)
    moments = _moments(flat, blob.shape[1]) if _MOMENTS & set(statistics) else {}

    def values(statistic: Statistic) -> NDArray[np.float32]:
        match statistic:
            case "max":
                return np.asarray(flat.max(axis=1))
            case "flat":
                return flat.T.ravel()
            case "texture":
                return covariance_descriptor(flat)
            case _:
                return moments[statistic]

    return np.concatenate([values(statistic) for statistic in statistics]).astype(np.float32)


def layers_of(features: Features) -> tuple[str, ...]:
    """The blobs that are needed, each once."""
    also = lesion_map.LAYERS if any(part.statistics == LESION_TEXTURE for part in features) else ()
    return tuple(dict.fromkeys([*(part.layer for part in features), *also]))


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
        self._of_lesion = {
            place: part.layer for place, part in enumerate(features) if part.statistics == LESION_TEXTURE
        }
        self._sums: dict[str, ChannelSums] = {}
        self._lesion: dict[str, NDArray[np.float32]] = {}
        self.maps: dict[str, NDArray[np.float32]] = {}
        """Those to keep."""
        self.shapes: Shapes = {}

    def take(self, layer: str, blob: NDArray[np.float32]) -> None:
        """Take a layer's (channels, height, width) map."""
        self.shapes[layer] = blob.shape
        if layer in self._keep:
            self.maps[layer] = blob
        if layer in self._of_lesion.values():
            # Added up once for both parts of the image.
            self._sums[layer] = ChannelSums(blob.reshape(blob.shape[0], -1))
        for place, part in enumerate(self._features):
            if part.layer != layer or place in self._of_lesion:
                continue
            if part.statistics == ("texture",) and layer in self._sums:
                self._parts[place] = self._sums[layer].descriptor()
            else:
                self._parts[place] = layer_vector(blob, part.statistics)
        if self._of_lesion and layer in lesion_map.LAYERS:
            self._lesion[layer] = lesion_map.evidence(layer, blob)

    @contextmanager
    def taking(self, threads: int) -> Iterator[Callable[[str, NDArray[np.float32]], None]]:
        """What takes the maps of a network on so many threads, all of them by the end.

        Pooling a map uses one core. For several it is left to a thread of its own, and the network goes on: on two busy
        cores a prediction takes 6 ms less by the clock, of the 23 that it takes beyond the network.
        """
        if threads == 1:
            yield self.take
            return
        taken: list[Future[None]] = []
        with ThreadPoolExecutor(1) as beside:
            yield lambda layer, blob: taken.append(beside.submit(self.take, layer, blob))
        for one in taken:
            one.result()

    def vector(self) -> NDArray[np.float32]:
        """The (features,) that a head reads, once all of `layers_of` its features were taken."""
        if self._sums:
            lesion = lesion_map.probability([self._lesion[layer] for layer in lesion_map.LAYERS])
            for place, layer in self._of_lesion.items():
                positions = lesion_map.positions(lesion, self.shapes[layer][1])
                self._parts[place] = self._sums[layer].descriptor(positions)
            self._sums.clear()
        return np.concatenate([self._parts[place] for place in range(len(self._features))])


def statistic_width(statistic: Statistic, channels: int, size: int) -> int:
    """How many features a statistic makes of a map with so many channels and so many values in all."""
    match statistic:
        case "flat":
            return size
        case "texture" | "lesion_texture":
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
