import os
from pathlib import Path

import pytest

from skin_gui.imaging.files import find_images, list_images
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


@pytest.mark.parametrize("name", ["IM_0001", "1.2.840.10008", "scan.xyz", "lesion.2024"])
@pytest.mark.parametrize(
    "content",
    [
        bytes(128) + b"DICM", b"\xff\xd8\xff\xe0", b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", b"8BPS\x00\x01",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)  # fmt: skip
def test_an_image_counts_by_its_content_whatever_its_name_and_whether_it_can_be_read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content + bytes(20))

    assert names(tmp_path, list_images([tmp_path], False)) == [name]


def test_what_is_no_image_is_counted_unless_it_is_hidden(tmp_path):
    touched(tmp_path, "a.jpg", "notes.txt", "text", "1.2.840.99", ".hidden.txt", "sub/b.jpg", "sub/c.csv")
    for name, content in (
        ("DICOMDIR", bytes(128) + b"DICM"),
        ("film", b"\x00\x00\x00\x18ftypmp42"),
        ("page", b"<p><svg>"),
    ):
        (tmp_path / name).write_bytes(content)

    flat, deep = find_images([tmp_path], False), find_images([tmp_path], True)

    assert (names(tmp_path, flat.images), flat.others, flat.folders_left_out) == (["a.jpg"], 6, 1)
    assert (names(tmp_path, deep.images), deep.others, deep.folders_left_out) == (["a.jpg", "sub/b.jpg"], 7, 0)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no pipes in folders")
def test_a_pipe_counts_by_its_name_and_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    os.mkfifo(tmp_path / "pipe")

    found = find_images([tmp_path], False)

    assert (names(tmp_path, found.images), found.others) == (["pipe.jpg"], 1)


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

    assert names(tmp_path, list_images([tmp_path], True)) == ["a.jpg", "broken.jpg", "self", "sub/b.jpg"]


def test_a_name_that_is_not_unicode_is_listed(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"a\xff1.jpg")).write_bytes(b"x")
    except OSError:
        pytest.skip("the file system wants Unicode")

    assert len(list_images([tmp_path], False)) == 1


@pytest.mark.parametrize("entries", [0, 3, 5])
def test_listing_ends_between_any_two_entries_images_or_not(tmp_path, entries):
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    asked = iter([False] * entries + [True])

    with pytest.raises(Cancelled):
        list_images([tmp_path], recursive=True, cancelled=lambda: next(asked))
