import os
import threading

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier.features import FLATTENED, POOLED_LEVELS
from skin_gui.training.features.feature_cache import FeatureCache, FeatureSpace

SPACE = FeatureSpace("ab" * 32, POOLED_LEVELS)
IMAGE = "cd" * 32


@pytest.fixture
def cache(tmp_path):
    return FeatureCache(tmp_path / "features")


def vector(seed=0, length=64):
    return np.random.default_rng(seed).random(length).astype(np.float16)


def files(cache):
    return [path for path in cache.folder.rglob("*") if path.is_file()]


def test_given_a_vector_when_stored_then_it_comes_back_exactly(cache):
    assert cache.get(SPACE, IMAGE, 0) is None
    cache.put(SPACE, IMAGE, 0, vector())
    found = cache.get(SPACE, IMAGE, 0)
    assert found.dtype == np.float16
    assert np.array_equal(found, vector())


def test_base_features_image_and_variant_are_kept_apart(cache):
    cache.put(SPACE, IMAGE, 0, vector())
    assert cache.get(FeatureSpace("ef" * 32, POOLED_LEVELS), IMAGE, 0) is None
    assert cache.get(FeatureSpace(SPACE.base_sha256, FLATTENED), IMAGE, 0) is None
    assert cache.get(SPACE, "00" * 32, 0) is None
    assert cache.get(SPACE, IMAGE, 1) is None


def test_without_a_folder_the_users_own_is_used(isolated_home):
    cache = FeatureCache()
    cache.put(SPACE, IMAGE, 0, vector())
    assert cache.folder.is_relative_to(paths.cache_dir())
    assert cache.folder.is_relative_to(isolated_home)


def test_given_a_write_that_fails_then_nothing_is_left_behind(cache, monkeypatch):
    cache.put(SPACE, IMAGE, 0, vector(1))

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space"):
        cache.put(SPACE, IMAGE, 0, vector(2))
    monkeypatch.undo()
    assert len(files(cache)) == 1
    assert np.array_equal(cache.get(SPACE, IMAGE, 0), vector(1))


def test_given_readers_during_writes_then_none_sees_half_a_vector(cache):
    first, second = vector(1, 20_000), vector(2, 20_000)
    cache.put(SPACE, IMAGE, 0, first)
    done = threading.Event()

    def write():
        for turn in range(60):
            cache.put(SPACE, IMAGE, 0, second if turn % 2 else first)
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not done.is_set():
        found = cache.get(SPACE, IMAGE, 0)
        assert found is not None
        assert np.array_equal(found, first) or np.array_equal(found, second)
        cache.size()  # counts while files come and go
    writer.join()


@pytest.mark.parametrize("content", [b"", b"no vector", b"\x93NUMPY\x01\x00", None])
def test_given_a_damaged_file_then_it_is_as_if_absent_and_made_again(cache, content):
    cache.put(SPACE, IMAGE, 0, vector())
    (path,) = files(cache)
    path.write_bytes(path.read_bytes()[:-10] if content is None else content)
    assert cache.get(SPACE, IMAGE, 0) is None
    cache.put(SPACE, IMAGE, 0, vector(3))
    assert np.array_equal(cache.get(SPACE, IMAGE, 0), vector(3))


def test_given_a_pickle_in_its_place_then_it_is_not_loaded(cache):
    cache.put(SPACE, IMAGE, 0, vector())
    (path,) = files(cache)
    np.save(path, np.array([{"harm": 1}], dtype=object))
    assert cache.get(SPACE, IMAGE, 0) is None


def aged(cache, count):
    """Vectors of images 0 to count - 1, each a minute younger than the one before."""
    names = [f"{index:02d}" * 32 for index in range(count)]
    for index, name in enumerate(names):
        cache.put(SPACE, name, 0, vector(index))
        (path,) = cache.folder.rglob(f"{name}-0.npy")
        os.utime(path, (1_000_000 + 60 * index, 1_000_000 + 60 * index))
    return names


def test_given_more_than_the_limit_when_pruned_then_the_longest_unused_go(cache):
    names = aged(cache, 5)
    cache.get(SPACE, names[0], 0)  # used just now
    one = cache.size() // 5
    cache.limit = 3 * one
    assert cache.prune() == 2 * one
    assert [cache.get(SPACE, name, 0) is not None for name in names] == [True, False, False, True, True]
    assert cache.size() <= cache.limit
    assert cache.prune() == 0


def test_given_vectors_when_cleared_then_all_is_gone_and_counted(cache):
    aged(cache, 3)
    size = cache.size()
    assert cache.clear() == size > 0
    assert cache.size() == 0
    assert files(cache) == []


def test_given_no_folder_yet_then_the_cache_is_empty(cache):
    assert cache.size() == cache.clear() == cache.prune() == 0
