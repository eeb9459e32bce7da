import pytest

from skin_gui.progress import ignore_progress, never_cancel
from skin_gui.training.plan import TrainingError, TrainingPlan
from skin_gui.training.run.preparation import prepare


@pytest.fixture
def prepared(tmp_path):
    def run():
        notes = []
        return prepare(TrainingPlan((tmp_path,)), notes.append, lambda _: ignore_progress, never_cancel), notes

    return run


def fill(save_picture, folder, count, first):
    for number in range(count):
        save_picture(folder / "benign" / f"{number}.jpg", first + number)
        save_picture(folder / "malignant" / f"{number}.jpg", first + 1000 + number)


def test_given_no_split_then_a_fifth_is_held_out(prepared, save_picture, tmp_path):
    fill(save_picture, tmp_path, 25, 0)
    split, _ = prepared()
    assert (len(split.held_out), len(split.train)) == (10, 40)
    assert set(split.validation) < set(split.train)
    assert set(split.groups[split.held_out]).isdisjoint(split.groups[split.train])


def test_given_a_test_split_then_it_is_held_out_without_what_leaks(prepared, save_picture, tmp_path):
    fill(save_picture, tmp_path / "train", 20, 0)
    fill(save_picture, tmp_path / "test", 6, 100)
    save_picture(tmp_path / "test" / "benign" / "copy.png", 3)
    split, notes = prepared()
    assert split.held_out_from == "the folders' own test split"
    assert (len(split.held_out), len(split.train)) == (12, 40)
    assert any("1 of the 13 test images" in str(note.fact) for note in notes)


def test_given_a_validation_split_then_the_curves_are_measured_on_it(prepared, save_picture, tmp_path):
    fill(save_picture, tmp_path / "train", 20, 0)
    fill(save_picture, tmp_path / "val", 5, 200)
    fill(save_picture, tmp_path / "test", 5, 100)
    split, _ = prepared()
    assert {split.dataset.samples[i].split for i in split.validation} == {"val"}
    assert len(split.train) == 50


def test_given_a_tiny_test_split_then_images_are_held_out_of_all(prepared, save_picture, tmp_path):
    fill(save_picture, tmp_path / "train", 22, 0)
    fill(save_picture, tmp_path / "test", 2, 100)
    split, notes = prepared()
    assert split.held_out_from == "images held out of the folders"
    assert len(split.held_out) + len(split.train) == 48
    assert any("too small to compare on" in str(note.fact) for note in notes)


def test_unreadable_files_are_named_and_left_out(prepared, save_picture, tmp_path):
    fill(save_picture, tmp_path, 25, 0)
    (tmp_path / "benign" / "broken.jpg").write_bytes(b"no image")
    split, notes = prepared()
    assert len(split.labels) == 50
    assert any(note.files == (tmp_path / "benign" / "broken.jpg",) for note in notes)


def test_too_few_images_are_refused_with_the_reason(prepared, save_picture, tmp_path):
    fill(save_picture, tmp_path, 8, 0)
    with pytest.raises(TrainingError, match="at least 20 of each class"):
        prepared()


def test_one_class_is_refused_with_the_reason(prepared, save_picture, tmp_path):
    save_picture(tmp_path / "benign" / "1.jpg", 1)
    with pytest.raises(TrainingError, match="both classes are needed"):
        prepared()
