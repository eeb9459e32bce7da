"""`skin-gui train --scheduler`: the workers' features are this machine's own."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier.model_folder import NETWORK, read_info
from skin_gui.classifier.network import Network
from skin_gui.training.features.extraction import ExtractionContext, Recipe, extract_features
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace
from tests.cluster.features import FEATURES, SEED, VARIANTS

ROOT = Path(__file__).resolve().parents[2]


def test_workers_fill_the_cache_with_what_this_machine_would_compute(served, lesion_folder, tmp_path):
    shipped = paths.shipped_model()
    if not (shipped / "model.json").is_file():
        pytest.skip("the shipped model is absent: make train-model builds it")
    files = [*sorted(lesion_folder.rglob("*.png"))[:5], tmp_path / "missing.png"]
    command = [sys.executable, "-m", "tests.cluster.features", served.address, tmp_path / "cache", *files]
    child = subprocess.run(
        list(map(os.fspath, command)), cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert child.returncode == 0, child.stderr
    assert child.stdout.split() == ["10", "missing.png", "0"]  # computed, unreadable; computed the second time

    space = FeatureSpace(read_info(shipped).files[NETWORK[1]], FEATURES)
    network = Network(*(shipped / name for name in NETWORK))
    cache = FeatureCache(tmp_path / "cache")
    by_workers = extract_features(
        files,
        network,
        Recipe(space, variants=VARIANTS, of_unchanged=1, seed=SEED),
        context=ExtractionContext(cache=cache),
    )
    here = extract_features(files, network, Recipe(space, variants=VARIANTS, of_unchanged=1, seed=SEED))

    assert (by_workers.computed, here.computed) == (0, 10)
    # BLAS sums in another order where it has other threads: the last digit of float16 may differ.
    np.testing.assert_allclose(by_workers.vectors.astype(float), here.vectors.astype(float), rtol=2e-3, atol=1e-3)


def test_a_training_without_its_scheduler_ends_before_it_begins(lesion_folder, isolated_home):
    command = [sys.executable, "-m", "skin_gui", "train", str(lesion_folder), "--scheduler", "tcp://127.0.0.1:9"]
    child = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert child.returncode == 2
    assert child.stderr == "There is no Dask scheduler at tcp://127.0.0.1:9; start one or correct the address.\n"
