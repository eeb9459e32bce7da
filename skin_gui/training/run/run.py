"""Retrain the head on a frozen base: from folders of labelled images to a model in the store."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.head import Head, SupportVectorMachine
from skin_gui.classifier.model_folder import ModelError
from skin_gui.classifier.store import ModelStore, StoredModel
from skin_gui.progress import CancelCheck, Cancelled, never_cancel
from skin_gui.training.availability import quiet_tensorflow
from skin_gui.training.data.splits import folds_of
from skin_gui.training.features.base_model import BaseModel, load_base, stored_start
from skin_gui.training.features.extraction import (
    ExtractionContext,
    Extractor,
    Recipe,
    extract_features,
    on_this_machine,
)
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace
from skin_gui.training.fitting.calibrated import Schedule, calibrate, leading_svm, out_of_fold, with_novelty
from skin_gui.training.fitting.head_fit import Epoch, FeatureSet, FitStart, FitWatch, fit_head, source_weights
from skin_gui.training.fitting.presets import PRESETS, Preset
from skin_gui.training.fitting.svm_fit import LogitScales, joined
from skin_gui.training.plan import TrainingError, TrainingPlan
from skin_gui.training.run.card_facts import WriteRunCard
from skin_gui.training.run.events import Done, EpochEvent, Note, Report, Stages, TrainingOutcome, ignore_event
from skin_gui.training.run.failures import outside_failure
from skin_gui.training.run.finish import FittedModel, finish
from skin_gui.training.run.preparation import DatasetSplit, prepare
from skin_gui.training.run.start_model import (
    better_head,
    can_draw,
    initial_head,
    known_images,
    reads_alike,
    unfamiliar_images,
)
from skin_gui.wording.training import TrainingFact, TrainingNote

log = logging.getLogger(__name__)

_SMALLEST_BATCH = 8
_STEPS = 10  # an epoch, at least, where batches can be made small enough

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


def train(
    plan: TrainingPlan,
    write_card: WriteRunCard,
    *,
    report: Report = ignore_event,
    stop: CancelCheck = never_cancel,
    cancelled: CancelCheck = never_cancel,
    extractor: Extractor = on_this_machine,
) -> TrainingOutcome:
    """Retrain, and put the new model into the store.

    Features come from the cache, so an interrupted run goes on where it was; nothing else is left of one, and the
    active model is touched by nothing but the plan's `activate`, at the very end.

    Args:
        plan: what to do.
        write_card: makes what is known of the new model the text of its card.
        report: told what happens; the last event is `Done`.
        stop: asked after each epoch; true ends the fit early and keeps the best epoch.
        cancelled: asked all the time; true ends everything.
        extractor: where features are computed.

    Raises:
        TrainingError: it cannot be done, with the reason for the user.
        Cancelled: on request.
    """
    quiet_tensorflow()
    with _failures():
        stores = ModelStore(), FeatureCache()
        return _train(RunContext(plan, report, Stages(report), stop, cancelled, *stores, extractor, write_card))


def _train(run: RunContext) -> TrainingOutcome:
    plan, report, stages, store, cancelled = run.plan, run.report, run.stages, run.store, run.cancelled
    preset = preset_of(plan)
    base, active = load_base(stored_start(store, plan.start)), load_base(store.active())
    split = prepare(plan, report, lambda count: stages.begin("audit", count, "images"), cancelled)
    extracted = _extract(run, split, base, preset)
    preset = _for_few(preset, len(split.train))
    known = known_images(base, split.hashes, report)
    initial = initial_head(base, preset, known, extracted.train.vectors.shape[2])
    standardisation_of = base.head if reads_alike(base, preset) else None
    fit = _fit(run, preset, standardisation_of, initial, split, extracted.train)
    groups = split.groups[split.train]
    folds = folds_of(split.labels[split.train], groups)
    progress = stages.begin("calibration", len(folds), "folds")
    # The curves' head is that of the first fold, unless the folders have a validation split of their own.
    is_first = np.array_equal(split.train[folds[0][1]], split.validation)
    fitted = {0: fit.of_curves} if is_first else {}
    found = out_of_fold(extracted.train, folds, fit.schedule, fitted, progress, cancelled)
    head, choice = fit.head, None
    if can_draw(base, preset, known, len(split.train)):
        head, found, choice = better_head(base, head, found, extracted.train, folds, cancelled)
    calibrated = calibrate(found, extracted.train.labels, groups, folds, plan.target_sensitivity, split.grouped_by)
    head = with_novelty(head, extracted.train.vectors[0], plan.seed)
    progress = stages.begin("evaluation", len(split.held_out), "images")
    unfamiliar = unfamiliar_images(base, preset, (extracted.train.vectors[0], extracted.held_out))
    model = FittedModel(
        plan, base, split, fit.schedule, head, extracted.held_out, calibrated, fit.stopped, choice, unfamiliar
    )
    stored, comparison = finish(model, active, store, run.cache, run.write_card, progress, cancelled)
    activated = _activate(plan, store, stored, report)
    stages.end()
    outcome = TrainingOutcome(
        name=stored.info.name,
        folder=stored.path,
        activated=activated,
        comparison=comparison,
        epochs=fit.schedule.kept,
        stopped_early=fit.stopped,
        computed=extracted.computed,
        seconds=stages.seconds,
    )
    report(Done(outcome))
    return outcome


def preset_of(plan: TrainingPlan) -> Preset:
    """The plan's preset.

    Raises:
        TrainingError: a value of the plan is none.
    """
    if plan.preset not in PRESETS:
        raise TrainingError(TrainingFact.NO_PRESET(preset=plan.preset, presets=tuple(PRESETS)))
    if plan.epochs is not None and plan.epochs < 1:
        raise TrainingError(TrainingFact.NO_EPOCHS())
    if not 0 < plan.target_sensitivity <= 1:
        raise TrainingError(TrainingFact.BAD_SENSITIVITY())
    return PRESETS[plan.preset]


def _for_few(preset: Preset, images: int) -> Preset:
    """Smaller batches where there are few images: one step an epoch would teach nothing."""
    return replace(preset, batch_size=max(_SMALLEST_BATCH, min(preset.batch_size, images // _STEPS)))


@contextmanager
def _failures() -> Iterator[None]:
    """Turn what may go wrong outside this program into one sentence."""
    try:
        yield
    except ModelError as error:
        raise TrainingError(error.fact) from error
    except (TrainingError, Cancelled):
        raise
    except Exception as error:
        fact = outside_failure(error)
        if fact is None:
            raise
        log.warning("a training failed: %s", fact, exc_info=error)
        raise TrainingError(fact) from error


def _extract(run: RunContext, split: DatasetSplit, base: BaseModel, preset: Preset) -> Extracted:
    """Features of all training variants and of the held-out images, through the cache."""
    space = FeatureSpace(base.space.base_sha256, preset.features)
    paths = split.dataset.paths
    shares = (preset.variants * len(split.train), len(split.held_out))
    progress = run.stages.begin("features", sum(shares), "images")
    run.cache.sweep()

    def of_train(part: float) -> None:
        progress(part * shares[0] / sum(shares))

    def of_held_out(part: float) -> None:
        progress((shares[0] + part * shares[1]) / sum(shares))

    train = extract_features(
        [paths[i] for i in split.train],
        base.network,
        Recipe(space, variants=preset.variants, of_unchanged=preset.of_unchanged, seed=AUGMENTATION_SEED),
        hashes=[split.hashes[i] for i in split.train],
        context=ExtractionContext(cache=run.cache, progress=of_train, cancelled=run.cancelled, extractor=run.extractor),
    )
    held_out = extract_features(
        [paths[i] for i in split.held_out],
        base.network,
        Recipe(space),
        hashes=[split.hashes[i] for i in split.held_out],
        context=ExtractionContext(
            cache=run.cache, progress=of_held_out, cancelled=run.cancelled, extractor=run.extractor
        ),
    )
    for found, positions in ((train, split.train), (held_out, split.held_out)):
        if found.unreadable or found.hashes != tuple(split.hashes[i] for i in positions):
            raise TrainingError(TrainingFact.FILES_CHANGED())
    run.cache.prune()
    labels = split.labels[split.train]
    sources = [split.dataset.sources[i] for i in split.train]
    weights = source_weights(labels, sources) if preset.balance_sources else np.ones(len(labels))
    features = FeatureSet(train.vectors, labels, weights)
    return Extracted(features, held_out.vectors[0], train.computed + held_out.computed)


def _fit(
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
    if preset.svm:
        svm = leading_svm(outside, preset, seed)
        scales = _logit_scales(of_curves, svm, validation, preset.skipped)
        schedule, of_curves = replace(schedule, scales=scales), joined(of_curves, svm, scales)
    head = schedule.fit(features, lambda part: progress(0.5 + part / 2), run.cancelled)
    return Fit(schedule, of_curves, head, stopped=len(curve) < epochs)


def _logit_scales(layers: Head, svm: SupportVectorMachine, validation: FeatureSet, skipped: int) -> LogitScales:
    vectors = validation.vectors[0].astype(np.float32)
    by_layers, by_svm = layers.logits(vectors[:, skipped:]), svm.logits(vectors[:, :skipped])
    return LogitScales(float(by_layers.std()), float(by_svm.std()))


def _best_epoch(curve: Sequence[Epoch]) -> int:
    """The epoch with the best validation AUC, the latest of several."""
    return max(curve, key=lambda epoch: (epoch.validation_auc or 0.0, epoch.number)).number


def _activate(plan: TrainingPlan, store: ModelStore, stored: StoredModel, report: Report) -> bool:
    """The new model is stored whatever becomes of this."""
    if not plan.activate:
        return False
    try:
        store.activate(stored.info.name)
    except ModelError as error:
        report(Note("warn", TrainingNote.NOT_ACTIVATED(reason=error.fact)))
        return False
    return True
