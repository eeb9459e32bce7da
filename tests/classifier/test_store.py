import hashlib
import json
import os
import shutil
import time
from pathlib import Path

import pytest

from skin_gui import paths
from skin_gui.classifier import Classifier, ModelError
from skin_gui.classifier.active_model import STATE, active_path
from skin_gui.classifier.model_folder import CARD, DESCRIPTION, HEAD, NETWORK, read_info
from skin_gui.classifier.store import ModelStore


@pytest.fixture
def staged(make_model, tmp_path):
    """A finished model somewhere else, as training leaves it: `staged(name, seed)`."""
    return lambda name, seed=1: make_model(tmp_path / f"staged {seed}", name, seed)


def names(store):
    return [model.info.name for model in store.list()]


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_given_no_user_model_when_listed_then_the_shipped_one_is_active(store, shipped_model):
    (model,) = store.list()
    assert (model.shipped, model.active, model.path) == (True, True, shipped_model)
    assert active_path() == shipped_model
    assert store.problem() is None
    assert model.card == "# Skin GUI test\n"


def test_given_a_finished_model_when_added_then_it_is_listed_but_not_active_and_shares_the_network(store, staged):
    source = staged("My clinic")
    before = contents(source)
    added = store.add(source)
    assert names(store) == ["Skin GUI test", "My clinic"]
    assert not added.active
    assert not added.shipped
    assert sorted(path.name for path in added.path.iterdir()) == sorted([DESCRIPTION, CARD, HEAD])
    assert contents(source) == before
    assert [path.name for path in (paths.data_dir() / "models").iterdir()] == [added.path.name]


def test_given_models_when_listed_then_they_are_ordered_by_creation(store, staged):
    store.add(staged("later", 5))
    store.add(staged("earlier", 2))
    assert names(store) == ["Skin GUI test", "earlier", "later"]


def test_given_a_claim_to_be_validated_when_added_then_it_is_not_believed(store, make_model, tmp_path):
    added = store.add(make_model(tmp_path / "staged", "Mine", 1, validated=True))
    assert not read_info(added.path).validated
    assert added.info.display_name == "Mine (not validated)"


def test_given_a_taken_name_when_added_then_it_gets_a_number(store, staged):
    store.add(staged("Mine", 1))
    assert store.add(staged("MINE", 2)).info.name == "MINE 2"
    assert store.unique_name("mine") == "mine 3"
    assert store.unique_name("a/b\\..:*?") == "a b"


def test_given_activation_and_rollback_when_predicting_then_results_are_as_before(store, staged, synthetic_image):
    before = Classifier.load().predict(synthetic_image).probability
    store.add(staged("Mine"))
    assert Classifier.load().predict(synthetic_image).probability == before
    store.activate("mine")
    assert Classifier.load().name == "Mine (not validated)"
    assert Classifier.load().predict(synthetic_image).probability != before
    store.rollback()
    assert Classifier.load().predict(synthetic_image).probability == before


def test_given_several_activations_when_rolled_back_then_each_step_is_undone(store, staged):
    for seed, name in enumerate(["one", "two"], 1):
        store.add(staged(name, seed))
    for name in ("one", "two", "one"):
        store.activate(name)
    assert [store.rollback().info.name for _ in range(3)] == ["two", "one", "Skin GUI test"]
    with pytest.raises(ModelError, match="no earlier model"):
        store.rollback()


def test_given_a_removed_model_in_the_history_when_rolled_back_then_it_is_passed_over(store, staged):
    store.add(staged("one", 1))
    store.add(staged("two", 2))
    store.activate("one")
    store.activate("two")
    store.remove("one")
    assert store.rollback().shipped
    assert names(store) == ["Skin GUI test", "two"]


def test_given_a_damaged_model_when_activated_then_the_active_one_stays(store, staged):
    added = store.add(staged("Mine"))
    head = added.path / HEAD
    head.write_bytes(head.read_bytes()[:-1])
    with pytest.raises(ModelError, match="changed or damaged"):
        store.activate("Mine")
    assert store.active().shipped


def test_given_an_interruption_while_activating_then_the_old_choice_stands(store, staged, monkeypatch):
    store.add(staged("Mine"))
    store.activate("Mine")
    chosen = contents(paths.data_dir() / "models")

    def power_cut(source, target):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(Path, "replace", power_cut)
        with pytest.raises(ModelError, match="No space left"):
            store.activate("Skin GUI test")
    assert contents(paths.data_dir() / "models") == chosen
    assert store.active().info.name == "Mine"


def test_given_a_full_disk_while_adding_then_nothing_is_left(store, staged, monkeypatch):
    source = staged("Mine")

    def full_disk(descriptor):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(os, "fsync", full_disk)
        with pytest.raises(ModelError, match=r"could not be stored \(No space left"):
            store.add(source)
    assert contents(paths.data_dir() / "models") == {}
    assert names(store) == ["Skin GUI test"]


@pytest.mark.parametrize("damage", ["missing", "changed", "unreadable"])
def test_given_the_active_model_breaks_then_the_shipped_one_stands_in_and_says_so(store, staged, damage, caplog):
    added = store.add(staged("Mine"))
    store.activate("Mine")
    if damage == "missing":
        shutil.rmtree(added.path)
    else:
        (added.path / (HEAD if damage == "changed" else DESCRIPTION)).write_bytes(b"{")
    assert active_path() == paths.shipped_model()
    assert "Fell back" in caplog.text
    assert "comes with the program" in str(store.problem())
    assert store.active().shipped
    store.activate("Skin GUI test")
    assert store.problem() is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"active": "../../model", "previous": []}', '{"active": 3, "previous": []}', "\xff"]
)
def test_given_a_broken_note_of_the_active_model_then_the_shipped_one_is_used(store, staged, text):
    store.add(staged("Mine"))
    (paths.data_dir() / "models" / STATE).write_text(text, encoding="latin-1")
    assert store.active().shipped
    assert store.problem()
    store.activate("Mine")
    assert store.active().info.name == "Mine"


def test_given_a_broken_folder_then_it_hides_no_other_and_can_be_removed(store, staged):
    store.add(staged("Mine"))
    broken = paths.data_dir() / "models" / "broken-one"
    broken.mkdir()
    (broken / DESCRIPTION).write_text("{}", encoding="utf-8")
    assert names(store) == ["Skin GUI test", "Mine"]
    assert [path for path, _ in store.broken()] == [broken]
    with pytest.raises(ModelError, match="cannot be read"):
        store.get("broken-one")
    assert [name for name, problem in store.verify() if problem] == ["broken-one"]
    store.remove("broken-one")
    assert store.broken() == []


def test_given_no_shipped_model_then_it_is_named_as_broken(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "shipped_model", lambda: tmp_path / "nothing")
    store = ModelStore()
    assert store.list() == []
    assert [path for path, _ in store.broken()] == [tmp_path / "nothing"]
    with pytest.raises(ModelError, match="no model in the folder"):
        store.active()


def test_given_a_changed_file_when_verified_then_only_that_model_is_named(store, staged):
    store.add(staged("good", 1))
    bad = store.add(staged("bad", 2))
    (bad.path / HEAD).unlink()
    results = dict(store.verify())
    assert results["Skin GUI test"] is None
    assert results["good"] is None
    assert "lacks its file head.npz" in str(results["bad"])
    assert store.verify("good") == [("good", None)]


def test_given_a_new_name_when_renamed_then_the_model_stays_active_under_it(store, staged):
    store.add(staged("Mine"))
    store.activate("Mine")
    renamed = store.rename("mine", "  Häutchen 2.0 ")
    assert renamed.info.name == "Häutchen 2.0"
    assert store.active().info.name == "Häutchen 2.0"
    assert store.rename("Häutchen 2.0", "HÄUTCHEN 2.0").info.name == "HÄUTCHEN 2.0"
    with pytest.raises(ModelError, match="no model named Mine"):
        store.get("Mine")


@pytest.mark.parametrize("name", ["skin gui TEST", "", "a/b", "..", "con", "aux.txt", "x" * 61, "a\nb", "-x", "a."])
def test_given_a_name_that_cannot_be_when_renamed_then_nothing_changes(store, staged, name):
    store.add(staged("Mine"))
    with pytest.raises(ModelError):
        store.rename("Mine", name)
    assert names(store) == ["Skin GUI test", "Mine"]


def test_given_the_shipped_or_the_active_model_when_removed_then_it_is_refused(store, staged, shipped_model):
    store.add(staged("Mine"))
    store.activate("Mine")
    with pytest.raises(ModelError, match="comes with the program cannot be removed"):
        store.remove("Skin GUI test")
    with pytest.raises(ModelError, match="comes with the program cannot be renamed"):
        store.rename("Skin GUI test", "Other")
    with pytest.raises(ModelError, match="roll back or activate another one first"):
        store.remove("Mine")
    store.rollback()
    store.remove("Mine")
    assert names(store) == ["Skin GUI test"]
    assert {path.name for path in (paths.data_dir() / "models").iterdir()} == {STATE}


def test_given_what_a_crash_left_when_adding_then_only_old_leftovers_go(store, staged):
    folder = paths.data_dir() / "models"
    old, young = folder / ".staging-old", folder / ".staging-young"
    for path in (old, young):
        path.mkdir(parents=True)
    os.utime(old, (time.time() - 3e5,) * 2)
    store.add(staged("Mine"))
    assert not old.exists()
    assert young.exists()
    assert names(store) == ["Skin GUI test", "Mine"]
    assert store.broken() == []


def test_given_a_model_with_another_network_when_added_then_it_keeps_its_own(
    store, staged, synthetic_image, shipped_model
):
    source = staged("Tuned")
    weights = bytearray((source / NETWORK[1]).read_bytes())
    weights[-4:] = b"\0\0\x80\x3f"  # the last bias becomes 1
    (source / NETWORK[1]).write_bytes(weights)
    content = json.loads((source / DESCRIPTION).read_text(encoding="utf-8"))
    content["files"][NETWORK[1]] = hashlib.sha256(weights).hexdigest()
    (source / DESCRIPTION).write_text(json.dumps(content), encoding="utf-8")
    added = store.add(source)
    assert (added.path / NETWORK[1]).exists()
    assert not (added.path / NETWORK[0]).exists()
    assert 0 <= Classifier.load(added.path).predict(synthetic_image).probability <= 1
