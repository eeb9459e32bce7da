import threading
import time

import pytest

from skin_gui.progress import Cancelled
from skin_gui.wording.fact import FactError
from skin_gui.wording.images import ImageFact
from skin_gui.workers.base import Worker
from skin_gui.workers.runner import Runner


@pytest.fixture
def runner(qapp):
    runner = Runner()
    yield runner
    runner.stop()


@pytest.fixture
def heard(runner):
    heard = []
    runner.succeeded.connect(lambda result: heard.append(("succeeded", result)))
    runner.failed.connect(lambda fact: heard.append(("failed", fact)))
    runner.cancelled.connect(lambda: heard.append(("cancelled",)))
    runner.busy_changed.connect(lambda busy: heard.append(("busy", busy)))
    return heard


class Slow:
    """A task that runs until it is let go or asked to stop."""

    def __init__(self, result="slow", heeds=True):
        self.go, self.began, self.result, self._heeds = threading.Event(), threading.Event(), result, heeds

    def __call__(self, progress, cancelled):
        self.began.set()
        while not self.go.wait(0.002):
            if self._heeds and cancelled():
                raise Cancelled
        return self.result


def test_what_a_task_returns_is_handed_over_when_the_runner_is_free_again(runner, heard, qtbot):
    done = []

    assert runner.run(lambda progress, cancelled: 7, lambda result: done.append((result, runner.is_busy)))
    qtbot.waitUntil(lambda: not runner.is_busy)

    assert done == [(7, False)]
    assert heard == [("busy", True), ("busy", False), ("succeeded", 7)]


def test_a_task_is_refused_while_another_one_runs(runner, heard, qtbot):
    first, done = Slow(), []
    assert runner.run(first, done.append)

    assert not runner.run(lambda progress, cancelled: "second", done.append)
    first.go.set()
    qtbot.waitUntil(lambda: not runner.is_busy)

    assert done == ["slow"]


@pytest.mark.parametrize(
    ("error", "end"), [(FactError(ImageFact.EMPTY()), ("failed", ImageFact.EMPTY())), (Cancelled(), ("cancelled",))]
)
def test_every_end_frees_the_runner(runner, heard, qtbot, error, end):
    def task(progress, cancelled):
        raise error

    runner.run(task, lambda _: None)
    qtbot.waitUntil(lambda: not runner.is_busy)

    assert heard == [("busy", True), ("busy", False), end]


def test_the_newest_wins_and_the_one_before_it_ends_unheard(runner, heard, qtbot):
    slow, done = Slow(heeds=False), []
    first = Worker(slow)
    runner.start(first, done.append)
    assert slow.began.wait(30)

    runner.start(Worker(lambda progress, cancelled: "newest"), done.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    slow.go.set()
    with qtbot.waitSignal(first.destroyed):  # it cleans up after itself
        pass

    assert done == ["newest"]
    assert heard == [("busy", True), ("busy", False), ("succeeded", "newest")]


def test_what_a_worker_that_was_left_has_made_can_be_closed(runner, qtbot):
    slow, unwanted = Slow("open file", heeds=False), []
    runner.start(Worker(slow, unwanted=unwanted.append))
    assert slow.began.wait(30)

    runner.drop()
    slow.go.set()

    qtbot.waitUntil(lambda: unwanted == ["open file"])


def test_signals_of_a_worker_that_was_left_are_not_heard(runner, qtbot):
    def task(progress, cancelled):
        progress(0.5)
        received.set()
        while not cancelled():
            time.sleep(0.002)
        progress(0.7)
        raise Cancelled

    received, parts = threading.Event(), []
    runner.progressed.connect(parts.append)
    worker = Worker(task)
    runner.start(worker)
    assert received.wait(30)  # and nothing has been heard: the event loop has not turned yet

    runner.drop()
    with qtbot.waitSignal(worker.destroyed):
        pass

    assert parts == []


def test_cancelling_is_heard(runner, heard, qtbot):
    runner.start(Worker(Slow()))

    runner.cancel()
    qtbot.waitUntil(lambda: not runner.is_busy)

    assert heard == [("busy", True), ("busy", False), ("cancelled",)]


def test_stopping_waits_for_all_threads_and_is_silent(runner, heard, qtbot):
    tasks = [Slow(), Slow()]
    workers = [Worker(task) for task in tasks]
    for worker, task in zip(workers, tasks, strict=True):
        runner.start(worker)
        assert task.began.wait(30)
    heard.clear()

    runner.stop()

    assert all(worker.isFinished() for worker in workers)
    assert not runner.is_busy
    qtbot.wait(20)
    assert heard == []
