"""From the outline network's logits to the outline of one lesion, or to none."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.measures.confidence import expected_dice, load_judge
from skin_gui.measures.frame import halved

SIDE = 112
"""Height and width of what outlines are found in: twice that of the network's map, half of what it saw."""

LEAST_AREA = 0.003
"""Of the image: less is no lesion."""
LEAST_CONFIDENCE = 0.25
"""Below, no lesion is said to be found."""
LEAST_STEP = 1.0
"""CIE76 units between either side of the margin: less is a part of the skin like the rest, not a lesion."""

_GUIDE_RADIUS = 1
_GUIDE_SMOOTHNESS = 2e-3  # variance of the guide, whose values lie in [0, 1]
_CENTRE_SPREAD = 0.35  # of the side
_OUTSIDE = -4.0  # a logit: of what belongs to no lesion
_INSIDE = 1.0
_RIM_BRIGHTNESS = 40  # of the brightest channel
_BAND = 0.3  # of the radius of a disc as large as the piece: width of either side
_NARROWEST_BAND = 2.0  # pixels
_LEAST_BESIDE = 10  # pixels: what is seen of fewer is not compared
_SURE = 2.0  # logits: places whose colours stand for the lesion and, below 0, for the skin
_BESIDE = 0.4  # of the radius of a disc as large as the piece: width of the skin that stands for all
_LEAST_SURE = (8, 15)  # places of lesion and of skin; fewer tell nothing
_COLOUR_GAIN = 15.0  # logits by which the colour of a place counts, where lesion and skin differ much
_SKIN_LIKE = 0.2  # of the distance from skin to lesion: a place nearer to the skin's colour is rather skin
_SKIN_ITSELF = 0.1  # likewise: nearer, it is skin whatever the network sees
_SKIN_GAIN = 115.0
_MOST_LESION_LIKE = 0.1  # a place is no more lesion for being still farther from the skin's colour
_PLAIN_STEP = 20.0  # CIE76 units between lesion and skin, from which colours count at all, and fully at twice that
_LAB_OF_BYTES = (100 / 255, 1.0, 1.0)


@dataclass(frozen=True)
class Outline:
    """Where the lesion is, and how sure that is."""

    logits: NDArray[np.float32]
    """(H, W) over the image, whatever its shape; above 0 in the lesion. (SIDE, SIDE) if the program found it."""
    confidence: float | None
    """Expected Dice with an expert's outline, who may see no lesion at all, in [0, 1]; None where a person drew it."""

    @property
    def by_hand(self) -> bool:
        """Whether a person drew it."""
        return self.confidence is None

    @property
    def area_fraction(self) -> float:
        """Part of the image that the lesion covers."""
        return float((self.logits > 0).mean())

    def mask(self, width: int, height: int) -> NDArray[np.bool_]:
        """(height, width) the lesion in an image of that size."""
        return np.asarray(cv2.resize(self.logits, (width, height), interpolation=cv2.INTER_LINEAR) > 0)


def drawn_outline(mask: NDArray[np.bool_]) -> Outline:
    """The outline that a person drew: (H, W), over the whole image."""
    return Outline(np.where(mask, np.float32(1), np.float32(-1)).astype(np.float32), None)


def find_outline(logits: NDArray[np.float32], image: NDArray[np.uint8]) -> Outline | None:
    """The outline of the lesion; None where there is none, or none that could be trusted.

    The least confidence and step of colour were chosen on images that the network was not fitted to, of whose lesions
    they cost one in 100 (docs/measures.md).

    Args:
        logits: what `OutlineNetwork.logits` gives.
        image: (224, 224, 3) uint8 RGB, as the network saw it.
    """
    small = halved(image)
    found = outlined(logits, small)
    if found is None:
        return None
    refined, chosen = found
    confidence = load_judge().confidence(expected_dice(refined, chosen), float(logits.max()))
    if confidence < LEAST_CONFIDENCE or margin_step(small, chosen) < LEAST_STEP:
        return None
    return Outline(_alone(refined, chosen), confidence)


def outlined(
    logits: NDArray[np.float32], image: NDArray[np.uint8]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]] | None:
    """What could be a lesion in a (SIDE, SIDE, 3) image, however doubtful; None where nothing could.

    Returns:
        (224, 224) logits, and which places are in the piece.
    """
    refined = refine(logits, image)
    rim = dark_rim(image)
    refined[rim] = _OUTSIDE
    chosen = _chosen(refined)
    if chosen is not None and (lowered := _lowered_by_colour(refined, image, chosen, rim)) is not None:
        refined, chosen = lowered, _chosen(lowered)
    return None if chosen is None or chosen.mean() < LEAST_AREA else (refined, chosen)


def refine(logits: NDArray[np.float32], image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Logits (SIDE, SIDE) that follow the edges of the image.

    A guided filter of the probabilities (He, Sun and Tang, "Guided Image Filtering", 2010).
    """
    enlarged = cv2.resize(logits, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR)
    probability = 1 / (1 + np.exp(-np.clip(enlarged, -20, 20)))
    guide = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    filtered = np.clip(_guided(np.asarray(probability, np.float32), np.asarray(guide, np.float32)), 1e-3, 1 - 1e-3)
    return np.asarray(np.log(filtered / (1 - filtered)), dtype=np.float32)


def _lowered_by_colour(
    logits: NDArray[np.float32], image: NDArray[np.uint8], chosen: NDArray[np.bool_], rim: NDArray[np.bool_]
) -> NDArray[np.float32] | None:
    """Logits that places of the skin's colour lower, as in the bay of a crescent; None where colours do not tell.

    What the network sees at every second place decides what is lesion; its own colours then decide where it ends.
    Out of fold on HAM10000 this raised mean Dice by 0.0005 to 0.003 (unchanged, as another camera, sources held out).
    """
    inside = ((logits > _SURE) & chosen).astype(np.uint8)
    width = int(max(3.0, _BESIDE * float(np.sqrt(chosen.sum() / np.pi))) // 2 * 2 + 1)
    around = cv2.dilate(chosen.astype(np.uint8), np.ones((width, width), np.uint8)) > 0
    outside = (around & (logits < -_SURE) & ~rim).astype(np.uint8)
    if cv2.countNonZero(inside) < _LEAST_SURE[0] or cv2.countNonZero(outside) < _LEAST_SURE[1]:
        return None
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2LAB)
    units = np.array(_LAB_OF_BYTES)
    from_skin = np.column_stack([np.diag(units), -units * cv2.mean(lab, outside)[:3]]).astype(np.float32)
    moved = cv2.transform(lab.astype(np.float32), from_skin)
    away = np.asarray(cv2.sqrt(cv2.transform(moved * moved, np.ones((1, 3), np.float32))))
    # The mean distance weighted by itself: skin that was taken for lesion makes the lesion no more like skin.
    of_lesion = away[inside > 0]
    step = float((of_lesion**2).sum() / max(float(of_lesion.sum()), 1e-6))
    if step <= _PLAIN_STEP:
        return None
    apart = away / np.float32(step)
    rather = np.float32(_COLOUR_GAIN) * np.minimum(apart - np.float32(_SKIN_LIKE), np.float32(_MOST_LESION_LIKE))
    surely = np.float32(_COLOUR_GAIN * (_SKIN_ITSELF - _SKIN_LIKE)) + np.float32(_SKIN_GAIN) * (apart - _SKIN_ITSELF)
    lowered = logits + np.float32(min(1.0, step / _PLAIN_STEP - 1)) * np.minimum(rather, surely)
    lowered[rim] = _OUTSIDE
    return np.asarray(lowered, dtype=np.float32)


def dark_rim(image: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(height, width) what lies beyond a dermatoscope's round field of view: black that reaches a corner of it."""
    red, green, blue = cv2.split(image)
    dark = (np.asarray(cv2.max(cv2.max(red, green), blue)) < _RIM_BRIGHTNESS).astype(np.uint8)
    ends = (0, len(dark) - 1)
    corners = [(row, column) for row in ends for column in ends if dark[row, column]]
    if not corners:
        return np.zeros(dark.shape, dtype=bool)
    labels = np.asarray(cv2.connectedComponents(dark, connectivity=4)[1])
    return np.isin(labels, [labels[corner] for corner in corners])


def _guided(values: NDArray[np.float32], guide: NDArray[np.float32]) -> NDArray[np.float32]:
    size = (2 * _GUIDE_RADIUS + 1, 2 * _GUIDE_RADIUS + 1)

    def mean(layer: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(cv2.boxFilter(layer, -1, size, borderType=cv2.BORDER_REFLECT), dtype=np.float32)

    of_guide, of_values = mean(guide), mean(values)
    slope = (mean(guide * values) - of_guide * of_values) / (mean(guide * guide) - of_guide**2 + _GUIDE_SMOOTHNESS)
    offset = of_values - slope * of_guide
    return mean(slope) * guide + mean(offset)


def _chosen(logits: NDArray[np.float32]) -> NDArray[np.bool_] | None:
    """The one connected piece that is most, and most in the middle; its holes are filled."""
    count, labels = cv2.connectedComponents((logits > 0).astype(np.uint8), connectivity=8)
    if count == 1:
        return None
    labels, best = np.asarray(labels), 1
    if count > 2:
        weights = _centrality(len(logits)) * np.maximum(logits, 0)
        best = int(np.argmax(np.bincount(labels.ravel(), weights.ravel(), count)[1:])) + 1
    piece = (labels == best).astype(np.uint8)
    contours, _ = cv2.findContours(piece, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(piece, contours, -1, 1, cv2.FILLED)
    return np.asarray(piece > 0)


@lru_cache(maxsize=1)
def _centrality(side: int) -> NDArray[np.float32]:
    place = (np.arange(side) - (side - 1) / 2) / side
    near = np.exp(-((place / _CENTRE_SPREAD) ** 2) / 2).astype(np.float32)
    return np.outer(near, near)


def _alone(logits: NDArray[np.float32], chosen: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The logits without other pieces and holes."""
    near = cv2.dilate(chosen.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    kept = np.where(chosen & (logits <= 0), _INSIDE, logits)
    kept = np.where(~chosen & (logits > 0), _OUTSIDE, kept)
    return np.where(near, kept, np.minimum(kept, _OUTSIDE)).astype(np.float32)


def margin_step(image: NDArray[np.uint8], chosen: NDArray[np.bool_]) -> float:
    """How far colours beside a (SIDE, SIDE) piece's margin differ, in CIE76 units; infinite where one is not seen."""
    piece = chosen.view(np.uint8)
    inwards = np.asarray(cv2.distanceTransform(piece, cv2.DIST_L2, 3))
    outwards = np.asarray(cv2.distanceTransform(1 - piece, cv2.DIST_L2, 3))
    width = max(_NARROWEST_BAND, _BAND * float(np.sqrt(piece.sum() / np.pi)))
    seen = ~dark_rim(image)
    sides = [(away > 1) & (away <= 1 + width) & seen for away in (inwards, outwards)]
    if min(side.sum() for side in sides) < _LEAST_BESIDE:
        return float("inf")
    colours = np.array([[cv2.mean(image, side.view(np.uint8))[:3] for side in sides]], dtype=np.float32) / 255
    inside, outside = np.asarray(cv2.cvtColor(colours, cv2.COLOR_RGB2LAB))[0]
    return float(np.linalg.norm(inside - outside))
