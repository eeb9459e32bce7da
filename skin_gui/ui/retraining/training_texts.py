"""The words for a training, in the user's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from skin_gui.ui.texts.formats import duration_text, percent, rate_text

if TYPE_CHECKING:
    from skin_gui.training.run.events import StageProgress

STAGES = ("audit", "features", "training", "calibration", "evaluation")
"""In the order in which they come."""


def stage_text(stage: str) -> str:
    names = {
        "audit": QCoreApplication.translate("training", "Checking the images"),
        "features": QCoreApplication.translate("training", "Computing features"),
        "training": QCoreApplication.translate("training", "Training"),
        "calibration": QCoreApplication.translate("training", "Calibrating the probabilities"),
        "evaluation": QCoreApplication.translate("training", "Comparing with the active model"),
    }
    return names.get(stage, stage)


def progress_text(progress: "StageProgress") -> str:
    parts = [percent(round(progress.part, 2))]
    if progress.part >= 1:
        return parts[0]
    if progress.rate is not None and progress.unit == "images":
        parts.append(rate_text(progress.rate))
    if progress.seconds_left is not None:
        left = QCoreApplication.translate("training", "{time} left")
        parts.append(left.format(time=duration_text(progress.seconds_left)))
    return ", ".join(parts)


def split_text(split: str) -> str:
    names = {
        "train": QCoreApplication.translate("training", "Training"),
        "val": QCoreApplication.translate("training", "Validation"),
        "test": QCoreApplication.translate("training", "Test"),
        "unsplit": QCoreApplication.translate("training", "In no split"),
        "all": QCoreApplication.translate("training", "Images"),
    }
    return names.get(split, split)
