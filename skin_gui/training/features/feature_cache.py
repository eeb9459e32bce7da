"""Features of training images on disk, so that nothing is computed twice."""

import hashlib
import io
import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier.features import Features
from skin_gui.disk_cache import DiskCache
from skin_gui.imaging.augment import AUGMENTATION_VERSION
from skin_gui.imaging.preprocess import PREPROCESSING_VERSION
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import FEATURE_CACHE_MB

log = logging.getLogger(__name__)

_MIB = 2**20


@dataclass(frozen=True)
class FeatureSpace:
    """What, besides the image, decides its features."""

    base_sha256: str
    """SHA-256 of the network's weights."""
    features: Features

    @property
    def folder(self) -> str:
        """A folder name that changes with whatever changes a feature; short, since paths may have 260 characters."""
        parts = "+".join(f"{part.layer}-{'-'.join(part.statistics)}" for part in self.features)
        text = f"{PREPROCESSING_VERSION}_{AUGMENTATION_VERSION}_{parts}"
        return f"{self.base_sha256[:16]}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


class FeatureCache(DiskCache):
    """One small file for each image and variant; written as they are made, so a stopped run loses nothing."""

    def __init__(self, folder: Path | None = None, limit: int | None = None) -> None:
        """Args: the cache's folder, and its size limit in bytes; the user's own and the user's setting when None."""
        super().__init__(
            folder or paths.cache_dir() / "features",
            current_preferences()[FEATURE_CACHE_MB] * _MIB if limit is None else limit,
        )

    def get(self, space: FeatureSpace, image_sha256: str, variant: int) -> NDArray[np.float16] | None:
        """The (features,) vector, or None when it is not there or damaged."""
        content = self.read(_name(space, image_sha256, variant))
        if content is None:
            return None
        try:
            vector: NDArray[np.float16] = np.load(io.BytesIO(content), allow_pickle=False)
        except (OSError, ValueError, EOFError) as error:
            log.warning("a cached feature is damaged and is made again: %s", error)
            return None
        return vector

    def has(self, space: FeatureSpace, image_sha256: str, variant: int) -> bool:
        """Whether a vector is there; it is not read."""
        return self.holds(_name(space, image_sha256, variant))

    def put(self, space: FeatureSpace, image_sha256: str, variant: int, vector: NDArray[np.float16]) -> None:
        """Store a (features,) vector atomically.

        Raises:
            OSError: the disk is full or the folder cannot be written.
        """
        buffer = io.BytesIO()
        np.save(buffer, vector, allow_pickle=False)
        self.write(_name(space, image_sha256, variant), buffer.getvalue())


def _name(space: FeatureSpace, image_sha256: str, variant: int) -> str:
    return f"{space.folder}/{image_sha256[:2]}/{image_sha256}-{variant}.npy"
