"""Measuring on each source of images with a model that was fitted to the others, and choosing a threshold so."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from skin_gui.training.data.splits import Indices


def leave_one_source_out(sources: Sequence[str], labels: Indices) -> dict[str, tuple[Indices, Indices]]:
    """For each source that has both classes: the positions of all other sources, and its own.

    What is fitted to the others and measured on it is what a clinic can expect that is not in the data.

    Args:
        sources: (n,) of each image.
        labels: (n,) 0 or 1.

    Raises:
        ValueError: the other sources have one class only, or there is only one source.
    """
    names = np.asarray(sources)
    folds = {}
    for source in np.unique(names):
        held, others = np.flatnonzero(names == source), np.flatnonzero(names != source)
        if len(np.unique(labels[held])) < 2:
            continue
        if len(np.unique(labels[others])) < 2:
            raise ValueError(f"without the images of {source} both classes are not left")
        folds[str(source)] = (others, held)
    return folds


def balanced_threshold(
    labels: ArrayLike, probabilities: ArrayLike, sources: Sequence[str], least: tuple[float, float]
) -> float:
    """The threshold at which the worst source is best: it maximises the least margin over all sources and both rates.

    A clinic that is not in the data does not know which of the sources it is like, so no source may pay for another.

    Args:
        labels: (n,) 0 benign, 1 malignant.
        probabilities: (n,) P(malignant), each by a model that was fitted without the image's source.
        sources: (n,) of each image.
        least: sensitivity and specificity that margins are counted from.
    """
    y = np.asarray(labels, dtype=bool)
    p = np.asarray(probabilities, dtype=np.float64)
    names = np.asarray(sources)
    margins = []
    for source in np.unique(names):
        malignant, benign = np.sort(p[(names == source) & y]), np.sort(p[(names == source) & ~y])
        margins.append(1 - np.searchsorted(malignant, p) / len(malignant) - least[0])
        margins.append(np.searchsorted(benign, p) / len(benign) - least[1])
    return float(p[np.argmax(np.min(margins, axis=0))])
