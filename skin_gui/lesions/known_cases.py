"""The images whose label the user knows, to find those most alike among them.

Everything comes from what is there already: the review sessions keep what the classifier saw in each image
(`Session.components`), its histology and what the reviewer said of it; the folders say what their images are, and their
tables the diagnosis. Nothing is copied, and nothing ships with the program.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.prediction import Label
from skin_gui.measures.similar import nearest
from skin_gui.progress import CancelCheck, never_cancel
from skin_gui.review.assessment.terms import Histology, implied_label
from skin_gui.review.reading.labelled_folder import label_of
from skin_gui.review.results import Result, seen_by
from skin_gui.review.session import Session
from skin_gui.review.store import SessionStore
from skin_gui.training.data.dataset import Sample, load_dataset
from skin_gui.training.data.tables import DatasetError

log = logging.getLogger(__name__)

Lesion = tuple[str, str]

LabelledBy = Literal["histology", "review", "folder"]
"""The most reliable first; a folder says it by its name or its table."""
_MOST_RELIABLE_FIRST: tuple[LabelledBy, ...] = get_args(LabelledBy)


@dataclass(frozen=True)
class KnownCase:
    """An image whose label is known."""

    path: Path
    label: Label
    """By histology, where that says it; else the reviewer's; else the folder's or its table's."""
    labelled_by: LabelledBy
    diagnosis: str = ""
    """As the table beside the images writes it; empty where none does."""
    histology: Histology | None = None
    """What the label is from, where it is by histology."""
    sha256: str = ""
    """Of the file that was classified: another one may stand in its place by now. Empty where it is not known."""


@dataclass(frozen=True)
class Similar:
    """A known case, and how much alike it is."""

    case: KnownCase
    distance: float
    """Root mean square of the differences of whitened components: 0 for the same picture."""


@dataclass(frozen=True)
class KnownCases:
    """All known cases that one model has looked at, or others that see the same (`seen_by`)."""

    seen_by: str
    cases: tuple[KnownCase, ...]
    vectors: NDArray[np.float32]
    """(n, k) `Prediction.components` of each."""
    lesions: Mapping[Path, Lesion]
    """Patient and lesion of the images of which both or one is known, those without a label too."""
    seen_by_others: int = 0
    """Images whose label is known, but that only models with another view have looked at."""

    def similar(self, path: Path, components: NDArray[np.floating], count: int) -> list[Similar]:
        """The cases most alike, the most alike first; every one is compared.

        Neither the image itself nor others of its lesion count.

        Args:
            components: (k,) what the model saw in it.
        """
        own = self.lesions.get(path)
        without = np.array(
            [case.path == path or (own is not None and self.lesions.get(case.path) == own) for case in self.cases],
            dtype=bool,
        )
        found = nearest(self.vectors, np.asarray(components, np.float32), count, without=without)
        return [Similar(self.cases[one.row], one.distance) for one in found]


def load_known_cases(
    model_id: str, store: SessionStore | None = None, cancelled: CancelCheck = never_cancel
) -> KnownCases:
    """The cases of all review sessions; an image that lies in several counts once.

    Args:
        model_id: of the model in use; those of models that differ in their calibration alone are the same cases.
        store: where the sessions lie; None for the user's.
    """
    cases: dict[Path, tuple[KnownCase, NDArray[np.float16]]] = {}
    lesions: dict[Path, Lesion] = {}
    labelled: set[Path] = set()
    view = seen_by(model_id)
    for session in (store or SessionStore()).each(cancelled):
        samples = _samples(session.info().roots, cancelled)
        lesions |= _lesions(session, samples)
        seen = session.components()
        for row in session.results():
            by, components = seen.get(row.path, ("", None))
            case = _case(row, samples.get(row.path))
            if case is not None:
                labelled.add(row.path)
            if by == view and components is not None and case is not None and _counts(case, cases):
                cases[row.path] = (case, components)
    width = len(next(iter(cases.values()))[1]) if cases else 0
    vectors = np.array([components for _, components in cases.values()], np.float32).reshape(len(cases), width)
    found = tuple(case for case, _ in cases.values())
    return KnownCases(view, found, vectors, lesions, len(labelled - cases.keys()))


def _samples(roots: Sequence[Path], cancelled: CancelCheck) -> dict[Path, Sample]:
    """What the folders themselves say of their images; nothing where they say nothing."""
    folders = [root for root in roots if root.is_dir()]
    if not folders:
        return {}
    try:
        dataset = load_dataset(folders, require_both_classes=False, cancelled=cancelled)
    except DatasetError as error:
        log.info("no labels beside a reviewed folder: %s", type(error).__name__)
        return {}
    return {sample.path.absolute(): sample for sample in dataset}


def _lesions(session: Session, samples: Mapping[Path, Sample]) -> dict[Path, Lesion]:
    by_table = {path: (sample.patient_id or "", sample.lesion_id or "") for path, sample in samples.items()}
    grouped = {path: (membership.patient, membership.lesion) for path, membership in session.memberships.all().items()}
    # A patient alone is no lesion: his others may be shown.
    return {path: lesion for path, lesion in (by_table | grouped).items() if lesion[1]}


def _counts(case: KnownCase, cases: Mapping[Path, tuple[KnownCase, NDArray[np.float16]]]) -> bool:
    """Whether it is worth at least as much as what another session said of the same image."""
    other = cases.get(case.path)
    return other is None or _rank(case) <= _rank(other[0])


def _rank(case: KnownCase) -> int:
    return _MOST_RELIABLE_FIRST.index(case.labelled_by)


def _case(row: Result, sample: Sample | None) -> KnownCase | None:
    diagnosis = (sample.diagnosis if sample else None) or ""
    histology = row.assessment.histology
    if (label := label_of(row)) is not None:
        if implied_label(histology) == label:
            return KnownCase(row.path, label, "histology", diagnosis, histology, row.sha256)
        return KnownCase(row.path, label, "review", diagnosis, sha256=row.sha256)
    return KnownCase(row.path, sample.label, "folder", diagnosis, sha256=row.sha256) if sample else None
