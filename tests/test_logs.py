import logging
import os
import time
from pathlib import Path

import pytest

from skin_gui import paths
from skin_gui.imaging.errors import ImageError
from skin_gui.logs import describe_exception, mask_paths, start_logging, stop_logging
from skin_gui.wording.images import ImageFact


@pytest.fixture(autouse=True)
def _stopped():
    yield
    stop_logging()


@pytest.mark.parametrize(
    "text",
    [
        "cannot read /home/anna/Doe, Jane 1957.jpg",
        "cannot read 'C:\\Users\\anna\\Jane Doe.PNG' now",
        "Jane Doe.jpeg is damaged",
        "[Errno 2] No such file: '/data/anna/Jane'",
        "\\\\server\\share\\Jane\\x.dcm: gone",
        "wrote ~/Jane/results.csv",
    ],
)
def test_paths_and_file_names_are_masked(text):
    masked = mask_paths(text)

    assert "Jane" not in masked
    assert "anna" not in masked


def test_ordinary_text_stays():
    for text in ("Started version 0.1.0", "3 of 4 images, 1.5 s/image", "threshold 0.32: benign/malignant"):
        assert mask_paths(text) == text


def test_a_traceback_keeps_the_programs_own_lines():
    trace = 'File "/home/anna/lib/python3.11/site-packages/skin_gui/ui/widgets/theme.py", line 3, in x'
    assert "skin_gui/ui/widgets/theme.py" in mask_paths(trace)
    assert "anna" not in mask_paths(trace)


def test_the_path_of_an_error_is_masked_without_any_suffix():
    text = describe_exception(ImageError(Path("/x/JANEDOE"), ImageFact.EMPTY()))

    assert "JANEDOE" not in text
    assert "is empty" in text


def test_the_log_is_written_and_masked(isolated_home):
    file = start_logging()
    logging.getLogger("skin_gui.test").warning("failed: %s", Path("/home/anna/Jane.jpg"))
    try:
        raise ImageError(Path("/home/anna/Jane.jpg"), ImageFact.EMPTY())
    except ImageError:
        logging.getLogger("skin_gui.test").exception("again")
    stop_logging()

    text = file.read_text(encoding="utf-8")
    assert "WARNING" in text
    assert "Jane" not in text


def test_a_log_that_cannot_be_written_stops_nothing(isolated_home, monkeypatch):
    blocked = isolated_home / "file"
    blocked.write_text("")
    monkeypatch.setenv("SKIN_GUI_HOME", str(blocked))

    assert start_logging() is None


@pytest.mark.skipif(os.name == "nt", reason="rights are not POSIX ones")
def test_the_log_is_the_users_alone_and_stays_so_when_it_rotates():
    folder = paths.log_dir()
    folder.mkdir(parents=True, mode=0o755)
    (folder / "skin-gui.log.1").touch(0o644)
    start_logging()
    for _ in range(12):
        logging.getLogger("test").info("x\n" * 50_000)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(list(folder.iterdir())) > 1


def test_a_very_long_line_is_masked_at_once():
    began = time.monotonic()
    masked = mask_paths("word " * 20_000 + "Anna Müller.jpg")
    assert time.monotonic() - began < 5  # what grows with the square of the length takes minutes
    assert masked.endswith("<file>.jpg")
    assert "Anna" not in masked
