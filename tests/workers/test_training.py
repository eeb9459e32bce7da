import os
import signal
import time

import pytest

from skin_gui.classifier.store import ModelStore
from skin_gui.training.plan import TrainingPlan
from skin_gui.training.run.child import TrainingProcess  # here, before the clock runs
from skin_gui.training.run.events import Done
from skin_gui.workers.training import TrainingWorker
from tests.training_child import child_pid

PATIENCE = 240_000
on_posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def worker(qapp, trainer_home, lesion_folder):
    worker = TrainingWorker(TrainingPlan((lesion_folder,), name="Mine", epochs=4))
    yield worker
    worker.stop()


def is_gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def start(worker, qtbot):
    """Start, and wait for the first sign of life."""
    with qtbot.waitSignal(worker.advanced, timeout=PATIENCE):
        worker.start()


def assert_untouched():
    store = ModelStore()
    assert [model.shipped for model in store.list()] == [True]
    assert store.active().shipped
    assert not store.folder.exists() or not list(store.folder.iterdir())


@on_posix
def test_given_a_cancel_then_it_answers_at_once_and_nothing_is_left(worker, qtbot):
    start(worker, qtbot)
    pid, begun = child_pid(), time.monotonic()
    with qtbot.waitSignal(worker.cancelled, timeout=PATIENCE):
        worker.cancel()
    assert time.monotonic() - begun < 5
    assert is_gone(pid)
    assert_untouched()


@on_posix
def test_given_the_owner_goes_away_then_the_child_goes_too(worker, qtbot):
    start(worker, qtbot)
    heard = []
    for end in (worker.succeeded, worker.failed, worker.cancelled):
        end.connect(heard.append)
    pid, begun = child_pid(), time.monotonic()
    worker.stop()
    assert time.monotonic() - begun < 5
    assert is_gone(pid)
    assert not heard


@on_posix
def test_given_the_child_is_killed_from_outside_then_it_fails_with_a_sentence(worker, qtbot):
    start(worker, qtbot)
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE) as caught:
        os.kill(child_pid(), signal.SIGKILL)
    assert "ended from outside" in str(caught.args[0])
    assert_untouched()


def test_given_a_cancel_at_the_last_moment_then_even_an_activation_is_undone(
    qapp, qtbot, trainer_home, lesion_folder, monkeypatch
):
    worker = TrainingWorker(TrainingPlan((lesion_folder,), name="Mine", epochs=1, activate=True))
    poll, active = TrainingProcess.poll, []

    def poll_and_cancel(process):
        events = poll(process)
        if any(isinstance(event, Done) for event in events):
            active.append(ModelStore().active().info.name)
            worker.cancel()
        return events

    monkeypatch.setattr(TrainingProcess, "poll", poll_and_cancel)
    with qtbot.waitSignal(worker.cancelled, timeout=PATIENCE):
        worker.start()
    worker.stop()

    assert active == ["Mine"]
    store = ModelStore()
    assert [model.shipped for model in store.list()] == [True]
    assert store.active().shipped


def test_given_a_folder_that_cannot_be_trained_on_then_it_fails_with_the_reason(qapp, qtbot, trainer_home, tmp_path):
    worker = TrainingWorker(TrainingPlan((tmp_path,)))
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE) as caught:
        worker.start()
    worker.stop()
    assert "benign" in str(caught.args[0])
