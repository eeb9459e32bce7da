"""The rough map of the lesion that statistics of the lesion are taken within."""

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier import lesion_map
from skin_gui.classifier.classifier import Classifier
from skin_gui.classifier.model_folder import NETWORK, ModelError
from skin_gui.classifier.network import Network
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.measures.outline_network import load_outline_network


def test_on_the_samples_it_lies_where_the_outline_is():
    network = Network(*(paths.shipped_model() / name for name in NETWORK))
    overlaps = []
    for file in sorted(paths.samples().glob("*.jpg")):
        pixels = resize_to_input(read_image(file))
        maps = dict(zip(lesion_map.LAYERS, network.maps(pixels, lesion_map.LAYERS), strict=True))
        likely = lesion_map.probability([lesion_map.evidence(layer, maps[layer]) for layer in lesion_map.LAYERS])
        found = np.zeros(56 * 56, bool)
        found[lesion_map.positions(likely, 56)] = True
        outlined = load_outline_network().logits(maps, pixels).ravel() > 0
        overlaps.append(2 * (found & outlined).sum() / (found.sum() + outlined.sum()))
    assert len(overlaps) == 12
    assert np.mean(overlaps) > 0.75


@pytest.mark.parametrize("side", [112, 56, 28])
def test_where_hardly_anything_is_lesion_the_likeliest_positions_count(side):
    lesion = np.full((lesion_map.SIDE, lesion_map.SIDE), 0.01, np.float32)
    lesion[3, 4] = 0.2
    positions = lesion_map.positions(lesion, side)
    assert len(positions) == max(64, int(0.05 * side * side))
    assert (positions == np.unique(positions)).all()
    factor = side // lesion_map.SIDE
    assert 3 * factor * side + 4 * factor in positions


def test_a_changed_file_is_no_map(monkeypatch, tmp_path, random_model):
    content = bytearray((paths.resources() / lesion_map.WEIGHTS).read_bytes())
    content[-1] ^= 1
    (tmp_path / lesion_map.WEIGHTS).write_bytes(content)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    lesion_map.weights.cache_clear()
    try:
        with pytest.raises(ModelError, match=lesion_map.WEIGHTS):
            Classifier.load(random_model)
    finally:
        lesion_map.weights.cache_clear()
