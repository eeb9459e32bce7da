"""What tells the source is taken away, and what tells the class stays."""

import numpy as np
import pytest

from skin_gui.training.fitting.head_fit import FeatureSet
from skin_gui.training.fitting.source_directions import SourceInvariance, source_directions
from skin_gui.training.fitting.svm_fit import fit_svm
from tools.train_model.linear_fit import fit_linear

COUNT, WIDTH = 600, 12
CLASS, SOURCE = 0, 1


def images(seed=0, sources=2):
    """Feature 0 tells the class, feature 1 the source; a source has more malignant images, the higher its number."""
    rng = np.random.default_rng(seed)
    numbers = rng.integers(0, sources, COUNT)
    labels = (rng.random(COUNT) < 0.2 + 0.6 * numbers / (sources - 1)).astype(np.int64)
    points = rng.standard_normal((COUNT, WIDTH)).astype(np.float32)
    points[:, CLASS] += 3 * labels
    points[:, SOURCE] += 4 * numbers
    return points, labels, [f"clinic {number}" for number in numbers]


@pytest.mark.parametrize("sources", [2, 3])
def test_the_direction_of_the_source_is_found_and_that_of_the_class_is_not(sources):
    points, labels, names = images(sources=sources)

    found = source_directions(points, labels, SourceInvariance(names, 2))

    assert found.shape == (WIDTH, 2)
    assert found.T @ found == pytest.approx(np.eye(2), abs=1e-5)
    assert np.linalg.norm(found[SOURCE]) > 0.9
    assert abs(found[CLASS, 0]) < 0.3


def test_of_one_source_there_is_nothing_to_find():
    points, labels, _ = images()

    assert source_directions(points, labels, SourceInvariance(["clinic"] * COUNT, 2)).shape == (WIDTH, 0)


def test_few_images_have_no_more_directions_than_they_span():
    points, labels, names = images()
    few = np.concatenate([np.flatnonzero(labels == label)[:4] for label in (0, 1)])

    found = source_directions(points[few], labels[few], SourceInvariance([names[i] for i in few], WIDTH))

    assert found.shape[1] < WIDTH
    assert np.isfinite(found).all()


def shift(score, points):
    """How far a result moves, in its spread, where only the source changes."""
    other = points.copy()
    other[:, SOURCE] += 4
    before = score(points)
    return abs(float((score(other) - before).mean())) / float(before.std())


def test_a_support_vector_machine_without_them_does_not_move_with_the_source():
    points, labels, names = images()
    plain = fit_svm(points, labels, np.ones(COUNT), seed=0)
    invariant = fit_svm(points, labels, np.ones(COUNT), seed=0, invariance=SourceInvariance(names, 2))

    assert shift(invariant.logits, points) < shift(plain.logits, points) / 4
    held, truth, _ = images(seed=1)
    assert ((invariant.logits(held) > 0) == truth).mean() > 0.8


def test_a_linear_layer_without_them_does_not_move_with_the_source():
    points, labels, names = images()
    points = (points + 10) ** 2  # whose square roots the layer reads
    train = FeatureSet(points[None].astype(np.float16), labels, np.ones(COUNT))
    plain, invariant = fit_linear(train, 1.0), fit_linear(train, 1.0, SourceInvariance(names, 2))

    def moved(head):
        return abs(float(head.kernels[0][SOURCE, 0])) / float(np.abs(head.kernels[0]).max())

    assert moved(invariant) < moved(plain) / 4
    assert ((invariant.logits(points) > 0) == labels).mean() > 0.85
