import json
import shutil

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier.model_folder import ModelError
from skin_gui.measures.measurer import Measurer
from skin_gui.measures.outline_network import DESCRIPTION, WEIGHTS, load_outline_network
from tools.outline.evaluate import dice
from tools.outline.pairs import load_pairs


@pytest.fixture
def copied(tmp_path):
    folder = tmp_path / "measures"
    shutil.copytree(paths.resources() / "measures", folder)
    return folder


def test_the_shipped_network_is_small_and_loads(copied):
    assert (copied / WEIGHTS).stat().st_size < 3_000_000
    load_outline_network(copied)


def test_changed_weights_are_refused(copied):
    content = bytearray((copied / WEIGHTS).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / WEIGHTS).write_bytes(bytes(content))

    with pytest.raises(ModelError, match="changed or damaged"):
        load_outline_network(copied)


@pytest.mark.parametrize("description", ["", "[]", "{}", '{"sha256": 3}'])
def test_a_broken_description_is_one_sentence(copied, description):
    (copied / DESCRIPTION).write_text(description, encoding="utf-8")

    with pytest.raises(ModelError, match="install the program again"):
        load_outline_network(copied)


def test_missing_files_are_one_sentence(tmp_path):
    with pytest.raises(ModelError, match="install the program again"):
        load_outline_network(tmp_path)


def test_the_figures_that_ship_reach_what_was_asked_for():
    metrics = json.loads((paths.resources() / "measures" / DESCRIPTION).read_text(encoding="utf-8"))["metrics"]

    assert metrics["unchanged"]["mean_dice"][0] >= 0.90
    assert metrics["unchanged"]["median_dice"] >= 0.93
    assert metrics["unchanged"]["below_0.5"][0] < 0.05


@pytest.mark.real_data
def test_outlines_of_real_lesions_agree_with_the_experts(data_dir):
    measurer = Measurer.load()
    pairs = load_pairs(data_dir)[::170]
    scores = []
    for pair in pairs:
        image, mask = pair.load()
        found = measurer.measure(image)
        scores.append(dice(found.outline.mask(224, 224), mask > 127) if found else 0.0)

    assert np.mean(scores) > 0.88
