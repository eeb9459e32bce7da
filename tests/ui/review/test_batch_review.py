"""The dock that joins the batch review with the rest of the window."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from skin_gui.ui.review.batch_review import BatchReview
from skin_gui.ui.viewer.image_sequence import ImageSequence
from skin_gui.ui.viewer.open_image import OpenImage
from skin_gui.workers.prediction import PredictionWorker

_SLOW = 120_000


@pytest.fixture
def batch_review(qtbot, shipped_model):
    window = QMainWindow()
    qtbot.addWidget(window)
    joined = BatchReview(window, OpenImage(ImageSequence(), PredictionWorker()))
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, joined.dock)
    window.resize(1200, 700)
    window.show()
    yield joined
    joined.stop()


def test_a_file_opened_before_the_table_is_there_brings_its_folder_into_review(batch_review, qtbot, samples, tmp_path):
    for sample in samples[:2]:
        shutil.copy(sample, tmp_path)
    received, wanted = [], []
    batch_review.results_changed.connect(lambda results, _threshold: received.extend(results))
    batch_review.open([tmp_path / samples[0].name])
    batch_review.start()
    batch_review.dock.show()
    table = batch_review.table
    table.row_selected.connect(wanted.append)
    qtbot.waitUntil(table.batch_bar.classify_button.isEnabled, timeout=_SLOW)
    assert table.session.roots == (tmp_path,)

    qtbot.mouseClick(table.batch_bar.classify_button, Qt.MouseButton.LeftButton)
    assert batch_review.is_busy
    qtbot.waitUntil(lambda: not batch_review.is_busy, timeout=_SLOW)
    assert [row.path for row in received] == [tmp_path / sample.name for sample in samples[:2]]
    table.image.sequence.follow([tmp_path / samples[1].name], 0)
    assert wanted[-1] == tmp_path / samples[1].name


def test_a_batch_cut_short_is_offered_in_the_dock_and_continued(batch_review, qtbot, samples, tmp_path):
    for sample in samples:
        shutil.copy(sample, tmp_path)
    batch_review.open([tmp_path], classify=True)
    batch_review.start()
    qtbot.waitUntil(lambda: batch_review.table.model.rows.total >= 1, timeout=_SLOW)
    batch_review.stop()

    other = tmp_path.parent / "opened at the start"
    other.mkdir(exist_ok=True)
    again = BatchReview(batch_review.dock.parent(), OpenImage(ImageSequence(), PredictionWorker()))
    again.open([other])
    again.start()
    qtbot.waitUntil(lambda: not again.banner.isHidden(), timeout=_SLOW)
    assert not again.dock.isHidden()
    with qtbot.waitSignal(again.resumed) as resumed:
        again.banner.continue_button.click()
    qtbot.waitUntil(lambda: again.table.model.rows.total == len(samples) and not again.is_busy, timeout=_SLOW)
    again.stop()
    assert resumed.args == [[tmp_path]]
