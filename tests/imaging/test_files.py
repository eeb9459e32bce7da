import os
from pathlib import Path

import pytest

from skin_gui.imaging.files import list_images
from skin_gui.progress import Cancelled


def touched(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(folder, found):
    return [path.relative_to(folder).as_posix() for path in found]


def test_a_folder_is_sorted_as_people_count(tmp_path):
    touched(tmp_path, "img10.jpg", "img2.jpg", "IMG1.JPG", "a.png", "2.tif", "10.tif", "img2b.jpg")

    assert names(tmp_path, list_images([tmp_path], False)) == [
        "2.tif", "10.tif", "a.png", "IMG1.JPG", "img2.jpg", "img2b.jpg", "img10.jpg",
    ]  # fmt: skip


def test_only_images_that_are_not_hidden_are_listed(tmp_path):
    touched(tmp_path, "a.jpg", "notes.txt", ".b.jpg", "._c.jpg", "Thumbs.db", ".hidden/d.jpg", "e.WEBP", "none")

    assert names(tmp_path, list_images([tmp_path], True)) == ["a.jpg", "e.WEBP"]


def test_files_without_suffix_count_if_they_are_dicom(tmp_path):
    touched(tmp_path, "text", "1.2.840.99")
    for name in ("IM_0001", "1.2.840.10008", "DICOMDIR", "notes.txt"):
        (tmp_path / name).write_bytes(bytes(128) + b"DICM" + bytes(20))

    assert names(tmp_path, list_images([tmp_path], False)) == ["1.2.840.10008", "IM_0001"]


def test_folders_within_folders_only_when_asked_for(tmp_path):
    touched(tmp_path, "b.jpg", "sub10/x.jpg", "sub2/y.jpg", "sub2/deep/z.jpg")

    assert names(tmp_path, list_images([tmp_path], False)) == ["b.jpg"]
    assert names(tmp_path, list_images([tmp_path], True)) == ["b.jpg", "sub2/y.jpg", "sub2/deep/z.jpg", "sub10/x.jpg"]


def test_files_given_are_kept_as_they_are_and_in_order(tmp_path):
    touched(tmp_path, "z.jpg", "a.jpg", ".hidden.jpg", "notes.txt")
    given = [tmp_path / name for name in ("z.jpg", "missing.jpg", "notes.txt", ".hidden.jpg", "a.jpg")]

    assert list_images(given, False) == given


def test_an_image_given_twice_is_listed_once(tmp_path, monkeypatch):
    touched(tmp_path, "a.jpg", "b.jpg")
    monkeypatch.chdir(tmp_path)

    found = list_images([Path("b.jpg"), tmp_path / "b.jpg", tmp_path, tmp_path / "." / "a.jpg", tmp_path], True)

    assert found == [Path("b.jpg"), tmp_path / "a.jpg"]


def test_no_path_and_an_empty_folder_give_an_empty_list(tmp_path):
    assert list_images([], True) == []
    assert list_images([tmp_path], True) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_loop_end(tmp_path):
    touched(tmp_path, "a.jpg", "sub/b.jpg")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "broken.jpg").symlink_to(tmp_path / "nowhere")

    assert names(tmp_path, list_images([tmp_path], True)) == ["a.jpg", "sub/b.jpg"]


def test_a_name_that_is_not_unicode_is_listed(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"a\xff1.jpg")).write_bytes(b"x")
    except OSError:
        pytest.skip("the file system wants Unicode")

    assert len(list_images([tmp_path], False)) == 1


@pytest.mark.parametrize("entries", [0, 3, 7])
def test_listing_ends_between_any_two_entries_images_or_not(tmp_path, entries):
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    asked = iter([False] * entries + [True])

    with pytest.raises(Cancelled):
        list_images([tmp_path], recursive=True, cancelled=lambda: next(asked))
