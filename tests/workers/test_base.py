import threading
import time

from PySide6.QtCore import QObject

from skin_gui.progress import Cancelled
from skin_gui.wording.fact import FactError
from skin_gui.wording.images import ImageFact
from skin_gui.wording.program import ProgramFact
from skin_gui.workers.base import Worker


class KnownError(FactError):
    pass


def collect(worker):
    heard = []
    worker.progress.connect(lambda part: heard.append(("progress", part)))
    worker.succeeded.connect(lambda result: heard.append(("succeeded", result)))
    worker.failed.connect(lambda text: heard.append(("failed", text)))
    worker.cancelled.connect(lambda: heard.append(("cancelled",)))
    return heard


def run(qtbot, worker):
    heard = collect(worker)
    with qtbot.waitSignal(worker.finished):
        worker.start()
    qtbot.wait(20)
    return heard


def test_success(qtbot):
    def task(progress, cancelled):
        progress(0.0)
        progress(1.0)
        return threading.current_thread() is threading.main_thread()

    assert run(qtbot, Worker(task)) == [("progress", 0.0), ("progress", 1.0), ("succeeded", False)]


def test_an_error_that_states_a_fact_is_told_as_that(qtbot):
    def task(progress, cancelled):
        raise KnownError(ImageFact.EMPTY())

    assert run(qtbot, Worker(task)) == [("failed", ImageFact.EMPTY())]


def test_an_unexpected_error_is_a_plain_sentence_and_the_log_has_the_rest(qtbot, caplog):
    def task(progress, cancelled):
        raise ZeroDivisionError("detail")

    heard = run(qtbot, Worker(task))

    assert heard == [("failed", ProgramFact.UNEXPECTED())]
    assert "ZeroDivisionError" in caplog.text


def endless(progress, cancelled):
    while not cancelled():
        time.sleep(0.002)
    raise Cancelled


def test_cancelling_is_no_error(qtbot):
    worker = Worker(endless)
    heard = collect(worker)
    worker.start()
    with qtbot.waitSignal(worker.finished):
        worker.cancel()
    qtbot.wait(20)

    assert heard == [("cancelled",)]


def test_a_stopped_worker_is_silent_and_its_thread_is_over(qtbot):
    worker = Worker(endless)
    heard = collect(worker)
    worker.start()

    worker.stop()
    qtbot.wait(20)

    assert worker.isFinished()
    assert heard == []


class Owner(QObject):
    def __init__(self):
        super().__init__()
        self.heard = []

    def hear(self, value):
        self.heard.append((value, threading.current_thread() is threading.main_thread()))


def test_what_was_told_before_the_stop_and_not_heard_yet_is_dropped(qtbot):
    def task(progress, cancelled):
        progress(0.5)
        return "done"

    worker, owner = Worker(task), Owner()
    lambdas = collect(worker)
    worker.progress.connect(owner.hear)
    worker.succeeded.connect(owner.hear)
    worker.start()
    assert worker.wait(10_000)  # the thread is over; the event loop has not turned yet

    worker.stop()
    qtbot.wait(20)

    assert owner.heard == []
    assert lambdas == []


def test_slots_of_every_kind_are_called_on_the_owners_thread(qtbot):
    worker, owner, plain = Worker(lambda progress, cancelled: 1), Owner(), []
    worker.succeeded.connect(owner.hear)
    worker.succeeded.connect(lambda value: plain.append((value, threading.current_thread() is threading.main_thread())))

    run(qtbot, worker)

    assert owner.heard == plain == [(1, True)]
