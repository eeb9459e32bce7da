from dataclasses import replace

import numpy as np
import pytest

from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.head import Head
from skin_gui.progress import Cancelled, never_cancel
from skin_gui.training.fitting.head_fit import FeatureSet
from skin_gui.training.fitting.shrinkage import (
    MOST_IMAGES,
    STRENGTHS,
    ShrunkFit,
    can_shrink_towards,
    choose,
)
from skin_gui.training.fitting.svm_fit import LogitScales, fit_svm, joined
from skin_gui.training.metrics.auc import auc
from tools.train_model.linear_fit import fit_linear

LEADING, LEVELS = 4, 300
CALIBRATION = Calibration(1.7, -0.5)


def images(rng, count, clinic):
    """Two variants; the level of malignant images is higher along one direction, which is another in the clinic."""
    labels = np.arange(count) % 2
    directions = np.random.default_rng(0).normal(size=(2, LEVELS)) / np.sqrt(LEVELS)
    malignant = directions[0] + (0.8 * directions[1] if clinic else 0)
    levels = np.concatenate([np.zeros((2, count, LEADING)), rng.normal(3, 1, (2, count, LEVELS))], axis=2)
    levels[0, :, :LEADING] = rng.normal(size=(count, LEADING))
    levels[0, :, 0] += labels
    levels[..., LEADING:] += 2 * labels[:, None] * malignant + (0.3 if clinic else 0)
    return FeatureSet(levels.astype(np.float16), labels, np.ones(count))


@pytest.fixture(scope="module")
def shipped():
    """A head with a support vector machine that knows many images from elsewhere."""
    train = images(np.random.default_rng(1), 1500, clinic=False)
    svm = fit_svm(train.vectors[0, :, :LEADING], train.labels, train.weights, seed=0)
    return joined(fit_linear(train.without_leading(LEADING), 3e-3), [svm], LogitScales(1.0, (1.0,)))


@pytest.fixture
def few():
    return images(np.random.default_rng(2), 60, clinic=True)


def folds(count, parts=3):
    numbers = np.arange(count) // 2 % parts
    return [(np.flatnonzero(numbers != part), np.flatnonzero(numbers == part)) for part in range(parts)]


def area(head, features):
    return auc(features.labels, head.logits(features.vectors[0].astype(np.float32))).value


def test_on_other_lesions_of_the_clinic_the_drawn_head_is_better_than_the_shipped_and_than_one_of_few_images(shipped):
    others = images(np.random.default_rng(3), 2000, clinic=True)
    areas = []
    for seed in range(4, 9):
        own = images(np.random.default_rng(seed), 60, clinic=True)
        fit = ShrunkFit(own, shipped, CALIBRATION)
        alone = np.zeros(60)
        for train, held in folds(60):
            head = fit_linear(own.subset(train).without_leading(LEADING), 1e-2)
            alone[held] = head.logits(own.vectors[0, held, LEADING:].astype(np.float32))
        choice = choose(own.labels, alone, fit.out_of_fold(folds(60), never_cancel))
        assert choice.strength is not None
        own_head = fit_linear(own.without_leading(LEADING), 1e-2)
        areas.append(
            (
                area(fit.head(choice.strength), others),
                area(shipped, others),
                area(own_head, others.without_leading(LEADING)),
            )
        )
    drawn, of_shipped, of_few = np.mean(areas, axis=0)
    assert drawn > of_shipped + 0.002
    assert drawn > of_few + 0.02


def test_the_stronger_the_prior_the_nearer_the_head_stays(shipped, few):
    fit = ShrunkFit(few, shipped, CALIBRATION)
    vectors = few.vectors[0].astype(np.float32)
    moved = [np.std(fit.head(strength).logits(vectors) - shipped.logits(vectors)) for strength in STRENGTHS]
    assert moved == sorted(moved)
    assert moved[0] < 0.01 < moved[-1]


def test_out_of_fold_is_what_the_head_of_the_other_folds_says(shipped, few):
    train, held = folds(60)[0]
    found = ShrunkFit(few, shipped, CALIBRATION).out_of_fold(folds(60), never_cancel)
    for strength in (STRENGTHS[0], 1_000.0):
        head = ShrunkFit(few.subset(train), shipped, CALIBRATION).head(strength)
        expected = head.logits(few.vectors[0, held].astype(np.float32))
        assert found[strength][held] == pytest.approx(expected, abs=0.02)


def test_it_is_an_ordinary_head_whose_machine_stays_as_it_was(shipped, few, tmp_path):
    head = ShrunkFit(few, shipped, CALIBRATION).head(1_000.0)
    (tmp_path / "head.npz").write_bytes(head.to_bytes())
    vectors = few.vectors[0].astype(np.float32)
    assert Head.load(tmp_path / "head.npz").logits(vectors) == pytest.approx(head.logits(vectors), abs=0.02)
    assert head.svms == shipped.svms
    assert np.array_equal(head.shift, shipped.shift)


def test_weights_of_the_images_count(shipped, few):
    heavy = replace(few, weights=np.where(few.labels == 1, 10.0, 1.0))
    vectors = few.vectors[0].astype(np.float32)
    plain, called_more = (ShrunkFit(some, shipped, CALIBRATION).head(1_000.0).logits(vectors) for some in (few, heavy))
    assert called_more.mean() > plain.mean() + 0.5


def test_at_a_tie_the_strongest_prior_is_chosen_and_the_few_images_alone_only_if_they_are_better():
    labels = np.array([0, 1, 0, 1])
    right, wrong = np.array([0.0, 1.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0, 1.0])
    assert choose(labels, right, {1000.0: right, 300.0: right}).strength == 1000.0
    assert choose(labels, wrong, {1000.0: wrong, 300.0: right}).strength == 300.0
    alone = choose(labels, right, {1000.0: wrong})
    assert (alone.strength, alone.alone) == (None, 1.0)
    assert alone.shrunk[1000.0] < 1


def test_only_a_linear_head_and_few_images_can_be_drawn(shipped):
    assert can_shrink_towards(shipped, MOST_IMAGES)
    assert not can_shrink_towards(shipped, MOST_IMAGES + 1)
    width = len(shipped.shift)
    kernels = (np.zeros((width, 8), np.float32), np.zeros((8, 1), np.float32))
    hidden = replace(shipped, kernels=kernels, biases=(np.zeros(8, np.float32), np.zeros(1, np.float32)))
    assert not can_shrink_towards(hidden, 60)


def test_given_a_cancel_then_nothing_is_fitted(shipped, few):
    with pytest.raises(Cancelled):
        ShrunkFit(few, shipped, CALIBRATION).out_of_fold(folds(60), lambda: True)
