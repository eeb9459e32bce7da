"""Find and measure the lesion of an image."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier.model_folder import NETWORK, ModelError, read_info, verify
from skin_gui.classifier.network import Network, NetworkError
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.measures.abcd import Abcd, measure_abcd
from skin_gui.measures.confidence import load_judge
from skin_gui.measures.cut import is_cut
from skin_gui.measures.frame import halved
from skin_gui.measures.outline import Outline, find_outline
from skin_gui.measures.outline_network import MAPS, OutlineNetwork, load_outline_network

_LONGEST_SIDE = 896
"""Pixels beyond which an image is halved before its criteria are measured: their frame is 256 pixels wide."""


@dataclass(frozen=True)
class Measures:
    """What was measured in one image."""

    outline: Outline
    abcd: Abcd
    size: tuple[int, int]
    """Width and height of the image that the criteria were measured in; places of the frame lead back to it."""
    is_cut: bool
    """Whether the lesion goes on beyond what the image shows: its size and the criteria are of the part in sight."""


class Measurer:
    """Finds and measures lesions. May be called from several threads at once."""

    def __init__(self, base: Network, network: OutlineNetwork) -> None:
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
        load_judge()  # a missing file is told now, not with the first image
        return cls(base, load_outline_network())

    def measure(self, image: NDArray[np.uint8]) -> Measures | None:
        """Outline and criteria of an (H, W, 3) uint8 RGB image; None where no lesion is found.

        Raises:
            NetworkError: the network failed, e.g. for lack of memory.
        """
        pixels = resize_to_input(image)
        return self.measure_seen(image, pixels, dict(zip(MAPS, self._base.maps(pixels, MAPS), strict=True)))

    def measure_with(self, image: NDArray[np.uint8], maps: Mapping[str, NDArray[np.float32]]) -> Measures | None:
        """As `measure`, from maps that are there already.

        Args:
            image: (H, W, 3) uint8 RGB, as it was classified.
            maps: the blobs `outline_network.MAPS` of the base for it.

        Raises:
            NetworkError: the network failed, e.g. for lack of memory.
        """
        return self.measure_seen(image, resize_to_input(image), maps)

    def measure_seen(
        self, image: NDArray[np.uint8], pixels: NDArray[np.uint8], maps: Mapping[str, NDArray[np.float32]]
    ) -> Measures | None:
        """As `measure_with`, from what the base saw.

        Args:
            image: (H, W, 3) uint8 RGB, as it was classified.
            pixels: (224, 224, 3) uint8 RGB: the same as the base saw it.
            maps: the blobs `outline_network.MAPS` of the base for it.

        Raises:
            NetworkError: the network failed, e.g. for lack of memory.
        """
        outline = self.outline(maps, pixels)
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
    while max(image.shape[:2]) > _LONGEST_SIDE and min(image.shape[:2]) > 1:
        image = halved(image)
    mask = outline.mask(image.shape[1], image.shape[0])
    if not mask.any():
        return None
    return Measures(outline, measure_abcd(image, mask), (image.shape[1], image.shape[0]), is_cut(image, outline))
