from dataclasses import replace

import pytest

from skin_gui.classifier.model_folder import read_info
from skin_gui.classifier.operating_curve import CurvePoint, operating_curve

ROWS = [[0.0, 1.0, 0.0], [0.2, 0.96, 0.6], [0.4, 0.9, 0.8], [0.8, 0.5, 0.96], [1.0, 0.0, 1.0]]
COUNTS = {"tp": 90, "fn": 10, "tn": 160, "fp": 40}


@pytest.fixture
def info(random_model):
    return read_info(random_model)


def with_metrics(info, **metrics):
    return replace(info, metrics=metrics)


def test_a_model_without_a_curve_has_none(info):
    assert operating_curve(info) is None


@pytest.mark.parametrize(
    "rows",
    [
        None,
        "curve",
        [],
        [[0.5, 0.9, 0.8]],
        [[0.1, 0.9], [0.2, 0.8]],
        [[0.1, 0.8, 0.8], [0.2, 0.9, 0.9]],
        [[0.1, 0.9, 0.9], [0.2, 0.8, 0.8]],
        [[0.1, float("nan"), 0.8], [0.2, 0.8, 0.9]],
        [[0.1, 1.2, 0.8], [0.2, 0.8, 0.9]],
        [["a", "b", "c"], [1, 2, 3]],
    ],
)
def test_a_malformed_curve_counts_as_none(info, rows):
    assert operating_curve(with_metrics(info, operating_curve=rows)) is None


def test_rates_lie_on_the_line_between_the_points(info):
    curve = operating_curve(with_metrics(info, operating_curve=ROWS[::-1], confusion=COUNTS))

    assert curve.at(0.4) == CurvePoint(0.4, 0.9, 0.8)
    between = curve.at(0.3)
    assert (between.sensitivity, between.specificity) == pytest.approx((0.93, 0.7))
    assert curve.at(0).sensitivity == 1
    assert curve.at(1).specificity == 1
    assert (curve.malignant, curve.benign) == (100, 200)


@pytest.mark.parametrize(("target", "threshold"), [(0.9, 0.4), (0.91, 0.2), (0.4, 0.8), (1.0, 0.0)])
def test_a_target_gets_the_largest_threshold_that_reaches_it(info, target, threshold):
    curve = operating_curve(with_metrics(info, operating_curve=ROWS))

    assert curve.for_sensitivity(target).threshold == threshold


def test_a_target_beyond_the_curve_gets_its_most_sensitive_point(info):
    curve = operating_curve(with_metrics(info, operating_curve=ROWS[1:]))

    assert curve.for_sensitivity(0.99).threshold == 0.2
    assert curve.at(0.05).sensitivity == 0.96
    assert (curve.malignant, curve.benign) == (None, None)


def test_the_counts_of_a_retrained_model_are_those_out_of_fold(info):
    held_out = {"tp": 1, "fn": 1, "tn": 1, "fp": 1}
    metrics = {"operating_curve": ROWS, "confusion": held_out, "out_of_fold": {"confusion": COUNTS}}

    assert operating_curve(with_metrics(info, **metrics)).malignant == 100
