"""A loaded network and loose heads for the classifier's tests."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.classifier.store import ModelStore

MakeHead = Callable[..., Head]


@pytest.fixture(scope="session")
def network(random_model: Path) -> Network:
    """A base with random weights."""
    return Network(*(random_model / name for name in NETWORK))


@pytest.fixture
def make_head() -> MakeHead:
    """A head with random weights: `make_head(width, hidden=(), square_root=False, seed=0)`."""

    def make(width: int, hidden: tuple[int, ...] = (), square_root: bool = False, seed: int = 0) -> Head:
        rng = np.random.default_rng(seed)
        widths = (width, *hidden, 1)
        # Values that float16 holds exactly, so that a saved head equals its original.
        kernels = [rng.standard_normal(pair).astype(np.float16).astype(np.float32) for pair in pairwise(widths)]
        biases = [rng.standard_normal(count).astype(np.float32) for count in widths[1:]]
        shift = rng.standard_normal(width).astype(np.float32)
        scale = rng.uniform(0.5, 2, width).astype(np.float32)
        return Head(square_root, shift, scale, tuple(kernels), tuple(biases))

    return make


@pytest.fixture
def store(shipped_model: Path) -> ModelStore:
    return ModelStore()
