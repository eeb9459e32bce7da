"""Images for a comparison: shown with their heatmaps, or laid over each other; as tasks for a worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from skin_gui.imaging.decode import load_image
from skin_gui.imaging.errors import ImageError
from skin_gui.lesions.alignment import Alignment, align, difference, laid_over
from skin_gui.progress import CancelCheck, Progress, raise_if, until_cancelled
from skin_gui.vocabulary import all_warnings
from skin_gui.wording.fact import Fact
from skin_gui.workers import inference
from skin_gui.workers.base import as_task
from skin_gui.workers.shown import ModelFacts

_LONGEST_SIDE = 1600
"""Pixels to which pictures are shrunk before they are laid over each other."""


@dataclass(frozen=True, eq=False)
class SideImage:
    """An image of a comparison."""

    path: Path
    levels: tuple[QImage, ...] = ()
    """The image itself, then each time half of it; empty where it cannot be shown."""
    probability: float | None = None
    heatmap: QImage | None = None
    """To be stretched over the image; None where nothing would be seen, or where there is no result."""
    warnings: tuple[str, ...] = ()
    """Reasons to doubt the result."""
    problem: Fact | None = None
    """Why it cannot be shown or has no result: a sentence."""
    model: ModelFacts | None = None
    """That which gave the result."""


@dataclass(frozen=True, eq=False)
class Compared:
    """The images of a comparison."""

    images: list[SideImage]
    strip: QImage
    """The heatmaps' colours from none to strong."""


@dataclass(frozen=True, eq=False)
class Overlaid:
    """Two pictures of a lesion, the second as it lies over the first."""

    levels: tuple[QImage, ...]
    """The first, then each time half of it."""
    second: QImage
    """Of the first's size, clear where the second has nothing."""
    difference: QImage
    """Of the first's size: grey where both are alike."""
    alignment: Alignment


@as_task
def load_task(progress: Progress, cancelled: CancelCheck, paths: Sequence[Path]) -> Compared:
    """A task that decodes and classifies some images; it returns `Compared`.

    It raises ModelError with a sentence for the user. What is wrong with an image stands with it.
    """
    classifier = inference.load_classifier(None)
    model = inference.model_facts(classifier)
    images = []
    for number, path in until_cancelled(cancelled, enumerate(paths)):
        progress(number / len(paths))
        try:
            image, shown = inference.open_image(path)
        except ImageError as error:
            images.append(SideImage(path, problem=error.fact))
            continue
        if image is None:
            images.append(SideImage(path, shown.levels, problem=shown.damage))
            continue
        prediction = classifier.predict(image.pixels)
        heatmap = inference.visible_heatmap(prediction.heatmap)
        warnings = all_warnings((*image.warnings, *prediction.warnings), validated=classifier.info.validated)
        images.append(SideImage(path, shown.levels, prediction.probability, heatmap, warnings, model=model))
    return Compared(images, inference.heatmap_strip())


@as_task
def overlay_task(_progress: Progress, cancelled: CancelCheck, first: Path, second: Path) -> Overlaid:
    """A task that lays a picture of a lesion over another one; it returns `Overlaid`.

    It raises ImageError with a sentence for the user.
    """
    one, two = _shrunk(first), _shrunk(second)
    raise_if(cancelled)
    alignment = align(one, two)
    over, covered = laid_over(two, alignment, (one.shape[1], one.shape[0]))
    return Overlaid(
        levels=inference.pyramid(inference.to_qimage(one)),
        second=_with_transparency(over, covered),
        difference=inference.to_qimage(difference(one, over, covered)),
        alignment=alignment,
    )


def _shrunk(path: Path) -> NDArray[np.uint8]:
    pixels = load_image(path).pixels
    scale = _LONGEST_SIDE / max(pixels.shape[:2])
    if scale >= 1:
        return pixels
    size = (max(round(pixels.shape[1] * scale), 1), max(round(pixels.shape[0] * scale), 1))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _with_transparency(pixels: NDArray[np.uint8], covered: NDArray[np.bool_]) -> QImage:
    height, width = covered.shape
    rgba = np.dstack([pixels, np.where(covered, 255, 0).astype(np.uint8)])
    borrowed = QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
