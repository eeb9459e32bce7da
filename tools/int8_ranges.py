"""`python -m tools.int8_ranges FOLDER...`: the ranges of `skin_gui.classifier.vgg16_int8.INPUT_RANGES`.

Each folder is a source with benign and malignant, of each of which eight images count, taken at equal steps in the
order of their names. Prints for each convolution the geometric mean of its input's largest value in all of them and of
the largest 99.99th percentile of one: between what cuts nothing off and what gives most values finer steps.
"""

import sys
from itertools import pairwise

import numpy as np

from skin_gui import paths
from skin_gui.classifier import vgg16
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.classifier.vgg16_int8 import INPUT_RANGES
from skin_gui.imaging.decode import load_image
from skin_gui.imaging.preprocess import DECODE_SIDE, resize_to_input
from tools.chosen_images import chosen_images

_IMAGES = 8
_PERCENTILES = (99.99, 100)


def main() -> None:
    """Measure and print."""
    param, weights = (paths.shipped_model() / name for name in NETWORK)
    network = Network(param, weights)
    largest = {name: np.zeros(2) for name in INPUT_RANGES}
    read_by = {before: name for before, name in pairwise(vgg16.BLOBS) if name in INPUT_RANGES}
    for file in chosen_images(sys.argv[1:], _IMAGES):
        pixels = resize_to_input(load_image(file, minimum_side=DECODE_SIDE).pixels)
        for before, blob in zip(read_by, network.maps(pixels, tuple(read_by)), strict=True):
            name = read_by[before]
            largest[name] = np.maximum(largest[name], np.percentile(blob, _PERCENTILES))
    for name, values in largest.items():
        print(f'    "{name}": {np.sqrt(values.prod()):.0f},')  # noqa: T201 - it is what this prints


if __name__ == "__main__":
    main()
