"""What a run takes over from the model that it starts from, beside its base."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.head import Head
from skin_gui.progress import CancelCheck
from skin_gui.training.data.images_seen import known_to
from skin_gui.training.data.splits import Folds
from skin_gui.training.features.base_model import BaseModel
from skin_gui.training.fitting.calibrated import FoldPredictions
from skin_gui.training.fitting.calibration import outside
from skin_gui.training.fitting.head_fit import FeatureSet, fits_preset
from skin_gui.training.fitting.presets import Preset
from skin_gui.training.fitting.shrinkage import HeadChoice, ShrunkFit, can_shrink_towards, choose
from skin_gui.training.reports.model_comparison import Unfamiliar
from skin_gui.training.run.events import Note, Report
from skin_gui.wording.training import TrainingNote


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
                TrainingNote.KNOWN_IMAGES(known=known, total=len(set(hashes)), model=base.info.name),
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
