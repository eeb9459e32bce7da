"""What other windows make of a session, found on connections of their own."""

from dataclasses import replace
from pathlib import Path

import pytest

from skin_gui.review.decisions import HistoryMovedError
from skin_gui.review.results import Result
from skin_gui.review.store import SessionStore

FILES = [Path(f"/images/{number}.png").absolute() for number in range(4)]
ROWS = [Result(file, "ok", "a", "1", "2026-01-02T00:00:00+00:00", 0.2, 0.5, sha256="s", model_id="m") for file in FILES]


@pytest.fixture
def windows(tmp_path):
    """The session as two windows have it open, and how the first is watched."""
    here, there = (SessionStore(tmp_path).open([Path("/images")]) for _ in range(2))
    with here, there:
        for row in ROWS:
            here.add_result(row)
        yield here, there


def names(rows):
    return sorted(row.file for row in rows)


@pytest.mark.parametrize("taken_back", [0, 1, 2, 3])
def test_rows_of_every_step_that_was_made_or_taken_back_elsewhere_are_found(windows, taken_back):
    here, there = windows
    for file in FILES[:3]:
        here.decisions.decide([file], "benign")
    others = here.watch()
    shown = {row.path: row for row in here.results()}
    for _ in range(taken_back):
        there.decisions.undo()
    there.decisions.decide(FILES[3:], "malignant")
    there.decisions.set_note(FILES[3:], "seen")

    came = others.come(shown.get, made=True)

    assert names(came.decided) == names(row for row in here.results() if row != shown[row.path])
    assert len(came.decided) == 1 + taken_back
    assert not came.made
    assert others.come({row.path: row for row in here.results()}.get, made=True)[:2] == ([], [])


def test_rows_that_were_classified_elsewhere_are_found_although_there_are_no_more_of_them(windows):
    here, there = windows
    others = here.watch()
    shown = {row.path: row for row in here.results()}
    there.add_result(replace(ROWS[1], probability=0.9, model_id="another", classified_at="2126-01-01T00:00:00+00:00"))
    there.add_result(replace(ROWS[1], path=Path("/images/new.png"), classified_at="2126-01-01T00:00:00+00:00"))

    assert names(others.come(shown.get, made=False).made) == []
    assert names(others.come(shown.get, made=True).made) == ["1.png", "new.png"]


def test_a_step_is_not_made_on_a_history_that_moved_in_this_very_moment(windows):
    here, there = windows
    here.watch()
    there.decisions.decide(FILES[:1], "malignant")

    with pytest.raises(HistoryMovedError):
        here.decisions.decide(FILES[:1], "benign")
    with pytest.raises(HistoryMovedError):
        here.decisions.undo()
    assert here.result(FILES[0]).reviewer_label == "malignant"
    here.decisions.made_by_others()
    here.decisions.decide(FILES[:1], "benign")
    here.decisions.undo()
    assert here.result(FILES[0]).reviewer_label == "malignant"
