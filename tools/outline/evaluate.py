"""How well outlines agree with the experts'."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skin_gui.measures.outline import Outline, find_outline
from skin_gui.training.metrics.clusters import mean, share
from tools.outline.maps import MapStore
from tools.outline.pairs import Pair

FAILED_BELOW = 0.5
SIDE = 224


@dataclass(frozen=True)
class Agreement:
    """The outlines of some images beside the experts'."""

    dice: NDArray[np.float64]
    """(n,) Dice coefficient of each; 0 where no lesion was found."""
    confidence: NDArray[np.float64]
    """(n,) what the program expected; 0 where no lesion was found."""

    def figures(self, lesions: list[str]) -> dict[str, object]:
        """Mean, median and share below 0.5, with intervals over lesions, and how far the confidence can be trusted."""
        average, failed = mean(self.dice, lesions), share(self.dice < FAILED_BELOW, lesions)
        return {
            "images": len(self.dice),
            "mean_dice": _rounded([average.value, average.low, average.high]),
            "median_dice": round(float(np.median(self.dice)), 4),
            "below_0.5": _rounded([failed.value, failed.low, failed.high]),
            "confidence_mean_error": round(float(np.abs(self.confidence - self.dice).mean()), 4),
            "confidence_correlation": round(float(np.corrcoef(self.confidence, self.dice)[0, 1]), 3),
        }


def _rounded(values: list[float | None]) -> list[float | None]:
    return [None if value is None else round(value, 4) for value in values]


def dice(outline: NDArray[np.bool_], expert: NDArray[np.bool_]) -> float:
    """Twice what is common to both, divided by the sum of both."""
    return float(2 * (outline & expert).sum() / max(1, int(outline.sum() + expert.sum())))


def agreement(logits: NDArray[np.float32], store: MapStore, numbers: NDArray[np.int64], which: int = 0) -> Agreement:
    """Outlines made of logits as the program makes them, beside the masks of a variant."""
    found = [find_outline(own, store.image(number, which)) for own, number in zip(logits, numbers, strict=True)]
    scores = [_score(outline, store.mask(number, which)) for outline, number in zip(found, numbers, strict=True)]
    return Agreement(np.array(scores), np.array([outline.confidence if outline else 0.0 for outline in found]))


def _score(outline: Outline | None, expert: NDArray[np.bool_]) -> float:
    return dice(outline.mask(SIDE, SIDE), expert) if outline else 0.0


def by_group(found: Agreement, pairs: list[Pair], key: str) -> Mapping[str, dict[str, object]]:
    """The figures of each value of a field of the pairs, e.g. each diagnosis."""
    values = np.array([getattr(pair, key) for pair in pairs])
    figures: dict[str, dict[str, object]] = {}
    for value in sorted(set(values)):
        chosen = values == value
        lesions = [pair.lesion_id for pair, inside in zip(pairs, chosen, strict=True) if inside]
        part = Agreement(found.dice[chosen], found.confidence[chosen])
        figures[str(value)] = part.figures(lesions) if len(set(lesions)) > 1 else {"images": int(chosen.sum())}
    return figures
