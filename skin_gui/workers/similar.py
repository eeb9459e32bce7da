"""Finding the known cases most alike, as a task for a worker: reading all sessions takes a moment."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui.checksum import sha256_file
from skin_gui.imaging.scan import FoundImage
from skin_gui.lesions.known_cases import KnownCase, KnownCases, Similar, load_known_cases
from skin_gui.progress import CancelCheck, Progress
from skin_gui.review.results import seen_by
from skin_gui.workers.base import as_task

COUNT = 5


@dataclass(frozen=True)
class SimilarCases:
    """The known cases most alike to one image."""

    path: Path
    found: tuple[Similar, ...]
    """The most alike first."""
    files: tuple[FoundImage | None, ...]
    """Their files; None where one is not there any more, or is another than was classified."""
    changed: frozenset[Path]
    """Those of which another file stands in their place."""
    known: KnownCases
    """All cases, so that the next search need not read them again."""


@as_task
def similar_task(
    _progress: Progress,
    cancelled: CancelCheck,
    path: Path,
    components: NDArray[np.floating],
    model_id: str,
    known: KnownCases | None,
) -> SimilarCases:
    """A task that returns `SimilarCases`.

    Args:
        components: (m,) what the model saw in it (`Prediction.components`).
        known: the cases of an earlier search, where nothing has changed since.
    """
    cases = known
    if cases is None or cases.seen_by != seen_by(model_id):
        cases = load_known_cases(model_id, cancelled=cancelled)
    found = tuple(cases.similar(path.absolute(), components, COUNT))
    changed = frozenset(one.case.path for one in found if _has_changed(one.case))
    files = tuple(None if one.case.path in changed else _file(one.case.path) for one in found)
    return SimilarCases(path, found, files, changed, cases)


def _has_changed(case: KnownCase) -> bool:
    """Whether its label, and what the model saw, are of another picture than the one that is there."""
    try:
        return bool(case.sha256) and sha256_file(case.path) != case.sha256
    except OSError:
        return False


def _file(path: Path) -> FoundImage | None:
    try:
        return FoundImage.of(path)
    except OSError:
        return None
