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
from tools.samples.drawing import draw_lesion
from tools.train_model import shipped_steps
from tools.train_model.shipped import train_shipped

EACH = 7  # of a class in a folder: five folds need five lesions of it


def _table(path, columns, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Folders laid out as the real ones; the first two benign images show one lesion."""
    folder = tmp_path_factory.mktemp("data")
    rng = np.random.default_rng(0)
    known, extra = [], []
    for place, rows in ((folder / "isic" / "train", known), (folder / "ham_extra", extra)):
        for label in CLASSES:
            (place / label).mkdir(parents=True)
            for number in range(EACH):
                name = f"{place.name}_{label}_{number}"
                Image.fromarray(draw_lesion(rng, label, 224)).save(place / label / f"{name}.png")
                rows.append(
                    (name, label, f"L{place.name}{label}{max(number, 1)}", "mel" if label == CLASSES[1] else "nv")
                )
    _table(
        folder / "isic" / "provenance.csv",
        ("label", "file", "isic_id", "lesion_id", "dx", "age", "sex", "localization"),
        [(label, f"{name}.png", name, lesion, dx, 50, "female", "back") for name, label, lesion, dx in known],
    )
    _table(
        folder / "ham_extra" / "metadata.csv",
        ("isic_id", "lesion_id", "benign_malignant", "diagnosis", "age_approx", "sex", "anatom_site_general"),
        [(name, lesion, label, dx, 60, "male", "face") for name, label, lesion, dx in extra],
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


def test_a_model_is_trained_goes_on_where_it_was_and_comes_out_the_same_again(data, archive, tmp_path, monkeypatch):
    monkeypatch.setattr(shipped_steps, "RECIPE", replace(shipped_steps.RECIPE, epochs=1))
    monkeypatch.setattr(shipped_steps, "VARIANTS", 2)
    work, first, again = tmp_path / "work", tmp_path / "first", tmp_path / "again"

    info = train_shipped(data, archive, work, first)

    assert info.validated
    assert info.data["sources"] == {"ham_extra": 2 * EACH, "train": 2 * EACH}
    assert info.operating_point.measured_on == f"out of fold, 5 folds by lesion, {4 * EACH} images"
    image = draw_lesion(np.random.default_rng(9), "malignant", 224)
    before = Classifier.load(first).predict(image).probability
    assert 0 < before < 1
    card = (first / "MODEL_CARD.md").read_text(encoding="utf-8")
    for words in ("mel: melanoma", "nv: melanocytic nevus", f"Of the {4 * EACH} HAM10000 images", "Lesion leakage"):
        assert words in card

    steps = sorted(path for path in work.rglob("*.npz") if path.name.startswith(("default", "paper")))
    assert len(steps) == 11
    times = {path: path.stat().st_mtime_ns for path in steps}
    lost = [path for path in steps if "final" in path.name or path.name.startswith("default-fold3")]
    for path in lost:
        path.unlink()
    train_shipped(data, archive, work, again)

    assert [path for path in steps if path.stat().st_mtime_ns != times[path]] == lost
    assert contents(again) == contents(first)
    described = [json.loads((folder / "model.json").read_text(encoding="utf-8")) for folder in (first, again)]
    for one in described:
        del one["created"]
    assert described[0] == described[1]
