"""What measuring costs beside the classification, in processor time of one thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np

from skin_gui.classifier import Classifier
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.measures.measurer import Measurer, measure_within
from skin_gui.measures.outline_network import MAPS, load_outline_network
from skin_gui.measures.similar import nearest
from tools.validate_measures.cases import Case
from tools.validate_measures.run import COMPONENTS

IMAGES = 40
_CASES = 100_000
Made = TypeVar("Made")


@dataclass(frozen=True)
class Cost:
    """Median milliseconds of an image."""

    base: float
    """Of the classification."""
    outline: float
    criteria: float
    similar: float
    """Of finding the nearest of 100,000 cases."""


def measure_cost(cases: list[Case], model: Path) -> Cost:
    """Measure some images on one thread."""
    cv2.setNumThreads(1)
    classifier = Classifier.load(model, threads=1)
    param, weights = (model / name for name in NETWORK)
    measurer = Measurer(Network(param, weights), load_outline_network())
    rows = []
    for case in cases[: IMAGES + 1]:
        image = case.image()
        base, (_, maps) = _timed(lambda image=image: classifier.predict_with_maps(image, MAPS))  # type: ignore[misc]
        found, outline = _timed(lambda maps=maps, image=image: measurer.outline(maps, resize_to_input(image)))  # type: ignore[misc]
        if outline is not None:
            criteria, _ = _timed(lambda image=image, outline=outline: measure_within(image, outline))  # type: ignore[misc]
            rows.append((base, found, criteria))
    base, found, criteria = np.median(rows[1:], axis=0).tolist()  # the first one fills caches
    table = np.random.default_rng(0).normal(size=(_CASES, COMPONENTS)).astype(np.float32)
    similar = np.median([_timed(lambda row=row: nearest(table, table[row], 5))[0] for row in range(20)])  # type: ignore[misc]
    return Cost(base, found, criteria, float(similar))


def _timed(make: Callable[[], Made]) -> tuple[float, Made]:
    begun = time.thread_time()
    made = make()
    return 1000 * (time.thread_time() - begun), made
