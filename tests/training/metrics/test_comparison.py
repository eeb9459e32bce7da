import pytest

from skin_gui.training.metrics.comparison import mcnemar


def _pairs(only_a, only_b, both, neither):
    """Labels and predictions with so many images that only a, only b, both and neither get right."""
    a = [1] * only_a + [0] * only_b + [1] * both + [0] * neither
    b = [0] * only_a + [1] * only_b + [1] * both + [0] * neither
    return [1] * len(a), a, b


def test_given_few_discordant_pairs_then_the_exact_test_is_used():
    found = mcnemar(*_pairs(1, 9, 20, 3))
    assert (found.only_a_right, found.only_b_right, found.exact) == (1, 9, True)
    assert found.p_value == pytest.approx(2 * (1 + 10) / 2**10)  # two tails of Binomial(10, 1/2)


def test_given_the_drug_example_then_the_corrected_chi_square_is_known():
    # b = 121, c = 59: (62 - 1)^2 / 180 = 20.672
    found = mcnemar(*_pairs(121, 59, 101, 33))
    assert found.statistic == pytest.approx(20.672, abs=5e-4)
    assert found.p_value == pytest.approx(5.45e-6, rel=0.01)


def test_given_equal_predictions_then_nothing_differs():
    assert mcnemar([1, 0], [1, 1], [1, 1]).p_value == 1.0
    assert mcnemar(*_pairs(30, 30, 5, 5)).p_value == 1.0


def test_given_lengths_that_differ_then_it_is_refused():
    with pytest.raises(ValueError, match="one length"):
        mcnemar([1, 0], [1, 0], [1])
