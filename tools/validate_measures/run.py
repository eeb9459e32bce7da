"""Classify and measure every case once; what comes of it is kept in a file."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui.checksum import sha256_file
from skin_gui.classifier import Classifier
from skin_gui.classifier.features import layers_of
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.measures.measurer import Measurer, measure_within
from skin_gui.measures.outline_network import MAPS, load_outline_network
from skin_gui.measures.similar import LEVELS, WIDTH, case_vector
from tools.validate_measures.material import Case

MEASURES = ("asymmetry", "border", "colours", "shape", "colour", "structure", "area", "confidence")
_MISSING = -1.0


@dataclass(frozen=True)
class Measured:
    """What was found in the cases, in their order."""

    values: NDArray[np.float32]
    """(n, MEASURES); -1 throughout where no lesion was found."""
    probability: NDArray[np.float32]
    """(n,) the classifier's."""
    vectors: NDArray[np.float32]
    """(n, WIDTH) for similar cases."""

    def column(self, name: str) -> NDArray[np.float32]:
        """(n,) one measure."""
        return self.values[:, MEASURES.index(name)]

    @property
    def found(self) -> NDArray[np.bool_]:
        """(n,) where a lesion was found."""
        return np.asarray(self.column("confidence") != _MISSING)


def measure_cases(cases: list[Case], model: Path, file: Path) -> Measured:
    """Measure all cases on two cores, or read the file of an earlier run."""
    if not file.exists():
        classifier, base = Classifier.load(model), Network(*_files(model))
        measurer = Measurer(base, load_outline_network())
        with ThreadPoolExecutor(2) as pool:
            rows = list(pool.map(lambda case: _one(case, classifier, base, measurer), cases))
        values, probabilities, vectors = zip(*rows, strict=True)
        np.savez(file, allow_pickle=False, values=values, probability=probabilities, vectors=vectors)
    with np.load(file, allow_pickle=False) as kept:
        columns = (kept[name].astype(np.float32) for name in ("values", "probability", "vectors"))
        return Measured(*columns)


def _files(model: Path) -> tuple[Path, Path]:
    param, weights = (model / name for name in NETWORK)
    return param, weights


def mark(model: Path) -> str:
    """Tells the networks apart that a file was made with."""
    outline = sha256_file(Path(__file__).parents[2] / "resources" / "measures" / "outline.npz")
    return f"{sha256_file(model / NETWORK[1])[:8]}-{sha256_file(model / 'head.npz')[:8]}-{outline[:8]}"


def _one(
    case: Case, classifier: Classifier, base: Network, measurer: Measurer
) -> tuple[list[float], float, NDArray[np.float32]]:
    image = case.image()
    pixels = resize_to_input(image)
    layers = tuple(dict.fromkeys((*MAPS, *layers_of(LEVELS))))
    maps = dict(zip(layers, base.maps(pixels, layers), strict=True))
    outline = measurer.outline(maps, pixels)
    found = measure_within(image, outline) if outline else None
    vector = case_vector(maps)
    if vector.shape != (WIDTH,):
        raise ValueError(f"a vector of {vector.shape}")
    values = [_MISSING] * len(MEASURES)
    if found is not None:
        score, axes = found.abcd.score, found.abcd.asymmetry.axes
        means = [float(np.mean([getattr(axis, kind) for axis in axes])) for kind in ("shape", "colour", "structure")]
        values = [score.asymmetry, score.border, score.colours, *means]
        values += [found.outline.area_fraction, found.outline.confidence]
    return values, classifier.predict(image).probability, vector
