import numpy as np
import pytest

from skin_gui.training.metrics.metrics import evaluate
from skin_gui.training.metrics.net_benefit import decision_curve, net_benefit, net_benefit_of

LABELS = np.array([1] * 40 + [0] * 60)
# At 0.2: 36 of 40 found, 15 of 60 called wrongly.
PROBABILITIES = np.array([0.6] * 36 + [0.1] * 4 + [0.6] * 15 + [0.1] * 45)


def test_given_the_images_own_prevalence_then_it_is_the_definition_in_counts():
    found = net_benefit_of(evaluate(LABELS, PROBABILITIES, 0.2))

    assert found.prevalence == 0.4
    assert found.model == pytest.approx(36 / 100 - 15 / 100 * 0.2 / 0.8)
    assert found.treat_all == pytest.approx(40 / 100 - 60 / 100 * 0.2 / 0.8)


def test_given_another_prevalence_then_the_rates_stay_and_the_counts_change():
    found = net_benefit_of(evaluate(LABELS, PROBABILITIES, 0.2), 0.1)

    # Of 1,000 lesions 100 are malignant: 90 found; 225 of 900 benign ones called malignant.
    assert found.model == pytest.approx(0.090 - 0.225 / 4)
    assert found.treat_all == pytest.approx(0.100 - 0.900 / 4)


def test_given_a_perfect_or_a_useless_test_then_the_bounds_hold():
    assert net_benefit(1, 1, 0.3, 0.7).model == pytest.approx(0.3)
    assert net_benefit(0, 1, 0.3, 0.7).model == 0
    all_called = net_benefit(1, 0, 0.3, 0.7)
    assert all_called.model == pytest.approx(all_called.treat_all)


@pytest.mark.parametrize("numbers", [(1.1, 1, 0.5, 0.5), (1, 1, -0.1, 0.5), (1, 1, 0.5, 1)])
def test_given_a_number_out_of_range_then_it_is_refused(numbers):
    with pytest.raises(ValueError, match="between 0 and 1"):
        net_benefit(*numbers)


def test_given_one_class_or_a_threshold_of_1_then_it_is_not_defined():
    assert net_benefit_of(evaluate([0, 0], [0.1, 0.2], 0.5), 0.1) is None
    assert net_benefit_of(evaluate(LABELS, PROBABILITIES, 1.0)) is None
    with pytest.raises(ValueError, match="both classes"):
        decision_curve([1, 1], [0.1, 0.2], 0.1, (0.5,))


def test_given_a_decision_curve_then_each_point_is_the_net_benefit_there():
    thresholds = (0.0, 0.2, 0.5, 0.8)
    curve = decision_curve(LABELS, PROBABILITIES, 0.1, thresholds)

    for place, threshold in enumerate(thresholds):
        point = net_benefit_of(evaluate(LABELS, PROBABILITIES, threshold), 0.1)
        assert curve.model[place] == pytest.approx(point.model)
        assert curve.treat_all[place] == pytest.approx(point.treat_all)
    # From 0 on all are called malignant; from 0.8 on none is.
    assert curve.model[0] == curve.treat_all[0] == pytest.approx(0.1)
    assert curve.model[3] == 0
