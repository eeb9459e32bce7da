import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from skin_gui.training.metrics.auc import auc, delong_difference


def _paired_scores(n=300, seed=5):
    rng = np.random.default_rng(seed)
    labels = (rng.random(n) < 0.4).astype(int)
    shared = rng.normal(size=n)
    a = labels * 1.2 + shared + 0.8 * rng.normal(size=n)
    b = labels * 1.7 + shared + 0.8 * rng.normal(size=n)
    return labels, np.round(a, 1), np.round(b, 1)  # rounded: ties occur


def _bootstrap(labels, *scores, rounds=800):
    rng = np.random.default_rng(11)
    found = []
    for _ in range(rounds):
        chosen = rng.integers(0, len(labels), len(labels))
        found.append([roc_auc_score(labels[chosen], s[chosen]) for s in scores])
    return np.array(found)


def test_given_five_images_then_delongs_interval_is_that_by_hand():
    # Placements: malignant (1, 1, 1/2), benign (2/3, 1). AUC = 5/6.
    # Variance = (1/12) / 3 + (1/18) / 2 = 1/18; half-width = 1.96 * 0.2357 = 0.4620.
    found = auc([1, 1, 1, 0, 0], [0.9, 0.7, 0.4, 0.5, 0.3])
    assert found.value == pytest.approx(5 / 6)
    assert found.low == pytest.approx(5 / 6 - 0.46197, abs=1e-4)
    assert found.high == 1.0


def test_given_scores_with_ties_then_delongs_interval_agrees_with_the_bootstrap():
    labels, a, _ = _paired_scores()
    found = auc(labels, a)
    low, high = np.quantile(_bootstrap(labels, a)[:, 0], [0.025, 0.975])
    assert found.value == pytest.approx(roc_auc_score(labels, a))
    assert found.low == pytest.approx(low, abs=0.01)
    assert found.high == pytest.approx(high, abs=0.01)


def test_given_two_classifiers_then_the_paired_difference_agrees_with_the_bootstrap():
    labels, a, b = _paired_scores()
    found = delong_difference(labels, a, b)
    differences = np.diff(_bootstrap(labels, a, b), axis=1)[:, 0]
    assert found.difference.value == pytest.approx(roc_auc_score(labels, b) - roc_auc_score(labels, a))
    assert found.difference.low == pytest.approx(np.quantile(differences, 0.025), abs=0.01)
    assert found.difference.high == pytest.approx(np.quantile(differences, 0.975), abs=0.01)
    assert (found.p_value < 0.05) == (found.difference.low > 0)


def test_given_a_classifier_and_itself_then_there_is_no_difference():
    labels, a, _ = _paired_scores()
    found = delong_difference(labels, a, a)
    assert found.difference.value == 0.0
    assert found.p_value == 1.0


def test_given_perfect_separation_then_the_interval_still_has_a_width():
    found = auc([0] * 20 + [1] * 30, range(50))
    assert found.value == 1.0
    assert found.low == pytest.approx(0.8389, abs=1e-4)  # Wilson, 20 of 20
    assert auc([1] * 20 + [0] * 30, range(50)).high == pytest.approx(0.1611, abs=1e-4)


def test_given_too_few_of_a_class_then_no_interval_is_claimed():
    assert auc([1, 1, 1], [0.1, 0.2, 0.3]).value is None
    single = auc([1, 0, 0], [0.5, 0.6, 0.3])
    assert (single.value, single.low, single.high) == (0.5, None, None)
    assert delong_difference([1, 1], [0.1, 0.2], [0.3, 0.4]).p_value is None
    assert delong_difference([1, 0, 0], [0.5, 0.6, 0.3], [0.7, 0.6, 0.3]).difference.value == pytest.approx(0.5)
