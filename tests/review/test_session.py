import hashlib
import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from skin_gui.imaging.errors import ImageError
from skin_gui.progress import Cancelled
from skin_gui.review.database import SessionError
from skin_gui.review.store import SessionStore
from skin_gui.vocabulary import ImageWarning
from skin_gui.wording.fact import verbatim
from skin_gui.wording.images import ImageFact

LOADS = "generous: other work may share the machine"


def write_image(folder: Path, name: str, content: bytes = b"pixels") -> Path:
    path = folder / name
    path.write_bytes(content)
    # Long ago, so that its modification time can be trusted.
    os.utime(path, (1_000_000_000, 1_000_000_000))
    return path


def classified(make_result, path: Path, **changes):
    return make_result(path, sha256=hashlib.sha256(path.read_bytes()).hexdigest(), **changes)


def test_a_result_comes_back_as_it_was_saved(session, make_result):
    given = [
        make_result(
            "/i/a.jpg",
            1 / 3,
            warnings=("outside training data", "blurred; dark"),
            model="mine (not validated)",
            validated=False,
        ),
        make_result(
            "/i/b.jpg", None, error=verbatim('b.jpg is "damaged", line\nbreak.'), width=None, height=None, sha256=""
        ),
        make_result("/i/名前 é ß.jpg", 0.0),
    ]
    for result in given:
        session.add_result(result)
    assert session.results() == given
    assert session.result(Path("/i/b.jpg")) == given[1]
    assert session.result(Path("/i/none.jpg")) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_a_name_that_is_no_unicode_keeps_its_row(session, make_result):
    path = Path(os.fsdecode(b"/i/caf\xe9.jpg"))
    session.add_result(make_result(path))
    session.decisions.decide([path], "unsure")
    [row] = session.results()
    assert row.path == path
    assert row.reviewer_label == "unsure"


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_an_error_that_quotes_a_name_that_is_no_unicode_keeps_it_readable(session, make_result):
    path = Path(os.fsdecode(b"/i/caf\xe9.jpg"))
    session.add_result(make_result(path, None, error=ImageError(path, ImageFact.DAMAGED()).fact))
    [row] = session.results()
    assert str(row.error).startswith("caf\\udce9.jpg is truncated or damaged")


def test_the_same_content_in_two_places_is_two_rows(session, make_result, add_results):
    add_results(session, [make_result("/i/a.jpg"), make_result("/i/copy of a.jpg")])
    assert len(session.results()) == 2


def test_relative_paths_find_the_row_of_the_absolute_one(session, make_result, images, monkeypatch):
    session.add_result(make_result(images / "a.jpg"))
    monkeypatch.chdir(images)
    assert session.result(Path("a.jpg")) is not None
    assert session.result(Path("x/../a.jpg")) is not None


def test_computing_again_replaces_the_row_and_keeps_the_decision_and_place(session, make_result, add_results):
    add_results(session, [make_result("/i/a.jpg", 0.2), make_result("/i/b.jpg")])
    session.decisions.decide([Path("/i/a.jpg")], "malignant", note="asymmetric")
    session.add_result(make_result("/i/a.jpg", 0.9, model="mine", warnings=("blurred",)))
    first = session.results()[0]
    assert (first.path, first.probability, first.model, first.warnings) == (Path("/i/a.jpg"), 0.9, "mine", ("blurred",))
    assert (first.reviewer_label, first.reviewer_note) == ("malignant", "asymmetric")


def test_a_decision_on_other_content_is_kept_and_marked(session, make_result):
    session.add_result(make_result("/i/a.jpg", sha256="1" * 64))
    session.decisions.decide([Path("/i/a.jpg")], "agree")
    session.add_result(make_result("/i/a.jpg", sha256="2" * 64))
    [row] = session.results()
    assert row.reviewer_label == "malignant"
    assert row.warnings == (ImageWarning.CHANGED_SINCE_REVIEW,)
    session.add_result(row)
    assert session.results()[0].warnings == (ImageWarning.CHANGED_SINCE_REVIEW,), (
        "not doubled when the row is saved again"
    )
    session.decisions.decide([row.path], "agree")
    assert session.results()[0].warnings == ()


def test_moving_the_threshold_changes_no_row(session, make_result):
    session.add_result(make_result("/i/a.jpg", 0.4))
    before = session.results()
    assert session.threshold is None
    session.threshold = 0.3
    assert session.threshold == 0.3
    assert session.results() == before
    assert before[0].at(0.3).label == "malignant"


def test_resume_skips_what_any_model_has_done_and_has_not_changed(session, make_result, images):
    names = ["kept", "new", "other model", "changed", "touched", "failed", "gone"]
    files = {name: write_image(images, f"{name}.jpg", name.encode()) for name in names}
    for name in names:
        if name != "new":
            model = "old" if name == "other model" else "default"
            session.add_result(
                classified(make_result, files[name], probability=None if name == "failed" else 0.5, model=model)
            )
    files["changed"].write_bytes(b"CHANGED")  # as long as before
    os.utime(files["touched"])
    files["gone"].unlink()

    pending = session.resume(list(files.values()))

    assert [path.stem for path in pending] == ["new", "changed", "failed", "gone"]


def test_resume_reads_a_touched_file_once_only(session, make_result, images):
    file = write_image(images, "a.jpg")
    session.add_result(classified(make_result, file))
    os.utime(file, (1_100_000_000, 1_100_000_000))
    assert session.resume([file]) == []
    # Other bytes behind the same size and time: found only if the file were read again.
    file.write_bytes(b"PIXELS")
    os.utime(file, (1_100_000_000, 1_100_000_000))
    assert session.resume([file]) == []


def test_a_file_changed_while_it_was_read_is_not_taken_for_done(session, make_result, images):
    file = write_image(images, "a.jpg")
    seen = classified(make_result, file, classified_at="2001-09-09T01:46:45+00:00")  # five seconds after its time
    file.write_bytes(b"PIXELS")
    os.utime(file, (1_000_000_000, 1_000_000_000))
    session.add_result(seen)
    assert session.resume([file]) == [file]


def test_resume_reports_and_stops(session, images):
    files = [images / f"{number}.jpg" for number in range(2500)]
    parts: list[float] = []
    assert session.resume(files, progress=parts.append) == files
    assert parts == [0.0, 0.4, 0.8, 1.0]
    with pytest.raises(Cancelled):
        session.resume(files, cancelled=lambda: True)


def test_what_was_saved_is_there_after_opening_again(store, make_result, images):
    with store.open([images]) as session:
        session.begin(3)
        session.add_result(make_result(images / "a.jpg"))
        session.decisions.decide([images / "a.jpg"], "benign", note="seen before")
        session.threshold = 0.35
    with store.open([images]) as session:
        assert session.threshold == 0.35
        assert [row.reviewer_note for row in session.results()] == ["seen before"]
        assert session.info().unfinished
        session.finish()
        assert not session.info().unfinished
        assert (session.info().total, session.info().done, session.info().reviewed) == (3, 1, 1)


CHILD = """
import sys, itertools
from pathlib import Path
from skin_gui.review.results import Result
from skin_gui.review.store import SessionStore
session = SessionStore(Path(sys.argv[1])).open([Path("/images")])
session.begin(1_000_000)
for number in itertools.count():
    path = Path(f"/images/{number}.jpg")
    session.add_result(Result(path, "ok", "default", "0.1.0", "2100-01-01T00:00:00+00:00", 0.7, 0.5))
    if number % 10 == 0:
        session.decisions.decide([path], "agree", note=str(number))
    print(number, flush=True)
"""


@pytest.mark.parametrize("rows", [1, 57, 400])
def test_a_killed_process_loses_no_finished_row_and_no_decision(tmp_path, rows):
    folder = tmp_path / "sessions"
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE, text=True)
    try:
        finished = [int(child.stdout.readline()) for _ in range(rows)]
    finally:
        child.kill()
        rest = child.communicate()[0].split()
    finished += [int(number) for number in rest]

    store = SessionStore(folder)
    [offered] = store.unfinished()
    assert offered.roots == (Path("/images").absolute(),)
    with store.open(offered.roots) as session:
        assert session.notice is None
        saved = session.results()
        assert [row.path.stem for row in saved][: len(finished)] == [str(number) for number in finished]
        assert len(saved) <= len(finished) + 1, "at most the row between saving and saying so"
        assert all(saved[number].reviewer_note == str(number) for number in finished if number % 10 == 0)
        assert session.decisions.undo(), "the history outlives the process"


def test_readers_neither_wait_for_the_writer_nor_see_half_a_transaction(session, make_result, add_results):
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            add_results(session, [make_result(f"/i/{number + half}.jpg") for half in (0, 1)])
            number += 2

    writer = threading.Thread(target=write)
    writer.start()
    seen, waits = [], []
    try:
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            start = time.perf_counter()
            seen.append(session.info().done)
            waits.append(time.perf_counter() - start)
    finally:
        stop.set()
        writer.join()
    assert all(count % 2 == 0 for count in seen)
    assert seen == sorted(seen)
    print(f"\nworst wait of a reader while rows are written: {max(waits) * 1000:.1f} ms")  # noqa: T201
    assert max(waits) < 2, LOADS


def test_two_writers_take_turns(session, make_result):
    def write(name: str) -> None:
        for number in range(200):
            session.add_result(make_result(f"/i/{name}{number}.jpg"))

    writers = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for writer in writers:
        writer.start()
    for number in range(50):
        session.decisions.set_note([Path(f"/i/a{number}.jpg")], "while they write")
    for writer in writers:
        writer.join()
    assert len(session.results()) == 600


def test_a_thread_that_ends_closes_its_connection(session, make_result):
    for number in range(20):
        thread = threading.Thread(target=session.add_result, args=(make_result(f"/i/{number}.jpg"),))
        thread.start()
        thread.join()
    assert len(session._database._handles) == 1


def test_a_closed_session_says_so(session, make_result):
    session.close()
    session.close()
    with pytest.raises(SessionError, match="closed"):
        session.add_result(make_result("/i/a.jpg"))


def test_a_batch_of_rows_counts_together_or_not_at_all(session, make_result, add_results):
    with pytest.raises(SessionError):
        add_results(session, [make_result("/i/a.jpg"), replace(make_result("/i/b.jpg"), status="nonsense")])
    assert session.results() == []


def test_a_full_disk_is_told_in_words_and_loses_nothing(session, make_result, add_results):
    session.add_result(make_result("/i/a.jpg"))
    pages = session._database.rows("PRAGMA page_count")[0][0]
    session._database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(SessionError, match="disk is full"):
        add_results(session, (make_result(f"/i/{number}.jpg") for number in range(1000)))
    assert len(session.results()) == 1


def test_the_file_is_as_the_documentation_says(session):
    def said(setting):
        return session._database.rows(f"PRAGMA {setting}")[0][0]

    assert said("journal_mode") == "wal"
    assert said("synchronous") == 1
    assert said("foreign_keys") == 1
    assert said("busy_timeout") == 5000
    with session._database.transaction(power_safe=True) as writing:
        assert writing.execute("PRAGMA synchronous").fetchone() == (2,)
    assert said("synchronous") == 1
    with pytest.raises(SessionError), session._database.transaction() as writing:
        writing.execute("INSERT INTO change VALUES (99, 99, NULL, '', '', '', NULL, '', '', '')")


def test_a_hundred_thousand_rows(store, make_result, images, add_results):
    random.seed(0)
    rows = [make_result(f"/images/patient/ISIC_{number:07d}.jpg", random.random()) for number in range(100_000)]  # noqa: S311
    with store.open([images]) as session:
        start = time.perf_counter()
        for row in rows[:2000]:
            session.add_result(row)
        rate = 2000 / (time.perf_counter() - start)
        add_results(session, rows)
    start = time.thread_time()
    with store.open([images]) as session:
        opened = time.thread_time() - start
        start, busy = time.perf_counter(), time.thread_time()
        loaded = session.results()
        load, busy = time.perf_counter() - start, time.thread_time() - busy
        start = time.perf_counter()
        session.decisions.decide([loaded[50_000].path], "agree")
        decide = time.perf_counter() - start
        start = time.perf_counter()
        pending = session.resume([row.path for row in rows])
        resume = time.perf_counter() - start
    print(  # noqa: T201
        f"\n100,000 rows: {rate:.0f} single commits/s, open {opened:.2f} s of CPU, "
        f"load {load:.2f} s ({busy:.2f} s of CPU), decide {decide * 1000:.1f} ms, resume {resume:.2f} s"
    )
    assert loaded == rows
    assert len(pending) == 100_000
    assert rate > 500, LOADS
    assert opened < 2, LOADS
    assert busy < 2, LOADS
    assert decide < 2, LOADS


def test_sqlite_is_new_enough_for_what_is_used():
    assert sqlite3.sqlite_version_info >= (3, 35)
