import errno
import os
import stat

import pytest

from skin_gui import atomic
from skin_gui.atomic import move_into_place, patiently, write_atomic


@pytest.fixture
def folders_that_cannot_be_synced(monkeypatch):
    """What some network and FUSE drives do."""
    fsync = os.fsync

    def refuse_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)


def test_a_file_is_replaced_in_one_step_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "a.json"
    write_atomic(target, b"old")
    write_atomic(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_given_a_move_that_fails_then_the_old_file_stands_and_nothing_is_left(tmp_path):
    target = tmp_path / "a"
    (target / "below").mkdir(parents=True)
    with pytest.raises(OSError):
        write_atomic(target, b"new")
    assert (target / "below").is_dir()
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("refusals", [4, 5])
def test_given_a_file_that_something_holds_then_windows_tries_five_times(monkeypatch, refusals):
    monkeypatch.setattr(atomic, "_ATTEMPTS", 5)
    monkeypatch.setattr(atomic, "_PAUSE_SECONDS", 0)
    left = [PermissionError(errno.EACCES, os.strerror(errno.EACCES))] * refusals

    def act():
        if left:
            raise left.pop()
        return "done"

    if refusals < 5:
        assert patiently(act) == "done"
    else:
        with pytest.raises(PermissionError):
            patiently(act)


@pytest.mark.usefixtures("folders_that_cannot_be_synced")
def test_given_a_drive_that_syncs_no_folder_then_a_finished_write_is_no_failure(tmp_path):
    write_atomic(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"
    move_into_place(tmp_path / "a.json", tmp_path / "b.json")
    assert (tmp_path / "b.json").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_given_a_folder_that_may_be_written_but_not_read_then_a_finished_write_is_no_failure(tmp_path):
    folder = tmp_path / "drop"
    folder.mkdir()
    folder.chmod(0o300)
    try:
        write_atomic(folder / "a.json", b"new")
        assert (folder / "a.json").read_bytes() == b"new"
    finally:
        folder.chmod(0o700)
