"""A folder as people and disks make it: every entry has its row, and nothing is waited for."""

import ctypes
import json
import os
import shutil
import subprocess
import sys

import pytest
from PIL import Image

from skin_gui.classifier import Classifier
from skin_gui.review.batch import classify_files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names and devices as Linux has them")

GOOD = (
    "آفة جلدية ١.jpg", "皮肤病变.jpg", "🔬 lesion 🧑🏽‍⚕️.jpg", "it's \"quoted\" & `so`.jpg", "two\nlines.jpg",
    "e\u0301.jpg", " leading and trailing .jpg", "-rf.jpg", "$(touch owned);.jpg", "%s%n{0}.jpg", "x" * 251 + ".jpg",
)  # fmt: skip


def _without_roots_ways():
    """Root reads whatever the permissions: give that up for the program that follows, as far as it is there."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.fixture
def run(random_model):
    def command(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "skin_gui", "classify", "--model", random_model, *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
            timeout=120,
            preexec_fn=_without_roots_ways if os.geteuid() == 0 else None,
        )

    return command


@pytest.fixture
def image(tmp_path, synthetic_image):
    path = tmp_path / "image.jpg"
    Image.fromarray(synthetic_image).save(path)
    return path


@pytest.fixture
def folder(tmp_path, image):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in GOOD:
        shutil.copy(image, folder / name)
    shutil.copy(image, os.fsencode(folder) + b"/no \xff\xfe unicode.jpg")
    return folder


def test_every_name_has_its_row_and_its_number(run, folder):
    ran = run("--json", "--csv", folder.parent / "table.csv", folder)

    rows = json.loads(ran.stdout)
    assert ran.returncode == 0, ran.stderr
    assert len(rows) == len(GOOD) + 1
    assert {row["file"] for row in rows} >= set(GOOD)
    assert len({row["probability"] for row in rows}) == 1
    assert sorted(path.name for path in folder.parent.iterdir()) == ["folder", "image.jpg", "table.csv"]


def test_what_is_no_file_is_a_row_with_its_reason_and_never_waited_for(run, folder, image):
    (folder / "loop.jpg").symlink_to("loop.jpg")
    (folder / "dangling.jpg").symlink_to("nowhere.jpg")
    (folder / "device.jpg").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.jpg")
    (folder / "within").mkdir()
    (folder / "within" / "back").symlink_to(folder)
    shutil.copy(image, folder / "locked.jpg")
    (folder / "locked.jpg").chmod(0)
    (folder / "closed").mkdir()
    (folder / "closed").chmod(0)

    ran = run("--json", "--recursive", folder)

    (folder / "closed").chmod(0o700)
    failed = {row["file"]: row["error"] for row in json.loads(ran.stdout) if row["status"] == "failed"}
    assert ran.returncode == 1
    assert set(failed) == {"loop.jpg", "dangling.jpg", "device.jpg", "pipe.jpg", "locked.jpg", "closed"}
    assert "link to a file that does not exist" in failed["dangling.jpg"]
    assert "not a regular file" in failed["device.jpg"]
    assert "not a regular file" in failed["pipe.jpg"]
    assert "permission is denied" in failed["locked.jpg"]
    assert "are not allowed to open" in failed["closed"]
    assert len(json.loads(ran.stdout)) == len(GOOD) + 1 + len(failed)


def test_what_may_not_be_read_is_a_row_too_where_it_is_named_itself(run, folder, image):
    (folder / "locked.jpg").write_bytes(image.read_bytes())
    (folder / "locked.jpg").chmod(0)
    (folder / "closed").mkdir(mode=0)

    ran = run("--json", folder / "locked.jpg", folder / "closed", image)

    (folder / "closed").chmod(0o700)
    assert ran.returncode == 1, ran.stderr
    assert [(row["file"], row["status"]) for row in json.loads(ran.stdout)] == [
        ("locked.jpg", "failed"),
        ("image.jpg", "ok"),
        ("closed", "failed"),
    ]


def test_a_target_that_may_not_be_written_is_told_before_the_work(run, folder, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)

    ran = run("--csv", closed / "table.csv", folder)

    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "closed" in ran.stderr
    assert list(closed.iterdir()) == []


def test_a_file_that_vanishes_or_changes_in_the_batch_is_its_row(tmp_path, random_model, image):
    paths = [shutil.copy(image, tmp_path / f"{number}.jpg") for number in range(5)]

    def changing():
        for number, path in enumerate(paths):
            if number == 1:
                path.unlink()
            if number == 3:
                path.write_bytes(path.read_bytes()[:3000])
            yield path

    rows = list(classify_files(Classifier.load(random_model), changing(), jobs=2))

    assert [row.status for row in rows] == ["ok", "failed", "ok", "failed", "ok"]
    assert str(rows[1].error) == "1.jpg does not exist; it may have been moved, renamed or deleted"
    assert "truncated or damaged" in str(rows[3].error)
