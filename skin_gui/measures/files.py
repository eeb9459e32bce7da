"""Measure files: the one function behind the command line and the window."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skin_gui.classifier.classifier import Begun, available_cores
from skin_gui.classifier.network import NetworkError
from skin_gui.imaging.decode import LoadedImage, load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.preprocess import DECODE_SIDE
from skin_gui.imaging.reading import one_of_many
from skin_gui.measures.measurer import Measurer, Measures
from skin_gui.measures.outline_network import MAPS
from skin_gui.measures.score import DermoscopyScore
from skin_gui.parallel import in_order
from skin_gui.progress import CancelCheck, never_cancel
from skin_gui.wording.fact import Fact
from skin_gui.wording.images import ImageFact
from skin_gui.wording.system import reason

log = logging.getLogger(__name__)

COLUMNS = (
    "path",
    "asymmetry",
    "border",
    "color",
    "structures",
    "tds",
    "tds_low",
    "tds_high",
    "area_fraction",
    "confidence",
    "error",
    "is_cut",
)


@dataclass(frozen=True)
class MeasuredFile:
    """What was measured in one file, or why nothing was."""

    path: Path
    """Absolute path of the image."""
    width: int | None = None
    """Pixels of the file itself, after its orientation is applied; None where it could not be read."""
    height: int | None = None
    sha256: str = ""
    """Of the file's bytes; empty where it could not be read."""
    score: DermoscopyScore | None = None
    area_fraction: float | None = None
    """Part of the image that the lesion covers."""
    confidence: float | None = None
    """Expected Dice of the outline with an expert's."""
    error: Fact | None = None
    is_cut: bool | None = None
    """Whether the lesion goes on beyond what the image shows; None where none was measured."""
    measures: Measures | None = None
    """All of it, with its images."""

    def without_images(self) -> "MeasuredFile":
        """The same without `measures`, which takes megabytes."""
        return replace(self, measures=None)

    @property
    def record(self) -> dict[str, Any]:
        """By column name; what was not measured is None."""
        score = self.score
        values = (
            str(self.path),
            *((score.asymmetry, score.border, score.colours, score.structures) if score else (None,) * 4),
            *((score.value, score.low, score.high) if score else (None,) * 3),
            None if self.area_fraction is None else round(self.area_fraction, 4),
            None if self.confidence is None else round(self.confidence, 3),
            str(self.error or ""),
            self.is_cut,
        )
        return dict(zip(COLUMNS, values, strict=True))

    def mask(self) -> NDArray[np.uint8] | None:
        """(height, width) 255 in the lesion and 0 elsewhere, of the file's size; None where it could not be read.

        It needs `measures`; without, no lesion was found.
        """
        if self.width is None or self.height is None:
            return None
        if self.measures is None:
            return np.zeros((self.height, self.width), dtype=np.uint8)
        return self.measures.outline.mask(self.width, self.height).astype(np.uint8) * np.uint8(255)


def measure_file(measurer: Measurer, path: Path) -> MeasuredFile:
    """Measure one file; what is wrong with it stands in the result, nothing is raised for a bad file."""
    try:
        with one_of_many(path):
            image = load_image(path, minimum_side=DECODE_SIDE)
    except ImageError as error:
        return MeasuredFile(path.absolute(), error=error.fact)
    return _measured(path, image, lambda: measurer.measure(image.pixels))


def measure_classified(measurer: Measurer, path: Path, image: LoadedImage, begun: Begun) -> MeasuredFile:
    """As `measure_file`, of a file that is being classified.

    Args:
        measurer: of the shipped base.
        image: as it was read for the classification.
        begun: its classification by that base, with the maps `outline_network.MAPS`.
    """
    return _measured(path, image, lambda: measurer.measure_seen(image.pixels, begun.pixels, begun.maps(MAPS)))


def _measured(path: Path, image: LoadedImage, measure: Callable[[], Measures | None]) -> MeasuredFile:
    place = path.absolute()
    try:
        with one_of_many(path):
            measures = _or_error(path, measure)
    except ImageError as error:
        return MeasuredFile(place, error=error.fact)
    row = MeasuredFile(place, image.width, image.height, image.sha256)
    if measures is None:
        return replace(row, error=ImageError(path, ImageFact.NO_LESION()).fact)
    return replace(
        row,
        score=measures.abcd.score,
        area_fraction=measures.outline.area_fraction,
        confidence=measures.outline.confidence,
        is_cut=measures.is_cut,
        measures=measures,
    )


def _or_error(path: Path, measure: Callable[[], Measures | None]) -> Measures | None:
    try:
        return measure()
    except NetworkError as error:
        log.exception("measuring failed")
        raise ImageError(path, ImageFact.NOT_MEASURED(why=reason(error))) from error


def measure_files(
    measurer: Measurer,
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    cancelled: CancelCheck = never_cancel,
) -> Iterator[MeasuredFile]:
    """Measure files on several cores, in the order given; memory does not grow with their number.

    Args:
        measurer: loaded with `threads=1`.
        paths: the files, read as they are needed.

    Raises:
        Cancelled: within one image of `cancelled` becoming true.
    """
    return in_order(
        lambda path: measure_file(measurer, path), paths, jobs=jobs or available_cores(), cancelled=cancelled
    )
