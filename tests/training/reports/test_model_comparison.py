import json
from dataclasses import replace
from pathlib import Path

import pytest

from skin_gui.documents.comparison_report import comparison_text
from skin_gui.training.data.images_seen import prefixes, unseen
from skin_gui.training.fitting.head_fit import Epoch
from skin_gui.training.plan import HeldOutFrom
from skin_gui.training.reports.model_comparison import ComparedImage, Comparison, Unfamiliar, compare
from skin_gui.training.run.events import (
    Done,
    EpochEvent,
    Note,
    StageProgress,
    TrainingOutcome,
    event_from_json,
    event_to_json,
)
from skin_gui.wording.audit import AuditFact, LeftOut

PART = HeldOutFrom.PART_OF_FOLDERS
HASHES = [f"{number:064x}"[::-1] for number in range(6)]


@pytest.fixture
def comparison():
    images = [
        ComparedImage(Path("a.png"), "malignant", 0.9, 0.2),
        ComparedImage(Path("b.png"), "malignant", 0.8, 0.7),
        ComparedImage(Path("c.png"), "benign", 0.1, 0.3),
        ComparedImage(Path("d.png"), "benign", 0.2, 0.6),
    ]
    fair = unseen(HASHES[:4], frozenset(), frozenset())
    return compare(images, names=("New", "Old"), thresholds=(0.5, 0.5), held_out=PART, unseen=fair)


def test_figures_tests_and_disagreements_are_those_of_the_images(comparison):
    assert (comparison.new.accuracy.value, comparison.active.accuracy.value) == (1.0, 0.5)
    assert comparison.auc.difference.value == pytest.approx(0.25 + 0.25)
    assert (comparison.mcnemar.only_a_right, comparison.mcnemar.only_b_right) == (0, 2)
    assert [image.path.name for image in comparison.disagreements] == ["a.png", "d.png"]
    text = comparison_text(comparison)
    assert text.startswith("No clear difference between the two models on these images.\n")
    assert "These are few images" in text
    assert "Neither model was fitted to any" in text
    assert "disagree on 2 images" in text
    assert "Right on benign images that the other gets wrong: new 1, active 0, p = 1.000 (McNemar)" in text


def test_given_photographs_of_one_lesion_then_they_count_as_one():
    images = [ComparedImage(Path(f"{i}.png"), "malignant", 0.9, 0.2, i // 6) for i in range(12)]
    images += [ComparedImage(Path(f"b{i}.png"), "benign", 0.1, 0.1, 2 + i) for i in range(12)]
    fair = unseen(HASHES, frozenset(), frozenset())
    found = compare(images, names=("New", "Old"), thresholds=(0.5, 0.5), held_out=PART, unseen=fair)
    assert found.sensitivity.only_b_right == 12
    assert found.sensitivity.p_value == pytest.approx(0.5)  # two lesions fall on the same side as often as not
    assert found.specificity.p_value == 1.0


def test_a_clearly_worse_model_is_called_so_first():
    images = [ComparedImage(Path(f"{i}.png"), "malignant", 0.2, 0.9) for i in range(12)]
    images += [ComparedImage(Path(f"b{i}.png"), "benign", 0.1, 0.1) for i in range(12)]
    fair = unseen(HASHES, frozenset(), frozenset())
    found = compare(images, names=("New", "Old"), thresholds=(0.5, 0.5), held_out=PART, unseen=fair)
    said = "The new model finds fewer malignant lesions; no clear difference among the benign ones."
    assert comparison_text(found).splitlines()[0] == str(found.verdict) == found.to_json()["verdict"] == said
    assert found.is_clearly_worse


def test_given_json_when_read_again_then_nothing_is_lost(comparison):
    for unfamiliar in (None, Unfamiliar("Skin GUI", 3, 8)):
        known = replace(comparison, unfamiliar=unfamiliar)
        assert Comparison.from_json(json.loads(json.dumps(known.to_json()))) == known


def test_it_says_what_share_of_the_images_the_start_model_finds_unlike_its_training_data(comparison):
    text = comparison_text(replace(comparison, unfamiliar=Unfamiliar("Skin GUI", 3, 8)))
    assert "Skin GUI, which the training started from, finds 3 of these 8 images (38%)" in text
    assert "started from" not in comparison_text(comparison)


@pytest.mark.parametrize(
    ("new", "active", "guaranteed", "words"),
    [
        (frozenset(), frozenset(), True, "Neither"),
        (None, frozenset(), False, "the model that the training started from keeps no list"),
        (frozenset(), None, False, "the active model keeps no list"),
        (None, frozenset(prefixes(HASHES[:2])), False, "The active model was fitted to 2 of the 3"),
    ],
)
def test_only_two_complete_lists_without_a_held_out_image_guarantee_a_fair_comparison(new, active, guaranteed, words):
    result = unseen(HASHES[:3], new, active)
    assert result.guaranteed is guaranteed
    assert words in str(result.why)


def test_events_travel_as_json(comparison):
    outcome = TrainingOutcome("New", Path("models/new"), False, comparison, 3, 12, {"audit": 1.5})
    for event in (
        StageProgress("features", 0.5, 7.5, "images", 10.0),
        EpochEvent(Epoch(1, 2, 0.5, 0.8, 0.9, 0.6, 0.7, 0.8)),
        Note("warn", AuditFact.LEFT_OUT(reason=LeftOut.NO_LABEL(), count=2), (Path("a.png"),)),
        Done(outcome),
    ):
        assert event_from_json(json.loads(json.dumps(event_to_json(event)))) == event
