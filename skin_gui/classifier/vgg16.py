"""The VGG16 convolutional base as an ncnn network: its layers, its text description, its weights file.

Architecture: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image
Recognition" (2014), configuration D without the fully connected layers.
"""

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.preprocess import INPUT_SIZE
from skin_gui.wording.fact import UnusableError
from skin_gui.wording.models import ModelFault

BLOCKS: tuple[tuple[int, int], ...] = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))
"""(number of 3x3 convolutions, channels) of each block; a 2x2 max pooling ends every block."""

CONVOLUTIONS: tuple[str, ...] = tuple(
    f"block{block}_conv{conv}" for block, (count, _) in enumerate(BLOCKS, 1) for conv in range(1, count + 1)
)

BLOBS: tuple[str, ...] = tuple(
    name
    for block, (count, _) in enumerate(BLOCKS, 1)
    for name in (*(f"block{block}_conv{conv}" for conv in range(1, count + 1)), f"block{block}_pool")
)
"""Every map of the network, in the order in which it is computed."""

LAST_MAP = "block5_conv3"
"""The (14, 14, 512) map that heads and heatmaps read."""

NO_WINOGRAD = " 31=64"
"""Key and value of ncnn's Convolution."""

_FLOAT16_TAG = 0x01306B47  # ncnn: the block that follows is float16

Weights = Mapping[str, NDArray[np.floating]]
"""`block{b}_conv{c}/kernel` (3, 3, in, out) and `/bias` (out,), as Keras names and shapes them."""


def channels(layer: str) -> int:
    """Number of channels of a convolution's output, e.g. 512 for "block5_conv3"."""
    return BLOCKS[int(layer[len("block")]) - 1][1]


def map_side(layer: str) -> int:
    """Height and width of a layer's map, e.g. 14 for "block5_conv3"."""
    block = int(layer[len("block")])
    return INPUT_SIZE >> (block if layer.endswith("_pool") else block - 1)


def param_text() -> str:
    """The text description that ncnn reads of the network: one line a layer, ReLU fused into its convolution."""
    lines = [f"Input data 0 1 data 0={INPUT_SIZE} 1={INPUT_SIZE} 2=3"]
    previous, depth = "data", 3
    for block, (count, width) in enumerate(BLOCKS, 1):
        for conv in range(1, count + 1):
            name = f"block{block}_conv{conv}"
            lines.append(f"Convolution {name} 1 1 {previous} {name} 0={width} 1=3 4=1 5=1 6={9 * depth * width} 9=1")
            previous, depth = name, width
        pool = f"block{block}_pool"
        lines.append(f"Pooling {pool} 1 1 {previous} {pool} 0=0 1=2 2=2")
        previous = pool
    magic = "7767517"
    return "\n".join([magic, f"{len(lines)} {len(lines)}", *lines]) + "\n"


def first_without_tiles(param: str) -> str:
    """A network's text description whose first convolution is a product of matrices, not of Winograd's tiles.

    With its three channels that takes half of the time; what it gives differs in the last digits.
    """
    first = CONVOLUTIONS[0]
    return re.sub(rf"^(Convolution\s+{first}\s.*)$", rf"\1{NO_WINOGRAD}", param, flags=re.MULTILINE)


def pack_weights(weights: Weights) -> bytes:
    """Serialise Keras VGG16 weights to ncnn's binary: float16 kernels (out, in, 3, 3), float32 biases.

    Raises:
        KeyError: a layer is missing.
        ValueError: an array has the wrong shape or a value that is not finite in float16.
    """
    parts: list[bytes] = []
    depth = 3
    for name in CONVOLUTIONS:
        kernel, bias = weights[f"{name}/kernel"], weights[f"{name}/bias"]
        width = channels(name)
        if kernel.shape != (3, 3, depth, width) or bias.shape != (width,):
            raise ValueError(f"{name}: expected kernel (3, 3, {depth}, {width}), got {kernel.shape}, {bias.shape}")
        with np.errstate(over="ignore"):  # the next line finds what float16 cannot hold
            half = kernel.astype("<f2").transpose(3, 2, 0, 1)
        if not (np.isfinite(half).all() and np.isfinite(bias).all()):
            raise ValueError(f"{name}: weights are not finite in float16")
        block = half.tobytes()
        parts += [_FLOAT16_TAG.to_bytes(4, "little"), block, b"\0" * (-len(block) % 4), bias.astype("<f4").tobytes()]
        depth = width
    return b"".join(parts)


def unpack_weights(data: bytes) -> dict[str, NDArray[np.floating]]:
    """Read back what `pack_weights` wrote, in its shapes, e.g. to rebuild the network in Keras for training.

    Raises:
        ValueError: the data is not such a file.
    """
    weights: dict[str, NDArray[np.floating]] = {}
    offset, depth = 0, 3
    for name in CONVOLUTIONS:
        width = channels(name)
        count = 9 * depth * width
        if data[offset : offset + 4] != _FLOAT16_TAG.to_bytes(4, "little"):
            raise UnusableError(ModelFault.NO_TAG(layer=name))
        if len(data) < offset + 4 + 2 * count + (-2 * count % 4) + 4 * width:
            raise UnusableError(ModelFault.WEIGHTS_END(layer=name))
        kernel = np.frombuffer(data, "<f2", count, offset + 4).reshape(width, depth, 3, 3)
        offset += 4 + 2 * count + (-2 * count % 4)
        weights[f"{name}/kernel"] = kernel.transpose(2, 3, 1, 0)
        weights[f"{name}/bias"] = np.frombuffer(data, "<f4", width, offset)
        offset += 4 * width
        depth = width
    if offset != len(data):
        raise UnusableError(ModelFault.WEIGHTS_GO_ON(count=len(data) - offset))
    return weights
