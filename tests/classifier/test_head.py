import io
import pickle
from dataclasses import replace

import numpy as np
import pytest

from skin_gui.classifier.head import SQUARE_ROOT_FLOOR, Head, Novelty


def float32(*values):
    return np.array(values, np.float32)


@pytest.fixture
def small_head():
    """Two features, two hidden units, worked by hand below."""
    return Head(
        square_root=True,
        shift=float32(1, 2),
        scale=float32(2, 0.5),
        kernels=(float32([1, -1], [2, 1]), float32([3], [-1])),
        biases=(float32(0.5, 0), float32(0.25)),
    )


def test_the_logit_is_the_one_worked_by_hand(small_head):
    # sqrt (4, 9) = (2, 3); standardised ((2-1)*2, (3-2)*0.5) = (2, 0.5)
    # hidden (2*1 + 0.5*2 + 0.5, 2*-1 + 0.5*1) = (3.5, -1.5), rectified (3.5, 0); logit 3.5*3 + 0.25 = 10.75
    logit, _ = small_head.logit_and_gradient(float32(4, 9))
    assert logit == pytest.approx(10.75)


def test_the_gradient_is_the_one_worked_by_hand(small_head):
    # Only the first hidden unit is on: 3 * (1, 2) by the standardised, times scale, times 1 / (2 sqrt(x)).
    _, gradient = small_head.logit_and_gradient(float32(4, 9))
    np.testing.assert_allclose(gradient, [3 * 1 * 2 / 4, 3 * 2 * 0.5 / 6], rtol=1e-6)


def double(head):
    """The head in float64: finite differences need the digits."""

    def array(values):
        return values.astype(np.float64)

    kernels, biases = map(array, head.kernels), map(array, head.biases)
    return replace(head, shift=array(head.shift), scale=array(head.scale), kernels=tuple(kernels), biases=tuple(biases))


@pytest.mark.parametrize("square_root", [False, True])
@pytest.mark.parametrize("hidden", [(), (7,), (7, 5)])
def test_the_gradient_agrees_with_finite_differences(make_head, hidden, square_root):
    head = double(make_head(12, hidden, square_root))
    vector = np.random.default_rng(1).uniform(0.1, 3, 12)
    _, gradient = head.logit_and_gradient(vector)
    step = 1e-6
    differences = [
        (head.logit_and_gradient(vector + step * unit)[0] - head.logit_and_gradient(vector - step * unit)[0])
        / (2 * step)
        for unit in np.eye(12)
    ]
    assert np.abs(gradient).max() > 0.01
    np.testing.assert_allclose(gradient, differences, rtol=1e-4, atol=1e-5)


def test_given_features_at_zero_then_the_gradient_is_finite_and_zero_there(make_head):
    head = make_head(4, (3,), square_root=True)
    logit, gradient = head.logit_and_gradient(float32(0, 1, 0, SQUARE_ROOT_FLOOR / 2))
    assert np.isfinite([logit, *gradient]).all()
    assert not gradient[[0, 2, 3]].any()


@pytest.mark.parametrize("hidden", [(), (6,), (6, 4)])
def test_many_logits_at_once_equal_those_one_by_one(make_head, hidden):
    head = make_head(9, hidden, square_root=True)
    vectors = np.random.default_rng(2).uniform(0, 4, (5, 9)).astype(np.float32)
    single = [head.logit_and_gradient(vector)[0] for vector in vectors]
    np.testing.assert_allclose(head.logits(vectors), single, rtol=1e-5)


def with_novelty(head, components=3):
    rng = np.random.default_rng(3)
    projection = rng.standard_normal((len(head.shift), components)).astype(np.float16).astype(np.float32)
    return replace(head, novelty=Novelty(rng.standard_normal(len(head.shift)).astype(np.float32), projection))


@pytest.mark.parametrize("hidden", [(), (6,), (6, 4)])
def test_given_a_head_when_saved_and_loaded_then_it_is_the_same(make_head, tmp_path, hidden):
    head = with_novelty(make_head(9, hidden, square_root=True))
    (tmp_path / "head.npz").write_bytes(head.to_bytes())
    for loaded in (Head.load(tmp_path / "head.npz"), Head.load(io.BytesIO(head.to_bytes()))):
        assert loaded.square_root is True
        assert len(loaded.kernels) == len(hidden) + 1
        for one, other in zip((*head.kernels, *head.biases), (*loaded.kernels, *loaded.biases), strict=True):
            assert np.array_equal(one, other)
            assert other.dtype == np.float32
        assert np.array_equal(loaded.shift, head.shift)
        assert np.array_equal(loaded.scale, head.scale)
        vector = np.linspace(0.1, 2, 9, dtype=np.float32)
        assert loaded.logit_and_gradient(vector)[0] == head.logit_and_gradient(vector)[0]
        assert loaded.novelty.distance(vector) == head.novelty.distance(vector)


def test_given_no_novelty_when_saved_and_loaded_then_there_is_none(make_head):
    assert Head.load(io.BytesIO(make_head(3).to_bytes())).novelty is None


def test_the_same_head_is_saved_as_the_same_arrays_without_pickle(make_head):
    with np.load(io.BytesIO(make_head(3, (2,)).to_bytes()), allow_pickle=False) as data:
        assert not any(data[name].dtype.hasobject for name in data.files)


class Harmful:
    def __reduce__(self):
        return (open, ("harm", "w"))


def test_given_a_pickle_in_the_file_when_loaded_then_it_is_refused_and_not_run(make_head, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with np.load(io.BytesIO(make_head(3).to_bytes())) as data:
        arrays = {name: data[name] for name in data.files}
    arrays["shift"] = np.array([Harmful()], dtype=object)
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    (tmp_path / "pickled.npz").write_bytes(buffer.getvalue())
    (tmp_path / "plain.npz").write_bytes(pickle.dumps(Harmful()))
    for name in ("pickled.npz", "plain.npz"):
        with pytest.raises(ValueError, match="pickle"):
            Head.load(tmp_path / name)
    assert not (tmp_path / "harm").exists()


def test_given_a_broken_file_when_loaded_then_it_raises_what_is_documented(make_head, tmp_path):
    whole = make_head(9, (4,)).to_bytes()
    path, single = tmp_path / "head.npz", io.BytesIO()
    np.save(single, np.zeros(3))
    for content in (
        b"",
        b"text",
        single.getvalue(),
        whole[:100],
        whole[: len(whole) // 2],
        whole[:-1],
        b"PK\x03\x04" + b"\0" * 50,
    ):
        path.write_bytes(content)
        with pytest.raises((ValueError, KeyError, OSError)):
            Head.load(path)
    with pytest.raises(OSError, match="missing"):
        Head.load(tmp_path / "missing.npz")


@pytest.mark.parametrize("name", ["square_root", "shift", "dense0/kernel", "dense0/bias", "dense1/bias"])
def test_given_an_array_less_when_loaded_then_it_is_refused(make_head, name):
    with np.load(io.BytesIO(make_head(9, (4,)).to_bytes())) as data:
        arrays = {key: data[key] for key in data.files if key != name}
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    with pytest.raises((ValueError, KeyError)):
        Head.load(io.BytesIO(buffer.getvalue()))


@pytest.mark.parametrize(
    "changes",
    [
        {"scale": np.ones(2, np.float32)},
        {"kernels": ()},
        {"biases": (np.zeros(1, np.float32),)},
        {"kernels": (np.zeros((3, 4), np.float32), np.zeros((5, 1), np.float32))},
        {"biases": (np.zeros(3, np.float32), np.zeros(1, np.float32))},
        {
            "kernels": (np.zeros((3, 4), np.float32), np.zeros((4, 2), np.float32)),
            "biases": (np.zeros(4, np.float32), np.zeros(2, np.float32)),
        },
    ],
)
def test_given_shapes_that_do_not_fit_then_the_head_is_refused(make_head, changes):
    with pytest.raises(ValueError, match="head"):
        replace(make_head(3, (4,)), **changes)


def test_the_distance_is_the_root_mean_square_of_the_whitened_components():
    novelty = Novelty(float32(1, 1), float32([2, 0], [0, 0.5]))
    assert novelty.distance(float32(2, 3)) == pytest.approx(np.sqrt((2**2 + 1**2) / 2))
    assert novelty.distance(float32(1, 1)) == 0
