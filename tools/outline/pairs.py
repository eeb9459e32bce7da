"""Images with the lesion masks that experts drew of them."""

import csv
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import INPUT_SIZE, resize_to_input


@dataclass(frozen=True)
class Pair:
    """An image, its mask and what is known of the lesion."""

    isic_id: str
    lesion_id: str
    diagnosis: str
    confirmed: str
    """How the diagnosis was made. Follow-up images all come from one device of one clinic."""
    image: Path
    mask: Path
    cut: bool
    """Whether the image is the square in the middle of the picture that the mask was drawn on, else all of it."""

    def load(self) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """The (224, 224, 3) RGB image, and the (224, 224) part of each pixel that is lesion, 0 to 255."""
        mask = read_image(self.mask)[..., 0]
        if self.cut:
            beyond = (mask.shape[1] - mask.shape[0]) // 2
            mask = mask[:, beyond : mask.shape[1] - beyond]
        size = (INPUT_SIZE, INPUT_SIZE)
        return resize_to_input(read_image(self.image)), np.asarray(cv2.resize(mask, size), dtype=np.uint8)


def load_pairs(data: Path) -> list[Pair]:
    """Every masked image of `isic`, `ham_extra` and `ham_masks` below a folder, each once.

    Masks show the whole 4:3 picture, and so do the images of `isic` (squashed to a square) and `ham_masks`; those of
    `ham_extra` are the square in its middle.

    Raises:
        OSError, KeyError: a table is missing or lacks a column.
    """
    masks, found = data / "isic_masks", list[Pair]()
    for row in _rows(data / "isic" / "provenance.csv"):
        image = data / "isic" / "train" / row["label"] / row["file"]
        found.append(_pair(row["isic_id"], row, ("dx", "dx_type"), image, masks / f"{row['isic_id']}.png", False))
    for row in _rows(data / "ham_extra" / "metadata.csv"):
        name = row["isic_id"]
        image = data / "ham_extra" / row["benign_malignant"] / f"{name}.jpg"
        found.append(_pair(name, row, ("diagnosis", "diagnosis_confirm_type"), image, masks / f"{name}.png", True))
    for row in _rows(data / "ham_masks" / "metadata.csv"):
        name, folder = row["image_id"], data / "ham_masks"
        mask = folder / "masks" / f"{name}_segmentation.png"
        found.append(_pair(name, row, ("dx", "dx_type"), folder / "images" / f"{name}.jpg", mask, False))
    first: dict[str, Pair] = {}
    for pair in found:
        if pair.isic_id and pair.mask.is_file():
            first.setdefault(pair.isic_id, pair)
    return list(first.values())


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _pair(isic_id: str, row: dict[str, str], columns: tuple[str, str], image: Path, mask: Path, cut: bool) -> Pair:
    diagnosis, confirmed = (row[column] for column in columns)
    return Pair(isic_id, row["lesion_id"], diagnosis, confirmed, image, mask, cut)


def folds(pairs: list[Pair], count: int, seed: int = 0) -> NDArray[np.int64]:
    """The fold of each pair; all images of a lesion are in one."""
    lesions = sorted({pair.lesion_id for pair in pairs})
    shuffled = np.random.default_rng(seed).permutation(len(lesions)) % count
    fold = dict(zip(lesions, shuffled, strict=True))
    return np.array([fold[pair.lesion_id] for pair in pairs])
