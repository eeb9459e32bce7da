"""VGG16's base with eight-bit weights and maps: its text description and its weights file for ncnn.

Symmetric quantisation after training (Jacob et al., "Quantization and Training of Neural Networks for Efficient
Integer-Arithmetic-Only Inference", 2018): one scale for each output channel of the weights, one for each map. Products
are added up as integers, so that no processor has other sums than another. The first convolution stays in float32: it
has a hundredth of the multiplications, and all else rests on it.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier import vgg16
from skin_gui.classifier.vgg16 import CONVOLUTIONS, Weights

BASE_SHA256 = "23bf6271486c75a985f336333494a46fbaa452093b2ddf08ab642fb7b772b91d"
"""Of the float16 weights file whose maps have the ranges below."""

VERSION = "1"
"""Part of a model's identity and of the cached file's name: change it whenever a number of the network changes."""

INPUT_RANGES: Mapping[str, float] = {
    "block1_conv2": 507,
    "block2_conv1": 2232,
    "block2_conv2": 3267,
    "block3_conv1": 5793,
    "block3_conv2": 7401,
    "block3_conv3": 8116,
    "block4_conv1": 9624,
    "block4_conv2": 5743,
    "block4_conv3": 3122,
    "block5_conv1": 1688,
    "block5_conv2": 753,
    "block5_conv3": 333,
}
"""What each convolution's input becomes 127 at; what is above is cut off. By `python -m tools.int8_ranges`: the
geometric mean of the largest value in 64 images of four sources and of the largest 99.99th percentile of one image. Of
240 images the largest change of a probability was 0.022 with it, 0.024 with the largest value and 0.048 with the
percentile."""

LAYERS: tuple[str, ...] = tuple(
    name
    for block, (count, _) in enumerate(vgg16.BLOCKS, 1)
    for name in (f"block{block}_conv{count}", f"block{block}_pool")
)
"""The maps that are in float32; those within a block are handed on as integers."""

_LARGEST = 127
_INT8_TAG = 0x000D4B38  # ncnn: the block that follows is int8
_FLOAT16_TAG = 0x01306B47

# Keys and values of ncnn's Convolution.
_SCALES, _SCALES_AND_NEXT = " 8=2", " 8=102"
_DIRECT = ("block5_conv1", "block5_conv2", "block5_conv3")
"""Faster as a product of matrices: maps of 14 x 14 have little to gain from Winograd's tiles."""


def param_text() -> str:
    """The text description: that of the float32 network, and what each convolution finds in the weights file."""
    lines = vgg16.param_text().splitlines()
    return (
        "\n".join(line + (_keys(line.split()[1]) if line.startswith("Convolution ") else "") for line in lines) + "\n"
    )


def pack_weights(weights: Weights) -> bytes:
    """Serialise VGG16's weights (`vgg16.unpack_weights`) to ncnn's binary, all but the first convolution as int8."""
    return b"".join(_packed(name, weights[f"{name}/kernel"], weights[f"{name}/bias"]) for name in CONVOLUTIONS)


def _keys(name: str) -> str:
    scales = "" if name not in INPUT_RANGES else _SCALES_AND_NEXT if _next(name) else _SCALES
    return scales + (vgg16.NO_WINOGRAD if name in _DIRECT else "")


def _next(name: str) -> str | None:
    """The convolution that reads this one's map, and no other part of the program does."""
    following = f"{name[:-1]}{int(name[-1]) + 1}"
    return following if following in INPUT_RANGES else None


def _packed(name: str, kernel: NDArray[np.floating], bias: NDArray[np.floating]) -> bytes:
    rows = kernel.transpose(3, 2, 0, 1).reshape(kernel.shape[3], -1)
    biases = bias.astype("<f4").tobytes()
    if name not in INPUT_RANGES:
        return _tagged(_FLOAT16_TAG, rows.astype("<f2").tobytes()) + biases
    exact = rows.astype(np.float32)
    scales = _LARGEST / np.abs(exact).max(axis=1)
    whole = np.rint(exact * scales[:, None]).astype(np.int8)
    ranges = [INPUT_RANGES[name], *([INPUT_RANGES[following]] if (following := _next(name)) else [])]
    numbers = np.concatenate([scales, _LARGEST / np.array(ranges)]).astype("<f4")
    return _tagged(_INT8_TAG, whole.tobytes()) + biases + numbers.tobytes()


def _tagged(tag: int, block: bytes) -> bytes:
    return tag.to_bytes(4, "little") + block + b"\0" * (-len(block) % 4)
