"""How long a run will take and how much room it needs, before it starts."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from skin_gui.checksum import sha256_file
from skin_gui.classifier.classifier import available_cores
from skin_gui.classifier.features import Features, feature_width, layers_of
from skin_gui.classifier.network import Network
from skin_gui.classifier.store import ModelStore
from skin_gui.imaging.preprocess import INPUT_SIZE
from skin_gui.training.data.dataset import Dataset
from skin_gui.training.data.splits import FOLDS
from skin_gui.training.features.base_model import load_base, stored_start
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace
from skin_gui.training.fitting.presets import PRESETS, Preset
from skin_gui.training.fitting.svm_fit import COMPONENTS, MOST_IMAGES
from skin_gui.training.plan import TrainingPlan

_HELD_OUT = 0.2
_PROBED = 24  # files whose hash is looked up in the cache
_TIMED = 3  # images that the network is timed with

# Measured on two cores of a 2020s server processor.
_START_SECONDS = 20.0  # Keras' import, and the first step of each fit
_READ_SECONDS = 0.006  # a file, for the audit and its cached features
_STEP_SECONDS = 0.002  # a batch, besides its weights
_WEIGHT_SECONDS = 3e-10  # a weight of the first layer and image, there and back
_SECONDS_A_PAIR = 4e-7  # a pair of images, for the support vector machine
_PASSES = (FOLDS - 1) + 1  # fits to everything: each of the folds without its part, and the final head


@dataclass(frozen=True)
class RunForecast:
    """What a run will take."""

    seconds: float
    disk_bytes: int
    """Of the cache and the new model."""
    vectors: int
    """Feature vectors that the run needs."""
    cached: float
    """The share of them that the cache holds, from a sample."""


def forecast(plan: TrainingPlan, dataset: Dataset) -> RunForecast:
    """Estimate a run from its counts, the cache and a short probe of the network. Raises KeyError, TrainingError."""
    preset = PRESETS[plan.preset]
    base = load_base(stored_start(ModelStore(), plan.start))
    space = FeatureSpace(base.space.base_sha256, preset.features)
    has_test = any(sample.split == "test" for sample in dataset) and dataset.is_split
    held_out = sum(sample.split == "test" for sample in dataset) if has_test else round(_HELD_OUT * len(dataset))
    fitted = len(dataset) - held_out
    vectors = preset.variants * fitted + held_out
    share = _cached_share(dataset, space, FeatureCache())
    rate = _rate(base.network, preset.features)
    width = feature_width(preset.features)
    missing = (1 - share) * vectors
    # The support vector machines' features are taken of unchanged images alone.
    values = len(dataset) * width + (preset.variants - 1) * fitted * (width - preset.skipped)
    seconds = _START_SECONDS + _READ_SECONDS * len(dataset) + missing / rate + _fit_seconds(plan, preset, fitted, width)
    layers = width - preset.skipped
    head_bytes = 2 * layers * (preset.hidden[0] if preset.hidden else 1) + 2 * 64 * layers
    head_bytes += 2 * COMPONENTS * (preset.skipped + len(preset.for_svms) * min(fitted, MOST_IMAGES))
    return RunForecast(seconds, int(2 * (1 - share) * values + head_bytes), vectors, share)


def _fit_seconds(plan: TrainingPlan, preset: Preset, images: int, width: int) -> float:
    epochs = plan.epochs or preset.epochs
    weights = (width - preset.skipped) * (preset.hidden[0] if preset.hidden else 1)
    an_epoch = images * (_STEP_SECONDS / preset.batch_size + _WEIGHT_SECONDS * weights)
    fit_svms = len(preset.for_svms) * _SECONDS_A_PAIR * min(images, MOST_IMAGES) ** 2
    return _PASSES * (epochs * an_epoch + fit_svms)


def _cached_share(dataset: Dataset, space: FeatureSpace, cache: FeatureCache) -> float:
    """The share of a sample's vectors in the cache."""
    if not (cache.folder / space.folder).is_dir():
        return 0.0
    chosen = np.unique(np.linspace(0, len(dataset) - 1, _PROBED).astype(int))
    hashes = []
    for i in chosen:
        with suppress(OSError):
            hashes.append(sha256_file(dataset.samples[i].path))
    if not hashes:
        return 0.0
    # The unchanged image comes first, and of a held-out one nothing else is needed.
    return sum(cache.has(space, digest, 0) for digest in hashes) / len(hashes)


def _rate(network: Network, features: Features) -> float:
    """Images a second on all cores."""
    layers = layers_of(features)
    image = np.full((INPUT_SIZE, INPUT_SIZE, 3), 128, dtype=np.uint8)
    network.maps(image, layers)  # the first call fills caches
    cores = available_cores()
    with ThreadPoolExecutor(cores) as pool:
        begun = time.monotonic()
        list(pool.map(lambda _: network.maps(image, layers), range(max(_TIMED, cores))))
    return max(_TIMED, cores) / (time.monotonic() - begun)
