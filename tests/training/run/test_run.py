"""The whole retraining with the real network, Keras and store, on synthetic lesions."""

import os

import numpy as np
import pytest

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import HEAD
from skin_gui.classifier.operating_curve import operating_curve
from skin_gui.classifier.store import ModelStore
from skin_gui.documents.run_card import run_card
from skin_gui.imaging.decode import read_image
from skin_gui.progress import Cancelled
from skin_gui.training.data.dataset import load_dataset
from skin_gui.training.fitting.head_fit import FeatureSet, FitStart, FitWatch, fit_head, fits_preset
from skin_gui.training.fitting.presets import PRESETS
from skin_gui.training.plan import TrainingError, TrainingPlan
from skin_gui.training.run.events import STAGES, Done, EpochEvent, StageProgress
from skin_gui.training.run.forecast import forecast
from skin_gui.training.run.run import train
from skin_gui.vocabulary import ImageWarning

EPOCHS = 3


@pytest.fixture
def plan(lesion_folder):
    return TrainingPlan((lesion_folder,), name="Mine", epochs=EPOCHS)


@pytest.fixture(scope="module")
def finished_run(lesion_folder, training_cache, tmp_path_factory):
    """The user's folders after a run, its outcome and its events."""
    if not (paths.shipped_model() / "model.json").is_file():
        pytest.skip("the shipped model is absent: make train-model builds it")
    home, events = tmp_path_factory.mktemp("trained"), []
    (home / "cache").symlink_to(training_cache, target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SKIN_GUI_HOME", str(home))
        outcome = train(TrainingPlan((lesion_folder,), name="Mine", epochs=EPOCHS), run_card, report=events.append)
    return home, outcome, events


@pytest.fixture
def outcome_and_events(finished_run, monkeypatch):
    home, outcome, events = finished_run
    monkeypatch.setenv("SKIN_GUI_HOME", str(home))
    return outcome, events


def test_given_a_folder_when_trained_then_a_model_lies_in_the_store_and_nothing_is_activated(
    outcome_and_events, lesion_folder
):
    outcome, events = outcome_and_events
    progress = [event for event in events if isinstance(event, StageProgress)]
    assert list(dict.fromkeys(event.stage for event in progress)) == list(STAGES)
    for stage in STAGES:
        parts = [event.part for event in progress if event.stage == stage]
        assert (parts[0], parts[-1], parts) == (0.0, 1.0, sorted(parts))
    assert [event.epoch.number for event in events if isinstance(event, EpochEvent)] == [1, 2, 3]
    assert events[-1] == Done(outcome)

    store = ModelStore()
    model = store.get("Mine")
    assert store.active().shipped
    assert not model.info.validated
    assert model.info.novelty_limit > 0
    assert str(model.info.operating_point.measured_on) == "out of fold, 5 folds by picture, 38 images"
    curve = operating_curve(model.info)
    assert curve is not None
    assert curve.at(model.info.operating_point.threshold).sensitivity >= 0.85
    for words in ("Not validated", "non-commercial research", "Intended use", "Held-out images", "Out of fold"):
        assert words in model.card
    assert store.verify("Mine") == [("Mine", None)]
    assert {image.path.parent.parent for image in outcome.comparison.images} == {lesion_folder}


def test_the_run_says_which_head_was_better_out_of_fold_and_how_many_images_the_start_model_does_not_know(
    outcome_and_events, lesion_folder
):
    outcome, _ = outcome_and_events
    model = ModelStore().get("Mine")
    drawn = model.info.training["drawn_towards"]
    areas = drawn["out_of_fold_auc"]
    alone, best = areas["alone"], max(area for key, area in areas.items() if key != "alone")
    assert drawn["model"] == ModelStore().active().info.name
    assert (drawn["strength"] is None) == (alone > best)
    head = Head.load(outcome.folder / HEAD)
    assert len(head.kernels) == (2 if drawn["strength"] is None else 1)
    assert f"{alone:.3f}" in model.card
    assert f"{best:.3f}" in model.card

    unfamiliar = outcome.comparison.unfamiliar
    shipped = Classifier.load()
    files = sorted(lesion_folder.rglob("*.png"))
    flagged = [ImageWarning.OUTSIDE_TRAINING_DATA in shipped.predict(read_image(file)).warnings for file in files]
    assert unfamiliar.images == len(files)
    assert unfamiliar.outside == pytest.approx(sum(flagged), abs=1)
    assert str(unfamiliar.fact) in model.card


def test_the_comparison_shows_what_the_classifiers_say(outcome_and_events):
    outcome, _ = outcome_and_events
    new, active = Classifier.load(outcome.folder), Classifier.load()
    for image in outcome.comparison.images[::4]:
        pixels = read_image(image.path)
        assert new.predict(pixels).probability == pytest.approx(image.new, abs=0.02)
        assert active.predict(pixels).probability == pytest.approx(image.active, abs=0.02)


def test_given_the_same_seed_when_trained_again_then_the_cache_serves_and_the_head_is_identical(
    outcome_and_events, plan
):
    first, _ = outcome_and_events
    second = train(plan, run_card)
    assert second.computed == 0
    assert second.name == "Mine 2"
    heads = [ModelStore().get(outcome.name).info.files[HEAD] for outcome in (first, second)]
    assert heads[0] == heads[1]


@pytest.mark.parametrize("stage", STAGES)
def test_given_a_cancel_at_any_stage_then_nothing_is_left(trainer_home, plan, stage):
    reached = []

    def watch(event):
        if isinstance(event, StageProgress) and event.stage == stage:
            reached.append(event)

    with pytest.raises(Cancelled):
        train(plan, run_card, report=watch, cancelled=lambda: bool(reached))
    store = ModelStore()
    assert [model.shipped for model in store.list()] == [True]
    assert not store.folder.exists() or not list(store.folder.iterdir())


def test_given_a_place_where_no_model_can_be_stored_then_it_is_said_before_the_work(trainer_home, lesion_folder):
    ModelStore().folder.parent.mkdir(parents=True, exist_ok=True)
    ModelStore().folder.touch()
    told = []
    with pytest.raises(TrainingError, match="could not be stored"):
        train(TrainingPlan((lesion_folder,)), run_card, report=told.append)
    assert told == []


def test_given_a_stop_then_the_best_epoch_is_kept_and_activated_as_planned(trainer_home, lesion_folder):
    plan = TrainingPlan((lesion_folder,), name="Short", epochs=10, activate=True, start="active")
    epochs = []
    outcome = train(
        plan,
        run_card,
        report=lambda event: epochs.append(event) if isinstance(event, EpochEvent) else None,
        stop=lambda: len(epochs) >= 2,
    )
    assert outcome.epochs <= 2
    assert outcome.activated
    store = ModelStore()
    assert store.active().info.name == "Short"
    assert store.rollback().shipped


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"preset": "none"}, "no preset none"), ({"epochs": 0}, "one epoch"), ({"target_sensitivity": 0}, "above 0")],
)
def test_a_plan_that_cannot_be_done_is_refused_in_a_sentence(trainer_home, lesion_folder, changes, words):
    with pytest.raises(TrainingError, match=words):
        train(TrainingPlan((lesion_folder,), **changes), run_card)


@pytest.mark.skipif(os.name == "nt", reason="folders are protected in another way there")
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root writes anywhere")
def test_given_a_store_that_cannot_be_written_then_one_sentence_says_so(trainer_home, plan):
    (trainer_home / "data").mkdir(mode=0o500)
    with pytest.raises(TrainingError, match="could not be stored"):
        train(plan, run_card)


def test_an_estimate_counts_vectors_and_knows_the_cache(plan, lesion_folder, outcome_and_events):
    found = forecast(plan, load_dataset([lesion_folder]))
    assert found.vectors == 3 * 38 + 10
    assert found.cached == 1.0
    assert found.seconds > 0


def test_given_a_fitting_head_when_a_fit_goes_on_from_it_then_it_begins_better_than_from_random_weights():
    rng = np.random.default_rng(0)
    labels = np.arange(120) % 2
    vectors = (rng.random((1, 120, 30)) + 0.3 * labels[None, :, None]).astype(np.float16)
    features = FeatureSet(vectors, labels, np.ones(120))
    first = fit_head(features, PRESETS["default"], seed=0, epochs=20)
    assert fits_preset(first, PRESETS["default"], 30)
    assert not fits_preset(first, PRESETS["paper"], 30)
    losses = []
    for initial in (first, None):
        fit_head(
            features,
            PRESETS["default"],
            seed=1,
            epochs=1,
            start=FitStart(initial=initial),
            watch=FitWatch(report=lambda e: losses.append(e.loss)),
        )
    assert losses[0] < losses[1]
