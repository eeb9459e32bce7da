from pathlib import Path

import pytest
from scipy.stats import binom

from skin_gui.review.camera import CameraDoubt, Doubt, Tally, binomial_tail, camera_doubt
from skin_gui.review.results import Result


@pytest.mark.parametrize(("successes", "total"), [(0, 20), (1, 20), (5, 20), (15, 100), (200, 1000), (20, 20)])
def test_the_tail_is_the_binomial_distributions(successes, total):
    assert binomial_tail(successes, total, 0.05) == pytest.approx(binom.sf(successes - 1, total, 0.05), rel=1e-9)


@pytest.mark.parametrize(
    ("classified", "flagged", "said"),
    [
        (19, 19, False),  # too few images
        (20, 5, False),  # p = 0.0026
        (20, 6, True),  # p = 0.0003
        (1000, 149, False),  # significant, but below 15 %
        (1000, 150, True),
        (100, 14, False),
        (100, 15, True),
    ],
)
def test_many_flagged_images_are_doubted(classified, flagged, said):
    found = camera_doubt(Tally(classified, flagged, malignant=classified // 2))

    assert found == (CameraDoubt(Doubt.UNFAMILIAR, flagged, classified) if said else None)


@pytest.mark.parametrize(
    ("classified", "malignant", "doubt", "count"),
    [
        (29, 29, None, 0),
        (29, 0, None, 0),
        (30, 28, Doubt.NEARLY_ALL_MALIGNANT, 28),
        (100, 90, None, 0),
        (100, 91, Doubt.NEARLY_ALL_MALIGNANT, 91),
        (100, 3, None, 0),
        (100, 2, Doubt.NEARLY_ALL_BENIGN, 98),
        (30, 0, Doubt.NEARLY_ALL_BENIGN, 30),
        (160, 156, Doubt.NEARLY_ALL_MALIGNANT, 156),
    ],
)
def test_labels_that_are_piled_up_on_one_side_are_doubted(classified, malignant, doubt, count):
    found = camera_doubt(Tally(classified, 0, malignant))

    assert found == (CameraDoubt(doubt, count, classified) if doubt else None)


@pytest.mark.parametrize(
    ("benign", "specificity", "is_doubted"),
    [(39, 0.889, False), (40, 0.889, False), (100, 0.889, True), (39, 0.55, True), (40, 1.0, False), (40, 0.0, True)],
)
def test_a_model_that_clears_nearly_all_benign_lesions_is_not_doubted_for_it(benign, specificity, is_doubted):
    """As one that was calibrated for a clinic where few lesions are malignant."""
    total = max(40, benign)
    assert (camera_doubt(Tally(total, 0, total - benign), specificity) is not None) == is_doubted
    assert camera_doubt(Tally(total, 0, total - benign)) is not None


def test_rows_are_counted_at_their_own_threshold_and_failed_ones_nowhere():
    def row(probability, *warnings):
        status = "failed" if probability is None else "ok"
        return Result(Path("/a.png"), status, "m", "1", "", probability, 0.4, warnings)

    rows = [row(0.4, "outside training data"), row(0.39, "blurred"), row(0.9), row(None, "outside training data")]
    assert Tally.of(rows) == Tally(classified=3, flagged=1, malignant=2)
    assert camera_doubt(Tally()) is None
