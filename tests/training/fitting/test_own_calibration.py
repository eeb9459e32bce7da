import numpy as np
import pytest

from skin_gui.classifier.calibration import Calibration
from skin_gui.training.fitting import own_calibration
from skin_gui.training.fitting.own_calibration import (
    CalibrationRefusedError,
    Refusal,
    fit_own_calibration,
    fit_towards,
    prevalence_for,
    prevalence_weights,
)
from skin_gui.training.metrics.reliability import brier, ece

PRIOR = Calibration(2.0, 0.5)


def clinic(benign, malignant, seed=0, shift=1.5, apart=1.6):
    """Logits of a clinic whose camera shifts them, each image a lesion."""
    rng = np.random.default_rng(seed)
    labels = np.repeat([0, 1], [benign, malignant])
    return shift + rng.normal(0, 1, len(labels)) + apart * (labels - 0.5), labels, np.arange(len(labels))


def fit(logits, labels, groups, prevalence=0.4, **options):
    return fit_own_calibration(logits, labels, groups, (PRIOR, 0.4), target=0.9, prevalence=prevalence, **options)


def test_a_shifted_clinic_gets_probabilities_that_hold_for_its_other_images():
    found = fit(*clinic(40, 40))
    logits, labels, _ = clinic(6000, 4000, seed=1)
    before, after = (ece(labels, c.probability(logits)) for c in (PRIOR, found.calibration))
    assert before > 0.3
    assert after < 0.08
    called = found.calibration.probability(logits) >= found.choice.threshold
    assert np.mean(called[labels == 1]) == pytest.approx(0.9, abs=0.08)


def test_the_sensitivity_that_is_aimed_at_is_that_of_lesions_to_come():
    logits, labels, _ = clinic(10, 20_000, seed=99)
    found = [fit(*clinic(20, 20, seed)) for seed in range(60)]
    called = [one.calibration.probability(logits[labels == 1]) >= one.choice.threshold for one in found]
    assert np.mean(called) == pytest.approx(0.905, abs=0.02)  # 19 of 20 and a new one; 18 would leave 0.857


def test_the_figures_after_are_those_of_lesions_that_had_no_part_in_the_fit():
    logits, labels, groups = clinic(30, 30)
    # Every image of a lesion twice: known lesions would look better than they are.
    found = fit(*(np.repeat(part, 2) for part in (logits, labels, groups)))
    assert found.after.n == 120
    assert found.after.ece < found.before.ece
    assert found.after.brier.value < found.before.brier.value
    assert found.after.auc == found.before.auc
    assert found.choice.sensitivity == found.after.sensitivity
    once = fit(logits, labels, groups)
    twice_width, width = (f.after.sensitivity.high - f.after.sensitivity.low for f in (found, once))
    assert twice_width > 0.9 * width


def test_no_image_is_measured_with_a_fit_that_saw_its_lesion(monkeypatch):
    logits, labels, groups = (np.repeat(part, 2) for part in clinic(30, 30))
    fitted_to = []

    def watched(prior, part, *others):
        fitted_to.append(part)
        return fit_towards(prior, part, *others)

    monkeypatch.setattr(own_calibration, "fit_towards", watched)
    found = fit(logits, labels, groups)

    *of_folds, of_all = fitted_to
    assert len(of_all) == len(logits)
    for part in of_folds:
        # Each lesion has two images with a logit of its own.
        assert set(np.unique(part, return_counts=True)[1]) == {2}
    known = brier(labels, found.calibration.probability(logits), groups, prevalence_weights(labels, 0.4))
    assert found.after.brier.value > known.value + 1e-4


def test_the_prior_keeps_a_few_images_from_being_believed_alone():
    labels = np.repeat([0, 1], 20)
    perfect = fit_towards(PRIOR, np.where(labels == 1, 1.0, -1.0), labels, np.ones(40))
    # The likelihood alone has no greatest value here.
    assert PRIOR.scale < perfect.scale < 3 * PRIOR.scale


def test_the_prior_holds_where_there_are_no_images_and_yields_to_many():
    logits, labels, _ = clinic(2000, 2000)
    none = fit_towards(PRIOR, logits[:0], labels[:0], np.ones(0))
    assert (none.scale, none.offset) == pytest.approx((PRIOR.scale, PRIOR.offset))
    many = fit_towards(PRIOR, logits, labels, np.ones(len(labels)))
    # Of two normal distributions of spread 1 the logit of the posterior is 1.6 (x - 1.5).
    assert (many.scale, many.offset) == pytest.approx((1.6, -2.4), abs=0.15)


def test_probabilities_are_made_for_the_prevalence_that_is_asked_for():
    logits, labels, groups = clinic(200, 200)
    for prevalence in (0.1, 0.5):
        found = fit(logits, labels, groups, prevalence)
        mean = np.average(found.calibration.probability(logits), weights=prevalence_weights(labels, prevalence))
        assert mean == pytest.approx(prevalence, abs=0.01)
        assert found.prevalence == prevalence


@pytest.mark.parametrize(
    ("benign", "malignant", "asked", "expected"),
    [
        (40, 40, None, 0.4),
        (25, 28, None, 0.4),
        (50, 40, None, 0.4),
        (51, 40, None, 40 / 91),
        (90, 10, None, 0.1),
        (40, 40, 0.07, 0.07),
    ],
)
def test_equal_numbers_say_nothing_about_the_prevalence(benign, malignant, asked, expected):
    labels = np.repeat([0, 1], [benign, malignant])
    assert prevalence_for(labels, 0.4, asked) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("benign", "malignant", "reason", "words"),
    [
        (19, 40, Refusal.FEW_BENIGN, "20 different benign lesions; there are 19"),
        (40, 0, Refusal.FEW_MALIGNANT, "malignant lesions; there are 0"),
    ],
)
def test_given_too_few_lesions_then_it_is_refused_with_the_reason(benign, malignant, reason, words):
    with pytest.raises(CalibrationRefusedError, match=words) as refused:
        fit(*clinic(benign, malignant))
    assert refused.value.reason is reason
    assert refused.value.found == min(benign, malignant)


def test_many_images_of_few_lesions_are_too_few():
    logits, labels, _ = clinic(40, 40)
    with pytest.raises(CalibrationRefusedError, match="there are 10"):
        fit(logits, labels, np.concatenate([np.arange(40) % 10, np.arange(10, 50)]))


def test_given_a_ranking_worse_than_chance_then_it_is_refused():
    with pytest.raises(CalibrationRefusedError, match="no better than chance") as refused:
        fit(*clinic(100, 100, apart=-1.0))
    assert refused.value.reason is Refusal.UPSIDE_DOWN


@pytest.mark.parametrize("prevalence", [0, 1, 1.2])
def test_given_an_impossible_prevalence_then_value_error(prevalence):
    logits, labels, groups = clinic(30, 30)
    with pytest.raises(ValueError, match="prevalence"):
        fit(logits, labels, groups, prevalence)


def test_weights_of_reliability_stand_for_copies():
    rng = np.random.default_rng(0)
    labels, p = rng.integers(0, 2, 50), rng.random(50)
    weights = rng.integers(1, 4, 50)
    copies = np.repeat(labels, weights), np.repeat(p, weights)
    assert ece(labels, p, weights=weights) == pytest.approx(ece(*copies))
    assert brier(labels, p, weights=weights).value == pytest.approx(brier(*copies).value)
