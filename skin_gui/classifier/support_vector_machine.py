"""A support vector machine with a Gaussian kernel as part of a head, in numpy.

Boser, Guyon and Vapnik, "A Training Algorithm for Optimal Margin Classifiers" (1992).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_FLOAT16 = ("projection", "support")
_PREFIX = "kernel/"


@dataclass(frozen=True)
class SupportVectorMachine:
    """Reads the leading features as they are, standardised and projected to their principal components in one step."""

    projection: Array
    """(inputs, components): the inverse spread of each input times its part of the principal axes."""
    offset: Array
    """(components,) subtracted after the projection."""
    support: Array
    """(vectors, components)."""
    coefficients: Array
    """(vectors,)."""
    intercept: float
    gamma: float
    """Of the kernel exp(-gamma |a - b|^2)."""

    def __post_init__(self) -> None:
        """Check that the shapes fit, so that a broken file is found when it is loaded."""
        components = len(self.offset)
        if self.projection.ndim != 2 or self.projection.shape[1] != components:
            raise ValueError("the support vector machine's arrays do not fit together")
        if not (0 < self.gamma < math.inf and math.isfinite(self.intercept)):
            raise ValueError("the support vector machine's numbers are not finite")
        if self.support.shape != (len(self.coefficients), components):
            raise ValueError("the support vector machine's vectors do not fit together")

    @property
    def inputs(self) -> int:
        """How many features it reads."""
        return len(self.projection)

    def logits(self, vectors: Array) -> Array:
        """Its part of the logit, (n,), for (n, inputs)."""
        points = vectors @ self.projection - self.offset
        squares = (points**2).sum(axis=1)[:, None] + self._lengths - 2 * points @ self.support.T
        kernel = np.exp(-self.gamma * np.maximum(squares, 0)).astype(np.float32)
        result: Array = kernel @ self.coefficients + np.float32(self.intercept)
        return result

    @cached_property
    def _lengths(self) -> Array:
        """Squared length (vectors,) of each support vector, which every image needs."""
        return np.asarray((self.support**2).sum(axis=1), dtype=np.float32)

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """What a head's file keeps of it, each array in its field's shape; the large ones as float16."""
        values: dict[str, Any] = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {
            f"{_PREFIX}{name}": np.asarray(value, dtype=np.float16 if name in _FLOAT16 else np.float32)
            for name, value in values.items()
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> "SupportVectorMachine | None":
        """Read back what `arrays` gave; None where the file holds none.

        Raises:
            KeyError, ValueError: the arrays are incomplete or do not fit together.
        """
        if f"{_PREFIX}support" not in arrays:
            return None

        def read(name: str) -> Array:
            return np.ascontiguousarray(arrays[f"{_PREFIX}{name}"], dtype=np.float32)

        return cls(
            projection=read("projection"),
            offset=read("offset"),
            support=read("support"),
            coefficients=read("coefficients"),
            intercept=float(read("intercept").reshape(())),
            gamma=float(read("gamma").reshape(())),
        )
