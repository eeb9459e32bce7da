"""The sentence on unseen clinics and those of the training data, wherever a model's figures stand."""

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from PySide6.QtGui import QImage

from skin_gui import paths
from skin_gui.classifier import Classifier
from skin_gui.classifier.model_folder import read_info
from skin_gui.imaging.decode import read_image
from skin_gui.preferences import change_preferences
from skin_gui.review.batch import classify_file
from skin_gui.ui.report.report import ReportRequest, write_report
from skin_gui.ui.settings_dialog import SettingsDialog
from skin_gui.ui.texts.results import clinics_text
from skin_gui.ui.viewer.result_box import ResultBox
from skin_gui.workers.clinics import clinic_figures
from skin_gui.workers.inference import load_classifier, model_facts
from skin_gui.workers.shown import ImagePrediction

LONG = 60_000
SENTENCE = (
    "In a clinic that is not in its training data it found 82 of 100 malignant lesions and cleared 55 of 100 benign "
    "ones; in those of its training data 91 and 85."
)


@pytest.fixture
def model(make_model, tmp_path, monkeypatch):
    """A model measured by source, in the place of the shipped one."""
    folder = make_model(tmp_path / "model", "Skin GUI", validated=True)
    description = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    description["metrics"] |= {"sources": {}, "home": {"sensitivity": 0.91, "specificity": 0.85}}
    description["operating_point"] |= {
        "sensitivity": 0.82,
        "specificity": 0.55,
        "measured_on": "sources held out in turn, 3 sources",
    }
    (folder / "model.json").write_text(json.dumps(description), encoding="utf-8")
    monkeypatch.setattr(paths, "shipped_model", lambda: folder)
    return folder


@pytest.fixture
def image():
    return sorted(paths.samples().glob("*.jpg"))[0]


def said_by_box(qtbot, image) -> str:
    classifier = load_classifier(None)
    facts = model_facts(classifier)
    prediction = classifier.predict(read_image(image), facts.threshold)
    card = ResultBox()
    qtbot.addWidget(card)
    card.show_prediction(ImagePrediction(image, prediction, QImage(), QImage(), facts, 0.1))
    return card.expectation.text()


@pytest.mark.usefixtures("model")
def test_the_result_card_says_it_at_the_models_own_point_alone(qtbot, image):
    assert said_by_box(qtbot, image) == SENTENCE
    change_preferences({"operating_point": "threshold", "threshold": 0.7})
    assert "In a clinic" not in said_by_box(qtbot, image)


@pytest.mark.usefixtures("shipped_model")
def test_the_result_card_of_a_model_not_measured_so_says_what_it_said(qtbot, image):
    assert said_by_box(qtbot, image).startswith("At this point the model finds 91 of 100 malignant lesions")


@pytest.mark.usefixtures("model")
def test_the_settings_say_it_until_the_point_is_moved(qtbot):
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_page("prediction")
    page: Any = dialog.current_page
    qtbot.waitUntil(lambda: page.expectation.clinics.text() == SENTENCE, timeout=LONG)
    assert page.expectation.clinics.isVisible()

    box = page.editors["operating_point"].box
    box.setCurrentIndex(box.findData("threshold"))
    assert not page.expectation.clinics.isVisible()
    dialog.reject()
    page.stop()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.usefixtures("qapp")
def test_the_report_says_it(model, image, tmp_path):
    classifier = Classifier.load(model)
    pdf = tmp_path / "report.pdf"
    write_report(pdf, ReportRequest([classify_file(classifier, image)[0]]), classifier=classifier)
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    flat = " ".join(text.split())
    assert flat.count(SENTENCE) == 1  # beside the result; the room among the facts of the model is the pictures'
    assert "of 100 malignant lesions and wrongly" not in flat


def test_the_shipped_model_says_the_same_on_its_card_and_in_the_window():
    folder = paths.shipped_model()
    figures = clinic_figures(read_info(folder))
    assert figures is not None
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    without_auc = re.sub(r" \(AUC [\d.]+ \([\d.]+ to [\d.]+\)\)", "", card)
    assert clinics_text(figures) in without_auc
