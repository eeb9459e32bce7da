import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from skin_gui.progress import Cancelled
from skin_gui.review.database import Database, SessionError
from skin_gui.review.memberships import Membership
from skin_gui.review.schema import MIGRATIONS, prepare
from skin_gui.review.store import SessionStore


def fill(store, images, make_result, rows=300):
    with store.open([images]) as session:
        for number in range(rows):
            session.add_result(make_result(images / f"{number}.jpg"))
        return session.path


def test_sessions_lie_in_the_users_data_folder(session, own_home):
    assert session.path.is_relative_to(own_home / "data" / "sessions")


def test_a_folder_finds_its_session_however_it_is_written(store, images, monkeypatch):
    monkeypatch.chdir(images.parent)
    assert store.path([images]) == store.path([Path("images")]) == store.path([images / "x" / ".."])
    a, b = images / "a.jpg", images / "b.jpg"
    assert store.path([a, b]) == store.path([b, a, b])
    assert store.path([a]) != store.path([b])


def test_recent_sessions_come_newest_first_with_their_numbers(store, tmp_path, make_result):
    assert store.recent() == []
    assert store.unfinished() == []
    for name in ("one", "two", "three"):
        with store.open([tmp_path / name], recursive=True) as session:
            session.begin(2)
            session.add_result(make_result(tmp_path / name / "a.jpg"))
            session.add_result(make_result(tmp_path / name / "b.jpg", None))
            session.decisions.decide([tmp_path / name / "a.jpg"], "agree")
    store.open([tmp_path / "one"]).close()
    assert [info.roots[0].name for info in store.recent()] == ["one", "three", "two"]
    assert [info.recursive for info in store.recent(2)] == [True, True]
    info = store.recent(1)[0]
    assert (info.total, info.done, info.failed, info.reviewed, info.unfinished) == (2, 2, 1, 1, True)
    assert [info.roots[0].name for info in store.unfinished()] == ["one", "three", "two"]
    with store.open(info.roots) as session:
        session.finish()
    assert [info.roots[0].name for info in store.unfinished()] == ["three", "two"]
    with pytest.raises(Cancelled):
        store.unfinished(lambda: True)


def test_clearing_deletes_all_sessions_and_those_kept_aside(store, tmp_path, images, make_result):
    fill(store, images, make_result)
    fill(store, tmp_path / "other", make_result).write_bytes(b"damaged" * 1000)
    store.open([tmp_path / "other"]).close()
    assert store.clear() == 3
    assert list(store.folder.iterdir()) == []
    assert store.clear() == 0


OTHER_WINDOW = """
import sys, threading
from pathlib import Path
from skin_gui.review.store import SessionStore
opened = []
opener = threading.Thread(target=lambda: opened.append(SessionStore(Path(sys.argv[1])).open([Path(sys.argv[2])])))
opener.start()
opener.join()
print("open", flush=True)
sys.stdin.readline()
decided = opened[0].decisions.decide([Path(sys.argv[2]) / "1.jpg"], "malignant", note="seen in the other window")
opened[0].close()
"""


@contextlib.contextmanager
def open_elsewhere(store, images):
    """The session is open in another process, by a thread that has ended; that decides and closes it in the end."""
    command = [sys.executable, "-c", OTHER_WINDOW, str(store.folder), str(images)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "open\n"
        yield
        other.communicate("go on\n", timeout=30)
        assert other.returncode == 0


def test_what_another_window_has_open_is_not_deleted(store, images, tmp_path, make_result):
    fill(store, images, make_result)
    fill(store, tmp_path / "closed", make_result)
    with open_elsewhere(store, images), pytest.raises(SessionError, match=r"another window; .* Nothing was deleted"):
        store.clear()
    assert len(store.recent()) == 2
    with store.open([images]) as session:
        assert session.result(images / "1.jpg").reviewer_note == "seen in the other window"
        with pytest.raises(SessionError, match="open in another window"):
            store.clear()
        assert len(session.results()) == 300
    assert store.clear() == 2


def test_a_session_that_is_read_for_a_moment_can_be_deleted(store, images, make_result):
    path = fill(store, images, make_result)
    reader = sqlite3.connect(path, check_same_thread=False)
    reader.execute("SELECT count(*) FROM result").fetchone()
    closing = threading.Timer(0.2, reader.close)
    closing.start()
    assert store.clear() == 1
    closing.join()


def test_a_damaged_session_that_another_window_has_open_stays(store, images, make_result):
    path = fill(store, images, make_result)
    with open_elsewhere(store, images):
        sound = path.read_bytes()
        overwrite_middle(path)
        with pytest.raises(SessionError, match=r"another window; .* Nothing was changed"):
            store.open([images])
        assert list(store.folder.glob("*.sqlite")) == [path]
        path.write_bytes(sound)
    assert [info.reviewed for info in store.recent()] == [1]


def overwrite_middle(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(os.urandom(size - 4096))


DAMAGES = {
    "no database": lambda path: path.write_bytes(os.urandom(50_000)),
    "cut short": lambda path: os.truncate(path, path.stat().st_size // 2),
    "overwritten": overwrite_middle,
    "text": lambda path: path.write_text("file,path,label\n"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_session_is_kept_aside_as_it_is(store, images, make_result, damage):
    path = fill(store, images, make_result)
    DAMAGES[damage](path)
    damaged = path.read_bytes()

    store.recent()  # what is listed before it is opened may be damaged
    with store.open([images]) as session:
        [aside] = store.folder.glob("*.damaged-*.sqlite")
        assert aside.name in str(session.notice)
        assert aside.read_bytes() == damaged
        assert session.results() == []
        session.add_result(make_result(images / "a.jpg"))
    with store.open([images]) as session:
        assert session.notice is None
        assert len(session.results()) == 1
    assert len(list(store.folder.glob("*.damaged-*.sqlite"))) == 1


def test_another_programs_database_is_kept_aside_too(store, images):
    store.folder.mkdir(parents=True)
    with sqlite3.connect(store.path([images])) as other:
        other.execute("CREATE TABLE addresses (name)")
    other.close()
    with store.open([images]) as session:
        assert "kept as" in str(session.notice)
    [aside] = store.folder.glob("*.damaged-*.sqlite")
    assert sqlite3.connect(aside).execute("SELECT count(*) FROM addresses").fetchone() == (0,)


def test_an_empty_file_becomes_a_session(store, images):
    store.folder.mkdir(parents=True)
    store.path([images]).touch()
    with store.open([images]) as session:
        assert session.notice is None


def test_a_session_of_a_newer_program_is_left_alone(store, images, make_result):
    path = fill(store, images, make_result)
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(SessionError, match="newer version"):
        store.open([images])
    assert path.read_bytes() == before
    assert store.recent() == []


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SessionError, match="cannot be made"):
        SessionStore(tmp_path / "file" / "sessions").open([tmp_path])


def test_migrations_run_once_each_and_an_interrupted_one_leaves_no_trace(tmp_path):
    path = tmp_path / "session.sqlite"
    database = Database(path)
    prepare(database)
    broken = (*MIGRATIONS, ("ALTER TABLE result ADD COLUMN body_site TEXT", "this is no SQL"))
    with pytest.raises(SessionError):
        prepare(database, broken)
    columns = {row[1] for row in database.rows("PRAGMA table_info(result)")}
    assert "body_site" not in columns
    assert database.rows("PRAGMA user_version") == [(len(MIGRATIONS),)]

    whole = (*MIGRATIONS, ("ALTER TABLE result ADD COLUMN body_site TEXT",))
    prepare(database, whole)
    prepare(database, whole)
    assert database.rows("PRAGMA user_version") == [(len(whole),)]
    assert "body_site" in {row[1] for row in database.rows("PRAGMA table_info(result)")}
    database.close()


def test_a_copied_session_opens_elsewhere(store, images, make_result, tmp_path):
    fill(store, images, make_result)
    shutil.copytree(store.folder, tmp_path / "moved")
    with SessionStore(tmp_path / "moved").open([images]) as session:
        assert len(session.results()) == 300


def test_a_session_keeps_whether_it_is_recursive(store, images):
    store.open([images], recursive=True).close()
    with store.open([images], recursive=False) as session:
        assert session.recursive
        session.recursive = False
    [info] = store.recent()
    assert not info.recursive


def test_a_session_from_before_models_had_an_id_keeps_its_rows_and_tells_models_by_name(store, images, make_result):
    store.folder.mkdir(parents=True)
    old = Database(store.path([images]))
    prepare(old, MIGRATIONS[:1])
    old.write(
        "INSERT INTO session (id, sources, recursive, total, created_at, opened_at) VALUES (1, '[]', 0, 1, '', '')"
    )
    old.write(
        "INSERT INTO result (path, status, model, app_version, classified_at, probability, threshold, warnings, "
        "error, sha256, reviewer_label, reviewer_note, reviewed_at, reviewed_sha256) VALUES (?, 'ok', 'default', "
        "'0.1.0', '2024-01-01T00:00:00+00:00', 0.7, 0.5, '', '', 'ab', 'benign', '', '', 'ab')",
        (str(images / "a.jpg"),),
    )
    old.close()

    with store.open([images]) as session:
        [row] = session.results()
        assert (row.probability, row.reviewer_label, row.model_id) == (0.7, "benign", "")
        assert row.is_by("0123", "default")
        assert not row.is_by("0123", "other")
        session.add_result(make_result(images / "a.jpg", 0.2, model_id="0123"))
        [row] = session.results()
        assert (row.probability, row.reviewer_label) == (0.2, "benign")
        assert row.is_by("0123", "renamed")
        assert not row.is_by("4567", "default")


@pytest.mark.skipif(os.name == "nt", reason="rights are not POSIX ones")
def test_sessions_are_the_users_alone(store, images, make_result):
    store.folder.mkdir(parents=True, mode=0o755)
    (store.folder / "old.sqlite").touch(0o644)
    fill(store, images, make_result, rows=1)
    with store.open([images]):  # a second opening closes what the first has made
        assert store.folder.stat().st_mode & 0o777 == 0o700


def test_decisions_of_a_damaged_session_are_taken_over_and_its_numbers_are_not(store, images, make_result, add_results):
    paths = [images / f"{number:04d}.jpg" for number in range(600)]
    with store.open([images]) as session:
        add_results(session, [make_result(path) for path in paths])
        session.decisions.decide(paths[::2], "malignant")
        session.memberships.replace({path: Membership("7", path.stem) for path in paths[:300]})
        session.memberships.put({path: Membership("7", "mole", by_hand=True) for path in paths[300:]})
    path = store.path([images])
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(data)

    with store.open([images]) as session:
        assert "ecisions that could be read and were taken over: " in str(session.notice)
        results = session.results()
        assert 100 < len(results) <= 300  # where the damage falls depends on how long the folder is named
        assert {result.path for result in results} <= set(paths[::2])
        assert {result.reviewer_label for result in results} == {"malignant"}
        assert {result.probability for result in results} == {None}
        said = session.memberships.all()
        assert 0 < len(said) <= 300
        assert said.keys() <= set(paths[300:])
        assert set(said.values()) == {Membership("7", "mole", by_hand=True)}
        assert not list(store.folder.glob(".salvage-*"))
        session.add_result(make_result(results[0].path, 0.2))
        assert session.result(results[0].path).reviewer_label == "malignant"


def test_a_session_that_is_being_made_is_passed_over_without_a_warning(tmp_path, caplog):
    store = SessionStore()
    store.open([tmp_path]).close()
    store.path([tmp_path / "empty"]).touch()  # as SQLite makes it
    unnamed = Database(store.path([tmp_path / "prepared"]))
    prepare(unnamed)
    unnamed.close()

    assert [info.roots for info in store.recent()] == [(tmp_path,)]
    for session in store.each():
        session.close()
    assert not caplog.records

    store.path([tmp_path / "foreign"]).write_bytes(b"no database" * 100)
    assert len(store.recent()) == 1
    assert "passed over" in caplog.text


def changed(path, sql):
    """Change a session's file behind its back, in a way that SQLite takes for sound."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


@pytest.mark.parametrize(
    "change",
    [
        "probability = 0.25",
        "probability = 7.5",
        "probability = 'x'",
        "threshold = 0.9",
        "status = 'failed'",
        "warnings = '{'",
        "sha256 = 'cd'",
        "model_id = 'other'",
    ],
)
def test_a_row_whose_values_changed_in_the_file_is_classified_again_and_its_decision_kept(
    store, images, make_result, add_results, change
):
    paths = [images / f"{number}.jpg" for number in range(3)]
    for path in paths:
        path.write_bytes(b"image")
    with store.open([images]) as session:
        add_results(session, [make_result(path, 0.75) for path in paths])
        session.decisions.decide(paths, "malignant", note="seen")
    changed(store.path([images]), f"UPDATE result SET {change} WHERE id = 2")  # noqa: S608

    with store.open([images]) as session:
        assert "1 of its rows cannot be trusted" in str(session.notice)
        rows = session.results()
        assert [row.probability for row in rows] == [0.75, None, 0.75]
        assert "classify this image again" in str(rows[1].error)
        assert {(row.reviewer_label, row.reviewer_note) for row in rows} == {("malignant", "seen")}
        assert session.probabilities().keys() == {paths[0], paths[2]}
        assert paths[1] in session.resume(paths)
    with store.open([images]) as session:
        assert session.notice is None


@pytest.mark.parametrize(
    "change", ["DROP TABLE result", "PRAGMA user_version = 1", "ALTER TABLE result DROP COLUMN error"]
)
def test_a_file_whose_tables_are_not_those_of_its_version_is_kept_aside(store, images, make_result, change):
    path = fill(store, images, make_result)
    changed(path, "PRAGMA foreign_keys = OFF")
    changed(path, change)

    with store.open([images]) as session:
        assert "was damaged; it is kept as" in str(session.notice)


def test_a_file_whose_fault_sqlite_cannot_tell_in_unicode_is_kept_aside(store, images, make_result):
    path = fill(store, images, make_result)
    data = path.read_bytes()
    at = data.index(b"CREATE TABLE step") + len(b"CREATE TABLE st")
    path.write_bytes(data[:at] + b"\xa0" + data[at + 1 :])

    with store.open([images]) as session:
        assert "was damaged; it is kept as" in str(session.notice)
