"""Features of a data set's images and their augmented variants, from the ncnn base, through the cache."""

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.classifier import available_cores
from skin_gui.classifier.features import Features, feature_vector, layers_of
from skin_gui.classifier.network import Network
from skin_gui.imaging.augment import augment
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.preprocess import DECODE_SIDE, resize_to_input
from skin_gui.imaging.reading import one_of_many
from skin_gui.progress import CancelCheck, Cancelled, Progress, ignore_progress, never_cancel
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace

log = logging.getLogger(__name__)
_T = TypeVar("_T")


@dataclass(frozen=True)
class ExtractedFeatures:
    """Features of the images that could be read."""

    vectors: NDArray[np.float16]
    """(variants, images, features); variant 0 is the unchanged image."""
    rows: NDArray[np.int64]
    """(images,): positions among the files that were asked for."""
    hashes: tuple[str, ...]
    """SHA-256 of each image's file."""
    unreadable: tuple[ImageError, ...]
    computed: int
    """How many vectors were not in the cache."""


@contextmanager
def _dropped_on_error(pool: ThreadPoolExecutor) -> Iterator[None]:
    """Give up the work that waits when one piece has failed or was cancelled."""
    try:
        yield
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _or_error(work: Callable[[Path, str | None], _T]) -> Callable[[Path, str | None], _T | ImageError]:
    """The same work on a file, which gives the file's error rather than raises it."""

    def attempt(path: Path, digest: str | None) -> _T | ImageError:
        try:
            return work(path, digest)
        except ImageError as error:
            return error

    return attempt


def variant_generator(image_sha256: str, variant: int, seed: int) -> np.random.Generator:
    """The generator that draws an image's variant: the same image, variant and seed give the same pixels."""
    return np.random.default_rng([int(image_sha256[:16], 16), variant, seed])


def extract_features(
    files: Sequence[Path],
    network: Network,
    space: FeatureSpace,
    *,
    variants: int = 1,
    of_unchanged: int = 0,
    seed: int = 0,
    hashes: Sequence[str] | None = None,
    cache: FeatureCache | None = None,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> ExtractedFeatures:
    """Extract the features of every file's variants, on all cores, taking from the cache what it holds.

    Args:
        files: image files.
        network: the base, loaded with `threads=1`.
        space: the base's hash and the features to take.
        variants: the unchanged image and this many less one augmentations.
        of_unchanged: so many leading parts of the features are taken of the unchanged image alone; they are 0 in its
            augmentations.
        seed: of the augmentations.
        hashes: SHA-256 of each file where they are known: what is cached completely is then not even opened.
        cache: where vectors are kept; None for nowhere.
        progress: called with the part done.
        cancelled: asked between images; what was computed until then stays in the cache.

    Raises:
        Cancelled: on request.
        OSError: the cache cannot be written, e.g. because the disk is full.
    """
    shorter = replace(space, features=space.features[of_unchanged:])
    keys = [(variant + 1000 * seed, shorter) if variant else (0, space) for variant in range(variants)]

    def cached(digest: str) -> list[NDArray[np.float16]]:
        found = (cache.get(own, digest, key) for key, own in keys) if cache else ()
        return [vector for vector in found if vector is not None]

    def features_of(pixels: NDArray[np.uint8], features: Features) -> NDArray[np.float16]:
        layers = layers_of(features)
        maps = dict(zip(layers, network.maps(pixels, layers), strict=True))
        return feature_vector(maps, features).astype(np.float16)

    def vectors_of(path: Path, digest: str | None) -> tuple[str, list[NDArray[np.float16]], int]:
        if cancelled():
            raise Cancelled
        if digest and len(complete := cached(digest)) == variants:
            return digest, complete, 0
        with one_of_many(path):
            loaded = load_image(path, minimum_side=DECODE_SIDE)
            image = resize_to_input(loaded.pixels)
        vectors, computed = [], 0
        for variant, (key, own) in enumerate(keys):
            vector = cache.get(own, loaded.sha256, key) if cache else None
            if vector is None:
                if cancelled():
                    raise Cancelled
                with one_of_many(path):
                    pixels = augment(image, variant_generator(loaded.sha256, variant, seed)) if variant else image
                    vector = features_of(pixels, own.features)
                computed += 1
                if cache:
                    cache.put(own, loaded.sha256, key, vector)
            vectors.append(vector)
        return loaded.sha256, vectors, computed

    progress(0)
    table: NDArray[np.float16] | None = None
    rows: list[int] = []
    found: list[str] = []
    unreadable: list[ImageError] = []
    total = 0
    with ThreadPoolExecutor(available_cores(), thread_name_prefix="features") as pool, _dropped_on_error(pool):
        for done, outcome in enumerate(pool.map(_or_error(vectors_of), files, hashes or [None] * len(files)), 1):
            if isinstance(outcome, ImageError):
                log.warning("a training image is left out: %s", outcome.reason)
                unreadable.append(outcome)
            else:
                digest, vectors, computed = outcome
                if table is None:
                    table = np.zeros((variants, len(files), len(vectors[0])), dtype=np.float16)
                for own, vector in zip(table[:, len(rows)], vectors, strict=True):
                    own[len(own) - len(vector) :] = vector
                rows.append(done - 1)
                found.append(digest)
                total += computed
            progress(done / len(files))
    if table is None:
        table = np.empty((variants, 0, 0), dtype=np.float16)
    return ExtractedFeatures(
        vectors=table[:, : len(rows)],
        rows=np.array(rows, dtype=np.int64),
        hashes=tuple(found),
        unreadable=tuple(unreadable),
        computed=total,
    )
