"""Fit the kernel machine that stands beside the fully connected layers of the shipped head."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from sklearn.svm import SVC

from skin_gui.classifier.kernel_machine import KernelMachine

COMPONENTS = 512
PENALTY = 3.0
"""C of the support vector machine. Not tuned: the usual range is 1 to 10."""


def fit_kernel_machine(
    standardised: NDArray[np.float32], labels: NDArray[np.int64], weights: NDArray[np.float64], *, seed: int
) -> KernelMachine:
    """Fit a support vector machine with a Gaussian kernel, gamma 1 / inputs as for standardised features.

    Args:
        standardised: (n, inputs) leading features of the unchanged training images.
        labels: (n,) 0 benign, 1 malignant.
        weights: (n,) sample weights.
        seed: of the randomised decomposition.
    """
    inputs = standardised.shape[1]
    pca = PCA(min(COMPONENTS, *standardised.shape), svd_solver="randomized", random_state=seed)
    points = pca.fit_transform(standardised).astype(np.float32)
    machine = SVC(C=PENALTY, gamma=1 / inputs, cache_size=500).fit(points, labels, sample_weight=weights)
    projection = pca.components_.T.astype(np.float32)
    return KernelMachine(
        projection=projection,
        offset=(pca.mean_ @ pca.components_.T).astype(np.float32),
        support=machine.support_vectors_.astype(np.float32),
        coefficients=machine.dual_coef_[0].astype(np.float32),
        intercept=float(machine.intercept_[0]),
        gamma=1 / inputs,
    )


def scaled(machine: KernelMachine, factor: float) -> KernelMachine:
    """The machine with its logit multiplied."""
    coefficients = (machine.coefficients * factor).astype(np.float32)
    return replace(machine, coefficients=coefficients, intercept=machine.intercept * factor)
