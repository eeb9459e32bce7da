from dataclasses import replace

import numpy as np
import pytest

from skin_gui.measures.measurer import Measurer
from tools.outline.evaluate import dice
from tools.outline.pairs import folds, load_pairs


@pytest.mark.real_data
def test_no_lesion_is_in_two_folds(data_dir):
    pairs = load_pairs(data_dir)
    fold = folds(pairs, 5)

    assert len(pairs) == len({pair.isic_id for pair in pairs}) > 3000
    by_lesion = {}
    for pair, number in zip(pairs, fold, strict=True):
        by_lesion.setdefault(pair.lesion_id, set()).add(int(number))
    assert all(len(numbers) == 1 for numbers in by_lesion.values())
    assert min(np.bincount(fold)) > 600


@pytest.mark.real_data
@pytest.mark.parametrize("cut", [True, False])
def test_masks_are_cut_as_their_images_are(data_dir, cut):
    """A mask that was cut or squashed otherwise than its image agrees less with what is seen in it."""
    measurer = Measurer.load()
    chosen = [pair for pair in load_pairs(data_dir) if pair.cut == cut and pair.diagnosis == "nv"][:12]
    right, wrong = [], []
    for pair in chosen:
        image, mask = pair.load()
        found = measurer.measure(image)
        seen = found.outline.mask(224, 224) if found else np.zeros((224, 224), bool)
        right.append(dice(seen, mask > 127))
        wrong.append(dice(seen, replace(pair, cut=not cut).load()[1] > 127))

    assert np.median(right) > np.median(wrong) + 0.03
