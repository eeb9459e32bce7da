import shutil

import pytest

from skin_gui import paths
from skin_gui.wording.program import ProgramFact
from skin_gui.workers.folder_scan import FolderWatch

SAMPLE = paths.samples() / "synthetic-01-nevus-like.jpg"
TIMEOUT = 30_000


@pytest.fixture
def watch(qapp):
    watch = FolderWatch()
    yield watch
    watch.stop()


def names(scan):
    return [file.name for file in scan.files]


def opened(qtbot, watch, folder, recursive=False):
    with qtbot.waitSignal(watch.listed, timeout=TIMEOUT) as listed:
        watch.open(folder, recursive)
    return listed.args[0]


def test_a_folder_is_listed(qtbot, watch, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "a.jpg")
    (tmp_path / "sub").mkdir()
    shutil.copy(SAMPLE, tmp_path / "sub" / "b.jpg")

    assert names(opened(qtbot, watch, tmp_path)) == ["a.jpg"]
    assert names(opened(qtbot, watch, tmp_path, recursive=True)) == ["a.jpg", "b.jpg"]


def test_new_and_removed_files_are_noticed(qtbot, watch, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "a.jpg")
    opened(qtbot, watch, tmp_path)

    with qtbot.waitSignal(
        watch.listed, timeout=TIMEOUT, check_params_cb=lambda scan: names(scan) == ["a.jpg", "b.jpg"]
    ):
        shutil.copy(SAMPLE, tmp_path / "b.jpg")
    with qtbot.waitSignal(watch.listed, timeout=TIMEOUT, check_params_cb=lambda scan: names(scan) == ["b.jpg"]):
        (tmp_path / "a.jpg").unlink()


def test_a_new_folder_below_is_watched_too(qtbot, watch, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "a.jpg")
    opened(qtbot, watch, tmp_path, recursive=True)

    with qtbot.waitSignal(watch.listed, timeout=TIMEOUT):
        (tmp_path / "sub").mkdir()
    with qtbot.waitSignal(
        watch.listed, timeout=TIMEOUT, check_params_cb=lambda scan: names(scan) == ["a.jpg", "b.jpg"]
    ):
        shutil.copy(SAMPLE, tmp_path / "sub" / "b.jpg")


def test_a_folder_that_is_not_there_is_told_in_a_sentence(qtbot, watch, tmp_path):
    with qtbot.waitSignal(watch.failed, timeout=TIMEOUT) as failed:
        watch.open(tmp_path / "absent", False)

    assert failed.args == [ProgramFact.FOLDER_GONE(name="absent")]


def test_a_folder_that_goes_away_is_told(qtbot, watch, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    shutil.copy(SAMPLE, folder / "a.jpg")
    opened(qtbot, watch, folder)

    with qtbot.waitSignal(watch.failed, timeout=TIMEOUT):
        shutil.rmtree(folder)


def test_opening_another_folder_silences_the_first(qtbot, watch, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copy(SAMPLE, tmp_path / name / f"{name}.jpg")
    heard = []
    watch.listed.connect(lambda scan: heard.append(scan.folder.name))

    watch.open(tmp_path / "one", False)
    watch.open(tmp_path / "two", False)

    qtbot.waitUntil(lambda: "two" in heard, timeout=TIMEOUT)
    shutil.copy(SAMPLE, tmp_path / "one" / "late.jpg")
    qtbot.wait(700)
    assert set(heard) == {"two"}
