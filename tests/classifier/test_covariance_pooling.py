"""The logarithm of a map's covariance, beside SciPy's and on what must not change it."""

import hashlib

import numpy as np
import pytest
from scipy.linalg import logm

from skin_gui.classifier.covariance_pooling import (
    _FLOOR,
    ChannelSums,
    _covariance,
    _sketch,
    _sums_by_pieces,
    covariance_descriptor,
    descriptor_width,
    sketched,
)


def random_map(channels, positions, seed=0):
    rng = np.random.default_rng(seed)
    mixing = rng.standard_normal((channels, channels)).astype(np.float32)
    return np.maximum(mixing @ rng.standard_normal((channels, positions)).astype(np.float32), 0)


def as_matrix(vector, size):
    matrix = np.zeros((size, size))
    matrix[np.triu_indices(size)] = vector
    upper = np.triu(matrix, 1) / np.sqrt(2)
    return upper + upper.T + np.diag(np.diag(matrix))


@pytest.mark.parametrize(("channels", "size"), [(64, 32), (128, 48), (512, 48)])
def test_it_is_the_matrix_logarithm_of_the_covariance_of_signed_sums(channels, size):
    flat = random_map(channels, 900)
    assert sketched(channels) == size
    sums = _sketch(channels).astype(np.float64) @ np.sqrt(flat.astype(np.float64))
    covariance = np.cov(sums)
    expected = logm(covariance + _FLOOR * np.trace(covariance) / size * np.eye(size)).real
    vector = covariance_descriptor(flat)
    assert vector.shape == (descriptor_width(channels),) == (size * (size + 1) // 2,)
    assert vector.dtype == np.float32
    np.testing.assert_allclose(as_matrix(vector, size), expected, atol=1e-3)


@pytest.mark.parametrize(("channels", "positions"), [(64, 50_176), (128, 12_545), (256, 5), (512, 784)])
def test_in_pieces_it_is_the_covariance_of_the_product_with_the_sketch(channels, positions):
    flat = random_map(channels, positions)
    exact = np.cov(_sketch(channels).astype(np.float64) @ np.sqrt(flat.astype(np.float64)))
    # Each library of linear algebra adds float32 up in an order of its own: some miss by a little over 1e-6.
    np.testing.assert_allclose(
        _covariance(_sums_by_pieces(flat), channels), exact, rtol=0, atol=4e-6 * np.abs(exact).max()
    )


def test_large_means_cost_no_digits():
    """Each sum of four thousand plus little: uncentred squares in float32 would lose the little."""
    flat = (1e6 + 1e3 * random_map(64, 30_000)) ** 2 / 1e6
    exact = np.cov(_sketch(64).astype(np.float64) @ np.sqrt(flat.astype(np.float64)))
    np.testing.assert_allclose(_covariance(_sums_by_pieces(flat), 64), exact, rtol=0, atol=1e-4 * np.abs(exact).max())


def test_added_up_once_the_sums_give_the_covariances_of_the_map_and_of_a_part():
    flat = random_map(128, 3_000)
    sums, some = ChannelSums(flat), np.flatnonzero(np.random.default_rng(0).random(3_000) < 0.2)
    np.testing.assert_allclose(sums.descriptor(), covariance_descriptor(flat), atol=1e-5)
    part = covariance_descriptor(np.ascontiguousarray(flat[:, some]))
    np.testing.assert_allclose(sums.descriptor(some), part, atol=1e-5)


@pytest.mark.parametrize("level", [0.0, 1e-3, 0.1, 3.7, 1234.5])
def test_a_map_with_one_value_everywhere_has_a_finite_descriptor(level):
    flat = np.full((128, 3_000), level, np.float32)
    assert np.isfinite(covariance_descriptor(flat)).all()
    assert np.isfinite(ChannelSums(flat).descriptor(np.arange(0, 3_000, 7))).all()


def test_distances_of_vectors_are_those_of_the_matrices():
    one, other = (covariance_descriptor(random_map(64, 400, seed)) for seed in (1, 2))
    assert np.linalg.norm(one - other) == pytest.approx(np.linalg.norm(as_matrix(one, 32) - as_matrix(other, 32)))


def test_the_order_of_the_positions_does_not_matter():
    flat = random_map(128, 500)
    turned = flat[:, np.random.default_rng(1).permutation(500)]
    np.testing.assert_allclose(covariance_descriptor(flat), covariance_descriptor(turned), atol=1e-4)


@pytest.mark.parametrize("flat", [np.zeros((64, 10), np.float32), np.full((64, 10), 3.0, np.float32)])
def test_a_map_without_any_variation_has_a_finite_descriptor(flat):
    assert np.isfinite(covariance_descriptor(flat)).all()


@pytest.mark.parametrize("channels", [64, 128, 256, 512])
def test_each_channel_goes_into_one_sum_with_a_sign(channels):
    sketch = _sketch(channels)
    assert (np.abs(sketch).sum(axis=0) == 1).all()
    assert set(np.unique(sketch)) == {-1, 0, 1}
    sizes = np.abs(sketch).sum(axis=1)
    assert sizes.max() - sizes.min() <= 1


def test_the_sums_are_the_same_for_ever():
    """Models are fitted to them: another draw would make every stored head meaningless."""
    content = b"".join(_sketch(channels).astype(np.int8).tobytes() for channels in (64, 128, 256, 512))
    assert hashlib.sha256(content).hexdigest() == "a5e5b9f847b788710d72702f41a84bafaa684ab3cc007b5402ca43c65180d398"
