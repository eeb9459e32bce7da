"""The kernel machine beside the layers of a head."""

import io

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.svm import SVC

from skin_gui.classifier.head import Head
from skin_gui.classifier.kernel_machine import KernelMachine
from skin_gui.training.kernel_fit import fit_kernel_machine, scaled

FEATURES, INPUTS = 12, 8


@pytest.fixture(scope="module")
def points():
    rng = np.random.default_rng(3)
    labels = np.arange(60) % 2
    values = rng.normal(size=(60, FEATURES)).astype(np.float32)
    values[:, 0] += 2 * labels
    return values, labels


@pytest.fixture(scope="module")
def machine(points) -> KernelMachine:
    values, labels = points
    return fit_kernel_machine(values[:, :INPUTS], labels, np.ones(60), seed=0)


def head_with(machine: KernelMachine | None) -> Head:
    rng = np.random.default_rng(4)
    kernels = (rng.normal(size=(FEATURES, 5)).astype(np.float32), rng.normal(size=(5, 1)).astype(np.float32))
    biases = (np.zeros(5, np.float32), np.zeros(1, np.float32))
    return Head(False, np.zeros(FEATURES, np.float32), np.ones(FEATURES, np.float32), kernels, biases, None, machine)


def test_numpy_gives_what_scikit_learn_gives_on_all_components(points, machine):
    values, labels = points
    reference = SVC(C=3, gamma=1 / INPUTS).fit(values[:, :INPUTS], labels)
    assert_allclose(machine.logits(values), reference.decision_function(values[:, :INPUTS]), atol=2e-3)


def test_the_head_adds_its_logit_to_that_of_the_layers(points, machine):
    values, _ = points
    assert_allclose(
        head_with(machine).logits(values), head_with(None).logits(values) + machine.logits(values), atol=1e-5
    )


def test_gradient_agrees_with_finite_differences(points, machine):
    head = head_with(machine)
    vector = points[0][0]
    _, gradient = head.logit_and_gradient(vector)
    step = 1e-2
    for index in range(FEATURES):
        up, down = vector.copy(), vector.copy()
        up[index] += step
        down[index] -= step
        slope = (head.logit_and_gradient(up)[0] - head.logit_and_gradient(down)[0]) / (2 * step)
        assert gradient[index] == pytest.approx(slope, abs=2e-2)


def test_scaling_multiplies_the_logit(points, machine):
    assert_allclose(scaled(machine, 0.25).logits(points[0]), 0.25 * machine.logits(points[0]), rtol=1e-4, atol=1e-6)


def test_a_saved_head_gives_the_same_logits(points, machine):
    head = head_with(machine)
    loaded = Head.load(io.BytesIO(head.to_bytes()))
    assert loaded.kernel_machine is not None
    assert len(loaded.kernels) == 2
    assert_allclose(loaded.logits(points[0]), head.logits(points[0]), atol=2e-2)


def test_arrays_that_do_not_fit_are_refused(machine):
    with pytest.raises(ValueError, match="fit"):
        KernelMachine(machine.projection, machine.offset, machine.support[:, 1:], machine.coefficients, 0.0, 0.1)
    wide = KernelMachine(np.zeros((FEATURES + 1, 2), np.float32), np.zeros(2, np.float32), np.zeros((1, 2), np.float32),
                         np.zeros(1, np.float32), 0.0, 0.1)  # fmt: skip
    with pytest.raises(ValueError, match="more features"):
        head_with(wide)
