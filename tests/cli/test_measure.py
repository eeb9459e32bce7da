"""`skin-gui measure` as its users run it: a process of its own, with the shipped networks."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from skin_gui.cli.measure import _line
from skin_gui.measures.files import COLUMNS, MeasuredFile
from skin_gui.measures.score import DermoscopyScore


@pytest.fixture
def run():
    def command(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "skin_gui", "measure", *map(os.fspath, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        )

    return command


@pytest.fixture
def folder(tmp_path, synthetic_image):
    """A lesion, skin without one, and a file that is no image."""
    root = tmp_path / "images"
    root.mkdir()
    Image.fromarray(cv2.resize(synthetic_image, (640, 480))).save(root / "lesion.jpg")
    skin = np.full((300, 400, 3), (222, 180, 160), np.float32) + np.random.default_rng(0).normal(0, 3, (300, 400, 3))
    Image.fromarray(skin.clip(0, 255).astype(np.uint8)).save(root / "skin.png")
    (root / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no image")
    return root


def test_json_has_the_agreed_keys_and_one_object_a_file(run, folder):
    child = run(folder, "--json")

    assert child.returncode == 1  # two could not be measured
    found = {Path(row["path"]).name: row for row in json.loads(child.stdout)}
    assert all(tuple(row) == COLUMNS for row in found.values())
    lesion = found["lesion.jpg"]
    assert lesion["error"] == ""
    assert lesion["asymmetry"] in range(3)
    assert lesion["border"] in range(9)
    assert lesion["color"] in range(1, 7)
    assert lesion["structures"] is None
    known = 1.3 * lesion["asymmetry"] + 0.1 * lesion["border"] + 0.5 * lesion["color"]
    assert lesion["tds_low"] == pytest.approx(known + 0.5)
    assert lesion["tds_high"] == pytest.approx(known + 2.5)
    assert lesion["tds"] == pytest.approx(known + 1.5)
    assert 0.02 < lesion["area_fraction"] < 0.9
    assert 0.5 <= lesion["confidence"] <= 1
    for name, reason in (("skin.png", "shows no lesion"), ("broken.jpg", "damaged")):
        assert reason in found[name]["error"]
        assert all(found[name][key] is None for key in COLUMNS if key not in ("path", "error"))


def test_each_file_has_a_line(run, folder):
    child = run(folder)

    lines = {Path(line.split("\t")[0]).name: line for line in child.stdout.splitlines()}
    assert lines.keys() == {"lesion.jpg", "skin.png", "broken.jpg"}
    assert "\tA " in lines["lesion.jpg"]
    assert " to " in lines["lesion.jpg"]
    assert "\tfailed\t" in lines["skin.png"]
    assert "2 of 3 files could not be measured" in child.stderr


def test_the_csv_opens_in_excel_and_says_the_same_as_json(run, folder, tmp_path):
    target = tmp_path / "measures.csv"
    child = run(folder, "--json", "--csv", target)

    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == COLUMNS
    for row, record in zip(rows, json.loads(child.stdout), strict=True):
        assert row == {key: "" if value is None else str(value) for key, value in record.items()}


def test_masks_have_the_size_of_their_images_and_the_area_that_is_told(run, folder, tmp_path):
    masks = tmp_path / "new" / "masks"
    child = run(folder, "--json", "--mask-dir", masks)

    assert sorted(path.name for path in masks.iterdir()) == ["lesion_mask.png", "skin_mask.png"]
    found = {Path(row["path"]).name: row for row in json.loads(child.stdout)}
    mask = np.asarray(Image.open(masks / "lesion_mask.png"))
    assert mask.shape == (480, 640)
    assert set(np.unique(mask)) == {0, 255}
    assert (mask == 255).mean() == pytest.approx(found["lesion.jpg"]["area_fraction"], abs=0.005)
    assert not np.asarray(Image.open(masks / "skin_mask.png")).any()

    assert run(folder, "--json", "--mask-dir", masks).returncode == 1  # its own masks may be written again


def test_a_mask_takes_the_place_of_nothing_else(run, folder, tmp_path):
    masks = tmp_path / "masks"
    masks.mkdir()
    expert = masks / "lesion_mask.png"
    Image.fromarray(np.full((480, 640), 255, np.uint8)).save(expert)
    before = expert.read_bytes()

    child = run(folder, "--mask-dir", masks)

    assert child.returncode == 2
    assert "lesion_mask.png" in child.stderr
    assert expert.read_bytes() == before


def test_two_images_of_one_name_would_give_one_mask(run, folder, tmp_path):
    (tmp_path / "other").mkdir()
    (folder / "lesion.jpg").rename(tmp_path / "other" / "skin.jpg")

    child = run(folder / "skin.png", tmp_path / "other" / "skin.jpg", "--mask-dir", tmp_path / "masks")

    assert child.returncode == 2
    assert "skin_mask.png" in child.stderr


def test_an_empty_folder_gives_an_empty_list(run, tmp_path):
    child = run(tmp_path, "--json")

    assert child.returncode == 1
    assert json.loads(child.stdout) == []
    assert "no images" in child.stderr


@pytest.mark.parametrize(
    ("criteria", "said"),
    [((1, 2, 3), "benign to malignant"), ((0, 0, 1), "benign"), ((2, 8, 6), "malignant")],
)
def test_the_line_names_what_the_rule_says_of_both_ends_of_the_range(criteria, said):
    result = MeasuredFile(Path("lesion.jpg"), score=DermoscopyScore(*criteria))

    assert _line(result).rpartition(": ")[2] == said
