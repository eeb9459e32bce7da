"""What a model's card is made of, and who makes it: a training hands the facts over, and writes what it gets back."""

from collections.abc import Callable
from dataclasses import dataclass

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.training.fitting.calibrated import Calibrated
from skin_gui.training.metrics.evaluation import Evaluation
from skin_gui.training.reports.clinic_report import ClinicReport
from skin_gui.training.reports.model_comparison import Comparison
from skin_gui.training.run.preparation import DatasetSplit


@dataclass(frozen=True, eq=False)
class RunFacts:
    """Everything that a reader needs to judge a retrained model."""

    info: ModelInfo
    """Its description, complete but for the files' checksums."""
    split: DatasetSplit
    calibrated: Calibrated
    """With the figures out of fold."""
    comparison: Comparison
    """With the model that was active."""
    evaluation: Evaluation
    """Of the new model on the held-out images."""
    shipped_base: bool
    """Whether the base network is the one that comes with the program."""


WriteRunCard = Callable[[RunFacts], str]
WriteClinicCard = Callable[[ModelInfo, ClinicReport, str], str]
"""From the calibrated model's description, what the calibration is worth, and the card of the model it began with."""
