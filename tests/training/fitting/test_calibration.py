import numpy as np
import pytest

from skin_gui.classifier.calibration import Calibration
from skin_gui.training.fitting.calibration import NOVELTY_COMPONENTS, distances, fit_novelty, fit_platt


def _sample(scale, offset, n=20_000):
    rng = np.random.default_rng(3)
    logits = rng.normal(0, 3, n)
    labels = (rng.random(n) < Calibration(scale, offset).probability(logits)).astype(int)
    return logits, labels


def test_given_labels_drawn_from_a_platt_curve_when_fitted_then_the_curve_comes_back():
    fitted = fit_platt(*_sample(0.4, -0.7))
    assert fitted.scale == pytest.approx(0.4, rel=0.05)
    assert fitted.offset == pytest.approx(-0.7, rel=0.07)


def test_given_one_repeated_logit_pair_then_the_fit_is_platts_smoothed_rate():
    # 6 of 8 malignant at logit 1, 2 of 8 at logit -1. N1 = N0 = 8: targets 9/10 and 1/10.
    # The mean target at logit 1 is (6 * 0.9 + 2 * 0.1) / 8 = 0.7, which a two-parameter fit meets exactly.
    logits = [1.0] * 8 + [-1.0] * 8
    labels = [1] * 6 + [0] * 2 + [1] * 2 + [0] * 6
    fitted = fit_platt(logits, labels)
    assert fitted.probability(1.0) == pytest.approx(0.7, abs=1e-5)
    assert fitted.probability(-1.0) == pytest.approx(0.3, abs=1e-5)


def test_given_weights_when_fitted_then_a_weight_of_zero_drops_the_image():
    logits, labels = _sample(0.5, 0.2, n=2000)
    wrong = np.concatenate([labels, 1 - labels])
    weights = np.repeat([1.0, 0.0], 2000)
    fitted = fit_platt(np.concatenate([logits, logits]), wrong, weights)
    plain = fit_platt(logits, labels)
    assert fitted.scale == pytest.approx(plain.scale, rel=0.01)
    assert fitted.offset == pytest.approx(plain.offset, abs=0.02)


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e3])
def test_given_separated_logits_of_any_size_when_fitted_then_the_scale_is_finite(size):
    logits = np.linspace(-1, 1, 40) * size
    probabilities = fit_platt(logits, logits > 0).probability(logits)
    assert probabilities[-1] == pytest.approx(21 / 22, abs=0.05)
    assert np.all(np.isfinite(probabilities))


def test_given_one_class_or_reversed_logits_when_fitted_then_it_is_refused():
    with pytest.raises(ValueError, match="both classes"):
        fit_platt([0.1, 0.2], [1, 1])
    with pytest.raises(ValueError, match="do not rise"):
        fit_platt([3.0, 2.0, -2.0, -3.0], [0, 0, 1, 1])
    with pytest.raises(ValueError, match="one length"):
        fit_platt([3.0, 2.0], [0, 1, 1])


def cloud(seed, count=400, width=80, narrowest=0.01):
    """Correlated features: a few directions hold nearly all of the spread."""
    rng = np.random.default_rng(seed)
    mixing = np.random.default_rng(99).standard_normal((width, width)) * np.geomspace(3, narrowest, width)[:, None]
    return (rng.standard_normal((count, width)) @ mixing + 2).astype(np.float32)


def test_typical_rows_are_at_about_distance_1():
    train = cloud(0)
    assert np.sqrt((distances(fit_novelty(train, 0), train) ** 2).mean()) == pytest.approx(1, abs=0.05)


def test_distances_agree_with_the_full_mahalanobis_distance_when_all_components_count():
    train = cloud(0, count=300, width=5, narrowest=1)
    centred = train.astype(np.float64) - train.mean(axis=0)
    squared = np.einsum("ij,jk,ik->i", centred, np.linalg.inv(np.cov(train.T.astype(np.float64))), centred)
    np.testing.assert_allclose(distances(fit_novelty(train, 0), train), np.sqrt(squared / 5), rtol=1e-2)


def test_rows_unlike_the_training_data_are_far():
    novelty = fit_novelty(cloud(0), 0)
    limit = np.quantile(distances(novelty, cloud(1)), 0.95)
    assert (distances(novelty, cloud(2)) <= limit).mean() == pytest.approx(0.95, abs=0.04)
    assert (distances(novelty, 5 * cloud(2)) > limit).mean() > 0.9
    assert (distances(novelty, cloud(2) + 20) > limit).all()


def test_given_one_seed_then_the_fit_is_the_same():
    first, second = fit_novelty(cloud(0), 3), fit_novelty(cloud(0), 3)
    assert np.array_equal(first.projection, second.projection)


@pytest.mark.parametrize(("count", "width"), [(10, 80), (400, 6), (400, 200), (2, 5)])
def test_there_are_never_more_components_than_the_data_have(count, width):
    novelty = fit_novelty(cloud(0, count, width), 0)
    assert novelty.projection.shape == (width, min(NOVELTY_COMPONENTS, count - 1, width))
    assert novelty.mean.dtype == novelty.projection.dtype == np.float32


def test_given_copies_of_few_images_then_the_distance_stays_finite_even_in_float16():
    copies = np.repeat(cloud(0, count=5), 20, axis=0)
    novelty = fit_novelty(copies, 0)
    assert novelty.projection.shape == (80, 4)  # five points span no more
    assert np.isfinite(novelty.projection.astype(np.float16)).all()
    assert np.isfinite(distances(novelty, cloud(1))).all()
    assert np.sqrt((distances(novelty, copies) ** 2).mean()) < 2
