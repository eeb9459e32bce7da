"""The batch worker with real files, a real network and real threads."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from skin_gui import paths
from skin_gui.measures.files import measure_file
from skin_gui.measures.measurer import Measurer
from skin_gui.review.measurements import measurement_of, unmeasured
from skin_gui.review.store import SessionStore
from skin_gui.workers.base import Worker
from skin_gui.workers.batch import BatchWorker
from skin_gui.workers.sessions import open_session_task

pytestmark = pytest.mark.usefixtures("qapp", "shipped_model")

real_model = paths.shipped_model


@pytest.fixture
def started(qtbot):
    """Start a worker with lists of what it says; stop it at the end whatever happens."""
    workers = []

    def start(worker):
        worker.said_rows, worker.said_states, worker.said_pauses = [], [], []
        worker.rows_ready.connect(worker.said_rows.extend)
        worker.advanced.connect(worker.said_states.append)
        worker.pause_changed.connect(worker.said_pauses.append)
        workers.append(worker)
        worker.start()
        return worker

    yield start
    for worker in workers:
        worker.stop()


def test_given_a_folder_then_every_row_is_saved_and_told(qtbot, make_images, started):
    folder = make_images(4, broken=True)
    with SessionStore().open([folder]) as session:
        worker: Any = BatchWorker(session, [folder])
        with qtbot.waitSignal(worker.succeeded, timeout=90_000):
            started(worker)

        assert [row.file for row in worker.said_rows] == ["img0.png", "img1.png", "img1b.jpg", "img2.png", "img3.png"]
        assert session.results() == worker.said_rows
        assert [row.status for row in worker.said_rows].count("failed") == 1
        last = worker.said_states[-1]
        assert (last.total, last.done, last.failed, last.part) == (5, 5, 1, 1.0)
        assert not session.info().unfinished


def test_measures_beside_a_batch_are_those_of_each_file_alone(qtbot, tmp_path, synthetic_image, started, monkeypatch):
    for number, side in enumerate((320, 200)):
        Image.fromarray(np.rot90(cv2.resize(synthetic_image, (side, 240)), number)).save(tmp_path / f"{number}.png")
    (tmp_path / "broken.png").write_bytes(b"no image")
    monkeypatch.setattr(paths, "shipped_model", real_model)  # a random one sees no lesion
    measurer = Measurer.load()
    alone = [measurement_of(measure_file(measurer, tmp_path / f"{number}.png")) for number in range(2)]
    # Whatever goes through the base a second time fails.
    monkeypatch.setattr(Measurer, "measure", None)
    with SessionStore().open([tmp_path]) as session:
        worker: Any = BatchWorker(session, [tmp_path])
        worker.measures = True
        told = {}
        worker.measured.connect(told.update)
        with qtbot.waitSignal(worker.succeeded, timeout=90_000):
            started(worker)

        kept = session.measurements.all()
        assert kept.keys() == told.keys() == {tmp_path / "0.png", tmp_path / "1.png"}
        for number, expected in enumerate(alone):
            found = kept[tmp_path / f"{number}.png"]
            assert expected.score is not None
            assert (found.score, found.error, found.sha256) == (expected.score, None, expected.sha256)
            assert found.area_fraction == pytest.approx(expected.area_fraction, abs=1e-3)
            assert found.confidence == pytest.approx(expected.confidence, abs=1e-3)
        assert unmeasured(session.results(), kept) == []


def test_given_a_finished_session_then_only_new_and_failed_files_are_classified(qtbot, make_images, started):
    folder = make_images(3, broken=True)
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9))
    with SessionStore().open([folder]) as session:
        worker: Any = BatchWorker(session, [folder])
        with qtbot.waitSignal(worker.succeeded, timeout=90_000):
            started(worker)
        make_images(4)
        again: Any = BatchWorker(session, [folder])
        with qtbot.waitSignal(again.succeeded, timeout=90_000):
            started(again)

        # The pictures drawn again are the same bytes under newer times: read, and found unchanged.
        assert [row.file for row in again.said_rows] == ["img1b.jpg", "img3.png"]


def test_cancel_is_answered_within_an_image_and_keeps_the_rows(qtbot, make_images, started):
    folder = make_images(30)
    with SessionStore().open([folder]) as session:
        worker = started(BatchWorker(session, [folder]))
        qtbot.waitUntil(lambda: len(worker.said_rows) >= 2, timeout=90_000)
        before = len(worker.said_rows)
        with qtbot.waitSignal(worker.cancelled, timeout=60_000):
            worker.cancel()

        assert before <= len(worker.said_rows) < 30
        assert session.results() == worker.said_rows
        assert session.info().unfinished


def test_cancel_is_answered_while_a_huge_folder_is_listed(qtbot, tmp_path, started, monkeypatch):
    for number in range(60):
        (tmp_path / str(number)).mkdir()
        for name in range(500):
            (tmp_path / str(number) / f"{name}.txt").touch()
    with SessionStore().open([tmp_path]) as session:
        worker: Any = BatchWorker(session, [tmp_path], recursive=True)
        worker.started.connect(worker.cancel, Qt.ConnectionType.DirectConnection)
        listed = []
        scandir = os.scandir
        monkeypatch.setattr(os, "scandir", lambda path: listed.append(path) or scandir(path))
        with qtbot.waitSignal(worker.cancelled, timeout=60_000):
            started(worker)
        assert len(listed) < 10  # of 61 folders
        opener = Worker(open_session_task([tmp_path], recursive=True))
        opener.started.connect(opener.cancel, Qt.ConnectionType.DirectConnection)
        with qtbot.waitSignal(opener.cancelled, timeout=60_000):
            opener.start()
        opener.wait()


def test_another_models_row_is_done_until_made_again(qtbot, make_images, make_model, started, tmp_path):
    folder = make_images(2)
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9))
    with SessionStore().open([folder]) as session:
        worker: Any = BatchWorker(session, [folder])
        with qtbot.waitSignal(worker.succeeded, timeout=90_000):
            started(worker)
        before = session.results()
        session.decisions.decide([before[0].path], "unsure", note="ask again")
        # The same name with other content: another model.
        other = make_model(tmp_path / "other", "Skin GUI test", seed=5, validated=True)
        continued: Any = BatchWorker(session, [folder], model=other)
        with qtbot.waitSignal(continued.succeeded, timeout=90_000):
            started(continued)
        assert continued.said_rows == []
        assert [row.probability for row in session.results()] == [row.probability for row in before]

        before[1].path.unlink()
        again: Any = BatchWorker(session, [folder], again=[row.path for row in before], model=other)
        with qtbot.waitSignal(again.succeeded, timeout=90_000):
            started(again)
        first, gone = session.results()
        assert (first.reviewer_label, first.reviewer_note) == ("unsure", "ask again")
        assert first.probability != before[0].probability
        assert not first.is_by(before[0].model_id, before[0].model)
        assert gone == before[1]


def test_pause_finishes_what_is_in_hand_and_resume_goes_on(qtbot, make_images, started):
    folder = make_images(12)
    with SessionStore().open([folder]) as session:
        worker = started(BatchWorker(session, [folder]))
        qtbot.waitUntil(lambda: len(worker.said_rows) >= 1, timeout=90_000)
        worker.pause()
        qtbot.waitUntil(lambda: worker.said_pauses == [True], timeout=60_000)
        standing = len(worker.said_rows)
        assert standing < 12
        qtbot.wait(400)
        assert len(worker.said_rows) == standing == len(session.results())

        with qtbot.waitSignal(worker.succeeded, timeout=90_000):
            worker.resume()
        assert worker.said_pauses == [True, False]
        assert len(worker.said_rows) == 12


def test_a_paused_batch_can_be_cancelled(qtbot, make_images, started):
    folder = make_images(12)
    with SessionStore().open([folder]) as session:
        worker: Any = started(BatchWorker(session, [folder]))
        worker.pause()
        qtbot.waitUntil(lambda: worker.said_pauses == [True], timeout=60_000)
        with qtbot.waitSignal(worker.cancelled, timeout=60_000):
            worker.cancel()


def test_failed_rows_are_retried_alone_and_keep_their_note(qtbot, make_images, started):
    folder = make_images(2, broken=True)
    with SessionStore().open([folder]) as session:
        worker: Any = BatchWorker(session, [folder])
        with qtbot.waitSignal(worker.succeeded, timeout=90_000):
            started(worker)
        broken = folder / "img1b.jpg"
        session.decisions.set_note([broken], "ask again")
        broken.write_bytes((folder / "img0.png").read_bytes())
        again: Any = BatchWorker(session, [folder], again=[broken])
        with qtbot.waitSignal(again.succeeded, timeout=90_000):
            started(again)

        (row,) = again.said_rows
        assert (row.path, row.status, row.reviewer_label, row.reviewer_note) == (broken, "ok", None, "ask again")


def test_without_a_model_the_batch_fails_with_a_sentence(qtbot, make_images, started, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "shipped_model", lambda: tmp_path / "none")
    folder = make_images(1)
    with SessionStore().open([folder]) as session:
        worker: Any = BatchWorker(session, [folder])
        with qtbot.waitSignal(worker.failed, timeout=60_000) as failure:
            started(worker)
        assert "model" in str(failure.args[0])


_CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from skin_gui.review.store import SessionStore
from skin_gui.workers.batch import BatchWorker

app = QCoreApplication([])
folder, model = Path(sys.argv[1]), Path(sys.argv[2])
session = SessionStore().open([folder])

def told(rows):
    for row in rows:
        session.decisions.decide([row.path], "agree", note="seen")
        print(row.file, flush=True)

worker = BatchWorker(session, [folder], model=model)
worker.rows_ready.connect(told)
worker.start()
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_given_a_killed_process_then_every_row_and_decision_is_there(make_images, random_model):
    folder = make_images(40)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(folder), str(random_model)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as child:
        received = [child.stdout.readline().strip() for _ in range(4)]
        child.send_signal(signal.SIGKILL)
        received += [line.strip() for line in child.stdout if line.endswith("\n")]

    [info] = SessionStore().unfinished()
    assert info.roots == (folder,)
    assert info.total == 40
    with SessionStore().open([folder]) as session:
        rows = {row.file: row for row in session.results()}
        assert len(rows) < 40
        assert set(received) <= set(rows)
        assert all(rows[name].reviewer_label == rows[name].label for name in received)
        assert all(rows[name].reviewer_note == "seen" for name in received)
        assert len(session.resume(sorted(folder.iterdir()))) == 40 - len(rows)


def lateness(qtbot, started, folder) -> list[float]:
    """How late a 10 ms timer was, in ms and sorted, while a batch ran on all cores."""
    from PySide6.QtCore import Qt, QTimer

    late = []
    last = [time.perf_counter()]

    def tick():
        now = time.perf_counter()
        late.append(1000 * (now - last[0] - 0.010))
        last[0] = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    SessionStore().clear()
    with SessionStore().open([folder]) as session:
        worker: Any = BatchWorker(session, [folder])
        last[0] = time.perf_counter()
        timer.start(10)
        with qtbot.waitSignal(worker.succeeded, timeout=60_000):
            started(worker)
        timer.stop()
    return sorted(late)


def test_the_event_loop_stays_quick_while_all_cores_work(qtbot, make_images, started):
    folder = make_images(16)
    # Other processes can hold the machine up; what the program itself does shows in every round.
    rounds = [lateness(qtbot, started, folder) for _ in range(3)]
    best = min(rounds, key=lambda late: late[-1])
    worst, usual = best[-1], best[int(len(best) * 0.99)]
    sys.stdout.write(f"\nevent loop late during a batch: worst {worst:.0f} ms, 99th percentile {usual:.1f} ms\n")
    if worst >= 100 and os.getloadavg()[0] > 2 * (os.cpu_count() or 1):
        pytest.skip(f"the machine is overloaded: worst {worst:.0f} ms says nothing about the program")
    assert worst < 100
