"""Features of a data set's images and their augmented variants, from the ncnn base, through the cache."""

import logging
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.classifier import available_cores
from skin_gui.classifier.features import Features, Gatherer, layers_of
from skin_gui.classifier.network import Network
from skin_gui.imaging.augment import augment
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.preprocess import DECODE_SIDE, resize_to_input
from skin_gui.imaging.reading import one_of_many
from skin_gui.parallel import in_order
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, raise_if
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace

log = logging.getLogger(__name__)


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


def variant_generator(image_sha256: str, variant: int, seed: int) -> np.random.Generator:
    """The generator that draws an image's variant: the same image, variant and seed give the same pixels."""
    return np.random.default_rng([int(image_sha256[:16], 16), variant, seed])


@dataclass(frozen=True)
class Recipe:
    """What is computed of every file."""

    space: FeatureSpace
    variants: int = 1
    """The unchanged image and this many less one augmentations."""
    of_unchanged: int = 0
    """So many leading parts of the features are taken of the unchanged image alone; they are 0 in its augmentations."""
    seed: int = 0
    """Of the augmentations."""

    def cached_as(self) -> list[tuple[int, FeatureSpace]]:
        """Under what each variant stands in the cache."""
        shorter = replace(self.space, features=self.space.features[self.of_unchanged :])
        return [(number + 1000 * self.seed, shorter) if number else (0, self.space) for number in range(self.variants)]


@dataclass(frozen=True, eq=False)
class FileFeatures:
    """What was extracted from one file."""

    sha256: str
    vectors: list[NDArray[np.float16]]
    """One for each variant; those of augmentations may be shorter, see `Recipe.of_unchanged`."""
    computed: int
    """How many were not in the cache."""


def cached_features(digest: str, recipe: Recipe, cache: FeatureCache | None) -> FileFeatures | None:
    """The features of a file whose SHA-256 is known, where the cache holds all of them; the file is not opened."""
    vectors = [cache.get(space, digest, key) for key, space in recipe.cached_as()] if cache else []
    complete = [vector for vector in vectors if vector is not None]
    return FileFeatures(digest, complete, 0) if len(complete) == recipe.variants else None


def _features_of(pixels: NDArray[np.uint8], network: Network, features: Features) -> NDArray[np.float16]:
    gatherer = Gatherer(features)
    network.visit(pixels, layers_of(features), gatherer.take)
    return gatherer.vector().astype(np.float16)


def file_features(
    path: Path,
    digest: str | None,
    network: Network,
    recipe: Recipe,
    cache: FeatureCache | None,
    cancelled: CancelCheck = never_cancel,
) -> FileFeatures | ImageError:
    """Extract the features of one file's variants; what is wrong with the file is returned, not raised.

    Raises:
        OSError: the cache cannot be written.
    """
    raise_if(cancelled)
    if digest and (complete := cached_features(digest, recipe, cache)):
        return complete
    try:
        with one_of_many(path):
            loaded = load_image(path, minimum_side=DECODE_SIDE)
            image = resize_to_input(loaded.pixels)
        vectors, computed = [], 0
        for variant, (key, space) in enumerate(recipe.cached_as()):
            vector = cache.get(space, loaded.sha256, key) if cache else None
            if vector is None:
                raise_if(cancelled)
                with one_of_many(path):
                    rng = variant_generator(loaded.sha256, variant, recipe.seed)
                    vector = _features_of(augment(image, rng) if variant else image, network, space.features)
                computed += 1
                if cache:
                    cache.put(space, loaded.sha256, key, vector)
            vectors.append(vector)
    except ImageError as error:
        return error
    return FileFeatures(loaded.sha256, vectors, computed)


@dataclass(frozen=True, eq=False)
class Extraction:
    """What is to be extracted, and with what."""

    files: Sequence[Path]
    hashes: Sequence[str | None]
    """SHA-256 of each file; None where it is not known."""
    network: Network
    recipe: Recipe
    cache: FeatureCache | None
    cancelled: CancelCheck

    def of(self, path: Path, known_hash: str | None) -> FileFeatures | ImageError:
        """The features of one of the files. Raises what `file_features` raises."""
        return file_features(path, known_hash, self.network, self.recipe, self.cache, self.cancelled)


Extractor = Callable[[Extraction], Generator[FileFeatures | ImageError]]
"""Where the features are computed: gives what came of each file, in the order of the files."""


def on_this_machine(wanted: Extraction) -> Generator[FileFeatures | ImageError]:
    """The `Extractor` of all cores of this machine."""
    known = zip(wanted.files, wanted.hashes, strict=True)
    return in_order(lambda one: wanted.of(*one), known, jobs=available_cores(), cancelled=wanted.cancelled)


@dataclass(frozen=True, eq=False)
class ExtractionContext:
    """Where features are computed and kept, and who watches."""

    cache: FeatureCache | None = None
    """Where vectors are kept; None for nowhere."""
    extractor: Extractor = on_this_machine
    progress: Progress = ignore_progress
    cancelled: CancelCheck = never_cancel
    """Asked between images; what was computed until then stays in the cache."""


def extract_features(
    files: Sequence[Path],
    network: Network,
    recipe: Recipe,
    *,
    hashes: Sequence[str] | None = None,
    context: ExtractionContext | None = None,
) -> ExtractedFeatures:
    """Extract the features of every file's variants, taking from the cache what it holds.

    Args:
        files: image files.
        network: the base, loaded with `threads=1`.
        recipe: what is computed of each.
        hashes: SHA-256 of each file where they are known: what is cached completely is then not even opened.
        context: where, and who watches; this machine without a cache when None.

    Raises:
        OSError: the cache cannot be written, e.g. because the disk is full.
    """
    context = context or ExtractionContext()
    context.progress(0)
    table: NDArray[np.float16] | None = None
    rows: list[int] = []
    found: list[str] = []
    unreadable: list[ImageError] = []
    total = 0
    outcome_of_each = context.extractor(
        Extraction(files, hashes or [None] * len(files), network, recipe, context.cache, context.cancelled)
    )
    with closing(outcome_of_each) as outcomes:
        for done, outcome in enumerate(outcomes, 1):
            if isinstance(outcome, ImageError):
                log.warning("a training image is left out: %s", outcome.reason)
                unreadable.append(outcome)
            else:
                if table is None:
                    table = np.zeros((recipe.variants, len(files), len(outcome.vectors[0])), dtype=np.float16)
                for own, vector in zip(table[:, len(rows)], outcome.vectors, strict=True):
                    own[len(own) - len(vector) :] = vector
                rows.append(done - 1)
                found.append(outcome.sha256)
                total += outcome.computed
            context.progress(done / len(files))
    if table is None:
        table = np.empty((recipe.variants, 0, 0), dtype=np.float16)
    return ExtractedFeatures(
        vectors=table[:, : len(rows)],
        rows=np.array(rows, dtype=np.int64),
        hashes=tuple(found),
        unreadable=tuple(unreadable),
        computed=total,
    )
