"""How sure an outline is: the overlap to expect with an expert's, who may see no lesion there at all."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier.model_folder import ModelError
from skin_gui.wording.models import ModelFact

FILE = "confidence.json"
"""Written by `make fit-confidence` beside the outline's network."""

_DOUBTED = 15  # pixels around a piece in which other places count against it
_HIGHEST = 10.0  # logits: beyond, the network is as sure of drawings as of lesions


def expected_dice(logits: NDArray[np.float32], chosen: NDArray[np.bool_]) -> float:
    """The Dice coefficient that the probabilities let expect of a piece: 2 sum(p in it) / (sum(p) + its area).

    Places far from it do not count: another lesion or a sticker says nothing about this outline.

    Args:
        logits: (height, width) of the lesion at each place.
        chosen: (height, width) which places are in the piece.
    """
    size = (2 * _DOUBTED + 1, 2 * _DOUBTED + 1)
    near = cv2.dilate(chosen.astype(np.uint8), np.ones(size, np.uint8)) > 0
    probability = 1 / (1 + np.exp(-logits[near]))
    inside = chosen[near]
    return float(2 * probability[inside].sum() / (probability.sum() + inside.sum()))


@dataclass(frozen=True)
class Judge:
    """A logistic regression: how likely what was outlined is a lesion, by the network's highest logit."""

    weight: float
    intercept: float

    def lesion(self, strongest: float) -> float:
        """How likely it is, in [0, 1]."""
        limited = min(max(strongest, -_HIGHEST), _HIGHEST)
        return float(1 / (1 + np.exp(-(self.weight * limited + self.intercept))))

    def confidence(self, overlap: float, strongest: float) -> float:
        """The Dice coefficient to expect, 0 without a lesion, by `expected_dice` and the network's highest logit."""
        return self.lesion(strongest) * overlap


@lru_cache(maxsize=1)
def load_judge(folder: Path | None = None) -> Judge:
    """What comes with the program.

    Args:
        folder: another place of its file, for tests.

    Raises:
        ModelError: the file is missing or damaged.
    """
    place = paths.resources() / "measures" if folder is None else folder
    try:
        content = json.loads((place / FILE).read_text(encoding="utf-8"))
        return Judge(float(content["weight"]), float(content["intercept"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(ModelFact.PROGRAM_FILE_UNREADABLE(file=FILE)) from error
