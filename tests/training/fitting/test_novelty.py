import numpy as np
import pytest

from skin_gui.training.fitting.novelty import COMPONENTS, distances, fit_novelty


def cloud(seed, count=400, width=80, narrowest=0.01):
    """Correlated features: a few directions hold nearly all of the spread."""
    rng = np.random.default_rng(seed)
    mixing = np.random.default_rng(99).standard_normal((width, width)) * np.geomspace(3, narrowest, width)[:, None]
    return (rng.standard_normal((count, width)) @ mixing + 2).astype(np.float32)


def test_typical_rows_are_at_about_distance_1():
    train = cloud(0)
    assert np.sqrt((distances(fit_novelty(train, 0), train) ** 2).mean()) == pytest.approx(1, abs=0.05)


def test_distances_agree_with_the_full_mahalanobis_distance_when_all_components_count():
    train = cloud(0, count=300, width=5, narrowest=1)
    centred = train.astype(np.float64) - train.mean(axis=0)
    squared = np.einsum("ij,jk,ik->i", centred, np.linalg.inv(np.cov(train.T.astype(np.float64))), centred)
    np.testing.assert_allclose(distances(fit_novelty(train, 0), train), np.sqrt(squared / 5), rtol=1e-2)


def test_rows_unlike_the_training_data_are_far():
    novelty = fit_novelty(cloud(0), 0)
    limit = np.quantile(distances(novelty, cloud(1)), 0.95)
    assert (distances(novelty, cloud(2)) <= limit).mean() == pytest.approx(0.95, abs=0.04)
    assert (distances(novelty, 5 * cloud(2)) > limit).mean() > 0.9
    assert (distances(novelty, cloud(2) + 20) > limit).all()


def test_given_one_seed_then_the_fit_is_the_same():
    first, second = fit_novelty(cloud(0), 3), fit_novelty(cloud(0), 3)
    assert np.array_equal(first.projection, second.projection)


@pytest.mark.parametrize(("count", "width"), [(10, 80), (400, 6), (400, 200), (2, 5)])
def test_there_are_never_more_components_than_the_data_have(count, width):
    novelty = fit_novelty(cloud(0, count, width), 0)
    assert novelty.projection.shape == (width, min(COMPONENTS, count - 1, width))
    assert novelty.mean.dtype == novelty.projection.dtype == np.float32


def test_given_copies_of_few_images_then_the_distance_stays_finite_even_in_float16():
    copies = np.repeat(cloud(0, count=5), 20, axis=0)
    novelty = fit_novelty(copies, 0)
    assert novelty.projection.shape == (80, 4)  # five points span no more
    assert np.isfinite(novelty.projection.astype(np.float16)).all()
    assert np.isfinite(distances(novelty, cloud(1))).all()
    assert np.sqrt((distances(novelty, copies) ** 2).mean()) < 2
