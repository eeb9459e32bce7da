"""Images with a diagnosis, from three sources."""

import csv
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.decode import read_image

SOURCES = ("HAM10000", "Barcelona", "ISIC 2017")


@dataclass(frozen=True)
class Case:
    """An image whose diagnosis is known."""

    path: Path
    source: str
    lesion: str
    diagnosis: str
    """mel, nv, bcc, ... in lower case; "" where only benign or malignant is known."""
    malignant: bool
    squashed: bool
    """Whether a 4:3 picture was squashed to the square."""

    @property
    def melanoma(self) -> bool | None:
        """Melanoma or nevus; None for all else. ISIC 2017's benign images are counted as nevi: most are."""
        if self.diagnosis == "mel":
            return True
        nevus = self.diagnosis == "nv" or (self.source == "ISIC 2017" and not self.malignant)
        return False if nevus else None

    def image(self) -> NDArray[np.uint8]:
        """The pixels, square again."""
        pixels = read_image(self.path)
        if not self.squashed:
            return pixels
        height, width = pixels.shape[:2]
        size = (round(width * 4 / 3), height)
        return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def load_cases(data: Path) -> list[Case]:
    """All images of `isic` (those of HAM10000), `ham_extra`, `bcn` and `isic17` below a folder.

    Raises:
        OSError, KeyError: a table is missing or lacks a column.
    """
    cases = []
    for row in _rows(data / "isic" / "provenance.csv"):
        if row["dx"]:
            path = data / "isic" / "train" / row["label"] / row["file"]
            malignant = row["label"] == "malignant"
            cases.append(Case(path, "HAM10000", row["lesion_id"], row["dx"].lower(), malignant, squashed=True))
    for folder, source, squashed in (
        ("ham_extra", "HAM10000", False),
        ("bcn", "Barcelona", False),
        ("isic17", "ISIC 2017", True),
    ):
        for row in _rows(data / folder / "metadata.csv"):
            label, path = row["benign_malignant"], data / folder / row["benign_malignant"] / f"{row['isic_id']}.jpg"
            diagnosis = row["diagnosis"].lower()
            cases.append(Case(path, source, row["lesion_id"], diagnosis, label == "malignant", squashed))
    return cases


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
