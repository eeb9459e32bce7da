"""`skin-gui classify --scheduler` on real workers, beside the same command without."""

import csv
import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from skin_gui import paths
from tools.samples.drawing import draw_lesion


def classify(*arguments):
    command = [sys.executable, "-m", "skin_gui", "classify", *map(os.fspath, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=dict(os.environ)
    )


def finished(process):
    with process:
        output, errors = process.stdout.read(), process.stderr.read()
    return process.returncode, output, errors


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{**row, "classified_at": ""} for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    """35 images, more than two workers take at once, and a file that is none."""
    folder = tmp_path_factory.mktemp("images")
    pixels = draw_lesion(np.random.default_rng(0), "malignant", size=224)
    for number in range(36):
        Image.fromarray(np.roll(pixels, 3 * number, axis=1)).save(folder / f"{number}.png")
    (folder / "33.png").write_bytes(b"no image")
    return folder


@pytest.fixture(scope="module")
def alone(images, random_model, tmp_path_factory):
    """The table that this machine makes on its own."""
    target = tmp_path_factory.mktemp("alone") / "results.csv"
    assert finished(classify(images, "--model", random_model, "--csv", target))[0] == 1
    return table(target)


def test_a_cluster_gives_the_same_table_though_a_worker_is_killed(served, images, alone, random_model, tmp_path):
    target = tmp_path / "results.csv"
    process = classify(images, "--model", random_model, "--csv", target, "--scheduler", served.address)
    first = process.stdout.readline()
    served.kill_one()  # it has chunks of its own by now

    code, output, errors = finished(process)

    assert code == 1, errors
    assert "1 of 36 files could not be classified" in errors
    assert len((first + output).splitlines()) == 36
    assert len(alone) == 36
    assert table(target) == alone


@pytest.mark.skipif(not paths.shipped_model().is_dir(), reason="no model is shipped")
def test_given_the_int8_engine_then_the_workers_compute_in_it_and_every_row_names_it(served, images, tmp_path):
    one, other = tmp_path / "alone.csv", tmp_path / "cluster.csv"
    some = [images / f"{number}.png" for number in range(3)]
    command = (*some, "--engine", "int8", "--csv")

    assert finished(classify(*command, one))[0] == 0
    assert finished(classify(*command, other, "--scheduler", served.address))[0] == 0

    assert table(other) == table(one)
    assert [row["model"].endswith("(int8)") for row in table(other)] == [True] * 3


def test_a_worker_without_the_model_is_named_before_the_work(served, images, make_model, isolated_home, tmp_path):
    from skin_gui.classifier.store import ModelStore

    ModelStore().folder.mkdir(parents=True)
    make_model(ModelStore().folder / "other", "Other", seed=3)
    target = tmp_path / "results.csv"

    code, output, errors = finished(
        classify(images, "--model", "Other", "--csv", target, "--scheduler", served.address)
    )

    assert (code, output) == (2, "")
    assert errors.startswith("The worker at tcp://127.0.0.1:")
    assert "does not have the model Other (not validated)" in errors
    assert len(errors.splitlines()) == 1
    assert not target.exists()


def test_where_nobody_answers_the_address_is_named(images, random_model):
    code, output, errors = finished(classify(images, "--model", random_model, "--scheduler", "tcp://127.0.0.1:9"))

    assert (code, output) == (2, "")
    assert errors == "There is no Dask scheduler at tcp://127.0.0.1:9; start one or correct the address.\n"


def test_jobs_are_for_this_machine(images):
    assert finished(classify(images, "--jobs", "2", "--scheduler", "tcp://127.0.0.1:9"))[0] == 2
