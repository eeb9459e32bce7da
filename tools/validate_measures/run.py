"""Measure every case once; what comes of it is kept in a file, so that a stopped run goes on."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from skin_gui.checksum import sha256_file
from skin_gui.classifier import Classifier
from skin_gui.classifier.model_folder import HEAD, NETWORK
from skin_gui.classifier.network import Network
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.measures.measurer import Measurer, measure_within
from skin_gui.measures.outline_network import MAPS, load_outline_network
from tools.validate_measures.cases import Case

MEASURES = ("asymmetry", "border", "colours", "shape", "colour", "structure", "area", "confidence")
COMPONENTS = 32
"""Of a prediction, by which the program compares images."""
_MISSING = -1.0
_AT_ONCE = 64  # cases between two writes to the disk
_SEED = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Measured:
    """What was found in the cases, in their order."""

    values: NDArray[np.float32]
    """(n, MEASURES); -1 throughout where no lesion was found."""
    vectors: NDArray[np.float32]
    """(n, COMPONENTS) for similar cases."""

    def column(self, name: str) -> NDArray[np.float32]:
        """(n,) one measure."""
        return self.values[:, MEASURES.index(name)]

    @property
    def found(self) -> NDArray[np.bool_]:
        """(n,) where a lesion was found."""
        return np.asarray(self.column("confidence") != _MISSING)


def sample(cases: list[Case], most: int | None) -> list[Case]:
    """So many of the cases at random, or all of them: a larger sample begins with the smaller one."""
    order = np.random.default_rng(_SEED).permutation(len(cases))
    return [cases[number] for number in order[:most]]


def measure_cases(cases: list[Case], model: Path, file: Path) -> Measured:
    """Measure cases on two cores; those that `file` has from an earlier run with the first of them are read."""
    rows = opened(file, len(cases), len(MEASURES) + COMPONENTS)
    missing = np.flatnonzero(np.isnan(rows[:, 0]))
    if len(missing):
        classifier = Classifier.load(model)
        param, weights = (model / name for name in NETWORK)
        measurer = Measurer(Network(param, weights), load_outline_network())
        with ThreadPoolExecutor(2) as pool:
            for start in range(0, len(missing), _AT_ONCE):
                numbers = missing[start : start + _AT_ONCE]
                rows[numbers] = list(pool.map(lambda number: _one(cases[number], classifier, measurer), numbers))
                rows.flush()
                log.info("%d of %d measured", len(cases) - len(missing) + start + len(numbers), len(cases))
    kept = np.array(rows, dtype=np.float32)
    return Measured(kept[:, : len(MEASURES)], kept[:, len(MEASURES) :])


def opened(file: Path, count: int, width: int) -> np.memmap[Any, np.dtype[np.float32]]:
    """The first `count` rows of the file, which grows to that; NaN where nothing was measured yet."""
    known = np.load(file, allow_pickle=False) if file.exists() else np.empty((0, width), np.float32)
    if len(known) < count:
        missing = np.full((count - len(known), width), np.nan, np.float32)
        np.save(file, np.concatenate([known, missing]))
    return open_memmap(file, "r+")[:count]  # type: ignore[return-value]


def mark(model: Path) -> str:
    """Tells the networks apart that a file was made with."""
    outline = sha256_file(Path(__file__).parents[2] / "resources" / "measures" / "outline.npz")
    return f"{sha256_file(model / NETWORK[1])[:8]}-{sha256_file(model / HEAD)[:8]}-{outline[:8]}"


def _one(case: Case, classifier: Classifier, measurer: Measurer) -> NDArray[np.float32]:
    image = case.image()
    pixels = resize_to_input(image)
    prediction, maps = classifier.predict_with_maps(image, MAPS)
    if prediction.components is None:
        raise ValueError("the model keeps no components")
    outline = measurer.outline(maps, pixels)
    found = measure_within(image, outline) if outline else None
    values = [_MISSING] * len(MEASURES)
    if found is not None:
        score, axes = found.abcd.score, found.abcd.asymmetry.axes
        means = [float(np.mean([getattr(axis, kind) for axis in axes])) for kind in ("shape", "colour", "structure")]
        values = [score.asymmetry, score.border, score.colours, *means]
        values += [found.outline.area_fraction, found.outline.confidence or 0.0]
    return np.concatenate([np.array(values, np.float32), prediction.components])
