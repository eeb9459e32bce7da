import os

import cv2
import numpy as np
import pytest

from skin_gui import paths
from skin_gui.disk_cache import CHECKSUM
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.thumbnails import ThumbnailCache, draw_thumbnail, is_synthetic_thumbnail, stored_side

SAMPLE = paths.samples() / "synthetic-07-melanoma-like.jpg"


def decoded(data):
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)


def test_a_thumbnail_keeps_the_proportions_within_its_side():
    image = decoded(draw_thumbnail(SAMPLE, 256))

    assert image.shape == (192, 256, 3)


def test_a_small_image_is_not_enlarged(tmp_path):
    cv2.imwrite(str(tmp_path / "small.png"), np.full((30, 40, 3), 200, np.uint8))

    assert decoded(draw_thumbnail(tmp_path / "small.png", 256)).shape == (30, 40, 3)


def test_only_a_synthetic_sample_is_marked_as_one(tmp_path):
    cv2.imwrite(str(tmp_path / "photo.png"), np.full((300, 400, 3), 200, np.uint8))

    assert is_synthetic_thumbnail(draw_thumbnail(SAMPLE, 256))
    assert not is_synthetic_thumbnail(draw_thumbnail(tmp_path / "photo.png", 256))


def test_a_damaged_image_is_refused(tmp_path):
    (tmp_path / "half.jpg").write_bytes(SAMPLE.read_bytes()[:5000])

    with pytest.raises(ImageError, match=r"half\.jpg"):
        draw_thumbnail(tmp_path / "half.jpg", 256)


@pytest.mark.parametrize(("pixels", "side"), [(96, 256), (256, 256), (257, 512), (2000, 512)])
def test_the_kept_side_is_the_next_larger(pixels, side):
    assert stored_side(pixels) == side


def test_what_is_kept_is_found_again_and_its_name_tells_nothing(tmp_path):
    cache = ThumbnailCache(tmp_path)
    key = cache.key("/photos/Jane Doe.jpg", 1, 2, 256)
    data = draw_thumbnail(SAMPLE, 256)

    cache.put(key, data)

    assert ThumbnailCache(tmp_path).get(key) == data
    names = [path.name for path in tmp_path.rglob("*")]
    assert names and not any("Jane" in name or "Doe" in name for name in names)


@pytest.mark.parametrize("changed", [("/other", 1, 2, 256), ("/a", 9, 2, 256), ("/a", 1, 9, 256), ("/a", 1, 2, 512)])
def test_another_content_has_another_key(changed):
    assert ThumbnailCache.key(*changed) != ThumbnailCache.key("/a", 1, 2, 256)


def test_a_damaged_entry_is_not_given_out(tmp_path):
    cache = ThumbnailCache(tmp_path)
    cache.put("ab", draw_thumbnail(SAMPLE, 256))
    (file,) = tmp_path.rglob("*.jpg")
    file.write_bytes(file.read_bytes()[:100])

    assert cache.get("ab") is None


def test_beyond_its_limit_what_was_used_longest_ago_goes(tmp_path):
    data = b"\xff\xd8" + bytes(996 - CHECKSUM) + b"\xff\xd9"
    cache = ThumbnailCache(tmp_path, limit=5000)
    for number in range(5):
        cache.put(f"{number:02d}", data)
        os.utime(next(tmp_path.rglob(f"{number:02d}.jpg")), (number, number))
    assert cache.get("00") is not None  # used just now

    cache.put("05", data)

    assert cache.get("00") is not None
    assert cache.get("05") is not None
    assert cache.get("01") is None
    assert sum(file.stat().st_size for file in tmp_path.rglob("*.jpg")) <= 4000


def test_a_folder_that_cannot_be_written_means_no_cache(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = ThumbnailCache(tmp_path / "file")

    cache.put("ab", b"\xff\xd8\xff\xd9")

    assert cache.get("ab") is None
