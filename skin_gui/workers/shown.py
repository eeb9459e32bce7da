"""What the worker of single images tells the window: the model, the image, and what the model says of it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from skin_gui.vocabulary import all_warnings
from skin_gui.wording.fact import Fact
from skin_gui.workers.clinics import ClinicFigures

if TYPE_CHECKING:
    from skin_gui.classifier import Prediction
    from skin_gui.classifier.operating_curve import OperatingCurve
    from skin_gui.imaging.facts import ImageFacts
    from skin_gui.measured_on import MeasuredOn
    from skin_gui.measures.measurer import Measures
    from skin_gui.measures.reliability import Reliability


@dataclass(frozen=True)
class ModelFacts:
    """What the window says about the model in use."""

    name: str
    threshold: float
    """The operating point in force: the model's own or the user's."""
    sensitivity: float | None
    specificity: float | None
    """Both rates there; None where they were not measured."""
    measured_on: "MeasuredOn"
    """Data and split of the two rates."""
    model_id: str = ""
    """Tells the model from others of the same name (`Result.is_by`)."""
    validated: bool = True
    """Whether the makers of the program have checked it."""
    chosen: bool = False
    """Whether the operating point in force is the user's, from the settings, and not the model's own."""
    stands_in: Fact | None = None
    """Why it is in use in place of the model that the user chose; None where it is that one."""
    clinics: ClinicFigures | None = None
    """At the model's own operating point; None where it was not measured by source."""
    curve: "OperatingCurve | None" = None
    """Both rates at other operating points; None where they were not measured."""


@dataclass(frozen=True)
class ShownImage:
    """A decoded image, ready for the screen."""

    path: Path
    levels: tuple[QImage, ...]
    """The image itself, then each time half of it."""
    facts: "ImageFacts"
    synthetic: bool
    damage: Fact | None = None
    """Why the file is damaged: what is shown is no whole image, and no result will follow."""


@dataclass(frozen=True)
class ImagePrediction:
    """What the classifier said of the image on the screen."""

    path: Path
    prediction: "Prediction"
    heatmap: QImage | None
    """Coloured, with transparency, to be stretched over the image; None where it would show nothing."""
    strip: QImage
    """Its colours from none to strong, for the legend."""
    model: ModelFacts
    seconds: float
    """From the request to the result, decoding and all."""

    @property
    def all_warnings(self) -> tuple[str, ...]:
        """What there is to doubt the result for (`Result.all_warnings`)."""
        return all_warnings(self.prediction.warnings, validated=self.model.validated)


@dataclass(frozen=True)
class MeasuredImage:
    """What was measured in the image on the screen."""

    path: Path
    measures: "Measures | None"
    """None where no lesion was found, or where measuring failed."""
    problem: Fact | None = None
    reliability: "Reliability" = field(default_factory=dict)
    """How far the criteria can be trusted; empty where measuring failed."""
    diameter: float | None = None
    """Millimetres; None where the file does not say how large its pixels are."""
    sha256: str = ""
    size: tuple[int, int] = (0, 0)
    """Width and height of the file's image in pixels."""
    spacing: tuple[float, float] | None = None
    """Millimetres from row to row and from column to column; None where the file does not say."""
