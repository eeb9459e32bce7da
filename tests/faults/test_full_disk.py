"""A disk that is full, at each place where the program writes: one sentence, and what was there stands."""

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from skin_gui.classifier import Classifier
from skin_gui.classifier.model_folder import ModelError
from skin_gui.classifier.store import ModelStore
from skin_gui.disk_cache import DiskCache
from skin_gui.preferences import change_preferences, current_preferences
from skin_gui.preferences.declared import FEATURE_CACHE_MB
from skin_gui.preferences.file import PreferencesError
from skin_gui.review.batch import classify_files
from skin_gui.review.database import SessionError
from skin_gui.review.export import write_results_csv
from skin_gui.review.export_file import ExportError
from skin_gui.review.store import SessionStore
from skin_gui.ui.report.archive import write_dicom_report, write_dicom_results
from skin_gui.ui.report.contact_sheet import write_contact_sheet
from skin_gui.ui.report.report import ReportRequest, write_report
from tests.faults.jobs import result


@pytest.fixture
def disk(tmp_path, monkeypatch):
    """A small disk of its own, with the user's folders on it: `disk.fill()` leaves no room."""
    mount = tmp_path / "disk"
    mount.mkdir()
    made = [
        sys.platform == "linux"
        and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", mount], check=False)
    ]
    if not made[0] or made[0].returncode:
        pytest.skip("making a small disk needs rights")
    monkeypatch.setenv("SKIN_GUI_HOME", str(mount / "home"))
    yield mount
    subprocess.run(["umount", "-l", mount], check=True)


def fill(disk):
    """Write until there is no room for a single byte more."""
    with (disk / "filler").open("ab", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue


def test_settings(disk):
    change_preferences({FEATURE_CACHE_MB.key: 1000})
    fill(disk)

    with pytest.raises(
        PreferencesError, match=r"could not be saved \(No space left on device\), so nothing was changed"
    ):
        change_preferences({FEATURE_CACHE_MB.key: 2000})

    assert current_preferences()[FEATURE_CACHE_MB] == 1000


def test_export(disk):
    target = disk / "table.csv"
    write_results_csv(target, [result(disk / "a.png")])
    before = target.read_bytes()
    fill(disk)

    with pytest.raises(ExportError, match=r"full|space"):
        write_results_csv(target, [result(disk / f"{number}.png") for number in range(300)])

    assert target.read_bytes() == before
    assert {path.name for path in disk.iterdir()} <= {"table.csv", "filler", "home"}


@pytest.fixture
def request_of_one(tmp_path, random_model):
    """A report of one picture, which takes more room than is left on a disk."""
    image = tmp_path / "image.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (600, 600, 3), dtype=np.uint8)).save(image)
    classifier = Classifier.load(random_model)
    return ReportRequest(list(classify_files(classifier, [image]))), classifier


@pytest.mark.parametrize("left", [0, 4096, 20_000])
@pytest.mark.parametrize("kind", ["report.pdf", "sheet.pdf", "report.dcm", "folder"])
def test_reports(disk, qapp, request_of_one, kind, left):
    request, classifier = request_of_one
    target = disk / kind
    if kind != "folder":
        target.write_bytes(b"earlier")
    fill(disk)
    with (disk / "filler").open("r+b") as file:
        file.truncate((disk / "filler").stat().st_size - left)

    with pytest.raises(ExportError) as caught:
        match kind:
            case "report.pdf":
                write_report(target, request, classifier=classifier)
            case "sheet.pdf":
                write_contact_sheet(target, request)
            case "report.dcm":
                write_dicom_report(target, request, classifier=classifier)
            case _:
                write_dicom_results(target, request)

    assert "could not be written" in str(caught.value)
    assert "disk" in str(caught.value)
    assert len(str(caught.value)) < 150
    assert {path.name for path in disk.iterdir()} <= {kind, "filler", "home"}
    assert kind == "folder" or target.read_bytes() == b"earlier"


def test_session(disk, tmp_path):
    with SessionStore().open([tmp_path]) as session:
        session.add_result(result(tmp_path / "a.png"))
        fill(disk)

        with pytest.raises(SessionError, match="full"):
            for number in range(10_000):
                session.add_result(result(tmp_path / f"{number}.png"))

        saved = len(session.results())
    (disk / "filler").unlink()
    with SessionStore().open([tmp_path]) as session:
        assert session.notice is None
        assert len(session.results()) == saved >= 1


def test_models(disk, tmp_path, make_model, shipped_model):
    store = ModelStore()
    store.add(make_model(tmp_path / "A", "A", seed=1))
    store.activate("A")
    fill(disk)

    with pytest.raises(ModelError, match="No space left"):
        store.add(make_model(tmp_path / "B", "B", seed=2))

    assert [model.info.name for model in store.list()] == ["Skin GUI test", "A"]
    assert store.active().info.name == "A"
    assert store.problem() is None
    assert store.broken() == []


def test_cache(disk):
    cache = DiskCache(disk / "cache", 1 << 20)
    cache.write("a", b"old")
    fill(disk)

    with pytest.raises(OSError, match="No space left"):
        cache.write("a", np.random.default_rng(0).bytes(100_000))

    assert cache.read("a") == b"old"
