import csv
import errno
import json
import os
import random
import shutil
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from skin_gui import about
from skin_gui.measures.score import DermoscopyScore
from skin_gui.review.export import (
    DECIMAL_COMMA,
    GROUP_COLUMNS,
    RESULT_COLUMNS,
    isic_score,
    results_json,
    write_isic_csv,
    write_results_csv,
)
from skin_gui.review.export_file import ExportError, exporting, refuse_what_must_stay
from skin_gui.review.measurements import MEASURED_COLUMNS, Measurement
from skin_gui.review.memberships import Membership
from skin_gui.wording.fact import verbatim


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder / "results.csv"


@pytest.fixture
def results(make_result):
    return [
        make_result(
            "/i/a.jpg",
            1 / 3,
            warnings=("outside training data", "blurred"),
            model="mine (not validated)",
            reviewer_label="malignant",
            reviewer_note='irregular "network",\nsee letter; أحمد',
            reviewed_at="2025-01-02T03:04:05+00:00",
        ),
        make_result("/i/b.jpg", None, error=verbatim("b.jpg is damaged."), width=None, height=None, sha256=""),
    ]


def test_the_results_csv_has_its_columns_and_every_value(target, results):
    assert write_results_csv(target, results) == 2
    rows = read(target)
    assert tuple(rows[0]) == RESULT_COLUMNS
    assert (
        rows[0].items()
        >= {
            "file": "a.jpg",
            "path": str(Path("/i/a.jpg")),
            "label": "benign",
            "probability": repr(1 / 3),
            "threshold": "0.5",
            "status": "ok",
            "warnings": "outside training data; blurred",
            "error": "",
            "reviewer_label": "malignant",
            "reviewer_note": 'irregular "network",\nsee letter; أحمد',
            "reviewed_at": "2025-01-02T03:04:05+00:00",
            "width": "600",
            "height": "450",
            "sha256": "ab" * 32,
            "model": "mine (not validated)",
            "app_version": "Skin GUI 0.1.0 - research and education; not a medical device",
            "classified_at": "2100-01-01T00:00:00+00:00",
        }.items()
    )
    assert (rows[1]["label"], rows[1]["probability"], rows[1]["error"]) == ("", "", "b.jpg is damaged.")


def test_measures_come_last_in_columns_that_say_what_they_are(target, results):
    first = results[0]
    drawn = Measurement(DermoscopyScore(2, 8, 3), 0.25, by_hand=True, is_cut=True)
    write_results_csv(target, results, measured={first.path: drawn})
    rows = read(target)
    assert tuple(rows[0]) == (*RESULT_COLUMNS, *MEASURED_COLUMNS)
    assert all(name.startswith("measured_") for name in MEASURED_COLUMNS)
    assert [rows[0][f"measured_{name}"] for name in ("asymmetry", "border", "color", "structures")] == [
        "2",
        "8",
        "3",
        "",
    ]
    assert [float(rows[0][f"measured_{name}"]) for name in ("tds_low", "tds", "tds_high")] == [5.4, 6.4, 7.4]
    assert (rows[0]["measured_outline_by"], rows[0]["measured_outline_confidence"]) == ("reviewer", "")
    assert rows[0]["measured_is_cut"] == "true"
    assert all(rows[1][name] == "" for name in MEASURED_COLUMNS)
    assert rows[0]["probability"] == repr(first.probability)


def test_patients_and_lesions_stand_in_columns_of_their_own(target, results):
    first, second, *_ = results
    known = {
        first.path: Membership("P001", "=L1", date(2024, 1, 10), site="left arm"),
        second.path: Membership("P002", day=0),
    }
    write_results_csv(target, results, memberships=known)
    rows = read(target)
    assert tuple(rows[0]) == (*RESULT_COLUMNS, *GROUP_COLUMNS)
    found = [tuple(row[name] for name in GROUP_COLUMNS) for row in rows]
    assert found[0] == ("P001", "'=L1", "2024-01-10", "", "left arm")
    assert found[1] == ("P002", "", "", "0", "")
    assert set(found[2:]) <= {("", "", "", "", "")}


def test_without_measures_the_columns_are_the_fixed_ones(target, results):
    write_results_csv(target, results, measured={})
    assert tuple(read(target)[0]) == RESULT_COLUMNS


def test_excel_can_open_it(target, results):
    write_results_csv(target, results)
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbffile,path,label")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 3
    assert b'"irregular ""network"",\nsee letter' in data


def test_a_threshold_relabels_all_rows_and_no_result(target, results):
    write_results_csv(target, results, threshold=0.2)
    assert [(row["label"], row["threshold"]) for row in read(target)] == [("malignant", "0.2"), ("", "0.5")]
    assert results[0].label == "benign"


@pytest.mark.parametrize(
    "note",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\rx",
        "\tx",
        "  =1+1",
        " \t@x",
        "\n=1",
        "\u00a0=1",
        '=HYPERLINK("http://x","y")',
        "＝1+1",
        "-",
        "- flat lesion",
        "+1 555 0100",
    ],
)
def test_a_cell_that_would_start_a_formula_is_neutralised(target, make_result, note):
    write_results_csv(target, [make_result("/i/a.jpg", reviewer_note=note)])
    assert read(target)[0]["reviewer_note"] == f"'{note}"


@pytest.mark.parametrize("note", ["-5", "+1.5e-3", "-0.25", ".5", "12", "", "naevus = benign", "a-b", "5 mm + crust"])
def test_plain_numbers_and_plain_text_stay_as_they_are(target, make_result, note):
    write_results_csv(target, [make_result("/i/a.jpg", reviewer_note=note)])
    assert read(target)[0]["reviewer_note"] == note


def test_names_errors_and_warnings_are_neutralised_too(target, make_result):
    bad = make_result("/i/=cmd.jpg", None, error=verbatim("=cmd.jpg is damaged."), warnings=("@x", "y"), model="+m")
    write_results_csv(target, [bad])
    [row] = read(target)
    assert (row["file"], row["error"], row["warnings"], row["model"]) == (
        "'=cmd.jpg",
        "'=cmd.jpg is damaged.",
        "'@x; y",
        "'+m",
    )


def test_any_text_comes_back(target, make_result):
    dice = random.Random(3)  # noqa: S311
    letters = "ab ,;\"'\r\n\t=+-@é漢🩺\u200f0.5e"
    notes = ["".join(dice.choices(letters, k=dice.randint(0, 12))) for _ in range(500)]
    write_results_csv(target, [make_result("/i/a.jpg", reviewer_note=note) for note in notes])
    for note, row in zip(notes, read(target), strict=True):
        assert row["reviewer_note"] in (note, f"'{note}")


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_a_name_that_is_no_unicode_is_escaped(target, make_result):
    rows = [make_result(os.fsdecode(b"/i/caf\xe9.jpg"))]
    write_results_csv(target, rows)
    assert read(target)[0]["file"] == "caf\\udce9.jpg"
    assert results_json(rows)[0]["path"] == "/i/caf\\udce9.jpg"
    write_isic_csv(target, rows)
    assert target.read_text().splitlines()[1] == "caf\\udce9,0.7"


def test_the_objects_for_json_have_the_same_keys_and_native_types(results):
    objects = results_json(results)
    assert tuple(objects[0]) == RESULT_COLUMNS
    assert objects[0]["probability"] == 1 / 3
    assert objects[0]["warnings"] == ["outside training data", "blurred"]
    assert (objects[1]["label"], objects[1]["probability"], objects[1]["width"]) == (None, None, None)
    assert about.DISCLAIMER.lower() in objects[0]["app_version"].lower()
    assert json.loads(json.dumps(objects)) == objects


def test_the_isic_csv_puts_the_threshold_at_a_half_and_leaves_failed_rows_out(target, make_result):
    rows = [make_result(f"/i/ISIC_{n}.jpg", p, threshold=0.2) for n, p in enumerate([0.0, 1e-7, 0.1, 0.2, 0.6, 1.0])]
    summary = write_isic_csv(target, [*rows, make_result("/i/bad.jpg", None)])
    assert (summary.left_out, summary.lengthened) == (1, 0)
    assert summary.models == (rows[0].model,)
    lines = target.read_bytes().decode("ascii").split("\r\n")
    assert lines[:2] == ["image,malignant", "ISIC_0,0.0"]
    assert lines[2] == "ISIC_1,0.00000025"
    assert lines[3:] == ["ISIC_2,0.25", "ISIC_3,0.500001", "ISIC_4,0.75", "ISIC_5,1.0", ""]


def test_the_isic_csv_tells_files_named_alike_by_their_folders_and_suffixes(target, make_result):
    paths = ["/i/a.jpg", "/k/i/a.jpg", "/j/a.jpg", "/j/a.png", "/j/b.jpg", "/j/a.jpg.dcm"]
    rows = [make_result(path) for path in paths]
    assert write_isic_csv(target, rows).lengthened == 5
    names = [line.split(",")[0] for line in target.read_text().splitlines()[1:]]
    assert names == ["/i/a", "k/i/a", "a.jpg", "a.png", "b", "a.jpg.dcm"]


def test_a_name_in_the_isic_csv_does_not_depend_on_the_other_rows_written(target, make_result):
    write_isic_csv(target, [make_result("/i/a.jpg")], among=[Path("/i/a.jpg"), Path("/j/a.jpg")])
    assert target.read_text().splitlines()[1] == "i/a,0.7"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("-2024_01.jpg", "-2024_01"), ("=1.png", "=1"), ("@a.JPEG", "@a"), ("'a.jpg", "'a"), ("a, \"b\".jpg", 'a, "b"'),
        ("1.2.840.10008", "1.2.840.10008"), ("scan.2024", "scan.2024"), ("a.b.dcm", "a.b"),
    ],
)  # fmt: skip
def test_a_name_in_the_isic_csv_is_the_key_as_it_is(target, make_result, name, key):
    write_isic_csv(target, [make_result(f"/i/{name}")])
    with target.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == [key, "0.7"]


def test_with_a_decimal_comma_the_table_has_the_same_values(target, results):
    plain = target.with_name("plain.csv")
    write_results_csv(plain, results)
    write_results_csv(target, results, style=DECIMAL_COMMA)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for result, row, expected in zip(results_json(results), rows, read(plain), strict=True):
        numbers = {name for name, value in result.items() if isinstance(value, float)}
        assert {**row, **{name: row[name].replace(",", ".") for name in numbers}} == expected
        assert "." not in row["probability"]


def test_isic_scores_keep_order_and_side():
    rng = np.random.default_rng(0)
    edges = [0.0, 5e-324, 1e-9, 0.1, 1 / 3, 0.5, 0.9, np.nextafter(1, 0), 1.0]
    for threshold in [*edges, *rng.random(50)]:
        near = [np.nextafter(threshold, 0), threshold, min(1.0, np.nextafter(threshold, 2))]
        probabilities = sorted([*edges, *near, *rng.random(100)])
        scores = [isic_score(float(p), float(threshold)) for p in probabilities]
        assert scores == sorted(scores)
        assert all(0 <= score <= 1 for score in scores)
        # ISIC's scorer, others that count from 0.5 on, and those that read single precision.
        for malignant in (lambda s: s > 0.5, lambda s: s >= 0.5, lambda s: np.float32(s) > np.float32(0.5)):
            assert [bool(malignant(score)) for score in scores] == [p >= threshold for p in probabilities]


def test_an_export_that_fails_midway_leaves_the_old_file_and_no_rest(target, make_result):
    target.write_text("old")

    def rows():
        yield make_result("/i/a.jpg")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(ExportError, match="disk is full"):
        write_results_csv(target, rows())
    assert target.read_text() == "old"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="needs named pipes")
def test_what_is_no_ordinary_file_is_not_replaced(target):
    os.mkfifo(target)
    with pytest.raises(ExportError, match="not an ordinary file"):
        write_results_csv(target, [])
    assert target.is_fifo()


@pytest.mark.parametrize("name", ["photo.JPG", "photo.png", "scan.dcm", "new.tiff"])
def test_an_image_name_is_refused(target, name):
    with pytest.raises(ExportError, match="image"):
        write_results_csv(target.with_name(name), [])
    assert not target.with_name(name).exists()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "DICOM"])
def test_an_image_under_another_name_is_refused(target, kind):
    if kind == "DICOM":
        target.write_bytes(bytes(128) + b"DICM" + bytes(100))
    else:
        Image.new("RGB", (8, 8)).save(target, format=kind)
    before = target.read_bytes()
    with pytest.raises(ExportError, match="image"):
        write_results_csv(target, [])
    assert target.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic",
        b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1miaf",
        b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom",
        b"\x00\x00\x00\x0cJXL \r\n\x87\n\x00\x00\x00\x14ftypjxl ",
        b"\xff\x0a\xfa\x1f",
        b"FUJIFILMCCD-RAW 0201FF389501",
        b"II*\x00\x10\x00\x00\x00CR\x02\x00",
        b'<?xml version="1.0"?>\n' + b"<!-- drawn by hand -->\n" * 20 + b'<svg width="8" height="8"/>',
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0 cut off",
    ],
    ids=["HEIC", "HEIF", "AVIF", "CR3", "JXL", "JXL codestream", "RAF", "CR2", "SVG", "cut PNG", "cut JPEG"],
)
def test_an_image_that_the_program_cannot_read_is_refused_too(target, content):
    target.write_bytes(content)
    with pytest.raises(ExportError, match="image"):
        write_results_csv(target, [])
    assert target.read_bytes() == content
    assert list(target.parent.iterdir()) == [target]


def test_an_avif_photograph_is_refused(target, synthetic_image):
    Image.fromarray(synthetic_image).save(target, format="AVIF")
    before = target.read_bytes()
    with pytest.raises(ExportError, match="image"):
        write_results_csv(target, [])
    assert target.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="names of open files as Linux has them")
def test_a_pipe_that_has_no_path_of_its_own_is_told_as_what_it_is():
    reading, writing = os.pipe()
    with os.fdopen(reading), os.fdopen(writing), pytest.raises(ExportError, match=r"^\d+ is not an ordinary file"):
        write_results_csv(Path(f"/dev/fd/{writing}"), [])


@pytest.mark.parametrize("content", [b"", b"old", b"%PDF-1.7", b"BM is how this begins", b"\xef\xbb\xbffile,<svg>\r\n"])
def test_a_file_that_is_no_image_is_replaced(target, content):
    target.write_bytes(content)
    write_results_csv(target, [])
    assert read(target) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_followed_and_an_image_behind_it_refused(target):
    photo = target.with_name("photo.png")
    Image.new("RGB", (8, 8)).save(photo)
    target.symlink_to(photo)
    with pytest.raises(ExportError, match="image"):
        write_results_csv(target, [])
    target.unlink()
    target.symlink_to(target.with_name("real.csv"))
    write_results_csv(target, [])
    assert target.is_symlink()
    assert target.with_name("real.csv").exists()


def test_the_session_is_refused_and_any_database(target, session):
    with pytest.raises(ExportError, match="own files"):
        write_results_csv(session.path, [])
    with pytest.raises(ExportError, match="own files"):
        write_results_csv(session.path.with_name("new.csv"), [])
    session.close()
    shutil.copy(session.path, target)
    with pytest.raises(ExportError, match="database"):
        write_results_csv(target, [])


def test_a_folder_and_a_missing_folder_are_told_in_words(target):
    with pytest.raises(ExportError, match="is a folder"):
        write_results_csv(target.parent, [])
    with pytest.raises(ExportError, match="does not exist"):
        write_results_csv(target.parent / "none" / "results.csv", [])
    with pytest.raises(ExportError, match="too long"):
        write_results_csv(target.with_name("x" * 300 + ".csv"), [])
    with pytest.raises(ExportError, match="too long"):
        refuse_what_must_stay(target.with_name("x" * 300 + ".csv"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_protected_folders_and_files_are_respected(target):
    target.write_text("old")
    target.chmod(0o444)
    with pytest.raises(ExportError, match=r"^results\.csv is write-protected"):
        write_results_csv(target, [])
    target.chmod(0o644)
    for mode in (0o555, 0o600):  # the second may not even be looked into
        target.parent.chmod(mode)
        try:
            with pytest.raises(ExportError, match=rf"{target.parent} may not be written"):
                write_results_csv(target, [])
            with pytest.raises(ExportError, match=rf"{target.parent} may not be written"):
                refuse_what_must_stay(target)
        finally:
            target.parent.chmod(0o755)
    assert target.read_text() == "old"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_replaced_file_keeps_its_permissions_and_a_new_one_has_the_usual_ones(target):
    write_results_csv(target, [])
    usual = target.parent / "usual"
    usual.touch()
    assert target.stat().st_mode == usual.stat().st_mode
    target.chmod(0o600)
    write_results_csv(target, [])
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_file_open_in_excel_is_told_in_words(target, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    # What Windows raises when the target of a rename is open elsewhere.
    with pytest.raises(ExportError, match="open in another program such as Excel"), exporting(target):
        raise PermissionError(errno.EACCES, "Permission denied")


def test_another_error_passes_as_it_is_and_leaves_nothing(target):
    with pytest.raises(ZeroDivisionError), exporting(target):
        _ = 1 / 0
    assert list(target.parent.iterdir()) == []


def test_the_version_is_the_packages():
    assert about.stamp() == about.stamp(about.version())
    assert about.stamp().startswith(f"{about.NAME} {about.version()} - ")
