"""`make train-model` on a few synthetic lesions and random weights: every step runs, and nothing is learnt from it."""

import csv
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from skin_gui.classifier import Classifier, vgg16
from skin_gui.classifier.model_folder import NETWORK
from skin_gui.training.data.dataset import CLASSES
from skin_gui.training.fitting.head_fit import FeatureSet
from tools.samples.drawing import draw_lesion
from tools.train_model import shipped_steps
from tools.train_model.shipped import PREVALENCE, at_prevalence, calibrate_held_out, never_seen, train_shipped
from tools.train_model.shipped_steps import FOLDERS

EACH = 7  # of a class in a folder: five folds need five lesions of it


def _table(path, columns, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Folders laid out as the real ones; the first two benign images show one lesion."""
    folder = tmp_path_factory.mktemp("data")
    rng = np.random.default_rng(0)
    rows = {name: [] for name in FOLDERS}
    for name in FOLDERS:
        place = folder / name
        for label in CLASSES:
            (place / label).mkdir(parents=True)
            for number in range(EACH):
                image = f"{place.name}_{label}_{number}"
                Image.fromarray(draw_lesion(rng, label, 224)).save(place / label / f"{image}.png")
                rows[name].append((image, label, f"L{place.name}{label}{max(number, 1)}"))
    untraced = rows["isic/train"][-2:]
    _table(
        folder / "isic" / "provenance.csv",
        ("label", "file", "isic_id", "lesion_id", "dx", "age", "sex", "localization"),
        [
            (label, f"{name}.png", name, lesion, "nv", 50, "female", "back")
            for name, label, lesion in rows["isic/train"][:-2]
        ]
        + [(label, f"{name}.png", "", "", "", "", "", "") for name, label, _ in untraced],
    )
    for name in FOLDERS[1:]:
        _table(
            folder / name / "metadata.csv",
            ("isic_id", "lesion_id", "benign_malignant", "diagnosis"),
            [(image, lesion, label, "mel" if label == CLASSES[1] else "nv") for image, label, lesion in rows[name]],
        )
    return folder


@pytest.fixture(scope="module")
def archive(random_model, tmp_path_factory):
    """Random weights of VGG16 in the form of the real archive."""
    path = tmp_path_factory.mktemp("weights") / "vgg16.npz"
    np.savez(path, **vgg16.unpack_weights((random_model / NETWORK[1]).read_bytes()))
    return path


def contents(folder):
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.name not in ("model.json", "MODEL_CARD.md")
    }


def test_the_calibration_weighs_every_source_and_its_malignant_share_alike(data):
    images = shipped_steps.load_images(data)
    sources, labels = np.asarray(images.sources), images.labels
    for without in ("", "Barcelona"):
        weights = at_prevalence(images, without)
        used = set(images.left_out) - {without}
        assert np.all(weights[sources == without] == 0)
        for source in used:
            here = sources == source
            assert weights[here].sum() == pytest.approx(len(labels) / len(used))
            assert np.average(labels[here], weights=weights[here]) == pytest.approx(PREVALENCE)


def test_in_a_new_clinic_neither_head_nor_calibration_knows_the_source(data):
    images = shipped_steps.load_images(data)
    rng = np.random.default_rng(5)
    logits = images.labels + rng.normal(0, 0.5, len(images.labels))
    _, held = images.left_out["Barcelona"]
    elsewhere = logits.copy()
    elsewhere[held] += 2  # another camera: a calibration that sees it is another one

    for given in (logits, elsewhere):
        expected = calibrate_held_out(images, logits, without="Barcelona").probability(given[held])
        np.testing.assert_allclose(never_seen(images, given)[held], expected)


def test_a_model_is_trained_goes_on_where_it_was_and_comes_out_the_same_again(data, archive, tmp_path, monkeypatch):
    monkeypatch.setattr(shipped_steps, "RECIPE", replace(shipped_steps.RECIPE, variants=2))
    work, first, again = tmp_path / "work", tmp_path / "first", tmp_path / "again"

    info = train_shipped(data, archive, work, first)

    assert info.validated
    assert info.data["sources"] == {"Barcelona": 2 * EACH, "HAM10000": 4 * EACH - 2, "ISIC archive": 2 * EACH + 2}
    assert str(info.operating_point.measured_on).startswith(
        "sources held out in turn (Barcelona, HAM10000, ISIC archive)"
    )
    assert info.metrics["prevalence"] == PREVALENCE
    for row in info.metrics["sources"].values():
        assert row["held_out"]["n"] == row["home"]["n"]
        assert 0 <= row["flagged"] <= 1
        assert 0 <= row["ece_at_prevalence"] <= 1
    folds, sources = (
        [np.load(path)["distance"] for path in sorted(work.glob(f"{kind}*.npz"))] for kind in ("fold", "source")
    )
    assert info.novelty_limit == pytest.approx(np.quantile(np.concatenate(folds), 0.95))
    for name, distance in zip(sorted(info.metrics["sources"]), sources, strict=True):
        assert info.metrics["sources"][name]["flagged"] == pytest.approx(np.mean(distance > info.novelty_limit))
    image = draw_lesion(np.random.default_rng(9), "malignant", 224)
    assert 0 < Classifier.load(first).predict(image).probability < 1
    card = (first / "MODEL_CARD.md").read_text(encoding="utf-8")
    for words in ("Where it fails", "Barcelona, held out", "In a clinic that is not in its training data"):
        assert words in card

    steps = sorted(path for path in work.rglob("*.npz") if path.name.startswith(("source", "fold")))
    assert len(steps) == 8
    times = {path: path.stat().st_mtime_ns for path in steps}
    lost = [path for path in steps if path.name.startswith("fold3")]
    for path in lost:
        path.unlink()
    train_shipped(data, archive, work, again)

    assert [path for path in steps if path.stat().st_mtime_ns != times[path]] == lost
    assert contents(again) == contents(first)
    described = [json.loads((folder / "model.json").read_text(encoding="utf-8")) for folder in (first, again)]
    for one in described:
        del one["created"], one["checksum"]
    assert described[0] == described[1]


def test_a_head_for_a_source_that_is_held_out_never_sees_it(data, tmp_path):
    images = shipped_steps.load_images(data)
    names = np.array(images.sources)

    for source, (train, held) in images.left_out.items():
        assert set(names[held]) == {source}
        assert source not in names[train]
        assert len(train) + len(held) == len(names)


def test_all_parts_of_a_head_are_fitted_with_the_classes_of_each_source_weighing_the_same(data, tmp_path, monkeypatch):
    images = shipped_steps.load_images(data)
    at = np.flatnonzero(
        ~((np.array(images.sources) == "Barcelona") & (images.labels == 1)) | (np.arange(len(images.labels)) % 2 == 0)
    )
    features = FeatureSet(
        np.zeros((1, len(images.labels), shipped_steps.PRESET.skipped + 1), np.float16), images.labels, images.weights
    )
    seen = []
    monkeypatch.setattr(shipped_steps, "fit_svm", lambda _, labels, weights, **others: seen.append(weights))
    monkeypatch.setattr(shipped_steps, "fit_linear", lambda some, *others: seen.append(some.weights))
    run = shipped_steps.Run(images, shipped_steps.WorkingFolder(tmp_path, "mark"), tmp_path)
    run.features = features

    run.fit(at)

    names, labels = np.array(images.sources)[at], images.labels[at]
    assert len(seen) == 3
    for weights in seen:
        for source in set(names):
            of_class = [weights[(names == source) & (labels == label)].sum() for label in (0, 1)]
            assert of_class[0] == pytest.approx(of_class[1])
