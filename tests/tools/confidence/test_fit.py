import numpy as np
import pytest

from tools.confidence.fit import WITHOUT_LESION, figures, fitted


def rows(count, outlined, strongest, seed):
    rng = np.random.default_rng(seed)
    overlap = np.where(np.arange(count) < outlined, rng.normal(0.85, 0.03, count), 0)
    return np.stack([overlap, rng.normal(strongest, 1, count)], axis=1).astype(np.float32)


@pytest.fixture
def source():
    return rows(400, 396, 7, 0), rows(300, 90, 3, 1)


def test_the_fit_tells_lesions_from_skin_that_it_did_not_see(source):
    judge = fitted([source[0]], [source[1]])

    found = figures(judge, rows(400, 396, 7, 2), rows(300, 90, 3, 3))

    assert found["auc_confidence"] > 0.95 > found["auc_overlap"]
    assert found["lesions_found"] > 0.97 * 400
    assert found["skin_found"] < 0.7 * found["skin_that_could_be"] == 0.7 * 90
    assert found["expected_share_of_lesions"] == pytest.approx(found["share_of_lesions"], abs=0.03)


def test_it_is_calibrated_for_the_share_of_pictures_without_a_lesion(source):
    judge = fitted([source[0]], [source[1]])
    likely = [sum(judge.lesion(row[1]) for row in part[part[:, 0] > 0].tolist()) for part in source]

    shares = [(1 - WITHOUT_LESION) / len(source[0]), WITHOUT_LESION / len(source[1])]
    expected = sum(share * total for share, total in zip(shares, likely, strict=True))
    assert expected == pytest.approx((1 - WITHOUT_LESION) * 396 / 400, rel=0.01)
