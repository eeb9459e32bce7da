"""The network as it is fitted and as it is used: the same numbers."""

import numpy as np
import pytest

from skin_gui.classifier.vgg16 import channels, map_side
from skin_gui.measures.outline_network import (
    MAPS,
    PIXELS,
    SIDE,
    OutlineNetwork,
    pixels_input,
    read_weights,
)
from tools.outline.fit import Recipe, build, network_weights, write_weights
from tools.outline.maps import CHANNELS, Reduction


@pytest.fixture
def reductions():
    rng = np.random.default_rng(0)
    return {
        name: Reduction(
            rng.normal(0, 1, (CHANNELS[name], channels(name))).astype(np.float32),
            rng.normal(0, 1, CHANNELS[name]).astype(np.float32),
        )
        for name in MAPS
    }


def test_ncnn_gives_what_keras_gives(reductions):
    rng = np.random.default_rng(1)
    image = rng.integers(0, 256, (224, 224, 3), dtype=np.uint8)
    maps = {name: rng.random((channels(name), map_side(name), map_side(name)), dtype=np.float32) for name in MAPS}
    model = build(Recipe(coarse=8, fine=6))
    inputs = {
        name: (np.tensordot(reductions[name].matrix, blob, 1) - reductions[name].offset[:, None, None]).transpose(
            1, 2, 0
        )
        for name, blob in maps.items()
    }
    inputs[PIXELS] = pixels_input(image).transpose(1, 2, 0)
    expected = model({name: array[None] for name, array in inputs.items()}, training=False).numpy()[0, ..., 0]

    weights = network_weights(model, reductions)
    found = OutlineNetwork(weights).logits(maps, image)

    assert found.shape == (SIDE, SIDE)
    np.testing.assert_allclose(found, expected, atol=1e-3 * np.abs(expected).max())


def test_what_is_written_is_small_and_read_back_the_same(reductions):
    weights = network_weights(build(Recipe()), reductions)

    content = write_weights(weights)

    assert len(content) < 3_000_000
    read = read_weights(content)
    assert read.keys() == weights.keys()
    for name, array in weights.items():
        np.testing.assert_allclose(read[name], array, rtol=1e-3, atol=1e-5)
