"""A small part of `make fuzz`: the same files each time."""

import json
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest

from skin_gui.classifier import Classifier
from skin_gui.imaging import reading
from tests.fuzz.corpus import sound_files
from tests.fuzz.mutations import CHANGES, drawn, mutated
from tests.fuzz.probe import probe, told

EACH = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Sound files, and some mutations of each."""
    folder = tmp_path_factory.mktemp("malformed")
    for kind, data in sound_files().items():
        name = kind.removesuffix(".dcm").replace(" ", "-")
        (folder / f"{name}-sound").write_bytes(data)
        for seed in range(EACH):
            (folder / f"{name}-{seed}").write_bytes(mutated(data, drawn(np.random.default_rng(seed))))
    return folder


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Sizes that lie below the real limit would only cost the test time and memory."""
    monkeypatch.setattr(reading, "PIXEL_LIMIT", 4_000_000)


@pytest.mark.filterwarnings("ignore")  # pytest's filters override those of the readers
def test_any_bytes_give_a_result_or_a_clear_error_in_window_and_batch(folder, random_model):
    classifier = Classifier.load(random_model)
    paths = sorted(folder.iterdir())

    found = {path.name: probe(path, classifier) for path in paths}

    assert {outcome for name, outcome in found.items() if name.endswith("-sound")} == {"ok"}
    assert min(Counter(found.values())[outcome] for outcome in ("ok", "damaged", "refused")) >= EACH


def test_any_bytes_leave_the_other_files_their_rows_on_the_command_line(folder, random_model):
    paths = sorted(folder.iterdir())
    command = [sys.executable, "-m", "skin_gui", "classify", "--json", "--model", random_model, *paths]

    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=240)

    rows = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert [row["file"] for row in rows] == [path.name for path in paths]
    assert all(row["status"] == "ok" or told(path, row["error"]) for row, path in zip(rows, paths, strict=True))


def test_every_change_changes_something():
    data = bytes(range(1, 251))
    for name in CHANGES:
        assert mutated(data, [((name, 0.5, 33), True)]) != data
