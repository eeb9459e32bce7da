"""Fit the layers of a head as one fully connected layer: logistic regression under a strong penalty."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from skin_gui.classifier.head import Head
from skin_gui.training.fitting.head_fit import FeatureSet, standardise
from skin_gui.training.fitting.source_directions import SourceInvariance, source_directions

_LEAST_SPREAD = 1e-2
_ITERATIONS = 200


def fit_linear(train: FeatureSet, penalty: float, invariance: SourceInvariance | None = None) -> Head:
    """A head of one layer that is fitted to all variants of the images.

    Held out by source, a penalised linear layer on pooled levels ranks better than layers with hidden units, which
    find what holds in their own sources alone (docs/adr/0018).

    Args:
        train: what the layers read; every variant counts as an image.
        penalty: C of the regression, the inverse strength of the quadratic penalty on its weights.
        invariance: the sources of the images, where the layer must not use what tells them apart.
    """
    variants, count, width = train.vectors.shape
    zeros, ones = np.zeros(width, np.float32), np.ones(width, np.float32)
    # The features of variants are float16; all of them at once in float32 take half of the memory of copies.
    values: NDArray[np.float32] = np.empty((variants * count, width), dtype=np.float32)
    for variant in range(variants):
        values[variant * count : (variant + 1) * count] = standardise(train.vectors[variant], zeros, ones, True)
    shift = values.mean(axis=0)
    scale = (1 / (values.std(axis=0) + _LEAST_SPREAD)).astype(np.float32)
    values -= shift
    values *= scale
    # On one core: the fit is repeatable, and does not wait for its own threads on a busy machine.
    with threadpool_limits(1):
        apart = np.zeros((width, 0), np.float32)
        if invariance:
            apart = source_directions(values[:count], train.labels, invariance)
            values -= (values @ apart) @ apart.T
        model = LogisticRegression(C=penalty, max_iter=_ITERATIONS)
        model.fit(values, np.tile(train.labels, variants), sample_weight=np.tile(train.weights, variants))
    kernel = np.asarray(model.coef_.T, dtype=np.float32)
    kernel -= apart @ (apart.T @ kernel)
    return Head(True, shift, scale, (kernel,), (np.asarray(model.intercept_, dtype=np.float32),))
