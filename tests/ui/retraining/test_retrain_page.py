"""Retraining through the real window and its real dialog, with a real child process."""

import os
import shutil
import time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from skin_gui.classifier.store import ModelStore
from skin_gui.training import availability
from skin_gui.training.fitting.head_fit import Epoch
from skin_gui.training.run.events import Note, StageProgress
from skin_gui.ui.retraining.retraining import BUSY, Retraining, TrainingPhase
from skin_gui.ui.retraining.training_progress import TrainingProgress
from skin_gui.ui.widgets.labels import ElidedLabel
from skin_gui.wording.training import TrainingNote
from tests.training_child import child_pid

PATIENCE = 300_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def trainer(trainer_home, window, qtbot):
    """The window with its model loaded, and the settings dialog open on the Retrain page."""
    qtbot.waitUntil(lambda: "loading" not in window.status.model.text().lower(), timeout=PATIENCE)
    window.preferences.show_dialog("retrain")
    return window


def page_of(window):
    return window.preferences.dialog.retrain_page


def retraining_of(window):
    return window.preferences.training.retraining


def drop(widget, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = widget.rect().center()
    no_key, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(place, copy, data, LEFT, no_key))
    QApplication.sendEvent(widget, QDropEvent(QPointF(place), copy, data, LEFT, no_key))


def click(button):
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)


def look_at(window, qtbot, *folders):
    """Drop folders on the page and wait for what it says of them."""
    page = page_of(window)
    drop(page.folders, *folders)
    qtbot.waitUntil(lambda: page.audited is not None or bool(page.refusal.text()), timeout=PATIENCE)
    return page


def test_folders_can_be_dropped_anywhere_on_the_page_which_says_so(trainer, qtbot, tmp_path):
    page = page_of(trainer)
    folder = tmp_path / "clinic"
    folder.mkdir()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    place, copy = page.rect().bottomRight(), Qt.DropAction.CopyAction
    no_key = Qt.KeyboardModifier.NoModifier
    assert not page.folders.geometry().contains(page.folders.parentWidget().mapFrom(page, place))
    enter = QDragEnterEvent(place, copy, data, LEFT, no_key)

    QApplication.sendEvent(page.footer, enter)

    assert enter.isAccepted()
    assert page.drop_hint.isVisible()
    QApplication.sendEvent(page.footer, QDropEvent(QPointF(place), copy, data, LEFT, no_key))
    assert page.folders.folders == [folder]
    assert not page.drop_hint.isVisible()


def start(window, qtbot, folder, *, epochs, name="Our clinic"):
    page = look_at(window, qtbot, folder)
    page.form.name.setText(name)
    page.form.epochs.setValue(epochs)
    click(page.start_button)
    qtbot.waitUntil(lambda: bool(retraining_of(window).stages), timeout=PATIENCE)
    return page


def classify(window, qtbot, path):
    """The model's name and the probability, as the window has them."""
    with qtbot.waitSignal(
        window.worker.predicted, timeout=PATIENCE, check_params_cb=lambda one: one.path == path
    ) as got:
        window.worker.request(path)
    return got.args[0].model.name, got.args[0].prediction.probability


def is_gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_retrain_stop_early_compare_activate_predict_and_roll_back(trainer, qtbot, lesion_folder):
    window = trainer
    images = sorted((lesion_folder / "malignant").iterdir())
    before = [classify(window, qtbot, path) for path in images[:2]]
    training, store = retraining_of(window), ModelStore()

    page = start(window, qtbot, lesion_folder, epochs=200)
    indicator = window.preferences.training.indicator
    assert indicator.isVisible()
    assert not page.setup.isVisible()
    assert not page.buttons.stop_button.isEnabled()  # there is nothing to keep yet
    window.preferences.dialog.close()  # the training goes on without it, and so does the rest
    assert classify(window, qtbot, images[0]) == before[0]
    qtbot.waitUntil(lambda: len(training.epochs) >= 2, timeout=PATIENCE)
    indicator.click()
    assert page.isVisible()
    qtbot.waitUntil(page.progress.curves.plots["auc"].isVisible)
    assert "Epoch" in page.progress.curves.summary.text()
    assert page.progress.stages.text("features") == "Done"
    click(page.buttons.stop_button)
    assert training.phase == TrainingPhase.STOPPING
    qtbot.waitUntil(lambda: training.phase not in BUSY, timeout=PATIENCE)

    assert training.problem is None
    assert len(training.epochs) < 200
    assert store.active().shipped
    click(page.buttons.compare_button)
    comparison_view = window.preferences.training.comparison_view
    assert comparison_view.isVisible()
    assert "not validated" in comparison_view.caution.text()
    assert "McNemar" in comparison_view.tests.text() or "same images" in comparison_view.tests.text()
    comparison_view.close()  # decides nothing
    assert indicator.isVisible()
    indicator.click()
    comparison_view = window.preferences.training.comparison_view
    assert comparison_view.isVisible()
    click(comparison_view.activate_button)
    qtbot.waitUntil(lambda: window.status.model.text().endswith("Our clinic (not validated)"), timeout=PATIENCE)
    assert window.preferences.training.comparison_view is None
    assert not indicator.isVisible()
    after = [classify(window, qtbot, path) for path in images[:2]]
    assert {name for name, _ in after} == {"Our clinic (not validated)"}
    assert [p for _, p in after] != [p for _, p in before]

    window.preferences.show_dialog("model")
    model_page = window.preferences.dialog.model_page
    qtbot.waitUntil(lambda: not model_page.runner.is_busy, timeout=PATIENCE)
    click(model_page.buttons.roll_back_button)
    qtbot.waitUntil(lambda: before[0][0] in window.status.model.text(), timeout=PATIENCE)
    assert [classify(window, qtbot, path) for path in images[:2]] == before
    assert store.get("Our clinic").active is False


def test_a_view_that_is_made_late_shows_all_that_the_training_has_told(qtbot):
    training = Retraining()
    training.phase = TrainingPhase.RUNNING
    training.stages = {"audit": StageProgress("audit", 1.0), "training": StageProgress("training", 0.25)}
    training.epochs = [Epoch(number, 4, 0.6, 0.7, 0.75, 0.7, 0.6, 0.7) for number in (1, 2)]
    training.notes = [Note("warn", TrainingNote.TEST_SPLIT_TOO_SMALL()), Note("note", TrainingNote.UNREADABLE(count=2))]

    view = TrainingProgress(training)
    qtbot.addWidget(view)
    view.show()

    assert view.headline.text().startswith("Training.")
    assert [view.stages.text(stage) for stage in ("audit", "features")] == ["Done", "Done"]
    assert view.stages.text("training").startswith("25")
    assert "Epoch 2" in view.curves.summary.text()
    assert view.curves.isVisible()
    qtbot.waitUntil(lambda: all(plot.isVisible() for plot in view.curves.plots.values()))
    view.resize(view.minimumSizeHint())
    widths = [plot.width() for plot in view.curves.plots.values()]
    assert min(widths) >= 150 and max(widths) - min(widths) <= 2
    assert view.notes.text() == TrainingNote.TEST_SPLIT_TOO_SMALL.english

    training.dismiss()  # does nothing while it runs
    training.stages, training.epochs, training.notes = {}, [], []
    training.phase_changed.emit(TrainingPhase.RUNNING)  # the next one begins
    assert view.stages.text("audit") == ""
    assert not view.curves.isVisible()
    assert view.notes.isHidden()


def test_cancel_answers_at_once_and_leaves_nothing(trainer, qtbot, lesion_folder):
    window, training = trainer, retraining_of(trainer)
    page = start(window, qtbot, lesion_folder, epochs=3)
    pid, begun = child_pid(), time.monotonic()
    click(page.buttons.cancel_button)
    assert training.phase == TrainingPhase.CANCELLING
    qtbot.waitUntil(lambda: training.phase == TrainingPhase.CANCELLED, timeout=PATIENCE)
    assert time.monotonic() - begun < 5
    assert is_gone(pid)
    assert len(ModelStore().list()) == 1
    assert page.setup.isVisible()
    assert page.start_button.isEnabled()
    assert "Cancelled" in page.forecast_text.text()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_child_that_is_killed_is_a_message_and_the_program_lives(trainer, qtbot, lesion_folder):
    window, training = trainer, retraining_of(trainer)
    page = start(window, qtbot, lesion_folder, epochs=3)
    os.kill(child_pid(), 9)
    qtbot.waitUntil(lambda: training.phase == TrainingPhase.FAILED, timeout=PATIENCE)
    assert "ended from outside" in page.progress.error.text()
    assert window.preferences.training.indicator.text() == "The training failed"
    click(page.buttons.back_button)
    assert page.start_button.isEnabled()
    assert not window.preferences.training.indicator.isVisible()
    assert ModelStore().active().shipped
    assert 0 <= classify(window, qtbot, next((lesion_folder / "benign").iterdir()))[1] <= 1


def test_what_was_found_is_shown_with_the_files_behind_it(trainer, qtbot, lesion_folder, tmp_path):
    folder = tmp_path / "own images"
    shutil.copytree(lesion_folder, folder)
    (folder / "benign" / "broken.jpg").write_text("no image")
    page = look_at(trainer, qtbot, folder)

    counts = [page.audit_view._counts.itemAt(i).widget().text() for i in range(page.audit_view._counts.count())]
    assert {"Benign", "25", "Malignant", "24"} <= set(counts)
    finding = next(one for one in page.audit_view.findings if one.finding.kind == "unreadable")
    click(finding.toggle)
    item = finding.files.topLevelItem(0)
    assert "broken.jpg" in item.text(0)
    with qtbot.waitSignal(page.audit_view.image_chosen) as chosen:
        finding.files.itemActivated.emit(item, 0)
    assert chosen.args[0] == folder / "benign" / "broken.jpg"
    assert trainer.sequence.current == folder / "benign" / "broken.jpg"
    assert page.start_button.isEnabled()
    qtbot.waitUntil(lambda: "disk space" in page.forecast_text.text(), timeout=PATIENCE)

    page.form.name.setText("  ")
    assert not page.start_button.isEnabled()
    page.folders.remove(folder)
    assert page.audited is None
    assert not page.form.isVisible()


@pytest.mark.parametrize(
    ("benign", "malignant", "reason"),
    [(5, 0, "malignant"), (24, 3, "20"), (0, 0, "benign and malignant")],
)
def test_a_folder_that_cannot_work_is_refused_with_the_reason(
    trainer, qtbot, lesion_folder, tmp_path, benign, malignant, reason
):
    for kind, count in (("benign", benign), ("malignant", malignant)):
        (tmp_path / "few" / kind).mkdir(parents=True)
        for number in range(count):
            shutil.copy(lesion_folder / kind / f"{number}.png", tmp_path / "few" / kind)
    page = look_at(trainer, qtbot, tmp_path / "few")
    said = page.refusal.text() or page.audit_view.findings[0].message.text()
    assert reason in said
    assert not page.start_button.isEnabled()
    assert not page.form.isVisible()


def test_a_file_that_is_dropped_is_refused(trainer, samples):
    page = page_of(trainer)
    drop(page.folders, samples[0])
    assert page.folders.folders == []
    assert page.folders.refusal.isVisible()


def test_without_room_on_the_disk_no_training_starts_until_there_is_some(trainer, qtbot, lesion_folder, monkeypatch):
    usage = shutil.disk_usage(lesion_folder)
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
        page = look_at(trainer, qtbot, lesion_folder)
        qtbot.waitUntil(lambda: "too little room" in page.forecast_text.text(), timeout=PATIENCE)
        assert not page.start_button.isEnabled()

    page.activate()
    qtbot.waitUntil(lambda: "About" in page.forecast_text.text(), timeout=PATIENCE)
    assert page.start_button.isEnabled()


def test_a_long_path_is_cut_in_the_middle_and_whole_in_its_tool_tip(trainer, qtbot, tmp_path):
    folder = tmp_path / ("a long name " * 12).strip() / ("and another " * 12).strip()
    folder.mkdir(parents=True)
    page = page_of(trainer)
    width = page.folders.width()
    drop(page.folders, folder)

    name = page.folders.findChild(ElidedLabel)
    qtbot.waitUntil(lambda: "…" in name.text())
    assert name.text().endswith(folder.name[-5:])
    assert name.toolTip() == str(folder)
    assert page.folders.width() == width


def test_closing_the_window_asks_while_a_training_runs(trainer, qtbot, lesion_folder):
    start(trainer, qtbot, lesion_folder, epochs=3)
    pid, asked = child_pid(), []

    def answer(role):
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, lambda: answer(role))
            return
        asked.append(box.text())
        next(button for button in box.buttons() if box.buttonRole(button) == role).click()

    QTimer.singleShot(0, lambda: answer(QMessageBox.ButtonRole.RejectRole))
    assert not trainer.close()
    assert trainer.isVisible()
    QTimer.singleShot(0, lambda: answer(QMessageBox.ButtonRole.DestructiveRole))
    assert trainer.close()
    assert len(asked) == 2
    assert is_gone(pid)


def test_the_viewer_edition_says_what_is_missing(window, qtbot, monkeypatch):
    monkeypatch.setattr(availability, "missing_libraries", lambda: ["tensorflow"])
    window.preferences.show_dialog("retrain")
    page = page_of(window)
    assert "tensorflow" in page.lacking.text()
    assert not page.setup.isVisible()
    assert not page.start_button.isVisible()
