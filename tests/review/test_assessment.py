"""Diagnosis, tags and histology: kept with the decision, undone with it, and added to sessions that there are."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from skin_gui.review.assessment.assessment import NO_ASSESSMENT, Assessment, read_assessment
from skin_gui.review.assessment.terms import Diagnosis, Histology, Tag, implied_label
from skin_gui.review.database import Database
from skin_gui.review.export import record
from skin_gui.review.schema import MIGRATIONS, prepare
from skin_gui.review.session import Session
from skin_gui.wording.fact import verbatim

OLD_SESSION = Path(__file__).parent / "data" / "session_of_schema_3.sqlite"
"""Made by the program as it was before assessments: decisions, a note, steps done, undone and dropped."""


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "session.sqlite"
    shutil.copyfile(OLD_SESSION, path)
    return path


@pytest.fixture
def rows(session, images, make_result):
    paths = [images / name for name in ("a.jpg", "b.jpg", "c.jpg")]
    for path, probability in zip(paths, (0.9, 0.1, None), strict=True):
        session.add_result(make_result(path, probability, error=None if probability else verbatim("It is damaged.")))
    return paths


def tagged(*tags):
    return lambda known: replace(known, tags=tags)


def diagnosed(diagnosis):
    return lambda known: replace(known, diagnosis=diagnosis)


def test_what_was_assessed_comes_back(session, rows):
    known = Assessment(Diagnosis.MELANOMA, (Tag.BIOPSY, Tag.FOLLOW_UP), Histology.OTHER_BENIGN)
    [changed] = session.decisions.assess(rows[:1], lambda _: known)
    assert changed.assessment == known
    assert changed.reviewed_at
    assert session.result(rows[0]).assessment == known
    assert session.result(rows[1]).assessment == NO_ASSESSMENT


def test_every_term_survives_being_stored():
    for tag in Tag:
        for diagnosis in (None, *Diagnosis):
            for histology in (None, *Histology):
                known = Assessment(diagnosis, (tag,), histology, "unsure")
                assert read_assessment(known.to_json()) == known
    assert NO_ASSESSMENT.to_json() == ""


@pytest.mark.parametrize("stored", ["{", "[1]", '"melanoma"', '{"tags": 7}', '{"diagnosis": "plague"}', '{"x": 1}'])
def test_what_cannot_be_understood_is_passed_over(stored):
    assert read_assessment(stored) == NO_ASSESSMENT


def test_a_diagnosis_is_the_decision_where_there_is_none(session, rows):
    [row] = session.decisions.assess(rows[:1], diagnosed(Diagnosis.NEVUS))
    assert row.reviewer_label == "benign"
    [row] = session.decisions.assess(rows[:1], diagnosed(Diagnosis.MELANOMA))
    assert (row.reviewer_label, row.assessment.diagnosis) == ("benign", Diagnosis.MELANOMA)  # she had said so
    [row] = session.decisions.assess(rows[1:2], diagnosed(Diagnosis.OTHER))
    assert row.reviewer_label is None


def test_every_diagnosis_but_other_says_what_it_means():
    assert [each for each in Diagnosis if implied_label(each) is None] == [Diagnosis.OTHER]
    assert all(implied_label(each) for each in Histology)


def test_a_failed_file_is_not_assessed(session, rows):
    assert session.decisions.assess(rows[2:], tagged(Tag.BIOPSY)) == []
    assert not session.decisions.can_undo()


def test_withdrawing_takes_the_diagnosis_back_and_nothing_else(session, rows):
    session.decisions.assess(rows[:1], lambda _: Assessment(Diagnosis.BCC, (Tag.BIOPSY,), Histology.BCC))
    [row] = session.decisions.withdraw(rows[:1])
    assert row.reviewer_label is None
    assert row.assessment == Assessment(None, (Tag.BIOPSY,), Histology.BCC)


def test_the_first_reading_is_kept_whatever_is_decided_later(session, rows):
    session.decisions.decide(rows[:1], "benign", before_result=True)
    [row] = session.decisions.decide(rows[:1], "malignant")
    assert (row.reviewer_label, row.assessment.first_read) == ("malignant", "benign")
    session.decisions.withdraw(rows[:1])
    [row] = session.decisions.decide(rows[:1], "malignant", before_result=True)
    assert row.assessment.first_read == "benign"
    session.decisions.decide(rows[1:2], "malignant")
    assert session.result(rows[1]).assessment.first_read is None  # the result was seen


def test_a_diagnosis_before_the_result_is_a_first_reading_too(session, rows):
    [row] = session.decisions.assess(rows[:1], diagnosed(Diagnosis.MELANOMA), before_result=True)
    assert row.assessment.first_read == "malignant"


def test_undo_and_redo_move_assessment_and_decision_together(session, rows):
    session.decisions.decide(rows[:1], "benign", before_result=True)
    session.decisions.assess(rows[:2], tagged(Tag.TEACHING))
    [first, second] = session.decisions.undo()
    assert first.assessment == Assessment(first_read="benign")
    assert second.assessment == NO_ASSESSMENT
    assert second.reviewed_at == ""
    [row] = session.decisions.undo()
    assert (row.reviewer_label, row.assessment) == (None, Assessment(first_read="benign"))  # its result was seen
    session.decisions.redo()
    [first, second] = session.decisions.redo()
    assert (first.reviewer_label, first.assessment.tags) == ("benign", (Tag.TEACHING,))


def test_saying_the_same_again_is_no_step(session, rows):
    session.decisions.assess(rows[:1], tagged(Tag.BIOPSY))
    assert session.decisions.assess(rows[:1], tagged(Tag.BIOPSY)) == []


def test_toggling_a_tag_keeps_the_order_of_the_tags():
    known = Assessment(tags=(Tag.FOLLOW_UP,))
    assert known.toggled(Tag.BIOPSY) == (Tag.BIOPSY, Tag.FOLLOW_UP)
    assert replace(known, tags=known.toggled(Tag.FOLLOW_UP)).tags == ()


def test_exports_name_it_in_the_last_columns(session, rows):
    session.decisions.decide(rows[:1], "malignant", before_result=True)
    session.decisions.assess(
        rows[:1], lambda known: replace(known, diagnosis=Diagnosis.BCC, tags=(Tag.BIOPSY,), histology=Histology.NEVUS)
    )
    exported = record(session.result(rows[0]))
    at = list(exported).index("reviewer_diagnosis")
    assert list(exported)[at - 1] == "classified_at"
    assert [exported[name] for name in list(exported)[at : at + 4]] == [
        "basal cell carcinoma",
        ["biopsy"],
        "nevus",
        "malignant",
    ]


def test_a_session_from_before_assessments_opens_unchanged(old):
    database = Database(old)
    before = database.rows("SELECT path, probability, reviewer_label, reviewer_note, reviewed_at FROM result")
    assert database.rows("PRAGMA user_version") == [(3,)]
    prepare(database)
    assert database.rows("PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert database.rows("SELECT path, probability, reviewer_label, reviewer_note, reviewed_at FROM result") == before
    with Session(database) as session:
        assert session.threshold == 0.4
        assert [(row.reviewer_label, row.reviewer_note) for row in session.results()] == [
            ("malignant", ""),
            ("malignant", "grew since spring"),
            (None, ""),
            (None, "hair"),
            (None, ""),
        ]
        assert all(row.assessment == NO_ASSESSMENT for row in session.results())


def test_the_history_of_a_session_from_before_assessments_goes_on(old):
    database = Database(old)
    prepare(database)
    with Session(database) as session:
        first = session.results()[0].path
        [again] = session.decisions.redo()  # what was undone before the session was migrated
        assert (again.path, again.reviewer_label) == (first, "benign")
        session.decisions.assess([first], diagnosed(Diagnosis.NEVUS))
        [row] = session.decisions.undo()
        assert (row.reviewer_label, row.assessment) == ("benign", NO_ASSESSMENT)
        while session.decisions.can_undo():
            session.decisions.undo()
        assert all(row.reviewer_label is None and row.reviewer_note == "" for row in session.results())


def test_assessments_of_a_damaged_session_are_salvaged(session, rows, tmp_path):
    session.decisions.assess(rows[:1], lambda _: Assessment(tags=(Tag.EXCISION,), histology=Histology.MELANOMA))
    database = Database(tmp_path / "new.sqlite")
    prepare(database)
    with Session(database) as new:
        assert new.salvage(session.path) == 1
        assert new.results()[0].assessment == Assessment(tags=(Tag.EXCISION,), histology=Histology.MELANOMA)


def test_decisions_of_a_damaged_session_from_before_assessments_are_salvaged(old, tmp_path):
    database = Database(tmp_path / "new.sqlite")
    prepare(database)
    with Session(database) as new:
        assert new.salvage(old) == 3
