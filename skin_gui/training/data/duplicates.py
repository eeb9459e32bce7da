"""Images that occur twice: byte for byte, or re-encoded, resized, turned or mirrored."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from skin_gui.imaging.errors import ImageError
from skin_gui.progress import CancelCheck, Progress, ignore_progress, never_cancel, until_cancelled
from skin_gui.training.data.file_traits import THUMBNAIL_SIDE, FileTraits

SAME_PICTURE = 0.99
"""Correlation of thumbnails above which two images are one picture.

Of all pairs among 3,430 dermoscopic images with known lesions none above 0.98 showed different lesions, and 99 % of
copies at JPEG quality 30 and all at half size or 4:3 stay above 0.99. A copy cropped by a tenth is not recognised.
"""

SAME_SKIN = 0.95
"""The same within the field of view: in the dark around it, the pictures of one dermatoscope are all alike.

Of 908 pictures of a clinic 64 were above `SAME_PICTURE` with one of another lesion; within the field of view they
stay below 0.91, and all copies above 0.98.
"""

_Pixel = TypeVar("_Pixel", np.float32, np.bool_)

_LOW = 8  # the lowest 8 x 8 frequencies of the thumbnail
_ROWS = 512  # compared at once with all others: 8 MB for 4,000 images
_MARGIN = 1e-5  # float32 rounding


@dataclass(frozen=True)
class Duplicates:
    """Which positions of a list of images show the same picture."""

    exact: tuple[tuple[int, ...], ...]
    """Groups of files with the same bytes, each in ascending order."""
    near: tuple[tuple[int, int], ...]
    """Pairs of pictures that are the same without having the same bytes; an exact group is named by its first."""

    def edges(self) -> list[tuple[int, int]]:
        """All pairs that belong together, enough of them to connect every group."""
        return [(group[0], other) for group in self.exact for other in group[1:]] + list(self.near)


def find_duplicates(
    traits: Sequence[FileTraits | ImageError],
    *,
    progress: Progress = ignore_progress,
    cancelled: CancelCheck = never_cancel,
) -> Duplicates:
    """Find exact and near duplicates, turned by quarter turns or mirrored too; unreadable files have none."""
    by_hash: dict[str, list[int]] = defaultdict(list)
    for i, trait in enumerate(traits):
        if isinstance(trait, FileTraits):
            by_hash[trait.sha256].append(i)
    exact = tuple(tuple(group) for group in by_hash.values() if len(group) > 1)
    # A picture of one grey has no thumbnail to compare.
    first = [group[0] for group in by_hash.values() if _thumbnail(traits[group[0]]).any()]
    if not first:
        return Duplicates(exact, ())
    thumbnails = np.stack([_thumbnail(traits[i]) for i in first])
    lit = np.stack([_lit(traits[i]) for i in first])
    pairs = _same_pictures(thumbnails, lit, progress, cancelled)
    near = {(min(first[a], first[b]), max(first[a], first[b])) for a, b in pairs}
    return Duplicates(exact, tuple(sorted(near)))


def _thumbnail(trait: FileTraits | ImageError) -> NDArray[np.float32]:
    return trait.thumbnail if isinstance(trait, FileTraits) else np.zeros((THUMBNAIL_SIDE,) * 2, dtype=np.float32)


def _lit(trait: FileTraits | ImageError) -> NDArray[np.bool_]:
    return trait.lit if isinstance(trait, FileTraits) else np.zeros((THUMBNAIL_SIDE,) * 2, dtype=np.bool_)


def _same_pictures(
    thumbnails: NDArray[np.float32],
    lit: NDArray[np.bool_],
    progress: Progress,
    cancelled: CancelCheck,
) -> set[tuple[int, int]]:
    """Pairs of (n, 32, 32) thumbnails that correlate above `SAME_PICTURE`, and `SAME_SKIN`, however turned or mirrored.

    Candidates come from the 64 lowest DCT coefficients. The DCT keeps distances, and leaving coefficients out only
    shortens them, so with |a - b|^2 = 2 (1 - correlation) no pair above the limit is missed; turning and mirroring
    the picture swaps the block's axes and signs. Only candidates are compared in full.
    """
    low = np.stack([cv2.dct(picture)[:_LOW, :_LOW] for picture in thumbnails])
    squares = (low**2).sum(axis=(1, 2))
    found: set[tuple[int, int]] = set()
    progress(0.0)
    for start in range(0, len(low), _ROWS):
        rows = slice(start, start + _ROWS)
        for symmetry in until_cancelled(cancelled, range(8)):
            turned = _symmetric_dct(low[rows], symmetry).reshape(-1, _LOW * _LOW)
            others = low[start:].reshape(-1, _LOW * _LOW)
            distances = squares[rows, None] + squares[None, start:] - 2.0 * turned @ others.T
            a, b = np.nonzero(np.triu(distances < 2.0 * (1.0 - SAME_PICTURE) + _MARGIN, 1))
            found |= _confirmed(thumbnails, lit, a + start, b + start, symmetry)
        progress(min(1.0, (start + _ROWS) / len(low)))
    return found


def _confirmed(
    thumbnails: NDArray[np.float32],
    lit: NDArray[np.bool_],
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    symmetry: int,
) -> set[tuple[int, int]]:
    """The candidate pairs whose thumbnails correlate, compared in blocks of bounded size."""
    found: set[tuple[int, int]] = set()
    for start in range(0, len(a), _ROWS):
        left, right = a[start : start + _ROWS], b[start : start + _ROWS]
        one, other = _symmetric(thumbnails[left], symmetry), thumbnails[right]
        both_lit = _symmetric(lit[left], symmetry) & lit[right]
        same = (one * other).sum(axis=(1, 2)) > SAME_PICTURE
        same &= _correlations(one, other, both_lit) > SAME_SKIN
        found.update(zip(left[same].tolist(), right[same].tolist(), strict=True))
    return found


def _correlations(
    one: NDArray[np.float32], other: NDArray[np.float32], where: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """(n,): of (n, s, s) pictures, each pair where `where` holds; 0 where there is nothing to compare."""
    count = np.maximum(where.sum(axis=(1, 2), keepdims=True), 1)
    one, other = (
        np.where(where, part - (part * where).sum(axis=(1, 2), keepdims=True) / count, 0.0) for part in (one, other)
    )
    lengths = np.sqrt((one**2).sum(axis=(1, 2)) * (other**2).sum(axis=(1, 2)))
    products = (one * other).sum(axis=(1, 2))
    return np.asarray(np.divide(products, lengths, out=np.zeros_like(lengths), where=lengths > 0), np.float32)


def _symmetric(pictures: NDArray[_Pixel], symmetry: int) -> NDArray[_Pixel]:
    """(n, s, s) pictures mirrored across (bit 0), upside down (bit 1), then transposed (bit 2)."""
    if symmetry & 1:
        pictures = pictures[:, :, ::-1]
    if symmetry & 2:
        pictures = pictures[:, ::-1]
    return pictures.swapaxes(1, 2) if symmetry & 4 else pictures


def _symmetric_dct(blocks: NDArray[np.float32], symmetry: int) -> NDArray[np.float32]:
    """The same on DCT coefficients: mirroring negates the odd frequencies of that axis."""
    odd = np.where(np.arange(_LOW) % 2, -1.0, 1.0).astype(np.float32)
    if symmetry & 1:
        blocks = blocks * odd
    if symmetry & 2:
        blocks = blocks * odd[:, None]
    return blocks.swapaxes(1, 2) if symmetry & 4 else blocks
