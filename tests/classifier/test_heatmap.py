import cv2
import numpy as np
import pytest

from skin_gui.classifier.features import LayerFeatures
from skin_gui.classifier.heatmap import FULL_EVIDENCE, SIDE, grad_cam, on_scale
from tests.classifier.vectors import feature_vector

CHANNELS = 6


def tensorflow_grad_cam(maps, head, features):
    """Grad-CAM as published, by automatic differentiation of the same features and head."""
    import tensorflow as tf

    pooled = {
        "mean": lambda blob: tf.reduce_mean(blob, (0, 1)),
        "max": lambda blob: tf.reduce_max(blob, (0, 1)),
        "std": lambda blob: tf.math.reduce_std(blob, (0, 1)),
        "flat": lambda blob: tf.reshape(blob, [-1]),
    }
    blobs = {name: tf.constant(blob.transpose(1, 2, 0)) for name, blob in maps.items()}
    last = blobs[features[-1].layer]
    with tf.GradientTape() as tape:
        tape.watch(last)
        parts = [pooled[statistic](blobs[part.layer]) for part in features for statistic in part.statistics]
        values = tf.concat(parts, 0)
        if head.square_root:
            values = tf.sqrt(tf.maximum(values, 1e-3))
        values = ((values - head.shift) * head.scale)[None]
        for kernel, bias in zip(head.kernels[:-1], head.biases[:-1], strict=True):
            values = tf.nn.relu(values @ kernel + bias)
        logit = (values @ head.kernels[-1] + head.biases[-1])[0, 0]
    weights = tf.reduce_mean(tape.gradient(logit, last), (0, 1))
    cam = tf.nn.relu(tf.reduce_sum(weights * last, -1)).numpy()
    return float(logit), cv2.resize(cam, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)


def grad_cam_of(maps, gradient, features):
    shapes = {layer: blob.shape for layer, blob in maps.items()}
    return grad_cam(maps[features[-1].layer], shapes, gradient, features)


def random_maps(seed, side):
    rng = np.random.default_rng(seed)
    # Rectified, as the network's are, but no channel silent everywhere.
    return {
        "early": np.maximum(rng.standard_normal((4, 28, 28)), 0).astype(np.float32),
        "last": np.maximum(rng.standard_normal((CHANNELS, side, side)) + 0.3, 0).astype(np.float32),
    }


@pytest.mark.parametrize(
    ("statistics", "side"),
    [
        (("mean",), 14),
        (("max",), 14),
        (("mean", "std"), 14),
        (("max", "std"), 14),
        (("mean", "max", "std"), 14),
        (("flat",), 14),
        (("flat",), 7),
    ],
)
@pytest.mark.parametrize(("hidden", "square_root"), [((), False), ((5,), True)])
def test_the_closed_form_is_tensorflows_gradient(make_head, statistics, side, hidden, square_root):
    features = (LayerFeatures("early", ("mean", "std")), LayerFeatures("last", statistics))
    compared = 0
    for seed in range(4):
        maps = random_maps(seed, side)
        vector = feature_vector(maps, features)
        head = make_head(len(vector), hidden, square_root, seed)
        logit, gradient = head.logit_and_gradient(vector)
        expected_logit, expected = tensorflow_grad_cam(maps, head, features)
        assert logit == pytest.approx(expected_logit, rel=1e-4, abs=1e-4)
        heatmap = grad_cam_of(maps, gradient, features)
        if expected.max() > 0:
            np.testing.assert_allclose(heatmap, expected, rtol=1e-3, atol=1e-3 * expected.max())
            compared += 1
        else:
            assert not heatmap.any()
    assert compared


def test_the_spread_alone_moves_no_heatmap():
    """Its slope averages to zero over the positions, so equation 1 does not see it."""
    maps, features = random_maps(0, 14), (LayerFeatures("last", ("mean", "std")),)
    slopes = np.random.default_rng(1).standard_normal(CHANNELS).astype(np.float32)
    spread = np.concatenate([slopes, 5 * slopes[::-1]])
    without = np.concatenate([slopes, np.zeros(CHANNELS, np.float32)])
    np.testing.assert_allclose(grad_cam_of(maps, spread, features), grad_cam_of(maps, without, features), atol=1e-4)


def test_each_position_has_its_own_part_in_what_is_weighted_to_the_centre():
    maps, features = random_maps(0, 14), (LayerFeatures("last", ("mean", "centre_mean")),)
    vector = feature_vector(maps, features)
    slopes = np.random.default_rng(1).random(2 * CHANNELS, dtype=np.float32)
    heatmap = grad_cam_of(maps, slopes, features)
    assert heatmap.sum() == pytest.approx(slopes @ vector, rel=1e-4)

    # What the middle says more of and the whole less of is evidence in the middle, not in the corners.
    across = np.concatenate([-np.ones(CHANNELS), np.ones(CHANNELS)]).astype(np.float32)
    flat = {"early": maps["early"], "last": np.ones((CHANNELS, 14, 14), np.float32)}
    heatmap = grad_cam_of(flat, across, features)
    assert heatmap[6:8, 6:8].min() > 0
    assert not heatmap[[0, 0, -1, -1], [0, -1, 0, -1]].any()


@pytest.mark.parametrize("side", [7, 14])
def test_evidence_is_14_x_14_and_not_below_0(side):
    maps = random_maps(0, side)
    heatmap = grad_cam_of(maps, np.ones(CHANNELS, np.float32), (LayerFeatures("last", ("mean",)),))
    assert heatmap.shape == (SIDE, SIDE)
    assert heatmap.dtype == np.float32
    assert heatmap.min() >= 0


def test_the_scale_is_the_same_for_every_image_and_counts_in_calibrated_log_odds():
    evidence = np.zeros((SIDE, SIDE), np.float32)
    evidence[3, 5], evidence[4, 5], evidence[5, 5] = FULL_EVIDENCE / 4, FULL_EVIDENCE / 2, 5 * FULL_EVIDENCE
    heatmap = on_scale(evidence, 1.0)
    assert heatmap.dtype == np.float32
    np.testing.assert_allclose(heatmap[3:6, 5], [0.25, 0.5, 1.0], rtol=1e-6)
    # A weak image stays weak: its own peak is no measure.
    np.testing.assert_allclose(on_scale(evidence / 100, 1.0).max(), 0.05, rtol=1e-6)
    np.testing.assert_allclose(on_scale(evidence, 2.0)[3:6, 5], [0.5, 1.0, 1.0], rtol=1e-6)
    # A quarter of the image, all of it at the end of the scale, carries a third of what makes even odds 19 : 1.
    assert 1 / (1 + np.exp(-3 * FULL_EVIDENCE * SIDE * SIDE / 4)) == pytest.approx(0.95)


def test_given_a_channel_that_speaks_for_malignant_then_the_heatmap_shows_where_it_fired():
    blob = np.zeros((2, 14, 14), np.float32)
    blob[0, 3, 5] = 2
    blob[1, 10, 10] = 2
    heatmap = grad_cam_of({"last": blob}, np.array([1, -1], np.float32), (LayerFeatures("last", ("mean",)),))
    assert heatmap[3, 5] == pytest.approx(2 / SIDE**2)  # what it adds to the logit
    assert np.count_nonzero(heatmap) == 1


def test_given_nothing_that_speaks_for_malignant_then_the_heatmap_is_zero():
    heatmap = grad_cam_of(random_maps(0, 14), -np.ones(CHANNELS, np.float32), (LayerFeatures("last", ("mean",)),))
    assert not heatmap.any()
    assert np.isfinite(heatmap).all()


def test_given_a_silent_network_then_the_heatmap_is_zero_and_not_nan():
    maps = {"last": np.zeros((CHANNELS, 14, 14), np.float32)}
    features = (LayerFeatures("last", ("mean", "max", "std")),)
    heatmap = grad_cam_of(maps, np.ones(3 * CHANNELS, np.float32), features)
    assert not heatmap.any()
    assert np.isfinite(heatmap).all()
