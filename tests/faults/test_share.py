"""Sessions and images on a network share: one without locks, one that may not be written to, one that goes away."""

import os
import shutil
import subprocess
import sys
import threading

import pytest

from skin_gui.classifier import Classifier
from skin_gui.review.batch import classify_files
from skin_gui.review.database import SessionError
from skin_gui.review.store import SessionStore
from skin_gui.wording.review import SessionFact
from tests.faults.jobs import result

# What the C library answers where a share has no lock service (NFS without lockd, SMB without byte ranges).
NO_LOCKS = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
static int answer(const char *name, int descriptor, int command, void *argument) {
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, name);
    if (command == F_SETLK || command == F_SETLKW || command == F_GETLK) { errno = ENOLCK; return -1; }
    return real(descriptor, command, argument);
}
#define WRAPPED(name) int name(int descriptor, int command, ...) { \
    va_list list; va_start(list, command); void *argument = va_arg(list, void *); va_end(list); \
    return answer(#name, descriptor, command, argument); }
WRAPPED(fcntl)
WRAPPED(fcntl64)
"""
SAVE = """
import sys
from pathlib import Path
from skin_gui.review.database import SessionError
from skin_gui.review.store import SessionStore
from tests.faults.jobs import result
try:
    with SessionStore(Path(sys.argv[1])).open([Path("/images")]) as session:
        session.add_result(result(Path("/images/a.png")))
        print(len(session.results()), "rows")
except SessionError as error:
    print(error)
"""


def saved_in_a_process(folder, **environment):
    """What another instance says that saves a row in a folder of sessions."""
    command = [sys.executable, "-c", SAVE, folder]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **environment})
    return ran.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("cc"), reason="takes a C compiler and Linux' loader")
def test_a_share_without_locks_is_told_and_changes_nothing(tmp_path):
    folder, library = tmp_path / "sessions", tmp_path / "no_locks.so"
    assert saved_in_a_process(folder) == "1 rows"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    build = ["cc", "-shared", "-fPIC", "-x", "c", "-", "-o", library, "-ldl"]
    subprocess.run(build, input=NO_LOCKS, text=True, check=True)

    said = saved_in_a_process(folder, LD_PRELOAD=str(library))

    assert "session" in said
    assert said.endswith(".")
    assert "\n" not in said
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert saved_in_a_process(folder) == "1 rows"


@pytest.fixture
def share(tmp_path):
    """A disk of its own that can be made read-only, or go away."""
    mount = tmp_path / "share"
    mount.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", mount]
    if sys.platform != "linux" or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("making a disk needs rights")
    yield mount
    subprocess.run(["umount", "-l", mount], check=True)


def test_a_share_that_may_only_be_read_is_told_and_its_rows_stay(share):
    store = SessionStore(share / "sessions")
    with store.open([share]) as session:
        session.add_result(result(share / "a.png"))
    subprocess.run(["mount", "-o", "remount,ro", share], check=True)

    assert "may not be written to" in saved_in_a_process(share / "sessions")
    with pytest.raises(SessionError, match=r"may not be written to|cannot be made"):
        store.open([share]).close()

    subprocess.run(["mount", "-o", "remount,rw", share], check=True)
    with store.open([share]) as session:
        assert [row.path.name for row in session.results()] == ["a.png"]


def test_a_session_whose_share_goes_away_says_so_and_is_there_when_it_is_back(tmp_path):
    store = SessionStore(tmp_path / "share" / "sessions")
    said = []

    def save(name):
        """As a new thread does, which opens a connection of its own."""
        try:
            session.add_result(result(tmp_path / name))
        except SessionError as error:
            said.append(str(error))

    with store.open([tmp_path]) as session:
        session.add_result(result(tmp_path / "a.png"))
        (tmp_path / "share").rename(tmp_path / "away")
        for name in ("b.png", "c.png"):
            thread = threading.Thread(target=save, args=(name,))
            thread.start()
            thread.join()
        (tmp_path / "away").rename(tmp_path / "share")

    assert said == [SessionFact.CANNOT_OPEN.english] * 2
    with store.open([tmp_path]) as session:
        assert session.notice is None
        assert [row.path.name for row in session.results()] == ["a.png"]


def test_images_whose_share_goes_away_have_their_rows_and_are_tried_again_when_it_is_back(images, shipped_model):
    classifier, files = Classifier.load(shipped_model), sorted(images.iterdir())[:16]
    away = images.with_name("away")
    with SessionStore().open([images]) as session:
        for number, row in enumerate(classify_files(classifier, files, jobs=1)):
            session.add_result(row)
            if number == 2:
                images.rename(away)
        failed = [row for row in session.results() if row.status == "failed"]

        assert len(session.results()) == 16
        assert failed
        assert all("does not exist; it may have been moved, renamed or deleted" in str(row.error) for row in failed)

        away.rename(images)
        assert session.resume(files) == [row.path for row in failed]
        for row in classify_files(classifier, [row.path for row in failed], jobs=1):
            session.add_result(row)
        assert {row.status for row in session.results()} == {"ok"}
