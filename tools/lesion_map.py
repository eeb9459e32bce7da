"""`python -m tools.lesion_map FOLDER...`: fit the weights of `skin_gui.classifier.lesion_map` again.

Each folder is a source with benign and malignant, of each of which as many images count, taken at equal steps in the
order of their names: no diagnosis is read. A ridge regression on the logits of the outline's network, which was fitted
to experts' outlines. Writes the file among the program's resources and prints its SHA-256, and the mean Dice overlap
with what the network outlines on every fifth image, by weights that have not seen those.
"""

import hashlib
import io
import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier import lesion_map
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.preprocess import DECODE_SIDE, resize_to_input
from skin_gui.measures.outline_network import load_outline_network
from tools.chosen_images import chosen_images

_IMAGES = 60
_RIDGE = 30.0
_SURE = 4.0
"""Logits count up to here: where the network is sure there is nothing to be learnt from how sure."""

Floats = NDArray[np.float64]


def _rows(network: Network, file: Path) -> tuple[Floats, Floats]:
    """(positions, weights) inputs and (positions,) logits of an image."""
    pixels = resize_to_input(load_image(file, minimum_side=DECODE_SIDE).pixels)
    maps = dict(zip(lesion_map.LAYERS, network.maps(pixels, lesion_map.LAYERS), strict=True))
    side = lesion_map.SIDE
    columns = [
        cv2.resize(channel, (side, side), interpolation=cv2.INTER_AREA).ravel()
        for layer in lesion_map.LAYERS
        for channel in maps[layer]
    ]
    squares = lesion_map.place_squares()
    columns += [np.repeat(squares, side), np.tile(squares, side), np.ones(side * side)]
    logits = load_outline_network().logits(maps, pixels)
    wanted = cv2.resize(logits, (side, side), interpolation=cv2.INTER_AREA).ravel()
    return np.stack(columns, axis=1).astype(np.float64), np.clip(wanted, -_SURE, _SURE).astype(np.float64)


def _solved(rows: list[tuple[Floats, Floats]]) -> Floats:
    products = np.sum([inputs.T @ inputs for inputs, _ in rows], axis=0) + _RIDGE * np.eye(rows[0][0].shape[1])
    return np.asarray(np.linalg.solve(products, np.sum([inputs.T @ wanted for inputs, wanted in rows], axis=0)))


def _dice(weights: Floats, inputs: Floats, wanted: Floats) -> float:
    found, expected = inputs @ weights > 0, wanted > 0
    return float(2 * (found & expected).sum() / max(1, found.sum() + expected.sum()))


def main() -> None:
    """Fit, write and print."""
    param, weights = (paths.shipped_model() / name for name in NETWORK)
    network = Network(param, weights, threads=2)
    rows = [_rows(network, file) for file in chosen_images(sys.argv[1:], _IMAGES)]
    others = _solved([row for number, row in enumerate(rows) if number % 5])
    buffer = io.BytesIO()
    np.save(buffer, _solved(rows).astype(np.float32), allow_pickle=False)
    (paths.resources() / lesion_map.WEIGHTS).write_bytes(buffer.getvalue())
    overlaps = [_dice(others, *row) for row in rows[::5]]
    digest = hashlib.sha256(buffer.getvalue()).hexdigest()
    print(f"{digest}\nmean Dice {np.mean(overlaps):.3f}, {len(rows)} images")  # noqa: T201 - it is what this prints


if __name__ == "__main__":
    main()
