"""The long steps of making the shipped model; each leaves its result in a working folder."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier import vgg16
from skin_gui.classifier.features import FLATTENED, Features
from skin_gui.classifier.head import Head
from skin_gui.classifier.kernel_machine import KernelMachine
from skin_gui.classifier.model_folder import NETWORK, sha256_file
from skin_gui.classifier.network import Network
from skin_gui.progress import Progress
from skin_gui.training.data.dataset import Dataset, load_dataset
from skin_gui.training.data.duplicates import find_duplicates
from skin_gui.training.data.file_traits import read_traits
from skin_gui.training.data.splits import group_ids, grouped_folds
from skin_gui.training.features.extraction import extract_features
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace
from skin_gui.training.fitting.calibration import distances, fit_novelty
from skin_gui.training.fitting.head_fit import FeatureSet, Floats, fit_head, source_weights
from skin_gui.training.fitting.kernel_fit import Spreads, fit_kernel_machine, joined
from skin_gui.training.fitting.presets import PRESETS
from tools.train_model import fine_tuning
from tools.train_model.convert import write_network
from tools.train_model.shipped_report import PAPER

log = logging.getLogger(__name__)

SEED = 0
FOLDS = 5
RECIPE = fine_tuning.FineTuning()
VARIANTS = 4
_CACHE_LIMIT = 64 * 2**30  # the maps of 4 variants of 4,083 images take 3.4 GB; nothing may be dropped in between

Fold = tuple[NDArray[np.int64], NDArray[np.int64]]
Arrays = dict[str, NDArray[Any]]
Logits = NDArray[np.float64]


@dataclass(frozen=True)
class Material:
    """The images with everything that the fits need beside their features."""

    dataset: Dataset
    labels: NDArray[np.int64]
    sources: list[str]
    weights: NDArray[np.float64]
    groups: NDArray[np.int64]
    folds: list[Fold]


def load_material(data: Path) -> Material:
    """The paper's training images and ham_extra, split by lesion, else by picture."""
    dataset = load_dataset([data / "isic" / "train", data / "ham_extra"])
    groups = group_ids(dataset, find_duplicates(read_traits(dataset.paths)))
    labels = dataset.labels
    sources = [sample.folder.name for sample in dataset]
    # Folds hold the same mixture of sources as well as of classes.
    strata = labels + 2 * np.unique(sources, return_inverse=True)[1]
    folds = grouped_folds(strata, groups, FOLDS, SEED)
    return Material(dataset, labels, sources, source_weights(labels, sources), groups, folds)


class Workshop:
    """The working folder: one file a finished step."""

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


def mark_of(material: Material, weights: vgg16.Weights) -> str:
    """A mark that changes with the images, their folds, the weights to start from, and the recipes of the steps."""
    mark = hashlib.sha256(vgg16.pack_weights(weights))
    for path in material.dataset.paths:
        mark.update(bytes.fromhex(sha256_file(path)))
    for _, held in material.folds:
        mark.update(held.tobytes())
    # Of preset default the steps take the features alone: its other numbers belong to a user's retraining.
    mark.update(repr((RECIPE, PRESETS["paper"], PRESETS["default"].features, VARIANTS, SEED)).encode())
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
class Run:
    """What the steps share."""

    material: Material
    workshop: Workshop
    base: Path
    """Folder of the ImageNet base as an ncnn network."""
    weights: vgg16.Weights
    """The same base's weights."""


def _features(run: Run, network: Path, features: Features, variants: int) -> FeatureSet:
    param, weights = (network / name for name in NETWORK)
    found = extract_features(
        run.material.dataset.paths,
        Network(param, weights),
        FeatureSpace(sha256_file(weights), features),
        variants=variants,
        seed=SEED,
        cache=run.workshop.cache,
        progress=_logged(f"features up to {features[-1].layer}"),
    )
    if found.unreadable:
        raise SystemExit(f"{len(found.unreadable)} training images cannot be read; the first: {found.unreadable[0]}")
    return FeatureSet(found.vectors, run.material.labels, run.material.weights)


def _arrays(tuned: fine_tuning.TunedModel) -> Arrays:
    arrays: Arrays = {"shift": tuned.head.shift, "scale": tuned.head.scale, **tuned.block5}
    for index, (kernel, bias) in enumerate(zip(tuned.head.kernels, tuned.head.biases, strict=True)):
        arrays |= {f"dense{index}/kernel": kernel, f"dense{index}/bias": bias}
    return arrays


def _tuned(arrays: Arrays) -> fine_tuning.TunedModel:
    layers = range(sum(name.startswith("dense") for name in arrays) // 2)
    kernels = tuple(arrays[f"dense{index}/kernel"] for index in layers)
    biases = tuple(arrays[f"dense{index}/bias"] for index in layers)
    block5 = {name: array for name, array in arrays.items() if name.startswith("block5")}
    return fine_tuning.TunedModel(block5, Head(True, arrays["shift"], arrays["scale"], kernels, biases))


def cross_validate_default(run: Run) -> NDArray[np.float64]:
    """Out-of-fold logits of the fine-tuned model, (n,); every fold is kept as it is done."""
    logits = np.zeros(len(run.material.labels))
    load = cache(lambda: _features(run, run.base, fine_tuning.TUNING_FEATURES, VARIANTS))
    for number, (train, held) in enumerate(run.material.folds, 1):

        def fold(train: NDArray[np.int64] = train, held: NDArray[np.int64] = held) -> Arrays:
            tuned = fine_tuning.fine_tune(load().subset(train), run.weights, RECIPE, seed=SEED)
            return {"logits": fine_tuning.tuned_logits(tuned, load().vectors[0, held])}

        logits[held] = run.workshop.once(f"default-fold{number}", fold)["logits"]
        log.info("default: fold %d of %d is done", number, FOLDS)
    return logits


def cross_validate_paper(run: Run) -> NDArray[np.float64]:
    """Out-of-fold logits of the paper's head on the ImageNet base, (n,), fitted to the paper's images alone."""
    preset = PRESETS["paper"]
    logits = np.zeros(len(run.material.labels))
    own = np.array(run.material.sources) == PAPER
    load = cache(lambda: _features(run, run.base, FLATTENED, preset.variants))
    for number, (train, held) in enumerate(run.material.folds, 1):

        def fold(train: NDArray[np.int64] = train, held: NDArray[np.int64] = held) -> Arrays:
            head = fit_head(load().subset(train[own[train]]), preset, seed=SEED)
            return {"logits": head.logits(load().vectors[0, held].astype(np.float32))}

        logits[held] = run.workshop.once(f"paper-fold{number}", fold)["logits"]
        log.info("paper: fold %d of %d is done", number, FOLDS)
    return logits


def train_final(run: Run) -> tuple[Path, Head]:
    """Fine-tune on every image; returns the folder of the tuned network and its head without novelty."""

    def final() -> Arrays:
        features = _features(run, run.base, fine_tuning.TUNING_FEATURES, VARIANTS)
        return _arrays(fine_tuning.fine_tune(features, run.weights, RECIPE, seed=SEED))

    tuned = _tuned(run.workshop.once("default-final", final))
    folder = run.workshop.folder / "network"
    write_network({**run.weights, **tuned.block5}, folder)
    return folder, tuned.head


def add_kernel_machine(run: Run, vectors: Floats, head: Head, tuned: Logits) -> tuple[Head, Logits]:
    """Put a kernel machine on the textures of the frozen blocks beside the fine-tuned layers; each has half a say.

    Args:
        run: the images and folds.
        vectors: (n, features) of the unchanged images.
        head: the layers alone.
        tuned: (n,) their out-of-fold logits.

    Returns:
        The head with both, and its out-of-fold logits (n,).
    """
    material = run.material
    textures = vectors[:, : PRESETS["default"].skipped]

    def machine_of(at: NDArray[np.int64]) -> KernelMachine:
        return fit_kernel_machine(textures[at], material.labels[at], material.weights[at], seed=SEED)

    alone = np.zeros(len(textures))
    for train, held in material.folds:
        alone[held] = machine_of(train).logits(textures[held])
    spreads = Spreads(float(tuned.std()), float(alone.std()))
    both = joined(head, machine_of(np.arange(len(textures))), spreads)
    return both, 0.5 * tuned / spreads.layers + 0.5 * alone / spreads.machine


def add_novelty(run: Run, vectors: Floats, head: Head) -> tuple[Head, float]:
    """Add the distance to the training data; its limit keeps 95 % of images that it was not fitted to inside."""
    standard = head.standardise(vectors)
    held_out = np.zeros(len(standard))
    for train, held in run.material.folds:
        held_out[held] = distances(fit_novelty(standard[train], SEED), standard[held])
    return replace(head, novelty=fit_novelty(standard, SEED)), float(np.quantile(held_out, 0.95))


def unchanged_features(run: Run, network: Path) -> Floats:
    """Features (n, features) of the unchanged images, from the tuned network."""
    vectors: Floats = _features(run, network, PRESETS["default"].features, 1).vectors[0].astype(np.float32)
    return vectors
