"""Extract the features of training images on a cluster."""

import threading
from collections.abc import Generator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from skin_gui import paths
from skin_gui.classifier.model_folder import NETWORK, ModelError, read_info, verify
from skin_gui.classifier.network import Network, NetworkError
from skin_gui.cluster.chunks import in_chunks
from skin_gui.cluster.connection import ClusterError
from skin_gui.cluster.terms import Terms, extracting, hold_to, hold_workers_to, model_folder, seeing
from skin_gui.imaging.errors import ImageError
from skin_gui.training.features.extraction import Extraction, FileFeatures, Recipe, file_features
from skin_gui.training.features.feature_cache import FeatureCache
from skin_gui.wording.cluster import ClusterFact
from skin_gui.wording.images import ImageFact

if TYPE_CHECKING:
    from distributed import Client


_lock = threading.Lock()


def extract_on_cluster(client: "Client", wanted: Extraction) -> Generator[FileFeatures | ImageError]:
    """As `Extractor`, on the workers of a cluster, which see the files under the same paths.

    What this machine's cache holds is taken from it, and what the workers compute goes into it.

    Raises:
        ClusterError: a worker does not meet the terms, or the cluster is gone.
    """
    recipe, cache = wanted.recipe, wanted.cache
    missing = [not _is_cached(digest, recipe, cache) for digest in wanted.hashes]
    sent = [path.absolute() for path, is_missing in zip(wanted.files, missing, strict=True) if is_missing]
    terms = seeing(extracting(recipe.space.base_sha256), sent)
    if sent:
        hold_workers_to(client, terms)
    work = partial(_extract_chunk, terms, recipe)
    computed = in_chunks(client, work, sent, give_up=_given_up, cancelled=wanted.cancelled)
    for path, digest, is_missing in zip(wanted.files, wanted.hashes, missing, strict=True):
        if is_missing:
            outcome = next(computed)
            _keep(outcome, recipe, cache)
            yield outcome
        else:
            yield wanted.of(path, digest)


def _is_cached(digest: str | None, recipe: Recipe, cache: FeatureCache | None) -> bool:
    if not digest or cache is None:
        return False
    return all(cache.has(space, digest, key) for key, space in recipe.cached_as())


def _keep(outcome: FileFeatures | ImageError, recipe: Recipe, cache: FeatureCache | None) -> None:
    if cache is not None and isinstance(outcome, FileFeatures):
        for (key, space), vector in zip(recipe.cached_as(), outcome.vectors, strict=True):
            cache.put(space, outcome.sha256, key, vector)


def _given_up(path: Path) -> ImageError:
    return ImageError(path, ImageFact.ENDS_WORKERS())


def _extract_chunk(terms: Terms, recipe: Recipe, files: Sequence[Path]) -> list[FileFeatures | ImageError]:
    """Runs on a worker."""
    with _lock:  # of the worker's threads one loads the network
        network = _network(terms)
    return [file_features(path, None, network, recipe, None) for path in files]


@lru_cache(maxsize=2)
def _network(terms: Terms) -> Network:
    hold_to(terms)
    try:
        folder = model_folder(terms)
        files = verify(read_info(folder), folder, paths.shipped_model())
        param, weights = (files[name] for name in NETWORK)
        return Network(param, weights)
    except (ModelError, NetworkError) as error:
        raise ClusterError(ClusterFact.CANNOT_LOAD(reason=error.fact)) from error
