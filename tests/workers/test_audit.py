import os
import threading
import time

import pytest

from skin_gui.training.plan import TrainingPlan
from skin_gui.workers.audit import AuditWorker, RunNeeds, forecast_task
from skin_gui.workers.base import Worker

PATIENCE = 180_000


@pytest.fixture
def audit(qapp):
    made = []

    def make(*folders):
        made.append(AuditWorker(folders))
        return made[-1]

    yield make
    for worker in made:
        worker.stop()


def test_an_audit_tells_the_counts_first_and_then_the_findings(audit, qtbot, lesion_folder):
    worker = audit(lesion_folder)
    listed, parts = [], []
    worker.listed.connect(listed.append)
    worker.progress.connect(parts.append)

    with qtbot.waitSignal(worker.succeeded, timeout=PATIENCE) as caught:
        worker.start()

    assert listed[0].totals == {"benign": 24, "malignant": 24}
    assert caught.args[0].dataset is listed[0]
    assert caught.args[0].report.severity == "note"
    assert parts == sorted(parts)
    assert parts[-1] == 1


def test_a_folder_without_labels_is_refused_in_a_sentence(audit, qtbot, tmp_path):
    worker = audit(tmp_path)
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE) as caught:
        worker.start()
    assert "benign" in str(caught.args[0])


def test_an_audit_can_be_cancelled(audit, qtbot, lesion_folder):
    worker = audit(lesion_folder)
    worker.listed.connect(worker.cancel)
    with qtbot.waitSignal(worker.cancelled, timeout=PATIENCE):
        worker.start()


def test_an_owner_that_goes_away_does_not_wait_for_a_large_folder_to_be_listed(audit, qtbot, tmp_path, monkeypatch):
    for number in range(60):
        (tmp_path / "benign" / str(number)).mkdir(parents=True)
        for name in range(200):
            (tmp_path / "benign" / str(number) / f"{name}.jpg").touch()
    listed, scandir, lists = [], os.scandir, threading.Event()

    def slow_drive(path):
        listed.append(path)
        lists.set()
        time.sleep(0.05)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", slow_drive)
    worker = audit(tmp_path)
    heard = []
    worker.listed.connect(heard.append)
    worker.start()
    assert lists.wait(PATIENCE / 1000)

    worker.stop()
    qtbot.wait(20)

    assert worker.isFinished()
    assert len(listed) < 10  # of 62 folders
    assert heard == []


def test_a_run_is_estimated_on_a_thread(audit, qtbot, lesion_folder, trainer_home):
    looked = audit(lesion_folder)
    with qtbot.waitSignal(looked.succeeded, timeout=PATIENCE) as caught:
        looked.start()
    worker = Worker(forecast_task(TrainingPlan((lesion_folder,)), caught.args[0].dataset))
    with qtbot.waitSignal(worker.succeeded, timeout=PATIENCE) as forecast:
        worker.start()
    worker.stop()

    found = forecast.args[0]
    assert isinstance(found, RunNeeds)
    assert found.run.seconds > 0
    assert found.free_bytes > found.run.disk_bytes >= 0
