"""One file has one probability and the same warnings, whichever way it is classified."""

import json
import os
import subprocess
import sys

import cv2
import pytest
from PIL import Image

from skin_gui.classifier import Classifier
from skin_gui.imaging.decode import read_image
from skin_gui.review.session import Session
from skin_gui.review.store import SessionStore
from skin_gui.vocabulary import ImageWarning
from skin_gui.workers.batch import BatchWorker
from skin_gui.workers.prediction import PredictionWorker

_SLOW = 120_000


@pytest.fixture
def large_jpeg(tmp_path, synthetic_image):
    """So large that it is decoded smaller for the network."""
    path = tmp_path / "images" / "large.jpg"
    path.parent.mkdir()
    Image.fromarray(cv2.resize(synthetic_image, (3000, 2100), interpolation=cv2.INTER_CUBIC)).save(
        path, quality=92, icc_profile=b"broken"
    )
    return path


def in_window(qtbot, path):
    worker, shown = PredictionWorker(), []
    worker.image_loaded.connect(shown.append)
    worker.request(path)
    with qtbot.waitSignal(worker.predicted, timeout=_SLOW) as caught:
        worker.start()
    worker.stop()
    size = shown[0].levels[0].size()
    assert (size.width(), size.height()) == (3000, 2100)  # the screen gets every pixel
    prediction = caught.args[0].prediction
    return prediction.probability, prediction.warnings


def in_batch(qtbot, path):
    session: Session = SessionStore().open([path.parent])
    worker = BatchWorker(session, [path.parent])
    with qtbot.waitSignal(worker.succeeded, timeout=_SLOW):
        worker.start()
    worker.stop()
    (row,) = session.results()
    session.close()
    return row.probability, row.warnings


def on_the_command_line(path, model):
    command = [sys.executable, "-m", "skin_gui", "classify", "--json", "--model", str(model), str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120, env=dict(os.environ))
    row = json.loads(done.stdout)[0]
    return row["probability"], tuple(row["warnings"])


def test_window_batch_and_command_line_agree_to_the_last_bit(qtbot, large_jpeg, shipped_model):
    probability, warnings = in_window(qtbot, large_jpeg)

    assert ImageWarning.BROKEN_PROFILE in warnings
    assert in_batch(qtbot, large_jpeg) == (probability, warnings)
    assert on_the_command_line(large_jpeg, shipped_model) == (probability, warnings)
    assert Classifier.load(shipped_model).predict(read_image(large_jpeg)).probability == probability
