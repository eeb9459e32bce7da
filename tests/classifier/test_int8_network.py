"""The network in eight-bit integers, made from the weights of the shipped model."""

import shutil
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier import Classifier, ModelError, vgg16, vgg16_int8
from skin_gui.classifier.int8_network import Int8Network
from skin_gui.classifier.model_folder import NETWORK, is_validated
from skin_gui.classifier.network import Network
from skin_gui.classifier.vgg16_int8 import INPUT_RANGES, LAYERS
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.review.batch import classify_files, model_id

pytestmark = pytest.mark.skipif(not paths.shipped_model().is_dir(), reason="no model is shipped")

INTEGERS_AT_MOST = 127


@lru_cache(maxsize=1)
def weights():
    return vgg16.unpack_weights((paths.shipped_model() / NETWORK[1]).read_bytes())


@lru_cache(maxsize=2)
def sample(number):
    return resize_to_input(read_image(sorted(paths.samples().glob("*.jpg"))[number]))


@pytest.fixture
def int8():
    return Int8Network(paths.shipped_model() / NETWORK[1])


def float32():
    return Network(*(paths.shipped_model() / name for name in NETWORK))


def quantised(values, scale):
    return np.clip(np.rint(values * scale), -INTEGERS_AT_MOST, INTEGERS_AT_MOST)


def convolved(blob, name):
    """What a quantised convolution is by definition, its sums exact."""
    kernel = weights()[f"{name}/kernel"].astype(np.float32)
    steps = np.abs(kernel).max(axis=(0, 1, 2)) / INTEGERS_AT_MOST
    kernel = np.rint(kernel / steps).astype(np.float64)
    step = INPUT_RANGES[name] / INTEGERS_AT_MOST
    height, width = blob.shape[1:]
    padded = np.pad(quantised(blob, 1 / step), ((0, 0), (1, 1), (1, 1)))
    sums = sum(
        np.tensordot(kernel[row, column], padded[:, row : row + height, column : column + width], (0, 0))
        for row in range(3)
        for column in range(3)
    )
    return np.maximum(sums * (step * steps)[:, None, None] + weights()[f"{name}/bias"][:, None, None], 0)


def test_a_convolution_is_the_sum_of_integers_that_its_definition_gives(int8):
    """The same on every processor: nothing is rounded between the quantised numbers and their sums."""
    (before,) = int8.maps(sample(0), ("block4_pool",))
    (after,) = int8.maps(sample(0), ("block5_conv3",))

    expected = before
    for name in ("block5_conv1", "block5_conv2", "block5_conv3"):
        expected = convolved(expected, name)

    # Where a value lies between two integers the last digit decides which it becomes: one step of that place.
    assert np.abs(after - expected).max() < INPUT_RANGES["block5_conv3"] / INTEGERS_AT_MOST
    assert np.mean(np.abs(after - expected) > 1e-4 * expected.max()) < 0.02


def test_the_maps_are_near_those_in_float32(int8):
    exact = float32().maps(sample(0), LAYERS)

    for layer, blob, one in zip(LAYERS, int8.maps(sample(0), LAYERS), exact, strict=True):
        error = np.linalg.norm(blob - one) / np.linalg.norm(one)
        assert 0 < error < (0.02 if layer.startswith("block1") else 0.12), layer


def test_a_map_within_a_block_is_refused_rather_than_handed_out_as_integers(int8):
    with pytest.raises(ValueError, match="float32"):
        int8.maps(sample(0), ("block3_conv2",))


def test_it_is_made_once_and_again_where_the_file_is_damaged(monkeypatch):
    made = []
    pack = vgg16_int8.pack_weights
    monkeypatch.setattr(vgg16_int8, "pack_weights", lambda weights: made.append(1) or pack(weights))
    binary = paths.cache_dir() / "network" / f"int8-{vgg16_int8.VERSION}-{NETWORK[1]}"
    expected = Int8Network(paths.shipped_model() / NETWORK[1]).maps(sample(0), LAYERS[-1:])[0]
    Int8Network(paths.shipped_model() / NETWORK[1])
    assert len(made) == 1

    content = bytearray(binary.read_bytes())
    content[1000] ^= 1
    binary.write_bytes(content)

    (again,) = Int8Network(paths.shipped_model() / NETWORK[1]).maps(sample(0), LAYERS[-1:])
    assert len(made) == 2
    assert np.array_equal(again, expected)


def test_given_a_cache_that_cannot_be_written_then_one_sentence_says_so():
    paths.cache_dir().parent.mkdir(parents=True, exist_ok=True)
    paths.cache_dir().write_text("a file in the folder's place")

    with pytest.raises(ModelError, match="could not be stored"):
        Classifier.load(paths.shipped_model(), engine="int8")


def test_given_another_base_then_it_is_refused(random_model):
    with pytest.raises(ModelError, match="float32"):
        Classifier.load(random_model, engine="int8")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    return [Path(shutil.copy(file, folder)) for file in sorted(paths.samples().glob("*.jpg"))[:7]]


def probabilities(files, jobs, threads=1, engine="int8"):
    classifier = Classifier.load(paths.shipped_model(), threads=threads, engine=engine)
    return [row.probability for row in classify_files(classifier, files, jobs=jobs)]


def test_a_probability_is_the_same_to_the_last_bit_alone_together_and_on_many_threads(files):
    alone = [probabilities([file], jobs=1)[0] for file in files[:3]]

    assert probabilities(files, jobs=2)[:3] == alone
    assert probabilities(files[:3], jobs=1, threads=2) == alone


def test_on_real_images_a_probability_changes_little(data_dir):
    """The largest change among 3,280 images of four sources is in docs/benchmarks.md."""
    real = [file for source in ("bcn", "isic17") for file in sorted((data_dir / source / "malignant").iterdir())[:6]]
    changes = np.subtract(probabilities(real, 2), probabilities(real, 2, engine="float32"))

    assert 0 < np.abs(changes).max() < 0.05
    assert np.abs(changes).mean() < 0.01


def test_the_name_and_the_identity_of_a_classifier_say_that_it_is_int8():
    exact, fast = (Classifier.load(paths.shipped_model(), engine=engine) for engine in ("float32", "int8"))

    assert fast.name == f"{exact.info.name} (int8)"
    assert exact.name == exact.info.name
    assert is_validated(fast.name)
    assert model_id(fast) != model_id(exact)
    assert len(model_id(fast)) == len(model_id(exact))
