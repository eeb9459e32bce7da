import sys

import numpy as np
import pytest

from skin_gui.classifier import vgg16
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.classifier.network import Network
from tools.train_model import convert


@pytest.fixture(scope="module")
def base(random_model):
    """Keras' VGG16 with the random weights of the test model."""
    return convert.keras_base(vgg16.unpack_weights((random_model / NETWORK[1]).read_bytes()))


def test_given_a_keras_model_when_converted_then_the_network_has_its_weights(base, random_model, tmp_path):
    convert.write_network(convert.weights_of(base), tmp_path / "new" / "folder")
    for name in NETWORK:
        assert (tmp_path / "new" / "folder" / name).read_bytes() == (random_model / name).read_bytes()


def test_the_keras_base_is_the_one_that_keras_names(base):
    assert base.count_params() == 14_714_688
    assert base.output_shape == (None, 7, 7, 512)


@pytest.fixture
def archive(random_model, tmp_path):
    weights = vgg16.unpack_weights((random_model / NETWORK[1]).read_bytes())
    np.savez(tmp_path / "weights.npz", **weights)
    return tmp_path / "weights.npz"


def test_given_an_archive_when_the_command_is_run_then_the_network_loads(archive, random_model, tmp_path, monkeypatch):
    target = tmp_path / "network"
    monkeypatch.setattr(sys, "argv", ["convert", str(target), "--weights", str(archive)])
    convert.main()
    assert (target / NETWORK[1]).read_bytes() == (random_model / NETWORK[1]).read_bytes()
    assert Network(*(target / name for name in NETWORK))


def test_given_something_else_than_an_archive_then_it_is_refused(tmp_path):
    (tmp_path / "text.npz").write_text("no weights", encoding="utf-8")
    with pytest.raises(ValueError, match="pickle"):
        convert.imagenet_weights(tmp_path / "text.npz")
    with pytest.raises(OSError, match="missing"):
        convert.imagenet_weights(tmp_path / "missing.npz")
