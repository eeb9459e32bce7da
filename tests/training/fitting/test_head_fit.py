from dataclasses import replace

import numpy as np
import pytest

from skin_gui.progress import Cancelled
from skin_gui.training.fitting.head_fit import FeatureSet, FitWatch, fit_head, source_weights
from skin_gui.training.fitting.presets import PRESETS

WIDTH = 24


def toy(seed, count=120, variants=2, gap=1.5):
    """Two separable clouds of non-negative features, as pooled ReLU maps are."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, count)
    centres = 3 + gap * np.outer(2 * labels - 1, np.resize([1, -1, 0], WIDTH))
    vectors = np.maximum(centres + 0.5 * rng.standard_normal((variants, count, WIDTH)), 0)
    return FeatureSet(vectors.astype(np.float16), labels.astype(np.int64), np.ones(count))


def preset(**changes):
    small = {"hidden": (8,), "epochs": 8, "learning_rate": 1e-2, "batch_size": 32, "variants": 2}
    return replace(PRESETS["default"], **small | changes)


def accuracy(head, features):
    logits = head.logits(features.vectors[0].astype(np.float32))
    return float(((logits >= 0) == features.labels).mean())


@pytest.mark.parametrize("changes", [{}, {"hidden": ()}, {"square_root": False, "mixup": 0.0}])
def test_given_separable_features_when_fitted_then_the_head_tells_unseen_ones_apart(changes):
    head = fit_head(toy(0), preset(**changes), seed=1)
    assert accuracy(head, toy(1)) > 0.95
    assert head.square_root is preset(**changes).square_root
    assert len(head.kernels) == len(preset(**changes).hidden) + 1


def test_given_one_seed_when_fitted_twice_then_the_heads_are_equal():
    first, second, other = (fit_head(toy(0), preset(), seed=seed, epochs=2) for seed in (1, 1, 2))
    assert first.to_bytes() == second.to_bytes()
    assert first.to_bytes() != other.to_bytes()


def test_the_head_standardises_by_the_unchanged_training_images():
    train = toy(0, count=500)
    head = fit_head(train, preset(), seed=0, epochs=1)
    plain = head.standardise(train.vectors[0].astype(np.float32))
    np.testing.assert_allclose(plain.mean(axis=0), 0, atol=1e-3)
    np.testing.assert_allclose(plain.std(axis=0), 1, atol=0.1)


def test_given_few_images_then_a_channel_that_hardly_fires_in_them_does_not_drown_the_others():
    train = toy(0, count=40)
    train.vectors[..., 0] = 0
    head = fit_head(train, preset(), seed=0, epochs=1)
    assert head.scale[0] < 3 * np.median(head.scale)


def test_every_epoch_is_reported_with_its_curves():
    epochs = []
    fit_head(toy(0), preset(), seed=0, validation=toy(1), watch=FitWatch(report=epochs.append))
    assert [epoch.number for epoch in epochs] == list(range(1, 9))
    assert {epoch.epochs for epoch in epochs} == {8}
    assert epochs[-1].loss < epochs[0].loss
    assert epochs[-1].validation_loss < epochs[0].validation_loss
    for epoch in epochs:
        for value in (epoch.accuracy, epoch.auc, epoch.validation_accuracy, epoch.validation_auc):
            assert 0 <= value <= 1
    assert epochs[-1].validation_auc > 0.95


def test_without_validation_images_its_curves_are_none():
    epochs = []
    fit_head(toy(0), preset(), seed=0, epochs=1, watch=FitWatch(report=epochs.append))
    assert epochs[0].validation_loss is epochs[0].validation_accuracy is epochs[0].validation_auc is None


def test_given_validation_when_fitted_then_the_epoch_with_the_best_auc_is_kept():
    """Labels that get worse as the fit gets better: the first epoch is the best one."""
    train, validation, aucs = toy(0), toy(1), []
    against = replace(validation, labels=1 - validation.labels)
    fitted = fit_head(
        train,
        preset(),
        seed=0,
        validation=against,
        watch=FitWatch(report=lambda epoch: aucs.append(epoch.validation_auc)),
    )
    logits = fitted.logits(against.vectors[0].astype(np.float32))
    from sklearn.metrics import roc_auc_score

    assert roc_auc_score(against.labels, logits) == pytest.approx(max(aucs), abs=1e-3)


def test_an_auc_of_zero_is_reported_as_zero():
    validation, epochs = toy(1, gap=3), []
    against = replace(validation, labels=1 - validation.labels)
    fit_head(toy(0, gap=3), preset(), seed=0, validation=against, watch=FitWatch(report=epochs.append))
    assert epochs[-1].validation_auc == 0


def test_given_one_class_in_the_validation_images_then_the_auc_is_one_half():
    validation, epochs = toy(1), []
    one_class = validation.subset(np.flatnonzero(validation.labels == 0))
    fit_head(toy(0), preset(), seed=0, epochs=1, validation=one_class, watch=FitWatch(report=epochs.append))
    assert epochs[0].validation_auc == 0.5


def test_given_a_stop_when_fitting_then_it_ends_after_that_epoch_and_keeps_the_head():
    epochs = []
    head = fit_head(toy(0), preset(), seed=0, watch=FitWatch(report=epochs.append, stop=lambda: len(epochs) == 3))
    assert len(epochs) == 3
    assert accuracy(head, toy(0)) > 0.9


def test_given_a_cancel_when_fitting_then_it_raises_between_batches():
    asked, epochs = [], []

    def cancelled():
        asked.append(None)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        fit_head(toy(0), preset(), seed=0, watch=FitWatch(report=epochs.append, cancelled=cancelled))
    assert len(asked) == 3
    assert epochs == []


def test_a_sample_of_weight_zero_teaches_nothing():
    train = toy(0)
    wrong = toy(1)
    both = FeatureSet(
        np.concatenate([train.vectors, wrong.vectors], axis=1),
        np.concatenate([train.labels, 1 - wrong.labels]),
        np.concatenate([train.weights, 0 * wrong.weights]),
    )
    assert accuracy(fit_head(both, preset(mixup=0.0), seed=0), toy(2)) > 0.95


def test_a_subset_has_the_vectors_labels_and_weights_of_its_positions():
    features = replace(toy(0, count=5), weights=np.arange(5.0))
    part = features.subset(np.array([3, 1]))
    assert np.array_equal(part.vectors, features.vectors[:, [3, 1]])
    assert part.labels.tolist() == features.labels[[3, 1]].tolist()
    assert part.weights.tolist() == [3, 1]


def test_source_weights_are_those_worked_by_hand():
    # a: 1 of 4 malignant, b: 1 of 2 malignant, c: benign alone.
    labels = np.array([1, 0, 0, 0, 1, 0, 0, 0])
    weights = source_weights(labels, ["a"] * 4 + ["b"] * 2 + ["c"] * 2)
    np.testing.assert_allclose(weights, [2, 2 / 3, 2 / 3, 2 / 3, 1, 1, 1, 1])


def test_with_source_weights_both_classes_of_every_source_weigh_the_same():
    rng = np.random.default_rng(0)
    sources = rng.choice(["x", "y", "z"], 400)
    labels = (rng.random(400) < np.select([sources == "x", sources == "y"], [0.2, 0.5], 0.8)).astype(np.int64)
    weights = source_weights(labels, list(sources))
    for source in "xyz":
        here = sources == source
        assert weights[here][labels[here] == 1].sum() == pytest.approx(weights[here][labels[here] == 0].sum())
        assert weights[here].sum() == pytest.approx(here.sum())


def test_given_one_class_in_a_source_then_every_weight_is_1():
    assert source_weights(np.array([1, 1, 1]), ["a"] * 3).tolist() == [1] * 3
