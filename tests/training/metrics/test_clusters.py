import numpy as np
import pytest

from skin_gui.training.metrics.auc import auc, delong_difference
from skin_gui.training.metrics.clusters import group_numbers, group_sums, mean, share
from skin_gui.training.metrics.comparison import mcnemar
from skin_gui.training.metrics.intervals import rate
from skin_gui.training.metrics.metrics import evaluate


def lesions(rng, count, photographs, classifiers=1):
    """Labels, scores (classifiers, n) and groups of lesions with several photographs that nearly agree."""
    labels = np.arange(count) % 2
    own = labels + 1.5 * rng.standard_normal((classifiers, count))
    scores = np.repeat(own, photographs, axis=1)
    scores += 0.1 * rng.standard_normal(scores.shape)
    return np.repeat(labels, photographs), scores, np.repeat(np.arange(count), photographs)


def test_sums_are_those_of_each_group():
    numbers = group_numbers([7, 3, 7], 3)
    assert numbers.tolist() == [1, 0, 1]
    assert group_sums(np.array([[1.0, 2.0, 4.0], [1.0, 1.0, 1.0]]), numbers, 2).tolist() == [[2, 5], [1, 2]]
    with pytest.raises(ValueError, match="2 groups for 3 images"):
        group_numbers([1, 2], 3)


def test_given_images_that_stand_for_themselves_then_the_figures_are_the_usual_ones():
    rng = np.random.default_rng(1)
    labels = rng.integers(0, 2, 80)
    probabilities = np.clip(0.3 * labels + 0.7 * rng.random(80), 0, 1)
    assert evaluate(labels, probabilities, 0.5, np.arange(80)) == evaluate(labels, probabilities, 0.5)
    assert share([True] * 9 + [False], np.arange(10)) == rate(9, 10)
    assert share([True] * 9, np.arange(9)) == rate(9, 9)


def test_given_every_image_twice_then_intervals_are_those_of_the_images_once():
    rng = np.random.default_rng(2)
    labels, (scores,), groups = lesions(rng, 60, 1)
    twice = np.tile(np.arange(60), 2)
    once, doubled = auc(labels, scores), auc(labels[twice], scores[twice], groups[twice])
    assert (doubled.value, doubled.low, doubled.high) == pytest.approx((once.value, once.low, once.high))
    hits = rng.random(60) < 0.8
    one, two = share(hits), share(hits[twice], groups[twice])
    assert (two.low, two.high) == pytest.approx((one.low, one.high), abs=0.002)
    assert (two.successes, two.total) == (2 * one.successes, 120)


def test_given_all_hits_then_each_group_counts_once():
    assert share([True] * 12, np.repeat([0, 1, 2], 4)).low == rate(3, 3).low
    assert share([True, True, False], [5, 5, 5]).low < share([True, True, False]).low


def test_given_one_group_then_the_mean_has_no_interval():
    assert mean(np.array([0.1, 0.3]), [4, 4]).low is None
    assert auc([1, 1, 0], [0.9, 0.8, 0.1], [0, 0, 1]).low is None


def test_two_equally_good_models_differ_by_chance_in_one_of_twenty_samples_of_grouped_photographs():
    rng = np.random.default_rng(3)
    grouped, alone, signs = 0, 0, 0
    for _ in range(200):
        labels, scores, groups = lesions(rng, 60, 4, classifiers=2)
        grouped += (delong_difference(labels, scores[0], scores[1], groups).p_value or 1) < 0.05
        alone += (delong_difference(labels, *scores).p_value or 1) < 0.05
        signs += mcnemar(labels, scores[0] > 0.5, scores[1] > 0.5, groups).p_value < 0.05
    assert grouped <= 22  # 10 are expected; 23 or more have probability 3e-4
    assert signs <= 22
    assert alone >= 40  # taken for independent images, four photographs of a lesion are too sure of themselves


def test_given_few_groups_that_differ_then_their_signs_are_flipped():
    labels = np.ones(9, dtype=int)
    a = np.array([1, 1, 1, 1, 1, 1, 1, 1, 0])
    b = np.array([0, 0, 0, 0, 0, 0, 0, 0, 1])
    found = mcnemar(labels, a, b, [0, 0, 0, 0, 1, 1, 1, 1, 2])
    assert (found.only_a_right, found.only_b_right, found.exact) == (8, 1, True)
    # Sums of -4, -4, 1 with random signs: 2 of 8 reach 9, and 2 more reach 7.
    assert found.p_value == pytest.approx(0.5)
