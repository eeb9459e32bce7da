"""Features of training images on disk, so that nothing is computed twice."""

import hashlib
import io
import logging
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skin_gui import paths
from skin_gui.classifier.features import Features
from skin_gui.imaging.augment import AUGMENTATION_VERSION
from skin_gui.imaging.preprocess import PREPROCESSING_VERSION
from skin_gui.preferences import current_preferences
from skin_gui.preferences.declared import FEATURE_CACHE_MB

log = logging.getLogger(__name__)

_ABANDONED_SECONDS = 60
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


class FeatureCache:
    """One small file for each image and variant; written as they are made, so a stopped run loses nothing."""

    def __init__(self, folder: Path | None = None, limit: int | None = None) -> None:
        """Args: the cache's folder, and its size limit in bytes; the user's own and the user's setting when None."""
        self.folder = folder or paths.cache_dir() / "features"
        self.limit = current_preferences()[FEATURE_CACHE_MB] * _MIB if limit is None else limit

    def _path(self, space: FeatureSpace, image_sha256: str, variant: int) -> Path:
        return self.folder / space.folder / image_sha256[:2] / f"{image_sha256}-{variant}.npy"

    def get(self, space: FeatureSpace, image_sha256: str, variant: int) -> NDArray[np.float16] | None:
        """The (features,) vector, or None when it is not there or damaged."""
        path = self._path(space, image_sha256, variant)
        try:
            vector: NDArray[np.float16] = np.load(path, allow_pickle=False)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, EOFError) as error:
            log.warning("a cached feature cannot be read and is made again: %s", error)
            return None
        with suppress(OSError):  # pruned by another process this moment, or not ours to touch
            os.utime(path)  # the oldest use goes first when room is needed
        return vector

    def holds(self, space: FeatureSpace, image_sha256: str, variant: int) -> bool:
        """Whether a vector is there; it is not read."""
        return self._path(space, image_sha256, variant).is_file()

    def put(self, space: FeatureSpace, image_sha256: str, variant: int, vector: NDArray[np.float16]) -> None:
        """Store a vector atomically.

        Raises:
            OSError: the disk is full or the folder cannot be written.
        """
        path = self._path(space, image_sha256, variant)
        path.parent.mkdir(parents=True, exist_ok=True)
        buffer = io.BytesIO()
        np.save(buffer, vector, allow_pickle=False)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(buffer.getbuffer())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def size(self) -> int:
        """Bytes in use."""
        return sum(size for _, size, _ in self._files())

    def clear(self) -> int:
        """Delete everything; returns the bytes freed."""
        return self._delete_until(0)

    def prune(self) -> int:
        """Delete what was not used for longest until the limit holds; returns the bytes freed."""
        return self._delete_until(self.limit)

    def sweep(self) -> None:
        """Remove what was half-written when a run was killed, but nothing that may be being written now."""
        for path in self.folder.rglob("*.part"):
            with suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > _ABANDONED_SECONDS:
                    path.unlink()

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Time of last use, bytes and path of every file."""
        for path in self.folder.rglob("*"):
            with suppress(FileNotFoundError):  # a training run writes and renames meanwhile
                status = path.stat()
                if stat.S_ISREG(status.st_mode):
                    yield status.st_mtime, status.st_size, path

    def _delete_until(self, limit: int) -> int:
        entries = sorted(self._files())
        total = sum(size for _, size, _ in entries)
        freed = 0
        for _, size, path in entries:
            if total - freed <= limit:
                break
            path.unlink(missing_ok=True)
            freed += size
        return freed
