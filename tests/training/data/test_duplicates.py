import time

import cv2
import numpy as np
import pytest
from PIL import Image

from skin_gui.progress import Cancelled
from skin_gui.training.data.dataset import load_dataset
from skin_gui.training.data.duplicates import find_duplicates
from skin_gui.training.data.file_traits import read_traits


def test_identical_files_are_exact_duplicates(tmp_path, save_picture):
    paths = [save_picture(tmp_path / f"{i}.png", seed) for i, seed in enumerate([1, 2, 1, 1])]

    found = find_duplicates(read_traits(paths))

    assert found.exact == ((0, 2, 3),)
    assert found.near == ()
    assert found.edges() == [(0, 2), (0, 3)]


def test_reencoded_and_resized_copies_are_near_duplicates(tmp_path, draw_picture, save_picture):
    picture = draw_picture(1)
    big = cv2.resize(picture, (300, 300), interpolation=cv2.INTER_CUBIC)
    Image.fromarray(big).save(tmp_path / "big.png")
    paths = [save_picture(tmp_path / "a.png", 1), save_picture(tmp_path / "b.jpg", 1, quality=50), tmp_path / "big.png"]
    paths += [save_picture(tmp_path / f"other{i}.png", 100 + i) for i in range(30)]

    assert find_duplicates(read_traits(paths)).near == ((0, 1), (0, 2), (1, 2))


@pytest.mark.parametrize("symmetry", range(1, 8))
def test_turned_and_mirrored_copies_count(tmp_path, draw_picture, symmetry):
    picture = cv2.resize(draw_picture(1), (64, 64))
    turned = np.rot90(picture if symmetry < 4 else picture[:, ::-1], symmetry % 4)
    for name, pixels in (("a", picture), ("b", turned)):
        Image.fromarray(np.ascontiguousarray(pixels)).save(tmp_path / f"{name}.png")
    traits = read_traits([tmp_path / "a.png", tmp_path / "b.png"])

    assert find_duplicates(traits).near == ((0, 1),)


def test_unreadable_and_blank_pictures_have_no_near_duplicates(tmp_path):
    for name, grey in (("a", 100), ("b", 150)):
        Image.new("RGB", (64, 64), (grey, grey, grey)).save(tmp_path / f"{name}.png")
    (tmp_path / "c.jpg").write_bytes(b"no picture")
    (tmp_path / "d.jpg").write_bytes(b"no picture")

    found = find_duplicates(read_traits(sorted(tmp_path.iterdir())))

    assert (found.exact, found.near) == ((), ())


def test_nothing_gives_nothing():
    assert find_duplicates(read_traits([])).edges() == []


def test_the_search_can_be_cancelled(tmp_path, save_picture):
    traits = read_traits([save_picture(tmp_path / f"{i}.png", i) for i in range(2)])

    with pytest.raises(Cancelled):
        find_duplicates(traits, cancelled=lambda: True)


def test_blocks_do_not_hide_pairs(tmp_path, save_picture, monkeypatch):
    monkeypatch.setattr("skin_gui.training.data.duplicates._ROWS", 2)
    paths = [save_picture(tmp_path / f"{i}.jpg", seed, quality=60 + i) for i, seed in enumerate([1, 2, 3, 1, 2, 1])]
    parts: list[float] = []

    found = find_duplicates(read_traits(paths), progress=parts.append)

    assert found.near == ((0, 3), (0, 5), (1, 4), (3, 5))
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)


def test_pictures_through_one_dermatoscope_are_not_one_picture(tmp_path):
    y, x = np.ogrid[-1:1:224j, -1:1:224j]
    light = np.clip(np.maximum(0.65 - np.hypot(x, y), 0) / 0.05, 0, 1)[..., None]
    paths = []
    for seed in range(6):
        skin = np.random.default_rng(seed).normal((205, 180, 165), 12, (14, 14, 3)).astype(np.float32)
        pixels = cv2.resize(skin, (224, 224), interpolation=cv2.INTER_CUBIC)
        cv2.circle(pixels, (90 + 9 * seed, 130 - 8 * seed), 10 + 3 * seed, (110, 70, 60), -1)
        picture = Image.fromarray((pixels * light).clip(0, 255).astype(np.uint8))
        paths.append(tmp_path / f"{seed}.png")
        picture.save(paths[-1])
    picture.resize((300, 225)).save(tmp_path / "again.jpg", quality=50)

    assert find_duplicates(read_traits([*paths, tmp_path / "again.jpg"])).near == ((5, 6),)


@pytest.mark.real_data
@pytest.mark.parametrize("source", ["bcn", "isic17"])
def test_no_pictures_of_another_clinic_are_one_that_show_different_lesions(data_dir, source):
    dataset = load_dataset([data_dir / source])

    pairs = find_duplicates(read_traits(dataset.paths)).near

    assert all(dataset.samples[a].lesion_id == dataset.samples[b].lesion_id for a, b in pairs)


@pytest.mark.real_data
def test_no_near_duplicates_show_different_lesions(data_dir):
    dataset = load_dataset([data_dir / "isic" / "train"])
    known = dataset.subset([i for i, sample in enumerate(dataset) if sample.lesion_id][:1200])
    traits = read_traits(known.paths)

    start = time.process_time()
    pairs = find_duplicates(traits).near

    assert time.process_time() - start < 5
    assert len(pairs) >= 3
    assert all(known.samples[a].lesion_id == known.samples[b].lesion_id for a, b in pairs)
