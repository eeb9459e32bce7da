"""The convolutional base in eight-bit integers, made from the shipped weights and kept in the cache."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier import vgg16, vgg16_int8
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network, Visitor
from skin_gui.disk_cache import DiskCache

_LIMIT = 64 << 20
"""Bytes for the files of some versions, 15 MB each."""


class Int8Network(Network):
    """As `Network`, for `vgg16_int8.LAYERS` alone: 1.5 times as fast where the processor multiplies int8."""

    def __init__(self, weights: Path, threads: int = 1) -> None:
        """Load the network, made first where the cache lacks it.

        Args:
            weights: the float16 file with `vgg16_int8.BASE_SHA256`, as its checksum has been found to be.

        Raises:
            NetworkError: ncnn cannot load it.
            OSError: the weights cannot be read, or the cache cannot be written.
        """
        super().__init__(*_cached(weights), threads)

    def visit(self, image: NDArray[np.uint8], layers: Sequence[str], visitor: Visitor) -> None:
        """As `Network.visit`.

        Raises:
            ValueError: a layer is one whose map is handed on as integers.
        """
        if not set(layers) <= set(vgg16_int8.LAYERS):
            raise ValueError(f"among {layers} is a map that the int8 network does not have in float32")
        super().visit(image, layers, visitor)

    def finish(self, begun: Sequence[NDArray[np.float32]], layers: Sequence[str], visitors: Sequence[Visitor]) -> None:
        """As `Network.finish`, one image after the other: weights of a quarter of the size are fetched soon enough."""
        for one, visitor in zip(begun, visitors, strict=True):
            super().finish([one], layers, [visitor])


def _cached(weights: Path) -> tuple[Path, Path]:
    """Description and weights of the int8 network on the disk, each as it was written, else made again."""
    cache = DiskCache(paths.cache_dir() / "network", _LIMIT)
    contents: tuple[Callable[[], bytes], Callable[[], bytes]] = (
        lambda: vgg16_int8.param_text().encode(),
        lambda: vgg16_int8.pack_weights(vgg16.unpack_weights(weights.read_bytes())),
    )
    param, binary = (
        _kept(cache, f"int8-{vgg16_int8.VERSION}-{name}", content)
        for name, content in zip(NETWORK, contents, strict=True)
    )
    return param, binary


def _kept(cache: DiskCache, name: str, content: Callable[[], bytes]) -> Path:
    if cache.read(name) is None:
        cache.write(name, content())
        cache.prune()
    # ncnn reads what the description asks for: the cache's checksum after it does not disturb.
    return cache.folder / name
