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
from pydicom import dcmread
from pydicom.data import get_testdata_file

from skin_gui.cli.measure import _line
from skin_gui.imaging.files import list_images
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
    assert lesion["is_cut"] is False
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


def _cell(value):
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_the_csv_opens_in_excel_and_says_the_same_as_json(run, folder, tmp_path):
    target = tmp_path / "measures.csv"
    child = run(folder, "--json", "--csv", target)

    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == COLUMNS
    for row, record in zip(rows, json.loads(child.stdout), strict=True):
        assert row == {key: _cell(value) for key, value in record.items()}


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


def test_masks_beside_their_images_are_no_lesions_of_the_folder(run, folder):
    masks = folder / "lesion_mask.png", folder / "skin_mask.png"

    for _ in range(2):  # the second time they are there before
        child = run(folder, "--json", "--mask-dir", folder)
        assert len(json.loads(child.stdout)) == 3
        assert all(mask.is_file() for mask in masks)

    assert [path.name for path in list_images([folder], recursive=False)] == ["broken.jpg", "lesion.jpg", "skin.png"]
    Image.fromarray(np.asarray(Image.open(masks[0]))).save(folder / "mole_mask.png")  # not this program's
    assert len(list_images([folder], recursive=False)) == 4


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


def test_images_named_alike_have_a_mask_each(run, folder, tmp_path):
    other, masks = tmp_path / "other", tmp_path / "masks"
    other.mkdir()
    Image.fromarray(np.zeros((60, 80, 3), np.uint8)).save(other / "skin.jpg")
    Image.fromarray(np.zeros((90, 70, 3), np.uint8)).save(other / "skin.tif")
    (folder / "broken.jpg").unlink()

    child = run(folder, other, "--json", "--mask-dir", masks)

    written = {path.relative_to(masks).as_posix(): Image.open(path).size for path in masks.rglob("*.png")}
    assert written == {
        "lesion_mask.png": (640, 480),
        "skin_mask.png": (400, 300),
        "skin.jpg_mask.png": (80, 60),
        "skin.tif_mask.png": (70, 90),
    }
    assert len(json.loads(child.stdout)) == 4
    (other / "skin.tif").unlink()
    run(folder, other, "--json", "--mask-dir", masks)
    assert (masks / "images" / "skin_mask.png").is_file()
    assert (masks / "other" / "skin_mask.png").is_file()


def test_files_of_every_kind_are_measured_or_told_why_not(run, folder, synthetic_image, tmp_path):
    odd = tmp_path / "odd"
    odd.mkdir()
    lesion = cv2.resize(synthetic_image, (320, 240))
    cv2.imwrite(str(odd / "deep.png"), lesion[..., ::-1].astype(np.uint16) * 257)
    Image.fromarray(cv2.resize(synthetic_image, (5200, 3900))).save(odd / "large.jpg")
    dataset = dcmread(get_testdata_file("examples_rgb_color.dcm", download=False))
    dataset.Rows, dataset.Columns, dataset.PlanarConfiguration = 240, 320, 0
    dataset.PixelData = lesion.tobytes()
    dataset.save_as(odd / "camera.dcm")
    Image.fromarray(np.zeros((1, 1, 3), np.uint8)).save(odd / "dot.png")
    (odd / "empty.png").write_bytes(b"")

    child = run(odd, "--json", "--mask-dir", tmp_path / "masks")

    assert child.returncode == 1
    found = {Path(row["path"]).name: row for row in json.loads(child.stdout)}
    told = {name: (row["tds"] is not None, bool(row["error"])) for name, row in found.items()}
    measured, refused = (True, False), (False, True)
    assert told == {
        "deep.png": measured,
        "large.jpg": measured,
        "camera.dcm": measured,
        "dot.png": refused,
        "empty.png": refused,
    }
    assert Image.open(tmp_path / "masks" / "large_mask.png").size == (5200, 3900)
    areas = [found[name]["area_fraction"] for name in ("deep.png", "large.jpg", "camera.dcm")]
    assert max(areas) - min(areas) < 0.02


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


def test_a_lesion_that_the_image_cuts_is_said_to_be_so(run, tmp_path, synthetic_image):
    Image.fromarray(synthetic_image[180:]).save(tmp_path / "upper half missing.png")
    child = run(tmp_path, "--json", "--csv", tmp_path / "measures.csv")

    [found] = json.loads(child.stdout)
    assert found["is_cut"] is True
    with (tmp_path / "measures.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["is_cut"] for row in csv.DictReader(file)] == ["true"]
    assert run(tmp_path).stdout.rstrip().endswith("of the part that the image shows")
