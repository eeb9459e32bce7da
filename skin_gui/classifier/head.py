"""The head in numpy, layers and support vector machines: features in, logit out, and the gradient for the heatmap."""

import io
import math
import tokenize
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from skin_gui.wording.fact import UnusableError
from skin_gui.wording.models import ModelFault

Array = NDArray[np.float32]

SQUARE_ROOT_FLOOR = 1e-3
"""Features below this count as this: the square root's slope has no bound at 0."""

_FLOAT16 = ("projection", "support")


def _prefix(number: int) -> str:
    """Of the names of a support vector machine's arrays in a head's file."""
    return f"kernel{number or ''}/"


def root_mean_square(values: Array) -> float:
    return float(np.sqrt(np.mean(values**2)))


@dataclass(frozen=True)
class Novelty:
    """Distance to the training data: Mahalanobis in the leading principal components of the features."""

    mean: Array
    """(layer inputs,)."""
    projection: Array
    """(layer inputs, components): principal axes divided by their standard deviation."""

    def components(self, standardised: Array) -> Array:
        """(components,) of a (layer inputs,) vector, whitened: each has mean 0 and variance 1 in the training data."""
        return np.asarray((standardised - self.mean) @ self.projection)

    def distance(self, standardised: Array) -> float:
        """Root mean square of the whitened components: about 1 for a typical training image."""
        return root_mean_square(self.components(standardised))


@dataclass(frozen=True)
class SupportVectorMachine:
    """Reads its features as they are, standardised and projected to their principal components in one step.

    Its kernel is Gaussian: Boser, Guyon and Vapnik, "A Training Algorithm for Optimal Margin Classifiers" (1992).
    """

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
            raise UnusableError(ModelFault.SVM_DOES_NOT_FIT())
        if not (0 < self.gamma < math.inf and math.isfinite(self.intercept)):
            raise UnusableError(ModelFault.SVM_NOT_FINITE())
        if self.support.shape != (len(self.coefficients), components):
            raise UnusableError(ModelFault.SVM_DOES_NOT_FIT())

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

    def arrays(self, number: int) -> dict[str, NDArray[np.generic]]:
        """What a head's file keeps of its machine with this number, in the fields' shapes; the large as float16."""
        values: dict[str, Any] = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {
            f"{_prefix(number)}{name}": np.asarray(value, dtype=np.float16 if name in _FLOAT16 else np.float32)
            for name, value in values.items()
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], number: int) -> "SupportVectorMachine":
        """Read back what `arrays` gave.

        Raises:
            KeyError, ValueError: the arrays are incomplete or do not fit together.
        """

        def read(name: str) -> Array:
            return np.ascontiguousarray(arrays[f"{_prefix(number)}{name}"], dtype=np.float32)

        return cls(
            projection=read("projection"),
            offset=read("offset"),
            support=read("support"),
            coefficients=read("coefficients"),
            intercept=float(read("intercept").reshape(())),
            gamma=float(read("gamma").reshape(())),
        )


@dataclass(frozen=True)
class Head:
    """Standardisation, then dense layers with ReLU between them; the last one gives the logit.

    Support vector machines, if any, read the leading features, one after the other, and the layers the rest; the logits
    of all are added.
    """

    square_root: bool
    """Whether the square root is taken first: it tames the long tails of pooled ReLU maps."""
    shift: Array
    """(layer inputs,) subtracted after the square root."""
    scale: Array
    """(layer inputs,) multiplied after that."""
    kernels: tuple[Array, ...]
    """(inputs, outputs) of each dense layer."""
    biases: tuple[Array, ...]
    novelty: Novelty | None = None
    svms: tuple[SupportVectorMachine, ...] = ()

    def __post_init__(self) -> None:
        """Check that the shapes fit, so that a broken file is found when it is loaded."""
        width = len(self.shift)
        if self.scale.shape != (width,) or not self.kernels or len(self.kernels) != len(self.biases):
            raise UnusableError(ModelFault.HEAD_DOES_NOT_FIT())
        for kernel, bias in zip(self.kernels, self.biases, strict=True):
            if kernel.ndim != 2 or kernel.shape[0] != width or bias.shape != (kernel.shape[1],):
                raise UnusableError(ModelFault.HEAD_DOES_NOT_FIT())
            width = kernel.shape[1]
        if width != 1:
            raise UnusableError(ModelFault.NO_SINGLE_LOGIT())

    @property
    def skipped(self) -> int:
        """How many leading features the layers do not read: those of the support vector machines."""
        return sum(svm.inputs for svm in self.svms)

    @property
    def width(self) -> int:
        """How many features it reads in all."""
        return self.skipped + len(self.shift)

    def standardise(self, vector: Array) -> Array:
        """What the layers read of a (features,) vector or an (n, features) array, rooted and standardised."""
        vector = vector[..., self.skipped :]
        if self.square_root:
            vector = np.sqrt(np.maximum(vector, SQUARE_ROOT_FLOOR))
        return (vector - self.shift) * self.scale

    def logit_and_gradient(self, vector: Array) -> tuple[float, Array]:
        """The uncalibrated logit of a (features,) vector, and the layers' gradient with respect to that vector.

        It is 0 for what support vector machines read: the heatmap, which it is for, has no place for covariances.
        """
        activation = self.standardise(vector)
        masks = []
        for kernel, bias in zip(self.kernels[:-1], self.biases[:-1], strict=True):
            before = activation @ kernel + bias
            masks.append(before > 0)
            activation = np.maximum(before, 0)
        logit = float((activation @ self.kernels[-1] + self.biases[-1])[0])
        gradient: NDArray[np.floating] = self.kernels[-1][:, 0]
        for kernel, mask in zip(reversed(self.kernels[:-1]), reversed(masks), strict=True):
            gradient = kernel @ (gradient * mask)
        gradient = gradient * self.scale
        if self.square_root:
            read = vector[self.skipped :]
            gradient = gradient * (read > SQUARE_ROOT_FLOOR) * 0.5 / np.sqrt(np.maximum(read, SQUARE_ROOT_FLOOR))
        logit += float(self.logits_of_svms(vector[None])[0])
        return logit, np.pad(gradient, (self.skipped, 0)).astype(np.float32)

    def logits(self, vectors: Array) -> Array:
        """The uncalibrated logits (n,) of an (n, features) array."""
        activation = self.standardise(vectors)
        for kernel, bias in zip(self.kernels[:-1], self.biases[:-1], strict=True):
            activation = np.maximum(activation @ kernel + bias, 0)
        return np.asarray((activation @ self.kernels[-1] + self.biases[-1])[:, 0] + self.logits_of_svms(vectors))

    def logits_of_svms(self, vectors: Array) -> Array:
        """The support vector machines' part (n,) of the logits of an (n, features) array."""
        found, begin = np.zeros(len(vectors), np.float32), 0
        for svm in self.svms:
            found += svm.logits(vectors[:, begin : begin + svm.inputs])
            begin += svm.inputs
        return found

    def to_bytes(self) -> bytes:
        """Serialise as npz without pickle; kernels as float16, like the base's."""
        arrays: dict[str, NDArray[np.generic]] = {
            "square_root": np.array(self.square_root),
            "shift": self.shift,
            "scale": self.scale,
        }
        for index, (kernel, bias) in enumerate(zip(self.kernels, self.biases, strict=True)):
            arrays[f"dense{index}/kernel"] = kernel.astype(np.float16)
            arrays[f"dense{index}/bias"] = bias
        if self.novelty is not None:
            arrays["novelty/mean"] = self.novelty.mean
            arrays["novelty/projection"] = self.novelty.projection.astype(np.float16)
        for number, svm in enumerate(self.svms):
            arrays |= svm.arrays(number)
        buffer = io.BytesIO()
        np.savez(buffer, allow_pickle=False, **arrays)
        return buffer.getvalue()

    @classmethod
    def load(cls, source: Path | BinaryIO) -> "Head":
        """Read what `to_bytes` wrote, from a file or from memory.

        Raises:
            ValueError, KeyError, OSError: the file is not a head.
        """
        try:
            with np.load(source, allow_pickle=False) as data:
                arrays = {key: data[key] for key in data.files}
        # Damaged, empty, a single array; an array's own header is read as Python is.
        except (zipfile.BadZipFile, EOFError, TypeError, SyntaxError, tokenize.TokenError) as error:
            raise UnusableError(ModelFault.NO_HEAD()) from error
        # Numpy would make numbers of texts, of dates and of much else.
        if any(array.dtype.kind != ("b" if name == "square_root" else "f") for name, array in arrays.items()):
            raise UnusableError(ModelFault.HEAD_DOES_NOT_FIT())
        count = sum(key.startswith("dense") and key.endswith("/kernel") for key in arrays)
        machines = sum(key.startswith("kernel") and key.endswith("/support") for key in arrays)
        novelty = None
        if "novelty/mean" in arrays:
            novelty = Novelty(_float32(arrays["novelty/mean"]), _float32(arrays["novelty/projection"]))
        return cls(
            square_root=bool(arrays["square_root"]),
            shift=_float32(arrays["shift"]),
            scale=_float32(arrays["scale"]),
            kernels=tuple(_float32(arrays[f"dense{index}/kernel"]) for index in range(count)),
            biases=tuple(_float32(arrays[f"dense{index}/bias"]) for index in range(count)),
            novelty=novelty,
            svms=tuple(SupportVectorMachine.from_arrays(arrays, number) for number in range(machines)),
        )


def _float32(array: NDArray[np.generic]) -> Array:
    return np.ascontiguousarray(array, dtype=np.float32)
