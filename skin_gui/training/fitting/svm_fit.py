"""Fit a support vector machine that stands beside the fully connected layers of a head, and put all together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from threadpoolctl import threadpool_limits

from skin_gui.classifier.head import Head, SupportVectorMachine
from skin_gui.training.fitting.source_directions import SourceInvariance, source_directions

COMPONENTS = 256
MOST_IMAGES = 8000
"""A machine fitted to more images would take minutes, and megabytes; of more, so many are drawn."""


@dataclass(frozen=True)
class SvmRecipe:
    """The numbers of a support vector machine; the defaults are those of a user's retraining."""

    components: int = COMPONENTS
    penalty: float = 3.0
    """C."""
    width: float = 2.0
    """gamma of the kernel times the number of inputs, which is the mean square of a standardised vector."""
    most_images: int = MOST_IMAGES


RETRAINING = SvmRecipe()

_LEAST_SPREAD = 1e-2


@dataclass(frozen=True)
class LogitScales:
    """Standard deviation of each part's logits on images that none was fitted to."""

    layers: float
    svms: tuple[float, ...]


def fit_svm(
    vectors: NDArray[np.floating],
    labels: NDArray[np.int64],
    weights: NDArray[np.float64],
    *,
    seed: int,
    recipe: SvmRecipe = RETRAINING,
    invariance: SourceInvariance | None = None,
) -> SupportVectorMachine:
    """Fit a support vector machine with a Gaussian kernel on the principal components of the standardised vectors.

    Args:
        vectors: (n, inputs) features of the unchanged training images.
        labels: (n,) 0 benign, 1 malignant.
        weights: (n,) sample weights.
        seed: of the randomised decomposition, and of the draw where there are more than the recipe's most images.
        recipe: its numbers.
        invariance: the sources of the images, where the machine must not use what tells them apart.
    """
    if len(labels) > recipe.most_images:
        chosen, _ = train_test_split(
            np.arange(len(labels)), train_size=recipe.most_images, stratify=labels, random_state=seed
        )
        vectors, labels, weights = vectors[chosen], labels[chosen], weights[chosen]
        if invariance:
            invariance = replace(invariance, sources=[invariance.sources[i] for i in chosen])
    # On one core: on a busy machine the threads of a decomposition spend their time waiting for each other.
    with threadpool_limits(1):
        return _fit(vectors.astype(np.float32), labels, weights, seed, recipe, invariance)


def _fit(
    values: NDArray[np.float32],
    labels: NDArray[np.int64],
    weights: NDArray[np.float64],
    seed: int,
    recipe: SvmRecipe,
    invariance: SourceInvariance | None,
) -> SupportVectorMachine:
    inputs = values.shape[1]
    mean = values.mean(axis=0)
    scale = 1 / (values.std(axis=0) + _LEAST_SPREAD)
    pca = PCA(min(recipe.components, *values.shape), svd_solver="randomized", random_state=seed)
    points = pca.fit_transform((values - mean) * scale).astype(np.float32)
    axes = pca.components_.T
    if invariance:
        apart = source_directions(points / points.std(axis=0).mean(), labels, invariance)
        points -= (points @ apart) @ apart.T
        axes = axes - (axes @ apart) @ apart.T
    svm = SVC(C=recipe.penalty, gamma=recipe.width / inputs, cache_size=500).fit(points, labels, sample_weight=weights)
    # Its file keeps the projection as float16, and what is subtracted must fit to that.
    projection = (scale[:, None] * axes).astype(np.float16).astype(np.float32)
    return SupportVectorMachine(
        projection=projection,
        offset=mean @ projection,
        support=svm.support_vectors_.astype(np.float32),
        coefficients=svm.dual_coef_[0].astype(np.float32),
        intercept=float(svm.intercept_[0]),
        gamma=recipe.width / inputs,
    )


def joined(layers: Head, svms: Sequence[SupportVectorMachine], scales: LogitScales) -> Head:
    """The head of all: their logits, brought to the same spread, count alike."""
    for_layers, *for_svms = (
        np.float32(1 / (1 + len(svms)) / max(scale, _LEAST_SPREAD)) for scale in (scales.layers, *scales.svms)
    )
    return replace(
        layers,
        kernels=(*layers.kernels[:-1], layers.kernels[-1] * for_layers),
        biases=(*layers.biases[:-1], layers.biases[-1] * for_layers),
        svms=tuple(
            replace(svm, coefficients=svm.coefficients * part, intercept=svm.intercept * float(part))
            for svm, part in zip(svms, for_svms, strict=True)
        ),
    )
