"""Which images a model was fitted to: short hashes in its description, so that a comparison can be fair."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from skin_gui.classifier.model_folder import ModelInfo
from skin_gui.vocabulary import ModelKey
from skin_gui.wording.fact import Fact
from skin_gui.wording.training import ComparisonFact

_LENGTH = 16  # hexadecimal digits, 8 bytes: among a million images two share them with probability 3e-8


def prefixes(hashes: Iterable[str]) -> list[str]:
    """The sorted 8-byte prefixes, hexadecimal, of the SHA-256 of image files."""
    return sorted({digest[:_LENGTH] for digest in hashes})


def images_of(info: ModelInfo) -> frozenset[str] | None:
    """The prefixes of the images that a model and its base were fitted to; None where it does not say."""
    images = info.data.get(ModelKey.IMAGES)
    if not isinstance(images, list) or not all(isinstance(image, str) for image in images):
        return None
    return frozenset(images)


def known_to(info: ModelInfo, hashes: Iterable[str]) -> int | None:
    """How many of these files, by their SHA-256, a model was fitted to; None where it does not say."""
    images = images_of(info)
    return None if images is None else _among(hashes, images)


def _among(hashes: Iterable[str], images: frozenset[str]) -> int:
    return sum(digest[:_LENGTH] in images for digest in hashes)


@dataclass(frozen=True)
class Unseen:
    """Whether two models can be compared fairly on a set of images."""

    guaranteed: bool
    why: Fact


def unseen(hashes: Sequence[str], new: frozenset[str] | None, active: frozenset[str] | None) -> Unseen:
    """Whether neither model was fitted to any of these images, as far as files are the same byte for byte.

    Args:
        hashes: SHA-256 of the held-out files.
    """
    for images, kind in ((active, ComparisonFact.SEEN_BY_ACTIVE), (new, ComparisonFact.SEEN_BY_START)):
        if images is not None and (seen := _among(hashes, images)):
            return Unseen(False, kind(seen=seen, count=len(hashes)))
    if active is None:
        return Unseen(False, ComparisonFact.ACTIVE_KEEPS_NO_LIST())
    return (
        Unseen(False, ComparisonFact.START_KEEPS_NO_LIST())
        if new is None
        else Unseen(True, ComparisonFact.NEW_TO_BOTH())
    )
