"""The two long steps of a run: the features of its images, and the fits to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.head import Head, SupportVectorMachine
from skin_gui.classifier.store import ModelStore
from skin_gui.progress import CancelCheck, Progress, part_of
from skin_gui.training.data.splits import Indices
from skin_gui.training.features.base_model import BaseModel
from skin_gui.training.features.extraction import (
    ExtractedFeatures,
    ExtractionContext,
    Extractor,
    Recipe,
    extract_features,
)
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace
from skin_gui.training.fitting.calibrated import Schedule, leading_svms
from skin_gui.training.fitting.head_fit import Epoch, FeatureSet, FitStart, FitWatch, fit_head, source_weights
from skin_gui.training.fitting.presets import Preset
from skin_gui.training.fitting.svm_fit import LogitScales, joined
from skin_gui.training.plan import TrainingError, TrainingPlan
from skin_gui.training.run.card_facts import WriteRunCard
from skin_gui.training.run.events import EpochEvent, Report, Stages
from skin_gui.training.run.preparation import DatasetSplit
from skin_gui.wording.training import TrainingFact

AUGMENTATION_SEED = 0
"""Not the run's seed: whatever it is, the cached features serve."""


@dataclass(frozen=True, eq=False)
class RunContext:
    """What the steps of a run have in common; its members are those of `train`."""

    plan: TrainingPlan
    report: Report
    stages: Stages
    stop: CancelCheck
    cancelled: CancelCheck
    store: ModelStore
    cache: FeatureCache
    extractor: Extractor
    write_card: WriteRunCard


@dataclass(frozen=True, eq=False)
class Extracted:
    """The features of a run."""

    train: FeatureSet
    held_out: NDArray[np.float16]
    """(n, features) of the unchanged images."""
    computed: int


@dataclass(frozen=True, eq=False)
class Fit:
    """The stage of training."""

    schedule: Schedule
    of_curves: Head
    """Fitted without the validation images."""
    head: Head
    """Fitted to all training images."""
    stopped: bool
    """Whether the user ended it early."""


def extract(run: RunContext, split: DatasetSplit, base: BaseModel, preset: Preset) -> Extracted:
    """Features of all training variants and of the held-out images, through the cache."""
    space = FeatureSpace(base.space.base_sha256, preset.features)
    paths = split.dataset.paths
    shares = (preset.variants * len(split.train), len(split.held_out))
    progress = run.stages.begin("features", sum(shares), "images")
    run.cache.sweep()

    def extracted(positions: Indices, recipe: Recipe, part: Progress) -> ExtractedFeatures:
        hashes = [split.hashes[i] for i in positions]
        context = ExtractionContext(run.cache, run.extractor, part, run.cancelled)
        found = extract_features([paths[i] for i in positions], base.network, recipe, hashes=hashes, context=context)
        if found.unreadable or list(found.hashes) != hashes:
            raise TrainingError(TrainingFact.FILES_CHANGED())
        return found

    recipe = Recipe(space, variants=preset.variants, of_unchanged=preset.of_unchanged, seed=AUGMENTATION_SEED)
    until = shares[0] / sum(shares)
    train = extracted(split.train, recipe, part_of(progress, 0.0, until))
    held_out = extracted(split.held_out, Recipe(space), part_of(progress, until, 1.0))
    run.cache.prune()
    labels = split.labels[split.train]
    sources = [split.dataset.sources[i] for i in split.train]
    weights = source_weights(labels, sources) if preset.balance_sources else np.ones(len(labels))
    features = FeatureSet(train.vectors, labels, weights)
    return Extracted(features, held_out.vectors[0], train.computed + held_out.computed)


def fit_heads(
    run: RunContext,
    preset: Preset,
    standardisation_of: Head | None,
    initial: Head | None,
    split: DatasetSplit,
    features: FeatureSet,
) -> Fit:
    """Find the best epoch on a validation split, then fit to all training images for as long."""
    epochs, seed = run.plan.epochs or preset.epochs, run.plan.seed
    progress = run.stages.begin("training", 2 * epochs, "epochs")
    curve: list[Epoch] = []

    def of_epoch(epoch: Epoch) -> None:
        curve.append(epoch)
        run.report(EpochEvent(epoch))
        progress(epoch.number / (2 * epochs))

    inside = np.isin(split.train, split.validation)
    outside, validation = features.subset(np.flatnonzero(~inside)), features.subset(np.flatnonzero(inside))
    of_curves = fit_head(
        outside.without_leading(preset.skipped),
        preset,
        seed=seed,
        epochs=epochs,
        validation=validation.without_leading(preset.skipped),
        start=FitStart(initial=initial, standardisation_of=standardisation_of),
        watch=FitWatch(report=of_epoch, stop=run.stop, cancelled=run.cancelled),
    )
    schedule = Schedule(preset, seed, epochs, _best_epoch(curve), initial, standardisation_of)
    if preset.for_svms:
        svms = leading_svms(outside, preset, seed)
        scales = _logit_scales(of_curves, svms, validation, preset)
        schedule, of_curves = replace(schedule, scales=scales), joined(of_curves, svms, scales)
    head = schedule.fit(features, part_of(progress, 0.5, 1.0), run.cancelled)
    return Fit(schedule, of_curves, head, stopped=len(curve) < epochs)


def _logit_scales(
    layers: Head, svms: Sequence[SupportVectorMachine], validation: FeatureSet, preset: Preset
) -> LogitScales:
    vectors = validation.vectors[0].astype(np.float32)
    by_svms = [svm.logits(vectors[:, own]) for svm, own in zip(svms, preset.svm_slices, strict=True)]
    return LogitScales(
        float(layers.logits(vectors[:, preset.skipped :]).std()), tuple(float(logits.std()) for logits in by_svms)
    )


def _best_epoch(curve: Sequence[Epoch]) -> int:
    """The epoch with the best validation AUC, the latest of several."""
    return max(curve, key=lambda epoch: (epoch.validation_auc or 0.0, epoch.number)).number
