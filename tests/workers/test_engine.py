"""The network's precision that the settings ask for, in the window's workers and in the report."""

import shutil
import subprocess
from typing import Any

import pytest

from skin_gui import paths
from skin_gui.classifier import Classifier, ModelError
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.preferences import change_preferences
from skin_gui.preferences.declared import ENGINE, TEST_TIME_AUGMENTATION
from skin_gui.review.batch import model_id
from skin_gui.review.store import SessionStore
from skin_gui.ui.report.report import ReportRequest, write_report
from skin_gui.workers import inference
from skin_gui.workers.batch import BatchWorker
from skin_gui.workers.image_comparison import load_task
from skin_gui.workers.prediction import PredictionWorker

_SLOW = 120_000

needs_the_shipped_model = pytest.mark.skipif(not paths.shipped_model().is_dir(), reason="no model is shipped")


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "images" / "lesion.jpg"
    path.parent.mkdir()
    shutil.copy(sorted(paths.samples().glob("*.jpg"))[0], path)
    return path


def results_of(qtbot, sample):
    """What panel, measures, batch and comparison say of an image."""
    worker = PredictionWorker()
    worker.request(sample)
    with qtbot.waitSignal(worker.measured, timeout=_SLOW) as measured, qtbot.waitSignal(worker.predicted) as predicted:
        worker.start()
    worker.stop()
    with SessionStore().open([sample.parent]) as session:
        batch = BatchWorker(session, [sample.parent])
        with qtbot.waitSignal(batch.succeeded, timeout=_SLOW):
            batch.start()
        batch.stop()
        (row,) = session.results()
    side_by_side: Any = load_task([sample])(lambda _part: None, lambda: False)
    (compared,) = side_by_side.images
    return predicted.args[0], measured.args[0], row, compared


@needs_the_shipped_model
def test_given_another_averaging_then_panel_batch_and_comparison_name_it(qtbot, sample):
    plain = Classifier.load()
    change_preferences({TEST_TIME_AUGMENTATION.key: "off" if plain.info.flips else "on"})
    name = f"{plain.name} ({'without' if plain.info.flips else 'with'} mirror image)"
    shown, _, row, compared = results_of(qtbot, sample)

    assert row.probability != plain.predict(read_image(sample)).probability
    assert (shown.prediction.probability, shown.model.name) == (row.probability, name)
    assert (row.model, compared.probability, compared.model.name) == (name, row.probability, name)
    assert row.is_by(shown.model.model_id, shown.model.name)
    assert not row.is_by(model_id(plain), plain.name)
    change_preferences({TEST_TIME_AUGMENTATION.key: "on" if plain.info.flips else "off"})
    assert inference.load_classifier(None).identity == plain.identity  # as it was made, which is no other model


@needs_the_shipped_model
def test_given_int8_then_panel_batch_comparison_and_report_compute_in_it_and_name_it(qtbot, sample, tmp_path):
    exact, fast = (Classifier.load(engine=engine) for engine in ("float32", "int8"))
    change_preferences({ENGINE.key: "int8"})
    shown, measured, row, compared = results_of(qtbot, sample)
    write_report(tmp_path / "report.pdf", ReportRequest([row]))

    expected = fast.predict(read_image(sample)).probability
    assert expected != exact.predict(read_image(sample)).probability
    assert (shown.prediction.probability, shown.model.name) == (expected, f"{exact.name} (int8)")
    assert (row.probability, row.model) == (expected, f"{exact.name} (int8)")
    assert (compared.probability, compared.model.name) == (row.probability, row.model)
    assert row.is_by(shown.model.model_id, shown.model.name)
    assert not row.is_by(model_id(exact), exact.name)
    # What is measured does not depend on the engine.
    pixels = load_image(sample, minimum_side=448).pixels
    _, maps = exact.predict_with_maps(pixels, inference.maps_for_measures(exact))
    assert measured.measures.abcd.score == inference.measure(pixels, maps).abcd.score
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-layout", tmp_path / "report.pdf", "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert f"{exact.name} (int8)" in text
        assert "did not make the result" not in text


def test_given_int8_and_a_model_that_has_none_then_the_window_is_told_what_to_choose(qtbot, shipped_model):
    change_preferences({ENGINE.key: "int8"})
    with pytest.raises(ModelError, match="choose float32"):
        inference.load_classifier(None)
