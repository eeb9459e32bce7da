"""Agreement of reviewer, model and histology, on rows counted by hand."""

import pytest

from skin_gui.review.assessment.assessment import Assessment
from skin_gui.review.assessment.terms import Histology
from skin_gui.review.reading.agreement import Share, agreement

MELANOMA, NEVUS = Assessment(histology=Histology.MELANOMA), Assessment(histology=Histology.NEVUS)


@pytest.fixture
def rows(make_result):
    return [
        make_result("a.jpg", 0.9, reviewer_label="malignant", assessment=MELANOMA),
        make_result("b.jpg", 0.9, reviewer_label="benign", assessment=NEVUS),
        make_result("c.jpg", 0.1, reviewer_label="unsure", assessment=MELANOMA),
        make_result("d.jpg", 0.1, reviewer_label="benign", assessment=Assessment(first_read="malignant")),
        make_result("e.jpg", 0.1),
        make_result("f.jpg", None, reviewer_label="benign", assessment=NEVUS),
    ]


def test_only_what_says_benign_or_malignant_is_compared(rows):
    counted = agreement(rows)
    assert counted.reviewer_model == Share(2, 3)
    assert counted.first_read_model == Share(0, 1)
    assert counted.reviewer_histology == Share(3, 3)
    assert counted.first_read_histology == Share(0, 0)
    assert counted.model_histology == Share(1, 3)


def test_the_operating_point_in_force_labels_the_rows(rows):
    assert agreement(rows, threshold=0.95).reviewer_model == Share(2, 3)
    assert agreement(rows, threshold=0.05).reviewer_model == Share(1, 3)


def test_a_share_has_its_wilson_interval_and_an_empty_one_none():
    low, high = Share(8, 10).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)  # Newcombe's method 3
    assert Share(0, 0).value is None
    assert Share(0, 0).interval is None
