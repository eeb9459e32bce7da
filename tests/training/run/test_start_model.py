"""What a retraining takes over from the shipped model, with the shipped model itself."""

import pytest

from skin_gui.classifier.store import ModelStore
from skin_gui.training.data.images_seen import images_of
from skin_gui.training.features.base_model import load_base
from skin_gui.training.fitting.presets import PRESETS
from skin_gui.training.run.run import can_shrink, known_images


@pytest.fixture
def base(trainer_home):
    return load_base(ModelStore().active())


def test_a_head_is_drawn_towards_the_shipped_one_where_that_knows_none_of_the_images(base):
    notes = []
    assert known_images(base, ["f" * 64], notes.append) == 0
    assert can_shrink(base, PRESETS["default"], 0, 60)
    assert not notes


def test_a_head_is_not_drawn_towards_one_that_has_seen_an_image_or_does_not_say(base):
    notes = []
    seen = sorted(images_of(base.info))[0] + "0" * 48
    known = known_images(base, [seen, "f" * 64], notes.append)
    assert known == 1
    assert "1 of these 2 images" in str(notes[0].fact)
    assert not can_shrink(base, PRESETS["default"], known, 60)
    assert not can_shrink(base, PRESETS["default"], None, 60)


def test_a_head_is_not_drawn_towards_one_that_reads_other_features(base):
    assert not can_shrink(base, PRESETS["paper"], 0, 60)
