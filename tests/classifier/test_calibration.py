import math

import numpy as np
import pytest

from skin_gui.classifier.calibration import Calibration


def test_given_a_known_logit_when_calibrated_then_the_sigmoid_of_the_line_comes_back():
    calibration = Calibration(scale=2.0, offset=-1.0)
    assert calibration.probability(0.5) == pytest.approx(0.5)
    assert calibration.probability(1.0) == pytest.approx(1 / (1 + math.exp(-1)))
    assert isinstance(calibration.probability(1.0), float)


def test_given_extreme_logits_when_calibrated_then_nothing_overflows():
    with np.errstate(all="raise", under="ignore"):
        probabilities = Calibration().probability(np.array([-1e4, -800.0, 0.0, 800.0, 1e4], dtype=np.float32))
    assert probabilities.tolist() == [0.0, 0.0, pytest.approx(0.5), 1.0, 1.0]


def test_given_rising_logits_when_calibrated_then_probabilities_never_fall():
    probabilities = Calibration(0.7, 0.3).probability(np.linspace(-60, 60, 1001))
    assert np.all(np.diff(probabilities) >= 0)


@pytest.mark.parametrize(("scale", "offset"), [(0.0, 0.0), (-1.0, 0.0), (math.nan, 0.0), (1.0, math.inf)])
def test_given_a_scale_that_would_turn_the_order_round_then_it_is_refused(scale, offset):
    with pytest.raises(ValueError, match="positive scale"):
        Calibration(scale, offset)
