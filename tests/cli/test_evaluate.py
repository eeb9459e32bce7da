import csv
import hashlib
import json
import shutil
import sys

import numpy as np
import pytest
import typer
from PIL import Image
from typer.testing import CliRunner

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.cli.evaluate import evaluate
from skin_gui.imaging.decode import load_image
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import PREVALENCE
from tools.samples.drawing import draw_lesion

KINDS = ("benign", "malignant")

app = typer.Typer()
app.command()(evaluate)

needs_model = pytest.mark.skipif(
    not (paths.shipped_model() / "model.json").is_file(), reason="the shipped model is not built; run make train-model"
)


def _run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two synthetic images of each class, below a name that is not ASCII."""
    root = tmp_path_factory.mktemp("évaluation")
    rng = np.random.default_rng(4)
    for kind in ("benign", "malignant"):
        (root / kind).mkdir()
        for number in range(2):
            Image.fromarray(draw_lesion(rng, kind, 256)).save(root / kind / f"{kind}{number}.png")
    return root


@needs_model
def test_given_a_folder_then_json_csv_and_plots_agree_with_the_classifier(folder, tmp_path):
    table, plots = tmp_path / "table.csv", tmp_path / "plots"
    result = _run(folder, "--json", "--csv", table, "--plots", plots, "--threshold", 0.3)
    assert result.exit_code == 0, result.output
    content = json.loads(result.stdout)
    assert content["n"] == 4
    assert content["threshold"] == 0.3
    assert sum(content["confusion"].values()) == 4
    assert table.read_bytes().startswith(b"\xef\xbb\xbfNo,Input,Category,Output,Result,Probability\r\n")
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    first = load_image(folder / "benign" / rows[0]["Input"]).pixels
    expected = Classifier.load().predict(first).probability
    assert float(rows[0]["Probability"]) == pytest.approx(expected, abs=1e-5)
    assert sum(row["Result"] == "True" for row in rows) == content["confusion"]["tp"] + content["confusion"]["tn"]
    assert sorted(path.name for path in plots.iterdir()) == [
        "confusion.png",
        "decision.png",
        "reliability.png",
        "roc.png",
    ]


@pytest.mark.parametrize("listed", [None, 0, 3])
def test_given_images_that_the_model_was_trained_on_then_a_line_says_so(folder, make_model, tmp_path, listed):
    model = make_model(tmp_path / "model", "Mine")
    files = sorted(folder.rglob("*.png"))
    if listed is not None:
        hashes = sorted(hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in files[:listed])
        with_description(model, lambda known: known["data"].update(images=hashes))

    result = _run(folder, "--json", "--model", model)

    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["training_images"] == listed
    said = {None: "keeps no list of its training images", 0: "", 3: "was trained on 3 of these 4 images"}[listed]
    assert said in result.stderr
    assert bool(result.stderr) == (listed != 0)


def with_description(model, change):
    """A model's folder with another description; its file is a hard link."""
    description = json.loads((model / "model.json").read_text(encoding="utf-8"))
    change(description)
    (model / "model.json").unlink()
    (model / "model.json").write_text(json.dumps(description), encoding="utf-8")
    return model


def test_each_copy_of_an_image_that_the_model_was_trained_on_counts(folder, make_model, tmp_path):
    shutil.copytree(folder, tmp_path / "set")
    files = sorted((tmp_path / "set").rglob("*.png"))
    shutil.copy(files[0], files[0].with_name("copy.png"))
    hashes = sorted(hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in files)
    model = with_description(make_model(tmp_path / "model", "Mine"), lambda known: known["data"].update(images=hashes))

    result = _run(tmp_path / "set", "--json", "--model", model)

    assert json.loads(result.stdout)["training_images"] == 5
    assert "was trained on 5 of these 5 images" in result.stderr


@pytest.mark.parametrize(("made_for", "said"), [(0.3, True), (0.48, False), (None, False)])
def test_probabilities_made_for_another_share_of_malignant_lesions_are_said_to_be(
    folder, make_model, tmp_path, made_for, said
):
    model = with_description(
        make_model(tmp_path / "model", "Mine"), lambda known: known["metrics"].update(prevalence=made_for)
    )
    lines = _run(folder, "--model", model).stdout
    assert ("of which 50.0% are malignant" in lines, "are made for 30.0%" in lines) == (said, said)
    content = json.loads(_run(folder, "--model", model, "--json").stdout)
    assert content["prevalence"] == {"images": 0.5, "probabilities": made_for}


@needs_model
def test_given_a_broken_file_then_the_rest_is_evaluated_and_the_exit_code_is_1(folder, tmp_path):
    broken = tmp_path / "set"
    for kind in ("benign", "malignant"):
        (broken / kind).mkdir(parents=True)
        source = folder / kind / f"{kind}0.png"
        (broken / kind / source.name).write_bytes(source.read_bytes())
    (broken / "benign" / "broken.jpg").write_bytes(b"no image")
    result = _run(broken)
    assert result.exit_code == 1
    assert "2 images: 1 benign, 1 malignant" in result.stdout
    assert "1 of 3 files could not be classified" in result.stdout
    assert "broken.jpg" in result.stdout


def test_given_an_image_as_csv_target_then_it_is_refused(folder):
    image = folder / "benign" / "benign0.png"
    before = image.read_bytes()
    result = _run(folder, "--csv", image)
    assert (result.exit_code, result.stdout) == (2, "")
    assert image.read_bytes() == before


@pytest.mark.parametrize("option", ["--csv", "--plots"])
def test_given_a_place_that_cannot_be_written_then_it_is_said_before_the_work(folder, tmp_path, option):
    (tmp_path / "file").touch()
    result = _run(folder, option, tmp_path / "file" / "below", "--model", "no such model")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "could not be written" in result.stderr
    assert "no such model" not in result.stderr


@pytest.mark.usefixtures("shipped_model")
def test_given_a_table_that_cannot_be_written_after_all_then_the_plots_still_are(folder, tmp_path, monkeypatch):
    drive, plots = tmp_path / "drive", tmp_path / "plots"
    drive.mkdir()
    # A drive that is pulled out during the work.
    monkeypatch.setattr(sys.modules["skin_gui.cli.evaluate"], "_known_text", lambda *_: drive.rmdir())
    result = _run(folder, "--csv", drive / "table.csv", "--plots", plots)
    assert result.exit_code == 1
    assert f"the folder {drive} does not exist" in result.stderr
    assert (plots / "confusion.png").is_file()


def test_given_wrong_usage_then_the_exit_code_is_2(tmp_path):
    assert _run(tmp_path / "absent").exit_code == 2
    assert _run(tmp_path).exit_code == 2  # a folder without labelled images
    assert _run(tmp_path, "--threshold", "1.5").exit_code == 2
    assert _run(tmp_path, "--metadata", tmp_path / "absent.csv").exit_code == 2


@pytest.mark.usefixtures("shipped_model")
def test_given_two_folders_of_one_name_then_each_is_a_source_of_its_own(folder, tmp_path):
    clinics = [tmp_path / name / "images" for name in ("Lyon", "Oslo")]
    for clinic in clinics:
        shutil.copytree(folder, clinic)
    result = _run(*clinics, "--json", "--prevalence", 0.25)

    assert result.exit_code == 0, result.output
    content = json.loads(result.stdout)
    assert content["n"] == 8
    assert [row["source"] for row in content["sources"]] == ["Lyon/images", "Oslo/images"]
    for row in content["sources"]:
        assert row["n"] == 4
        assert {"auc", "sensitivity", "specificity", "brier", "ece", "intervals", "flagged", "not_flagged"} <= set(row)
    benefit = content["net_benefit"]
    assert (benefit["images"]["prevalence"], benefit["clinic"]["prevalence"]) == (0.5, 0.25)
    price = content["threshold"] / (1 - content["threshold"])
    expected = content["sensitivity"] * 0.25 - (1 - content["specificity"]) * 0.75 * price
    assert benefit["clinic"]["model"] == pytest.approx(expected)


@needs_model
def test_given_pictures_of_no_skin_then_their_source_is_said_to_be_flagged(folder, tmp_path):
    noise = tmp_path / "noise"
    for kind in KINDS:
        (noise / kind).mkdir(parents=True)
        picture = np.random.default_rng(len(kind)).integers(0, 255, (224, 224, 3)).astype(np.uint8)
        Image.fromarray(picture).save(noise / kind / "0.png")

    content = json.loads(_run(folder, noise, "--json").stdout)

    flagged = {row["source"]: row["flagged"] for row in content["sources"]}
    assert set(flagged) == {folder.name, "noise"}
    assert flagged["noise"] == 1.0
    # Drawn lesions are no photographs either.
    assert flagged[folder.name] < 0.5


@pytest.mark.usefixtures("shipped_model")
def test_given_a_source_column_then_the_text_has_a_row_for_each(folder, tmp_path):
    table = tmp_path / "table.csv"
    rows = [f"{kind}{number}.png,{kind},{('Lyon', 'Oslo')[number]}" for kind in KINDS for number in range(2)]
    table.write_text("\n".join(["file,label,source", *rows]), encoding="utf-8")
    lines = _run(folder, "--metadata", table).stdout.splitlines()

    start = next(place for place, line in enumerate(lines) if line.startswith("Source "))
    assert [line.split()[:2] for line in lines[start + 1 : start + 3]] == [["Lyon", "2"], ["Oslo", "2"]]
    assert any(line.startswith("Outside training data ") for line in lines)
    assert any(line.startswith("Net benefit ") for line in lines)
    assert not any(line.startswith("Source ") for line in _run(folder).stdout.splitlines())
    assert any(line.startswith("Source ") for line in _run(folder, "--by-source").stdout.splitlines())


@pytest.mark.usefixtures("shipped_model")
def test_given_a_prevalence_in_the_settings_then_the_net_benefit_is_there(folder):
    change_preferences({PREVALENCE.key: 0.03})
    assert json.loads(_run(folder, "--json").stdout)["net_benefit"]["clinic"]["prevalence"] == 0.03
