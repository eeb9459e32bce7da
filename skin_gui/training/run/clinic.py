"""From labelled images of one clinic to a stored model with a calibration of its own; no network is trained."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import numpy as np

from skin_gui import __version__, paths
from skin_gui.classifier.calibration import Calibration
from skin_gui.classifier.classifier import Classifier
from skin_gui.classifier.model_folder import (
    CARD,
    DESCRIPTION,
    HEAD,
    NETWORK,
    ModelError,
    ModelInfo,
    verify,
)
from skin_gui.classifier.network import NetworkError
from skin_gui.classifier.staging import hidden_folder, refuse_if_read_only
from skin_gui.classifier.store import ModelStore, StoredModel
from skin_gui.imaging.errors import ImageError
from skin_gui.measured_on import MeasuredOn, OutOfFold
from skin_gui.plain_text import printable_lines
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, part_of, raise_if
from skin_gui.training.audit import audit_checks
from skin_gui.training.data.dataset import CLASSES, Dataset
from skin_gui.training.data.duplicates import find_duplicates
from skin_gui.training.data.file_traits import FileTraits, read_traits
from skin_gui.training.data.images_seen import images_of, known_to, prefixes
from skin_gui.training.data.splits import Indices, group_ids
from skin_gui.training.fitting.calibrated import operating_point
from skin_gui.training.fitting.own_calibration import (
    FOLDS,
    Floats,
    OwnCalibration,
    fit_own_calibration,
    prevalence_for,
)
from skin_gui.training.plan import TrainingError
from skin_gui.training.reports.clinic_report import ClinicReport
from skin_gui.training.run.card_facts import WriteClinicCard
from skin_gui.training.run.finish import digest, file_text, said_of_each
from skin_gui.training.run.preparation import grouping
from skin_gui.vocabulary import ModelKey
from skin_gui.wording.fact import Fact
from skin_gui.wording.models import ModelFact
from skin_gui.wording.system import reason
from skin_gui.wording.training import TrainingFact, TrainingNote

PREVALENCE = 0.4
"""What a model's calibration is taken to be made for where its metrics do not say."""
_READ, _CLASSIFIED = 0.1, 0.95  # parts of the whole that are done then
_LIBRARIES = ("ncnn", "numpy", "scipy")


@dataclass(frozen=True)
class ClinicPlan:
    """What is asked of a calibration."""

    name: str = "Calibrated model"
    prevalence: float | None = None
    """Share of malignant lesions that probabilities are made for; as `prevalence_for` chooses when None."""
    target_sensitivity: float | None = None
    """For the operating point; what the model's own was chosen for when None."""

    def check(self) -> None:
        """Raises TrainingError: a value is none."""
        if not self.name.strip():
            raise TrainingError(TrainingFact.NO_NAME())
        if self.prevalence is not None and not 0 < self.prevalence < 1:
            raise TrainingError(TrainingFact.BAD_PREVALENCE())
        if self.target_sensitivity is not None and not 0 < self.target_sensitivity <= 1:
            raise TrainingError(TrainingFact.BAD_SENSITIVITY())


@dataclass(frozen=True, eq=False)
class ClinicOutcome:
    """What a calibration has made."""

    stored: StoredModel
    report: ClinicReport


@dataclass(frozen=True, eq=False)
class _Images:
    """The readable images."""

    dataset: Dataset
    groups: Indices
    hashes: tuple[str, ...]
    unreadable: int
    contradictions: tuple[Fact, ...]
    """What the audit finds of pictures and lesions that have both labels."""


def calibrate_for_clinic(
    dataset: Dataset,
    plan: ClinicPlan,
    write_card: WriteClinicCard,
    *,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> ClinicOutcome:
    """Fit calibration and operating point of the active model to a clinic's images, and store both as a model.

    Args:
        write_card: makes what is known of the new model the text of its card.

    Raises:
        CalibrationRefusedError: there are too few images, or the model ranks them worse than chance.
        TrainingError: the images or the model cannot be used, or nothing can be stored.
    """
    plan.check()
    store = ModelStore()
    try:
        refuse_if_read_only(store.folder)
        images = _read(dataset, part_of(progress, 0.0, _READ), cancelled)
        base = store.active()
        classifier = Classifier.load(base.path)
        logits = _logits(classifier, images, part_of(progress, _READ, _CLASSIFIED), cancelled)
        outcome = _store(store, base, images, _fit(base.info, images, logits, plan), plan.name, write_card, cancelled)
    except ModelError as error:
        raise TrainingError(error.fact) from error
    progress(1.0)
    return outcome


def _read(dataset: Dataset, progress: Progress, cancelled: CancelCheck) -> _Images:
    traits = read_traits(dataset.paths, progress, cancelled)
    duplicates = find_duplicates(traits, cancelled=cancelled)
    groups = group_ids(dataset, duplicates)
    findings = (*audit_checks.repeated(dataset, duplicates), *audit_checks.leakage(dataset))
    contradictions = tuple(finding.fact for finding in findings if finding.kind == "contradicting labels")
    readable = [i for i, trait in enumerate(traits) if isinstance(trait, FileTraits)]
    hashes = tuple(trait.sha256 for trait in traits if isinstance(trait, FileTraits))
    return _Images(dataset.subset(readable), groups[readable], hashes, len(dataset) - len(readable), contradictions)


def _logits(classifier: Classifier, images: _Images, progress: Progress, cancelled: CancelCheck) -> Floats:
    """(n,) of the images, on all cores."""
    try:
        return said_of_each(images.dataset.paths, classifier.logit, progress, cancelled)
    except ImageError as error:
        raise TrainingError(TrainingFact.FILES_CHANGED()) from error
    except NetworkError as error:
        raise TrainingError(TrainingFact.NOT_CLASSIFIED(why=reason(error))) from error


def _fit(base: ModelInfo, images: _Images, logits: Floats, plan: ClinicPlan) -> OwnCalibration:
    labels = images.dataset.labels
    point = base.operating_point
    prior, of_model = _own(base)
    return fit_own_calibration(
        logits,
        labels,
        images.groups,
        (base.calibration, point.threshold),
        target=plan.target_sensitivity or point.target_sensitivity,
        prevalence=prevalence_for(labels, of_model, plan.prevalence),
        prior=prior,
    )


def _own(base: ModelInfo) -> tuple[Calibration, float]:
    """Calibration and prevalence that the network's maker gave the model: those of a clinic are no prior for more."""
    noted = base.training.get(ModelKey.CALIBRATED_FROM)
    try:
        if isinstance(noted, Mapping):
            return Calibration(float(noted["scale"]), float(noted["offset"])), _prevalence(noted)
    except (KeyError, TypeError, ValueError):  # from a model of somebody else, whose description may hold anything
        pass
    return base.calibration, base.prevalence or PREVALENCE


def _prevalence(noted: Mapping[str, Any]) -> float:
    value = noted.get("prevalence")
    return float(value) if isinstance(value, int | float) and 0 < value < 1 else PREVALENCE


def _store(
    store: ModelStore,
    base: StoredModel,
    images: _Images,
    fitted: OwnCalibration,
    name: str,
    write_card: WriteClinicCard,
    cancelled: CancelCheck,
) -> ClinicOutcome:
    measured_on = OutOfFold(FOLDS, grouping(images.dataset), len(images.hashes))
    info = _description(base.info, images, fitted, store.unique_name(name), measured_on)
    report = ClinicReport(
        info.display_name, base.info.display_name, fitted, measured_on, tuple(_notes(base.info, images, fitted))
    )
    files = verify(base.info, base.path, paths.shipped_model())
    with hidden_folder(store.folder, ModelFact.NOT_STORED) as staged:
        for file in (*NETWORK, HEAD):
            (staged / file).write_bytes(files[file].read_bytes())
        card = printable_lines(write_card(info, report, base.card))
        (staged / CARD).write_text(card, encoding="utf-8", newline="\n")
        (staged / DESCRIPTION).write_text(info.to_json(), encoding="utf-8", newline="\n")
        raise_if(cancelled)
        stored = store.add(staged)
    return ClinicOutcome(stored, report)


def _notes(base: ModelInfo, images: _Images, fitted: OwnCalibration) -> list[Fact]:
    notes = []
    if fitted.finds_fewer:
        after, before, target = (
            round(100 * (share or 0.0))
            for share in (fitted.after.sensitivity.value, fitted.before.sensitivity.value, fitted.choice.target)
        )
        notes.append(TrainingNote.FINDS_FEWER(after=after, before=before, target=target))
    if images.unreadable:
        notes.append(TrainingNote.UNREADABLE(count=images.unreadable))
    notes += images.contradictions
    known = known_to(base, images.hashes)
    if known:
        notes.append(TrainingNote.KNOWN_IMAGES(known=known, total=len(images.hashes), model=base.name))
    return notes


def _description(
    base: ModelInfo, images: _Images, fitted: OwnCalibration, name: str, measured_on: MeasuredOn
) -> ModelInfo:
    prior, prevalence = _own(base)
    noted = {"name": base.name, "scale": prior.scale, "offset": prior.offset, "prevalence": prevalence}
    labels = images.dataset.labels
    counts = {label: int(np.sum(labels == number)) for number, label in enumerate(CLASSES)}
    data: dict[str, Any] = {
        "folders": [file_text(folder.resolve().name) for folder in images.dataset.folders] or ["reviewed images"],
        ModelKey.COUNTS: {"calibration": counts},
        "calibration_sha256": digest(images.hashes),
    }
    started = images_of(base)
    if started is not None:
        data[ModelKey.IMAGES] = sorted(started | set(prefixes(images.hashes)))
    return replace(
        base,
        name=name,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        files={file: base.files[file] for file in (*NETWORK, HEAD)},
        calibration=fitted.calibration,
        operating_point=operating_point(fitted.choice, measured_on),
        validated=False,
        metrics=fitted.after.to_json()
        | {
            "measured_on": str(measured_on),
            "prevalence": fitted.prevalence,
            "before": fitted.before.to_json(),
            ModelKey.OPERATING_CURVE: fitted.curve,
        },
        data=data,
        training={
            "start": base.name,
            ModelKey.CALIBRATED_FROM: noted,
            "versions": {"skin-gui": __version__} | {library: version(library) for library in _LIBRARIES},
        },
    )
