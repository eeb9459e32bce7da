"""The long steps of making the shipped model; each leaves its result in a working folder."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.checksum import sha256_file
from skin_gui.classifier import vgg16
from skin_gui.classifier.head import Head, SupportVectorMachine
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.progress import Progress
from skin_gui.training.data.dataset import UNTRACED, Dataset, load_dataset
from skin_gui.training.data.duplicates import find_duplicates
from skin_gui.training.data.file_traits import read_traits
from skin_gui.training.data.splits import group_ids, grouped_folds
from skin_gui.training.features.extraction import ExtractionContext, extract_features
from skin_gui.training.features.extraction import Recipe as FeatureRecipe
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace
from skin_gui.training.fitting.calibration import distances, fit_novelty
from skin_gui.training.fitting.head_fit import FeatureSet, Floats, source_weights
from skin_gui.training.fitting.presets import PRESETS
from skin_gui.training.fitting.source_directions import SourceInvariance
from skin_gui.training.fitting.svm_fit import LogitScales, SvmRecipe, fit_svm, joined
from tools.train_model.linear_fit import fit_linear
from tools.train_model.sources_held_out import leave_one_source_out

log = logging.getLogger(__name__)

SEED = 0
FOLDS = 5
PRESET = PRESETS["default"]
_CACHE_LIMIT = 64 * 2**30  # nothing may be dropped in between

FOLDERS = ("isic/train", "ham_extra", "isic17", "bcn")
HAM10000, ISIC, BARCELONA = "HAM10000", "ISIC archive", "Barcelona"
SOURCES: Mapping[str, str] = {
    "train": HAM10000,
    "ham_extra": HAM10000,
    f"train{UNTRACED}": ISIC,
    "isic17": ISIC,
    "bcn": BARCELONA,
}
"""The source of what the data set calls so: the paper's malignant images that are not HAM10000 are ISIC's others."""

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]
Arrays = dict[str, NDArray[Any]]
Logits = NDArray[np.float64]


SVM = SvmRecipe(penalty=2.0, width=1.0, most_images=20_000)


@dataclass(frozen=True)
class Recipe:
    """The numbers that were chosen by leaving sources out (docs/adr/0018)."""

    variants: int = 4
    """Of each image that the linear layer reads: the unchanged one and so many less one as other cameras see it."""
    penalty: float = 3e-4
    svm: SvmRecipe = SVM
    directions: tuple[int, int] = (16, 12)
    """How many that tell the sources apart are projected out of what the linear layer and an SVM read."""


RECIPE = Recipe()


@dataclass(frozen=True)
class SourcedImages:
    """The images with everything that the fits need beside their features."""

    dataset: Dataset
    labels: NDArray[np.int64]
    sources: list[str]
    weights: NDArray[np.float64]
    groups: NDArray[np.int64]
    folds: list[Fold]
    """By lesion."""
    left_out: Mapping[str, Fold]
    """By source: what is left without it, and it."""


def load_images(data: Path) -> SourcedImages:
    """All images, split by lesion, else by picture, and by source."""
    dataset = load_dataset([data / folder for folder in FOLDERS])
    groups = group_ids(dataset, find_duplicates(read_traits(dataset.paths)))
    labels = dataset.labels
    folders = [sample.folder.name for sample in dataset]
    sources = [SOURCES[name] for name in dataset.sources]
    # Folds hold the same mixture of folders as well as of classes.
    strata = labels + 2 * np.unique(folders, return_inverse=True)[1]
    folds = grouped_folds(strata, groups, FOLDS, SEED)
    weights = source_weights(labels, sources)
    return SourcedImages(dataset, labels, sources, weights, groups, folds, leave_one_source_out(sources, labels))


class WorkingFolder:
    """One file a finished step."""

    def __init__(self, folder: Path, inputs: str) -> None:
        """Args: the folder, made if it is missing; a mark of all that the steps' results depend on."""
        self.folder = folder
        self.inputs = inputs
        folder.mkdir(parents=True, exist_ok=True)
        self.cache = FeatureCache(folder / "features", _CACHE_LIMIT)

    def once(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        """The arrays of a finished step, or make and keep them."""
        path = self.folder / f"{name}-{self.inputs}.npz"
        if not path.exists():
            arrays = make()
            part = path.with_suffix(".part.npz")
            np.savez(part, allow_pickle=False, **arrays)
            part.replace(path)
        with np.load(path, allow_pickle=False) as data:
            return {key: data[key] for key in data.files}


def mark_of(images: SourcedImages, weights: vgg16.Weights) -> str:
    """A mark that changes with the images, their folds and sources, the weights to start from, and the recipe."""
    mark = hashlib.sha256(vgg16.pack_weights(weights))
    for path in images.dataset.paths:
        mark.update(bytes.fromhex(sha256_file(path)))
    for _, held in images.folds:
        mark.update(held.tobytes())
    mark.update(repr((images.sources, RECIPE, PRESET.features, SEED)).encode())
    return mark.hexdigest()[:16]


def _logged(step: str) -> Progress:
    """Progress as a log line every tenth part."""
    reached = -1

    def progress(part: float) -> None:
        nonlocal reached
        if int(10 * part) > reached:
            reached = int(10 * part)
            log.info("%s: %d %%", step, 10 * reached)

    return progress


@dataclass(frozen=True)
class Part:
    """The parts of a head, fitted to the same images."""

    layers: Head
    svms: tuple[SupportVectorMachine, ...]


@dataclass(frozen=True)
class HeldOut:
    """What heads say of images that they were not fitted to; every array is (n,) over all images."""

    layers: Logits
    svms: tuple[Logits, ...]
    distance: NDArray[np.float64]
    """To the images that the head was fitted to."""

    def scales(self) -> LogitScales:
        """The spread of each part's logits."""
        return LogitScales(float(self.layers.std()), tuple(float(logits.std()) for logits in self.svms))

    def logits(self, scales: LogitScales) -> Logits:
        """Of all parts, joined as in the head."""
        parts = zip((self.layers, *self.svms), (scales.layers, *scales.svms), strict=True)
        return np.asarray(np.mean([logits / scale for logits, scale in parts], axis=0))


class Run:
    """The steps, each done once."""

    def __init__(self, images: SourcedImages, working: WorkingFolder, base: Path) -> None:
        """Args: the images; where results are kept; the folder of the ImageNet base as an ncnn network."""
        self.images = images
        self.working = working
        self.base = base

    @cached_property
    def features(self) -> FeatureSet:
        """(variants, n, features): the covariances, of the unchanged images alone, then the pooled levels."""
        param, weights = (self.base / name for name in NETWORK)
        found = extract_features(
            self.images.dataset.paths,
            Network(param, weights),
            FeatureRecipe(
                FeatureSpace(sha256_file(weights), PRESET.features),
                variants=RECIPE.variants,
                of_unchanged=PRESET.of_unchanged,
                seed=SEED,
            ),
            context=ExtractionContext(cache=self.working.cache, progress=_logged("features")),
        )
        if found.unreadable:
            raise SystemExit(
                f"{len(found.unreadable)} training images cannot be read; the first: {found.unreadable[0]}"
            )
        return FeatureSet(found.vectors, self.images.labels, self.images.weights)

    @cached_property
    def unchanged(self) -> Floats:
        """(n, features) of the unchanged images."""
        vectors: Floats = self.features.vectors[0].astype(np.float32)
        return vectors

    def fit(self, at: NDArray[np.int64]) -> Part:
        """All parts of a head, fitted to the images at these positions."""
        sources = [self.images.sources[i] for i in at]
        labels = self.images.labels[at]
        weights = source_weights(labels, sources)
        for_layer, for_svm = (SourceInvariance(sources, count) for count in RECIPE.directions)
        some = replace(self.features.subset(at), weights=weights)
        svms = (
            fit_svm(some.vectors[0, :, own], labels, weights, seed=SEED, recipe=RECIPE.svm, invariance=for_svm)
            for own in PRESET.svm_slices
        )
        return Part(fit_linear(some.without_leading(PRESET.skipped), RECIPE.penalty, for_layer), tuple(svms))

    def held_out(self, name: str, folds: Iterable[Fold]) -> HeldOut:
        """What is said of each fold's held-out images by a head that was fitted to the others; each fold is kept."""
        count = len(self.images.labels)
        layers, svms, distance = np.zeros(count), np.zeros((len(PRESET.for_svms), count)), np.zeros(count)
        for number, (train, held) in enumerate(folds, 1):

            def fold(train: NDArray[np.int64] = train, held: NDArray[np.int64] = held) -> Arrays:
                part = self.fit(train)
                vectors = self.unchanged
                standard = part.layers.standardise(vectors[:, PRESET.skipped :])
                return {
                    "layers": part.layers.logits(vectors[held, PRESET.skipped :]),
                    "svms": np.stack(
                        [svm.logits(vectors[held, own]) for svm, own in zip(part.svms, PRESET.svm_slices, strict=True)]
                    ),
                    "distance": distances(fit_novelty(standard[train], SEED), standard[held]),
                }

            found = self.working.once(f"{name}{number}", fold)
            layers[held], svms[:, held], distance[held] = found["layers"], found["svms"], found["distance"]
            log.info("%s %d is done", name, number)
        return HeldOut(layers, tuple(svms), distance)

    def final_head(self, scales: LogitScales) -> Head:
        """The head that is fitted to every image, with its distance to them."""
        part = self.fit(np.arange(len(self.images.labels)))
        head = joined(part.layers, part.svms, scales)
        return replace(head, novelty=fit_novelty(head.standardise(self.unchanged), SEED))
