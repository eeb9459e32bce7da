"""The small network that finds the lesion on maps which the classifier's base computes anyway.

It reads the base's blocks 3 and 4, which no training here changes, beside the pixels themselves: a contracting and an
expanding path after Ronneberger et al., "U-Net" (2015), whose contracting half is mostly the base.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import cv2
import ncnn
import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier import vgg16
from skin_gui.classifier.model_folder import ModelError
from skin_gui.classifier.network import NetworkError
from skin_gui.wording.models import ModelFact, NetworkFact
from skin_gui.wording.system import reason

MAPS: tuple[str, ...] = ("block3_conv3", "block4_conv3")
"""The blobs of the base that it reads."""
SIDE = 56
"""Height and width of the map of logits that it gives."""
WEIGHTS = "outline.npz"
DESCRIPTION = "outline.json"

PIXELS = "pixels"
LOGIT = "logit"

# (name, size of the kernel, what it reads: one blob, or several of one size after another)
LAYERS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("coarse", 1, ("block4_conv3",)),
    ("coarser", 3, ("coarse/half",)),
    ("coarsest", 3, ("coarser/half",)),
    ("context", 3, ("coarsest",)),
    ("coarser_up", 3, ("coarser", "context/twice")),
    ("coarse_up", 3, ("coarse", "coarser_up/twice")),
    ("fine", 1, ("block3_conv3", PIXELS)),
    ("fine_up", 3, ("fine", "coarse_up/twice")),
    ("fine_out", 3, ("fine_up",)),
    (LOGIT, 1, ("fine_out",)),
)
"""Convolutions in their order. `/half` is averaged over 2 x 2 places first, `/twice` enlarged bilinearly."""

Weights = Mapping[str, NDArray[np.floating]]
"""`LAYER/kernel` (out, in, k, k) and `LAYER/bias` (out,)."""


def param_text(weights: Weights) -> str:
    """The network as ncnn reads it.

    Raises:
        KeyError: a layer is missing.
    """
    lines = [_input(name, vgg16.map_side(name), vgg16.channels(name)) for name in MAPS] + [_input(PIXELS, SIDE, 3)]
    uses = _uses()
    for name in (*MAPS, PIXELS):
        lines += _split(name, uses)
    for layer, size, inputs in LAYERS:
        lines += [line for spec in inputs for line in _resized(spec, uses)]
        read = [_next(spec, uses) for spec in inputs]
        kernel = weights[f"{layer}/kernel"]
        relu = "" if layer == LOGIT else " 9=1"
        if PIXELS in inputs:
            lines += _summed(layer, read, [part.size for part in _parts(layer, kernel, inputs)], len(kernel))
        else:
            if len(read) > 1:
                lines.append(f"Concat {layer}_in {len(read)} 1 {' '.join(read)} {layer}_in 0=0")
                read = [f"{layer}_in"]
            shape = f"0={len(kernel)} 1={size} 4={size // 2} 5=1 6={kernel.size}"
            lines.append(f"Convolution {layer} 1 1 {read[0]} {layer} {shape}{relu}")
        lines += _split(layer, uses)
    blobs = sum(int(line.split()[3]) for line in lines)
    return "\n".join(["7767517", f"{len(lines)} {blobs}", *lines]) + "\n"


def _summed(layer: str, read: list[str], sizes: list[int], width: int) -> list[str]:
    """A 1 x 1 convolution of several blobs, each on its own: to join them would copy them, in a slower layout."""
    parts = [f"{layer}_{number}" for number in range(len(read))]
    lines = [
        f"Convolution {part} 1 1 {blob} {part} 0={width} 1=1 5={int(number == 0)} 6={size}"
        for number, (part, blob, size) in enumerate(zip(parts, read, sizes, strict=True))
    ]
    lines.append(f"Eltwise {layer}_sum {len(parts)} 1 {' '.join(parts)} {layer}_sum 0=1")
    return [*lines, f"ReLU {layer} 1 1 {layer}_sum {layer}"]


def _parts(layer: str, kernel: NDArray[np.floating], inputs: tuple[str, ...]) -> list[NDArray[np.floating]]:
    """The kernel of a layer that reads pixels and maps, cut by what it reads."""
    depths = [3 if spec == PIXELS else vgg16.channels(spec) for spec in inputs]
    if sum(depths) != kernel.shape[1]:
        raise ValueError(f"{layer} reads {kernel.shape[1]} channels, not {sum(depths)}")
    return np.split(kernel, np.cumsum(depths)[:-1], axis=1)


def _input(name: str, side: int, depth: int) -> str:
    return f"Input {name} 0 1 {name} 0={side} 1={side} 2={depth}"


def _uses() -> dict[str, list[str]]:
    """By blob what reads it, where several do: ncnn wants a copy for each."""
    uses: dict[str, list[str]] = {}
    for layer, _, inputs in LAYERS:
        for spec in inputs:
            uses.setdefault(spec.partition("/")[0], []).append(f"{spec.partition('/')[0]}_for_{layer}")
    return {blob: copies for blob, copies in uses.items() if len(copies) > 1}


def _split(blob: str, uses: Mapping[str, list[str]]) -> list[str]:
    if blob not in uses:
        return []
    return [f"Split {blob}_split 1 {len(uses[blob])} {blob} {' '.join(uses[blob])}"]


def _copy(blob: str, uses: dict[str, list[str]]) -> str:
    return uses[blob].pop(0) if blob in uses else blob


def _resized(spec: str, uses: dict[str, list[str]]) -> list[str]:
    blob, _, how = spec.partition("/")
    if how == "half":
        return [f"Pooling {blob}_half 1 1 {_copy(blob, uses)} {blob}_half 0=1 1=2 2=2"]
    if how == "twice":
        return [f"Interp {blob}_twice 1 1 {_copy(blob, uses)} {blob}_twice 0=2 1=2.0 2=2.0"]
    return []


def _next(spec: str, uses: dict[str, list[str]]) -> str:
    blob, _, how = spec.partition("/")
    return f"{blob}_{how}" if how else _copy(blob, uses)


def packed(weights: Weights) -> bytes:
    """The weights in ncnn's binary: float32, each kernel after the tag for that, then its bias."""
    parts = []
    for layer, _, inputs in LAYERS:
        kernel, bias = weights[f"{layer}/kernel"], weights[f"{layer}/bias"].astype("<f4").tobytes()
        first, *others = _parts(layer, kernel, inputs) if PIXELS in inputs else [kernel]
        parts += [bytes(4), first.astype("<f4").tobytes(), bias]
        for other in others:
            parts += [bytes(4), other.astype("<f4").tobytes()]
    return b"".join(parts)


class OutlineNetwork:
    """The loaded network. Safe to call from several threads at once."""

    def __init__(self, weights: Weights) -> None:
        """Build it from its weights.

        Raises:
            KeyError, ValueError: they are not this network's.
        """
        self._net = ncnn.Net()
        self._net.opt.num_threads = 1
        self._net.opt.use_vulkan_compute = False
        if self._net.load_param_mem(param_text(weights)) != 0:
            raise ValueError("the outline's network cannot be built")
        self._net.load_model_mem(packed(weights))

    def logits(self, maps: Mapping[str, NDArray[np.float32]], image: NDArray[np.uint8]) -> NDArray[np.float32]:
        """How likely each place is lesion, as (SIDE, SIDE) float32 logits.

        Args:
            maps: the blobs `MAPS` of the base for the image.
            image: (224, 224, 3) uint8 RGB, as the base saw it.

        Raises:
            NetworkError: ncnn failed, e.g. for lack of memory.
        """
        extractor = self._net.create_extractor()
        # ncnn.Mat borrows this memory: it must live until extract has returned.
        arrays = {name: np.ascontiguousarray(maps[name], dtype=np.float32) for name in MAPS}
        arrays[PIXELS] = pixels_input(image)
        for name, array in arrays.items():
            extractor.input(name, ncnn.Mat(array))
        status, blob = extractor.extract(LOGIT)
        if status != 0:
            raise NetworkError(NetworkFact.OUTLINE_FAILED(status=status))
        logits: NDArray[np.float32] = np.array(blob, dtype=np.float32)[0]
        return logits


def pixels_input(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(3, SIDE, SIDE) in [-1, 1] of a (224, 224, 3) uint8 RGB image."""
    small = cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    pixels: NDArray[np.float32] = small.transpose(2, 0, 1).astype(np.float32) / np.float32(127.5) - np.float32(1)
    return np.ascontiguousarray(pixels)


@lru_cache(maxsize=1)
def load_outline_network(folder: Path | None = None) -> OutlineNetwork:
    """The network that comes with the program, its file checked against the description beside it.

    Args:
        folder: another place of its two files, for tests and training.

    Raises:
        ModelError: a file is missing or is not the one that the description names.
    """
    place = paths.resources() / "measures" if folder is None else folder
    try:
        description = json.loads((place / DESCRIPTION).read_text(encoding="utf-8"))
        content = (place / WEIGHTS).read_bytes()
        if hashlib.sha256(content).hexdigest() != description["sha256"]:
            raise ModelError(ModelFact.PROGRAM_FILE_CHANGED(file=WEIGHTS))
        return OutlineNetwork(read_weights(content))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(ModelFact.OUTLINE_NOT_LOADED(why=reason(error))) from error


def read_weights(content: bytes) -> dict[str, NDArray[np.floating]]:
    """The weights of a file's bytes by name, as float32 in the shapes that the network's layers have.

    Raises:
        ValueError, KeyError, OSError: it is damaged, or not this network's.
    """
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as data:
            weights = {name: np.asarray(data[name], dtype=np.float32) for name in data.files}
    except (zipfile.BadZipFile, EOFError) as error:
        raise ValueError("the file is damaged") from error
    if any(not np.isfinite(array).all() for array in weights.values()):
        raise ValueError("a weight is not finite")
    return weights
