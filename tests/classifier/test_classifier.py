import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import cv2
import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier import Classifier, ModelError, Prediction
from skin_gui.classifier.classifier import available_cores
from skin_gui.classifier.head import Head, Novelty
from skin_gui.classifier.model_folder import DESCRIPTION, HEAD, NETWORK, read_info
from skin_gui.classifier.prediction import label_at
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.vocabulary import ImageWarning


@pytest.fixture(scope="module")
def classifier(random_model):
    return Classifier.load(random_model)


@pytest.fixture
def copied_model(random_model, tmp_path):
    return shutil.copytree(random_model, tmp_path / "copy")


def described(folder, **values):
    path = folder / DESCRIPTION
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")
    return folder


def familiar(classifier, image, network):
    """The classifier with a distance to training data that consist of this one image."""
    info, head = classifier.info, Head.load(paths.shipped_model() / HEAD)
    (blob,) = network.maps(image)
    mean = head.standardise(blob.mean(axis=(1, 2)))
    novelty = Novelty(mean, np.eye(len(mean), 8, dtype=np.float32))
    return Classifier(replace(info, novelty_limit=1e-3), network, replace(head, novelty=novelty))


@pytest.mark.parametrize("shape", [(1, 1), (2, 900), (224, 224), (448, 448), (450, 600), (1500, 1100)])
def test_given_any_size_when_predicted_then_there_is_a_probability_and_a_heatmap(classifier, synthetic_image, shape):
    image = cv2.resize(synthetic_image, shape[::-1])
    prediction = classifier.predict(image)
    assert isinstance(prediction, Prediction)
    assert type(prediction.probability) is float
    assert 0 <= prediction.probability <= 1
    assert prediction.label in ("benign", "malignant")
    assert prediction.heatmap.shape == (14, 14)
    assert prediction.heatmap.dtype == np.float32
    assert prediction.heatmap.min() >= 0
    assert prediction.heatmap.max() <= 1
    assert isinstance(prediction.warnings, tuple)


def test_given_the_same_image_when_predicted_again_then_nothing_differs(classifier, synthetic_image):
    first, second = classifier.predict(synthetic_image), classifier.predict(synthetic_image)
    assert first.probability == second.probability
    assert np.array_equal(first.heatmap, second.heatmap)
    assert first.warnings == second.warnings


def test_given_views_when_predicted_then_they_equal_their_copies_and_stay_as_they_were(classifier, synthetic_image):
    wide = np.dstack([synthetic_image, synthetic_image])
    for view in (synthetic_image[::-1, ::-1], synthetic_image[10:-10:2, 5::3], wide[..., 3:], wide[..., 2::-1]):
        copy = np.ascontiguousarray(view)
        assert classifier.predict(view).probability == classifier.predict(copy).probability
        assert np.array_equal(view, copy)


def test_given_a_read_only_image_when_predicted_then_it_works(classifier, synthetic_image):
    synthetic_image.flags.writeable = False
    classifier.predict(synthetic_image)


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((50, 50, 3), np.float32),
        np.zeros((50, 50, 3), np.int64),
        np.zeros((50, 50), np.uint8),
        np.zeros((50, 50, 4), np.uint8),
        np.zeros((2, 50, 50, 3), np.uint8),
        np.zeros((0, 50, 3), np.uint8),
    ],
)
def test_given_another_shape_or_type_when_predicted_then_it_is_refused(classifier, image):
    with pytest.raises(ValueError, match="expected an"):
        classifier.predict(image)


def test_given_many_threads_when_predicted_at_once_then_each_image_has_its_own_probability(classifier, synthetic_image):
    images = [np.roll(synthetic_image, 40 * index, axis=0)[: 300 + index] for index in range(4)]
    alone = [classifier.predict(image).probability for image in images]
    assert len(set(alone)) == 4
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda index: classifier.predict(images[index % 4]).probability, range(20)))
    assert together == [alone[index % 4] for index in range(20)]


def test_malignant_is_from_the_threshold_on(classifier, synthetic_image):
    probability = classifier.predict(synthetic_image).probability
    for threshold, label in (
        (probability, "malignant"),
        (np.nextafter(probability, 1), "benign"),
        (np.nextafter(probability, 0), "malignant"),
        (0, "malignant"),
        (1, "benign"),
    ):
        prediction = classifier.predict(synthetic_image, threshold=float(threshold))
        assert prediction.label == label == label_at(probability, threshold)
        assert prediction.threshold == threshold
        assert prediction.probability == probability
        assert prediction.at(0.0).label == "malignant"


def test_without_a_threshold_the_models_own_holds(classifier, synthetic_image):
    assert classifier.threshold == classifier.info.operating_point.threshold
    assert classifier.predict(synthetic_image).threshold == classifier.threshold


def test_the_calibration_changes_the_probability_and_scales_the_heatmap(classifier, copied_model, synthetic_image):
    described(copied_model, calibration={"scale": 2.0, "offset": 1.0})
    before, after = classifier.predict(synthetic_image), Classifier.load(copied_model).predict(synthetic_image)
    logit = np.log(before.probability / (1 - before.probability))
    assert after.probability == pytest.approx(1 / (1 + np.exp(-(2 * logit + 1))))
    np.testing.assert_allclose(after.heatmap, np.minimum(2 * before.heatmap, 1), atol=1e-6)


def test_given_flips_then_an_image_and_its_mirror_image_get_one_probability(classifier, copied_model, synthetic_image):
    flipping = Classifier.load(described(copied_model, flips=True))
    mirror = synthetic_image[:, ::-1]
    both = [classifier.predict(image).probability for image in (synthetic_image, mirror)]
    one, other = flipping.predict(synthetic_image), flipping.predict(mirror)
    assert both[0] != both[1]
    assert one.probability == pytest.approx(other.probability, abs=1e-6)
    logits = np.log(np.divide(both, np.subtract(1, both)))
    assert one.probability == pytest.approx(1 / (1 + np.exp(-logits.mean())), abs=1e-6)
    np.testing.assert_allclose(one.heatmap, other.heatmap[:, ::-1], atol=1e-4)


def test_given_a_sharp_image_then_there_is_no_warning(classifier, synthetic_image):
    assert classifier.predict(synthetic_image).warnings == ()


def test_given_a_blurred_image_then_the_prediction_says_so(classifier, synthetic_image):
    assert classifier.predict(cv2.GaussianBlur(synthetic_image, (0, 0), 15)).warnings == (ImageWarning.BLURRED,)


def test_given_a_black_image_then_the_prediction_says_so(classifier):
    assert classifier.predict(np.zeros((300, 400, 3), np.uint8)).warnings == (
        ImageWarning.BLURRED,
        ImageWarning.TOO_DARK,
    )


def test_given_an_image_far_from_the_training_data_then_the_prediction_says_so_first(
    classifier, network, shipped_model, synthetic_image
):
    image = cv2.resize(synthetic_image, (224, 224), interpolation=cv2.INTER_AREA)
    known = familiar(classifier, image, network)
    noise = np.random.default_rng(0).integers(0, 256, image.shape, dtype=np.uint8)
    assert ImageWarning.OUTSIDE_TRAINING_DATA not in known.predict(image).warnings
    assert known.predict(noise).warnings[0] == ImageWarning.OUTSIDE_TRAINING_DATA
    assert known.predict(np.zeros_like(image)).warnings == (
        ImageWarning.OUTSIDE_TRAINING_DATA,
        ImageWarning.BLURRED,
        ImageWarning.TOO_DARK,
    )


def test_given_no_path_when_loaded_then_it_is_the_active_model(shipped_model, synthetic_image, classifier):
    active = Classifier.load()
    assert active.name == classifier.name
    assert active.predict(synthetic_image).probability == classifier.predict(synthetic_image).probability


def test_a_model_that_was_not_validated_says_so_in_its_name(copied_model, classifier):
    name = classifier.info.name
    assert classifier.name == name
    assert Classifier.load(described(copied_model, validated=False)).name == f"{name} (not validated)"


@pytest.mark.parametrize("name", [*NETWORK, HEAD])
def test_given_one_changed_byte_when_loaded_then_the_checksum_finds_it(copied_model, name):
    content = bytearray((copied_model / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied_model / name).write_bytes(content)
    with pytest.raises(ModelError, match=f"{name} of the model .* was changed or damaged"):
        Classifier.load(copied_model)


@pytest.mark.parametrize("name", [DESCRIPTION, HEAD])
def test_given_a_missing_file_when_loaded_then_it_is_named(copied_model, name):
    (copied_model / name).unlink()
    with pytest.raises(ModelError, match=name):
        Classifier.load(copied_model)


@pytest.mark.parametrize("content", [b"", b"no head", b"PK\x03\x04 cut off"])
def test_given_a_head_that_is_none_but_has_its_checksum_when_loaded_then_one_sentence_says_so(copied_model, content):
    import hashlib

    (copied_model / HEAD).write_bytes(content)
    files = dict(read_info(copied_model).files) | {HEAD: hashlib.sha256(content).hexdigest()}
    with pytest.raises(ModelError, match="cannot be loaded"):
        Classifier.load(described(copied_model, files=files))


def test_given_no_model_when_loaded_then_one_sentence_says_so(tmp_path):
    with pytest.raises(ModelError, match="There is no model"):
        Classifier.load(tmp_path)


def test_the_shipped_model_loads_and_tells_the_samples_apart():
    if not paths.shipped_model().is_dir():
        pytest.skip("no model is shipped")
    from skin_gui.imaging.decode import read_image

    classifier = Classifier.load(paths.shipped_model(), threads=available_cores())
    files = [sorted(paths.samples().glob("*.jpg"))[index] for index in (0, -1)]
    probabilities = [classifier.predict(read_image(file)).probability for file in files]
    assert all(0 < probability < 1 for probability in probabilities)
    assert probabilities[0] != probabilities[1]
    assert 0 < classifier.threshold < 1
    assert classifier.info.validated


def test_given_several_threads_for_one_prediction_then_it_is_the_same_to_the_last_bit():
    if not paths.shipped_model().is_dir():
        pytest.skip("no model is shipped")
    from skin_gui.imaging.decode import read_image

    one, several = (Classifier.load(paths.shipped_model(), threads=threads) for threads in (1, 3))
    for file in sorted(paths.samples().glob("*.jpg"))[:3]:
        alone, together = (classifier.predict(read_image(file)) for classifier in (one, several))
        assert together.probability == alone.probability
        np.testing.assert_array_equal(together.heatmap, alone.heatmap)
        np.testing.assert_array_equal(together.components, alone.components)


def test_given_noise_or_a_black_image_then_the_shipped_model_warns():
    if not paths.shipped_model().is_dir():
        pytest.skip("no model is shipped")
    classifier = Classifier.load(paths.shipped_model())
    noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3), dtype=np.uint8)
    assert ImageWarning.OUTSIDE_TRAINING_DATA in classifier.predict(noise).warnings
    assert classifier.predict(np.zeros_like(noise)).warnings


def test_loading_and_predicting_imports_neither_tensorflow_nor_qt(random_model):
    program = (
        "import sys, numpy, pathlib; from skin_gui.classifier import Classifier;"
        f"Classifier.load(pathlib.Path({str(random_model)!r})).predict(numpy.zeros((9, 9, 3), 'uint8'));"
        "print([name for name in ('tensorflow', 'keras', 'PySide6', 'sklearn') if name in sys.modules])"
    )
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert child.stdout.strip() == "[]"


def test_given_maps_that_are_asked_for_when_predicting_then_the_prediction_is_the_same(random_model, synthetic_image):
    classifier = Classifier.load(random_model)
    alone = classifier.predict(synthetic_image)

    prediction, maps = classifier.predict_with_maps(synthetic_image, ("block3_conv3", "block4_conv3"))

    assert prediction.probability == alone.probability
    np.testing.assert_array_equal(prediction.heatmap, alone.heatmap)
    assert {name: blob.shape for name, blob in maps.items()} == {
        "block3_conv3": (256, 56, 56),
        "block4_conv3": (512, 28, 28),
    }


def test_given_a_prediction_that_has_begun_then_its_pixels_and_maps_are_kept_only_if_they_are_asked_for(
    random_model, synthetic_image
):
    classifier = Classifier.load(random_model)
    asked, alone = classifier.begin(synthetic_image, ("block3_conv3",)), classifier.begin(synthetic_image)

    np.testing.assert_array_equal(asked.pixels, resize_to_input(synthetic_image))
    assert asked.maps(("block3_conv3",))["block3_conv3"].shape == (256, 56, 56)
    for missing in (lambda: alone.pixels, lambda: alone.maps(("block3_conv3",))):
        with pytest.raises(LookupError):
            missing()
