"""Retrain the head on a frozen base: from folders of labelled images to a model in the store."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import ModelError
from skin_gui.classifier.staging import refuse_if_read_only
from skin_gui.classifier.store import ModelStore, StoredModel
from skin_gui.progress import CancelCheck, Cancelled, never_cancel
from skin_gui.training.availability import quiet_tensorflow
from skin_gui.training.data.images_seen import known_to
from skin_gui.training.data.splits import Folds, folds_of
from skin_gui.training.features.base_model import BaseModel, load_base, stored_start
from skin_gui.training.features.extraction import Extractor, on_this_machine
from skin_gui.training.features.feature_cache import FeatureCache
from skin_gui.training.fitting.calibrated import FoldPredictions, calibrate, out_of_fold, with_novelty
from skin_gui.training.fitting.calibration import outside
from skin_gui.training.fitting.head_fit import FeatureSet, fits_preset
from skin_gui.training.fitting.presets import PRESETS, Preset
from skin_gui.training.fitting.shrinkage import HeadChoice, ShrunkFit, can_shrink_towards, choose
from skin_gui.training.plan import TrainingError, TrainingPlan
from skin_gui.training.reports.model_comparison import Unfamiliar
from skin_gui.training.run.card_facts import WriteRunCard
from skin_gui.training.run.events import Done, Note, Report, Stages, TrainingOutcome, ignore_event
from skin_gui.training.run.failures import outside_failure
from skin_gui.training.run.finish import FittedModel, finish
from skin_gui.training.run.preparation import DatasetSplit, prepare
from skin_gui.training.run.steps import Extracted, RunContext, extract, fit_heads
from skin_gui.wording.training import TrainingFact, TrainingNote

log = logging.getLogger(__name__)

_SMALLEST_BATCH = 8
_STEPS = 10  # an epoch, at least, where batches can be made small enough


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
        write_card: makes what is known of the new model the text of its card.
        report: told what happens; the last event is `Done`.
        stop: asked after each epoch; true ends the fit early and keeps the best epoch.
        cancelled: asked all the time; true ends everything.
        extractor: where features are computed.

    Raises:
        TrainingError: it cannot be done, with the reason for the user.
    """
    quiet_tensorflow()
    with _failures():
        stores = ModelStore(), FeatureCache()
        return _train(RunContext(plan, report, Stages(report), stop, cancelled, *stores, extractor, write_card))


def _train(run: RunContext) -> TrainingOutcome:
    plan, stages, store = run.plan, run.stages, run.store
    preset = preset_of(plan)
    refuse_if_read_only(store.folder)
    base, active = load_base(stored_start(store, plan.start)), load_base(store.active())
    split = prepare(plan, run.report, lambda count: stages.begin("audit", count, "images"), run.cancelled)
    extracted = extract(run, split, base, preset)
    model = _fitted(run, base, split, extracted, _for_few(preset, len(split.train)))
    progress = stages.begin("evaluation", len(split.held_out), "images")
    stored, comparison = finish(model, active, store, run.cache, run.write_card, progress, run.cancelled)
    activated = _activate(plan, store, stored, run.report)
    stages.end()
    outcome = TrainingOutcome(
        name=stored.info.name,
        folder=stored.path,
        activated=activated,
        comparison=comparison,
        epochs=model.schedule.kept,
        computed=extracted.computed,
        seconds=stages.seconds,
    )
    run.report(Done(outcome))
    return outcome


def _fitted(run: RunContext, base: BaseModel, split: DatasetSplit, extracted: Extracted, preset: Preset) -> FittedModel:
    """Fit the head, choose between it and those drawn towards the start model's, and calibrate what was chosen."""
    plan, cancelled = run.plan, run.cancelled
    known = known_images(base, split.hashes, run.report)
    initial = initial_head(base, preset, known, extracted.train.vectors.shape[2])
    standardisation_of = base.head if reads_alike(base, preset) else None
    fit = fit_heads(run, preset, standardisation_of, initial, split, extracted.train)
    groups = split.groups[split.train]
    folds = folds_of(split.labels[split.train], groups)
    progress = run.stages.begin("calibration", len(folds), "folds")
    # The curves' head is that of the first fold, unless the folders have a validation split of their own.
    is_first = np.array_equal(split.train[folds[0][1]], split.validation)
    fitted = {0: fit.of_curves} if is_first else {}
    found = out_of_fold(extracted.train, folds, fit.schedule, fitted, progress, cancelled)
    head, choice = fit.head, None
    if can_shrink(base, preset, known, len(split.train)):
        head, found, choice = better_head(base, head, found, extracted.train, folds, cancelled)
    calibrated = calibrate(found, extracted.train.labels, groups, folds, plan.target_sensitivity, split.grouped_by)
    return FittedModel(
        plan=plan,
        base=base,
        split=split,
        schedule=fit.schedule,
        head=with_novelty(head, extracted.train.vectors[0], plan.seed),
        held_out=extracted.held_out,
        calibrated=calibrated,
        stopped=fit.stopped,
        choice=choice,
        unfamiliar=unfamiliar_images(base, preset, (extracted.train.vectors[0], extracted.held_out)),
    )


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


def reads_alike(base: BaseModel, preset: Preset) -> bool:
    """Whether the layers of the base's head read the features of a preset in the preset's way."""
    head = base.head
    return (
        base.info.features == preset.features
        and head.skipped == preset.skipped
        and head.square_root == preset.square_root
    )


def known_images(base: BaseModel, hashes: Sequence[str], report: Report) -> int | None:
    """How many of the images the start model was fitted to, which is reported; None where it does not say.

    A head that has seen an image would look too good on it out of fold, in validation and when held out.
    """
    known = known_to(base.info, hashes)
    if known:
        report(
            Note(
                "warn",
                TrainingNote.KNOWN_IMAGES(known=known, total=len(hashes), model=base.info.name),
            )
        )
    return known


def initial_head(base: BaseModel, preset: Preset, known: int | None, width: int) -> Head | None:
    """The start model's head where it fits features this wide and knows no image, else None: random weights."""
    fits = reads_alike(base, preset) and fits_preset(base.head, preset, width - preset.skipped)
    return base.head if fits and known == 0 else None


def can_shrink(base: BaseModel, preset: Preset, known: int | None, images: int) -> bool:
    """Whether a head for so many images can be shrunk towards the start model's, which must know none of them."""
    return known == 0 and reads_alike(base, preset) and can_shrink_towards(base.head, images)


def better_head(
    base: BaseModel, alone: Head, found: FoldPredictions, features: FeatureSet, folds: Folds, cancelled: CancelCheck
) -> tuple[Head, FoldPredictions, HeadChoice]:
    """The head that was fitted to these images alone, or one shrunk towards the start model's, as the folds show.

    Args:
        base: the start model, as `can_shrink` wants it.
        alone: the head that was fitted to all images.
        found: what such heads say out of fold.

    Returns:
        The better head, what is said of the images out of fold in its way, and the grounds.
    """
    fit = ShrunkFit(features, base.head, base.info.calibration)
    shrunk = fit.out_of_fold(folds, cancelled)
    choice = choose(features.labels, found.logits, shrunk)
    if choice.strength is None:
        return alone, found, choice
    # Both heads standardise alike, so the distances stay.
    return fit.head(choice.strength), replace(found, logits=shrunk[choice.strength]), choice


def unfamiliar_images(base: BaseModel, preset: Preset, parts: Sequence[NDArray[np.float16]]) -> Unfamiliar | None:
    """How many images the start model finds outside its training data, by their (n, features) in one or more parts.

    None where these are not the features that its head reads, or where it has no limit.
    """
    novelty, limit = base.head.novelty, base.info.novelty_limit
    if base.info.features != preset.features or novelty is None or limit is None:
        return None
    count = sum(outside(base.head, novelty, limit, vectors) for vectors in parts)
    return Unfamiliar(base.info.display_name, count, sum(map(len, parts)))
