"""The convolutional base on ncnn: an image in, feature maps out."""

import ctypes
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import ncnn
import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier import vgg16
from skin_gui.classifier.vgg16 import LAST_MAP
from skin_gui.imaging.preprocess import network_input
from skin_gui.wording.fact import FactError
from skin_gui.wording.models import NetworkFact

Visitor = Callable[[str, NDArray[np.float32]], None]
"""Is shown a layer's name and its (channels, height, width) map."""

_SHARED_FROM = "block4_pool"
_SHARED = vgg16.BLOBS[vgg16.BLOBS.index(_SHARED_FROM) + 1 :]
_GAP = 2
"""Columns between images beside each other in `_SHARED_FROM`; half as many after the pooling."""


class NetworkError(FactError):
    """The network's files cannot be loaded or run; the message is one sentence for the user."""


def _lasting_pool() -> ncnn.PoolAllocator:
    """Memory for maps that is used again: new pages for 25 MB an image take the system 6 % of a prediction.

    It is never freed: arrays that hold a map may live until the process ends, and ncnn ends it if the pool goes first.
    """
    pool = ncnn.PoolAllocator()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(pool))
    return pool


_MAPS, _WORKSPACE = _lasting_pool(), _lasting_pool()


@lru_cache(maxsize=2)
def _loaded(param: Path, weights: Path, threads: int, _stamps: tuple[tuple[int, int], ...]) -> ncnn.Net:
    """The network of two files, loaded once: ncnn holds Python's lock meanwhile, which would halt the window.

    `_stamps` are the files' sizes and times, so that changed files are loaded anew.
    """
    net = ncnn.Net()
    net.opt.num_threads = threads
    net.opt.use_vulkan_compute = False
    try:
        # A file of the cache ends in its checksum, which is no text; ncnn reads the layers that are announced.
        text = vgg16.first_without_tiles(param.read_text("latin-1"))
    except OSError as error:
        raise NetworkError(NetworkFact.FILES_UNREADABLE(param=param.name, weights=weights.name)) from error
    if net.load_param_mem(text) != 0 or net.load_model(str(weights)) != 0:
        raise NetworkError(NetworkFact.FILES_UNREADABLE(param=param.name, weights=weights.name))
    return net


class Network:
    """A loaded VGG16 base. Safe to call from several threads at once: each call has its own extractor."""

    def __init__(self, param: Path, weights: Path, threads: int = 1) -> None:
        """Load the network.

        Args:
            param: ncnn's text description.
            weights: ncnn's binary weights.
            threads: cores that one call uses. 1 with many calling threads gives the best
                throughput, all cores with a single caller the best latency.

        Raises:
            NetworkError: a file is missing or does not fit the other.
        """
        for path in (param, weights):
            if not path.is_file():
                raise NetworkError(NetworkFact.FILE_MISSING(file=path.name))
        stamps = tuple((path.stat().st_size, path.stat().st_mtime_ns) for path in (param, weights))
        self.threads = threads
        self._net = _loaded(param.resolve(), weights.resolve(), threads, stamps)

    def maps(self, image: NDArray[np.uint8], layers: Sequence[str] = (LAST_MAP,)) -> list[NDArray[np.float32]]:
        """Feature maps of a (224, 224, 3) uint8 RGB image.

        Args:
            image: the resized image.
            layers: blob names, e.g. ("block3_conv3", "block5_conv3").

        Returns:
            For each layer a (channels, height, width) float32 array, e.g. (512, 14, 14).

        Raises:
            NetworkError: ncnn failed, e.g. for lack of memory.
        """
        maps: dict[str, NDArray[np.float32]] = {}
        self.visit(image, layers, maps.__setitem__)
        return [maps[layer] for layer in layers]

    def visit(self, image: NDArray[np.uint8], layers: Sequence[str], visitor: Visitor) -> None:
        """Show each map of a (224, 224, 3) uint8 RGB image as soon as it is computed, in the network's order.

        What the visitor does not keep gives its memory to those that follow, while the processor's cache holds it.

        Args:
            image: the resized image.
            layers: blob names, as for `maps`.
            visitor: called with each layer's name and its (channels, height, width) float32 array.

        Raises:
            NetworkError: ncnn failed, e.g. for lack of memory.
        """
        extractor = self._extractor()
        # ncnn.Mat borrows this memory: it must live until the last extract has returned.
        pixels = network_input(image)
        extractor.input("data", ncnn.Mat(pixels))
        # ncnn drops a map once the next layer has read it, so they are taken as they come.
        for layer in sorted(layers, key=vgg16.BLOBS.index):
            visitor(layer, _extracted(extractor, layer))

    def begin(self, image: NDArray[np.uint8], layers: Sequence[str], visitor: Visitor) -> NDArray[np.float32]:
        """As `visit`, as far as each image goes its own way; the others of the layers are left to `finish`.

        Returns:
            The (512, 14, 14) float32 map from which `finish` goes on.

        Raises:
            NetworkError: as `visit`.
        """
        kept: list[NDArray[np.float32]] = []

        def keeping(layer: str, blob: NDArray[np.float32]) -> None:
            if layer in layers:
                visitor(layer, blob)
            if layer == _SHARED_FROM:
                kept.append(blob)

        self.visit(image, [*(set(layers) - set(_SHARED)), _SHARED_FROM], keeping)
        return kept[0]

    def finish(self, begun: Sequence[NDArray[np.float32]], layers: Sequence[str], visitors: Sequence[Visitor]) -> None:
        """Go on with several images at once, each shown to a visitor of its own.

        The weights of the last block are more than the processor's cache holds, and fetching them takes twice as long
        as using them on one image. So the images' maps stand side by side in a wide one, with columns of zeros between
        two: the border that each has alone. With 14 + 2 columns for each, the 4 x 4 tiles of Winograd's convolution lie
        on each image as they do on one alone, so that its maps are the same to the last digit.

        Args:
            begun: what `begin` returned for each image; at least one.
            layers: blob names, as for `begin`.
            visitors: called with each layer's name and (channels, height, width) float32 array, one for each image.

        Raises:
            NetworkError: as `visit`.
        """
        extractor = self._extractor()
        # ncnn.Mat borrows this memory: it must live until the last extract has returned.
        wide = _side_by_side(begun)
        extractor.input(_SHARED_FROM, ncnn.Mat(wide))
        last = max(map(vgg16.BLOBS.index, layers))
        for layer in vgg16.BLOBS[: last + 1]:
            separate = len(begun) > 1 and layer in vgg16.CONVOLUTIONS
            if layer not in _SHARED or not (separate or layer in layers):
                continue
            blob = _extracted(extractor, layer)
            places = _places(len(begun), vgg16.map_side(layer))
            if layer in layers:
                for visitor, place in zip(visitors, places, strict=True):
                    visitor(layer, np.ascontiguousarray(blob[:, :, place]))
            if separate:
                for one, other in pairwise(places):
                    blob[:, :, one.stop : other.start] = 0
                extractor.input(layer, ncnn.Mat(blob))

    def _extractor(self) -> ncnn.Extractor:
        extractor = self._net.create_extractor()
        extractor.set_blob_allocator(_MAPS)
        extractor.set_workspace_allocator(_WORKSPACE)
        return extractor


def _extracted(extractor: ncnn.Extractor, layer: str) -> NDArray[np.float32]:
    status, blob = extractor.extract(layer)
    if status != 0:
        raise NetworkError(NetworkFact.LAYER_FAILED(layer=layer, status=status))
    # Not copied: the array keeps ncnn's memory alive, and the first maps have 13 MB.
    return np.asarray(blob, dtype=np.float32)


def _places(count: int, side: int) -> list[slice]:
    """The columns of each of so many images in a map whose height is `side`, from the first shared block on."""
    pitch = side + side * _GAP // vgg16.map_side(_SHARED_FROM)
    return [slice(pitch * number, pitch * number + side) for number in range(count)]


def _side_by_side(maps: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    channels, height, side = maps[0].shape
    places = _places(len(maps), side)
    wide = np.zeros((channels, height, places[-1].stop), dtype=np.float32)
    for blob, place in zip(maps, places, strict=True):
        wide[:, :, place] = blob
    return wide
