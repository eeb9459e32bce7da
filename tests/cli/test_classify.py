"""`skin-gui classify` as its users run it: a process of its own."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from pillow_heif import register_heif_opener
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, VLPhotographicImageStorage, generate_uid

from skin_gui import paths
from skin_gui.review.export import RESULT_COLUMNS

register_heif_opener()  # the program reads HEIC with the decoder alone


@pytest.fixture
def run(random_model):
    """Run the command with the model of random weights: `run(*arguments, **environment)`."""

    def command(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "skin_gui", "classify", "--model", random_model, *map(os.fspath, arguments)],
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
    """img2, img10 and one in a sub-folder."""
    root = tmp_path / "images"
    for number, name in enumerate(("img10.jpg", "img2.png", "below/img1.jpg")):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.roll(cv2.resize(synthetic_image, (320, 240)), 60 * number, axis=1)).save(path)
    return root


def rows(child):
    return [line.split("\t") for line in child.stdout.splitlines()]


def test_given_a_folder_then_each_image_has_a_line_in_natural_order(run, folder):
    child = run(folder)
    assert child.returncode == 0
    assert [row[0] for row in rows(child)] == [str(folder / "img2.png"), str(folder / "img10.jpg")]
    for _, label, probability, *_ in rows(child):
        assert label in ("benign", "malignant")
        assert 0 <= float(probability) <= 1
    assert child.stderr == ""


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_given_a_batch_on_one_side_then_the_error_stream_says_once_what_to_do(run, folder, options):
    # Copies of one picture: whatever the model calls it, it calls all so.
    for number in range(30):
        shutil.copy(folder / "img2.png", folder / "below" / f"copy{number}.png")
    (folder / "below" / "img1.jpg").unlink()
    child = run(folder / "below", *options)

    assert child.returncode == 0
    assert child.stderr.startswith("30 of 30 images ")
    assert child.stderr.count("skin-gui calibrate FOLDER --name NAME") == 1
    assert len(child.stderr.splitlines()) == 1
    if options:
        assert len(json.loads(child.stdout)) == 30
    else:
        assert len(rows(child)) == 30


def test_given_files_then_they_keep_their_order(run, folder):
    wanted = [folder / "img10.jpg", folder / "below" / "img1.jpg", folder / "img2.png"]
    assert [row[0] for row in rows(run(*wanted, "--jobs", "2"))] == [str(path) for path in wanted]


def test_given_recursive_then_sub_folders_are_classified_too(run, folder):
    names = [Path(row[0]).relative_to(folder).as_posix() for row in rows(run(folder, "--recursive"))]
    assert names == ["img2.png", "img10.jpg", "below/img1.jpg"]


def test_json_and_csv_have_the_same_columns_and_values(run, folder, tmp_path):
    table = tmp_path / "results.csv"
    child = run(folder, "--json", "--csv", table)
    objects = json.loads(child.stdout)
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    with table.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lines = list(reader)
    assert tuple(reader.fieldnames) == RESULT_COLUMNS
    assert len(objects) == len(lines) == 2
    for item, line in zip(objects, lines, strict=True):
        assert tuple(item) == RESULT_COLUMNS
        assert float(line["probability"]) == item["probability"]
        assert (line["file"], line["label"], line["sha256"]) == (item["file"], item["label"], item["sha256"])
        assert item["status"] == "ok"


def test_isic_csv_has_its_two_columns_and_the_threshold_at_one_half(run, folder, tmp_path):
    table = tmp_path / "isic.csv"
    child = run(folder, "--json", "--isic-csv", table, "--threshold", "0.3")
    with table.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["image", "malignant"]
    assert [line[0] for line in lines[1:]] == ["img2", "img10"]
    for (_, score), item in zip(lines[1:], json.loads(child.stdout), strict=True):
        assert (float(score) >= 0.5) == (item["label"] == "malignant")
        assert f"isic.csv: the scores are those of {item['model']}." in child.stderr


def test_with_a_decimal_comma_excel_reads_numbers_where_it_would_read_dates(run, folder, tmp_path):
    table = tmp_path / "results.csv"
    assert run(folder, "--csv", table, "--decimal-comma", "--threshold", "0.25").returncode == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    assert tuple(lines[0]) == RESULT_COLUMNS
    assert {line["threshold"] for line in lines} == {"0,25"}


@pytest.mark.parametrize(("threshold", "label"), [("0", "malignant"), ("1", "benign")])
def test_the_threshold_decides_the_label(run, folder, threshold, label):
    assert {row[1] for row in rows(run(folder, "--threshold", threshold))} == {label}


def test_given_bad_files_then_each_is_named_the_rest_is_done_and_the_exit_code_is_1(run, folder, tmp_path):
    (folder / "a text.jpg").write_text("no image", encoding="utf-8")
    (folder / "empty.jpg").touch()
    (folder / "cut.jpg").write_bytes((folder / "img10.jpg").read_bytes()[:3000])
    table = tmp_path / "results.csv"
    child = run(folder, folder / "missing.jpg", "--csv", table, "--isic-csv", tmp_path / "isic.csv")
    assert child.returncode == 1
    failed = {Path(row[0]).name: row[2] for row in rows(child) if row[1] == "failed"}
    assert sorted(failed) == ["a text.jpg", "cut.jpg", "empty.jpg", "missing.jpg"]
    assert all(reason.startswith(name) for name, reason in failed.items())
    assert sum(row[1] in ("benign", "malignant") for row in rows(child)) == 2
    assert "4 of 6 files could not be classified" in child.stderr
    assert "Traceback" not in child.stderr
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert [line["status"] for line in csv.DictReader(file)].count("failed") == 4
    assert len((tmp_path / "isic.csv").read_text(encoding="utf-8").splitlines()) == 3


def contradicting_dicom(path, image, photometric):
    """A DICOM file whose header names other colours than its pixels have."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID, dataset.SOPInstanceUID = VLPhotographicImageStorage, generate_uid()
    dataset.Rows, dataset.Columns = image.shape[:2]
    dataset.SamplesPerPixel, dataset.PlanarConfiguration = image[0, 0].size, 0
    dataset.PhotometricInterpretation = photometric
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 8, 8, 7, 0
    dataset.PixelData = image.tobytes()
    dataset.save_as(path, enforce_file_format=True)


def test_given_malformed_files_then_the_others_are_classified_and_the_table_is_written(
    run, folder, tmp_path, synthetic_image
):
    contradicting_dicom(folder / "grey.dcm", synthetic_image, "MONOCHROME2")
    contradicting_dicom(folder / "colour.dcm", synthetic_image[..., 0], "RGB")
    table = tmp_path / "results.csv"

    child = run(folder, "--csv", table)

    assert child.returncode == 1
    assert "Traceback" not in child.stderr
    with table.open(encoding="utf-8-sig", newline="") as file:
        status = {line["file"]: line["status"] for line in csv.DictReader(file)}
    assert status == {"grey.dcm": "failed", "colour.dcm": "failed", "img2.png": "ok", "img10.jpg": "ok"}
    assert all("contradicts itself" in row[2] for row in rows(child) if row[1] == "failed")


def test_given_files_of_every_kind_then_none_is_passed_over_in_silence(run, folder, synthetic_image):
    image = Image.fromarray(cv2.resize(synthetic_image, (300, 300)))
    image.save(folder / "phone.heic", quality=90)
    image.save(folder / "web.avif")
    image.save(folder / "slide.jp2")
    image.save(folder / "moving.gif", save_all=True, append_images=[image.rotate(90)])
    image.save(folder / "two.mpo", save_all=True, append_images=[image.rotate(90)])
    image.save(folder / "without a suffix", "JPEG")
    shutil.copy(folder / "img2.png", folder / "export.ima")
    (folder / "draft.psd").write_bytes(b"8BPS\x00\x01" + bytes(40))
    (folder / "gone.jpg").symlink_to(folder / "nowhere.jpg")
    (folder / "notes.txt").write_text("no image", encoding="utf-8")

    child = run(folder)

    assert child.returncode == 1
    status = {Path(row[0]).name: row[1] for row in rows(child)}
    assert {name for name, label in status.items() if label == "failed"} == {"draft.psd", "gone.jpg"}
    assert len(status) == 11
    assert "1 other file is no image and left out.\n" in child.stderr


@pytest.mark.parametrize(
    "arguments",
    [(), ("--unknown",), ("x.jpg", "--threshold", "1.5"), ("x.jpg", "--threshold", "nan"), ("x.jpg", "--jobs", "0")],
)
def test_given_wrong_usage_then_the_exit_code_is_2_and_nothing_is_printed(run, arguments):
    child = run(*arguments)
    assert child.returncode == 2
    assert child.stdout == ""
    assert "Usage" in child.stderr


def test_given_an_unknown_model_then_one_sentence_and_exit_code_2(run, folder):
    child = run(folder, "--model", "no such model")
    assert child.returncode == 2
    assert child.stdout == ""
    assert "no such model" in child.stderr
    assert "Traceback" not in child.stderr


def test_given_a_folder_without_images_then_one_sentence_and_exit_code_1(run, tmp_path):
    (tmp_path / "notes.txt").touch()
    child = run(tmp_path)
    assert child.returncode == 1
    assert child.stdout == ""
    assert "no images" in child.stderr
    assert json.loads(run(tmp_path, "--json").stdout) == []


@pytest.mark.parametrize("option", ["--csv", "--isic-csv"])
def test_given_a_csv_that_cannot_be_written_then_it_is_said_before_the_work(run, folder, tmp_path, option):
    child = run(folder, option, tmp_path / "no such folder" / "results.csv")
    assert child.returncode == 2
    assert child.stdout == ""
    assert "does not exist" in child.stderr
    assert "Traceback" not in child.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_given_a_folder_that_may_not_be_written_then_it_is_said_before_the_work(run, folder, tmp_path):
    target = tmp_path / "closed"
    target.mkdir()
    target.chmod(0o500)
    try:
        child = run(folder, "--csv", target / "results.csv")
    finally:
        target.chmod(0o700)
    assert (child.returncode, child.stdout) == (2, "")
    assert f"{target} may not be written to" in child.stderr


def test_given_a_name_that_is_too_long_then_it_is_said_before_the_work(run, folder, tmp_path):
    child = run(folder, "--csv", tmp_path / ("x" * 300 + ".csv"))
    assert (child.returncode, child.stdout) == (2, "")
    assert "the name is too long; " in child.stderr


@pytest.mark.parametrize("other", ["results.csv", "below/../results.csv"])
def test_given_one_file_for_both_tables_then_neither_is_written(run, folder, tmp_path, other):
    (tmp_path / "below").mkdir()
    child = run(folder, "--csv", tmp_path / "results.csv", "--isic-csv", tmp_path / other)
    assert (child.returncode, child.stdout) == (2, "")
    assert "a name of its own" in child.stderr
    assert not (tmp_path / "results.csv").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_given_two_links_to_one_file_then_neither_table_is_written(run, folder, tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).symlink_to(tmp_path / "results.csv")
    assert run(folder, "--csv", tmp_path / "a.csv", "--isic-csv", tmp_path / "b.csv").returncode == 2
    assert not (tmp_path / "results.csv").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_given_ctrl_c_then_the_finished_rows_are_written_and_the_exit_code_is_130(random_model, folder, tmp_path):
    many, table = tmp_path / "many", tmp_path / "results.csv"
    many.mkdir()
    for number in range(300):
        shutil.copy(folder / "img10.jpg", many / f"{number}.jpg")
    arguments = (many, "--csv", table, "--model", random_model, "--jobs", "1")
    command = [sys.executable, "-m", "skin_gui", "classify", *map(os.fspath, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        lines, received = [first, *process.stdout.read().splitlines()], process.stderr.read()
    assert process.returncode == 130
    assert received == f"Interrupted after {len(lines)} of 300 files.\n"
    assert len(lines) < 300
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert [row["file"] for row in csv.DictReader(file)] == [f"{number}.jpg" for number in range(len(lines))]


def test_an_image_is_never_written_over(run, folder):
    before = (folder / "img2.png").read_bytes()
    child = run(folder, "--csv", folder / "img2.png")
    assert child.returncode == 2
    assert (folder / "img2.png").read_bytes() == before


def test_given_names_in_other_scripts_then_they_are_classified_and_printed(run, folder, tmp_path):
    path = tmp_path / "пациент 皮膚 é" / "снимок №1 母斑.jpg"
    path.parent.mkdir()
    path.write_bytes((folder / "img10.jpg").read_bytes())
    child = run(path.parent, "--json", "--csv", path.parent / "результат.csv")
    assert child.returncode == 0
    assert json.loads(child.stdout)[0]["file"] == path.name
    with (path.parent / "результат.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["path"] == str(path)


def test_given_an_output_that_cannot_hold_a_name_then_it_is_printed_escaped(run, folder):
    (folder / "img2.png").rename(folder / "母斑.png")
    child = run(folder, PYTHONIOENCODING="ascii")
    assert child.returncode == 0
    assert len(rows(child)) == 2
    assert "\\u6bcd\\u6591.png" in child.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a file's name be no Unicode")
def test_given_a_name_that_is_no_unicode_then_it_is_classified_and_printed_escaped(run, folder):
    (folder / "img2.png").rename(folder / os.fsdecode(b"bad\xff.png"))
    child = run(folder)
    assert child.returncode == 0
    assert len(rows(child)) == 2
    assert "\\udcff.png" in child.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_given_names_that_a_terminal_would_obey_then_each_image_still_has_one_harmless_line(run, folder):
    (folder / "img2.png").rename(folder / "a\nb\tc\x1b[2J\u2028\u202e.png")
    (folder / "cut\x1b[2J\r.jpg").write_bytes(b"no image")
    child = run(folder)
    assert child.returncode == 1
    assert child.stderr.count("\n") == 1
    assert len(rows(child)) == 3
    assert [row[1] for row in rows(child) if row[0].endswith(f"{os.sep}a b c [2J  .png")] != ["failed"]
    assert "".join(child.stdout.split("\n")).replace("\t", "").isprintable()
    assert json.loads(run(folder, "--json").stdout)[0]["file"] == "a\nb\tc\x1b[2J\u2028\u202e.png"


def test_without_a_model_named_the_shipped_one_classifies_the_samples():
    if not paths.shipped_model().is_dir():
        pytest.skip("no model is shipped")
    command = [sys.executable, "-m", "skin_gui", "classify", paths.samples()]
    child = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert child.returncode == 0
    assert len(rows(child)) == 12


@pytest.mark.skipif(not paths.shipped_model().is_dir(), reason="no model is shipped")
def test_given_the_int8_engine_then_every_row_names_it(tmp_path):
    table = tmp_path / "results.csv"
    command = [sys.executable, "-m", "skin_gui", "classify", paths.samples(), "--engine", "int8", "--csv", table]
    child = subprocess.run(command, capture_output=True, check=True)

    with table.open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert len(written) == len(child.stdout.splitlines()) > 0
    assert all(row["status"] == "ok" and row["model"].endswith(" (int8)") for row in written)


def test_given_the_int8_engine_and_a_model_that_has_none_then_one_line_says_so(run, folder):
    child = run(folder, "--engine", "int8")

    assert child.returncode == 2
    assert child.stderr.splitlines() == [
        "The model Skin GUI test has a network of its own and runs in float32 only; choose float32 or another model."
    ]
