import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

from skin_gui.review.assessment.terms import Tag
from skin_gui.review.store import SessionStore
from skin_gui.vocabulary import ImageWarning
from skin_gui.wording.fact import verbatim

A, B, C = Path("/i/a.jpg"), Path("/i/b.jpg"), Path("/i/c.jpg")


@pytest.fixture
def reviewed(session, make_result, add_results):
    add_results(
        session, [make_result(A, 0.2), make_result(B, 0.8), make_result(C, None, error=verbatim("c.jpg is damaged."))]
    )
    return session


def state(session):
    return [(row.reviewer_label, row.reviewer_note, row.reviewed_at) for row in session.results()]


def labels(session):
    return [row.reviewer_label for row in session.results()]


def test_agree_records_the_models_label_of_that_moment(reviewed):
    changed = reviewed.decisions.decide([A, B, C], "agree")
    assert [row.path for row in changed] == [A, B], "a failed row has no label to agree with"
    assert labels(reviewed) == ["benign", "malignant", None]
    reviewed.decisions.decide([A], "agree", threshold=0.1)
    assert labels(reviewed) == ["malignant", "malignant", None]


def test_a_decision_has_its_time_in_utc_and_its_note(reviewed):
    [row] = reviewed.decisions.decide([B], "unsure", note="ask a colleague")
    assert (row.reviewer_label, row.reviewer_note) == ("unsure", "ask a colleague")
    assert row.reviewed_at.endswith("+00:00")
    [row] = reviewed.decisions.decide([B], "benign")
    assert row.reviewer_note == "ask a colleague"
    [row] = reviewed.decisions.set_note([B], "")
    assert (row.reviewer_label, row.reviewer_note) == ("benign", "")
    [row] = reviewed.decisions.withdraw([B])
    assert (row.reviewer_label, row.reviewed_at) == (None, "")


@pytest.mark.parametrize("decision", ["agree", "benign", "malignant", "unsure"])
def test_a_failed_row_takes_a_note_and_no_decision(reviewed, decision):
    assert reviewed.decisions.decide([C], decision) == []
    assert reviewed.info().reviewed == 0
    [row] = reviewed.decisions.set_note([C], "take it again")
    assert (row.reviewer_label, row.reviewer_note) == (None, "take it again")


def test_half_a_character_in_a_note_is_no_obstacle(reviewed):
    [row] = reviewed.decisions.set_note([A], "pasted \ud83e")
    assert row.reviewer_note == "pasted \\ud83e"


def test_a_note_does_not_confirm_a_decision_that_newer_content_outdated(session, images, make_result):
    def classify(content):
        path.write_bytes(content)
        session.add_result(make_result(path, sha256=hashlib.sha256(content).hexdigest()))

    path = images / "a.jpg"
    classify(b"seen by the reviewer")
    session.decisions.decide([path], "malignant")
    classify(b"taken again")

    [row] = session.decisions.set_note([path], "which lesion is this?")
    assert (row.reviewer_label, row.reviewer_note) == ("malignant", "which lesion is this?")
    assert row.warnings == (ImageWarning.CHANGED_SINCE_REVIEW,)
    assert session.decisions.set_note([path], "which lesion is this?") == [], "nothing changed, so no step"
    assert session.decisions.undo()[0].warnings == (ImageWarning.CHANGED_SINCE_REVIEW,)
    assert session.decisions.redo()[0].warnings == (ImageWarning.CHANGED_SINCE_REVIEW,)

    [row] = session.decisions.decide([path], "malignant")
    assert row.warnings == (), "the same label once more is a decision about the new content"


def test_a_note_without_a_decision_is_about_no_content(session, make_result):
    session.add_result(make_result(A, sha256="1" * 64))
    session.decisions.set_note([A], "blurred")
    session.add_result(make_result(A, sha256="2" * 64))
    assert session.results()[0].warnings == ()
    [row] = session.decisions.decide([A], "benign", note="sharp now")
    assert (row.reviewer_note, row.warnings) == ("sharp now", ())


def test_undo_and_redo_walk_the_history_and_stop_at_its_ends(reviewed):
    decisions = reviewed.decisions
    assert not decisions.can_undo()
    assert decisions.undo() == []
    decisions.decide([A], "agree")
    decisions.decide([A, B], "unsure")
    assert [row.reviewer_label for row in decisions.undo()] == ["benign", None]
    assert [row.reviewer_label for row in decisions.undo()] == [None]
    assert decisions.undo() == []
    assert (decisions.can_undo(), decisions.can_redo()) == (False, True)
    decisions.redo()
    assert labels(reviewed) == ["benign", None, None]
    decisions.redo()
    assert labels(reviewed) == ["unsure", "unsure", None]
    assert decisions.redo() == []


def test_a_new_decision_ends_redo_but_nothing_is_deleted(reviewed):
    reviewed.decisions.decide([A], "benign")
    reviewed.decisions.undo()
    reviewed.decisions.decide([A], "malignant")
    assert not reviewed.decisions.can_redo()
    assert reviewed._database.rows("SELECT state FROM step ORDER BY id") == [("dropped",), ("done",)]


def test_a_first_reading_stays_whatever_is_undone(reviewed):
    decisions = reviewed.decisions
    decisions.assess([A], lambda known: replace(known, tags=(Tag.BIOPSY,)))
    decisions.decide([A], "benign", before_result=True)
    for _ in range(2):
        [row] = decisions.undo()
        assert (row.reviewer_label, row.assessment.first_read) == (None, "benign")
    [row] = decisions.redo()
    assert (row.assessment.tags, row.assessment.first_read) == ((Tag.BIOPSY,), "benign")
    [row] = decisions.decide([A], "malignant", before_result=True)
    assert (row.reviewer_label, row.assessment.first_read) == ("malignant", "benign")


def test_undo_asks_the_database_as_often_for_many_rows_as_for_few(session, make_result, add_results):
    rows = [make_result(f"/i/{number}.jpg", 0.2) for number in range(40)]
    add_results(session, rows)
    asked: list[str] = []
    counts = []
    for some in (rows[:2], rows):
        session.decisions.decide([row.path for row in some], "benign")
        with session._database._connection() as connection:
            connection.set_trace_callback(asked.append)
        session.decisions.undo()
        with session._database._connection() as connection:
            connection.set_trace_callback(None)
        counts.append(len(asked))
        asked.clear()
    assert counts[0] == counts[1] > 0


def test_what_changes_nothing_is_no_step(reviewed):
    reviewed.decisions.decide([A], "benign")
    assert reviewed.decisions.decide([A, A], "benign") == []
    assert reviewed.decisions.decide([Path("/i/unknown.jpg")], "benign") == []
    assert reviewed.decisions.set_note([B], "") == []
    reviewed.decisions.undo()
    assert not reviewed.decisions.can_undo()


def test_undo_reaches_past_a_row_that_was_computed_again(reviewed, make_result):
    reviewed.decisions.decide([A], "malignant")
    reviewed.add_result(make_result(A, 0.9, model="mine"))
    [row] = reviewed.decisions.undo()
    assert (row.reviewer_label, row.model) == (None, "mine")


def test_any_walk_through_the_history_agrees_with_a_list_of_states(
    store: SessionStore, images, make_result, add_results
):
    dice = random.Random(7)  # noqa: S311
    paths = [images / f"{number}.jpg" for number in range(6)]
    with store.open([images]) as session:
        add_results(session, (make_result(path, number / 6) for number, path in enumerate(paths)))
        states, at = [state(session)], 0
    for _ in range(12):
        # Opened again and again: the history is the file's, not the object's.
        with store.open([images]) as session:
            for _ in range(10):
                move = dice.choice(["decide", "decide", "note", "undo", "redo"])
                chosen = dice.sample(paths, dice.randint(1, 4))
                if move == "undo":
                    assert bool(session.decisions.undo()) == (at > 0)
                    at = max(at - 1, 0)
                elif move == "redo":
                    assert bool(session.decisions.redo()) == (at < len(states) - 1)
                    at = min(at + 1, len(states) - 1)
                else:
                    if move == "note":
                        changed = session.decisions.set_note(chosen, dice.choice(["", "x", "naevus, 5 mm"]))
                    else:
                        changed = session.decisions.decide(
                            chosen, dice.choice(["agree", "benign", "malignant", "unsure"])
                        )
                    if changed:
                        states, at = [*states[: at + 1], state(session)], at + 1
                assert state(session) == states[at]
                assert session.decisions.can_undo() == (at > 0)
                assert session.decisions.can_redo() == (at < len(states) - 1)
