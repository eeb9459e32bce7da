import numpy as np
import pytest

from skin_gui.classifier import lesion_map
from skin_gui.classifier.covariance_pooling import covariance_descriptor
from skin_gui.classifier.features import (
    FLATTENED,
    POOLED_LEVELS,
    Gatherer,
    LayerFeatures,
    feature_width,
    layer_vector,
    layers_of,
    split_gradient,
)
from skin_gui.training.fitting.presets import PRESETS
from tests.classifier.vectors import feature_vector

DEFAULT = PRESETS["default"].features
BLOB = np.array([[[1, 2], [3, 6]], [[0, 0], [0, 4]], [[5, 5], [5, 5]]], np.float32)
"""(3 channels, 2 x 2 positions)."""


@pytest.mark.parametrize(
    ("statistic", "expected"),
    [
        ("mean", [3, 1, 5]),
        ("max", [6, 4, 5]),
        ("std", [np.sqrt(3.5), np.sqrt(3), 0]),
        ("flat", [1, 0, 5, 2, 0, 5, 3, 0, 5, 6, 4, 5]),
    ],
)
def test_each_statistic_is_the_one_worked_by_hand(statistic, expected):
    vector = layer_vector(BLOB, [statistic])
    np.testing.assert_allclose(vector, expected, rtol=1e-6)
    assert vector.dtype == np.float32


def test_statistics_follow_each_other_in_the_order_asked_for():
    vector = layer_vector(BLOB, ["max", "mean"])
    np.testing.assert_allclose(vector, [6, 4, 5, 3, 1, 5])


def test_flat_features_are_in_the_order_of_keras_flatten():
    import keras

    blob = np.random.default_rng(0).random((5, 3, 4), dtype=np.float32)
    expected = np.asarray(keras.layers.Flatten()(blob.transpose(1, 2, 0)[None]))[0]
    assert np.array_equal(layer_vector(blob, ["flat"]), expected)


def test_layers_follow_each_other_in_the_vector_and_the_gradient_is_cut_alike():
    features = (LayerFeatures("a", ("mean", "max")), LayerFeatures("b", ("flat",)))
    maps = {"b": BLOB, "a": BLOB[:2]}
    vector = feature_vector(maps, features)
    parts = split_gradient(vector, {layer: blob.shape for layer, blob in maps.items()}, features)
    assert list(parts) == [("a", "mean"), ("a", "max"), ("b", "flat")]
    for (layer, statistic), part in parts.items():
        assert np.array_equal(part, layer_vector(maps[layer], [statistic]))
    assert sum(len(part) for part in parts.values()) == len(vector)


@pytest.mark.parametrize(
    ("features", "length"),
    [
        (POOLED_LEVELS, 5 * (256 + 512 + 512)),
        (FLATTENED, 7 * 7 * 512),
        (DEFAULT, 32 * 33 // 2 + 6 * 48 * 49 // 2 + 5 * (256 + 512 + 512)),
    ],
)
def test_the_presets_features_come_from_the_network_in_their_length(network, features, length):
    layers = layers_of(features)
    image = np.random.default_rng(0).integers(0, 256, (224, 224, 3), dtype=np.uint8)
    maps = dict(zip(layers, network.maps(image, layers), strict=True))
    vector = feature_vector(maps, features)
    assert vector.shape == (length,) == (feature_width(features),)
    assert (
        sum(map(len, split_gradient(vector, {layer: blob.shape for layer, blob in maps.items()}, features).values()))
        == length
    )


def test_a_layer_of_several_parts_is_asked_for_once():
    assert layers_of(DEFAULT) == ("block2_conv2", "block3_conv3", "block4_conv3", "block5_conv3", "block1_pool")


def test_what_is_weighted_to_the_centre_is_numpys_weighted_mean_and_spread():
    blob = np.random.default_rng(0).random((5, 14, 14)).astype(np.float32)
    across = (np.arange(14) + 0.5) / 14 - 0.5
    weights = np.exp(-(across[:, None] ** 2 + across**2) / (2 * 0.22**2)).ravel()
    flat = blob.reshape(5, -1).astype(np.float64)
    mean = np.average(flat, axis=1, weights=weights)
    spread = np.sqrt(np.average((flat - mean[:, None]) ** 2, axis=1, weights=weights))
    np.testing.assert_allclose(layer_vector(blob, ["centre_mean", "centre_std"]), [*mean, *spread], rtol=1e-5)


def test_two_parts_may_read_the_lesion_of_one_map_and_image_and_lesion_share_a_map(network):
    image = np.random.default_rng(1).integers(0, 256, (224, 224, 3), dtype=np.uint8)
    of_lesion, of_image = (LayerFeatures("block3_conv3", (name,)) for name in ("lesion_texture", "texture"))
    features = (of_lesion, of_image, of_lesion)
    maps = dict(zip(layers_of(features), network.maps(image, layers_of(features)), strict=True))
    first, whole, second = feature_vector(maps, features).reshape(3, -1)
    assert np.array_equal(first, second)
    assert np.array_equal(whole, feature_vector(maps, (of_image,)))
    assert not np.allclose(first, whole)


def test_covariances_of_the_lesion_are_those_of_the_positions_that_are_lesion(network):
    feature = LayerFeatures("block2_conv2", ("lesion_texture",))
    layers = ("block2_conv2", *lesion_map.LAYERS)
    image = np.random.default_rng(0).integers(0, 256, (224, 224, 3), dtype=np.uint8)
    maps = dict(zip(layers, network.maps(image, layers), strict=True))
    parts = [lesion_map.evidence(layer, maps[layer]) for layer in lesion_map.LAYERS]
    positions = lesion_map.positions(lesion_map.probability(parts), 112)
    part = np.ascontiguousarray(maps["block2_conv2"].reshape(128, -1)[:, positions])
    assert layers_of((feature,)) == layers
    np.testing.assert_allclose(feature_vector(maps, (feature,)), covariance_descriptor(part), atol=1e-4)


@pytest.mark.parametrize("threads", [1, 2])
def test_a_map_that_cannot_be_pooled_is_told_whatever_thread_pools_it(threads):
    with pytest.raises(ValueError, match="matmul"), Gatherer(POOLED_LEVELS).taking(threads) as take:
        take("block3_conv3", np.zeros((3, 4, 5), np.float32))
