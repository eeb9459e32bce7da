import subprocess
import sys
from itertools import pairwise

import cv2
import numpy as np
import pytest
from PIL import Image

from skin_gui import paths
from skin_gui.imaging.synthetic import MARKER
from tools.samples.drawing import draw_lesion, write_samples

KINDS = ["benign", "malignant"]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return write_samples(tmp_path_factory.mktemp("samples") / "new folder")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [32, 224, 301])
def test_a_lesion_is_an_rgb_image_of_the_size_asked_for(kind, size):
    image = draw_lesion(np.random.default_rng(1), kind, size)
    assert image.shape == (size, size, 3)
    assert image.dtype == np.uint8


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_draws_the_same_image_and_another_seed_another(kind):
    first, again, other = (draw_lesion(np.random.default_rng(seed), kind, 128) for seed in (5, 5, 6))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(6))
def test_the_lesion_in_the_middle_is_darker_than_the_skin_around_it(kind, seed):
    image = draw_lesion(np.random.default_rng(seed), kind, 160)
    middle = image[64:96, 64:96].mean()
    # Half-way to the edge, outside the lesion and inside the dermatoscope's circle.
    beside = np.median([image[75:85, 12:20].mean(), image[12:20, 75:85].mean(), image[140:148, 75:85].mean()])
    assert middle < beside


def test_melanoma_like_lesions_are_less_symmetric_than_nevus_like_ones():
    def asymmetry(kind):
        images = [draw_lesion(np.random.default_rng(seed), kind, 128) for seed in range(12)]
        middles = [cv2.GaussianBlur(image, (0, 0), 3)[50:78, 50:78].astype(float) for image in images]
        return np.mean([np.abs(middle - middle[::-1, ::-1]).mean() for middle in middles])

    assert asymmetry("malignant") > 1.4 * asymmetry("benign")


@pytest.mark.parametrize(("kind", "size"), [("nevus", 64), ("benign", 16)])
def test_an_unknown_kind_or_a_tiny_size_is_refused(kind, size):
    with pytest.raises(ValueError, match="must be"):
        draw_lesion(np.random.default_rng(0), kind, size)


def test_samples_are_twelve_small_jpegs_of_several_shapes_and_both_kinds(written):
    assert len(written) == 12
    assert sum("nevus-like" in path.name for path in written) == 6
    assert sum("melanoma-like" in path.name for path in written) == 6
    assert sum(path.stat().st_size for path in written) < 700_000
    sizes = {Image.open(path).size for path in written}
    assert {(600, 450), (448, 448), (450, 600)} <= sizes


def test_samples_are_all_different(written):
    assert len({path.read_bytes() for path in written}) == len(written)
    assert all(one.name < two.name for one, two in pairwise(written))


def test_every_sample_names_itself_synthetic_in_exif_and_comment(written):
    for path in written:
        with Image.open(path) as image:
            assert image.getexif()[0x010E] == MARKER
            assert image.info["comment"].decode() == MARKER


def test_the_committed_samples_are_those_that_the_code_draws(written):
    committed = sorted(paths.samples().glob("*.jpg"))
    assert [path.name for path in committed] == [path.name for path in written]
    for old, new in zip(committed, written, strict=True):
        difference = np.abs(np.asarray(Image.open(old), np.int16) - np.asarray(Image.open(new), np.int16))
        # Other builds of OpenCV and NumPy may round otherwise; the picture stays the same.
        assert difference.mean() < 2


def test_the_module_writes_the_samples_from_the_command_line(tmp_path):
    command = [sys.executable, "-m", "tools.samples"]
    done = subprocess.run([*command, str(tmp_path / "out")], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == len(list((tmp_path / "out").glob("*.jpg"))) == 12
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
