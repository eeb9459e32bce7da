"""What `skin-gui classify` and `skin-gui evaluate` have in common."""

import json

import pytest
from typer.testing import CliRunner

from skin_gui import paths
from skin_gui.classifier.model_folder import HEAD
from skin_gui.classifier.store import ModelStore
from skin_gui.cli.commands import app

COMMANDS = ("classify", "evaluate")


@pytest.fixture
def run(shipped_model):
    """Run a command in this process, a model of random weights in the place of the shipped one."""

    def command(*arguments):
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return command


@pytest.fixture
def images(lesion_folder, tmp_path):
    """A folder of two labelled images."""
    for kind in ("benign", "malignant"):
        target = tmp_path / "set" / kind / "0.png"
        target.parent.mkdir(parents=True)
        target.write_bytes((lesion_folder / kind / "0.png").read_bytes())
    return tmp_path / "set"


@pytest.mark.parametrize("command", COMMANDS)
def test_given_an_active_model_that_is_missing_then_it_is_said_which_one_works_instead(run, images, command):
    models = paths.data_dir() / "models"
    models.mkdir(parents=True)
    (models / "active.json").write_text(json.dumps({"active": "gone-12345678", "previous": []}), encoding="utf-8")
    result = run(command, images / "benign" if command == "classify" else images)
    assert result.exit_code == 0
    assert result.stderr.startswith("The active model cannot be used, so the model that comes with the program is. ")
    assert result.stderr.count("so the model that comes with the program is") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_given_a_damaged_active_model_then_it_is_said_unless_another_one_is_named(
    run, images, command, make_model, tmp_path
):
    store = ModelStore()
    store.add(make_model(tmp_path / "staged", "Mine"))
    store.activate("Mine")
    folder = images / "benign" if command == "classify" else images
    assert "so the model that comes with the program is" not in run(command, folder).stderr

    head = store.path("Mine") / HEAD
    head.write_bytes(head.read_bytes()[:-1])
    result = run(command, folder)
    assert result.exit_code == 0
    assert "so the model that comes with the program is" in result.stderr
    assert "Mine" in result.stderr
    assert "so the model that comes with the program is" not in run(command, folder, "--model", "Skin GUI test").stderr
