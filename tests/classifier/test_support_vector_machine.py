"""Support vector machines beside the layers of a head."""

import io
from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.svm import SVC

from skin_gui.classifier.head import Head, SupportVectorMachine
from skin_gui.training.fitting.svm_fit import RETRAINING, LogitScales, fit_svm, joined

FEATURES, INPUTS, FIRST = 12, 8, 5


@pytest.fixture(scope="module")
def points():
    rng = np.random.default_rng(3)
    labels = np.arange(60) % 2
    values = rng.normal(size=(60, FEATURES)).astype(np.float32)
    values[:, 0] += 2 * labels
    return values, labels


@pytest.fixture(scope="module")
def svm(points) -> SupportVectorMachine:
    values, labels = points
    return fit_svm(values[:, :INPUTS], labels, np.ones(60), seed=0)


@pytest.fixture(scope="module")
def two(points) -> tuple[SupportVectorMachine, ...]:
    """They read the first five features, and the three that follow."""
    values, labels = points
    return tuple(fit_svm(part, labels, np.ones(60), seed=0) for part in (values[:, :FIRST], values[:, FIRST:INPUTS]))


def head_with(*svms: SupportVectorMachine) -> Head:
    """Its layers read what the machines leave."""
    rng, width = np.random.default_rng(4), FEATURES - INPUTS
    kernels = (rng.normal(size=(width, 5)).astype(np.float32), rng.normal(size=(5, 1)).astype(np.float32))
    biases = (np.zeros(5, np.float32), np.zeros(1, np.float32))
    return Head(False, np.zeros(width, np.float32), np.ones(width, np.float32), kernels, biases, None, svms)


def test_numpy_gives_what_scikit_learn_gives_on_all_components(points, svm):
    values, labels = points
    inputs = values[:, :INPUTS]
    standard = (inputs - inputs.mean(axis=0)) / (inputs.std(axis=0) + 1e-2)
    reference = SVC(C=RETRAINING.penalty, gamma=RETRAINING.width / INPUTS).fit(standard, labels)
    assert_allclose(svm.logits(inputs), reference.decision_function(standard), atol=5e-3)


def test_the_head_adds_its_logit_to_that_of_the_layers(points, svm):
    values, _ = points
    layers, svms = head_with().logits(values[:, INPUTS:]), svm.logits(values[:, :INPUTS])
    assert_allclose(head_with(svm).logits(values), layers + svms, atol=1e-5)
    assert head_with(svm).width == FEATURES


def test_of_two_machines_each_reads_its_own_features(points, two):
    values, _ = points
    layers = head_with().logits(values[:, INPUTS:])
    first, second = two[0].logits(values[:, :FIRST]), two[1].logits(values[:, FIRST:INPUTS])
    head = head_with(*two)
    assert_allclose(head.logits(values), layers + first + second, atol=1e-5)
    logit, gradient = head.logit_and_gradient(values[7])
    assert logit == pytest.approx((layers + first + second)[7], abs=1e-5)
    assert head.width == len(gradient) == FEATURES
    assert not gradient[:INPUTS].any()


def test_the_gradient_is_that_of_the_layers_and_nothing_for_the_rest(points, svm):
    vector = points[0][0]
    logit, gradient = head_with(svm).logit_and_gradient(vector)
    of_layers, expected = head_with().logit_and_gradient(vector[INPUTS:])
    assert logit == pytest.approx(of_layers + float(svm.logits(vector[None, :INPUTS])[0]), abs=1e-5)
    assert not gradient[:INPUTS].any()
    assert_allclose(gradient[INPUTS:], expected)


def test_joined_logits_have_the_same_spread_and_count_alike(points, two):
    values = points[0]
    parts = [
        head_with().logits(values[:, INPUTS:]),
        two[0].logits(values[:, :FIRST]),
        two[1].logits(values[:, FIRST:INPUTS]),
    ]
    spreads = [float(part.std()) for part in parts]
    head = joined(head_with(), two, LogitScales(spreads[0], tuple(spreads[1:])))
    expected = sum(part / spread for part, spread in zip(parts, spreads, strict=True)) / 3
    assert_allclose(head.logits(values), expected, atol=1e-5)


@pytest.mark.parametrize("machines", [0, 1, 2])
def test_a_saved_head_gives_the_same_logits(points, two, svm, machines):
    head = head_with(*((), (svm,), two)[machines])
    loaded = Head.load(io.BytesIO(head.to_bytes()))
    assert len(loaded.svms) == machines
    assert len(loaded.kernels) == 2
    values = points[0][:, -head.width :]
    assert_allclose(loaded.logits(values), head.logits(values), atol=2e-2)


def test_of_very_many_images_a_part_is_drawn_with_both_classes(points):
    values, labels = points
    svm = fit_svm(values[:, :INPUTS], labels, np.ones(60), seed=0, recipe=replace(RETRAINING, most_images=20))
    assert 2 <= len(svm.support) <= 20
    assert np.mean((svm.logits(values[:, :INPUTS]) > 0) == labels) > 0.7


@pytest.mark.parametrize("number", [{"gamma": np.inf}, {"gamma": 0.0}, {"gamma": np.nan}, {"intercept": np.nan}])
def test_numbers_that_are_not_finite_are_refused(svm, number):
    with pytest.raises(ValueError, match="finite"):
        replace(svm, **number)


def test_arrays_that_do_not_fit_are_refused(svm):
    with pytest.raises(ValueError, match="fit"):
        SupportVectorMachine(svm.projection, svm.offset, svm.support[:, 1:], svm.coefficients, 0.0, 0.1)
    with pytest.raises(ValueError, match="fit"):
        SupportVectorMachine(svm.projection[:, 1:], svm.offset, svm.support, svm.coefficients, 0.0, 0.1)
