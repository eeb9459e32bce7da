import numpy as np
import pytest

from skin_gui.training.metrics.operating_point import predictive_values, threshold_for_sensitivity


def test_given_a_target_then_the_largest_threshold_that_reaches_it_is_chosen():
    labels = [1] * 5 + [0] * 5
    probabilities = [0.9, 0.8, 0.7, 0.6, 0.1, 0.75, 0.65, 0.5, 0.4, 0.2]
    found = threshold_for_sensitivity(labels, probabilities, 0.8)
    assert found.threshold == 0.6
    assert (found.sensitivity.successes, found.sensitivity.total) == (4, 5)
    assert (found.specificity.successes, found.specificity.total) == (3, 5)
    assert threshold_for_sensitivity(labels, probabilities, 0.81).threshold == 0.1


def test_given_ties_at_the_threshold_then_all_of_them_are_called_malignant():
    found = threshold_for_sensitivity([1, 1, 1, 1, 0, 0], [0.9, 0.5, 0.5, 0.5, 0.5, 0.1], 0.5)
    assert found.threshold == 0.5
    assert found.sensitivity.value == 1.0
    assert found.specificity.value == 0.5


@pytest.mark.parametrize("malignant", [10, 30, 70, 350, 1197])
@pytest.mark.parametrize("target", [0.1, 0.7, 0.9, 0.95, 1.0])
def test_given_any_size_then_the_target_is_reached_and_the_next_threshold_misses_it(malignant, target):
    probabilities = np.linspace(0.05, 0.95, malignant)
    found = threshold_for_sensitivity(np.ones(malignant), probabilities, target)
    assert found.sensitivity.value >= target - 1e-12
    assert (probabilities > found.threshold).mean() < target - 1e-12


def test_given_no_malignant_image_or_an_impossible_target_then_it_is_refused():
    with pytest.raises(ValueError, match="malignant images"):
        threshold_for_sensitivity([0, 0], [0.1, 0.2], 0.9)
    with pytest.raises(ValueError, match="target"):
        threshold_for_sensitivity([0, 1], [0.1, 0.2], 0.0)


def test_given_a_prevalence_then_bayes_gives_the_predictive_values():
    # Of 1000 lesions 20 are malignant: 18 found, 2 missed; of 980 benign ones 196 called malignant.
    found = predictive_values(0.9, 0.8, 0.02)
    assert found.positive == pytest.approx(18 / (18 + 196))
    assert found.negative == pytest.approx(784 / (784 + 2))
    assert predictive_values(0.0, 1.0, 0.02).positive is None
    with pytest.raises(ValueError, match="between 0 and 1"):
        predictive_values(0.9, 0.8, 2.0)
