import os
from pathlib import Path

import pytest

from skin_gui.imaging.files import list_images
from skin_gui.imaging.scan import scan_folder
from skin_gui.progress import Cancelled


def touched(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"xy")


NAMES = ("img10.jpg", "img2.jpg", "IMG1.JPG", "b.png", "sub10/x.jpg", "sub2/y.jpg", "sub2/a/z.jpg", "sub2-b/1.jpg")


@pytest.mark.parametrize("recursive", [False, True])
def test_the_scan_finds_the_same_in_the_same_order_as_the_list(tmp_path, recursive):
    touched(tmp_path, *NAMES, "notes.txt", ".hidden.jpg", ".cache/q.jpg")

    scan = scan_folder(tmp_path, recursive=recursive)

    assert [file.path for file in scan.files] == [str(path) for path in list_images([tmp_path], recursive)]
    assert len(scan.files) == (8 if recursive else 4)


def test_a_file_comes_with_its_name_time_and_size(tmp_path):
    touched(tmp_path, "sub/a.jpg")
    os.utime(tmp_path / "sub/a.jpg", ns=(5, 12_345_678_900))

    (file,) = scan_folder(tmp_path, recursive=True).files

    assert (file.name, file.relative, file.modified_ns, file.size) == (
        "a.jpg",
        str(Path("sub", "a.jpg")),
        12_345_678_900,
        2,
    )


def test_the_first_files_are_handed_over_before_all_are_found(tmp_path):
    touched(tmp_path, *(f"{number}.jpg" for number in range(600)))
    chunks = []

    scan = scan_folder(tmp_path, recursive=False, found=chunks.append)

    assert 0 < len(chunks[0]) <= 256
    handed = [file for chunk in chunks for file in chunk]
    assert len(handed) == len(set(handed)) <= len(scan.files) == 600


def test_links_in_a_circle_end(tmp_path):
    touched(tmp_path, "a/x.jpg")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)

    assert [file.name for file in scan_folder(tmp_path, recursive=True).files] == ["x.jpg"]


def test_a_folder_that_cannot_be_listed_is_named_and_the_others_are_listed(tmp_path, monkeypatch):
    touched(tmp_path, "a.jpg", "closed/b.jpg", "open/c.jpg")
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)

    scan = scan_folder(tmp_path, recursive=True)

    assert [file.name for file in scan.files] == ["a.jpg", "c.jpg"]
    assert scan.unreadable == [str(tmp_path / "closed")]


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        scan_folder(tmp_path / "absent", recursive=False)


def test_cancelling_ends_it(tmp_path):
    touched(tmp_path, "a.jpg", "b.jpg")

    with pytest.raises(Cancelled):
        scan_folder(tmp_path, recursive=False, cancelled=lambda: True)
