import numpy as np
import pytest
from sklearn.calibration import calibration_curve

from skin_gui.training.metrics.reliability import brier, ece, reliability_bins


def test_given_five_images_in_two_bins_then_the_calibration_error_is_that_by_hand():
    # Lower bin: mean 0.2, share 1/3, three images; upper: mean 0.8, share 1/2, two images.
    labels, probabilities = [0, 0, 1, 1, 0], [0.1, 0.2, 0.3, 0.7, 0.9]
    expected = (3 * abs(1 / 3 - 0.2) + 2 * abs(1 / 2 - 0.8)) / 5
    assert ece(labels, probabilities, bins=2) == pytest.approx(expected)
    # Equal counts: the median 0.3 belongs to the lower bin, so the bins are the same here.
    assert ece(labels, probabilities, bins=2, strategy="quantile") == pytest.approx(expected)


def test_given_probabilities_on_the_edges_then_none_is_lost():
    bins = reliability_bins([0, 0, 1, 1], [0.0, 0.5, 0.5, 1.0], bins=2)
    assert [part.count for part in bins] == [3, 1]
    assert [(part.low, part.high) for part in bins] == [(0.0, 0.5), (0.5, 1.0)]


@pytest.mark.parametrize("strategy", ["uniform", "quantile"])
def test_given_many_images_then_the_bins_are_scikit_learns(strategy):
    rng = np.random.default_rng(2)
    probabilities = rng.beta(0.5, 0.5, 500)
    labels = (rng.random(500) < probabilities).astype(int)
    bins = reliability_bins(labels, probabilities, 10, strategy)
    shares, means = calibration_curve(labels, probabilities, n_bins=10, strategy=strategy)
    assert [part.malignant.value for part in bins] == pytest.approx(shares)
    assert [part.mean_probability for part in bins] == pytest.approx(means)
    assert sum(part.count for part in bins) == 500


def test_given_errors_then_the_brier_interval_is_its_mean_and_standard_error():
    found = brier([1, 0], [0.8, 0.4])  # errors 0.04 and 0.16: mean 0.1, standard error 0.06
    assert found.value == pytest.approx(0.1)
    assert found.high == pytest.approx(0.1 + 1.96 * 0.06, abs=1e-4)
    assert found.low == 0.0
    assert brier([1], [0.8]).low is None
