import os
import stat
import time
from pathlib import Path

import pytest

from skin_gui.disk_cache import CHECKSUM, DiskCache, files_below
from skin_gui.progress import Cancelled


@pytest.fixture
def cache(tmp_path):
    return DiskCache(tmp_path / "cache", limit=1000)


def fill(cache, count, size=100 - CHECKSUM):
    """Files 0 to count - 1, each a minute younger than the one before; of 100 bytes with their checksums."""
    for number in range(count):
        cache.write(f"{number % 2}/{number}", bytes(size))
        moment = 1_000_000 + 60 * number
        os.utime(cache.folder / f"{number % 2}" / f"{number}", (moment, moment))


def kept(cache, count):
    return [number for number in range(count) if cache.holds(f"{number % 2}/{number}")]


def test_what_is_written_is_read(cache):
    assert cache.read("a/b") is None
    cache.write("a/b", b"old")
    cache.write("a/b", b"new")

    assert cache.holds("a/b")
    assert cache.read("a/b") == b"new"
    assert cache.size() == 3 + CHECKSUM


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX ones")
def test_its_folders_are_the_owners_alone(cache):
    cache.write("a/b", b"1")

    assert stat.S_IMODE((cache.folder / "a").stat().st_mode) == 0o700


def test_what_cannot_be_read_is_as_if_absent(cache):
    (cache.folder / "a").mkdir(parents=True)

    assert cache.read("a") is None
    assert not cache.holds("a")


def test_what_cannot_be_written_is_told_and_leaves_nothing(cache):
    (cache.folder / "a" / "b").mkdir(parents=True)

    with pytest.raises(OSError):
        cache.write("a", b"1")

    assert list(files_below(cache.folder)) == []


def test_beyond_the_limit_what_was_used_longest_ago_goes(cache):
    fill(cache, 15)
    cache.read("0/0")  # used just now

    assert cache.prune() == 500
    assert kept(cache, 15) == [0, *range(6, 15)]
    assert cache.prune() == 0
    assert cache.prune(0.5) == 500
    assert kept(cache, 15) == [0, 11, 12, 13, 14]


def test_clearing_leaves_no_file(cache):
    fill(cache, 3)

    assert cache.clear() == 300
    assert list(files_below(cache.folder)) == []
    assert cache.size() == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that bind")
def test_what_cannot_be_deleted_is_told_and_all_else_is_gone(cache):
    fill(cache, 4)
    held = cache.folder / "1"
    held.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            cache.clear()
        assert kept(cache, 4) == [1, 3]
    finally:
        held.chmod(0o700)


def test_only_old_half_written_files_are_swept(cache):
    cache.write("a/whole", b"1")
    for name, age in (("old", 3600), ("young", 0)):
        path = cache.folder / "a" / f".{name}.tmp"
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)

    cache.sweep()

    assert sorted(Path(path).name for path, _ in files_below(cache.folder)) == [".young.tmp", "whole"]


def test_the_walk_sees_every_file_and_follows_no_link(tmp_path):
    (tmp_path / "in" / "below").mkdir(parents=True)
    (tmp_path / "in" / "below" / "a").write_bytes(b"12")
    (tmp_path / "out").write_bytes(bytes(500))
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")

    found = dict(files_below(tmp_path / "in"))

    assert {Path(path).name for path in found} == {"a", "link"}
    assert found[str(tmp_path / "in" / "below" / "a")].st_size == 2
    assert found[str(tmp_path / "in" / "link")].st_size < 500
    assert list(files_below(tmp_path / "none")) == []


def test_the_walk_can_be_cancelled(tmp_path):
    with pytest.raises(Cancelled):
        list(files_below(tmp_path, lambda: True))


def test_any_changed_or_missing_byte_is_as_if_absent(cache):
    content = bytes(range(40))
    cache.write("a", content)
    path = cache.folder / "a"
    written = path.read_bytes()
    for place in range(len(written)):
        path.write_bytes(written[:place] + bytes([written[place] ^ 1]) + written[place + 1 :])
        assert cache.read("a") is None
        path.write_bytes(written[:place])
        assert cache.read("a") is None
    path.write_bytes(written)
    assert cache.read("a") == content
