import json

import pytest
from typer.testing import CliRunner

from skin_gui.classifier.store import ModelStore
from skin_gui.cli.commands import app


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_calibrate_shows_before_and_after_and_activates(shipped_model, clinic_folder):
    result = run("calibrate", clinic_folder, "--name", "Mine", "--activate", "--prevalence", 0.25)
    assert result.exit_code == 0, result.output
    for words in ("Before: ", "After:  Mine (not validated)", "prevalence of 25.0%", "Sensitivity (SEN)", "ECE"):
        assert words in result.stdout
    assert "Stored: Mine (not validated), active from now on" in result.stdout
    assert ModelStore().active().info.name == "Mine"


def test_json_holds_the_figures(shipped_model, clinic_folder):
    result = run("calibrate", clinic_folder, "--name", "Mine", "--json")
    assert result.exit_code == 0, result.output
    content = json.loads(result.stdout)
    assert content["stored"] == "Mine"
    assert content["before"]["auc"] == content["after"]["auc"]
    assert content["before"]["n"] == 44
    assert not content["activated"]


def test_given_images_that_cannot_be_used_then_one_sentence_and_exit_code_1(shipped_model, clinic_folder):
    result = run("calibrate", clinic_folder / "benign")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "both classes are needed" in result.stderr


@pytest.mark.parametrize("arguments", [("calibrate",), ("calibrate", "no-such-folder")])
def test_given_wrong_usage_then_exit_code_2(arguments):
    assert run(*arguments).exit_code == 2
