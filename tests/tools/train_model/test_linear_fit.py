import numpy as np
import pytest

from skin_gui.training.fitting.head_fit import FeatureSet
from tools.train_model.linear_fit import fit_linear


def features(seed=0, count=400, variants=2):
    """The square root of the first feature tells the class, the second is noise; variants differ by noise."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, count)
    values = rng.uniform(0.5, 2, (variants, count, 2))
    values[..., 0] += 1.5 * labels
    return FeatureSet(values.astype(np.float16), labels, np.ones(count))


def test_a_linear_head_ranks_what_it_was_not_fitted_to():
    train, held = features(0), features(1)
    logits = fit_linear(train, 1.0).logits(held.vectors[0].astype(np.float32))
    assert ((logits > 0) == held.labels).mean() > 0.85


def test_it_is_one_layer_and_the_same_again():
    first, again = fit_linear(features(), 1e-3), fit_linear(features(), 1e-3)
    assert [kernel.shape for kernel in first.kernels] == [(2, 1)]
    assert np.array_equal(first.kernels[0], again.kernels[0])


def test_a_stronger_penalty_gives_smaller_weights():
    strong, weak = (np.abs(fit_linear(features(), penalty).kernels[0]).sum() for penalty in (1e-5, 1.0))
    assert strong < 0.2 * weak


def test_weights_of_the_images_count():
    """A class that weighs ten times as much is called more often."""
    plain = features()
    heavy = FeatureSet(plain.vectors, plain.labels, np.where(plain.labels == 1, 10.0, 1.0))
    vectors = plain.vectors[0].astype(np.float32)
    assert fit_linear(heavy, 1.0).logits(vectors).mean() > fit_linear(plain, 1.0).logits(vectors).mean() + 1


def test_every_variant_is_standardised_alike():
    train = features()
    head = fit_linear(train, 1.0)
    standard = head.standardise(train.vectors.reshape(-1, 2).astype(np.float32))
    assert standard.mean(axis=0) == pytest.approx([0, 0], abs=1e-3)
