import builtins
import io

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from skin_gui import paths
from skin_gui.workers.inference import visible_heatmap
from skin_gui.workers.prediction import PredictionWorker

LONG = 20_000


@pytest.fixture
def worker(qtbot, shipped_model):
    worker = PredictionWorker()
    yield worker
    worker.stop()


@pytest.fixture
def sample():
    return min(paths.samples().glob("*.jpg"))


def test_the_model_is_loaded_without_being_asked(worker, qtbot):
    with qtbot.waitSignal(worker.model_loaded, timeout=LONG) as caught:
        worker.start()

    assert 0 < caught.args[0].threshold < 1
    assert caught.args[0].measured_on


def test_an_image_is_shown_before_it_is_classified(worker, qtbot, sample):
    worker.request(sample)
    signals = [worker.image_loaded, worker.model_loaded, worker.predicted]
    with qtbot.waitSignals(signals, order="strict", timeout=LONG):
        worker.start()


def test_the_same_pixels_are_shown_and_classified(worker, qtbot, sample):
    from skin_gui.classifier import Classifier
    from skin_gui.imaging.decode import read_image

    worker.request(sample)
    images = []
    worker.image_loaded.connect(images.append)
    with qtbot.waitSignal(worker.predicted, timeout=LONG) as caught:
        worker.start()

    outcome, pixels, shown = caught.args[0], read_image(sample), images[0]
    assert outcome.prediction.probability == pytest.approx(Classifier.load().predict(pixels).probability, abs=1e-5)
    full = shown.levels[0]
    assert (full.height(), full.width()) == pixels.shape[:2]
    assert full.pixelColor(7, 5) == QColor(*map(int, pixels[5, 7]))
    assert shown.synthetic
    assert outcome.heatmap.format() == QImage.Format.Format_ARGB32_Premultiplied


def test_given_an_image_when_it_is_shown_classified_and_measured_then_its_file_is_opened_once(
    worker, qtbot, sample, monkeypatch
):
    opened, real = [], io.open

    def counting(file, *arguments, **named):
        opened.append(file)
        return real(file, *arguments, **named)

    monkeypatch.setattr(io, "open", counting)  # what Path.open calls
    monkeypatch.setattr(builtins, "open", counting)
    worker.request(sample)
    with qtbot.waitSignal(worker.measured, timeout=LONG):
        worker.start()

    assert opened.count(sample) == 1


def test_only_the_newest_request_is_answered(worker, qtbot):
    answered = []
    worker.predicted.connect(lambda outcome: answered.append(outcome.path))
    files = sorted(paths.samples().glob("*.jpg"))
    for file in files:
        worker.request(file)
    with qtbot.waitSignal(worker.predicted, timeout=LONG):
        worker.start()
    qtbot.wait(200)

    assert answered == [files[-1]]


def test_a_broken_image_is_named_and_the_next_one_served(worker, qtbot, sample, tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(sample.read_bytes()[:500])
    worker.request(broken)
    with qtbot.waitSignal(worker.image_failed, timeout=LONG) as caught:
        worker.start()
    assert caught.args[0] == broken
    assert "broken.jpg" in str(caught.args[1])

    with qtbot.waitSignal(worker.predicted, timeout=LONG):
        worker.request(sample)


def test_a_model_that_fails_leaves_the_former_one(worker, qtbot, sample, tmp_path):
    with qtbot.waitSignal(worker.model_loaded, timeout=LONG):
        worker.start()
    with qtbot.waitSignal(worker.model_failed, timeout=LONG):
        worker.use_model(tmp_path / "none")

    with qtbot.waitSignal(worker.predicted, timeout=LONG):
        worker.request(sample)


def test_what_is_too_weak_to_be_seen_is_not_drawn_and_what_is_drawn_can_be_seen():
    weak, seen = (np.full((14, 14), value, np.float32) for value in (0.14, 0.16))
    assert visible_heatmap(weak) is None
    assert visible_heatmap(seen).pixelColor(112, 112).alphaF() > 0.3
