"""The source shortcut: can the label be told without looking at the lesion?

Where benign and malignant images come from different archives, cameras or exports, a network learns to tell those
apart and scores well for the wrong reason. A small model that sees only how a file was made measures how far that goes.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from skin_gui.progress import CancelCheck, Progress, until_cancelled
from skin_gui.training.audit.audit_report import Shortcut
from skin_gui.training.data.dataset import Sample
from skin_gui.training.data.file_traits import FileTraits
from skin_gui.training.data.splits import Indices, grouped_folds
from skin_gui.training.metrics.auc import auc
from skin_gui.training.metrics.intervals import Estimate
from skin_gui.wording.audit import FileProperty
from skin_gui.wording.fact import Fact

_FOLDS = 5
_SEED = 0
_MINIMUM_GROUPS = 40  # of each class; below it the interval is wider than the question
_Table = dict[Fact, NDArray[np.float64]]


def source_shortcut(
    samples: Sequence[Sample],
    traits: Sequence[FileTraits],
    groups: Indices,
    progress: Progress,
    cancelled: CancelCheck,
) -> Shortcut | None:
    """Predict the label from what has nothing to do with the lesion, cross-validated by lesion.

    Returns:
        The measure; None with fewer than 40 groups of a class.
    """
    labels = np.array([sample.label == "malignant" for sample in samples], dtype=np.int64)
    benign, malignant = (len(np.unique(groups[labels == label])) for label in (0, 1))
    if min(benign, malignant) < _MINIMUM_GROUPS:
        return None
    picture, metadata = _varying(_picture_properties(traits)), _varying(_metadata_properties(samples))
    tables: list[_Table] = [{**picture, **metadata}, picture, metadata, _detail(traits)]
    tables += [{name: values} for name, values in tables[0].items()]
    folds = grouped_folds(labels, groups, _FOLDS, _SEED)
    known: dict[bytes, Estimate] = {}  # gaps in the metadata often coincide
    aucs = []
    with threadpool_limits(1):  # these fits are too small to share out: threads would only wait for each other
        for table in until_cancelled(cancelled, tables):
            features = np.column_stack(list(table.values())) if table else np.zeros((len(labels), 0))
            key = features.tobytes()
            known[key] = known.get(key) or _cross_validated_auc(features, labels, groups, folds)
            aucs.append(known[key])
            progress(len(aucs) / len(tables))
    total, picture_auc, metadata_auc, detail_auc, *single = (estimate.value or 0.0 for estimate in aucs)
    by_name = sorted(zip(tables[0], single, strict=True), key=lambda pair: -pair[1])
    return Shortcut(
        auc=total,
        low=aucs[0].low or 0.0,
        high=aucs[0].high or 1.0,
        picture_auc=picture_auc,
        metadata_auc=metadata_auc,
        bytes_per_pixel_auc=detail_auc,
        picture=tuple((name, value) for name, value in by_name if name in picture),
        metadata=tuple((name, value) for name, value in by_name if name in metadata),
        groups_benign=benign,
        groups_malignant=malignant,
    )


def _picture_properties(traits: Sequence[FileTraits]) -> _Table:
    columns: Mapping[Fact, list[float]] = {
        FileProperty.WIDTH(): [f.width for f in traits],
        FileProperty.HEIGHT(): [f.height for f in traits],
        FileProperty.ASPECT_RATIO(): [f.width / f.height for f in traits],
        FileProperty.JPEG_QUALITY(): [f.jpeg_quality for f in traits],
        FileProperty.JPEG_QUANTISATION(): [f.jpeg_quantisation for f in traits],
        FileProperty.CHROMA_SUBSAMPLING(): [f.jpeg_subsampling for f in traits],
        FileProperty.DARK_CORNERS(): [f.dark_corners for f in traits],
        FileProperty.DARK_FRAME(): [f.dark_frame for f in traits],
        FileProperty.EXIF(): [f.has_exif for f in traits],
        FileProperty.COLOUR_PROFILE(): [f.has_icc for f in traits],
    }
    formats = {
        FileProperty.FORMAT(format=name): [f.format == name for f in traits]
        for name in sorted({f.format for f in traits})
    }
    return {name: np.array(values, dtype=np.float64) for name, values in {**columns, **formats}.items()}


def _detail(traits: Sequence[FileTraits]) -> _Table:
    """Kept out of the sum: a structured lesion takes more bytes than a bland one.

    Between nevi and melanomas of HAM10000 alone, one source, it reaches an AUC of 0.73.
    """
    return {FileProperty.BYTES_PER_PIXEL(): np.array([f.file_bytes / (f.width * f.height) for f in traits])}


def _metadata_properties(samples: Sequence[Sample]) -> _Table:
    given = {
        FileProperty.ISIC_ID: "isic_id",
        FileProperty.LESION_ID: "lesion_id",
        FileProperty.PATIENT_ID: "patient_id",
        FileProperty.DIAGNOSIS: "diagnosis",
        FileProperty.AGE: "age",
        FileProperty.SEX: "sex",
        FileProperty.SITE: "site",
        FileProperty.SKIN_TYPE: "skin_type",
    }
    return {
        kind(): np.array([getattr(sample, name) is not None for sample in samples], dtype=np.float64)
        for kind, name in given.items()
    }


def _varying(table: _Table) -> _Table:
    """The columns that are not the same for every image."""
    return {name: values for name, values in table.items() if len(np.unique(values)) > 1}


def _cross_validated_auc(
    features: NDArray[np.float64], labels: Indices, groups: Indices, folds: Sequence[tuple[Indices, Indices]]
) -> Estimate:
    """AUC of out-of-fold scores on one image of each group, since only lesions are independent; 0.5 without columns."""
    if not features.shape[1]:
        return Estimate(0.5, 0.5, 0.5)
    scores = np.zeros(len(labels))
    for train, held in folds:
        model = HistGradientBoostingClassifier(
            max_iter=50, max_leaf_nodes=8, min_samples_leaf=10, early_stopping=False, random_state=_SEED
        )
        model.fit(features[train], labels[train])
        scores[held] = model.predict_proba(features[held])[:, 1]
    first = np.unique(groups, return_index=True)[1]
    return auc(labels[first], scores[first])
