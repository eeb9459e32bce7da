"""The shortest end of a path that tells it from the others."""

import random
from pathlib import Path

from skin_gui.review.distinct_names import DistinctNames


def names(*paths):
    found = DistinctNames(map(Path, paths))
    return [found.name(Path(path)) for path in paths]


def test_names_that_nobody_shares_are_file_names():
    assert names("/study/a/1.jpg", "/study/b/2.jpg") == ["1.jpg", "2.jpg"]


def test_files_named_alike_have_as_much_of_the_path_as_they_differ_by():
    assert names("/s/a/1.jpg", "/s/b/1.jpg", "/s/b/2.jpg") == ["a/1.jpg", "b/1.jpg", "2.jpg"]
    assert names("/s/anna/left/1.jpg", "/s/ben/left/1.jpg") == ["anna/left/1.jpg", "ben/left/1.jpg"]


def test_a_file_beside_the_folder_of_its_namesake_is_told_apart():
    assert names("/s/1.jpg", "/s/s/1.jpg", "/1.jpg") == ["/s/1.jpg", "s/s/1.jpg", "/1.jpg"]
    assert names("1.jpg", "s/1.jpg") == ["1.jpg", "s/1.jpg"]


def test_a_path_added_later_lengthens_one_other_name():
    found = DistinctNames([Path("/s/a/1.jpg")])
    assert found.add(Path("/s/b/2.jpg")) is None
    assert found.add(Path("/s/b/1.jpg")) == Path("/s/a/1.jpg")
    assert found.add(Path("/s/b/1.jpg")) is None
    assert found.name(Path("/s/a/1.jpg")) == "a/1.jpg"
    assert found.name(Path("/elsewhere/9.jpg")) == "9.jpg"


def test_names_are_unique_ends_and_no_shorter_end_is():
    draw = random.Random(3)  # noqa: S311
    paths = list({Path("/", *draw.choices("ab", k=draw.randint(1, 6)), draw.choice("xyz")) for _ in range(300)})
    found = DistinctNames(paths)
    told = {path: found.name(path) for path in paths}
    assert len(set(told.values())) == len(paths)
    for path, name in told.items():
        length = len(Path(name).parts)
        ends = [other for other in paths if other.parts[-length:] == path.parts[-length:]]
        assert ends == [path]
        if length > 1:
            assert sum(other.parts[-length + 1 :] == path.parts[-length + 1 :] for other in paths) > 1
