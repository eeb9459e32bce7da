import json

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier.model_folder import ModelError
from skin_gui.imaging.decode import read_image
from skin_gui.imaging.preprocess import resize_to_input
from skin_gui.measures.confidence import FILE, load_judge
from skin_gui.measures.measurer import Measurer
from tools.confidence.skin import skin_beside

LESION = {"overlap": 0.96, "strongest": 7.0}
SKIN = {"overlap": 0.79, "strongest": 3.0}


def test_what_looks_like_outlined_skin_is_less_sure_than_its_overlap_and_a_lesion_is_not():
    judge = load_judge()

    assert judge.confidence(**LESION) > 0.93
    assert judge.confidence(**SKIN) < 0.5 < SKIN["overlap"]


@pytest.mark.parametrize("surer", [{"overlap": 0.9}, {"strongest": 4.0}])
def test_each_cue_that_is_surer_makes_the_confidence_higher(surer):
    judge = load_judge()

    assert judge.confidence(**(SKIN | surer)) > judge.confidence(**SKIN)


def test_certainty_and_none_stay_within_bounds():
    judge = load_judge()

    for overlap, strongest in ((1.0, 1e9), (0.0, -1e9)):
        assert 0 <= judge.confidence(overlap, strongest) <= 1


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"weight": [1, 2], "intercept": 0}'])
def test_a_missing_or_broken_file_is_one_sentence(tmp_path, content):
    if content is not None:
        (tmp_path / FILE).write_text(content, encoding="utf-8")

    with pytest.raises(ModelError, match="install the program again"):
        load_judge(tmp_path)


def test_the_figures_that_ship_are_of_sources_that_were_left_out_of_the_fit():
    content = json.loads((paths.resources() / "measures" / FILE).read_text(encoding="utf-8"))

    for figures in content["figures"].values():
        assert figures["auc_confidence"] >= figures["auc_overlap"]
        assert figures["lesions_found"] >= 0.985 * figures["lesions"]
        assert abs(figures["share_of_lesions"] - figures["expected_share_of_lesions"]) < 0.06


@pytest.mark.real_data
def test_outlines_of_real_skin_are_less_sure_than_those_of_lesions(data_dir):
    measurer = Measurer.load()
    lesions, skin = [], []
    for number, path in enumerate(sorted((data_dir / "isic17" / "benign").glob("*.jpg"))[::40]):
        image = resize_to_input(read_image(path))
        found = measurer.measure(image)
        if found is None:
            continue
        lesions.append(found.outline.confidence)
        beside = skin_beside(image, found.outline.mask(224, 224), number % 3)
        nothing = None if beside is None else measurer.measure(beside)
        skin.append(0.0 if nothing is None else nothing.outline.confidence)

    assert np.median(lesions) > 0.85
    assert np.mean(np.array(skin) > 0.5) < 0.25
