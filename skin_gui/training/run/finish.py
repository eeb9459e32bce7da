"""The end of a run: the new model beside the active one, its card, and into the store."""

import hashlib
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui import __version__
from skin_gui.classifier.classifier import Classifier, available_cores
from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import NETWORK, ModelInfo
from skin_gui.classifier.staging import hidden_folder
from skin_gui.classifier.store import ModelStore, StoredModel
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import DECODE_SIDE
from skin_gui.parallel import in_order
from skin_gui.progress import CancelCheck, Progress, part_of, raise_if
from skin_gui.training.data.dataset import CLASSES
from skin_gui.training.data.images_seen import images_of, prefixes, unseen
from skin_gui.training.features.base_model import BaseModel
from skin_gui.training.features.extraction import ExtractionContext, Recipe, extract_features
from skin_gui.training.features.feature_cache import FeatureCache
from skin_gui.training.fitting.calibrated import Calibrated, Schedule
from skin_gui.training.fitting.shrinkage import HeadChoice
from skin_gui.training.metrics.evaluation import Evaluation, EvaluationRow, ScoredImage, summarise
from skin_gui.training.plan import TrainingError, TrainingPlan
from skin_gui.training.reports.model_comparison import ComparedImage, Comparison, Unfamiliar, compare
from skin_gui.training.run.card_facts import RunFacts, WriteRunCard
from skin_gui.training.run.model_writer import write_model
from skin_gui.training.run.preparation import DatasetSplit
from skin_gui.vocabulary import ModelKey
from skin_gui.wording.models import ModelFact
from skin_gui.wording.training import TrainingFact

_LIBRARIES = ("keras", "ncnn", "numpy", "scikit-learn")
Probabilities = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FittedModel:
    """Everything that a run has made."""

    plan: TrainingPlan
    base: BaseModel
    split: DatasetSplit
    schedule: Schedule
    head: Head
    held_out: NDArray[np.float16]
    """(n, features) of the held-out images."""
    calibrated: Calibrated
    stopped: bool
    """Whether the user ended the fit early."""
    choice: HeadChoice | None
    """Between the head that was fitted to the images alone and the shrunk ones; None without these."""
    unfamiliar: Unfamiliar | None


def finish(
    model: FittedModel,
    active: BaseModel,
    store: ModelStore,
    cache: FeatureCache,
    write_card: WriteRunCard,
    progress: Progress,
    cancelled: CancelCheck,
) -> tuple[StoredModel, Comparison]:
    """Compare with the active model on the held-out images, and store the new one.

    Args:
        cache: of features, for the active model's.
        write_card: makes the facts the card's text.
        cancelled: asked between images, and a last time before anything is stored.

    Raises:
        ModelError: the model cannot be stored.
        TrainingError: a held-out image is gone.
    """
    info = _description(model, store.unique_name(model.plan.name))
    by_new = _probabilities(_as_stored(model.head), info, model.held_out.astype(np.float32))
    # Storing the model is a part of the stage too.
    by_active = _active_probabilities(active, model, cache, part_of(progress, 0.0, 0.9), cancelled)
    comparison = _compare(model, info, active.info, by_new, by_active)
    evaluation = _evaluation(model, info, by_new)
    info = _with_metrics(info, evaluation, comparison, model.calibrated)
    shipped_base = model.base.info.files[NETWORK[1]] == _shipped_network(store)
    card = write_card(RunFacts(info, model.split, model.calibrated, comparison, evaluation, shipped_base))
    raise_if(cancelled)
    with hidden_folder(store.folder, ModelFact.NOT_STORED) as staged:
        for name, path in zip(NETWORK, model.base.network_files, strict=True):
            (staged / name).write_bytes(path.read_bytes())
        write_model(staged, info, model.head, staged, card, copy_network=False)
        raise_if(cancelled)
        stored = store.add(staged)
    progress(1.0)
    return stored, comparison


def _as_stored(head: Head) -> Head:
    """The head with the rounding of its file, as it will be used."""
    return Head.load(io.BytesIO(head.to_bytes()))


def _probabilities(head: Head, info: ModelInfo, vectors: NDArray[np.float32]) -> Probabilities:
    return info.calibration.probability(head.logits(vectors).astype(np.float64))


def _active_probabilities(
    active: BaseModel,
    model: FittedModel,
    cache: FeatureCache,
    progress: Progress,
    cancelled: CancelCheck,
) -> Probabilities:
    """What the active model says of the held-out images, by the shortest way that gives its own numbers."""
    split = model.split
    paths = [split.dataset.samples[i].path for i in split.held_out]
    if active.info.flips:
        return _predicted(active, paths, progress, cancelled)
    if (
        active.space.base_sha256 == model.base.space.base_sha256
        and active.info.features == model.schedule.preset.features
    ):
        return _probabilities(active.head, active.info, model.held_out.astype(np.float32))
    found = extract_features(
        paths,
        active.network,
        Recipe(active.space),
        hashes=[split.hashes[i] for i in split.held_out],
        context=ExtractionContext(cache=cache, progress=progress, cancelled=cancelled),
    )
    if found.unreadable:
        raise TrainingError(TrainingFact.FILES_CHANGED())
    return _probabilities(active.head, active.info, found.vectors[0].astype(np.float32))


def _predicted(active: BaseModel, paths: list[Path], progress: Progress, cancelled: CancelCheck) -> Probabilities:
    """Through the classifier itself, which averages over mirror images."""
    classifier = Classifier.load(active.stored.path)
    return said_of_each(paths, lambda pixels: classifier.predict(pixels).probability, progress, cancelled)


def said_of_each(
    paths: Sequence[Path], say: Callable[[NDArray[np.uint8]], float], progress: Progress, cancelled: CancelCheck
) -> NDArray[np.float64]:
    """(n,) what a classifier says of the (H, W, 3) pixels of each file, on all cores.

    Raises:
        ImageError: one of them cannot be read any more.
    """

    def said(path: Path) -> float:
        return say(read_image(path, minimum_side=DECODE_SIDE))

    found: list[float] = []
    for value in in_order(said, paths, jobs=available_cores(), cancelled=cancelled):
        found.append(value)
        progress(len(found) / len(paths))
    return np.array(found, dtype=np.float64)


def _compare(
    model: FittedModel, info: ModelInfo, active: ModelInfo, by_new: Probabilities, by_active: Probabilities
) -> Comparison:
    split = model.split
    samples = [split.dataset.samples[i] for i in split.held_out]
    images = [
        ComparedImage(sample.path, sample.label, float(new), float(old), int(group))
        for sample, new, old, group in zip(samples, by_new, by_active, split.groups[split.held_out], strict=True)
    ]
    started = images_of(model.base.info)
    fitted_to = None if started is None else started | set(_prefixes_at(split, split.train))
    return compare(
        images,
        names=(info.display_name, active.display_name),
        thresholds=(info.operating_point.threshold, active.operating_point.threshold),
        held_out=split.held_out_from,
        unseen=unseen([split.hashes[i] for i in split.held_out], fitted_to, images_of(active)),
        unfamiliar=model.unfamiliar,
    )


def _evaluation(model: FittedModel, info: ModelInfo, by_new: Probabilities) -> Evaluation:
    threshold = info.operating_point.threshold
    samples = (model.split.dataset.samples[i] for i in model.split.held_out)
    rows = [EvaluationRow(sample, ScoredImage(float(p)), threshold) for sample, p in zip(samples, by_new, strict=True)]
    return summarise(rows, threshold, model.split.groups[model.split.held_out])


def _description(model: FittedModel, name: str) -> ModelInfo:
    plan, split, schedule, base = model.plan, model.split, model.schedule, model.base.info
    return ModelInfo(
        name=name,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        features=schedule.preset.features,
        calibration=model.calibrated.calibration,
        operating_point=model.calibrated.operating_point,
        files={file: base.files[file] for file in NETWORK},
        novelty_limit=model.calibrated.novelty_limit,
        preset=plan.preset,
        data=_data(split, base),
        training={
            ModelKey.RUN: plan.run,
            "seed": plan.seed,
            "planned_epochs": schedule.epochs,
            "epochs": schedule.kept,
            "stopped_early": model.stopped,
            "start": base.name,
            "warm_start": schedule.initial is not None,
            "drawn_towards": _drawn_towards(model.choice, base),
            "versions": {"skin-gui": __version__} | {library: version(library) for library in _LIBRARIES},
        },
    )


def _drawn_towards(choice: HeadChoice | None, base: ModelInfo) -> dict[str, Any] | None:
    """What was chosen between heads, and on which grounds; None where there was nothing to choose."""
    if choice is None:
        return None
    return {
        "model": base.name,
        "strength": choice.strength,
        "out_of_fold_auc": {"alone": choice.alone}
        | {f"{strength:g}": area for strength, area in choice.shrunk.items()},
    }


def _data(split: DatasetSplit, base: ModelInfo) -> dict[str, Any]:
    """What the model was fitted to: folder names without their paths, which may hold names of patients."""
    parts = {"training": split.train, "of them validation": split.validation, "held out": split.held_out}
    data: dict[str, Any] = {
        "folders": [file_text(folder.resolve().name) for folder in split.report.folders],
        ModelKey.COUNTS: {
            part: {label: int(np.sum(split.labels[positions] == CLASSES.index(label))) for label in CLASSES}
            for part, positions in parts.items()
        },
        ModelKey.SOURCES: dict(Counter(file_text(split.dataset.sources[i]) for i in split.train)),
        "training_sha256": digest(split.hashes[i] for i in split.train),
        "held_out_sha256": digest(split.hashes[i] for i in split.held_out),
    }
    started = images_of(base)
    # What the base was fitted to counts too; without knowing it no list would be complete.
    if started is not None:
        data[ModelKey.IMAGES] = sorted(started | set(_prefixes_at(split, split.train)))
    return data


def _with_metrics(info: ModelInfo, evaluation: Evaluation, comparison: Comparison, calibrated: Calibrated) -> ModelInfo:
    if evaluation.metrics is None:
        raise ValueError("there are no held-out images")
    metrics = evaluation.metrics.to_json() | {
        "measured_on": comparison.held_out,
        "unseen": str(comparison.unseen.why),
        ModelKey.OUT_OF_FOLD: calibrated.after.to_json(),
        ModelKey.OPERATING_CURVE: calibrated.curve,
    }
    return replace(info, metrics=metrics)


def _prefixes_at(split: DatasetSplit, positions: NDArray[np.int64]) -> list[str]:
    return prefixes(split.hashes[i] for i in positions)


def file_text(name: str) -> str:
    """A file name need not be valid Unicode; such a character is written as its escape."""
    return name.encode(errors="backslashreplace").decode()


def digest(hashes: Iterable[str]) -> str:
    """SHA-256 over the sorted hashes."""
    return hashlib.sha256("\n".join(sorted(hashes)).encode()).hexdigest()


def _shipped_network(store: ModelStore) -> str | None:
    return next((model.info.files.get(NETWORK[1]) for model in store.list() if model.shipped), None)
