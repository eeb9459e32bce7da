"""Splits that never show one lesion on both sides."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from sklearn.model_selection import StratifiedGroupKFold

from skin_gui.training.data.dataset import Dataset, Sample
from skin_gui.training.data.duplicates import Duplicates
from skin_gui.training.data.tables import DatasetError
from skin_gui.training.plan import TrainingError
from skin_gui.wording.training import DatasetFact, TrainingFact

Indices = NDArray[np.int64]
Folds = list[tuple[Indices, Indices]]
"""(train, held out) positions of each fold."""

FOLDS = 5
_SEED = 0  # not a run's: a second run on the same folder must hold the same images out


def group_ids(samples: Sequence[Sample] | Dataset, duplicates: Duplicates | None = None) -> Indices:
    """(n,) numbers from 0 of what belongs together, as found first: by lesion, patient, archive image or picture."""
    edges = duplicates.edges() if duplicates else []
    for ids in ([s.lesion_id for s in samples], [s.patient_id for s in samples], [s.isic_id for s in samples]):
        edges += _shared(ids)
    return connected_groups(len(samples), edges)


def connected_groups(n: int, edges: Sequence[tuple[int, int]]) -> Indices:
    """Number the connected groups among n positions: (n,), from 0, in the order in which they first occur."""
    rows, columns = np.array(edges, dtype=np.int64).reshape(-1, 2).T
    links = coo_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(n, n))
    components = connected_components(links, directed=False)[1]
    _, first, inverse = np.unique(components, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].astype(np.int64)


def _shared(ids: Sequence[str | None]) -> list[tuple[int, int]]:
    """Pairs (first, later) of positions with the same id."""
    first: dict[str, int] = {}
    return [(first.setdefault(name, i), i) for i, name in enumerate(ids) if name and first.setdefault(name, i) != i]


def grouped_folds(labels: Indices, groups: Indices, n_splits: int, seed: int) -> Folds:
    """Folds for cross-validation, stratified by label; no group is on both sides.

    Args:
        labels: (n,) 0 or 1.
        groups: (n,) of `group_ids`.

    Returns:
        (train, held out) positions for each fold.

    Raises:
        DatasetError: a class has fewer groups than there are folds.
    """
    fewest = min(len(np.unique(groups[labels == label])) for label in (0, 1))
    if fewest < n_splits:
        raise DatasetError(DatasetFact.TOO_FEW_FOR_FOLDS(folds=n_splits, fewest=int(fewest)))
    folds = StratifiedGroupKFold(n_splits, shuffle=True, random_state=seed)
    return [(train, held) for train, held in folds.split(np.zeros(len(labels)), labels, groups)]


def folds_of(labels: Indices, groups: Indices) -> Folds:
    """As many grouped folds as the groups allow, with both classes on both sides of each.

    Args:
        labels: (n,) 0 or 1.
        groups: (n,) of `group_ids`.

    Raises:
        TrainingError: not even two.
    """
    fewest = min(len(np.unique(groups[labels == label])) for label in (0, 1))
    for count in range(min(FOLDS, fewest), 1, -1):
        folds = grouped_folds(labels, groups, count, _SEED)
        if all(has_both(labels[side]) for fold in folds for side in fold):
            return folds
    raise TrainingError(TrainingFact.TOO_FEW_LESIONS())


def has_both(labels: Indices) -> bool:
    """Whether (n,) labels of 0 and 1 hold both."""
    return len(np.unique(labels)) == 2
