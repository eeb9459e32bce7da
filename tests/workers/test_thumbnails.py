import shutil

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QImage

from skin_gui import paths
from skin_gui.imaging.scan import scan_folder
from skin_gui.workers.thumbnails import ThumbnailLoader, from_jpeg

SAMPLES = sorted(paths.samples().glob("*.jpg"))
TIMEOUT = 30_000


@pytest.fixture
def folder(tmp_path):
    for sample in SAMPLES:
        shutil.copy(sample, tmp_path)
    return tmp_path


@pytest.fixture
def loader(qapp):
    loader = ThumbnailLoader()
    yield loader
    loader.stop()


class Log:
    """What a loader has sent."""

    def __init__(self, loader):
        self.loaded, self.failed = {}, {}
        loader.loaded.connect(self._take)
        loader.failed.connect(lambda file, sentence: self.failed.__setitem__(file.name, sentence))

    def _take(self, file, side, image, synthetic):
        self.loaded[file.name] = (side, image, synthetic)


def files_of(folder):
    return scan_folder(folder, recursive=False).files


def test_thumbnails_of_real_files_arrive_in_the_size_asked_for(qtbot, folder, loader):
    log = Log(loader)

    loader.want(files_of(folder), 128)

    qtbot.waitUntil(lambda: len(log.loaded) == 12, timeout=TIMEOUT)
    assert not log.failed
    for side, image, synthetic in log.loaded.values():
        assert side == max(image.width(), image.height()) == 128
        assert synthetic


def test_a_damaged_file_is_told_and_the_others_are_made(qtbot, folder, loader):
    (folder / "damaged.jpg").write_bytes(SAMPLES[0].read_bytes()[:4000])
    (folder / "text.png").write_text("no image")
    log = Log(loader)

    loader.want(files_of(folder), 128)

    qtbot.waitUntil(lambda: len(log.loaded) == 12 and len(log.failed) == 2, timeout=TIMEOUT)
    assert str(log.failed["damaged.jpg"]).startswith("damaged.jpg ")


def test_the_second_time_they_come_from_the_disk(qtbot, folder, loader):
    files = files_of(folder)[:3]
    log = Log(loader)
    loader.want(files, 128)
    qtbot.waitUntil(lambda: len(log.loaded) == 3, timeout=TIMEOUT)
    kept = list((paths.cache_dir() / "thumbnails").rglob("*.jpg"))
    assert len(kept) == 3
    for file in files:  # the pictures themselves are gone: only what is kept can be shown
        (folder / file.name).unlink()
    again = ThumbnailLoader()
    log = Log(again)

    again.want(files, 100)

    qtbot.waitUntil(lambda: len(log.loaded) == 3, timeout=TIMEOUT)
    assert all(synthetic for _, _, synthetic in log.loaded.values())
    again.stop()


def test_a_damaged_entry_on_the_disk_is_made_anew(qtbot, folder, loader):
    files = files_of(folder)[:1]
    log = Log(loader)
    loader.want(files, 128)
    qtbot.waitUntil(lambda: len(log.loaded) == 1, timeout=TIMEOUT)
    (kept,) = (paths.cache_dir() / "thumbnails").rglob("*.jpg")
    kept.write_bytes(b"\xff\xd8 rubbish \xff\xd9")
    log.loaded.clear()

    loader.want(files, 128)

    qtbot.waitUntil(lambda: len(log.loaded) == 1, timeout=TIMEOUT)
    assert kept.stat().st_size > 1000


def test_of_qts_readers_that_of_jpeg_alone_is_asked(qapp):
    """That of SVG connects a signal, at which the thread of a thumbnail and the window's can wait for each other."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    assert not QImage.fromData(drawing).isNull()
    assert from_jpeg(drawing).isNull()
    assert from_jpeg(SAMPLES[0].read_bytes()).width() > 0


def test_what_is_not_wanted_any_more_is_not_made(qtbot, folder, loader):
    files = files_of(folder)
    log = Log(loader)

    loader.want(files[:-1], 128)
    loader.want(files[-1:], 128)

    qtbot.waitUntil(lambda: files[-1].name in log.loaded, timeout=TIMEOUT)
    qtbot.wait(200)
    # Those that the threads had begun, at most.
    assert len(log.loaded) <= 1 + 4


def test_stopping_waits_and_is_silent_afterwards(qtbot, folder, loader):
    log = Log(loader)
    loader.want(files_of(folder), 512)

    deadline = QDeadlineTimer(TIMEOUT)
    loader.stop()

    assert not deadline.hasExpired()
    before = len(log.loaded)
    qtbot.wait(100)
    assert len(log.loaded) == before
