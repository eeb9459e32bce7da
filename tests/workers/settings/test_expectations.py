from dataclasses import replace

import pytest

from skin_gui.classifier.model_folder import read_info
from skin_gui.classifier.operating_curve import operating_curve
from skin_gui.preferences import Preferences
from skin_gui.workers.chosen_point import chosen_point
from skin_gui.workers.settings.expectations import ModelExpectations

CURVE = [[0.0, 1.0, 0.0], [0.2, 0.96, 0.6], [0.8, 0.5, 0.96], [1.0, 0.0, 1.0]]
COUNTS = {"tp": 90, "fn": 10, "tn": 160, "fp": 40}


def wanting(mode, **values):
    return Preferences().updated({"operating_point": mode, **values})


@pytest.fixture
def info(random_model):
    return read_info(random_model)


@pytest.fixture
def measured(info):
    return replace(info, metrics={"operating_curve": CURVE, "confusion": COUNTS})


def test_the_models_own_point_stands_until_another_is_chosen(info):
    point = chosen_point(info, Preferences())

    assert (point.threshold, point.sensitivity, point.specificity) == (0.4, 0.91, 0.8)


def test_a_target_sensitivity_is_looked_up(measured):
    assert chosen_point(measured, wanting("sensitivity", target_sensitivity=0.95)).threshold == 0.2


def test_without_a_curve_a_target_leaves_the_models_point_and_a_number_is_taken_as_it_is(info):
    assert chosen_point(info, wanting("sensitivity")).threshold == 0.4
    point = chosen_point(info, wanting("threshold", threshold=0.7))
    assert (point.threshold, point.sensitivity) == (0.7, None)
    assert chosen_point(info, wanting("threshold", threshold=0.4)).sensitivity == 0.91


def test_the_own_points_intervals_are_the_models(info):
    found = ModelExpectations(info, None).at(Preferences(), 0.1)

    assert found.sensitivity.interval == (0.88, 0.93)
    # Bayes: 0.091 / (0.091 + 0.18)
    assert found.positive.value == pytest.approx(0.091 / 0.271)
    assert found.positive.interval[0] < found.positive.value < found.positive.interval[1]


def test_other_points_have_wilson_intervals_where_the_counts_are_known(measured):
    found = ModelExpectations(measured, operating_curve(measured)).at(
        wanting("sensitivity", target_sensitivity=0.96), 0.5
    )

    low, high = found.sensitivity.interval
    assert low == pytest.approx(0.9016, abs=1e-3)
    assert high == pytest.approx(0.9843, abs=1e-3)
    uncounted = replace(measured, metrics={"operating_curve": CURVE})
    bare = ModelExpectations(uncounted, operating_curve(uncounted)).at(wanting("threshold", threshold=0.2), 0.5)
    assert bare.sensitivity.interval is None
    assert bare.positive.interval is None


def test_predictive_values_follow_the_prevalence(info):
    rare, often = (ModelExpectations(info, None).at(Preferences(), prevalence) for prevalence in (0.01, 0.5))

    assert rare.positive.value < often.positive.value
    assert rare.negative.value > often.negative.value


def test_an_unmeasured_point_promises_nothing(info):
    found = ModelExpectations(info, None).at(wanting("threshold", threshold=0.7), 0.1)

    assert (found.threshold, found.sensitivity, found.positive) == (0.7, None, None)
