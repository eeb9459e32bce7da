import json

import numpy as np
import pytest
import typer
from PIL import Image
from typer.testing import CliRunner

from skin_gui.cli.audit import audit


@pytest.fixture
def run():
    app = typer.Typer()
    app.command()(audit)
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def few_images(tmp_path):
    for name in ("benign/1", "malignant/2"):
        path = tmp_path / f"{name}.png"
        path.parent.mkdir()
        Image.fromarray(np.random.default_rng(0).integers(0, 255, (40, 40, 3), dtype=np.uint8)).save(path)
    return tmp_path


def test_text_and_exit_code_1_for_data_that_cannot_be_trained_on(run, few_images):
    result = run(few_images)

    assert result.exit_code == 1
    assert "too few images: There are too few different images that can be read: 1 benign" in result.stdout
    assert "contradicting labels: Pictures found both as benign and as malignant: 1;" in result.stdout


def test_json_is_all_that_is_printed(run, few_images):
    report = json.loads(run(few_images, "--json").stdout)

    assert report["severity"] == "refuse"


def test_one_sentence_and_exit_code_2_for_a_folder_without_images(run, tmp_path):
    result = run(tmp_path)

    assert result.exit_code == 2
    assert result.stderr.startswith("There are no labelled images")
    assert result.stdout == ""
