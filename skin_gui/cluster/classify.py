"""Classify many files on a cluster."""

import threading
from collections.abc import Generator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from skin_gui.classifier import Classifier, ModelError
from skin_gui.cluster.chunks import in_chunks
from skin_gui.cluster.connection import ClusterError
from skin_gui.cluster.terms import Terms, classifying, hold_to, hold_workers_to, model_folder, seeing
from skin_gui.imaging.errors import ImageError
from skin_gui.progress import CancelCheck, never_cancel
from skin_gui.review.batch import TOGETHER, classify_together, failed_row
from skin_gui.review.results import Result
from skin_gui.wording.cluster import ClusterFact
from skin_gui.wording.images import ImageFact

if TYPE_CHECKING:
    from distributed import Client


_lock = threading.Lock()


def classify_on_cluster(
    client: "Client",
    classifier: Classifier,
    paths: Sequence[Path],
    *,
    folder: Path | None = None,
    threshold: float | None = None,
    cancelled: CancelCheck = never_cancel,
) -> Generator[Result]:
    """As `review.batch.classify_files`, on the workers of a cluster, which see the files under the same paths.

    Args:
        classifier: the model and its engine; each worker has to have it and loads its own.
        folder: of the model where it is not one of the store's; the workers look there first.

    Returns:
        One result a file, in the order given.

    Raises:
        ClusterError: a worker has another program or model or does not see the files; the cluster is gone.
    """
    files = [path.absolute() for path in paths]
    terms = seeing(classifying(classifier.info, classifier.engine, folder), files)
    hold_workers_to(client, terms)
    limit = classifier.threshold if threshold is None else threshold
    return in_chunks(
        client,
        partial(_classify_chunk, terms, limit),
        files,
        give_up=lambda path: failed_row(classifier, path, limit, ImageError(path, ImageFact.ENDS_WORKERS())),
        cancelled=cancelled,
    )


def _classify_chunk(terms: Terms, threshold: float, paths: Sequence[Path]) -> list[Result]:
    """Runs on a worker."""
    with _lock:  # of the worker's threads one loads the model
        classifier = _classifier(terms)
    # The model may have another name there.
    return [
        replace(row, model=terms.model)
        for start in range(0, len(paths), TOGETHER)
        for row in classify_together(classifier, paths[start : start + TOGETHER], threshold)
    ]


@lru_cache(maxsize=2)
def _classifier(terms: Terms) -> Classifier:
    hold_to(terms)
    try:
        return Classifier.load(model_folder(terms), engine=terms.engine)
    except ModelError as error:
        raise ClusterError(ClusterFact.CANNOT_LOAD(reason=error.fact)) from error
