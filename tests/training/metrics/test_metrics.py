import json

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, f1_score

from skin_gui.documents.figures import counted
from skin_gui.training.metrics.intervals import rate
from skin_gui.training.metrics.metrics import Confusion, by_diagnosis, by_group, evaluate, f_score

# 10 images, threshold 0.5: TP 3 (one exactly at the threshold), FN 1, FP 2, TN 4.
LABELS = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
PROBABILITIES = [0.9, 0.8, 0.5, 0.2, 0.7, 0.6, 0.4, 0.3, 0.1, 0.0]


def test_given_ten_images_when_evaluated_then_the_papers_equations_hold_by_hand():
    metrics = evaluate(LABELS, PROBABILITIES, 0.5)
    assert metrics.confusion == Confusion(tp=3, tn=4, fp=2, fn=1)
    assert metrics.accuracy.value == pytest.approx(7 / 10)
    assert metrics.sensitivity.value == pytest.approx(3 / 4)
    assert metrics.specificity.value == pytest.approx(4 / 6)
    assert metrics.precision.value == pytest.approx(3 / 5)
    assert metrics.f_score.value == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))
    # Pairs ranked rightly: 0.9 and 0.8 beat all six, 0.5 beats four, 0.2 beats two: 18 of 24.
    assert metrics.auc.value == pytest.approx(18 / 24)
    # Squared errors: 0.01 0.04 0.25 0.64 0.49 0.36 0.16 0.09 0.01 0
    assert metrics.brier.value == pytest.approx(0.205)
    assert metrics.brier.value == pytest.approx(brier_score_loss(LABELS, PROBABILITIES))


@pytest.mark.parametrize(
    ("successes", "total", "low", "high"),
    # Newcombe 1998, Statistics in Medicine 17:857, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_given_newcombes_published_examples_then_the_wilson_interval_agrees(successes, total, low, high):
    found = rate(successes, total)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


def test_given_no_trials_then_the_rate_is_undefined_and_says_so():
    empty = rate(0, 0)
    assert (empty.value, empty.low, empty.high) == (None, None, None)
    assert counted(empty) == "not defined"
    assert counted(rate(81, 263)) == "0.308 (0.255 to 0.366), 81 of 263"
    with pytest.raises(ValueError, match="not a rate"):
        rate(3, 2)


def test_given_a_confusion_matrix_then_the_f_interval_is_that_of_its_proportion():
    found = f_score(rate(81, 81 + 100 + 82))
    # q = 81 / 263 has the interval 0.2553 to 0.3662 (above), and F = 2 q / (1 + q).
    assert found.value == pytest.approx(2 * 81 / (2 * 81 + 100 + 82))
    assert found.low == pytest.approx(2 * 0.2553 / 1.2553, abs=1e-4)
    assert found.high == pytest.approx(2 * 0.3662 / 1.3662, abs=1e-4)


def test_given_no_true_positive_then_f_is_zero_and_without_any_malignant_undefined():
    assert f_score(rate(0, 3)).value == 0.0 == f1_score([1, 1, 0], [0, 0, 1])
    assert f_score(rate(0, 0)).value is None


def test_given_metrics_when_written_as_json_then_the_public_keys_are_there():
    content = json.loads(json.dumps(evaluate(LABELS, PROBABILITIES, 0.5).to_json(), allow_nan=False))
    assert list(content) == [
        *("n", "accuracy", "sensitivity", "specificity", "precision", "f_score", "auc", "brier", "ece"),
        *("threshold", "confusion", "intervals"),
    ]
    assert content["confusion"] == {"tp": 3, "tn": 4, "fp": 2, "fn": 1}
    for name, (low, high) in content["intervals"].items():
        assert 0 <= low <= content[name] <= high <= 1


def test_given_benign_images_only_then_what_needs_malignant_ones_is_null():
    metrics = evaluate([0, 0, 0], [0.1, 0.2, 0.6], 0.5)
    content = json.loads(json.dumps(metrics.to_json(), allow_nan=False))
    assert content["sensitivity"] is None
    assert content["auc"] is None
    assert content["intervals"]["auc"] == [None, None]
    assert content["specificity"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("labels", "probabilities"),
    [([], []), ([1], [0.5, 0.5]), ([2, 0], [0.5, 0.5]), ([1, 0], [1.2, 0.5]), ([1, 0], [np.nan, 0.5])],
)
def test_given_impossible_input_then_it_is_refused(labels, probabilities):
    with pytest.raises(ValueError, match=r"must"):
        evaluate(labels, probabilities, 0.5)


def test_given_groups_then_each_has_its_metrics_and_small_ones_none():
    sexes = ["male"] * 5 + ["female"] * 3 + [None, ""]
    rows = by_group(sexes, LABELS, PROBABILITIES, 0.5, minimum=3)
    assert [(row.value, row.n) for row in rows] == [("female", 3), ("male", 5), ("unknown", 2)]
    assert rows[1].metrics == evaluate(LABELS[:5], PROBABILITIES[:5], 0.5)
    assert rows[2].metrics is None


def test_given_diagnoses_then_the_share_called_malignant_is_counted_by_true_class():
    diagnoses = ["mel", "mel", "mel", "bcc", "bkl", "bkl", "bkl", "nv", "nv", "mel"]
    rows = by_diagnosis(diagnoses, LABELS, PROBABILITIES, 0.5, minimum=1)
    counts = [(r.diagnosis, r.malignant, r.called_malignant.successes, r.called_malignant.total) for r in rows]
    assert counts == [
        ("bkl", False, 2, 3),
        ("mel", False, 0, 1),
        ("nv", False, 0, 2),
        ("bcc", True, 0, 1),
        ("mel", True, 3, 3),
    ]
    small = by_diagnosis(diagnoses, LABELS, PROBABILITIES, 0.5, minimum=3)
    assert [(row.diagnosis, row.n) for row in small if row.called_malignant] == [("bkl", 3), ("mel", 3)]
    with pytest.raises(ValueError, match="group values"):
        by_diagnosis(["mel"], LABELS, PROBABILITIES, 0.5)
