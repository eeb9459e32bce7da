"""ncnn is held to Keras: the same weights and images must give the same features."""

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier.features import COVARIANCES, POOLED_LEVELS, layers_of
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from skin_gui.classifier.vgg16 import unpack_weights
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import DECODE_SIDE, network_input, resize_to_input
from tests.classifier.vectors import feature_vector
from tools.train_model.convert import imagenet_weights, keras_base, write_network

LAYERS = (*layers_of(COVARIANCES), "block5_conv3", "block5_pool")
LARGEST_ERROR = 1e-3


def images(folder, count):
    files = sorted(folder.rglob("*.jpg"))
    chosen = files[:: max(1, len(files) // count)][:count]
    return [resize_to_input(read_image(path, minimum_side=DECODE_SIDE)) for path in chosen]


def hold_to_keras(network_folder, pictures):
    import keras

    param, binary = (network_folder / name for name in NETWORK)
    base = keras_base(unpack_weights(binary.read_bytes()))
    reference = keras.Model(base.input, [base.get_layer(layer).output for layer in LAYERS])
    network = Network(param, binary)
    batch = np.stack([network_input(picture).transpose(1, 2, 0) for picture in pictures])
    expected = [np.asarray(blob).transpose(0, 3, 1, 2) for blob in reference(batch)]
    for index, picture in enumerate(pictures):
        ours = dict(zip(LAYERS, network.maps(picture, LAYERS), strict=True))
        theirs = {layer: blobs[index] for layer, blobs in zip(LAYERS, expected, strict=True)}
        for layer in LAYERS:
            assert abs(ours[layer] - theirs[layer]).max() <= LARGEST_ERROR * abs(theirs[layer]).max()
        for features in (POOLED_LEVELS, COVARIANCES):
            vector, wanted = (feature_vector(maps, features) for maps in (ours, theirs))
            assert np.linalg.norm(vector - wanted) <= LARGEST_ERROR * np.linalg.norm(wanted)
            assert abs(vector - wanted).max() <= LARGEST_ERROR * abs(wanted).max()


def test_the_random_base_has_keras_features(random_model):
    hold_to_keras(random_model, images(paths.samples(), 1))


def test_the_shipped_base_has_keras_features_on_the_samples():
    if not paths.shipped_model().is_dir():
        pytest.skip("no model is shipped")
    hold_to_keras(paths.shipped_model(), images(paths.samples(), 2))


@pytest.mark.real_data
def test_the_shipped_base_has_keras_features_on_real_images(data_dir):
    if not paths.shipped_model().is_dir():
        pytest.skip("no model is shipped")
    hold_to_keras(paths.shipped_model(), images(data_dir / "isic", 3))


@pytest.mark.real_data
def test_converted_imagenet_weights_have_keras_features(data_dir, tmp_path):
    archive = data_dir.parent / "weights" / "vgg16_imagenet_notop_f16.npz"
    if not archive.is_file():
        pytest.skip(f"no {archive.name} beside the images")
    weights = imagenet_weights(archive)
    write_network(weights, tmp_path)
    for name, array in unpack_weights((tmp_path / NETWORK[1]).read_bytes()).items():
        assert np.array_equal(array, weights[name])
    hold_to_keras(tmp_path, images(data_dir / "isic", 2))
