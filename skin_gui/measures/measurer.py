"""Find and measure the lesion of an image."""

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier.model_folder import NETWORK, ModelError, read_info, verify
from skin_gui.classifier.network import Network, NetworkError
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.measures.abcd import Abcd, measure_abcd
from skin_gui.measures.outline import Outline, find_outline
from skin_gui.measures.outline_network import MAPS, OutlineNetwork, load_outline_network

_LONGEST_SIDE = 640
"""Pixels that the criteria are measured at: their frame is 256 pixels wide."""


@dataclass(frozen=True)
class Measures:
    """What was measured in one image."""

    outline: Outline
    abcd: Abcd
    size: tuple[int, int]
    """Width and height of the image that the criteria were measured in; places of the frame lead back to it."""


class Measurer:
    """Finds and measures lesions. May be called from several threads at once."""

    def __init__(self, base: Network, network: OutlineNetwork) -> None:
        """Put together what `load` read."""
        self._base = base
        self._network = network

    @classmethod
    def load(cls, *, threads: int = 1) -> "Measurer":
        """Load the base of the shipped model and the outline's network.

        Raises:
            ModelError: a file is missing or damaged.
        """
        folder = paths.shipped_model()
        info = read_info(folder)
        files = verify(info, folder, folder)
        try:
            param, weights = (files[name] for name in NETWORK)
            base = Network(param, weights, threads)
        except NetworkError as error:
            raise ModelError(error.fact) from error
        return cls(base, load_outline_network())

    def measure(self, image: NDArray[np.uint8]) -> Measures | None:
        """Outline and criteria of an (H, W, 3) uint8 RGB image; None where no lesion is found.

        Raises:
            NetworkError: the network failed, e.g. for lack of memory.
        """
        maps = self._base.maps(resize_to_input(image), MAPS)
        return self.measure_with(image, dict(zip(MAPS, maps, strict=True)))

    def measure_with(self, image: NDArray[np.uint8], maps: Mapping[str, NDArray[np.float32]]) -> Measures | None:
        """As `measure`, from maps that are there already.

        Args:
            image: (H, W, 3) uint8 RGB, as it was classified.
            maps: the blobs `outline_network.MAPS` of the base for it.

        Raises:
            NetworkError: the network failed, e.g. for lack of memory.
        """
        outline = self.outline(maps, resize_to_input(image))
        return None if outline is None else measure_within(image, outline)

    def outline(self, maps: Mapping[str, NDArray[np.float32]], pixels: NDArray[np.uint8]) -> Outline | None:
        """The outline from maps that are there already, as beside a classification.

        Args:
            maps: the blobs `outline_network.MAPS` of the base.
            pixels: (224, 224, 3) uint8 RGB that the base saw.

        Raises:
            NetworkError: the network failed, e.g. for lack of memory.
        """
        return find_outline(self._network.logits(maps, pixels), pixels)


def measure_within(image: NDArray[np.uint8], outline: Outline) -> Measures | None:
    """The criteria of an (H, W, 3) uint8 RGB image within an outline; None where it is too small to hold a pixel."""
    height, width = image.shape[:2]
    shrink = min(1.0, _LONGEST_SIDE / max(height, width))
    if shrink < 1:
        size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    mask = outline.mask(image.shape[1], image.shape[0])
    return Measures(outline, measure_abcd(image, mask), (image.shape[1], image.shape[0])) if mask.any() else None
