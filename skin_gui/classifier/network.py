"""The convolutional base on ncnn: an image in, feature maps out."""

import ctypes
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import ncnn
import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier import vgg16
from skin_gui.classifier.vgg16 import LAST_MAP
from skin_gui.imaging.preprocess import network_input


class NetworkError(Exception):
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
    if net.load_param(str(param)) != 0 or net.load_model(str(weights)) != 0:
        raise NetworkError(f"The model files {param.name} and {weights.name} cannot be read; reinstall the model.")
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
                raise NetworkError(f"The model file {path.name} is missing; reinstall the model.")
        stamps = tuple((path.stat().st_size, path.stat().st_mtime_ns) for path in (param, weights))
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

    def visit(
        self, image: NDArray[np.uint8], layers: Sequence[str], visitor: Callable[[str, NDArray[np.float32]], None]
    ) -> None:
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

    def _extractor(self) -> ncnn.Extractor:
        extractor = self._net.create_extractor()
        extractor.set_blob_allocator(_MAPS)
        extractor.set_workspace_allocator(_WORKSPACE)
        return extractor


def _extracted(extractor: ncnn.Extractor, layer: str) -> NDArray[np.float32]:
    status, blob = extractor.extract(layer)
    if status != 0:
        raise NetworkError(f"The network failed at {layer} (ncnn status {status}).")
    # Not copied: the array keeps ncnn's memory alive, and the first maps have 13 MB.
    return np.asarray(blob, dtype=np.float32)
