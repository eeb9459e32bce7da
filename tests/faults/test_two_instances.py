"""Two instances of the program at work on one session: neither loses what either of them saved."""

import os
import select
import time

import pytest

from skin_gui.review import database
from skin_gui.review.database import SessionError
from skin_gui.review.store import SessionStore
from tests.faults.jobs import result
from tests.faults.processes import running

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals")
ENOUGH = 30  # lines that each instance is to say


def said_in_time(children):
    """Let the instances work until each has said enough; what each of them said it had saved."""
    lines = {child: [] for child in children}
    end = time.monotonic() + 120
    while any(len(said) < ENOUGH for said in lines.values()):
        assert time.monotonic() < end, {child.pid: len(said) for child, said in lines.items()}
        for stream in select.select([child.stdout for child in children], [], [], 1)[0]:
            child = next(child for child in children if child.stdout is stream)
            assert child.poll() is None
            lines[child].append(stream.readline().decode().strip().removeprefix("saved "))
    return list(lines.values())


def test_two_batches_of_one_folder(images, shipped_model, isolated_home):
    with running("batch", images, shipped_model) as one, running("batch", images, shipped_model) as other:
        both = said_in_time([one, other])

    with SessionStore().open([images]) as session:
        assert session.notice is None
        rows = {row.path.name: row for row in session.results()}
    assert set(both[0]) | set(both[1]) <= set(rows)
    assert len(rows) <= 40
    assert all(row.status == "ok" and row.sha256 for row in rows.values())


def test_two_reviewers_of_one_folder(images, isolated_home):
    with running("review", images, None) as one, running("review", images, None) as other:
        said_in_time([one, other])
        with SessionStore().open([images]) as session:  # the window that is looked at meanwhile
            noted = session.results()[0].reviewer_note

    with SessionStore().open([images]) as session:
        assert session.notice is None
        [row] = session.results()
        assert noted.isdigit()
        assert row.reviewer_note.isdigit()
        assert session.decisions.undo(), "the history of both is whole"


def test_a_killed_instance_leaves_the_other_its_session(images, shipped_model, isolated_home):
    with SessionStore().open([images]) as session:
        with running("batch", images, shipped_model) as other:
            said_in_time([other])
        session.add_result(result(images / "mine.png"))
        session.decisions.decide([images / "mine.png"], "benign", note="after the other was killed")

        assert session.result(images / "mine.png").reviewer_note == "after the other was killed"


def test_an_instance_that_does_not_let_go_is_told_and_costs_nothing(images, isolated_home, monkeypatch):
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.2)
    with SessionStore().open([images]) as session, running("holding", images, None) as other:
        assert other.stdout.readline().startswith(b"saved")
        with pytest.raises(SessionError, match="in use by another program; close that one and try again"):
            session.add_result(result(images / "a.png"))
        assert [row.path.name for row in session.results()] == []  # reading goes on

    with SessionStore().open([images]) as session:
        session.add_result(result(images / "a.png"))
        assert [row.path.name for row in session.results()] == ["a.png"]
