from pathlib import Path

import numpy as np
import pytest

from skin_gui.training.data.dataset import Dataset, Sample
from skin_gui.training.data.duplicates import Duplicates
from skin_gui.training.data.splits import group_ids, grouped_folds
from skin_gui.training.data.tables import DatasetError

NONE = Duplicates((), ())


def dataset_of(*known):
    return Dataset(tuple(Sample(Path(f"{i}.jpg"), "benign", **fields) for i, fields in enumerate(known)), ())


def test_images_of_one_lesion_belong_together():
    dataset = dataset_of({"lesion_id": "a"}, {"lesion_id": "b"}, {"lesion_id": "a"}, {}, {})

    assert group_ids(dataset, NONE).tolist() == [0, 1, 0, 2, 3]


def test_patients_and_copies_join_lesions_to_larger_groups():
    dataset = dataset_of(
        {"lesion_id": "a", "patient_id": "p"}, {"lesion_id": "b", "patient_id": "p"}, {"lesion_id": "b"}, {}, {}, {}
    )

    assert group_ids(dataset, Duplicates(((3, 4),), ((2, 3),))).tolist() == [0, 0, 0, 0, 0, 1]


def test_no_images_have_no_groups():
    assert group_ids(dataset_of(), NONE).shape == (0,)


@pytest.fixture
def labels_and_groups():
    groups = np.repeat(np.arange(100), 3)
    return (groups % 4 == 0).astype(np.int64), groups


def test_folds_never_share_a_group_and_keep_the_classes(labels_and_groups):
    labels, groups = labels_and_groups

    folds = grouped_folds(labels, groups, 5, seed=1)

    assert sorted(np.concatenate([held for _, held in folds])) == list(range(300))
    for train, held in folds:
        assert not set(groups[train]) & set(groups[held])
        assert labels[held].mean() == pytest.approx(0.25, abs=0.05)


def test_the_seed_decides_the_folds(labels_and_groups):
    labels, groups = labels_and_groups
    first, again, other = (grouped_folds(labels, groups, 5, seed)[0][1].tolist() for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_too_few_groups_are_refused():
    with pytest.raises(DatasetError, match="one class has 1"):
        grouped_folds(np.array([0, 0, 0, 1, 1]), np.array([0, 1, 2, 3, 3]), 2, seed=0)
