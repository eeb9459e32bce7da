import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from skin_gui.review.database import Database, SessionError, database_uri, is_in_use


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PureWindowsPath(r"\\server\share\Dr. Müller\a.sqlite"), "file:////server/share/Dr.%20M%C3%BCller/a.sqlite"),
        (PureWindowsPath(r"\\10.0.0.1\c$\a#1.sqlite"), "file:////10.0.0.1/c%24/a%231.sqlite"),
        (PureWindowsPath(r"C:\Users\100 %\a.sqlite"), "file:///C:/Users/100%20%25/a.sqlite"),
        (PurePosixPath("/home/ann/what?.sqlite"), "file:///home/ann/what%3F.sqlite"),
        (PurePosixPath("//server/share/a.sqlite"), "file:////server/share/a.sqlite"),
    ],
)
def test_a_files_address_names_no_server(path, expected):
    assert database_uri(path, "rwc") == f"{expected}?mode=rwc"


NAMES = ["plain", "two words", "a#b", "100 %", "%41", "a&mode=ro", "a;b='c'", "皮膚 é", "a:b", "what?", "back\\slash"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("slashes", ["/", "//"])
def test_a_database_lies_where_its_path_says(tmp_path, name, slashes):
    if os.name == "nt" and (set(name) & set(":?\\") or slashes == "//"):
        pytest.skip("Windows has no such names")
    folder = tmp_path / name
    folder.mkdir()
    path = Path(f"{slashes}{str(folder).lstrip('/')}" if os.name != "nt" else folder) / f"{name}.sqlite"
    database = Database(path)
    database.write("CREATE TABLE seen (name)")
    assert is_in_use(path)
    database.close()
    assert not is_in_use(path)
    assert [file.name for file in folder.iterdir()] == [f"{name}.sqlite"]
    with contextlib.closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT name FROM sqlite_master").fetchall() == [("seen",)]


@pytest.mark.skipif(os.name == "nt", reason="Windows names are Unicode")
def test_a_folder_whose_name_is_no_unicode_holds_a_database(tmp_path):
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    database = Database(folder / "a.sqlite")
    database.write("CREATE TABLE seen (name)")
    database.close()
    assert (folder / "a.sqlite").stat().st_size > 0


def test_looking_whether_a_file_is_in_use_makes_and_changes_none(tmp_path):
    gone, damaged = tmp_path / "gone.sqlite", tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"no database" * 1000)
    assert not is_in_use(gone)
    assert not is_in_use(damaged)
    assert not gone.exists()
    assert damaged.read_bytes() == b"no database" * 1000
    with pytest.raises(SessionError, match="folder is missing"):
        Database(gone, create=False).rows("SELECT 1")


def test_who_opens_a_new_file_while_another_does_waits_for_it(tmp_path):
    path = tmp_path / "new.sqlite"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE seen (name)")
        other.execute("BEGIN IMMEDIATE")  # SQLite refuses at once to change the journal of such a file
        threading.Timer(0.2, lambda: other.execute("COMMIT")).start()
        database = Database(path)

        database.write("INSERT INTO seen VALUES ('mine')")

        assert database.rows("SELECT name FROM seen") == [("mine",)]
        database.close()


CLOSED_IN_USE = """
import sys, threading, time
from pathlib import Path
from skin_gui.review.database import Database, SessionError

LONG = "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 20000) SELECT n, hex(n) FROM up"
for number in range(20):
    database = Database(Path(sys.argv[1]) / f"{number}.sqlite")
    database.write("CREATE TABLE seen (n)")
    said = []

    def use():
        try:
            while True:
                rows = database.rows(LONG)
                with database.transaction() as writing:
                    writing.executemany("INSERT INTO seen VALUES (?)", [row[:1] for row in rows[:50]])
        except SessionError as error:
            said.append(str(error))

    threads = [threading.Thread(target=use) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.02)
    database.close()
    for thread in threads:
        thread.join()
    assert len(said) == 3 and all("closed" in text for text in said), said
    kept = Database(Path(sys.argv[1]) / f"{number}.sqlite").rows("SELECT count(*) FROM seen")[0][0]
    assert kept % 50 == 0, kept
"""


def test_closing_waits_for_what_other_threads_are_doing(tmp_path):
    """In a process of its own: SQLite ends the one that closes a connection which another thread uses."""
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_IN_USE, tmp_path], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
