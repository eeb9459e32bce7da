import numpy as np
import pytest

from skin_gui.training.metrics.metrics import evaluate
from skin_gui.training.metrics.sources import by_source


@pytest.fixture
def images():
    """300 images of two sources, a third of each flagged; sources, labels, probabilities, flags."""
    rng = np.random.default_rng(3)
    labels = (rng.random(300) < 0.4).astype(int)
    probabilities = 1 / (1 + np.exp(-(labels * 3 - 1.5 + rng.normal(size=300))))
    sources = [("Barcelona", "Vienna")[i % 2] for i in range(300)]
    return sources, labels, probabilities, np.arange(300) % 6 < 2


def test_given_two_sources_then_each_row_is_the_evaluation_of_its_images(images):
    sources, labels, probabilities, flagged = images
    rows = by_source(sources, labels, probabilities, flagged, 0.4)

    assert [row.source for row in rows] == ["Barcelona", "Vienna"]
    for row in rows:
        inside = np.array(sources) == row.source
        expected = evaluate(labels[inside], probabilities[inside], 0.4)
        rest = evaluate(labels[inside & ~flagged], probabilities[inside & ~flagged], 0.4)
        assert row.metrics == expected
        content = row.to_json()
        assert {key: content[key] for key in ("n", "auc", "sensitivity", "brier", "ece", "confusion")} == {
            key: expected.to_json()[key] for key in ("n", "auc", "sensitivity", "brier", "ece", "confusion")
        }
        assert content["intervals"]["auc"] == expected.auc.interval
        assert (content["flagged"], row.flagged.successes) == (pytest.approx(1 / 3), 50)
        assert content["not_flagged"] == {
            "n": 100,
            "auc": rest.auc.value,
            "ece": rest.ece,
            "intervals": {"auc": rest.auc.interval},
        }


def test_given_a_source_of_one_class_all_flagged_then_what_is_not_defined_is_none():
    (row,) = by_source(["A"] * 3, [1, 1, 1], [0.2, 0.6, 0.9], [True] * 3, 0.5)
    content = row.to_json()

    assert (content["n"], content["auc"], content["specificity"], content["flagged"]) == (3, None, None, 1.0)
    assert content["not_flagged"] == {"n": 0, "auc": None, "ece": None, "intervals": {"auc": [None, None]}}


def test_given_lesions_with_several_images_then_intervals_are_wider(images):
    sources, labels, probabilities, flagged = images
    alone = by_source(sources, labels, probabilities, flagged, 0.4)[0].metrics.sensitivity
    # The images of each class in lesions of ten.
    lesions = np.arange(300) // 20 + 1000 * labels + 5000 * (np.arange(300) % 2)
    together = by_source(sources, labels, probabilities, flagged, 0.4, lesions)[0].metrics.sensitivity

    assert together.value == alone.value
    assert together.high - together.low >= alone.high - alone.low


def test_given_lengths_that_differ_then_it_is_refused():
    with pytest.raises(ValueError, match="one length"):
        by_source(["A"], [0, 1], [0.1, 0.2], [False, False], 0.5)
