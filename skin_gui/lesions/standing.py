"""How a patient's lesions compare: their order by probability, and the one that is unlike the others.

"Ugly duckling": a patient's nevi resemble each other, and the one that does not deserves a look (Grob and Bonerandi,
Arch Dermatol 1998;134:103-104). The distance says that an image differs, not that it is malignant: it is shown beside
the probability and never enters it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui.review.memberships import Membership

FEWEST_LESIONS = 4
"""Fewer than these say nothing of what is usual for a patient: two of three can be the odd ones."""
STANDS_OUT = 1.6
"""How many times the distance usual for the patient's lesions makes one stand out."""
_AT_ONCE = 256

Components = Mapping[Path, tuple[str, NDArray[np.float16]]]
"""What images were seen by, and their components (`Session.components`)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An image's lesion among the lesions of its patient."""

    rank: int | None = None
    """From 1, the highest probability, to `lesions`; None where no image of the lesion has one."""
    lesions: int = 0
    """How many the patient has; 0 where no patient is known."""
    unlike: float | None = None
    """Distance to the patient's other lesions, as a multiple of what is usual among them; None with too few."""

    @property
    def stands_out(self) -> bool:
        """Whether the lesion is unlike the patient's others."""
        return self.unlike is not None and self.unlike >= STANDS_OUT


def standings(
    memberships: Mapping[Path, Membership], probabilities: Mapping[Path, float], components: Components
) -> dict[Path, Standing]:
    """How each image whose patient is known stands; all images of a lesion stand alike.

    A lesion has the highest of its images' probabilities. An image without a lesion is one of its own.

    Args:
        components: what was seen in them; only what was seen by the same is compared, by what saw most of them.
    """
    found: dict[Path, Standing] = {}
    for lesions in _patients(memberships):
        highest = [
            max((probabilities[image] for image in each if image in probabilities), default=None) for each in lesions
        ]
        ranks = _ranks(highest)
        unlike = _unlike(lesions, components)
        for images, rank, distance in zip(lesions, ranks, unlike, strict=True):
            standing = Standing(rank, len(lesions), distance)
            found.update(dict.fromkeys(images, standing))
    return found


def _patients(memberships: Mapping[Path, Membership]) -> Iterator[list[list[Path]]]:
    """The lesions of one patient after the other, each with its images."""
    known = [(each.patient, each.lesion, str(path), path) for path, each in memberships.items() if each.patient]
    known.sort(key=lambda item: item[:3])
    for _, of_patient in groupby(known, key=lambda item: item[0]):
        lesions: list[list[Path]] = []
        for lesion, images in groupby(of_patient, key=lambda item: item[1]):
            paths = [item[3] for item in images]
            lesions += [paths] if lesion else [[path] for path in paths]
        yield lesions


def _ranks(highest: list[float | None]) -> list[int | None]:
    """1 for the highest; equal ones share a rank."""
    rank: dict[float, int] = {}
    for place, value in enumerate(sorted((value for value in highest if value is not None), reverse=True), start=1):
        rank.setdefault(value, place)
    return [None if value is None else rank[value] for value in highest]


def _unlike(lesions: list[list[Path]], components: Components) -> list[float | None]:
    """Each lesion's distance to the others over what is usual; None for all where too few can be compared."""
    seen = [[components[image] for image in images if image in components] for images in lesions]
    model = _most_common([model for each in seen for model, _ in each])
    vectors = [
        np.mean(same, axis=0, dtype=np.float32)
        for each in seen
        if (same := [vector for name, vector in each if name == model])
    ]
    if len(vectors) < FEWEST_LESIONS:
        return [None] * len(lesions)
    distances = iter(relative_distances(np.array(vectors)).tolist())
    return [next(distances) if any(name == model for name, _ in each) else None for each in seen]


def _most_common(models: list[str]) -> str | None:
    return max(sorted(set(models)), key=models.count, default=None)


def relative_distances(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """(n,) the median distance of each vector to the others, divided by the median of these medians.

    Distances are root mean squares of differences of whitened components, the space in which the classifier tells what
    is unlike its training data. Medians, so that one odd lesion makes neither itself nor the others look usual.

    Args:
        vectors: (n, k), n at least 2.
    """
    medians = np.concatenate(
        [_median_of_others(vectors, vectors[start : start + _AT_ONCE]) for start in range(0, len(vectors), _AT_ONCE)]
    )
    usual = float(np.median(medians))
    return medians / usual if usual > 0 else np.ones(len(vectors))


def _median_of_others(vectors: NDArray[np.float32], some: NDArray[np.float32]) -> NDArray[np.float64]:
    """The median distance of some of the vectors to all but themselves."""
    lengths = np.sum(vectors.astype(np.float64) ** 2, axis=1)
    own = np.sum(some.astype(np.float64) ** 2, axis=1)
    squares = np.maximum(own[:, None] + lengths - 2 * (some.astype(np.float64) @ vectors.T), 0) / vectors.shape[1]
    # The nearest of all is the vector itself.
    others = np.sort(np.sqrt(squares), axis=1)[:, 1:]
    count = others.shape[1]
    return np.asarray((others[:, (count - 1) // 2] + others[:, count // 2]) / 2)
