"""What the prediction worker calls, with its heavy imports: load it on the worker's thread, after the first paint."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from skin_gui import paths
from skin_gui.classifier import Classifier, Prediction
from skin_gui.classifier.active_model import why_it_stands_in
from skin_gui.classifier.classifier import Begun, Maps, available_cores
from skin_gui.classifier.model_folder import NETWORK, read_info
from skin_gui.classifier.operating_curve import operating_curve
from skin_gui.imaging.decode import LoadedImage, decode_for_screen
from skin_gui.imaging.facts import facts_of
from skin_gui.imaging.reading import read_image_file
from skin_gui.imaging.synthetic import is_marked
from skin_gui.measures.diameter import greatest_diameter
from skin_gui.measures.files import measure_classified
from skin_gui.measures.measurer import Measurer, Measures
from skin_gui.measures.outline_network import MAPS
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import CORES, ENGINE, TEST_TIME_AUGMENTATION
from skin_gui.review.batch import Beside, model_id
from skin_gui.review.measurements import Measurement, measurement_of
from skin_gui.wording.images import ImageFact
from skin_gui.workers.chosen_point import chosen_point
from skin_gui.workers.clinics import clinic_figures
from skin_gui.workers.shown import ModelFacts, ShownImage

_SMALLEST_LEVEL = 256
_HEATMAP_SIDE = 224
_HEATMAP_STRONGEST = 0.85
_HEATMAP_RISE = 2.5
"""How much faster opacity grows than evidence: weak evidence is to be seen, too."""
_HEATMAP_VISIBLE = 0.15
"""Below this a colour, at the opacity that it has then, cannot be told from the image under it."""


def open_image(path: Path) -> tuple[LoadedImage | None, ShownImage]:
    """Decode a file for the network, as batch and command line do, and for the screen in full; it is opened once.

    Returns:
        The image for the network, none where the file is damaged; and what is shown.

    Raises:
        ImageError: with a sentence for the user.
    """
    data = read_image_file(path)
    image, whole = decode_for_screen(path, data)
    shown = ShownImage(
        path=path,
        levels=pyramid(to_qimage(whole.pixels)),
        facts=facts_of(path, data, image),
        synthetic=is_marked(data),
        damage=ImageFact.NAMED(name=path.name, reason=image.damage) if image.damage else None,
    )
    return None if image.damage else image, shown


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """An (H, W, 3) uint8 RGB array as an image that owns its memory, in the format that paints fastest."""
    height, width = pixels.shape[:2]
    rows = np.ascontiguousarray(pixels)
    borrowed = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)  # converts, and so copies, while `rows` lives


def pyramid(image: QImage) -> tuple[QImage, ...]:
    """The image and its halves: the painter's own shrinking skips pixels below one half, and hairs with them."""
    levels = [image]
    while min(levels[-1].width(), levels[-1].height()) >= 2 * _SMALLEST_LEVEL:
        last = levels[-1]
        levels.append(
            last.scaled(
                last.width() // 2,
                last.height() // 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return tuple(levels)


def heatmap_image(heatmap: NDArray[np.float32]) -> QImage:
    """A (14, 14) heatmap in [0, 1] as a coloured picture, clear where nothing speaks for malignant."""
    return _coloured(cv2.resize(heatmap, (_HEATMAP_SIDE, _HEATMAP_SIDE), interpolation=cv2.INTER_CUBIC).clip(0.0, 1.0))


def heatmap_strip() -> QImage:
    """The colours of a heatmap from 0 to 1, for its legend."""
    return _coloured(np.linspace(0.0, 1.0, _HEATMAP_SIDE, dtype=np.float32)[None])


def visible_heatmap(heatmap: NDArray[np.float32]) -> QImage | None:
    """A (14, 14) heatmap in [0, 1] as `heatmap_image`; None where it is too weak everywhere to be seen."""
    return heatmap_image(heatmap) if float(heatmap.max()) >= _HEATMAP_VISIBLE else None


def _coloured(smooth: NDArray[np.float32]) -> QImage:
    height, width = smooth.shape
    bgr = cv2.applyColorMap((smooth * 255).round().astype(np.uint8), cv2.COLORMAP_TURBO)
    alpha = (np.clip(smooth * _HEATMAP_RISE, 0.0, 1.0) * _HEATMAP_STRONGEST * 255).round().astype(np.uint8)
    bgra = np.ascontiguousarray(np.dstack([bgr, alpha]))
    borrowed = QImage(bgra.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
    return borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def load_classifier(path: Path | None) -> Classifier:
    """The classifier of a model folder, or the active one, as the preferences want it.

    Raises:
        ModelError: with a sentence for the user.
    """
    preferences = current_preferences()
    classifier = Classifier.load(path, threads=preferred_cores(), engine=preferences[ENGINE])
    choice = preferences[TEST_TIME_AUGMENTATION]
    return classifier if choice == "model" else classifier.averaging(flips=choice == "on")


def classify_image(
    classifier: Classifier, image: LoadedImage, threshold: float, layers: tuple[str, ...]
) -> tuple[Prediction, Maps]:
    """What the model says of a decoded file, with the warnings of its decoding, and the maps of these layers.

    Raises:
        NetworkError: as `Classifier.predict`.
    """
    prediction, maps = classifier.predict_with_maps(image.pixels, layers, threshold)
    return replace(prediction, warnings=(*image.warnings, *prediction.warnings)), maps


def maps_for_measures(classifier: Classifier) -> tuple[str, ...]:
    """The maps to keep of a classification so that measuring need not compute them again.

    None for a model with a base of its own, as the outline's network knows that of the shipped model. None in int8, so
    that what is measured does not depend on the engine.
    """
    known = classifier.info.files[NETWORK[1]] == _shipped_base(paths.shipped_model())
    return MAPS if known and classifier.engine == "float32" else ()


@lru_cache(maxsize=1)
def _shipped_base(folder: Path) -> str:
    return read_info(folder).files[NETWORK[1]]


def measure(pixels: NDArray[np.uint8], maps: Maps) -> Measures | None:
    """Outline and criteria of an (H, W, 3) image; None where no lesion is found.

    Args:
        pixels: the image as it was classified.
        maps: what `maps_for_measures` asked for.

    Raises:
        ModelError, NetworkError: with a sentence for the user.
    """
    measurer = _measurer(paths.shipped_model())
    return measurer.measure_with(pixels, maps) if maps else measurer.measure(pixels)


def measuring_beside(classifier: Classifier, keep: Callable[[Path, Measurement], None]) -> Beside | None:
    """Measure each image from the maps of its classification; None where `maps_for_measures` are none.

    Args:
        keep: is given what was measured in each file, on the thread that classifies it.
    """
    layers = maps_for_measures(classifier)
    if not layers:
        return None
    measurer = _measurer(paths.shipped_model())

    def measure_one(path: Path, image: LoadedImage, begun: Begun) -> None:
        keep(path.absolute(), measurement_of(measure_classified(measurer, path, image, begun)))

    return Beside(layers, measure_one)


def diameter(image: LoadedImage, measures: Measures, spacing: tuple[float, float] | None) -> float | None:
    """The lesion's greatest diameter in millimetres; None where the size of the pixels is not known."""
    return None if spacing is None else greatest_diameter(measures.outline, image.width, image.height, spacing)


@lru_cache(maxsize=1)
def _measurer(_base: Path) -> Measurer:
    return Measurer.load(threads=preferred_cores())


def preferred_cores() -> int:
    """Cores that the user lets the program use."""
    return min(current_preferences()[CORES] or available_cores(), available_cores())


def model_facts(classifier: Classifier) -> ModelFacts:
    """What the window says about a loaded model, at the operating point that the preferences ask for."""
    point = chosen_point(classifier.info, current_preferences())
    return ModelFacts(
        name=classifier.name,
        threshold=point.threshold,
        sensitivity=point.sensitivity,
        specificity=point.specificity,
        measured_on=classifier.info.operating_point.measured_on,
        model_id=model_id(classifier),
        validated=classifier.info.validated,
        chosen=point.threshold != classifier.threshold,
        stands_in=why_it_stands_in() if classifier.info.validated else None,
        clinics=clinic_figures(classifier.info),
        curve=operating_curve(classifier.info),
    )
