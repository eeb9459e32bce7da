from itertools import pairwise

import numpy as np
import pytest

from skin_gui.classifier import vgg16

PARAMETERS = 14_714_688
"""Of VGG16's convolutional base, as Keras counts them."""


@pytest.fixture(scope="module")
def weights():
    rng, depth, weights = np.random.default_rng(0), 3, {}
    for name in vgg16.CONVOLUTIONS:
        width = vgg16.channels(name)
        weights[f"{name}/kernel"] = rng.standard_normal((3, 3, depth, width), dtype=np.float32)
        weights[f"{name}/bias"] = rng.standard_normal(width, dtype=np.float32)
        depth = width
    return weights


@pytest.fixture(scope="module")
def packed(weights):
    return vgg16.pack_weights(weights)


def test_given_weights_when_packed_and_unpacked_then_kernels_are_float16_and_biases_exact(weights, packed):
    unpacked = vgg16.unpack_weights(packed)
    assert unpacked.keys() == weights.keys()
    for name, array in weights.items():
        expected = array.astype(np.float16) if name.endswith("/kernel") else array
        assert np.array_equal(unpacked[name], expected)
        assert unpacked[name].shape == array.shape


def test_given_unpacked_weights_when_packed_again_then_the_bytes_are_the_same(packed):
    assert vgg16.pack_weights(vgg16.unpack_weights(packed)) == packed


def test_every_kernel_follows_a_float16_tag_on_a_multiple_of_4_bytes(weights, packed):
    offset = 0
    for name in vgg16.CONVOLUTIONS:
        assert offset % 4 == 0
        assert packed[offset : offset + 4] == bytes.fromhex("476b3001")
        half = 2 * weights[f"{name}/kernel"].size
        offset += 4 + half + (-half % 4) + 4 * weights[f"{name}/bias"].size
    assert offset == len(packed)


def test_kernels_are_stored_by_output_channel(weights, packed):
    first = np.frombuffer(packed, "<f2", 27, 4).reshape(3, 3, 3)  # input channel, row, column
    assert np.array_equal(first, weights["block1_conv1/kernel"].astype(np.float16)[..., 0].transpose(2, 0, 1))


def test_the_weights_are_as_many_as_vgg16_has(weights):
    assert sum(array.size for array in weights.values()) == PARAMETERS
    assert len(vgg16.CONVOLUTIONS) == 13


def test_the_description_names_every_layer_and_counts_them():
    magic, counts, *layers = vgg16.param_text().splitlines()
    assert magic == "7767517"
    assert counts == f"{len(layers)} {len(layers)}" == "19 19"
    fields = [line.split() for line in layers]
    assert [field[1] for field in fields if field[0] == "Convolution"] == list(vgg16.CONVOLUTIONS)
    assert sum(field[0] == "Pooling" for field in fields) == 5
    # A plain chain: each layer reads what the one before it wrote.
    assert all(after[4] == before[-1] or after[4] == before[1] for before, after in pairwise(fields))


def test_the_description_states_as_many_weights_as_are_packed(weights):
    for line in vgg16.param_text().splitlines():
        if line.startswith("Convolution"):
            name = line.split()[1]
            values = dict(field.split("=") for field in line.split()[6:])
            assert int(values["6"]) == weights[f"{name}/kernel"].size
            assert int(values["0"]) == weights[f"{name}/bias"].size
            assert values["9"] == "1"  # ReLU fused


@pytest.mark.parametrize("name", ["block1_conv1/kernel", "block5_conv3/bias"])
def test_given_a_wrong_shape_when_packed_then_the_layer_is_named(weights, name):
    broken = weights | {name: weights[name][..., :-1]}
    with pytest.raises(ValueError, match=name.split("/", maxsplit=1)[0]):
        vgg16.pack_weights(broken)


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e6])
def test_given_what_float16_cannot_hold_when_packed_then_it_is_refused(weights, value):
    kernel = weights["block1_conv1/kernel"].copy()
    kernel[0, 0, 0, 0] = value
    with pytest.raises(ValueError, match="not finite"):
        vgg16.pack_weights(weights | {"block1_conv1/kernel": kernel})


def test_given_a_layer_less_when_packed_then_it_is_missed(weights):
    with pytest.raises(KeyError):
        vgg16.pack_weights({name: array for name, array in weights.items() if name != "block4_conv2/bias"})


def test_given_bytes_of_something_else_when_unpacked_then_they_are_refused(packed):
    for damaged, reason in (
        (b"", "no tag before block1_conv1"),
        (b"\0" * len(packed), "no tag"),
        (packed[: len(packed) // 2], "ends inside|no tag"),
        (packed[:-1], "ends inside block5_conv3"),
        (packed + b"\0\0", "2 bytes too many"),
    ):
        with pytest.raises(ValueError, match=reason):
            vgg16.unpack_weights(damaged)
