"""The base's maps of every pair and its augmented variants, reduced to a few channels and kept on disk."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from skin_gui.classifier.network import Network
from skin_gui.classifier.vgg16 import map_side
from skin_gui.imaging.augment import AugmentationRanges, affine_matrix, augment
from skin_gui.imaging.preprocess import INPUT_SIZE
from skin_gui.measures.outline_network import MAPS, PIXELS, SIDE, pixels_input
from tools.outline.pairs import Pair

CHANNELS: Mapping[str, int] = {"block3_conv3": 64, "block4_conv3": 128}
"""Principal components that are kept of each map."""
VARIANTS = 3
"""The unchanged image and two that another camera might have taken."""
SKIN_VARIANT, SKIN_EVERY = 2, 8
SEED = 7

_GEOMETRY = AugmentationRanges(zoom=(0.65, 1.6), shift=0.12)
_NO_GEOMETRY = {"rotation_degrees": 0.0, "shift": 0.0, "shear": 0.0, "zoom": (1.0, 1.0), "aspect": 1.0, "flip": False}
_CAMERA = AugmentationRanges(**_NO_GEOMETRY)  # type: ignore[arg-type]
_STEPS = 24  # to a standard deviation: components are kept as whole numbers of 8 bits
_MOST = 127
_NARROWEST_STRIP = 56  # pixels of 224
_SAMPLED_IMAGES, _SAMPLED_PLACES = 200, 400


@dataclass(frozen=True)
class Reduction:
    """Whitened principal components of a map's channels."""

    matrix: NDArray[np.float32]
    """(components, channels)."""
    offset: NDArray[np.float32]
    """(components,) subtracted from what the matrix gives."""

    def __call__(self, blob: NDArray[np.float32]) -> NDArray[np.int8]:
        """(height, width, components) in steps of 1/24 standard deviation, of a (channels, height, width) map."""
        reduced = self.matrix @ blob.reshape(len(blob), -1) - self.offset[:, None]
        steps: NDArray[np.int8] = np.clip(np.rint(reduced * _STEPS), -_MOST, _MOST).astype(np.int8)
        return steps.T.reshape(*blob.shape[1:], -1)


class Loadable(Protocol):
    """A photograph or a drawing with its mask."""

    def load(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """The (224, 224, 3) RGB image, and the (224, 224) part of each pixel that is lesion, 0 to 255."""


def variant(pair: Loadable, number: int, which: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The image and mask of a pair, unchanged (`which` 0) or moved and as of another camera; repeatable.

    One in `SKIN_EVERY` of the last variants shows skin without a lesion, so that none can be the answer.
    """
    image, mask = pair.load()
    if which == 0:
        return image, mask
    if which == SKIN_VARIANT and number % SKIN_EVERY == 0:
        image, mask = skin_alone(image, mask)
    rng = np.random.default_rng([SEED, number, which])
    matrix = affine_matrix(rng, _GEOMETRY, INPUT_SIZE)
    size, how = (INPUT_SIZE, INPUT_SIZE), cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    image, mask = (
        np.asarray(cv2.warpAffine(layer, matrix, size, flags=how, borderMode=cv2.BORDER_REFLECT_101), dtype=np.uint8)
        for layer in (image, mask)
    )
    return augment(image, rng, _CAMERA), mask


def skin_alone(image: NDArray[np.uint8], mask: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The widest strip beside the lesion, mirrored until it fills the image; unchanged where all strips are narrow."""
    near = np.argwhere(cv2.dilate(mask, np.ones((9, 9), np.uint8)) > 0)
    if not len(near):
        return image, mask
    (top, left), (bottom, right) = near.min(axis=0), near.max(axis=0) + 1
    strip = max((image[:top], image[bottom:], image[:, :left], image[:, right:]), key=lambda part: min(part.shape[:2]))
    if min(strip.shape[:2]) < _NARROWEST_STRIP:
        return image, mask
    missing = [(0, INPUT_SIZE - side) for side in strip.shape[:2]]
    return np.pad(strip, (*missing, (0, 0)), mode="symmetric"), np.zeros_like(mask)


class MapStore:
    """Reduced maps, pixels and masks of all pairs, as files of a working folder."""

    def __init__(self, folder: Path, pairs: Sequence[Loadable], network: Network) -> None:
        """Open the folder, and compute what it lacks (minutes to an hour)."""
        self.count = len(pairs)
        folder.mkdir(parents=True, exist_ok=True)
        self.reductions = _reductions(folder / "components.npz", pairs, network)
        shapes: dict[str, tuple[int, ...]] = {name: (map_side(name), map_side(name), CHANNELS[name]) for name in MAPS}
        shapes |= {"image": (INPUT_SIZE, INPUT_SIZE, 3), "mask": (INPUT_SIZE, INPUT_SIZE)}
        kinds = {name: np.int8 if name in MAPS else np.uint8 for name in shapes}
        done = folder / "done"
        mode = "r+" if done.exists() else "w+"
        self._arrays = {
            name: open_memmap(folder / f"{name}.npy", mode, kinds[name], (VARIANTS, len(pairs), *shape))
            for name, shape in shapes.items()
        }
        if not done.exists():
            self._compute(pairs, network)
            done.touch()

    def _compute(self, pairs: Sequence[Loadable], network: Network) -> None:
        def one(place: tuple[int, int]) -> None:
            which, number = place
            image, mask = variant(pairs[number], number, which)
            self._arrays["image"][place], self._arrays["mask"][place] = image, mask
            for name, blob in zip(MAPS, network.maps(image, MAPS), strict=True):
                self._arrays[name][place] = self.reductions[name](blob)

        with ThreadPoolExecutor(2) as pool:
            for _ in pool.map(one, np.ndindex(VARIANTS, len(pairs))):
                pass

    def image(self, number: int, which: int = 0) -> NDArray[np.uint8]:
        """(224, 224, 3) RGB."""
        return np.asarray(self._arrays["image"][which, number])

    def mask(self, number: int, which: int = 0) -> NDArray[np.bool_]:
        """(224, 224) what the expert calls lesion."""
        return np.asarray(self._arrays["mask"][which, number] > 127)

    def inputs(self, numbers: NDArray[np.int64], which: NDArray[np.int64]) -> dict[str, NDArray[np.float32]]:
        """What the network reads of some variants, channels last."""
        places = list(zip(which, numbers, strict=True))
        found: dict[str, NDArray[np.float32]] = {}
        for name in MAPS:
            stacked = np.stack([self._arrays[name][place] for place in places])
            found[name] = np.asarray(stacked / np.float32(_STEPS), dtype=np.float32)
        pixels = [pixels_input(self._arrays["image"][place]).transpose(1, 2, 0) for place in places]
        return found | {PIXELS: np.stack(pixels)}

    def targets(self, numbers: NDArray[np.int64], which: NDArray[np.int64]) -> NDArray[np.float32]:
        """(n, SIDE, SIDE, 1) part of each place that is lesion."""
        masks = (self._arrays["mask"][place] for place in zip(which, numbers, strict=True))
        small = [cv2.resize(mask, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for mask in masks]
        return np.asarray(np.stack(small)[..., None] / np.float32(255), dtype=np.float32)


def _reductions(file: Path, pairs: Sequence[Loadable], network: Network) -> dict[str, Reduction]:
    if not file.exists():
        np.savez(file, allow_pickle=False, **dict(_fitted(pairs, network)))
    with np.load(file, allow_pickle=False) as arrays:
        return {name: Reduction(arrays[f"{name}/matrix"], arrays[f"{name}/offset"]) for name in MAPS}


def _fitted(pairs: Sequence[Loadable], network: Network) -> Iterator[tuple[str, NDArray[np.float32]]]:
    pairs = [pair for pair in pairs if isinstance(pair, Pair)]  # as photographs vary
    rng, sampled = np.random.default_rng(1), dict[str, list[NDArray[np.float32]]]()
    for number in rng.choice(len(pairs), min(_SAMPLED_IMAGES, len(pairs)), replace=False):
        image, _ = variant(pairs[number], int(number), int(rng.integers(2)))
        for name, blob in zip(MAPS, network.maps(image, MAPS), strict=True):
            flat = blob.reshape(len(blob), -1)
            places = rng.choice(flat.shape[1], _SAMPLED_PLACES, replace=False)
            sampled.setdefault(name, []).append(flat[:, places].T.copy())
    for name, parts in sampled.items():
        values = np.concatenate(parts).astype(np.float64)
        variances, axes = np.linalg.eigh(np.cov(values.T))
        kept = np.argsort(-variances)[: CHANNELS[name]]
        matrix = (axes[:, kept] / np.sqrt(variances[kept])).T
        yield f"{name}/matrix", matrix.astype(np.float32)
        yield f"{name}/offset", (matrix @ values.mean(axis=0)).astype(np.float32)
